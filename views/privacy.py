"""The privacy notice: who answers for what is stored, what that is, for how long, and what people can do."""

from dataclasses import dataclass
from datetime import timedelta

from markupsafe import Markup

from council.served.controller import Controller
from views.message import Message
from views.shortening import clipped
from views.wording import Words

_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How long, in whole days: an answered question, an ended notice, what was told of a past session, a gone chat."""

    questions: timedelta
    notices: timedelta
    sessions: timedelta
    gone: timedelta


def privacy(controller: Controller, kept: Kept, *, words: Words) -> Message:
    """In one message; what the operator did not say is said to be missing."""
    text = words(
        "privacy",
        controller=_controller(controller, words),
        complaints=_complaints(controller, words),
        questions=_days(kept.questions, words),
        notices=_days(kept.notices, words),
        sessions=_days(kept.sessions, words),
        gone=_days(kept.gone, words),
    )
    return Message(text=text)


def _controller(controller: Controller, words: Words) -> Markup:
    if controller.name is None and controller.contact is None:
        return words("privacy-nobody")
    name, contact = _given(controller.name), _given(controller.contact)
    return words(
        "privacy-controller",
        name=name or words("privacy-no-name"),
        contact=contact or words("privacy-no-contact"),
    )


def _complaints(controller: Controller, words: Words) -> Markup:
    authority = _given(controller.authority)
    return words("privacy-complaints", authority=authority) if authority else words("privacy-no-authority")


def _given(text: str | None) -> str:
    return clipped(" ".join((text or "").split()), _LONGEST)


def _days(span: timedelta, words: Words) -> str:
    return words.label("lead-days", count=span.days)
