"""`/einstellungen`: one message that edits itself; nothing is stored of a chat before it agreed."""

from collections.abc import Callable, Mapping

from telegram import CallbackQuery

from council.served.choices import Choice, Wish, parse_choice
from council.served.subscribers import ChatKind, Subscriber
from handlers.deciding import decides
from handlers.desk import Place, Question
from handlers.sending import acknowledge, replace
from storage.beginning import Asker
from storage.choosing import Unchosen, choose
from storage.subscribers import subscriber_of
from views import settings as views
from views.actions import Act, Action
from views.following import CONSENT_VERSION
from views.message import Message
from views.wording import Words, words_of

_PAGES: Mapping[Act, Callable[..., Message]] = {
    Act.SETTINGS: views.settings,
    Act.SETTINGS_LANGUAGE: views.language_setting,
    Act.SETTINGS_REMINDERS: views.reminder_setting,
    Act.SETTINGS_QUIET: views.quiet_setting,
}
# Where a choice is made: the page that is shown again after it.
_PAGE_OF: Mapping[Wish, Act] = {
    Wish.LANGUAGE: Act.SETTINGS_LANGUAGE,
    Wish.LEAD_ON: Act.SETTINGS_REMINDERS,
    Wish.LEAD_OFF: Act.SETTINGS_REMINDERS,
    Wish.NO_LEADS: Act.SETTINGS_REMINDERS,
    Wish.USUAL_LEADS: Act.SETTINGS_REMINDERS,
    Wish.QUIET: Act.SETTINGS_QUIET,
    Wish.NO_QUIET: Act.SETTINGS_QUIET,
    Wish.USUAL_QUIET: Act.SETTINGS_QUIET,
    Wish.ALL_USUAL: Act.SETTINGS,
}


async def settings(question: Question) -> tuple[Message, ...]:
    """All of them; anybody may look."""
    return (await _page(question, Act.SETTINGS),)


async def turn_settings(query: CallbackQuery, question: Question, action: Action) -> None:
    """One of them, or all, in place of the message."""
    message = await _page(question, action.act)
    await acknowledge(query)
    await replace(query, message)


async def choose_setting(query: CallbackQuery, question: Question, action: Action) -> None:
    """Makes the choice and shows how it is now; asks for consent first where there is none."""
    place, choice = await decides(query, question), parse_choice(action.words)
    if place is None or choice is None:
        return
    chosen = await _choose(question, place, choice, is_agreed=action.act is Act.AGREE_CHOICE)
    if chosen is Unchosen.FULL:
        await acknowledge(query, views.too_many(question.words))
        return
    await acknowledge(query)
    if isinstance(chosen, Unchosen):
        await replace(query, views.consent_to_choice(choice, words=question.words))
    else:
        await replace(query, _shown(question, chosen, _PAGE_OF[choice.wish]))


async def _choose(question: Question, place: Place, choice: Choice, *, is_agreed: bool) -> Subscriber | Unchosen:
    desk = question.desk
    asker = Asker(
        chat=place.chat,
        topic=place.topic,
        kind=place.kind,
        language=question.usual_language,
        defaults=desk.defaults,
        agreed=CONSENT_VERSION if is_agreed else None,
    )
    return await desk.database.transaction(choose, asker, choice, now=desk.here_and_now())


async def _page(question: Question, act: Act) -> Message:
    place, desk = question.place, question.desk
    subscriber = None
    if place is not None:
        subscriber = await desk.database.read(subscriber_of, place.chat, place.topic, defaults=desk.defaults)
    return _shown(question, subscriber, act)


def _shown(question: Question, subscriber: Subscriber | None, act: Act) -> Message:
    """In the language that is chosen by now."""
    words: Words = words_of(subscriber.language) if subscriber else question.words
    return _PAGES[act](_chosen(question, subscriber), words=words)


def _chosen(question: Question, subscriber: Subscriber | None) -> views.Chosen:
    usual = question.desk.defaults
    return views.Chosen(
        whose=_whose(question.place),
        language=subscriber.language if subscriber else question.words.language,
        leads=subscriber.remind_before if subscriber else usual.remind_before,
        quiet=subscriber.quiet_hours if subscriber else usual.quiet_hours,
        usual_language=question.usual_language,
        usual_leads=usual.remind_before,
        usual_quiet=usual.quiet_hours,
    )


def _whose(place: Place | None) -> views.Whose:
    if place is None or place.kind is ChatKind.PRIVATE:
        return views.Whose.CHAT
    return views.Whose.TOPIC if place.topic else views.Whose.GROUP
