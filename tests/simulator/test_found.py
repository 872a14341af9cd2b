import pytest

from simulator.found import addressed_command, find_entities


def found(text: str) -> list[tuple[str, str]]:
    units = text.encode("utf-16-le")
    return [(each.kind, units[2 * each.offset : 2 * each.end].decode("utf-16-le")) for each in find_entities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/status 22-1001", [("bot_command", "/status")]),
        ("/status@ratsbote_bot 22-1001", [("bot_command", "/status@ratsbote_bot")]),
        ("😀 /hilfe", [("bot_command", "/hilfe")]),
        ("CDU/SPD und a/b/c", []),
        (
            "siehe https://ratsinfo.example/bi/vo020.asp?VOLFDNR=1001.",
            [("url", "https://ratsinfo.example/bi/vo020.asp?VOLFDNR=1001")],
        ),
        ("siehe ratsinfo.hamburg/x, bitte", [("url", "ratsinfo.hamburg/x")]),
        ("am 14.10.2025 um 18.00 Uhr", []),
        ("post@rat.example.de", [("email", "post@rat.example.de")]),
        ("@ratsbote_bot und #Verkehr", [("mention", "@ratsbote_bot"), ("hashtag", "#Verkehr")]),
        ("Nr. #12", []),
    ],
)
def test_places_that_telegram_marks_itself(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_command_counts_only_at_the_beginning() -> None:
    assert addressed_command("/status 1") == ("status", None)
    assert addressed_command("/status@other_bot 1") == ("status", "other_bot")
    assert addressed_command("bitte /status 1") is None
