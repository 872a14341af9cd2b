# The assistant's words. Markup is Telegram's; everything in { $… } is escaped when it is put in.
# The council's own words (results, committees, titles) come from the source and are never translated.

moment = { $day }, { $time }
at-organization = in the { $name }

## Where a paper stands (first line of the card)

standing-filed = Filed – no consultations published yet
standing-referred = Lies { $where } – no session published yet
standing-referred-on = Referred on { $day } { $where }
standing-scheduled = Scheduled for { $day } { $where }
standing-awaiting_result = Was scheduled for { $day } { $where } – no result published yet
standing-postponed = Postponed on { $day } { $where }
standing-recommended = Recommended on { $day } { $where } – not finally decided yet
standing-not_recommended = Not recommended on { $day } { $where } – not finally decided yet
standing-noted = Taken note of on { $day } { $where }
standing-adopted = Adopted on { $day } { $where }
standing-adopted_and_referred = Adopted and referred on { $day } { $where }
standing-rejected = Rejected on { $day } { $where }
standing-withdrawn = Withdrawn on { $day } { $where }
standing-done = Closed as done on { $day } { $where }
standing-wording = Result of { $day } { $where }: “{ $result }”
standing-wording-undated = Result { $where }: “{ $result }”
standing-next = Next: { $day } { $where }
standing-lies-in = Next stop: { $name }, no session published yet
standing-treated = After that: { $day } { $where } – no result published yet

## A paper's card

card-originators = By { $names }
card-lead = Lead office: { $name }
card-consultations = Consultations
card-stop-past = { $day } · { $name }: { $result }
card-stop-open = { $day } · { $name }: no result published yet
card-stop-future = { $day } · { $name }: scheduled
card-stop-on-agenda = { $day } · { $name }: scheduled, agenda item { $number }
card-stop-cancelled = { $day } · { $name }: session cancelled
card-stop-taken-off = { $day } · { $name }: taken off the agenda
card-stop-off = { $day } · { $name }: “{ $word }” on the agenda
card-stop-not-found = { $day } · { $name }: not to be found on the agenda any more
card-stop-undated = { $name }: { $result }
card-stop-unscheduled = { $name }: no session published yet
card-earlier = { $count ->
    [one] … one earlier stop
   *[other] … { $count } earlier stops
}
card-more = { $count ->
    [one] … one more
   *[other] … { $count } more
}
card-parent = Refers to { $reference }
card-related = Belongs together with { $references }
card-files = Attachments: { $names }
card-source = { $body } · As of { $moment }
card-failing = The council’s system has not answered me since { $moment }; what you see is from before.

button-text = Text of the paper
button-card = Back to the status
button-original = Original ({ $host })
button-earlier = ‹ Back
button-later = Next ›

note-family = I do not know { $asked }, but I do know { $reference }:
note-same-number = { $count ->
   *[other] There are { $count } papers with the number { $reference }. Which one do you mean?
}
note-family-choice = I do not know { $asked } on its own. These belong to it:
note-link-choice = Several papers belong to this link:
note-too-many = I show up to five papers at once; not among them: { $references }

## The text of a paper

text-title = Text of paper { $reference }
text-page = Page { $page } of { $pages }
text-facts = Facts (Sachverhalt)
text-decision = Proposed decision (Beschlussvorschlag)
text-missing = There is no text of { $reference } here. If it was published, the original has it.
text-gone = This paper is no longer available. Please look it up again by its number.

## Search

search-title = { $count ->
    [one] One result for “{ $words }”
   *[other] { $count } results for “{ $words }”
}
search-title-open = Results for “{ $words }”
search-page = Page { $page }
search-loosened = No paper has all of these words; here is what has one of them.
search-shortened = I searched for the first words only.
search-nothing = I found nothing for “{ $words }”.
search-nothing-hint = Try a single word of the title, such as “Radweg”, or a paper number such as { $example }.
search-end = There is nothing more on this page. Please search again.
search-how = What shall I search for? Write one or more words, for example:
    <code>Radweg</code>
    In a group: <code>/search Radweg</code>

## Unknown numbers

unknown-number = I do not know { $reference }.
unknown-nearest = Did you mean one of these?
unknown-stored = { $count ->
    [0] I have no papers stored yet. Whoever runs me can read some in.
    [one] One paper is stored so far ({ $bodies }).
   *[other] { $count } papers are stored ({ $bodies }).
}
unknown-state-parliament = { $reference } has five digits – it is probably a paper of Hamburg’s state parliament (Bürgerschaft). I only know the papers of: { $bodies }.
unknown-state-parliament-empty = { $reference } has five digits – it is probably a paper of Hamburg’s state parliament (Bürgerschaft). I do not read those.
button-state-parliament = The parliament’s own database
looking-up = Looking for { $reference } …
looked-not-found = I have just looked: { $reference } is not in the council’s system.
looked-not-public = The council publishes nothing about { $reference }.
looked-unreachable = I do not know { $reference }, and the council’s system does not answer me right now. Please ask again later.
looked-too-late = I do not know { $reference }, and the council’s system did not answer in time. I have stopped waiting; please ask again in a few minutes.
looked-link = this link
unknown-link = I have nothing stored for this link.
status-how = Which paper’s status do you want? For example:
    <code>/status { $example }</code>

## Welcome and help

start = <b>Where does my motion stand?</b>
    Send me a paper number and I tell you where the paper stands. Or send a few words and I search for them.
    Tap “Follow” and I tell you when it comes on an agenda, and remind you before the session.
    I know: { $bodies }
    I only read what councils make public; this chat is not end-to-end encrypted. Please write nothing confidential.
    Tap an example:
start-empty = no council yet – nothing has been read in so far
button-example = Status { $reference }?
button-help = Help

help = <b>What I can do</b>

    <b>Status of a paper</b>
    Write the number any way you like: <code>{ $example }</code>, <code>Status { $example }?</code>, <code>Drs. { $example }</code> – several (up to five) in one message too, or paste a link from the council’s system.

    <b>Search</b>
    Just write words: <code>Radweg</code> also finds “Radwegekonzept”; umlauts and ß do not matter.

    <b>Just ask</b>
    <code>When does the Hauptausschuss meet?</code>, <code>What’s on next week?</code>, <code>What is still open from the SPD?</code> – where I am not sure, I ask back.

    <b>Following</b>
    Tap “Follow” below a paper, a committee or an agenda. I tell you when something happens, and remind you before the session.

    <b>In groups</b>
    There I only see commands and replies to my messages. What I follow there, the admins decide.

    <b>Commands</b>
    /status – status of a paper
    /search – search papers by words
    /committees – committees and their sessions, also: <code>/committees Sozial</code>
    /sessions – coming sessions
    /agenda – for example <code>/agenda Hauptausschuss</code>
    /open – what is not finished yet, for example <code>/open SPD</code>
    /following – what you follow: pause, stop
    /settings – language, reminders, quiet hours
    /privacy – what I store, and your rights
    /mydata – everything about this chat as a file
    /erase – erase everything about this chat
    /help – this overview
    /start – welcome and examples

    Results are given word for word, in German. What is not published I do not know.
help-bodies = Read in: { $bodies }

menu-start = Welcome and examples
menu-status = Status of a paper, e.g. /status { $example }
menu-search = Search papers by words
menu-help = What I can do
bot-description = Where does my motion stand? Send me a paper number and I tell you where the paper stands and how it got there. Or send words and I search. If you follow it, I tell you when it comes on an agenda and remind you before the session. I only read what the council makes public.
bot-short-description = Tells where a council paper stands, and when it comes on an agenda.

## Following

button-follow = Follow
button-leave = Stop following
button-follow-committee = Follow this committee
button-leave-committee = Stop following this committee
button-follow-again = Follow again
button-resume = Resume
button-agree = I agree, follow
button-decline = No, thanks
button-following = What I follow

consent = <b>Do you want to follow { $label }?</b>
consent-kept = For this I have to remember something: the number of this chat, its language, what you set, what you follow, and which messages I sent you about it (their numbers, not the text). No names, nothing else that you write.
    You only get what the council makes public. Telegram can read along, including what you follow.
    You can end it at any time under /following, and erase everything with /erase. More: /privacy
consent-declined = All right. I have stored nothing.

followed = You now follow { $label }.
followed-already = You follow { $label } already.
followed-stop = On the agenda { $where }: { $when }
followed-stop-number = On the agenda { $where }: { $when }, agenda item { $number }
followed-stop-planned = Scheduled { $where }: { $when }. It is not on a published agenda yet.
followed-stop-cancelled = Cancelled { $where }: { $when }
followed-stop-off = No longer on the agenda { $where }: { $when }
followed-family = { $reference } belongs to it, on the agenda { $where }: { $when }
followed-family-number = { $reference } belongs to it, on the agenda { $where }: { $when }, agenda item { $number }
followed-place = Place: { $place }
followed-no-date = No session published yet.
followed-told-paper = I tell you when any of this changes, when it comes on an agenda, and when there is a result.
followed-told-committee = I tell you when an agenda is published or changes, and when a session is moved or cancelled.
followed-reminders = I will remind you { $leads } before the session. Change it: /settings
followed-no-reminders = Reminders before sessions are switched off. Change it: /settings
followed-none-coming = No further session published yet.
follow-full = You already follow { $count } papers and committees; I do not remember more. Under /following you can end some.
follow-gone = This is no longer public here. I have changed nothing.
follow-admins = In this group only admins decide what I follow. Anybody may look things up.
follow-left = You no longer follow { $label }.
follow-left-already = You do not follow this. I have changed nothing.
follow-paused = Paused: { $label }. Nothing comes until you resume.
follow-resumed = Running again: { $label }.
lead-weeks = { $count ->
    [one] one week
   *[other] { $count } weeks
}
lead-days = { $count ->
    [one] one day
   *[other] { $count } days
}
lead-hours = { $count ->
    [one] one hour
   *[other] { $count } hours
}
lead-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
lead-at = { $lead } (at { $time })
lead-same-day = on the same day (at { $time })
lead-and = { $leads } and { $last }

abos-title = { $count ->
    [one] You follow one paper or committee
   *[other] You follow { $count } papers and committees
}
abos-empty = You do not follow anything yet.
    Send me a paper number and tap “Follow” below the answer, or choose a committee with /committees.
abos-paused = paused
abos-last = Last: { $when }
abos-next = Next { $where }: { $when }
abos-next-number = Next { $where }: { $when }, agenda item { $number }
abos-gone = no longer public
abos-open = Open { $place }
abos-pause = Pause { $place }
abos-resume = Resume { $place }
abos-stop = Stop { $place }

## Committees, sessions, agendas

committees-title = Committees
committees-found = Committees for “{ $words }”
committees-none = I know no committees with sessions yet. Whoever runs me can read in a council.
committees-unknown = I know no committee for “{ $words }”. All are listed under /committees.
committees-next = Next session: { $when }
committees-no-date = no further session published yet
committees-followed = you follow it
committee-coming = Coming sessions
committee-past = Last sessions
committee-gone = I no longer know this committee. All are listed under /committees.
button-agenda-of = Agenda { $day }
button-committees = Committees and sessions

sessions-title = Coming sessions
sessions-found = Coming sessions for “{ $words }”
sessions-none = No coming session is published.
sessions-none-of = No coming session is published for “{ $words }”. All committees are listed under /committees.
button-search-papers = Search the papers
button-sessions = Coming sessions
button-sessions-days = Sessions { $days }
button-privacy = What I store
days-one = on { $day }
days-several = from { $first } to { $last }
sessions-title-days = Sessions { $days }
sessions-found-days = Sessions for “{ $words }” { $days }
sessions-none-days = I know of no public session { $days }.
sessions-none-of-days = For “{ $words }” I know of no public session { $days }.
session-no-time = { $day }, time not published
session-no-day = day not published
session-agenda-out = agenda published
session-agenda-not-out = agenda not published yet
session-cancelled = cancelled
session-gone = This session is no longer available.

agenda-title = Agenda: { $name }
agenda-cancelled = The session is cancelled.
agenda-not-out = The agenda is not published yet.
agenda-not-read = The agenda is published, but I have not read it yet. The original has it.
agenda-own = Your items
agenda-all = All items
agenda-late = late item
agenda-result = Result: “{ $result }”
agenda-withdrawn = “{ $word }”
agenda-not-found = no longer on the agenda
agenda-non-public = Non-public part
agenda-status = /status with its number tells you where a paper stands.
agenda-which = Which agenda?
agenda-none = No agenda is published yet for the coming sessions. The dates are under /sessions.

menu-committees = Committees and their sessions
menu-sessions = Coming sessions
menu-agenda = A committee’s agenda
menu-following = What you follow
menu-open = What is not finished, e.g. /open SPD

## What is open

open-title = Open: { $name }
open-title-followed = Open among what you follow
open-count = { $count ->
    [one] One paper is referred or scheduled and not finished.
   *[other] { $count } papers are referred or scheduled and not finished.
}
open-nowhere = Next committee not published
open-days = { $count ->
    [0] since today ({ $day })
    [one] for one day ({ $day })
   *[other] for { $count } days ({ $day })
}
open-weeks = for { $count } weeks ({ $day })
open-years = for more than { $count } years ({ $day })
open-scheduled = scheduled for { $day }
open-last = last on the agenda on { $day }, no result published yet
open-last-result = last on the agenda on { $day }: “{ $result }”
open-never = never on an agenda so far
open-never-there = never on an agenda there so far
open-found-under = Found under: { $names }
open-members = single members such as { $name }
open-none = Nothing of { $name } is open: what I know is finished or was never given to a committee.
open-none-followed = Nothing of the papers you follow is open. You can also ask for a faction, for example <code>/open SPD</code>.
button-open-authors = By faction
button-follow-author = Follow all of it
button-leave-author = Stop following all of it
the-author = everything of { $name }
author-found-under = Found under:
author-spelling = { $count ->
    [one] • { $name } (one paper)
   *[other] • { $name } ({ $count } papers)
}
author-wrong = Does one of them not belong here? Then tap “Remove”. New spellings are added by themselves; every message says why it came.
author-remove = Remove: { $name }
author-told = I will write when one of them is on an agenda, when a result appears and when it is referred.
abos-author = { $count ->
    [0] Nothing of it is open.
    [one] One paper of it is open.
   *[other] { $count } papers of it are open.
}
authors-which = Whose? Tap a faction, or add the name, for example <code>/open SPD</code> or <code>/open Ute Weiß</code>.
authors-more = { $count ->
    [one] There is one more name; ask for it with /open and the name.
   *[other] There are { $count } more names; ask for them with /open and the name.
}
authors-none = I do not know a faction with stored papers yet.
authors-several = I know several for “{ $words }”. Whom do you mean?
authors-unknown = I know no papers of “{ $words }”.
authors-nearest = Did you mean:
authors-hint = Ask for a faction or a person as the council writes them. Single words are found by /search.
authors-gone = No paper of this name is public any more.

## Notices

the-organization = the { $name }
button-pause = Pause
button-agenda = Agenda
button-card-of = Status of the paper
notice-reason = because you follow { $labels }
notice-more-reasons = { $count ->
    [one] {" "}and one more
   *[other] {" "}and { $count } more
}
notice-item-number = item { $number }
notice-more-items = … { $count ->
    [one] one more
   *[other] { $count } more
}
notice-formerly = Before: { $when }
notice-cancelled = Cancelled: { $organization }, { $when }
notice-was-on-agenda = It was to deal with:
notice-revived = Takes place after all: { $organization }, { $when }
notice-moved = Moved: { $organization }, now { $when }
notice-time = Time published: { $organization }, { $when }
notice-room = Another place: { $organization }, { $when }
notice-scheduled = { $reference } is on the agenda: { $organization }, { $when }
notice-scheduled-several = { $count ->
    [one] One of your items is on the agenda: { $organization }, { $when }
   *[other] { $count } of your items are on the agenda: { $organization }, { $when }
}
notice-agenda = Agenda: { $organization }, { $when }
notice-other-items = Besides:
notice-agenda-changed = Agenda changed: { $organization }, { $when }
notice-added = New:
notice-withdrawn = No longer on the agenda:
notice-paper-added = Paper added:
notice-reworded = Reworded:
notice-item-moved = In another place:
notice-gone = { $count ->
    [one] One item is no longer publicly on the agenda.
   *[other] { $count } items are no longer publicly on the agenda.
}
notice-reminder = Reminder: { $organization }, { $when }
notice-others = { $count ->
    [one] And one more public item.
   *[other] And { $count } more public items.
}
notice-items = { $count ->
    [one] One public item is on the agenda.
   *[other] { $count } public items are on the agenda.
}
notice-result = { $reference }: { $result }
notice-result-changed = { $reference }, result corrected: { $result }
notice-no-next = No next stop has been published yet.
notice-referred = { $reference } goes on: { $organization }
notice-dated = { $reference } is scheduled: { $organization }, { $when }
notice-not-on-agenda = It is not on a published agenda yet.
notice-unscheduled = { $reference } is no longer scheduled
notice-restated = As before: { $organization }, { $when }
notice-restated-why = A message before this one may have reached you and is no longer right. This is how it stands now:
notice-retracted = This spoke of something the council no longer publishes. I have removed it.

operation-held = { $count ->
    [one] <b>{ $body }: one change is waiting for you</b>
   *[other] <b>{ $body }: { $count } changes are waiting for you</b>
}
    Reading it on { $when } brought so much at once that I tell nobody before you have looked. Release or drop them: /betrieb
operation-broken = <b>{ $body } does not answer</b>
    I have not been able to read anything since { $when }; what I know is from before. It says: { $error }
operation-structure = <b>{ $body }: pages look different than known</b>
    Kind of page: { $page }. What I found: { $finding }
    I go on telling what is new, but no changes and withdrawals on such pages until this is settled.

## Calendar

button-calendar = Add to calendar
button-calendar-of = Calendar { $day }
button-calendar-all = All my sessions as a file
calendar-file = my-sessions
calendar-cancelled = Cancelled: { $name }
calendar-no-time = Time not published.
calendar-no-end = The end is not published.
calendar-all = { $count ->
    [one] One session that concerns you.
   *[other] { $count } sessions that concern you.
}
calendar-left-out = { $count ->
    [one] A later one does not fit into the file.
   *[other] { $count } later ones do not fit into the file.
}
calendar-hint = Open the file with your calendar. If something changes later, fetch it once more: a new file replaces the old entries.
calendar-nothing = No coming session is published for what you follow.

## Privacy, stored data, settings

privacy = <b>Privacy</b>
    In short: what you follow and set I remember only once you agree. Look at it: /mydata. Erase it: /erase

    { $controller }

    <b>What I remember</b>
    While you only look things up and search: nothing. If I have to ask the council first, I remember the number of this chat and your question until I have answered, and { $questions } longer.
    Before you follow or set something, I ask you. If you agree, I remember:
    • the number of this chat (in groups also that of the topic), whether it is private, its language, your settings, and since when you agree
    • what you follow, and since when
    • which messages I sent you: their numbers, times and checksums, not the text
    No names, nothing else that you write. No profile, no advertising, passed on to nobody but Telegram.

    <b>What for</b>
    Only to answer you, to tell you what is new and to remind you. What you follow may reveal something about your political interests; that is why I need your consent (Art. 6(1)(a) and Art. 9(2)(a) GDPR). You can withdraw it at any time with /erase; what was done until then stays lawful. Questions to the council I answer because you asked (Art. 6(1)(f) GDPR).

    <b>How long</b>
    • facts about messages: { $notices } after sending
    • what I told you about a session: until the session and { $sessions } longer
    • what you follow and set: until you end or erase it
    • if you block me or I am removed from the group: another { $gone }, then I erase everything

    <b>Telegram can read along</b>
    Our conversation runs through Telegram and is not end-to-end encrypted: Telegram can see what you write, what you follow and what I answer. There telegram.org/privacy applies. Please write nothing here that is not public.

    <b>Your rights</b>
    /mydata – everything stored about this chat, as a file (access, portability)
    /following and /settings – look and change
    /erase – erase everything, at once (withdrawal)
    { $complaints }
privacy-nobody = <b>Who is responsible</b>
    Whoever runs me has not said. Ask before you trust me with anything: best the person from whom you have this bot.
privacy-controller = <b>Who is responsible</b>
    { $name }
    { $contact }
privacy-no-name = Whoever runs me has not given a name.
privacy-no-contact = Whoever runs me has not said how to reach them.
privacy-complaints = You can complain to: { $authority }
privacy-no-authority = You can complain to any data protection authority, such as that of your Land; whoever runs me has not said which one is responsible.

data-nothing = Nothing is stored about this chat.
data-caption = Everything that is stored about this chat.
    Why and for how long: /privacy
    Erase everything: /erase
data-ask-group = I can send here, as a file, what is stored about this group with all its topics. Only admins can ask for it; everybody in the group can see the file.
data-about = What this is
data-about-text = Everything that Ratsbote has stored about this chat
data-as-of = As of
data-file = my-data
button-data = Send as a file

erase-nothing = Nothing is stored about this chat; there is nothing to erase.
erase-ask = <b>Shall I erase everything I have stored about this chat?</b>
    { $held }

    After that you get no messages and reminders any more. I cannot bring anything back. What is written here stays with Telegram until you delete it there.
erase-ask-group = <b>Shall I erase everything I have stored about this group and all its topics?</b>
    { $held }

    After that no messages and reminders come here any more. I cannot bring anything back. What is written here stays with Telegram until it is deleted there. Only admins can decide.
erase-subscriptions = { $count ->
    [one] • one thing followed
   *[other] • { $count } things followed
}
erase-notices = { $count ->
    [one] • facts about one message
   *[other] • facts about { $count } messages
}
erase-questions = { $count ->
    [one] • one question to the council
   *[other] • { $count } questions to the council
}
erase-places = • the chat’s number, language, settings, consent
erase-done = <b>Erased. Nothing is stored about this chat any more.</b>
    It was:
    { $held }

    Before I remember anything again, I ask.
erase-kept = All right, everything stays as it is.
button-erase = Yes, erase everything
button-keep = No, keep it
cancel-nothing = There is nothing to cancel: I am not waiting for anything from you. What you follow you can end under /following.

settings-title = Settings
settings-of-chat = For this chat:
settings-of-group = For this group (only admins can change them):
settings-of-topic = For this topic of the group (only admins can change them):
settings-language = Language: { $language }
settings-reminders = Reminders: { $leads } before the session
settings-no-reminders = Reminders: none
settings-quiet = Quiet hours: from { $from } to { $until }
settings-no-quiet = Quiet hours: none
settings-usual = { $line } (default)
settings-language-how = What the council writes stays German.
settings-reminders-how = Tap when I shall remind you. Tapping again switches it off.
settings-quiet-how = In quiet hours I wait; nothing is lost. What would come too late afterwards, such as a cancellation at short notice, comes all the same, but without a sound.
settings-full = I send no more than { $count } reminders before a session. Switch one off first.
settings-lead = { $lead } before
settings-none = No reminders
settings-hours = { $from } to { $until }
settings-no-hours = No quiet hours
settings-chosen = ✓ { $choice }
button-language = Language / Sprache
button-reminders = Reminders
button-quiet = Quiet hours
button-usual = Back to default
button-all-usual = All back to default
button-settings = ‹ All settings
button-agree-setting = I agree
consent-setting = <b>Shall I remember your setting?</b>
language-de = Deutsch
language-en = English

menu-settings = Language, reminders, quiet hours
menu-privacy = What I store, how long, your rights
menu-my-data = Everything about this chat as a file
menu-erase = Erase everything about this chat

stored-subscribers = Chat and settings
stored-subscriptions = What is followed
stored-told = What was told about it
stored-notices = Messages
stored-mentions = What messages speak of
stored-wanted = Questions to the council
stored-excluded_names = Spellings left out
stored-answer = Answer
stored-answered_at = Answered at
stored-asked_at = Asked at
stored-author = Faction or person
stored-author_label = Faction or person as called when followed
stored-body = Council
stored-boot = Sending process
stored-chat = Number of the chat at Telegram
stored-consent = Consent: version of the text
stored-consented_at = Consent given at
stored-created_at = Made at
stored-dedupe = Key against doubles
stored-edits = Replaces the message with the number
stored-expires_at = Expires at
stored-facts = Facts
stored-follow = Kind of thing followed
stored-gone_at = Out of reach since
stored-gone_why = Out of reach because
stored-id = Row
stored-is_news = Is news
stored-kind = Kind
stored-language = Language
stored-link_host = Link: host
stored-link_key = Link: key
stored-link_kind = Link: kind
stored-message = Number of the message at Telegram
stored-not_before = Not before
stored-notice = Row of the message
stored-organization = Committee
stored-paper = Paper
stored-paused = Paused
stored-priority = Urgency
stored-quiet_hours = Quiet hours (empty: default)
stored-reference = Number of the paper
stored-remind_before = Reminders (empty: default)
stored-settled_at = Settled at
stored-silent = Without a sound
stored-since = Since
stored-state = State
stored-subject = What it is about
stored-subscriber = Row of the chat
stored-subscription = Row of the thing followed
stored-target = What was asked for
stored-target_key = What is followed
stored-token = What it is about (key)
stored-told_at = Told at
stored-topic = Topic of the group (0: none)
stored-tried = Attempts in vain
stored-uncertain = Attempts without an answer
stored-why = Reason

## The way of a paper (picture)

button-way = Its way
way-filed = Filed
way-here = Where it stands
way-next = Next date
way-no-stops = no committees published yet
way-no-date = no date published yet
way-no-result = no result published yet
way-cancelled = session cancelled
way-item = item { $number }
way-later = { $count ->
    [one] … one later stop
   *[other] … { $count } later stops
}
way-in-picture = { $count ->
    [one] … one further stop is in the picture
   *[other] … { $count } further stops are in the picture
}

## Deadlines

deadline-overdue = By our reckoning the answer has been overdue since { $since }, without guarantee (time for “{ $kind }”: { $span } from { $filed }; I know of no published answer)
deadline-days = { $count ->
    [one] one working day
   *[other] { $count } working days
}
deadline-weeks = { $count ->
    [one] one week
   *[other] { $count } weeks
}
deadline-months = { $count ->
    [one] one month
   *[other] { $count } months
}

## Conversation

readings-which = What do you mean by “{ $asked }”?
readings-follow-hint = To be told and reminded, tap the button with “follow” below.
readings-hello = Hello! Write me a paper’s number such as <code>{ $example }</code>, words to search for, or a question such as “When does the Hauptausschuss meet?”.
readings-thanks = You are welcome.
readings-bye = See you.

## When something does not work

not-text = I only read text. Please send a paper number such as { $example } or a word to search for.
not-understood = I found neither a paper number nor a word to search for in that. Try <code>{ $example }</code> or <code>Radweg</code>, for example.
unknown-command = I do not know the command { $command }. What I can do is listed under /help.
stale-button = I no longer know this button. Please ask again.
trouble = Something went wrong on my side; your message is not to blame. Please try again in a minute. If it stays like this, please tell the person who runs me (reference { $reference }).
trouble-short = Something went wrong on my side. Please try again in a moment.
not-allowed = This assistant only answers in chats that were enabled. The number of this chat is { $chat }; whoever runs me can enable it.

## For operators

overview-title = Operation
overview-sources = Sources
overview-no-sources = None read yet.
overview-source = { $body } ({ $kind })
overview-last-read = { $source }: last read { $moment }
overview-never-read = { $source }: never read so far
overview-failing = { $count ->
    [one] Not readable since { $moment } (one attempt).
   *[other] Not readable since { $moment } ({ $count } attempts in a row).
}
overview-odd = { $pages } built differently from what I know since { $moment }: { $finding }
overview-page-paper = Papers
overview-page-agenda = Agendas
overview-page-item = Agenda items
overview-page-calendar = Calendars of sessions
overview-page-papers = Lists of papers
overview-page-organization = Committees
overview-notices = Notices (30 days)
overview-no-notices = None so far.
overview-pending = { $number } waiting
overview-sending = { $number } on their way
overview-sent = { $number } delivered
overview-expired = { $number } expired
overview-cancelled = { $number } withdrawn
overview-superseded = { $number } superseded
overview-undeliverable = { $number } undeliverable
overview-rejected = { $number } rejected by Telegram
overview-uncertain = { $number } without an answer
overview-overdue = { $count ->
    [one] One is overdue, since { $moment }.
   *[other] { $count } are overdue, the first since { $moment }.
}
overview-unannounced = { $count ->
    [one] One change has not been passed on for more than ten minutes.
   *[other] { $count } changes have not been passed on for more than ten minutes.
}
overview-held-title = Held back
overview-held = { $body }, read { $moment }: { $about }
overview-held-about = { $sessions }, { $items }, { $papers }
overview-sessions = { $count ->
    [one] one session
   *[other] { $count } sessions
}
overview-items = { $count ->
    [one] one agenda item
   *[other] { $count } agenda items
}
overview-papers = { $count ->
    [one] one paper
   *[other] { $count } papers
}
overview-held-hint = So much changed at once that I have told nobody yet. Please look at the source: if it is right, release it; if not, drop it, and nobody will be told.
overview-released = { $count ->
    [one] One change is released.
   *[other] { $count } changes are released.
}
overview-dropped = { $count ->
    [one] One change is dropped; nobody will be told.
   *[other] { $count } changes are dropped; nobody will be told.
}
overview-settled-before = That has been decided already.
overview-cut = … there is no room for more here.
button-release = Release { $name }
button-drop = Drop { $name }
