"""Ids are addresses; hosts and roots move, objects stay."""

import pytest

from sources.oparl.identity import host_of, path_key, root_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "https://web1.stadt.example/oparl/bodies/1/papers/vo/5",
            "https://web2.stadt.example/ris/oparl/bodies/1/papers/vo/5",
        ),
        ("https://www.stadt.example/public/oparl/papers?id=5", "https://www.stadt.example/oparl/papers?id=5"),
        ("http://stadt.example/bi/oparl/1.0/papers.asp?id=5", "https://ris.stadt.example/bi/oparl/1.0/papers.asp?id=5"),
        ("https://s.example/webservice/oparl/v1.0/body/1", "https://s.example/webservice/oparl/v1.1/body/1"),
        ("https://s.example//oparl//paper/1/", "https://s.example/oparl/paper/1"),
        ("https://oparl.stadt.example/bodies/1", "https://ris.stadt.example/bodies/1"),
    ],
)
def test_an_object_is_the_same_wherever_its_system_answers(one: str, other: str) -> None:
    assert path_key(one) == path_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://s.example/oparl/papers?id=5", "https://s.example/oparl/papers?id=6"),
        ("https://s.example/oparl/papers?id=5", "https://s.example/oparl/meetings?id=5"),
        ("https://s.example/oparl/body/1/paper/5", "https://s.example/oparl/body/2/paper/5"),
        ("urn:uuid:1", "urn:uuid:2"),
        ("5", "6"),
    ],
)
def test_different_objects_stay_different(one: str, other: str) -> None:
    assert path_key(one) != path_key(other)


@pytest.mark.parametrize(
    "id_", ["", "5", "https://", "https:///", "http://[", "/oparl/", "https://s.example/oparl", "ä"]
)
def test_any_text_has_a_key(id_: str) -> None:
    assert root_of(id_) + id_[len(root_of(id_)) :] == id_
    assert path_key(id_) or not id_


def test_the_host_is_told_without_port_and_user() -> None:
    assert host_of("https://me@RIS.elbdorf.example:8443/oparl") == "ris.elbdorf.example"
    assert host_of("urn:1") is None
