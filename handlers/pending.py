"""An answer that is still on its way: the council is asked, and the message is edited when it has answered."""

from dataclasses import dataclass
from typing import TypeAlias

from telegram import Message as Received

from council.published.links import Link
from handlers.desk import Question
from storage.wanted import Question as AskedFor
from storage.wanted import want
from views.attachment import Attachment
from views.message import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A message that waits for a paper: `reference` as to be looked up, or `link`."""

    message: Message
    reference: str | None = None
    link: Link | None = None


Answer: TypeAlias = Message | Pending | Attachment
Answers: TypeAlias = tuple[Answer, ...]


async def wait_for(pending: Pending, sent: Received, question: Question) -> None:
    """Remembers which message waits, and wakes whoever reads the councils.

    A kill before this leaves the update unconfirmed: the question comes again.
    """
    desk = question.desk
    asked = AskedFor(
        chat=sent.chat.id,
        message=sent.message_id,
        language=str(question.words.language),
        reference=pending.reference,
        link=pending.link,
    )
    await desk.database.transaction(want, asked, now=desk.now())
    desk.wake()
