import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.published.links import Link, LinkKind, find_links, page_link

HARBURG = "sitzungsdienst-harburg.hamburg.de"
PAPER = Link(host=HARBURG, kind=LinkKind.PAPER, key="1005554")


@pytest.mark.parametrize(
    "text",
    [
        f"https://{HARBURG}/bi/vo020.asp?VOLFDNR=1005554",
        f"http://{HARBURG}/bi//vo020.asp?volfdnr=1005554",
        f"{HARBURG}/bi/vo020.asp?VOLFDNR=1005554",
        f"HTTPS://{HARBURG.upper()}/BI/VO020.ASP?VOLFDNR=1005554",
        f"https://{HARBURG}:443/bi/vo020.asp?VOLFDNR=1005554",
        f"https://someone:secret@{HARBURG}/bi/vo020.asp?VOLFDNR=1005554",
        f"https://{HARBURG}./bi/vo020.asp?VOLFDNR=1005554",
        f"https://{HARBURG}/bi/vo020_r.asp?VOLFDNR=1005554",
        f"https://{HARBURG}/bi/vo021.asp?VOLFDNR=1005554",
        f"https://{HARBURG}/public/vo020?VOLFDNR=1005554&refresh=false",
        f"https://{HARBURG}/publickiosk/vo020?0&VOLFDNR=1005554",
        f"https://{HARBURG}/vo020?VOLFDNR=1005554#allrisSV",
        f"https://{HARBURG}/bi/vo020.asp?topSelected=7&amp;VOLFDNR=1005554",
        f"https://{HARBURG}/bi/vo020.asp?topSelected=7&amp;amp;VOLFDNR=1005554",
        f"http://{HARBURG}/bi/vo020.asp%3FVOLFDNR=1005554%0D%0ATermin:%20http://x/",
        f"Was ist mit (https://{HARBURG}/bi/vo020.asp?VOLFDNR=1005554)?",
        f"„https://{HARBURG}/bi/vo020.asp?VOLFDNR=1005554“.",
        f"<https://{HARBURG}/bi/vo020.asp?VOLFDNR=1005554>, bitte",
        f"Link:https://{HARBURG}/bi/vo020.asp?VOLFDNR=1005554!",
        f"[hier](https://{HARBURG}/bi/vo020.asp?VOLFDNR=1005554)",
        f"https://short.example/?to=https://{HARBURG}/bi/vo020.asp?VOLFDNR=1005554",
        f"https://{HARBURG}/bi/vo020.asp?VOLFDNR=0001005554",
    ],
)
def test_a_pasted_paper_is_recognised(text: str) -> None:
    assert find_links(text) == (PAPER,)


@pytest.mark.parametrize(
    ("url", "kind", "key"),
    [
        ("https://ris.example.org/bi/to010.asp?SILFDNR=3021", LinkKind.AGENDA, "3021"),
        ("https://ris.example.org/bi/to010_r.asp?silfdnr=3021", LinkKind.AGENDA, "3021"),
        ("https://ris.example.org/public/to010?SILFDNR=3021", LinkKind.AGENDA, "3021"),
        ("https://ris.example.org/bi/to010.asp?TOLFDNR=5&SILFDNR=3021&BES=1#beschluss", LinkKind.AGENDA, "3021"),
        ("https://ris.example.org/bi/to010.asp?TOLFDNR=28722", LinkKind.ITEM, "28722"),
        ("https://ris.example.org/bi/to020.asp?TOLFDNR=28722", LinkKind.ITEM, "28722"),
        ("https://ris.example.org/public/to020?SILFDNR=1&TOLFDNR=28722", LinkKind.ITEM, "28722"),
        ("http://127.0.0.1:8080/bi/to020.asp?TOLFDNR=28722", LinkKind.ITEM, "28722"),
    ],
)
def test_agendas_and_items_are_told_apart(url: str, kind: LinkKind, key: str) -> None:
    link = page_link(url)
    assert link is not None
    assert (link.kind, link.key) == (kind, key)


def test_several_links_come_in_order_and_once() -> None:
    base = "https://ris.example.org/bi/"
    text = f"{base}vo020.asp?VOLFDNR=2 {base}to010.asp?SILFDNR=1\n{base}vo020.asp?VOLFDNR=2,{base}to020.asp?TOLFDNR=3"
    assert [link.key for link in find_links(text)] == ["2", "1", "3"]


def test_the_host_is_where_the_link_really_leads() -> None:
    link = page_link(f"https://{HARBURG}@evil.example/bi/vo020.asp?VOLFDNR=1")
    assert link is not None
    assert link.host == "evil.example"


@pytest.mark.parametrize(
    "text",
    [
        "20-1554",
        f"https://{HARBURG}/",
        f"https://{HARBURG}/bi/vo020.asp",
        f"https://{HARBURG}/bi/vo020.asp?VOLFDNR=",
        f"https://{HARBURG}/bi/vo020.asp?VOLFDNR=abc",
        f"https://{HARBURG}/bi/vo020.asp?VOLFDNR=1234567890123456",
        f"https://{HARBURG}/bi/vo020.asp?SILFDNR=1",
        f"https://{HARBURG}/bi/si010.asp?MM=1",
        f"https://{HARBURG}/bi/xvo020.asp?VOLFDNR=1",
        f"ftp://{HARBURG}/bi/vo020.asp?VOLFDNR=1",
        f"file:///{HARBURG}/bi/vo020.asp?VOLFDNR=1",
        "vo020.asp?VOLFDNR=1",
        "bi/vo020.asp?VOLFDNR=1",
        "https:///bi/vo020.asp?VOLFDNR=1",
        "https://[::1/bi/vo020.asp?VOLFDNR=1",
        "https://a b/vo020?VOLFDNR=1",
        "https://ris.example/vo020?" + "a=1&" * 60 + "VOLFDNR=1",
        "",
    ],
)
def test_anything_else_is_no_link(text: str) -> None:
    assert find_links(text) == ()


PIECES = ("http", "://", "[", "]", "@", "/vo020.asp", "?VOLFDNR=1", "%3F", "&amp;", ":99999", "x.de", "//", " ", "℀")


@given(st.text(max_size=100) | st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_no_text_breaks_the_search_for_links(text: str) -> None:
    for link in find_links(text):
        assert link.key.isascii()
        assert link.key.isdecimal()
        assert link.host == link.host.lower() != ""


@pytest.mark.parametrize("pump", ["https://", "x.de/", "&amp;", "?VOLFDNR=1&", "%3F", "[", "@"])
def test_endless_texts_hold_no_endless_links(pump: str) -> None:
    assert len(find_links(pump * 50_000)) <= 1
