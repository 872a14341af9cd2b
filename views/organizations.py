"""Names of organizations inside a sentence: "im Hauptausschuss", "in der Bezirksversammlung"."""

from council.served.languages import Language
from views.wording import Words

# The head noun decides; it is the first word of a committee's name ("Ausschuss für …") or the end of its only one.
_MASCULINE = (
    "ausschuss",
    "ausschuß",
    "rat",
    "beirat",
    "kreistag",
    "landtag",
    "vorstand",
    "senat",
    "ältestenrat",
    "kreis",
    "tag",
)
_FEMININE = (
    "versammlung",
    "kommission",
    "vertretung",
    "fraktion",
    "runde",
    "deputation",
    "konferenz",
    "gruppe",
)


def at_organization(name: str, words: Words) -> str:
    """The name with its preposition; names whose gender is not certain are set off by a dash instead."""
    if words.language is not Language.DE:
        return words.label("at-organization", name=name)
    return {"f": f"in der {name}", "m": f"im {name}"}.get(_gender(name), f"– {name}")


def followed_organization(name: str, words: Words) -> str:
    """As the object of "to follow": "dem Hauptausschuss", "der Bezirksversammlung"; else the bare name."""
    if words.language is not Language.DE:
        return words.label("the-organization", name=name)
    return {"f": f"der {name}", "m": f"dem {name}"}.get(_gender(name), name)


def _gender(name: str) -> str:
    """ "f", "m", or nothing where it is not certain."""
    head = next((word.casefold() for word in name.split() if word[:1].isupper()), "")
    if head.endswith(_FEMININE):
        return "f"
    return "m" if head.endswith(_MASCULINE) else ""
