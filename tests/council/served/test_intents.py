"""What sentences mean, kept as data; none is ever taken for something else."""

import json
import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.served.days import split_days
from council.served.intents import Confidence, Intent, IntentKind, intents
from tests.builders import TODAY
from tests.conftest import Figures
from tests.shared import SHARED, needs_shared

SENTENCES: dict[str, list[Any]] = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text("utf-8"))
LANGUAGES = ("de", "en")
# In the data "search" is what nobody claims; the kind that takes away "suche" is named apart.
KINDS = {"search_words": IntentKind.SEARCH}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and the reading that is right; None: its words are searched for."""

    text: str
    meant: Intent | None
    offered: bool


def a_sentence(text: str, kind: str, slots: dict[str, Any]) -> Sentence:
    if kind == "search":
        return Sentence(text, None, offered=False)
    days, _ = split_days(slots.get("days", ""))
    meant = Intent(
        kind=KINDS.get(kind) or IntentKind(kind),
        number=slots.get("number"),
        words=slots.get("words"),
        committee=slots.get("committee"),
        author=slots.get("author"),
        days=days,
    )
    return Sentence(text, meant, offered=slots.get("offered", False))


def sentences(language: str) -> list[Sentence]:
    return [a_sentence(*each) for each in SENTENCES[language]]


def same(found: Intent, meant: Intent) -> bool:
    slots = ("kind", "number", "words", "committee", "author", "days")
    return all(getattr(found, slot) == getattr(meant, slot) for slot in slots)


def judged(sentence: Sentence) -> str:
    """ "answered", "offered", "searched" or "wrong"; a title taken for a committee's name is settled by the names."""
    found = intents(sentence.text, today=TODAY)
    guesses = all(each.confidence is Confidence.GUESS for each in found)
    if sentence.meant is None:
        no_committee = all(each.confidence is not Confidence.SURE and each.committee for each in found)
        return "searched" if no_committee else "wrong"
    right = any(same(each, sentence.meant) for each in found)
    if guesses:
        return "offered" if right else "searched"
    return "answered" if right else "wrong"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_answered_wrongly_with_confidence(language: str) -> None:
    assert [each.text for each in sentences(language) if judged(each) == "wrong"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_understood_or_offered_as_it_is_meant(language: str, tell: Figures) -> None:
    every = sentences(language)
    expected = {
        each.text: "searched" if each.meant is None else "offered" if each.offered else "answered" for each in every
    }
    figures = Counter(judged(each) for each in every)
    shown = ", ".join(f"{count} {what}" for what, count in figures.most_common())
    tell(f"{language}: {len(every)} sentences: {shown}")
    assert {each.text: judged(each) for each in every} == expected


def test_there_are_enough_sentences() -> None:
    assert sum(len(SENTENCES[language]) for language in LANGUAGES) >= 200
    texts = [each[0] for language in LANGUAGES for each in SENTENCES[language]]
    assert len(texts) == len(set(texts))


WORDS = (
    "wann", "tagt", "der", "Sozialausschuss", "am", "31.2.", "nächste", "Woche", "was", "ist", "mit", "20-1554", "when",
    "does", "meet", "agenda", "Status", "von", "??", "’", "folge", "bitte", "12.1.", "im", "Mai",
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)), st.dates())
def test_whatever_is_written_is_read_without_a_fault(text: str, today: date) -> None:
    found = intents(text, today=today)
    assert len(found) <= 2
    assert len(found) < 2 or all(each.confidence is Confidence.GUESS for each in found)


@pytest.mark.parametrize("words", [1, 200])
def test_a_long_message_is_no_question(words: int) -> None:
    assert intents("wann tagt der " + "sehrlangeswort " * words + "x" * 300, today=TODAY) == ()


@needs_shared
def test_no_published_title_is_taken_for_a_question_about_something_else() -> None:
    """Titles that say "Sachstand …" are asked for by their words, and found by them."""
    lines = (SHARED / "pages/karlsruhe/papers-2024.jsonl").read_text("utf-8").splitlines()
    titles = {json.loads(line)["name"] for line in lines}
    sure = {each.kind for title in titles for each in intents(title, today=TODAY) if _is_confident(each)}
    assert sure <= {IntentKind.STATUS, IntentKind.SEARCH}


def _is_confident(intent: Intent) -> bool:
    return intent.confidence is Confidence.SURE and intent.number is None
