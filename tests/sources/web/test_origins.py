"""Which addresses may be asked for, and where a redirect may lead."""

import pytest
from yarl import URL

from sources.errors import NotPublic, Refused
from sources.web.origins import Origins, redirected, shown

BASE = URL("https://ris.example/bi/vo020.asp?VOLFDNR=1")


@pytest.mark.parametrize(
    "address",
    [
        "https://ris.example/bi/vo020.asp",
        "https://RIS.example:443/",
        "https://ris.example/bi//to010.asp?silfdnr=1#beschluss",
        "https://xn--mnchen-3ya.example/",
        "https://münchen.example/?x=%FC",
    ],
)
def test_any_page_of_a_configured_system_may_be_asked_for(address: str) -> None:
    url = Origins(["https://ris.example/bi/", "https://münchen.example"]).target(address)
    assert url.fragment == ""
    assert url.host in {"ris.example", "xn--mnchen-3ya.example", "münchen.example"}


@pytest.mark.parametrize(
    "address",
    [
        "http://ris.example/",
        "https://ris.example:8443/",
        "https://ris.example./",
        "https://ris.example.evil.example/",
        "https://evil.example/ris.example",
        "https://evil.example\\@ris.example/",
        "https://ris.example@evil.example/",
        "https://evil.example#@ris.example/",
        "https://ris.example:0/",
        "https://ris.example:99999/",
        "//ris.example/",
        "/bi/vo020.asp",
        "javascript:alert(1)",
        "https:///bi",
    ],
)
def test_nothing_else_may_be_asked_for(address: str) -> None:
    with pytest.raises(Refused):
        Origins(["https://ris.example/bi/"]).target(address)


def test_a_refusal_does_not_repeat_endless_addresses() -> None:
    with pytest.raises(Refused) as caught:
        Origins([]).target("x" * 10_000)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    ("base", "location", "target"),
    [
        ("https://ris.example/bi/a.asp", "b.asp?x=1#oben", "https://ris.example/bi/b.asp?x=1"),
        ("https://ris.example/bi/a.asp", "/", "https://ris.example/"),
        ("https://ris.example/bi/a.asp", "//RIS.example/b", "https://ris.example/b"),
        ("https://ris.example/bi/a.asp", "https://ris.example:443/b", "https://ris.example/b"),
        ("http://ris.example/a", "https://ris.example/a", "https://ris.example/a"),
        ("http://ris.example:8080/a", "http://ris.example:8080/b", "http://ris.example:8080/b"),
    ],
)
def test_a_redirect_within_a_system_is_followed(base: str, location: str, target: str) -> None:
    assert str(redirected(URL(base), location)) == target


@pytest.mark.parametrize(
    ("base", "location"),
    [
        ("https://ris.example/a", "http://ris.example/a"),
        ("https://ris.example/a", "https://ris.example:8443/a"),
        ("http://ris.example:8080/a", "https://ris.example/a"),
        ("http://ris.example/a", "http://ris.example:22/"),
        ("http://ris.example/a", "https://evil.example/a"),
        ("https://ris.example/a", "https://www.ris.example/a"),
        ("https://ris.example/a", "https://x@ris.example/a"),
        ("https://ris.example/a", "ftp://ris.example/a"),
        ("https://ris.example/a", "data:text/html,x"),
        ("https://ris.example/a", "https://\udcff/"),
        ("https://ris.example/a", ""),
        ("https://ris.example/a", None),
    ],
)
def test_a_redirect_anywhere_else_is_refused(base: str, location: str | None) -> None:
    with pytest.raises(Refused):
        redirected(URL(base), location)


def test_a_refused_redirect_names_only_the_host() -> None:
    with pytest.raises(Refused, match=r"leitet weiter auf evil\.example \(https\)") as caught:
        redirected(BASE, "https://evil.example/?" + "x" * 5_000)
    assert len(str(caught.value)) < 400


def test_not_public_is_told_from_elsewhere() -> None:
    with pytest.raises(NotPublic):
        redirected(BASE, "noauth.asp")


def test_what_is_shown_is_one_short_line_without_a_password() -> None:
    text = shown(URL("https://user:secret@ris.example/" + "a" * 500 + "\n"))
    assert len(text) <= 200
    assert "secret" not in text
    assert "\n" not in text
