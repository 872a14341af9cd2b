"""The texts under a paper page's head: what lies between the anchors allrisSV, allrisBV and their ends."""

from collections.abc import Set as AbstractSet

from selectolax.lexbor import LexborHTMLParser, LexborNode

from council.published.papers import PaperText
from sources.allris.flowing_text import text_from
from sources.allris.motion_text import facts_words, own_words

FACTS, DECISION = "allrisSV", "allrisBV"


def paper_text(tree: LexborHTMLParser) -> PaperText:
    """The words of the motion. A section ends at the next anchor, at the page's own tables, or with its cell.

    The Stammbaum lies behind the last embedded document, so "to the end" would swallow it.
    """
    framed = _framed_tables(tree)
    facts, decision = (_section(tree, name, framed) for name in (FACTS, DECISION))
    return PaperText(sachverhalt=facts_words(facts), beschluss=own_words(decision))


def minutes_text(tree: LexborHTMLParser, name: str) -> str:
    """What stands under an anchor of an item's own page (allrisWP minutes, allrisBS decision, allrisAE vote)."""
    return _section(tree, name, _framed_tables(tree))


def has_section(tree: LexborHTMLParser, name: str) -> bool:
    return any(_is_named(link, name) for link in tree.css("a[name]"))


def _section(tree: LexborHTMLParser, name: str, framed: AbstractSet[int]) -> str:
    anchor = next((link for link in tree.css("a[name]") if _is_named(link, name)), None)
    if anchor is None or anchor.parent is None:
        return ""
    start = anchor.child or anchor.next
    if start is None:
        return ""
    return text_from(start, within=_container(anchor), ends=lambda node: _ends(node, framed))


def _ends(node: LexborNode, framed: AbstractSet[int]) -> bool:
    if node.is_comment_node:
        return (node.comment_content or "").strip().startswith("###")
    if node.tag == "a":
        return (node.attributes.get("name") or "").casefold().startswith("allris")
    return node.mem_id in framed or node.id in {"risfoot", "footer"}


def _is_named(link: LexborNode, name: str) -> bool:
    return (link.attributes.get("name") or "").casefold() == name.casefold()


def _container(anchor: LexborNode) -> LexborNode:
    """The cell that holds the texts. Browsers that save a page write it out as well."""
    node = anchor
    while node.parent is not None and node.parent.is_element_node and node.tag != "td":
        node = node.parent
    return node


def _framed_tables(tree: LexborHTMLParser) -> frozenset[int]:
    """The tables of the page's frame: those that hold a label cell of their own."""
    tables = set()
    for cell in tree.css("td.kb1, th.kb1"):
        node = cell.parent
        while node is not None and node.tag != "table":
            node = node.parent
        if node is not None:
            tables.add(node.mem_id)
    return frozenset(tables)
