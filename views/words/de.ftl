# Die Worte des Assistenten. HTML-Marken sind die von Telegram; alle Angaben in { $… } werden maskiert eingesetzt.
# Amtliche Wörter (Ergebnisse, Gremien, Titel) kommen aus der Quelle und werden nie übersetzt.

moment = { $day }, { $time } Uhr

## Wo eine Drucksache steht (erste Zeile der Karte)

standing-filed = Eingereicht – noch keine Beratungsfolge veröffentlicht
standing-referred = Liegt { $where } – noch kein Termin veröffentlicht
standing-referred-on = Überwiesen am { $day } { $where }
standing-scheduled = Angesetzt für { $day } { $where }
standing-awaiting_result = War angesetzt für { $day } { $where } – noch kein Ergebnis veröffentlicht
standing-postponed = Vertagt am { $day } { $where }
standing-recommended = Empfohlen am { $day } { $where } – noch nicht endgültig entschieden
standing-not_recommended = Nicht empfohlen am { $day } { $where } – noch nicht endgültig entschieden
standing-noted = Zur Kenntnis genommen am { $day } { $where }
standing-adopted = Beschlossen am { $day } { $where }
standing-adopted_and_referred = Beschlossen und überwiesen am { $day } { $where }
standing-rejected = Abgelehnt am { $day } { $where }
standing-withdrawn = Zurückgezogen am { $day } { $where }
standing-done = Erledigt am { $day } { $where }
standing-wording = Ergebnis vom { $day } { $where }: „{ $result }“
standing-wording-undated = Ergebnis { $where }: „{ $result }“
standing-next = Als Nächstes: { $day } { $where }
standing-lies-in = Nächste Station: { $name }, noch kein Termin veröffentlicht

## Karte einer Drucksache

card-originators = Von { $names }
card-lead = Federführend: { $name }
card-consultations = Beratungsfolge
card-stop-past = { $day } · { $name }: { $result }
card-stop-open = { $day } · { $name }: noch kein Ergebnis veröffentlicht
card-stop-future = { $day } · { $name }: angesetzt
card-stop-undated = { $name }: { $result }
card-stop-unscheduled = { $name }: noch kein Termin veröffentlicht
card-earlier = { $count ->
    [one] … eine frühere Station
   *[other] … { $count } frühere Stationen
}
card-more = { $count ->
    [one] … eine weitere
   *[other] … { $count } weitere
}
card-parent = Bezieht sich auf { $reference }
card-related = Gehört zusammen mit { $references }
card-files = Anlagen: { $names }
card-source = { $body } · Stand: { $moment }
card-failing = Das Ratsinformationssystem antwortet mir seit { $moment } nicht; die Angaben sind von davor.

button-text = Text der Drucksache
button-card = Zurück zum Stand
button-original = Original ({ $host })
button-earlier = ‹ Zurück
button-later = Weiter ›

note-family = { $asked } kenne ich nicht, wohl aber { $reference }:
note-same-number = { $count ->
   *[other] Die Nummer { $reference } gibt es { $count }-mal. Welche meinst du?
}
note-family-choice = { $asked } allein kenne ich nicht. Dazu gehören:
note-link-choice = Zu diesem Link gehören mehrere Drucksachen:
note-too-many = Ich zeige bis zu fünf Drucksachen auf einmal; nicht dabei: { $references }

## Text der Drucksache

text-title = Text der Drucksache { $reference }
text-page = Seite { $page } von { $pages }
text-facts = Sachverhalt
text-decision = Beschlussvorschlag
text-missing = Zu { $reference } liegt kein Text vor. Er steht, falls veröffentlicht, im Original.
text-gone = Diese Drucksache ist nicht mehr abrufbar. Such sie bitte noch einmal mit ihrer Nummer.

## Suche

search-title = { $count ->
    [one] Ein Treffer für „{ $words }“
   *[other] { $count } Treffer für „{ $words }“
}
search-title-open = Treffer für „{ $words }“
search-page = Seite { $page }
search-loosened = Alle Wörter zusammen kommen nirgends vor; hier steht, was eines davon enthält.
search-shortened = Gesucht habe ich nur nach den ersten Wörtern.
search-nothing = Zu „{ $words }“ habe ich nichts gefunden.
search-nothing-hint = Versuch es mit einem einzelnen Wort aus dem Titel, etwa „Radweg“, oder mit einer Drucksachennummer wie { $example }.
search-end = Auf dieser Seite steht nichts mehr. Bitte noch einmal suchen.
search-how = Wonach soll ich suchen? Schreib ein oder mehrere Wörter, zum Beispiel:
    <code>Radweg</code>
    Im Gruppenchat: <code>/suche Radweg</code>

## Unbekannte Nummern

unknown-number = { $reference } kenne ich nicht.
unknown-nearest = Meintest du eine von diesen?
unknown-stored = { $count ->
    [0] Ich habe noch keine Drucksachen gespeichert. Wer mich betreibt, kann welche einlesen.
    [one] Gespeichert ist bisher eine Drucksache ({ $bodies }).
   *[other] Gespeichert sind { $count } Drucksachen ({ $bodies }).
}
unknown-state-parliament = { $reference } hat fünf Ziffern – das ist vermutlich eine Drucksache der Hamburgischen Bürgerschaft. Ich kenne nur die Drucksachen von: { $bodies }.
unknown-state-parliament-empty = { $reference } hat fünf Ziffern – das ist vermutlich eine Drucksache der Hamburgischen Bürgerschaft. Die lese ich nicht.
button-state-parliament = Parlamentsdatenbank der Bürgerschaft
looking-up = Ich sehe nach { $reference } …
looked-not-found = Ich habe gerade nachgesehen: { $reference } steht nicht im Ratsinformationssystem.
looked-not-public = Zu { $reference } macht der Rat nichts öffentlich.
looked-unreachable = { $reference } kenne ich nicht, und das Ratsinformationssystem antwortet mir gerade nicht. Bitte frag später noch einmal.
looked-too-late = { $reference } kenne ich nicht, und das Ratsinformationssystem hat mir nicht rechtzeitig geantwortet. Ich habe aufgehört zu warten; frag bitte in ein paar Minuten noch einmal.
looked-link = diesem Link
unknown-link = Zu diesem Link habe ich nichts gespeichert.
status-how = Von welcher Drucksache willst du den Stand wissen? Zum Beispiel:
    <code>/status { $example }</code>

## Begrüßung und Hilfe

start = <b>Wo steht mein Antrag?</b>
    Schreib mir eine Drucksachennummer, und ich sage dir, wo die Drucksache steht und wie sie dorthin kam.
    Oder schreib ein paar Wörter, dann suche ich danach.
    Ich kenne: { $bodies }
    Ich lese nur, was die Räte öffentlich machen; dieser Chat ist nicht Ende-zu-Ende-verschlüsselt. Bitte nichts Nichtöffentliches schreiben.
    Tippe auf ein Beispiel:
start-empty = noch keinen Rat – es ist noch nichts eingelesen
button-example = Status { $reference }?
button-search-help = Nach Wörtern suchen
button-help = Hilfe

help = <b>Was ich kann</b>

    <b>Stand einer Drucksache</b>
    Schreib die Nummer, wie du magst: <code>{ $example }</code>, <code>Status { $example }?</code>, <code>Drs. { $example }</code> – auch mehrere (bis zu fünf) in einer Nachricht, oder füge einen Link aus dem Ratsinformationssystem ein.

    <b>Suchen</b>
    Schreib einfach Wörter: <code>Radweg</code> findet auch „Radwegekonzept“; Umlaute und ß sind egal.

    <b>In Gruppen</b>
    Dort sehe ich nur Befehle und Antworten auf meine Nachrichten: <code>/status { $example }</code>, <code>/suche Radweg</code>.

    <b>Befehle</b>
    /status – Stand einer Drucksache
    /suche – Drucksachen nach Wörtern suchen
    /hilfe – diese Übersicht
    /start – Begrüßung mit Beispielen

    Ergebnisse gebe ich wörtlich wieder. Was nicht veröffentlicht ist, weiß ich nicht.
help-bodies = Eingelesen: { $bodies }

menu-start = Begrüßung und Beispiele
menu-status = Stand einer Drucksache, z. B. /status { $example }
menu-search = Drucksachen nach Wörtern suchen
menu-help = Was ich kann
bot-description = Wo steht mein Antrag? Schreib mir eine Drucksachennummer – ich sage dir, wo die Drucksache steht und wie sie dorthin kam. Oder schreib Wörter, dann suche ich. Ich lese nur, was der Rat öffentlich macht.
bot-short-description = Sagt, wo eine Drucksache steht: Nummer schreiben, Stand lesen.

## Wenn etwas nicht geht

not-text = Ich lese nur Text. Schreib mir bitte eine Drucksachennummer wie { $example } oder ein Wort, nach dem ich suchen soll.
not-understood = Darin habe ich weder eine Drucksachennummer noch ein Wort zum Suchen gefunden. Schreib zum Beispiel <code>{ $example }</code> oder <code>Radweg</code>.
unknown-command = Den Befehl { $command } kenne ich nicht. Was ich kann, steht unter /hilfe.
stale-button = Diesen Knopf kenne ich nicht mehr. Bitte frag noch einmal.
trouble = Da ist bei mir etwas schiefgegangen; an deiner Nachricht liegt es nicht. Bitte versuch es in einer Minute noch einmal. Bleibt es dabei, sag bitte der Person Bescheid, die mich betreibt (Kennung { $reference }).
trouble-short = Da ist bei mir etwas schiefgegangen. Bitte versuch es gleich noch einmal.
not-allowed = Dieser Assistent antwortet nur in freigeschalteten Chats. Die Nummer dieses Chats ist { $chat }; wer mich betreibt, kann ihn freischalten.
