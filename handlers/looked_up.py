"""What was looked up has come, or will not: the waiting message becomes the answer."""

import logging
from collections.abc import Sequence
from typing import Any

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden
from telegram.ext import ExtBot

from council.published.numbers import find_mentions
from council.served.languages import spoken
from handlers.desk import Desk, Question
from handlers.opening import by_row
from handlers.sending import keyboard
from handlers.status import card, nearest
from storage.lookup import look_up
from storage.wanted import Answer, Waiting, answered
from views.looking_up import Ending, looked_in_vain
from views.message import Message
from views.wording import words_of

_log = logging.getLogger(__name__)

_ENDINGS = {
    Answer.NOT_PUBLIC: Ending.NOT_PUBLIC,
    Answer.UNREACHABLE: Ending.UNREACHABLE,
    Answer.TOO_LATE: Ending.TOO_LATE,
}


async def tell(bot: ExtBot[Any], desk: Desk, waiting: Sequence[Waiting]) -> None:
    """Edits each waiting message into its answer and marks it answered.

    What cannot be told now (Telegram does not answer) raises and stays due; what never can be is passed over.
    """
    for one in waiting:
        question = Question(text="", words=words_of(spoken(one.question.language, desk.language)), desk=desk)
        await _edit(bot, one, await _answer(question, one))
        await desk.database.transaction(answered, (one.row,), now=desk.now())


async def _answer(question: Question, waiting: Waiting) -> Message:
    if waiting.paper is not None:
        opening = await by_row(question.desk, waiting.paper, question.place)
        if opening is not None:
            return card(question, opening)
    wanted = waiting.question
    if waiting.answer in _ENDINGS:
        return looked_in_vain(wanted.reference, wanted.link, _ENDINGS[waiting.answer], words=question.words)
    if wanted.reference is None:
        return looked_in_vain(None, wanted.link, Ending.NOT_FOUND, words=question.words)
    mentions = find_mentions(wanted.reference)
    candidates = mentions[0].candidates if mentions else (wanted.reference,)
    hit = await question.desk.database.read(look_up, candidates)
    return await nearest(question, wanted.reference, hit)


async def _edit(bot: ExtBot[Any], waiting: Waiting, message: Message) -> None:
    try:
        await bot.edit_message_text(
            str(message.text),
            chat_id=waiting.question.chat,
            message_id=waiting.question.message,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(message),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
    except (BadRequest, Forbidden) as gone:
        # Deleted, blocked, or edited already before a crash: there is nobody left to tell.
        _log.info("answer.untold", extra={"row": waiting.row, "why": gone.message})
