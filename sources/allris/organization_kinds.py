"""What kind of organization a page or a row of a list is of, in the page's own words."""

import re

# ALLRIS has a program for each: committees, factions, assemblies. Towns keep advisory boards among the committees.
KEYS = {"au020": "AULFDNR", "fr020": "FRLFDNR", "pa020": "PALFDNR", "pa021": "PALFDNR"}
_BOARD = re.compile(r"\b(\w*(?:beirat|ortsrat|aufsichtsrat|kommission|kuratorium))\b", re.IGNORECASE)
_ASSEMBLY = re.compile(r"\b(\w*(?:versammlung|vertretung|rat|tag|parlament))\b", re.IGNORECASE)
_GROUP = re.compile(r"\bGruppe\b|-Gruppe\b|gruppe\b")


def kind_of(name: str, program: str) -> str | None:
    """The word for it ("Ausschuss", "Fraktion", "Gruppe", "Beirat", "Bezirksversammlung").

    None for an assembly whose name has no such word.
    """
    if program == "fr020":
        is_group = _GROUP.search(name) is not None and "fraktion" not in name.casefold()
        return "Gruppe" if is_group else "Fraktion"
    if program == "au020":
        board = None if "ausschuss" in name.casefold() else _BOARD.search(name)
        return _capital(board[1]) if board else "Ausschuss"
    assembly = _ASSEMBLY.search(name)
    return _capital(assembly[1]) if assembly else None


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
