"""The phrases of both languages, and that nothing foreign becomes markup."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from markupsafe import Markup

from council.served.languages import Language
from views.wording import MissingWords, words_of

ROOT = Path(__file__).resolve().parents[2]


def phrases(language: Language) -> dict[str, set[str]]:
    """Phrase → the arguments it takes."""
    source = files("views.words").joinpath(f"{language}.ftl").read_text("utf-8")
    entries = re.split(r"^([a-z][\w-]*) =", source, flags=re.MULTILINE)[1:]
    return {
        name: set(re.findall(r"\{ \$([a-z]+)", text.split("\n#")[0]))
        for name, text in zip(entries[::2], entries[1::2], strict=True)
    }


def test_both_languages_have_the_same_phrases_with_the_same_arguments() -> None:
    german, english = phrases(Language.DE), phrases(Language.EN)
    # German puts the preposition or the article into the name itself (views/organizations.py).
    english.pop("at-organization")
    english.pop("the-organization")
    assert german == english


def test_every_phrase_the_code_names_exists_and_every_phrase_is_named() -> None:
    code = "\n".join(path.read_text("utf-8") for room in ("views", "handlers") for path in (ROOT / room).rglob("*.py"))
    named = set(re.findall(r'"([a-z]+(?:-[a-z_-]+)?)"', code))
    known = set(phrases(Language.DE))
    built = {name for name in known if name.startswith(("standing-", "looked-", "stored-"))}
    assert known - built - named == set()


@pytest.mark.parametrize("language", list(Language))
def test_text_arguments_are_escaped_and_markup_is_kept(language: Language) -> None:
    words = words_of(language)
    assert "<b>evil</b>" not in words("card-lead", name="<b>evil</b>")
    assert "&lt;b&gt;evil&lt;/b&gt;" in words("card-lead", name="<b>evil</b>")
    assert "<b>ours</b>" in words("card-lead", name=Markup("<b>ours</b>"))


def test_a_label_is_plain_text() -> None:
    assert words_of(Language.DE).label("button-example", reference="R&D <1>") == "Status R&D <1>?"


def test_a_missing_phrase_or_argument_is_an_error_not_a_gap() -> None:
    words = words_of(Language.DE)
    with pytest.raises(MissingWords):
        words("no-such-phrase")
    with pytest.raises(MissingWords):
        words("card-lead")


@pytest.mark.parametrize(("count", "german"), [(1, "… eine weitere"), (12, "… 12 weitere")])
def test_counts_choose_singular_or_plural(count: int, german: str) -> None:
    assert words_of(Language.DE)("card-more", count=count) == german
