"""The code page of a page: what its bytes say, then what it declares."""

import re
import unicodedata

from sources.errors import Unreadable

BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# Only the first declaration counts: embedded documents declare iso-8859-1 whatever the page is served in.
DECLARATION = re.compile(rb"(?:encoding|charset)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,30})", re.IGNORECASE)
DECLARED_WITHIN = 8_192

BINARY = "Die Datei ist keine Text- oder HTML-Datei; bitte die Seite als HTML oder als Text speichern."
DAMAGED = (
    "Die Umlaute sind beschädigt oder die Datei bricht mitten in einem Zeichen ab (falsche Zeichenkodierung); "
    "bitte die Seite noch einmal neu im Browser speichern."
)

# What UTF-8 looks like after it was read as Windows-1252: "Ã¤", "Ã¼", "â€ž", "Â§".
MOJIBAKE = re.compile("Ã[\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u02c6\u02dc\u20ac\u2122]|â€|Â[\u00a0-\u00bf]")
PROPER = re.compile("[äöüÄÖÜß]")
LOST = re.compile("\ufffd")
# An umlaut that became "?": said of the labels every paper page has, so it cannot be somebody's question.
LOST_IN_LABELS = re.compile(r"Federf\?hrend|Status:\s*\?ffentlich|Bez\?glich:")


def decode(data: bytes) -> str:
    """The page's characters, NFC, line ends "\\n".

    Valid UTF-8 beats a wrong declaration. Declared iso-8859-1 is Windows-1252 in fact (ALLRIS net 3.9.5: 0x96 is
    an en dash), declared iso-8859-15 stays that, with Windows-1252 where it has only control characters.
    Raises Unreadable for binary files and for characters that went wrong before us and cannot be put right.
    """
    text = _repaired(_decoded(data))
    if "\x00" in text:
        raise Unreadable(BINARY)
    lost = len(LOST.findall(text))
    if lost * 10 > len(PROPER.findall(text)) or LOST_IN_LABELS.search(text):
        raise Unreadable(DAMAGED)
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], name)
    if b"\x00" in data:
        raise Unreadable(BINARY)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _single_byte(data)


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        raise Unreadable(DAMAGED) from None


def _single_byte(data: bytes) -> str:
    """Not UTF-8. Mostly UTF-8 all the same (a cut or mixed file) is refused rather than guessed."""
    attempt = data.decode("utf-8", "replace")
    wrong = attempt.count("\ufffd")
    right = sum(len(run) for run in re.findall(r"[^\x00-\x7f\ufffd]+", attempt))
    if right >= wrong:
        raise Unreadable(DAMAGED)
    declared = DECLARATION.search(data, 0, DECLARED_WITHIN)
    if declared and declared[1].lower().replace(b"_", b"-") in {b"iso-8859-15", b"latin-9", b"latin9"}:
        return data.decode("iso8859-15").translate(WINDOWS_CONTROLS)
    return data.decode("cp1252", "replace")


WINDOWS_CONTROLS = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
AS_WINDOWS_BYTE = {ord(char): code for code, char in WINDOWS_CONTROLS.items() if char != "\ufffd"}


def _repaired(text: str) -> str:
    """UTF-8 that was read as Windows-1252 and saved again is undone where all of the text agrees."""
    wrong = len(MOJIBAKE.findall(text))
    if not wrong:
        return text
    try:
        return text.translate(AS_WINDOWS_BYTE).encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        if wrong > len(PROPER.findall(text)):
            raise Unreadable(DAMAGED) from None
        return text
