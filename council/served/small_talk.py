"""What people say to an assistant besides their questions, and what they ask about itself."""

from council.published.numbers import Confidence
from council.served.intent_kinds import Forms, IntentKind, Pattern

_german = Forms(
    {
        "bot": "[ratsbote|bot|zusammen|du|ihr|lieber|alle]*",
        "for": "fuer (die|deine) (hilfe|auskunft|info|antwort)",
        "change": "(aendern|wechseln|umstellen|einstellen|anpassen|zeigen|oeffnen)",
        "settable": "(sprache|einstellungen|ruhezeit|ruhezeiten|erinnerungszeit|erinnerungszeiten)",
    }
)
_english = Forms(
    {
        "bot": "[there|bot|ratsbote|everyone|all]*",
        "store": "(store|know|save|keep|remember|collect|have)",
        "settable": "(settings|language|quiet hours|reminder times|reminders)",
        "much": "[a lot|so much|very much|bot|ratsbote|for (the|your) help]*",
    }
)

SMALL_TALK: tuple[Pattern, ...] = (
    *_german(
        IntentKind.GREETING,
        """
        (hallo|hallihallo|hi|hey|hej|moin|moin moin|servus|tach|mahlzeit) <bot> [wie geht'?s] [dir]
        gruess (gott|dich|euch) <bot>
        guten (tag|morgen|abend) <bot> [wie geht'?s] [dir]
        (wie geht'?s|wie geht es) [dir|euch]
        na [du]
        """,
    ),
    *_german(
        IntentKind.THANKS,
        """
        [super|ok|okay|prima|toll|gut|alles klar|perfekt|ja|nein]* danke [dir|euch|sehr|schoen|vielmals|<for>]* <bot>
        [super|ok|okay|prima|toll|gut|alles klar|perfekt|ja]* (dankeschoen|merci|danke danke) <bot>
        [ok|okay|super]* (vielen|vielen lieben|besten|herzlichen|tausend|lieben) dank [dir|<for>] <bot>
        (super|prima|toll|perfekt|alles klar|okay|ok|klasse|gut gemacht|super gemacht|sehr gut|passt|verstanden)
        danke das hat geholfen
        """,
    ),
    *_german(
        IntentKind.FAREWELL,
        """
        (tschuess|tschues|ciao|auf wiedersehen|ade|gute nacht|mach'?s gut|bis naechste woche) <bot>
        bis (dann|bald|morgen|spaeter|demnaechst) <bot>
        schoenen (tag|abend|feierabend) [noch] <bot>
        """,
    ),
    *_german(
        IntentKind.HELP,
        """
        (hilfe|hilf|hilf mir|[ich] brauche hilfe|hilfe brauche ich)
        ich (verstehe|kapiere) (das|es|dich) nicht
        was kannst du [alles|hier|fuer mich|tun|machen]*
        was kann (ich|man|der bot) [hier|dich|alles|mit dir|dir]* [machen|tun|fragen|eingeben|schreiben]
        wie (funktioniert|geht|bedient man|benutzt man|benutze ich|nutze ich) (das|du|dich|es|[der|dieser] bot) [hier]
        (wer|was) bist du
        wie heisst du
        bist du (ein mensch|ein bot|ein roboter|eine ki|echt)
        (befehle|kommandos|anleitung|bedienung|bedienungsanleitung)
        (was sind deine befehle|welche befehle (gibt es|kennst du|hast du))
        """,
    ),
    *_german(
        IntentKind.ERASE,
        """
        (loesche|loesch|entferne) [alle|alles] [meine|die] (daten|angaben) [ueber mich|von mir]
        [alle] [meine] daten (loeschen|entfernen)
        (vergiss|loesche|loesch) mich
        alles [ueber mich] loeschen
        (loesche|loesch) alles [ueber mich|von mir]
        """,
    ),
    *_german(
        IntentKind.MY_DATA,
        """
        [alle] meine daten [zeigen|anzeigen|exportieren|herunterladen]
        (datenauskunft|selbstauskunft)
        """,
    ),
    *_german(
        IntentKind.PRIVACY,
        """
        was (speicherst|weisst|merkst|sammelst) du [dir] [alles] [(ueber|von) (mich|mir|uns)]
        (welche|was fuer) daten (speicherst|hast|sammelst|erhebst) du [(ueber|von) (mich|mir|uns)]
        was (machst|passiert) [du] mit (meinen|unseren|den) daten
        wie (ist es mit dem|steht es um den|haeltst du es mit dem|sieht es mit dem) datenschutz [aus]
        (datenschutzerklaerung|datenschutzhinweise|liest du mit|liest (jemand|hier jemand) mit)
        """,
    ),
    *_german(IntentKind.PRIVACY, "datenschutz", confidence=Confidence.GUESS),
    *_german(
        IntentKind.SETTINGS,
        """
        [meine|die] <settable> <change>
        kann ich dich auf (englisch|deutsch) (umstellen|stellen)
        (einstellungen|ruhezeiten|erinnerungszeiten)
        (sprich|schreib|antworte) [auf|bitte] (deutsch|englisch)
        auf (deutsch|englisch)
        sprichst du (deutsch|englisch)
        (wie|wo) (kann ich|aendere ich|stelle ich|aendert man) [die|meine] <settable> [<change>|ein|um]
        """,
    ),
    *_english(
        IntentKind.GREETING,
        """
        (hello|hi|hey|good morning|good afternoon|good evening|good day|greetings) <bot> [how are you] [doing]
        (how are you [doing] [today]|how do you do|what's up|whats up)
        """,
    ),
    *_english(
        IntentKind.THANKS,
        """
        [ok|okay|great|perfect|no|yes|cool|nice]* (thanks|thank you|thx|ty|cheers|many thanks) <much>
        (great|perfect|nice|cool|well done|good job|awesome|got it)
        """,
    ),
    *_english(
        IntentKind.FAREWELL,
        "(bye|goodbye|bye bye|see you|see you later|see you soon|see you tomorrow|good night|have a nice day) <bot>",
    ),
    *_english(
        IntentKind.HELP,
        """
        (help|help me|[i] need help|commands|manual|instructions|what do you do|i don'?t understand)
        what can (you|i) [do|ask|type|say|write]* [here|for me|you]
        how (does|do) (this|it|you|[the|this] bot) work
        how (do|can) i (use|work with) (this|you|it|[the|this] bot)
        (who|what) are you
        are you (human|a human|a bot|a robot|real|an ai)
        """,
    ),
    *_english(
        IntentKind.ERASE,
        """
        (delete|erase|remove) [all] [of] (my|the) data
        (delete|erase|forget) (me|everything|everything about me|my account)
        """,
    ),
    *_english(IntentKind.MY_DATA, "[export|download|get|show] [all] my data"),
    *_english(
        IntentKind.PRIVACY,
        """
        what [data|information] do you <store> [(about|on|of) (me|us)]
        (privacy policy|privacy notice|what about [my] privacy|how about [my] privacy)
        do you (read|store) (everything|my messages|our messages)
        """,
    ),
    *_english(IntentKind.PRIVACY, "privacy", confidence=Confidence.GUESS),
    *_english(
        IntentKind.SETTINGS,
        """
        [change|open|edit] [my|the] settings
        (change|switch|set) [my|the] <settable> [to (english|german)]
        (speak|talk|answer|write) [in] (english|german)
        in (english|german)
        (do you speak english|english)
        (my|the) (quiet hours|reminder times)
        (quiet hours|reminder times)
        can i (change|set) [the|my] <settable>
        (how|where) (can|do) i (change|set) [the|my] <settable>
        """,
    ),
)
