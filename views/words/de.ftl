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
standing-treated = Danach: { $day } { $where } – noch kein Ergebnis veröffentlicht

## Karte einer Drucksache

card-originators = Von { $names }
card-lead = Federführend: { $name }
card-consultations = Beratungsfolge
card-stop-past = { $day } · { $name }: { $result }
card-stop-open = { $day } · { $name }: noch kein Ergebnis veröffentlicht
card-stop-future = { $day } · { $name }: angesetzt
card-stop-on-agenda = { $day } · { $name }: angesetzt, TOP { $number }
card-stop-cancelled = { $day } · { $name }: Sitzung entfallen
card-stop-taken-off = { $day } · { $name }: von der Tagesordnung abgesetzt
card-stop-off = { $day } · { $name }: auf der Tagesordnung „{ $word }“
card-stop-not-found = { $day } · { $name }: auf der Tagesordnung nicht mehr zu finden
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
    Schreib mir eine Drucksachennummer, und ich sage dir, wo die Drucksache steht. Oder schreib ein paar Wörter, dann suche ich danach.
    Tippe auf „Folgen“, und ich melde mich, wenn sie auf eine Tagesordnung kommt, und erinnere dich vor der Sitzung.
    Ich kenne: { $bodies }
    Ich lese nur, was die Räte öffentlich machen; dieser Chat ist nicht Ende-zu-Ende-verschlüsselt. Bitte nichts Nichtöffentliches schreiben.
    Tippe auf ein Beispiel:
start-empty = noch keinen Rat – es ist noch nichts eingelesen
button-example = Status { $reference }?
button-help = Hilfe

help = <b>Was ich kann</b>

    <b>Stand einer Drucksache</b>
    Schreib die Nummer, wie du magst: <code>{ $example }</code>, <code>Status { $example }?</code>, <code>Drs. { $example }</code> – auch mehrere (bis zu fünf) in einer Nachricht, oder füge einen Link aus dem Ratsinformationssystem ein.

    <b>Suchen</b>
    Schreib einfach Wörter: <code>Radweg</code> findet auch „Radwegekonzept“; Umlaute und ß sind egal.

    <b>Einfach fragen</b>
    <code>Wann tagt der Hauptausschuss?</code>, <code>Was steht nächste Woche an?</code>, <code>Was ist noch offen von den Grünen?</code> – bin ich nicht sicher, frage ich nach.

    <b>Folgen</b>
    Tippe unter einer Drucksache, einem Gremium oder einer Tagesordnung auf „Folgen“. Dann melde ich mich, wenn sich etwas tut, und erinnere dich vor der Sitzung.

    <b>In Gruppen</b>
    Dort sehe ich nur Befehle und Antworten auf meine Nachrichten. Wem ich dort folge, entscheiden die Admins.

    <b>Befehle</b>
    /status – Stand einer Drucksache
    /suche – Drucksachen nach Wörtern suchen
    /gremien – Gremien und ihre Sitzungen, auch: <code>/gremien Sozial</code>
    /termine – kommende Sitzungen
    /tagesordnung – zum Beispiel <code>/tagesordnung Hauptausschuss</code>
    /offen – was noch nicht abgeschlossen ist, zum Beispiel <code>/offen SPD</code>
    /abos – was du verfolgst: Pause, Ende
    /einstellungen – Sprache, Erinnerungen, Ruhezeit
    /datenschutz – was ich speichere, und deine Rechte
    /meinedaten – alles über diesen Chat als Datei
    /loeschen – alles über diesen Chat löschen
    /hilfe – diese Übersicht
    /start – Begrüßung mit Beispielen

    Ergebnisse gebe ich wörtlich wieder. Was nicht veröffentlicht ist, weiß ich nicht.
help-bodies = Eingelesen: { $bodies }

menu-start = Begrüßung und Beispiele
menu-status = Stand einer Drucksache, z. B. /status { $example }
menu-search = Drucksachen nach Wörtern suchen
menu-help = Was ich kann
bot-description = Wo steht mein Antrag? Schreib mir eine Drucksachennummer – ich sage dir, wo die Drucksache steht und wie sie dorthin kam. Oder schreib Wörter, dann suche ich. Wenn du folgst, melde ich mich, sobald sie auf eine Tagesordnung kommt, und erinnere dich vor der Sitzung. Ich lese nur, was der Rat öffentlich macht.
bot-short-description = Sagt, wo eine Drucksache steht, und meldet sich, wenn sie auf eine Tagesordnung kommt.

## Folgen

button-follow = Folgen
button-leave = Nicht mehr folgen
button-follow-committee = Diesem Gremium folgen
button-leave-committee = Diesem Gremium nicht mehr folgen
button-follow-again = Wieder folgen
button-resume = Fortsetzen
button-agree = Einverstanden, folgen
button-decline = Nein danke
button-following = Was ich verfolge

consent = <b>Möchtest du { $label } folgen?</b>
consent-kept = Dafür muss ich mir etwas merken: die Nummer dieses Chats, seine Sprache, was du einstellst, wem du folgst, und welche Nachrichten ich dir dazu geschickt habe (deren Nummern, nicht den Text). Keine Namen, nichts, was du sonst schreibst.
    Du bekommst nur, was der Rat öffentlich macht. Telegram kann mitlesen, auch, wem du folgst.
    Beenden kannst du es jederzeit unter /abos, alles löschen mit /loeschen. Mehr dazu: /datenschutz
consent-declined = In Ordnung. Ich habe nichts gespeichert.

followed = Du folgst jetzt { $label }.
followed-already = Du folgst { $label } schon.
followed-stop = Auf der Tagesordnung { $where }: { $when }
followed-stop-number = Auf der Tagesordnung { $where }: { $when }, TOP { $number }
followed-stop-planned = Angesetzt { $where }: { $when }. Auf einer veröffentlichten Tagesordnung steht es noch nicht.
followed-stop-cancelled = Entfällt { $where }: { $when }
followed-stop-off = Nicht mehr auf der Tagesordnung { $where }: { $when }
followed-family = Dazu gehört { $reference }, auf der Tagesordnung { $where }: { $when }
followed-family-number = Dazu gehört { $reference }, auf der Tagesordnung { $where }: { $when }, TOP { $number }
followed-place = Ort: { $place }
followed-no-date = Noch kein Termin veröffentlicht.
followed-told-paper = Ich melde mich, wenn sich daran etwas ändert, wenn es auf eine Tagesordnung kommt und wenn ein Ergebnis erscheint.
followed-told-committee = Ich melde mich, wenn eine Tagesordnung erscheint oder sich ändert und wenn eine Sitzung verlegt wird oder entfällt.
followed-reminders = Erinnern werde ich dich { $leads } vor der Sitzung. Ändern: /einstellungen
followed-no-reminders = Erinnerungen vor der Sitzung sind abgeschaltet. Ändern: /einstellungen
followed-none-coming = Noch kein neuer Sitzungstermin veröffentlicht.
follow-full = Du folgst schon { $count } Vorgängen und Gremien; mehr merke ich mir nicht. Unter /abos kannst du etwas beenden.
follow-gone = Das gibt es hier nicht mehr öffentlich. Geändert habe ich nichts.
follow-admins = In dieser Gruppe entscheiden nur Admins, wem ich folge. Nachsehen kann hier jeder.
follow-left = Du folgst { $label } nicht mehr.
follow-left-already = Dem folgst du nicht. Geändert habe ich nichts.
follow-paused = Pausiert: { $label }. Bis du fortsetzt, kommt dazu nichts.
follow-resumed = Läuft wieder: { $label }.
lead-weeks = { $count ->
    [one] eine Woche
   *[other] { $count } Wochen
}
lead-days = { $count ->
    [one] einen Tag
   *[other] { $count } Tage
}
lead-hours = { $count ->
    [one] eine Stunde
   *[other] { $count } Stunden
}
lead-minutes = { $count ->
    [one] eine Minute
   *[other] { $count } Minuten
}
lead-at = { $lead } (um { $time } Uhr)
lead-same-day = am selben Tag (um { $time } Uhr)
lead-and = { $leads } und { $last }

abos-title = { $count ->
    [one] Du folgst einem Vorgang oder Gremium
   *[other] Du folgst { $count } Vorgängen und Gremien
}
abos-empty = Du folgst noch nichts.
    Schreib mir eine Drucksachennummer und tippe unter der Antwort auf „Folgen“, oder such dir mit /gremien ein Gremium aus.
abos-paused = pausiert
abos-last = Zuletzt: { $when }
abos-next = Als Nächstes { $where }: { $when }
abos-next-number = Als Nächstes { $where }: { $when }, TOP { $number }
abos-gone = nicht mehr öffentlich
abos-open = { $place } Zeigen
abos-pause = { $place } Pause
abos-resume = { $place } Fortsetzen
abos-stop = { $place } Beenden

## Gremien, Sitzungen, Tagesordnungen

committees-title = Gremien
committees-found = Gremien zu „{ $words }“
committees-none = Ich kenne noch keine Gremien mit Sitzungen. Wer mich betreibt, kann einen Rat einlesen.
committees-unknown = Ein Gremium zu „{ $words }“ kenne ich nicht. Alle stehen unter /gremien.
committees-next = Nächste Sitzung: { $when }
committees-no-date = noch kein neuer Sitzungstermin veröffentlicht
committees-followed = du folgst
committee-coming = Kommende Sitzungen
committee-past = Letzte Sitzungen
committee-gone = Dieses Gremium kenne ich nicht mehr. Alle stehen unter /gremien.
button-agenda-of = Tagesordnung { $day }
button-committees = Gremien und Termine

sessions-title = Kommende Sitzungen
sessions-found = Kommende Sitzungen zu „{ $words }“
sessions-none = Es ist kein kommender Sitzungstermin veröffentlicht.
sessions-none-of = Zu „{ $words }“ ist kein kommender Sitzungstermin veröffentlicht. Alle Gremien stehen unter /gremien.
button-search-papers = In Drucksachen suchen
button-sessions = Kommende Sitzungen
button-sessions-days = Sitzungen { $days }
button-privacy = Was ich speichere
days-one = am { $day }
days-several = vom { $first } bis { $last }
sessions-title-days = Sitzungen { $days }
sessions-found-days = Sitzungen zu „{ $words }“ { $days }
sessions-none-days = Öffentliche Sitzungen { $days } kenne ich nicht.
sessions-none-of-days = Öffentliche Sitzungen zu „{ $words }“ { $days } kenne ich nicht.
session-no-time = { $day }, Uhrzeit nicht veröffentlicht
session-no-day = Tag nicht veröffentlicht
session-agenda-out = Tagesordnung veröffentlicht
session-agenda-not-out = Tagesordnung noch nicht veröffentlicht
session-cancelled = entfällt
session-gone = Diese Sitzung ist nicht mehr abrufbar.

agenda-title = Tagesordnung: { $name }
agenda-cancelled = Die Sitzung entfällt.
agenda-not-out = Die Tagesordnung ist noch nicht veröffentlicht.
agenda-not-read = Die Tagesordnung ist veröffentlicht, aber ich habe sie noch nicht gelesen. Sie steht im Original.
agenda-own = Deine Punkte
agenda-all = Alle Punkte
agenda-late = Nachtrag
agenda-result = Ergebnis: „{ $result }“
agenda-withdrawn = „{ $word }“
agenda-not-found = steht nicht mehr auf der Tagesordnung
agenda-non-public = Nichtöffentlicher Teil
agenda-status = Den Stand einer Drucksache sagt dir /status mit ihrer Nummer.
agenda-which = Welche Tagesordnung?
agenda-none = Für die kommenden Sitzungen ist noch keine Tagesordnung veröffentlicht. Die Termine stehen unter /termine.

menu-committees = Gremien und ihre Sitzungen
menu-sessions = Kommende Sitzungen
menu-agenda = Tagesordnung eines Gremiums
menu-following = Was du verfolgst
menu-open = Was noch offen ist, z. B. /offen SPD

## Was offen ist

open-title = Offen: { $name }
open-title-followed = Offen von dem, was du verfolgst
open-count = { $count ->
    [one] Eine Drucksache ist überwiesen oder angesetzt und nicht abgeschlossen.
   *[other] { $count } Drucksachen sind überwiesen oder angesetzt und nicht abgeschlossen.
}
open-nowhere = Nächstes Gremium nicht veröffentlicht
open-days = { $count ->
    [0] seit heute ({ $day })
    [one] seit einem Tag ({ $day })
   *[other] seit { $count } Tagen ({ $day })
}
open-weeks = seit { $count } Wochen ({ $day })
open-years = seit über { $count } Jahren ({ $day })
open-scheduled = angesetzt für { $day }
open-last = zuletzt auf der Tagesordnung am { $day }, noch kein Ergebnis veröffentlicht
open-last-result = zuletzt auf der Tagesordnung am { $day }: „{ $result }“
open-never = noch nie auf einer Tagesordnung
open-never-there = dort noch nie auf einer Tagesordnung
open-found-under = Gefunden unter: { $names }
open-members = einzelne Mitglieder wie { $name }
open-none = Von { $name } ist nichts offen: Was ich kenne, ist abgeschlossen oder wurde noch in kein Gremium gegeben.
open-none-followed = Von den Drucksachen, die du verfolgst, ist nichts offen. Du kannst auch nach einer Fraktion fragen, zum Beispiel <code>/offen SPD</code>.
button-open-authors = Nach Fraktion
button-follow-author = Allem davon folgen
button-leave-author = Nicht mehr allem davon folgen
the-author = allem von { $name }
author-found-under = Gefunden unter:
author-spelling = { $count ->
    [one] • { $name } (eine Drucksache)
   *[other] • { $name } ({ $count } Drucksachen)
}
author-wrong = Gehört etwas davon nicht dazu? Dann tippe auf „Entfernen“. Neue Schreibweisen kommen von selbst dazu; warum ich mich melde, steht in jeder Nachricht.
author-remove = Entfernen: { $name }
author-told = Ich melde mich, wenn etwas davon auf eine Tagesordnung kommt, wenn ein Ergebnis erscheint und wenn es überwiesen wird.
abos-author = { $count ->
    [0] Davon ist nichts offen.
    [one] Davon ist eine Drucksache offen.
   *[other] Davon sind { $count } Drucksachen offen.
}
authors-which = Von wem? Tippe auf eine Fraktion, oder schreib den Namen dazu, zum Beispiel <code>/offen SPD</code> oder <code>/offen Ute Weiß</code>.
authors-more = { $count ->
    [one] Es gibt noch einen weiteren Namen; frag danach mit /offen und dem Namen.
   *[other] Es gibt noch { $count } weitere Namen; frag danach mit /offen und dem Namen.
}
authors-none = Ich kenne noch keine Fraktion, von der Drucksachen gespeichert sind.
authors-several = Zu „{ $words }“ kenne ich mehrere. Wen meinst du?
authors-unknown = Von „{ $words }“ kenne ich keine Drucksachen.
authors-nearest = Meintest du:
authors-hint = Frag nach einer Fraktion oder einer Person so, wie der Rat sie schreibt. Einzelne Wörter findet /suche.
authors-gone = Von diesem Namen ist keine Drucksache mehr öffentlich.

## Benachrichtigungen

button-pause = Pause
button-agenda = Tagesordnung
button-card-of = Stand der Drucksache
notice-reason = weil du { $labels } folgst
notice-more-reasons = { $count ->
    [one] {" "}und einem weiteren
   *[other] {" "}und { $count } weiteren
}
notice-item-number = TOP { $number }
notice-more-items = … { $count ->
    [one] ein weiterer
   *[other] { $count } weitere
}
notice-formerly = Bisher: { $when }
notice-cancelled = Entfällt: { $organization }, { $when }
notice-was-on-agenda = Auf der Tagesordnung stand:
notice-revived = Findet doch statt: { $organization }, { $when }
notice-moved = Verlegt: { $organization }, jetzt { $when }
notice-time = Uhrzeit veröffentlicht: { $organization }, { $when }
notice-room = Anderer Ort: { $organization }, { $when }
notice-scheduled = { $reference } steht auf der Tagesordnung: { $organization }, { $when }
notice-scheduled-several = { $count ->
    [one] Einer deiner Punkte steht auf der Tagesordnung: { $organization }, { $when }
   *[other] { $count } deiner Punkte stehen auf der Tagesordnung: { $organization }, { $when }
}
notice-agenda = Tagesordnung: { $organization }, { $when }
notice-other-items = Außerdem:
notice-agenda-changed = Tagesordnung geändert: { $organization }, { $when }
notice-added = Neu:
notice-withdrawn = Nicht mehr auf der Tagesordnung:
notice-paper-added = Drucksache dazugekommen:
notice-reworded = Neu gefasst:
notice-item-moved = An anderer Stelle:
notice-gone = { $count ->
    [one] Ein Punkt steht nicht mehr öffentlich auf der Tagesordnung.
   *[other] { $count } Punkte stehen nicht mehr öffentlich auf der Tagesordnung.
}
notice-reminder = Erinnerung: { $organization }, { $when }
notice-others = { $count ->
    [one] Dazu ein weiterer öffentlicher Punkt.
   *[other] Dazu { $count } weitere öffentliche Punkte.
}
notice-items = { $count ->
    [one] Auf der Tagesordnung steht ein öffentlicher Punkt.
   *[other] Auf der Tagesordnung stehen { $count } öffentliche Punkte.
}
notice-result = { $reference }: { $result }
notice-result-changed = { $reference }, Ergebnis berichtigt: { $result }
notice-no-next = Eine nächste Station ist noch nicht veröffentlicht.
notice-referred = { $reference } geht weiter: { $organization }
notice-dated = { $reference } ist angesetzt: { $organization }, { $when }
notice-not-on-agenda = Auf einer veröffentlichten Tagesordnung steht es noch nicht.
notice-unscheduled = { $reference } ist nicht mehr angesetzt
notice-restated = Es bleibt dabei: { $organization }, { $when }
notice-restated-why = Eine Nachricht davor hat dich vielleicht erreicht und stimmt nicht mehr. So steht es jetzt:
notice-retracted = Hier stand etwas, das der Rat nicht mehr veröffentlicht. Ich habe es entfernt.

operation-held = { $count ->
    [one] <b>{ $body }: eine Änderung wartet auf dich</b>
   *[other] <b>{ $body }: { $count } Änderungen warten auf dich</b>
}
    Beim Lesen am { $when } kam so viel auf einmal, dass ich es niemandem melde, bevor du es angesehen hast. Freigeben oder verwerfen: /betrieb
operation-broken = <b>{ $body } antwortet mir nicht</b>
    Seit { $when } kann ich nichts lesen; was ich weiß, ist von davor. Die Meldung: { $error }
operation-structure = <b>{ $body }: Seiten sehen anders aus als bekannt</b>
    Art der Seite: { $page }. Mein Befund: { $finding }
    Neues melde ich weiter, Änderungen und Absetzungen auf solchen Seiten nicht, bis das geklärt ist.

## Kalender

button-calendar = In den Kalender
button-calendar-of = Kalender { $day }
button-calendar-all = Alle meine Termine als Datei
calendar-file = Meine-Termine
calendar-cancelled = Entfällt: { $name }
calendar-no-time = Uhrzeit nicht veröffentlicht.
calendar-no-end = Das Ende ist nicht veröffentlicht.
calendar-all = { $count ->
    [one] Ein Termin, der dich betrifft.
   *[other] { $count } Termine, die dich betreffen.
}
calendar-left-out = { $count ->
    [one] Ein späterer passt nicht in die Datei.
   *[other] { $count } spätere passen nicht in die Datei.
}
calendar-hint = Öffne die Datei mit deinem Kalender. Wenn sich später etwas ändert, hol sie dir noch einmal: Eine neue Datei ersetzt die alten Einträge.
calendar-nothing = Für das, was du verfolgst, ist kein kommender Sitzungstermin veröffentlicht.

## Datenschutz, gespeicherte Daten, Einstellungen

privacy = <b>Datenschutz</b>
    Kurz: Wem du folgst und was du einstellst, merke ich mir erst, wenn du zustimmst. Ansehen: /meinedaten. Löschen: /loeschen

    { $controller }

    <b>Was ich mir merke</b>
    Solange du nur nachsiehst und suchst: nichts. Muss ich dafür erst beim Rat nachfragen, merke ich mir die Nummer dieses Chats und deine Nachfrage, bis ich geantwortet habe und { $questions } länger.
    Bevor du etwas verfolgst oder einstellst, frage ich dich. Bist du einverstanden, merke ich mir:
    • die Nummer dieses Chats (in Gruppen auch die des Themas), ob er privat ist, seine Sprache, deine Einstellungen und seit wann du einverstanden bist
    • wem du folgst und seit wann
    • welche Nachrichten ich dir geschickt habe: ihre Nummern, Zeiten und Prüfsummen, nicht den Text
    Keine Namen, nichts, was du sonst schreibst. Kein Profil, keine Werbung, keine Weitergabe außer an Telegram.

    <b>Wofür</b>
    Nur, um dir zu antworten, dich zu benachrichtigen und zu erinnern. Wem du folgst, kann etwas über deine politischen Interessen verraten; deshalb brauche ich deine Einwilligung (Art. 6 Abs. 1 Buchst. a und Art. 9 Abs. 2 Buchst. a DSGVO). Du kannst sie jederzeit mit /loeschen widerrufen; was bis dahin geschah, bleibt rechtmäßig. Nachfragen beim Rat beantworte ich, weil du darum gebeten hast (Art. 6 Abs. 1 Buchst. f DSGVO).

    <b>Wie lange</b>
    • Angaben zu Nachrichten: { $notices } nach dem Versand
    • was ich dir zu einer Sitzung gesagt habe: bis zur Sitzung und { $sessions } länger
    • was du verfolgst und einstellst: bis du es beendest oder löschst
    • blockierst du mich oder werde ich aus der Gruppe entfernt: noch { $gone }, dann lösche ich alles

    <b>Telegram liest mit</b>
    Unsere Unterhaltung läuft über Telegram und ist nicht Ende-zu-Ende-verschlüsselt: Telegram kann sehen, was du schreibst, wem du folgst und was ich antworte. Dafür gilt telegram.org/privacy. Schreib hier bitte nichts Nichtöffentliches.

    <b>Deine Rechte</b>
    /meinedaten – alles, was über diesen Chat gespeichert ist, als Datei (Auskunft, Mitnahme)
    /abos und /einstellungen – ansehen und ändern
    /loeschen – alles löschen, sofort (Widerruf)
    { $complaints }
privacy-nobody = <b>Wer verantwortlich ist</b>
    Wer mich betreibt, hat keine Angaben gemacht. Frag nach, bevor du mir etwas anvertraust: am besten die Person, von der du diesen Bot hast.
privacy-controller = <b>Wer verantwortlich ist</b>
    { $name }
    { $contact }
privacy-no-name = Seinen Namen hat, wer mich betreibt, nicht angegeben.
privacy-no-contact = Wie man ihn erreicht, hat, wer mich betreibt, nicht angegeben.
privacy-complaints = Beschweren kannst du dich bei: { $authority }
privacy-no-authority = Beschweren kannst du dich bei jeder Datenschutzaufsicht, etwa der deines Bundeslands; welche zuständig ist, hat, wer mich betreibt, nicht angegeben.

data-nothing = Über diesen Chat ist nichts gespeichert.
data-caption = Alles, was über diesen Chat gespeichert ist.
    Warum und wie lange: /datenschutz
    Alles löschen: /loeschen
data-ask-group = Ich kann hier als Datei schicken, was über diese Gruppe gespeichert ist, mit allen ihren Themen. Abrufen können das nur Admins; sehen können die Datei alle in der Gruppe.
data-about = Was dies ist
data-about-text = Alles, was Ratsbote über diesen Chat gespeichert hat
data-as-of = Stand
data-file = meine-daten
button-data = Als Datei schicken

erase-nothing = Über diesen Chat ist nichts gespeichert; es gibt nichts zu löschen.
erase-ask = <b>Soll ich alles löschen, was ich über diesen Chat gespeichert habe?</b>
    { $held }

    Danach bekommst du keine Nachrichten und Erinnerungen mehr. Zurückholen kann ich nichts. Was hier geschrieben steht, bleibt bei Telegram, bis du es dort löschst.
erase-ask-group = <b>Soll ich alles löschen, was ich über diese Gruppe und alle ihre Themen gespeichert habe?</b>
    { $held }

    Danach kommen hier keine Nachrichten und Erinnerungen mehr. Zurückholen kann ich nichts. Was hier geschrieben steht, bleibt bei Telegram, bis es dort gelöscht wird. Entscheiden können nur Admins.
erase-subscriptions = { $count ->
    [one] • ein Abo
   *[other] • { $count } Abos
}
erase-notices = { $count ->
    [one] • Angaben zu einer Nachricht
   *[other] • Angaben zu { $count } Nachrichten
}
erase-questions = { $count ->
    [one] • eine Nachfrage beim Rat
   *[other] • { $count } Nachfragen beim Rat
}
erase-places = • die Nummer des Chats, Sprache, Einstellungen, Einwilligung
erase-done = <b>Gelöscht. Über diesen Chat ist nichts mehr gespeichert.</b>
    Das war:
    { $held }

    Bevor ich mir wieder etwas merke, frage ich.
erase-kept = In Ordnung, es bleibt alles, wie es ist.
button-erase = Ja, alles löschen
button-keep = Nein, behalten
cancel-nothing = Es gibt nichts abzubrechen: Ich warte auf nichts von dir. Was du verfolgst, beendest du unter /abos.

settings-title = Einstellungen
settings-of-chat = Für diesen Chat:
settings-of-group = Für diese Gruppe (ändern können nur Admins):
settings-of-topic = Für dieses Thema der Gruppe (ändern können nur Admins):
settings-language = Sprache: { $language }
settings-reminders = Erinnerungen: { $leads } vor der Sitzung
settings-no-reminders = Erinnerungen: keine
settings-quiet = Ruhezeit: von { $from } bis { $until } Uhr
settings-no-quiet = Ruhezeit: keine
settings-usual = { $line } (Vorgabe)
settings-language-how = Was der Rat schreibt, bleibt deutsch.
settings-reminders-how = Tippe an, wann ich dich erinnern soll. Noch einmal antippen schaltet es ab.
settings-quiet-how = In der Ruhezeit warte ich; verloren geht nichts. Was danach zu spät käme, etwa eine kurzfristige Absage, kommt trotzdem, aber ohne Ton.
settings-full = Mehr als { $count } Erinnerungen vor einer Sitzung schicke ich nicht. Schalte zuerst eine ab.
settings-lead = { $lead } vorher
settings-none = Keine Erinnerungen
settings-hours = { $from } bis { $until } Uhr
settings-no-hours = Keine Ruhezeit
settings-chosen = ✓ { $choice }
button-language = Sprache / Language
button-reminders = Erinnerungen
button-quiet = Ruhezeit
button-usual = Wie vorgegeben
button-all-usual = Alles wie vorgegeben
button-settings = ‹ Alle Einstellungen
button-agree-setting = Einverstanden
consent-setting = <b>Soll ich mir deine Einstellung merken?</b>
language-de = Deutsch
language-en = English

menu-settings = Sprache, Erinnerungen, Ruhezeit
menu-privacy = Was ich speichere, wie lange, deine Rechte
menu-my-data = Alles über diesen Chat als Datei
menu-erase = Alles über diesen Chat löschen

stored-subscribers = Chat und Einstellungen
stored-subscriptions = Was verfolgt wird
stored-told = Was dazu schon gesagt wurde
stored-notices = Nachrichten
stored-mentions = Wovon Nachrichten handeln
stored-wanted = Nachfragen beim Rat
stored-excluded_names = Ausgenommene Schreibweisen
stored-answer = Antwort
stored-answered_at = Beantwortet am
stored-asked_at = Gefragt am
stored-author = Fraktion oder Person
stored-author_label = Fraktion oder Person, wie sie beim Folgen hieß
stored-body = Rat
stored-boot = Kennung des sendenden Programmlaufs
stored-chat = Nummer des Chats bei Telegram
stored-consent = Einwilligung: Fassung des Textes
stored-consented_at = Einwilligung erteilt am
stored-created_at = Angelegt am
stored-dedupe = Kennung gegen doppelte Nachrichten
stored-edits = Ersetzt die Nachricht mit der Nummer
stored-expires_at = Verfällt am
stored-facts = Angaben
stored-follow = Art des Abos
stored-gone_at = Nicht mehr erreichbar seit
stored-gone_why = Nicht mehr erreichbar, weil
stored-id = Laufende Nummer
stored-is_news = Ist eine Neuigkeit
stored-kind = Art
stored-language = Sprache
stored-link_host = Link: Server
stored-link_key = Link: Kennung
stored-link_kind = Link: Art
stored-message = Nummer der Nachricht bei Telegram
stored-not_before = Nicht vor
stored-notice = Laufende Nummer der Nachricht
stored-organization = Gremium
stored-paper = Drucksache
stored-paused = Pausiert
stored-priority = Dringlichkeit
stored-quiet_hours = Ruhezeit (leer: Vorgabe)
stored-reference = Nummer der Drucksache
stored-remind_before = Erinnerungen (leer: Vorgabe)
stored-settled_at = Erledigt am
stored-silent = Ohne Ton
stored-since = Seit
stored-state = Stand
stored-subject = Worum es geht
stored-subscriber = Laufende Nummer des Chats
stored-subscription = Laufende Nummer des Abos
stored-target = Wonach gefragt wurde
stored-target_key = Wem gefolgt wird
stored-token = Worum es geht (Kennung)
stored-told_at = Gesagt am
stored-topic = Thema der Gruppe (0: keines)
stored-tried = Vergebliche Versuche
stored-uncertain = Versuche ohne Antwort
stored-why = Grund

## Verlauf (Bild)

button-way = Verlauf
way-filed = Eingereicht
way-here = Aktueller Stand
way-next = Nächster Termin
way-no-stops = noch keine Beratungsfolge veröffentlicht
way-no-date = noch kein Termin veröffentlicht
way-no-result = noch kein Ergebnis veröffentlicht
way-cancelled = Sitzung entfallen
way-item = TOP { $number }
way-later = { $count ->
    [one] … eine spätere Station
   *[other] … { $count } spätere Stationen
}
way-in-picture = { $count ->
    [one] … eine weitere Station zeigt das Bild
   *[other] … { $count } weitere Stationen zeigt das Bild
}

## Fristen

deadline-overdue = Antwort rechnerisch überfällig seit { $since }, ohne Gewähr (Frist für „{ $kind }“: { $span } ab { $filed }; ich kenne keine veröffentlichte Antwort)
deadline-days = { $count ->
    [one] ein Arbeitstag
   *[other] { $count } Arbeitstage
}
deadline-weeks = { $count ->
    [one] eine Woche
   *[other] { $count } Wochen
}
deadline-months = { $count ->
    [one] ein Monat
   *[other] { $count } Monate
}

## Gespräch

readings-which = Was meinst du mit „{ $asked }“?
readings-follow-hint = Damit ich mich melde und dich erinnere, tippe unten auf den Knopf mit „folgen“.
readings-hello = Hallo! Schreib mir eine Drucksachennummer wie <code>{ $example }</code>, Wörter zum Suchen oder eine Frage wie „Wann tagt der Hauptausschuss?“.
readings-thanks = Gern.
readings-bye = Bis bald.

## Wenn etwas nicht geht

not-text = Ich lese nur Text. Schreib mir bitte eine Drucksachennummer wie { $example } oder ein Wort, nach dem ich suchen soll.
not-understood = Darin habe ich weder eine Drucksachennummer noch ein Wort zum Suchen gefunden. Schreib zum Beispiel <code>{ $example }</code> oder <code>Radweg</code>.
unknown-command = Den Befehl { $command } kenne ich nicht. Was ich kann, steht unter /hilfe.
stale-button = Diesen Knopf kenne ich nicht mehr. Bitte frag noch einmal.
trouble = Da ist bei mir etwas schiefgegangen; an deiner Nachricht liegt es nicht. Bitte versuch es in einer Minute noch einmal. Bleibt es dabei, sag bitte der Person Bescheid, die mich betreibt (Kennung { $reference }).
trouble-short = Da ist bei mir etwas schiefgegangen. Bitte versuch es gleich noch einmal.
not-allowed = Dieser Assistent antwortet nur in freigeschalteten Chats. Die Nummer dieses Chats ist { $chat }; wer mich betreibt, kann ihn freischalten.

## Für den Betrieb

overview-title = Betrieb
overview-sources = Quellen
overview-no-sources = Noch keine eingelesen.
overview-source = { $body } ({ $kind })
overview-last-read = { $source }: zuletzt gelesen { $moment }
overview-never-read = { $source }: noch nie gelesen
overview-failing = { $count ->
    [one] Seit { $moment } nicht lesbar (ein Versuch).
   *[other] Seit { $moment } nicht lesbar ({ $count } Versuche in Folge).
}
overview-odd = { $pages } seit { $moment } anders gebaut als bekannt: { $finding }
overview-page-paper = Drucksachen
overview-page-agenda = Tagesordnungen
overview-page-item = Tagesordnungspunkte
overview-page-calendar = Sitzungskalender
overview-page-papers = Listen von Drucksachen
overview-page-organization = Gremien
overview-notices = Benachrichtigungen (30 Tage)
overview-no-notices = Bisher keine.
overview-pending = { $number } warten
overview-sending = { $number } unterwegs
overview-sent = { $number } zugestellt
overview-expired = { $number } abgelaufen
overview-cancelled = { $number } zurückgezogen
overview-superseded = { $number } überholt
overview-undeliverable = { $number } unzustellbar
overview-rejected = { $number } von Telegram abgelehnt
overview-uncertain = { $number } ohne Antwort
overview-overdue = { $count ->
    [one] Eine ist überfällig, seit { $moment }.
   *[other] { $count } sind überfällig, die erste seit { $moment }.
}
overview-unannounced = { $count ->
    [one] Eine Änderung ist seit über zehn Minuten nicht verteilt.
   *[other] { $count } Änderungen sind seit über zehn Minuten nicht verteilt.
}
overview-held-title = Zurückgehalten
overview-held = { $body }, gelesen { $moment }: { $about }
overview-held-about = { $sessions }, { $items }, { $papers }
overview-sessions = { $count ->
    [one] eine Sitzung
   *[other] { $count } Sitzungen
}
overview-items = { $count ->
    [one] ein Tagesordnungspunkt
   *[other] { $count } Tagesordnungspunkte
}
overview-papers = { $count ->
    [one] eine Drucksache
   *[other] { $count } Drucksachen
}
overview-held-hint = So viel hat sich auf einmal geändert, dass ich noch niemandem davon geschrieben habe. Sieh bitte bei der Quelle nach: Stimmt es, gib es frei; sonst verwirf es, dann erfährt niemand davon.
overview-released = { $count ->
    [one] Eine Änderung ist freigegeben.
   *[other] { $count } Änderungen sind freigegeben.
}
overview-dropped = { $count ->
    [one] Eine Änderung ist verworfen; niemand erfährt davon.
   *[other] { $count } Änderungen sind verworfen; niemand erfährt davon.
}
overview-settled-before = Darüber ist schon entschieden.
overview-cut = … mehr passt hier nicht hin.
button-release = Freigeben { $name }
button-drop = Verwerfen { $name }
