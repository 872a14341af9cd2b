"""Sentences without a command: what they ask for is answered, offered where nobody can be sure, else left to search."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from council.served.intents import Confidence, Intent, IntentKind
from handlers.agenda import agenda, agenda_of
from handlers.committee_choice import Choice, choose
from handlers.committees import committee_view, committees
from handlers.desk import Question
from handlers.erasing import erase
from handlers.my_data import my_data
from handlers.open_papers import open_papers
from handlers.pending import Answers
from handlers.privacy import privacy
from handlers.sessions import sessions_of
from handlers.settings import settings
from handlers.stock import stock_of
from handlers.subscriptions import subscriptions
from handlers.topics import author_in_german, is_known_author, paper_about, results_about, searched
from handlers.welcome import help_text
from storage import committees as stored
from storage.database import Connection
from views import readings as views
from views.actions import Act, Action
from views.message import Message
from views.sessions import days_in_words, words_of_list

_Reading: TypeAlias = Callable[[Question, Intent], Awaitable[Answers]]
_MOST_OFFERS = 2
_LONGEST_QUESTION = 160
_LONGEST_LETTERS = 5


async def answer(question: Question, intents: Sequence[Intent]) -> Answers:
    """Empty where the words name nothing we know: then they are searched for."""
    if len(intents) > 1:
        return await _which_days(question, intents)
    answers = await _READINGS[intents[0].kind](question, intents[0]) if intents else ()
    return answers or await _committee_in_question(question)


async def _which_days(question: Question, intents: Sequence[Intent]) -> Answers:
    """ "nächsten Mittwoch" may be either of two days."""
    committee = intents[0].committee
    if committee is not None:
        choice = await _chosen(question, committee)
        if not (choice.found and choice.is_named):
            return await _committee(question, intents[0])
    words = question.words
    offers = tuple(
        views.Offer(
            label=words.label("button-sessions-days", days=days_in_words(each.days, words)),
            action=Action(Act.SESSIONS, page=1, words=words_of_list(committee or "", each.days)),
        )
        for each in intents
        if each.days
    )
    return (views.choose_reading(question.text, offers, words=words),)


async def _committee_in_question(question: Question) -> Answers:
    """A question we do not understand but for one committee's name: that is offered."""
    written = question.text.strip()
    if not written.endswith("?") or len(written) > _LONGEST_QUESTION:
        return ()

    def found(connection: Connection) -> dict[int, str]:
        every = stored.committees(connection, today=question.desk.today())
        # Short words are names only in capitals: "BV", but not "am".
        words = (word for word in written.rstrip("?").split() if len(word) > _LONGEST_LETTERS or word.isupper())
        choices = (choose(word, every) for word in words)
        return {each.row: each.name for choice in choices if choice.is_named for each in choice.found}

    named = await question.desk.database.read_slowly(found)
    if not 0 < len(named) <= _MOST_OFFERS:
        return ()
    offers = tuple(views.committee_offer(row, name) for row, name in named.items())
    return (views.choose_reading(question.text, offers, words=question.words),)


async def _committee(question: Question, intent: Intent) -> Answers:
    """A committee's sessions or agenda; a choice where only something like it is known."""
    asked = intent.committee or ""
    choice = await _chosen(question, asked)
    if _is_taken(choice, intent):
        return await _of_committee(question, intent, choice)
    if intent.confidence is Confidence.GUESS and not choice.is_named:
        return await _topic_or_committee(question, choice)
    if offered := (choice.found or choice.near)[:_MOST_OFFERS]:
        offers = tuple(views.committee_offer(each.row, each.name) for each in offered)
        return (views.choose_reading(question.text, offers, words=question.words),)
    if choice.is_named and intent.confidence is Confidence.SURE:
        return (views.unknown_committee(question.text, asked, words=question.words),)
    return ()


async def _of_committee(question: Question, intent: Intent, choice: Choice[stored.Committee]) -> Answers:
    asked = choice.found[0].name if len(choice.found) == 1 else intent.committee or ""
    if intent.kind is IntentKind.AGENDA:
        return (await agenda_of(question, asked, intent.days),)
    if intent.kind is IntentKind.SESSIONS:
        return (await sessions_of(question, intent.committee or "", intent.days),)
    if len(choice.found) > 1:
        return await committees(replace(question, text=asked))
    return await _view(question, choice.found[0].row, is_asked_when=intent.kind is IntentKind.NEXT_SESSION)


async def _topic_or_committee(question: Question, choice: Choice[stored.Committee]) -> Answers:
    """ "Jugend" is searched for; who meant the committee finds its button below."""
    if len(choice.found) != 1:
        return ()
    results = await searched(question, question.text)
    return (views.with_committee(results, views.committee_offer(choice.found[0].row, choice.found[0].name)),)


async def _view(question: Question, row: int, *, is_asked_when: bool) -> Answers:
    def found(connection: Connection) -> Message | None:
        return committee_view(connection, question, row, is_asked_when=is_asked_when)

    message = await question.desk.database.read(found)
    return () if message is None else (message,)


async def _sessions(question: Question, intent: Intent) -> Answers:
    if intent.committee is not None:
        return await _committee(question, intent)
    return (await sessions_of(question, "", intent.days),)


async def _agenda(question: Question, intent: Intent) -> Answers:
    if intent.committee is not None:
        return await _committee(question, intent)
    return await agenda(replace(question, text=""))


async def _words(question: Question, intent: Intent) -> Answers:
    """A paper by its words; a committee where they plainly name one."""
    asked = intent.words
    if asked is None:
        return ()
    choice = await _chosen(question, asked)
    if intent.kind is IntentKind.SEARCH:
        is_committee = intent.confidence is Confidence.GUESS and choice.found and choice.is_named
        return await (
            _committee(question, replace(intent, committee=asked)) if is_committee else results_about(question, asked)
        )
    if choice.is_named and len(choice.found) == 1:
        messages = await _view(question, choice.found[0].row, is_asked_when=False)
    else:
        messages = await paper_about(question, asked)
    return hinted(question, messages) if intent.kind is IntentKind.FOLLOW else messages


def hinted(question: Question, answers: Answers) -> Answers:
    """With the button named that makes us tell: nobody follows anything without a tap."""
    return tuple(
        views.with_follow_hint(each, question.words) if isinstance(each, Message) else each for each in answers
    )


async def _open_papers(question: Question, intent: Intent) -> Answers:
    author = author_in_german(intent.author or "")
    is_sure = not author or intent.confidence is Confidence.SURE
    if not is_sure and not await is_known_author(question, author):
        return ()
    return await open_papers(replace(question, text=author))


async def _privacy(question: Question, intent: Intent) -> Answers:
    if intent.confidence is Confidence.SURE:
        return await privacy(question)
    offer = views.Offer(label=question.words.label("button-privacy"), action=Action(Act.PRIVACY))
    return (views.choose_reading(question.text, (offer,), words=question.words),)


async def _greeting(question: Question, _: Intent) -> Answers:
    stock, _row = await stock_of(question.desk)
    return (views.greeting(stock.example, words=question.words),)


async def _thanks(question: Question, _: Intent) -> Answers:
    return (views.thanks(question.words),)


async def _farewell(question: Question, _: Intent) -> Answers:
    return (views.farewell(question.words),)


def _command(conversation: Callable[[Question], Awaitable[Answers]]) -> _Reading:
    """A reading that is a command without words."""

    async def reading(question: Question, _: Intent) -> Answers:
        return await conversation(replace(question, text=""))

    return reading


async def _chosen(question: Question, asked: str) -> Choice[stored.Committee]:
    def found(connection: Connection) -> Choice[stored.Committee]:
        return choose(asked, stored.committees(connection, today=question.desk.today()))

    return await question.desk.database.read_slowly(found)


def _is_taken(choice: Choice[stored.Committee], intent: Intent) -> bool:
    """Whether the sentence and the name leave no doubt; a name that stands alone asks for nothing yet."""
    if not choice.found or intent.confidence is Confidence.GUESS:
        return False
    return choice.is_named or intent.confidence is Confidence.SURE


_READINGS: Mapping[IntentKind, _Reading] = {
    IntentKind.STATUS: _words,
    IntentKind.SEARCH: _words,
    IntentKind.FOLLOW: _words,
    IntentKind.NEXT_SESSION: _committee,
    IntentKind.COMMITTEE: _committee,
    IntentKind.SESSIONS: _sessions,
    IntentKind.AGENDA: _agenda,
    IntentKind.COMMITTEES: _command(committees),
    IntentKind.OPEN_PAPERS: _open_papers,
    IntentKind.FOLLOWING: _command(subscriptions),
    IntentKind.HELP: _command(help_text),
    IntentKind.GREETING: _greeting,
    IntentKind.THANKS: _thanks,
    IntentKind.FAREWELL: _farewell,
    IntentKind.SETTINGS: _command(settings),
    IntentKind.PRIVACY: _privacy,
    IntentKind.MY_DATA: _command(my_data),
    IntentKind.ERASE: _command(erase),
}
