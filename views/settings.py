"""The settings of a chat: one message that edits itself, every state in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from markupsafe import Markup

from council.served.choices import OFFERED_LEADS, OFFERED_QUIET, Choice, Wish
from council.served.languages import Language
from council.served.lead_times import MOST_LEAD_TIMES, LeadTime
from council.served.quiet_hours import QuietHours
from views.actions import Act, Action, action_data
from views.lead_words import lead_words
from views.message import Button, Message
from views.wording import Words

_LANGUAGES = {Language.DE: "language-de", Language.EN: "language-en"}


class Whose(Enum):
    """Whom the settings are for."""

    CHAT = auto()
    GROUP = auto()
    TOPIC = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """How it is now, and how it is for those who choose nothing."""

    whose: Whose
    language: Language
    leads: tuple[LeadTime, ...]
    quiet: QuietHours | None
    usual_language: Language
    usual_leads: tuple[LeadTime, ...]
    usual_quiet: QuietHours | None


def settings(chosen: Chosen, *, words: Words) -> Message:
    """All of them, with a button for each."""
    whose = {
        Whose.CHAT: "settings-of-chat",
        Whose.GROUP: "settings-of-group",
        Whose.TOPIC: "settings-of-topic",
    }[chosen.whose]
    lines = [words(whose), _language(chosen, words), _reminders(chosen, words), _quiet(chosen, words)]
    text = Markup("<b>{}</b>\n{}").format(words("settings-title"), Markup("\n").join(lines))
    pages = (
        ("button-language", Act.SETTINGS_LANGUAGE),
        ("button-reminders", Act.SETTINGS_REMINDERS),
        ("button-quiet", Act.SETTINGS_QUIET),
    )
    rows = [(Button(label=words.label(phrase), action=action_data(Action(act))),) for phrase, act in pages]
    if not _is_usual(chosen):
        rows.append((_wish(words.label("button-all-usual"), Choice(Wish.ALL_USUAL)),))
    return Message(text=text, buttons=tuple(rows))


def language_setting(chosen: Chosen, *, words: Words) -> Message:
    """The languages to choose from, each by its own name."""
    buttons = [
        _option(words.label(phrase), Choice(Wish.LANGUAGE, language.value), words, is_on=language is chosen.language)
        for language, phrase in _LANGUAGES.items()
    ]
    return _page(_language(chosen, words), words("settings-language-how"), [tuple(buttons)], words)


def reminder_setting(chosen: Chosen, *, words: Words) -> Message:
    """Lead times to switch on and off, those that are on already among them."""
    offered = {lead.text: lead for lead in (*OFFERED_LEADS, *chosen.leads)}
    on = {lead.text for lead in chosen.leads}
    buttons = [
        _option(
            words.label("settings-lead", lead=lead_words((lead,), words)),
            Choice(Wish.LEAD_OFF if lead.text in on else Wish.LEAD_ON, lead.text),
            words,
            is_on=lead.text in on,
        )
        for lead in sorted(offered.values(), key=lambda lead: lead.before, reverse=True)
    ]
    none = _option(words.label("settings-none"), Choice(Wish.NO_LEADS), words, is_on=not on)
    last = (none, *_way_back(Wish.USUAL_LEADS, words, is_usual=chosen.leads == chosen.usual_leads))
    return _page(_reminders(chosen, words), words("settings-reminders-how"), [*_pairs(buttons), last], words)


def quiet_setting(chosen: Chosen, *, words: Words) -> Message:
    """Quiet hours to choose from, the present ones among them."""
    offered = dict.fromkeys((*OFFERED_QUIET, *((chosen.quiet,) if chosen.quiet else ())))
    buttons = [
        _option(_hours(hours, words), Choice(Wish.QUIET, str(hours)), words, is_on=hours == chosen.quiet)
        for hours in offered
    ]
    none = _option(words.label("settings-no-hours"), Choice(Wish.NO_QUIET), words, is_on=chosen.quiet is None)
    last = (none, *_way_back(Wish.USUAL_QUIET, words, is_usual=chosen.quiet == chosen.usual_quiet))
    return _page(_quiet(chosen, words), words("settings-quiet-how"), [*_pairs(buttons), last], words)


def consent_to_choice(choice: Choice, *, words: Words) -> Message:
    """What would be stored, before anything is."""
    agree = Button(
        label=words.label("button-agree-setting"), action=action_data(Action(Act.AGREE_CHOICE, words=str(choice)))
    )
    decline = Button(label=words.label("button-decline"), action=action_data(Action(Act.DECLINE)))
    text = Markup("{}\n{}").format(words("consent-setting"), words("consent-kept"))
    return Message(text=text, buttons=((agree,), (decline,)))


def too_many(words: Words) -> str:
    """A toast: no more reminders before one session."""
    return words.label("settings-full", count=MOST_LEAD_TIMES)


def _page(state: Markup, how: Markup, rows: Sequence[tuple[Button, ...]], words: Words) -> Message:
    back = Button(label=words.label("button-settings"), action=action_data(Action(Act.SETTINGS)))
    return Message(text=Markup("<b>{}</b>\n{}").format(state, how), buttons=(*rows, (back,)))


def _way_back(wish: Wish, words: Words, *, is_usual: bool) -> tuple[Button, ...]:
    return () if is_usual else (_wish(words.label("button-usual"), Choice(wish)),)


def _option(label: str, choice: Choice, words: Words, *, is_on: bool) -> Button:
    return _wish(words.label("settings-chosen", choice=label) if is_on else label, choice)


def _wish(label: str, choice: Choice) -> Button:
    return Button(label=label, action=action_data(Action(Act.CHOOSE, words=str(choice))))


def _pairs(buttons: Sequence[Button]) -> list[tuple[Button, ...]]:
    return [tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2)]


def _language(chosen: Chosen, words: Words) -> Markup:
    return words("settings-language", language=words.label(_LANGUAGES[chosen.language]))


def _reminders(chosen: Chosen, words: Words) -> Markup:
    leads = lead_words(chosen.leads, words)
    line = words("settings-reminders", leads=leads) if leads else words("settings-no-reminders")
    return _usually(line, words, is_usual=chosen.leads == chosen.usual_leads)


def _quiet(chosen: Chosen, words: Words) -> Markup:
    quiet = chosen.quiet
    if quiet is None:
        line = words("settings-no-quiet")
    else:
        line = words("settings-quiet", **{"from": f"{quiet.begins:%H:%M}", "until": f"{quiet.ends:%H:%M}"})
    return _usually(line, words, is_usual=quiet == chosen.usual_quiet)


def _usually(line: Markup, words: Words, *, is_usual: bool) -> Markup:
    return words("settings-usual", line=line) if is_usual else line


def _hours(hours: QuietHours, words: Words) -> str:
    return words.label("settings-hours", **{"from": f"{hours.begins:%H:%M}", "until": f"{hours.ends:%H:%M}"})


def _is_usual(chosen: Chosen) -> bool:
    return (chosen.language, chosen.leads, chosen.quiet) == (
        chosen.usual_language,
        chosen.usual_leads,
        chosen.usual_quiet,
    )
