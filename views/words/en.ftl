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

## A paper's card

card-originators = By { $names }
card-lead = Lead office: { $name }
card-consultations = Consultations
card-stop-past = { $day } · { $name }: { $result }
card-stop-open = { $day } · { $name }: no result published yet
card-stop-future = { $day } · { $name }: scheduled
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
    Send me a paper number and I tell you where the paper stands and how it got there.
    Or send a few words and I search for them.
    I know: { $bodies }
    I only read what councils make public; this chat is not end-to-end encrypted. Please write nothing confidential.
    Tap an example:
start-empty = no council yet – nothing has been read in so far
button-example = Status { $reference }?
button-search-help = Search by words
button-help = Help

help = <b>What I can do</b>

    <b>Status of a paper</b>
    Write the number any way you like: <code>{ $example }</code>, <code>Status { $example }?</code>, <code>Drs. { $example }</code> – several (up to five) in one message too, or paste a link from the council’s system.

    <b>Search</b>
    Just write words: <code>Radweg</code> also finds “Radwegekonzept”; umlauts and ß do not matter.

    <b>In groups</b>
    There I only see commands and replies to my messages: <code>/status { $example }</code>, <code>/search Radweg</code>.

    <b>Commands</b>
    /status – status of a paper
    /search – search papers by words
    /help – this overview
    /start – welcome and examples

    Results are given word for word, in German. What is not published I do not know.
help-bodies = Read in: { $bodies }

menu-start = Welcome and examples
menu-status = Status of a paper, e.g. /status { $example }
menu-search = Search papers by words
menu-help = What I can do
bot-description = Where does my motion stand? Send me a paper number and I tell you where the paper stands and how it got there. Or send words and I search. I only read what the council makes public.
bot-short-description = Tells where a council paper stands: send its number, read its status.

## When something does not work

not-text = I only read text. Please send a paper number such as { $example } or a word to search for.
not-understood = I found neither a paper number nor a word to search for in that. Try <code>{ $example }</code> or <code>Radweg</code>, for example.
unknown-command = I do not know the command { $command }. What I can do is listed under /help.
stale-button = I no longer know this button. Please ask again.
trouble = Something went wrong on my side; your message is not to blame. Please try again in a minute. If it stays like this, please tell the person who runs me (reference { $reference }).
trouble-short = Something went wrong on my side. Please try again in a moment.
not-allowed = This assistant only answers in chats that were enabled. The number of this chat is { $chat }; whoever runs me can enable it.
