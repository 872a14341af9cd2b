"""English sentences and what they ask for; the first form that fits counts."""

from council.published.numbers import Confidence
from council.served.intent_kinds import Forms, IntentKind, Pattern

_PHRASES = {
    "nothing": "",
    "of": "[of|for|in|from|by] [the]",
    "again": "[again|next|soon|then]*",
    "papers": "(motions|papers|items|requests|proposals|questions|documents|applications)",
    "open": "(open|pending|outstanding|unresolved|unfinished|undecided)",
    "decided": "(adopted|approved|passed|rejected|decided|done|finished|withdrawn|referred|accepted|postponed)",
    "discussed": "(discussed|debated|decided|on|up)",
    "up": "[comes up|is up|is on the agenda|is on an agenda|is scheduled|changes|is discussed|meets|moves|happens"
    "|is decided|gets on an agenda]",
    "what": "(what's|whats|what is|what are)",
    "when": "(when's|when is|when are|where's|where is)",
    "session": "(meeting|meetings|session|sessions)",
    "bot": "[there|bot|ratsbote|everyone|all]*",
    "me": "(me|us)",
    "any": "[any|a|the|all|my|which|what]*",
}
_forms = Forms(_PHRASES)
_LIKELY = Confidence.LIKELY

# Said before the question, and no part of it.
POLITE_ENGLISH = _forms.compiled(
    "(thanks|thank you|(hello|hi|hey|good (morning|afternoon|evening|day)) <bot>|and|well|okay|yes"
    "|(can|could|would|will) you (tell|show|give|help) [me|us]|(tell|show|give) (me|us)"
    "|(i would like|i'd like|i want|i need) to (know|see)|do you know|i wonder|show)"
)

ENGLISH: tuple[Pattern, ...] = (
    *_forms(
        IntentKind.FOLLOWING,
        """
        what (do i follow|am i following|am i subscribed to|have i subscribed to)
        [all] my (subscriptions|follows|reminders|notifications)
        (subscriptions|following|mute|unsubscribe|unsubscribe from (everything|all))
        (unfollow|unsubscribe from|stop following|don'?t follow|forget) {w} [anymore]
        (stop|no more) (messages|notifications|reminders|reminding me|messaging me|following)
        how (do|can) i (unsubscribe|stop this|turn this off)
        (turn|switch) off [the|all|my] (notifications|messages|reminders)
        don'?t remind me [(of|about) {w}]
        """,
    ),
    *_forms(IntentKind.NEXT_SESSION, "tell <me> (when|where) [the] {c} (meets|is meeting|will meet) <again>"),
    *_forms(
        IntentKind.FOLLOW,
        """
        (follow|watch|track|subscribe to) {w}
        (i would like|i'd like|i want) to (follow|watch|track|subscribe to) {w}
        keep <me> (posted|updated|informed) (on|about) {w}
        remind <me> (of|about|before|on) {w}
        (remind|notify|alert|tell|inform) <me> (when|if|about|of|once|as soon as) {w} <up>
        let <me> know (when|if|about) {w} <up>
        """,
    ),
    *_forms(
        IntentKind.OPEN_PAPERS,
        """
        <what> [still|all]* <open> (from|by|for|of) {a}
        what of {a} is [still] <open>
        what (does|do|has|have) {a} [still|have|got]* <open>
        (which|what) <papers> (of|by|from) {a} are [still] <open>
        (which|what) <papers> are [still] <open>
        which of {a} <papers> are [still] <open>
        <what> [still|all]* <open>
        what happened to our <papers>
        [still] <open> (from|by) {a}
        where are our <papers>
        open
        """,
    ),
    *_forms(
        IntentKind.OPEN_PAPERS,
        """
        [which|what|the|all] (<open>|unanswered) <papers> (of|by|from) {a}
        [which|what|the|all|our|my] (<open>|unanswered) <papers>
        """,
        confidence=_LIKELY,
    ),
    *_forms(
        IntentKind.COMMITTEES,
        """
        (which|what) (committees|bodies) [are there|do you know|exist|does the council have]
        [list|all|list of|list all] [the|all] committees
        """,
    ),
    *_forms(
        IntentKind.AGENDA,
        """
        (<what>|what will be) on the [next] agenda <of> {c}
        <what> the [next] agenda <of> {c}
        (<what>|what will be) <discussed> (in|at|by) [the] {c}
        what (is|will) {c} (discussing|debating|discuss|debate|deciding|decide)
        """,
    ),
    *_forms(
        IntentKind.AGENDA,
        """
        [the] [next] agenda <of> {c}
        [<what>] [the] {c} agenda
        """,
        confidence=_LIKELY,
    ),
    *_forms(
        IntentKind.SESSIONS,
        """
        [the] [next] (agenda|agendas)
        (<what>|what will be) (on the agenda|discussed)
        """,
        needs_days=True,
    ),
    *_forms(
        IntentKind.AGENDA,
        """
        [the] [next] (agenda|agendas)
        (<what>|what will be) on the agenda
        which agendas are (out|published|there)
        """,
    ),
    *_forms(
        IntentKind.SESSIONS,
        """
        (what|<what>) [on|up|happening|going on|planned|scheduled|there|the plan|new|coming up]*
        what (meets|do (we|i) have|have (we|i) got)
        (who meets|anything [on|up|happening|planned|scheduled])
        [are there|is there|do we have|do i have] <any> (<session>|dates|appointments) [planned|scheduled]
        <any> (<session>|committee|committees|dates|calendar|schedule)
        (what|which) (<session>|committees) are
        <what> the <session>
        <any> (<session>|committee|committees) [are|do we|do i]* (there|on|meet|meets|happening|planned|scheduled|have)
        where do i have to (be|go)
        does (any committee|anyone|anything) meet
        """,
        needs_days=True,
    ),
    *_forms(
        IntentKind.SESSIONS,
        """
        <what> (coming up|next|coming|upcoming|planned|scheduled|ahead)
        [the|all|my|our|any|list]* (next|upcoming|coming|future) (<session>|dates)
        [the|all|my|our|any|list]* (meetings|sessions|dates|calendar|schedule)
        when (is|are|s) [the] [next] <session>
        when do we meet [again|next]
        who meets (next|when|soon)
        (which|what) (<session>|committees) [are|is|meet]* (next|coming up|up|upcoming|planned|soon|there)
        """,
    ),
    *_forms(
        IntentKind.STATUS,
        "when (will|is|does) {w} (come up|be discussed|be decided|discussed|decided|on the agenda|get decided)",
    ),
    *_forms(
        IntentKind.NEXT_SESSION,
        """
        <when> [the] next {c} <session>
        (when|where|when and where|what time|at what time) (does|do|will|is|are) {c} (meet|meeting|convene|sit) <again>
        <when> [the] [next] <session> of [the] {c}
        [the] next <session> of [the] {c}
        when do i have to (be in|go to) {c}
        (when|where) [the] {c} (meets|is meeting|will meet) <again>
        """,
    ),
    *_forms(
        IntentKind.NEXT_SESSION,
        """
        (does|will|is) {c} (meet|meeting) <again>
        <when> [the] [next] {c} [<session>] <again>
        [the] next {c} [<session>]
        {c} (<session>|dates|when|next <session>)
        (<session>|dates) (of|for) {c}
        """,
        confidence=_LIKELY,
    ),
    *_forms(
        IntentKind.COMMITTEE,
        """
        [<when> the|the] last <session> of [the] {c}
        what (did|has) {c} (decide|decided)
        """,
        confidence=_LIKELY,
    ),
    *_forms(
        IntentKind.STATUS,
        """
        [<what>] [the] [current] status (of|on|for) {w}
        status {w}
        {w} status
        what happened (to|with) {w}
        what (became of|about) {w}
        where (does|do|is|are) {w} (stand|stuck|now|at)
        where {w} stands
        <what> (happening|going on|new|up) with {w}
        how (is|about) {w} [going|doing|coming along]
        [is there|are there] [any] (news|update|updates) (on|about|of) {w}
        (was|were|is|are|has|have) {w} [been] [already] <decided>
        (where's|where is|where are) {w}
        what was decided (on|about) {w}
        """,
    ),
    *_forms(
        IntentKind.SEARCH,
        """
        [find|show|search|list]* [are there|which|what|any|all]* <papers> [are there] (on|about|regarding) {w}
        (search|look|find) [me|for|up|anything|everything|something|on|about]* {w}
        (i am|i'm) looking for {w}
        (is there|do you have) (anything|something) (on|about) {w}
        (anything|everything|something) (on|about) {w}
        (<what>|what is there) [there] (on|about) {w}
        """,
    ),
)
