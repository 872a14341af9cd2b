"""The list of kinds: a forgotten line is found here."""

from council.served.notices import PRIORITIES, NoticeKind
from notices.kinds import KINDS


def test_every_kind_of_notice_has_a_composer_and_a_priority() -> None:
    assert set(KINDS) == set(NoticeKind) == set(PRIORITIES)
