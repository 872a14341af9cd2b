from council.published.known_meetings import KnownItem
from council.served.told_items import told_item
from tests.council.published.sessions import an_item


def test_a_name_overwritten_by_its_withdrawal_is_none() -> None:
    item = told_item(KnownItem(item=an_item("1", "- abgesetzt -"), withdrawn="abgesetzt"), on=False)
    assert (item.key, item.name, item.on) == ("1", None, False)
