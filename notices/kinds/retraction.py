"""Something told is public no more: the message that spoke of it becomes a neutral line."""

from council.served.notices import Notice
from notices.composed import Composed, Composition
from notices.post import Post
from views.notices.retraction import retraction_message
from views.wording import words_of


async def compose_retraction(post: Post, notice: Notice) -> Composition:
    """Says nothing of what it was."""
    return Composed(message=retraction_message(words_of(notice.to.language)), until=notice.expires_at)
