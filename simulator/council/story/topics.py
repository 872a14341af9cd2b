"""What the unnamed papers are about: invented wishes at invented places, never twice the same."""

from dataclasses import dataclass

from simulator.council.story.bodies import FACTIONS

# Their numbers have no common factor, so that 23 * 19 papers pass before a pair comes again.
_WISHES = (
    *("Fahrradbügel", "Sitzbänke", "Baumpflanzungen", "Zebrastreifen", "Trinkbrunnen", "Spielgeräte", "Leuchten"),
    *("Abfallbehälter", "Bordsteinabsenkungen", "Tempo 30", "Wildblumenwiesen", "Bücherschränke", "Ladesäulen"),
    *("Hundewiesen", "Wartehäuschen", "Nisthilfen", "Querungshilfen", "Begrünung", "Tischtennisplatten"),
    *("Regenrückhaltung", "Lärmschutz", "Wegweiser", "Schaukästen"),
)
_PLACES = (
    *("am Marktplatz", "in der Gartenstraße", "im Seepark", "am Alten Kai", "in der Hafenstraße", "am Nordring"),
    *("in der Lindenallee", "an der Grundschule Mühlenweg", "am Bahnhof Musterfeld", "in der Kastanienallee"),
    *("am Krankenhaus", "in der Winsener Straße", "am Mühlenteich", "im Gewerbegebiet Süd", "an der Sporthalle"),
    *("am Bürgerhaus", "in der Fußgängerzone", "am Friedhof", "in der Siedlung Möwenweg"),
)
_LEADS = ("Dezernat Wirtschaft, Bauen und Umwelt", "Dezernat Soziales, Jugend und Gesundheit", "Interner Service")


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    name: str
    type: str
    originators: tuple[str, ...]
    lead: str
    facts: str
    decision: str


def topic(number: int) -> Topic:
    wish = _WISHES[number % len(_WISHES)]
    place = _PLACES[(7 * number + number // len(_WISHES)) % len(_PLACES)]
    faction = FACTIONS[number % len(FACTIONS)]
    matter = f"{wish} {place}"
    lead = _LEADS[number % len(_LEADS)]
    facts = f"Über {matter} ist in den letzten Jahren mehrmals gesprochen worden – bisher „ohne Ergebnis“."
    match number % 10:
        case 3:
            name, kind = f"Mitteilung betr. {matter}", "Mitteilungsvorlage der Verwaltung"
            return Topic(name=name, type=kind, originators=(), lead=lead, facts=facts, decision="")
        case 6:
            name = f"Eingabe betr. {matter}"
            return Topic(name=name, type="Eingabe", originators=(), lead=lead, facts=facts, decision="")
        case 8:
            name, kind = f"Anfrage der {faction} betr. {matter}", "Kleine Anfrage gem. § 24 BezVG"
            return Topic(name=name, type=kind, originators=(faction,), lead=lead, facts=facts, decision="")
    # In two lines as in Hamburg-Nord, in one as in Harburg.
    name = f"{matter}\nAntrag der {faction}" if number % 7 == 2 else f"Antrag der {faction} betr. {matter}"
    decision = f"Das Bezirksamt wird gebeten, {matter} zu prüfen und im Ausschuss zu berichten."
    return Topic(name=name, type="Antrag", originators=(faction,), lead=lead, facts=facts, decision=decision)


def answer_to(name: str) -> str:
    return f"Stellungnahme zum {name}" if name.startswith("Antrag") else f"{name}\nStellungnahme des Bezirksamtes"
