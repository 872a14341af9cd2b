"""Where a paper stands: numbers and links become cards."""

from council.published.known import KnownPaper
from council.published.links import LinkKind, find_links
from council.published.numbers import Confidence, Mention, find_mentions
from handlers.desk import Question
from handlers.opening import Opening, by_reference, of_known
from handlers.pending import Answers, Pending
from handlers.search import found
from handlers.stock import stock_of
from storage.lookup import Found
from storage.questions import Linked, Looked, look_up_all
from views import choices
from views.looking_up import looking_up
from views.message import Message
from views.paper_card import Beside, Relative, paper_card
from views.welcome import status_how

# What one message may ask for; more would be a flood on a phone.
MOST_CARDS = 5


async def status(question: Question) -> Answers:
    """`/status NUMBER`; without one, how to ask; with words, a search."""
    if not question.text.strip():
        stock, _ = await stock_of(question.desk)
        return (status_how(stock, words=question.words),)
    return await numbers_and_links(question) or await found(question)


async def numbers_and_links(question: Question) -> Answers:
    """An answer for each number and link in a text (up to five); empty where there is none to take seriously.

    What only may be a number ("22 1554") counts if it is stored.
    """
    links, mentions = find_links(question.text), find_mentions(question.text)
    if not links and not mentions:
        return ()
    looked = await question.desk.database.read(look_up_all, links, mentions)
    wanted: list[Linked | tuple[Mention, Found]] = [*looked.links, *_serious(mentions, looked)]
    messages: list[Message | Pending] = [
        await _answer(question, one, can_look_up=looked.can_look_up and question.desk.looks_up)
        for one in wanted[:MOST_CARDS]
    ]
    if len(wanted) > MOST_CARDS:
        left = tuple(one[0].written for one in wanted[MOST_CARDS:] if isinstance(one, tuple))
        messages.append(choices.too_many(left, words=question.words))
    return tuple(messages)


async def card_of_reference(question: Question, body: str, reference: str) -> tuple[Message, ...]:
    """The card of one council's paper; empty if it is not stored."""
    opening = await by_reference(question.desk, body, reference, question.place)
    return () if opening is None else (card(question, opening),)


def card(question: Question, opening: Opening, *, asked: str | None = None) -> Message:
    """The card; `asked` is the number the person wrote where the paper is only of its family."""
    paper, note = opening.paper, None
    if asked is not None:
        note = question.words("note-family", asked=asked, reference=paper.known.paper.reference)
    references = tuple(reference for _, reference in paper.relatives)
    return paper_card(
        paper.known,
        words=question.words,
        zone=question.desk.zone,
        today=question.desk.today(),
        note=note,
        beside=Beside(
            way=paper.way,
            relatives=tuple(Relative(row=row, reference=reference) for row, reference in paper.relatives),
            failing_since=paper.failing_since,
            is_followed=opening.is_followed,
            overdue=question.desk.deadlines.overdue(paper.known, relatives=references, today=question.desk.today()),
        ),
    )


def _serious(mentions: tuple[Mention, ...], looked: Looked) -> list[tuple[Mention, Found]]:
    pairs = zip(mentions, looked.mentions, strict=True)
    return [(mention, hit) for mention, hit in pairs if hit.exact or mention.confidence is not Confidence.GUESS]


async def _answer(
    question: Question, wanted: Linked | tuple[Mention, Found], *, can_look_up: bool
) -> Message | Pending:
    if isinstance(wanted, Linked):
        return await _answer_link(question, wanted, can_look_up=can_look_up)
    mention, hit = wanted
    if hit.exact:
        return await _one_or_choice(question, hit.exact, mention)
    if mention.state_parliament:
        stock, _ = await stock_of(question.desk)
        return choices.state_parliament_number(mention.written, stock=stock, words=question.words)
    if can_look_up:
        message = looking_up(mention.written, words=question.words)
        return Pending(message=message, reference=mention.candidates[0])
    return await nearest(question, mention.written, hit)


async def nearest(question: Question, asked: str, hit: Found) -> Message:
    """For a number that is not stored: its family, or what it may have been meant to be."""
    if len(hit.family) == 1:
        return await _open(question, hit.family[0], asked=asked)
    if hit.family:
        return choices.family(asked, choices=_choices(hit.family), words=question.words)
    stock, _ = await stock_of(question.desk)
    near = tuple(choices.Choice(row=each.row, reference=each.reference, name=each.name) for each in hit.nearest)
    return choices.unknown_number(asked, nearest=near, stock=stock, words=question.words)


def _choices(papers: tuple[KnownPaper, ...], *, bodies: bool = False) -> tuple[choices.Choice, ...]:
    return tuple(
        choices.Choice(
            row=known.row,
            reference=known.paper.reference,
            name=known.paper.name,
            body=known.body.name if bodies else None,
        )
        for known in papers
    )


async def _answer_link(question: Question, linked: Linked, *, can_look_up: bool) -> Message | Pending:
    if not linked.papers and can_look_up and linked.link.kind is LinkKind.PAPER:
        return Pending(message=looking_up(None, words=question.words), link=linked.link)
    if not linked.papers:
        stock, _ = await stock_of(question.desk)
        return choices.unknown_link(stock=stock, words=question.words)
    if len(linked.papers) == 1:
        return await _open(question, linked.papers[0])
    return choices.linked(_choices(linked.papers), words=question.words)


async def _one_or_choice(question: Question, exact: tuple[KnownPaper, ...], mention: Mention) -> Message:
    if len(exact) == 1:
        return await _open(question, exact[0])
    return choices.same_number(mention.written, choices=_choices(exact, bodies=True), words=question.words)


async def _open(question: Question, known: KnownPaper, *, asked: str | None = None) -> Message:
    return card(question, await of_known(question.desk, known, question.place), asked=asked)
