"""Folding: one spelling for what is indexed and what is asked.

SQLite's own `unicode61 remove_diacritics 2` finds müller by muller, but neither straße by strasse nor
müller by mueller, and its trigram tokenizer folds no umlauts at all.
"""

import re
import unicodedata

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")  # soft hyphens stand inside words
MARKS = re.compile("[\u0300-\u036f]")
# Lone surrogates cannot be stored, NUL ends FTS5's query text.
UNUSABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
WORD = re.compile(r"[^\W_]+")

STOP_WORDS = frozenset(
    """aber als am an auf aus bei beim bis da das dass dem den der des die durch ein eine einem einen einer
    eines er es fuer fur im in ins ist mit nach nicht noch ob oder sich sie sind so ueber uber um und vom von
    vor was wer wie wird wo zu zum zur the of and to for""".split()  # noqa: SIM905 - sixty quoted words are harder to read
)


def fold(text: str) -> str:
    """Lower case, ß and umlauts written out (ss, ae, oe, ue), no other marks: "Größe" is "groesse"."""
    return _without_marks(_lowered(text).translate(UMLAUTS))


def fold_for_index(text: str) -> str:
    """What is indexed: the folded text, then those words that are also written without the e ("grosse"),
    so that a question finds them in either spelling.
    """
    if text.isascii():
        return fold(text)
    lowered = _lowered(text)
    twice = dict.fromkeys(word for word in WORD.findall(lowered) if word.translate(UMLAUTS) != word)
    also = " ".join(_without_marks(word) for word in twice)
    return f"{_without_marks(lowered.translate(UMLAUTS))} {also}".rstrip()


def words_to_ask(text: str, *, at_most: int = 6) -> tuple[str, ...]:
    """The folded words of a question, each once; "der" and "und" only if there is nothing else."""
    # People type words, not essays; the caps bound the work whatever is sent.
    words = tuple(dict.fromkeys(word[:60] for word in WORD.findall(fold(text[:400]))))
    telling = tuple(word for word in words if word not in STOP_WORDS)
    return (telling or words)[:at_most]


def _lowered(text: str) -> str:
    clean = UNUSABLE.sub(" ", INVISIBLE.sub("", text))
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", clean).casefold())


def _without_marks(text: str) -> str:
    return text if text.isascii() else MARKS.sub("", unicodedata.normalize("NFKD", text))
