"""German sentences and what they ask for; the first form that fits counts."""

from council.published.numbers import Confidence
from council.served.intent_kinds import Forms, IntentKind, Pattern

_PHRASES = {
    "nothing": "",
    "next": "(naechste|naechsten|naechster|naechstes|nachste|nachsten|kommende|kommenden|anstehende|anstehenden)",
    "of": "[von|vom|des|der|im|in|fuer|bei|beim|zur|zum] [der|den|dem|die|das]",
    "in": "(im|in der|in|beim|bei der)",
    "to": "(zu|zum|zur|ueber|von|vom|betreffend|wegen|bei|beim|in sachen)",
    "about": "(zu|zum|zur|ueber|betreffend)",
    "again": "[wieder|zusammen|statt|[das] <next> [mal]|als naechstes|noch|bald|demnaechst|genau]*",
    "meets": "(tagt|tagen|trifft sich|treffen sich)",
    "session": "(sitzung|sitzungen|termin|termine|sitzungstermin|sitzungstermine)",
    "papers": "(antraege|antraegen|drucksachen|vorlagen|dokumente|unterlagen|anfragen|beschluesse|papiere|initiativen"
    "|vorgaenge)",
    "decided": "(beschlossen|angenommen|abgelehnt|erledigt|durch|fertig|entschieden|zurueckgezogen|ueberwiesen"
    "|vertagt)",
    "discussed": "(besprochen|behandelt|beraten|diskutiert|dran|entschieden|beschlossen|auf der tagesordnung"
    "|auf dem programm)",
    "open": "(offen|unerledigt|aus|unbearbeitet|nicht erledigt|nicht entschieden)",
    "pending": "(offene|offenen|offener|unerledigte|unerledigten|laufende|laufenden)",
    "still": "[noch|alles]*",
    "up": "[dran ist|dranist|dran kommt|drankommt|auf (der|die|einer|eine) tagesordnung (steht|kommt)|beraten wird"
    "|behandelt wird|beschlossen wird|sich tut|sich (etwas|was) (tut|aendert)|tagt|kommt|ansteht|neues gibt]",
    "want": "ich (moechte|will|wuerde gern|wuerde gerne|moechte gern|moechte gerne)",
    "me": "(mich|uns)",
    "then": "[morgen|heute|rechtzeitig|vorher|dann]*",
    "if": "(wenn|sobald|falls|bei|ueber|zu|zum|zur|bevor|vor)",
    "bot": "[ratsbote|bot|zusammen|du|ihr|lieber|alle]*",
}
_forms = Forms(_PHRASES)
_LIKELY = Confidence.LIKELY

# Said before the question, and no part of it.
POLITE_GERMAN = _forms.compiled(
    "(danke|vielen dank|entschuldigung"
    "|(hallo|hi|hey|moin|servus|guten (tag|morgen|abend)) <bot>|ratsbote|und|also|ok|ja"
    "|(kannst|koenntest|wuerdest|magst) du [mir|uns] [sagen|zeigen|verraten|helfen]"
    "|(sag|sage|zeig|zeige|nenn|nenne|gib|schick|verrat) (mir|uns)|zeig|zeige|sag|sage"
    "|ich (moechte|will|wollte|wuerde) [gern|gerne] (wissen|sehen|fragen)|weisst du|ich wuesste [gern|gerne])"
)

GERMAN: tuple[Pattern, ...] = (
    *_forms(
        IntentKind.FOLLOWING,
        """
        (was|wem|welchen|welchem) [gremien|ausschuessen|drucksachen|antraegen] (folge|verfolge) ich [alles|so|schon]*
        (was habe ich [alles] abonniert|woran erinnerst du mich|worueber informierst du mich)
        (meine|alle) (abos|abonnements|erinnerungen|benachrichtigungen)
        (abo|abos|abonnements|stop|stopp|pause|pausieren|hoer auf|[alles] abbestellen|[alles] abmelden)
        (keine|stoppe [die|alle]) (nachrichten|benachrichtigungen|erinnerungen|meldungen) [mehr]
        [ich (moechte|will)] [{w}] nicht mehr (folgen|verfolgen)
        (folge|verfolge) {w} nicht mehr
        [ich (moechte|will)] {w} abbestellen
        (bestelle?|melde) {w} ab
        (vergiss|pausiere|entfolge) {w}
        erinnere? mich nicht [mehr] [an {w}]
        (abo|abos|abonnement) (beenden|kuendigen|loeschen|verwalten)
        (benachrichtigungen|nachrichten|erinnerungen) (ausschalten|abschalten|aus|deaktivieren|beenden|stoppen)
        (nicht|nichts) mehr (erinnern|schicken|senden|schreiben)
        ich (will|moechte) (nichts|keine nachrichten) mehr (bekommen|hoeren|erhalten|kriegen)
        """,
    ),
    *_forms(
        IntentKind.FOLLOW,
        """
        (folge|verfolge|abonnier|abonniere|beobachte|merke|merk dir) {w}
        [<want>] {w} (folgen|verfolgen|abonnieren|beobachten)
        erinnere? <me> <then> (an|ueber|zu|zum|vor|bei) [die|der] [<next>] [sitzung|sitzungen] [des|der] {w}
        erinnere? <me> (wenn|sobald|falls|bevor) {w} <up>
        (kannst|koenntest|wuerdest) du <me> an {w} erinnern
        <want> an {w} erinnert werden
        (sage?|gib) [mir|uns] bescheid <if> {w} <up>
        sage? (mir|uns) (wenn|sobald|falls) [es] [zu|bei] {w} <up>
        (benachrichtige?|informiere?) <me> <if> {w} <up>
        halte? <me> [auf dem laufenden] (ueber|bei|zu|zum|zur) {w} [auf dem laufenden]
        melde? dich <if> {w} <up>
        behalte? {w} im (blick|auge)
        (kannst|koenntest|wuerdest) du {w} (im blick behalten|im auge behalten|beobachten|verfolgen)
        """,
    ),
    *_forms(
        IntentKind.OPEN_PAPERS,
        """
        was (ist|liegt|steht) <still> <open> (von|bei|seitens|fuer) {a}
        was ist von den <papers> (der|von|von der|von den) {a} <still> <open>
        welche unserer <papers> (sind|liegen) <still> (<open>|nicht <decided>)
        wie viele <papers> (der|von|von der|von den) {a} sind <still> <open>
        was (ist|liegt|steht) (von|bei|seitens) {a} <still> (<open>|herum|rum)
        was (haben|hat|habe) {a} <still> <open>
        welche <papers> (von|der|des|vom) {a} (sind|liegen) [noch] <open>
        welche <papers> (sind|liegen) (von|bei) {a} [noch] <open>
        welche <papers> (hat|haben) {a} [noch] <open>
        welche <papers> (sind|liegen) [noch] <open>
        was (ist|liegt|steht) <still> <open>
        was ist aus (unseren|meinen) (antraegen|anfragen) geworden
        [noch] (offen|offene|offenes) (von|bei) {a}
        wo (liegen|haengen|stehen) (unsere|meine) <papers>
        was liegt <still> (von|bei) {a}
        haben wir <still> <pending> <papers>
        offen
        """,
    ),
    *_forms(
        IntentKind.OPEN_PAPERS,
        """
        [welche|alle] <pending> <papers> (von|der|des|vom) {a}
        [welche|alle|unsere|meine] <pending> <papers>
        """,
        confidence=_LIKELY,
    ),
    *_forms(
        IntentKind.COMMITTEES,
        """
        (welche|was fuer) (gremien|ausschuesse) [gibt es|gibts|kennst du|hast du]
        [alle|liste|liste der|liste aller] (gremien|ausschuesse)
        """,
    ),
    *_forms(
        IntentKind.AGENDA,
        """
        was steht [alles] auf der [<next>] tagesordnung <of> {c}
        [wie (lautet|ist|sieht)] die [<next>] tagesordnung <of> {c} [aus]
        was (wird|ist|kommt|steht) <in> {c} <discussed>
        was (steht|liegt) <in> {c} an
        ist die tagesordnung <of> {c} [schon] (da|raus|online|veroeffentlicht|erschienen|fertig)
        welche (punkte|themen) (hat|behandelt|beraet) {c}
        worueber (beraet|spricht|berichtet|entscheidet) {c}
        was ist [das] thema <in> {c}
        """,
    ),
    *_forms(
        IntentKind.AGENDA,
        """
        [<next>] (tagesordnung|tagesordnungen|tagesordnungspunkte|tops|to) <of> {c}
        {c} tagesordnung
        was (macht|beraet|behandelt|bespricht|diskutiert|entscheidet) {c}
        (worum|um was) geht es <in> {c}
        [was sind] [die] themen (im|in der|des|der|vom) {c}
        """,
        confidence=_LIKELY,
    ),
    *_forms(IntentKind.AGENDA, "was (ist|gibt es|gibts|steht|war|wurde) <in> {c} [los|<discussed>]", needs_days=True),
    *_forms(
        IntentKind.SESSIONS,
        """
        [<next>] (tagesordnung|tagesordnungen)
        was steht [alles] auf der tagesordnung
        was wird (besprochen|beraten|behandelt)
        """,
        needs_days=True,
    ),
    *_forms(
        IntentKind.AGENDA,
        """
        [die|welche|<next>]* (tagesordnung|tagesordnungen) [gibt es]
        was steht [alles] auf der tagesordnung
        """,
    ),
    *_forms(
        IntentKind.SESSIONS,
        """
        <nothing>
        was [ist|war] [los|geplant|dran|so|alles|noch]*
        was (geht|laeuft|passiert|haben wir|habe ich|hab ich|kommt) [so|alles|ab|vor|noch]*
        (wer|was) tagt [alles|so|noch]*
        tagt (wer|was|etwas|jemand|irgendwas|irgendwer|ein ausschuss|ein gremium)
        ist (eine sitzung|irgendeine sitzung|sitzung|was|etwas|was los|ausschuss)
        (gibt es|gibt'?s|haben wir|habe ich|hab ich) [da] (was|etwas|[irgendwelche] sitzungen|eine sitzung) [geplant]
        (gibt es|gibt'?s|haben wir|habe ich|hab ich) [da] (termine|einen termin)
        (gibt es|gibt'?s|sind|tagen) [noch|irgendwelche]* (ausschuesse|gremien|sitzungen)
        (sind|stehen) [da|irgendwelche]* (sitzungen|termine) [an|geplant]
        (welche sitzung|welche sitzungen|welche termine|welchen termin) (habe ich|hab ich|haben wir)
        [alle|die|meine|unsere]* (<session>|sitzungskalender|sitzungsplan|kalender|gremien|ausschuesse|uebersicht)
        (welcher|welches|welche) (ausschuss|gremium|ausschuesse|gremien) <meets>
        (muss ich wohin|muss ich irgendwohin|wo muss ich hin)
        """,
        needs_days=True,
    ),
    *_forms(
        IntentKind.SESSIONS,
        """
        was steht [alles|noch|bei mir|bei uns]* an
        was liegt an
        was ansteht
        was kommt [alles|noch|bei mir|bei uns]* [auf mich zu|auf uns zu]
        was ist (geplant|als naechstes)
        welche [<next>] (<session>|gremien|ausschuesse) (sind|stehen|finden|tagen|kommen) [an|statt|geplant]
        welche [<next>] <session> [gibt es|gibts|haben wir|habe ich]
        [die|alle|meine|unsere|<next>]* <next> <session>
        (alle|meine|unsere) <session>
        (sitzungen|termine|sitzungstermine|sitzungskalender|sitzungsplan)
        wann (ist|sind) [wieder|die|<next>]* <session>
        wann (tagen wir|wird getagt) [wieder]
        (wer|was) tagt (als naechstes|wann|bald)
        wann tagt (wer|was|welcher ausschuss)
        wann (tagen|treffen sich) (die|alle|welche|unsere) (ausschuesse|gremien)
        """,
    ),
    *_forms(
        IntentKind.STATUS,
        """
        wann (kommt|wird|ist|steht) {w} (dran|beraten|behandelt|beschlossen|entschieden|auf der tagesordnung)
        was wurde (zu|zum|zur|aus) {w} beschlossen
        wann {w} (dran ist|drankommt|beraten wird|behandelt wird|beschlossen wird|auf der tagesordnung steht)
        """,
    ),
    *_forms(
        IntentKind.NEXT_SESSION,
        """
        (wann|wo|wann und wo|um wieviel uhr|um wie viel uhr|ab wann|wann genau) <meets> {c} <again>
        wann (kommt|kommen|tritt) {c} zusammen
        (wann|wo) (beginnt|startet) {c}
        wann faengt {c} an
        (wann|wo) {c} (tagt|tagen|sich trifft|zusammenkommt|zusammentritt) <again>
        (wann|wo) (ist|findet) [die] [<next>] (sitzung|tagung) (des|der|vom|im|in der|von der) {c} [statt]
        [die|den|der|wann ist die|wann ist der] <next> <session> (des|der|vom|im|in der|von der|von) {c}
        [die|den|der|wann ist die|wann ist der] <next> <session> (fuer den|fuer die) {c}
        (wann|wo) hat {c} [seine|ihre] [<next>] sitzung
        wann muss ich [wieder] (in den|in die|zum|zur) {c}
        """,
    ),
    *_forms(
        IntentKind.NEXT_SESSION,
        """
        [die] <next> <session> {c}
        hat {c} [eine|seine|ihre] sitzung
        (wann|wo) (ist|findet|kommt) [der|die|das] [<next>] {c} <again>
        <meets> {c} <again>
        [die] <session> <of> {c}
        {c} (<session>|wann|<next> sitzung|naechster termin)
        <next> {c}
        """,
        confidence=_LIKELY,
    ),
    *_forms(
        IntentKind.COMMITTEE,
        """
        [wann war die] (letzte|letzten|vergangene) (sitzung|sitzungen) <of> {c}
        wann (war|tagte) {c} [zuletzt]
        wie hat {c} entschieden
        was (wurde|war) <in> {c} (<discussed>|los)
        was hat {c} (beschlossen|entschieden)
        """,
        confidence=_LIKELY,
    ),
    *_forms(
        IntentKind.STATUS,
        """
        [(wie|was) ist] [der] [aktuelle|aktueller] (status|stand|sachstand|stand der dinge) <to> {w}
        (status|sachstand) {w}
        [wie ist der] (stand|status) (der|des) {w}
        wie ist der (status|sachstand|stand) {w}
        {w} (status|sachstand)
        was ist [mit|aus|bei|eigentlich]* {w} [geworden|passiert|los]
        was (wurde|wird) aus {w}
        was passiert (mit|bei) {w}
        wie (steht|sieht) es (um|mit|bei) {w} [aus]
        wie stehts (um|mit) {w}
        (wo|wie) (steht|haengt|liegt|bleibt) {w} [fest]
        (wo|wie) {w} (steht|haengt|liegt)
        wie weit (ist|seid ihr mit|sind wir mit) {w}
        [gibt es|gibt'?s] [was|etwas] (neues|neuigkeiten|news) (zu|zum|zur|ueber|von|vom|beim|bei) {w}
        was gibt es neues (zu|zum|zur|bei|beim|ueber|von|vom) {w}
        (ist|war|wurde|wurden|sind) {w} [schon|bereits] <decided> [worden]
        """,
    ),
    *_forms(
        IntentKind.SEARCH,
        """
        (suche?|finde|recherchiere?) [mir|uns|alles|etwas|was|nach|zu|zum|zur|ueber]* {w}
        (ich|wir) suchen? [alles|etwas|was] [nach|zu|zum|zur|ueber] {w}
        [was] gibt es [alles|schon|was|etwas|einen antrag|<papers>]* <about> {w}
        (alles|infos|informationen|etwas|was) <about> {w}
        [welche|alle] <papers> [gibt es] <about> {w}
        """,
    ),
)

# After everything else, in whatever language.
NAMES_ALONE: tuple[Pattern, ...] = (
    *_forms(IntentKind.NEXT_SESSION, "[ist|was ist mit] {c}", confidence=_LIKELY, needs_days=True),
    *_forms(IntentKind.SEARCH, "(zeig|zeige|show) [mir|uns|me|us] {w}", confidence=Confidence.GUESS),
    *_forms(IntentKind.COMMITTEE, "{c}", confidence=Confidence.GUESS),
)
