# Die Sätze des Fensters am Stand und des Fensters für Spendende.
# Nur ganze Sätze. <b>…</b> hebt Wörter hervor; Werte kommen fertig geschrieben herein.

app-name = Groat
window-title = { $drive } – Groat
display-title = Groat – Fenster für Spendende
language = Sprache

## Etwas ging schief, womit keine Regel gerechnet hat

fault-window = Das hat nicht geklappt, der Grund ist nicht bekannt.
fault-window-hint = Es ging nichts verloren. Bitte noch einmal versuchen; hilft das nicht, Groat schließen und neu öffnen.

## Erster Start

set-up-title = Wer sammelt?
set-up-explained = Ein paar Angaben, nur einmal. Danach kann die erste Spende kommen.
set-up-name = Ihre Organisation
set-up-name-hint = Der Name, unter dem man Sie kennt. Spendende sehen ihn.
set-up-holder = Kontoinhaber, genau wie auf dem Kontoauszug
set-up-holder-hint = Die Bank der Spendenden vergleicht diesen Namen und warnt, wenn er abweicht.
set-up-iban = IBAN
set-up-done = Das sind wir. Weiter.
set-up-stays-here = Spenden gehen direkt auf dieses Konto. Alles, was Sie eingeben, bleibt auf diesem Rechner.
account-country = Land
account-country-none = Land wählen
account-kinds = Wie gezahlt wird
account-no-home = Banken dieses Landes lesen keinen Code, den man selbst machen kann. Bitte einen anderen Weg wählen oder mit Bargeld beginnen.
account-more = Weitere Wege
account-fine = Feinheiten
account-cash = Vorerst nur Bargeld
account-cash-explained = Ein weiterer Weg lässt sich jederzeit hinzufügen.
account-optional = Darf leer bleiben.
account-example = Zum Beispiel { $example } { $optional }
account-base-hint = Der Text des Codes von Ihrer Bank oder Ihrem Zahlungsdienst: mit einem Code-Leser scannen und hier einfügen, was er zeigt.
account-reader = { $reader ->
    [banking-app] Gebraucht wird die Banking-App.
    [upi-app] Gebraucht wird irgendeine UPI-App.
    [app] Gebraucht wird die App { $app }.
    [camera] Gebraucht wird nur die Kamera.
    [lightning-wallet] Gebraucht wird eine Lightning-Wallet.
    [bitcoin-wallet] Gebraucht wird eine Bitcoin-Wallet.
    [ethereum-wallet] Gebraucht wird eine Ethereum-Wallet.
    [solana-wallet] Gebraucht wird eine Solana-Wallet.
   *[other] Gebraucht wird eine App, die ihn liest.
  }
account-maker = { $maker ->
    [registered] Ihre Bank muss diese Nummer oder diesen Schlüssel kennen, bevor Spenden ankommen. Bitte einmal nachfragen.
    [issuer] Ihre Bank oder Ihr Zahlungsdienst gibt Ihnen einen Code. Groat setzt nur den Betrag ein.
    [contract] Sie brauchen ein Konto bei diesem Dienst. Er nimmt vielleicht eine Gebühr.
    [own-server] Sie brauchen eine Wallet oder einen Server, der für Sie antwortet.
   *[other] Nur Ihre Bank oder Ihr Zahlungsdienst kann diesen Code machen.
  }
account-ready = Ein Code ist möglich.
account-ready-picture = Ein Code zum Ausprobieren
account-try = { $reader ->
    [banking-app] Jetzt ausprobieren: mit der eigenen Banking-App scannen und schauen, ob der richtige Name erscheint. Nicht zahlen.
    [camera] Jetzt ausprobieren: die eigene Kamera darauf halten und schauen, ob die richtige Seite aufgeht.
   *[other] Jetzt ausprobieren: mit dem eigenen Telefon scannen und schauen, ob es bei Ihnen ankommt. Nicht zahlen.
  }
account-to = an <b>{ $holder }</b> · { $account }
account-types-amount = Den Betrag tippt die Person selbst.
account-number = { $returns ->
    [reference] Die Spendennummer kommt mit der Zahlung zurück.
    [text] Die Spendennummer kommt im Text der Zahlung zurück.
    [uncertain] Die Spendennummer kann verloren gehen: sie lässt sich ändern.
   *[no] Die Spendennummer reist nicht mit: Spenden finden sich über Betrag und Zeit.
  }
account-retired = Beendet. Was damit gezahlt wurde, bleibt in den Büchern.
account-retire = Beenden
account-retire-named = Beenden: { $account }
account-retire-title = „{ $account }“ beenden?
account-retire-explained = Dafür entstehen keine neuen Codes mehr. Codes auf Papier gelten weiter, solange es das Konto gibt, und ihre Spenden zählen.
account-retire-confirm = Beenden
account-retire-leave = Behalten
accounts-title = Zahlungswege
accounts-add = Zahlungsweg hinzufügen
accounts-new = Noch ein Zahlungsweg
accounts-keep = Hinzufügen
accounts-leave = Jetzt nicht
accounts-none = Noch keiner: Spenden kommen als Bargeld.
said-account-added = Hinzugefügt. Er steht beim Bitten zur Wahl.
said-account-retired = Beendet.
iban-begin = Sie beginnt mit zwei Buchstaben für das Land.
iban-remaining = { $count ->
    [one] { $country }: noch ein Zeichen.
   *[other] { $country }: noch { $count } Zeichen.
  }
iban-good = ✓ Ein Bankkonto in diesem Land: { $country }. Die Prüfziffern stimmen.

## Eine Sammlung eröffnen

drive-form-first-title = Wofür sammeln Sie?
drive-form-title = Sammlung eröffnen
drive-form-explained = Eine Sammlung hat einen Zweck. Für den Anfang genügt ein Name.
drive-name = Name der Sammlung
drive-name-hint = Kurz: Er steht groß im Fenster für Spendende.
drive-purpose = Wofür das Geld ist
drive-purpose-hint = Eine greifbare Zeile, etwa „Ein Trinkbrunnen für den Marktplatz“.
drive-currency = Währung
drive-suggested = Drei Beträge zur Auswahl
drive-suggested-hint = Der kleinste zuerst. Nichts ist vorausgewählt, jeder andere Betrag bleibt möglich.
drive-suggested-first = Klein
drive-suggested-second = Mittel
drive-suggested-third = Groß
drive-goal = Ziel, falls es eines gibt
drive-goal-hint = Bleibt das Feld leer, wird kein Ziel gezeigt.
drive-open = Sammlung eröffnen
drive-leave = Jetzt nicht

## Sammlungen

drives-title = Sammlungen
drives-new = Weitere Sammlung eröffnen
drive-since = Offen seit { $day }
drive-was-open = Geschlossen. Offen von { $from } bis { $to }
drive-chosen = Sie sind hier
drive-choose = Hierfür sammeln
drive-choose-named = Hierfür sammeln: { $drive }
drive-read = Bücher ansehen
drive-read-named = Bücher ansehen: { $drive }
drive-close = Sammlung schließen
drive-close-title = „{ $drive }“ schließen?
drive-close-explained = Danach kann dafür nicht mehr gebeten und kein Bargeld mehr erfasst werden. Die Bücher bleiben, zugesagte Spenden können noch eintreffen.
drive-close-confirm = Schließen
drive-close-leave = Offen lassen
said-drive-closed = { $drive } ist geschlossen.

## Kopf des Fensters

go-label = Seiten
go-ask = Sammeln
go-gifts = Spenden
go-drives = Sammlungen
go-accounts = Zahlungswege
display-toggle = Spendenfenster
comfort = Schrift und Tasten
comfort-size = Schriftgröße
comfort-smaller = Kleinere Schrift
comfort-larger = Größere Schrift
comfort-percent = { $percent } %
comfort-letter-keys = Die Buchstaben C und S wirken als Tasten
comfort-close = Fertig
key-digits = beginnen einen Betrag
key-enter = um den eingetippten Betrag bitten
key-cash = der Betrag ist bar
key-seen = bezahlt, ich habe es gesehen
key-away = ein Schritt zurück
key-size-name = Strg −
key-size = Schrift kleiner; Strg + größer, Strg 0 wie zuvor

## Um eine Spende bitten

ask-title = Wie viel möchte die Person geben?
ask-title-cash = Wie viel ist es in bar?
ask-any = Freier Betrag
ask-any-hint = selbst eintippen
ask-any-cash = unten eintippen
ask-any-not = dieser Code braucht einen Betrag
ask-cash-only = Hier lässt sich nur Bargeld eintragen: Kein Zahlungsweg passt zur Währung dieser Sammlung.
rails-title = Wie wird gezahlt?
ask-typed = Anderer Betrag
ask-typed-hint = Anderer Betrag, dann Enter
ask-do = Zeigen
ask-record = Erfassen
ask-cash = Bar
ask-closed-title = „{ $drive }“ ist geschlossen
ask-closed-explained = Die Bücher stehen weiter unter Spenden. Um wieder zu sammeln, eröffnen Sie eine weitere Sammlung.
teach-title = Hier erscheint der Zahlungscode
teach-tap = Betrag antippen. Der Code erscheint hier und im Spendenfenster.
teach-scan = Die Person scannt ihn mit dem Telefon und gibt frei.
teach-seen = Sie zeigt Ihnen „erledigt“: „Bezahlt, ich habe es gesehen“ antippen.
code-title = Zahlungscode
code-picture = Zahlungscode über { $amount }
code-picture-any = Zahlungscode ohne Betrag
code-scan = { $reader ->
    [banking-app] <b>In der Banking-App</b> scannen
    [upi-app] Mit <b>irgendeiner UPI-App</b> scannen
    [app] In <b>{ $app }</b> scannen
    [camera] Mit der <b>Kamera</b> scannen
    [lightning-wallet] Mit einer <b>Lightning-Wallet</b> scannen
    [bitcoin-wallet] Mit einer <b>Bitcoin-Wallet</b> scannen
    [ethereum-wallet] Mit einer <b>Ethereum-Wallet</b> scannen
    [solana-wallet] Mit einer <b>Solana-Wallet</b> scannen
   *[other] Mit dem <b>Telefon</b> scannen
  }
code-types-amount = { $amount } tippt die Person selbst ein.
code-number-stays = Die Nummer reist mit dieser Zahlung nicht mit.
code-payee = an { $holder } · { $iban }
code-number = Spendennummer { $number }
code-seen = Bezahlt, ich habe es gesehen
code-new = Nächste Spende
code-never-mind = Doch nicht
code-cash-instead = Stattdessen bar gegeben
done-seen = Gesehen. Danke.
done-seen-explained = Die Spende zählt als zugesagt, bis der Kontoauszug sie zeigt.
done-cash = In der Kasse. Danke.
done-cash-explained = Die Spende zählt zum Bestand in der Kasse.
said-asked = Um { $amount } gebeten. Der Code ist zu sehen.
said-asked-any = Um einen freien Betrag gebeten. Der Code ist zu sehen.
said-seen = Gesehen. Danke.
said-cash = { $amount } in bar erfasst.
said-undone = Zurückgenommen. Die Berichtigung bleibt in den Büchern.

## Wo eine Sammlung steht

standing-title = Stand der Sammlung
standing-count = { $count ->
    [one] eine Spende
   *[other] { $count } Spenden
  }
standing-open = { $count ->
    [one] eine ohne Betrag
   *[other] { $count } ohne Betrag
  }
standing-missing = Noch { $missing } bis zum Ziel von { $goal }
standing-reached = Das Ziel von { $goal } ist erreicht.
state-asked = Angefragt
state-promised = Zugesagt
state-in-hand = In der Kasse
state-corrected = Zurückgenommen

## Spenden

last-gifts = Letzte Spenden
last-gifts-none = Noch keine Spenden. Tippen Sie oben auf einen Betrag; Münzen erfassen Sie mit „Bar“.
gift-cash = bar
gift-bank = per Code
gift-bank-number = per Code · { $number }
gift-open-amount = freier Betrag
gift-reason-mistake = zurückgenommen: ein Versehen
gift-reason-not-given = zurückgenommen: nicht gegeben
gift-named-cash = { $amount } in bar
gift-named-number = { $amount }, Spendennummer { $number }
gift-seen = Bezahlt
gift-seen-named = Bezahlt, gesehen: { $gift }
gift-undo = Zurücknehmen
gift-undo-named = Zurücknehmen: { $gift }
correct-title = Diese Spende zurücknehmen?
correct-explained = Nichts wird gelöscht: Die Spende bleibt durchgestrichen in den Büchern, mit dem Grund daneben.
correct-why = Warum?
correct-mistake = Es war ein Versehen
correct-not-given = Sie wurde doch nicht gegeben
correct-confirm = Zurücknehmen
correct-leave = So lassen
gifts-title = Spenden
gifts-search = Suchen
gifts-search-hint = Ein Betrag oder eine Spendennummer
gifts-state = Stand
gifts-all = Alle
gifts-shown = { $count ->
    [one] Eine Spende, die neueste zuerst
   *[other] { $shown } von { $count } Spenden, die neueste zuerst
  }
gifts-found = { $count ->
    [0] Keine Spende gefunden.
    [one] Eine Spende gefunden.
   *[other] { $count } Spenden gefunden.
  }
gifts-none = Hier steht bald jede Spende dieser Sammlung: angefragt, zugesagt, in der Kasse und was zurückgenommen wurde.
gifts-none-ask = Um die erste Spende bitten
gifts-no-match = Keine Spende passt zu dieser Suche.
gifts-show-all = Alle Spenden zeigen
gifts-more = Mehr zeigen
gifts-export = Als CSV speichern
said-exported = { $count ->
    [one] Eine Spende gespeichert als { $file }.
   *[other] { $count } Spenden gespeichert als { $file }.
  }

## Das Fenster für Spendende

donor-idle = Sprechen Sie uns an: Ihr Telefon genügt.
donor-any = Freier Betrag
donor-any-hint = { $reader ->
    [banking-app] Tippen Sie ihn in Ihrer Banking-App ein. Jeder Betrag ist willkommen.
    [camera] Tippen Sie ihn auf der Seite ein, die sich öffnet. Jeder Betrag ist willkommen.
   *[other] Tippen Sie ihn in Ihrer App ein. Jeder Betrag ist willkommen.
  }
donor-step-open = { $reader ->
    [banking-app] Banking-App öffnen
    [upi-app] Irgendeine UPI-App öffnen
    [app] { $app } öffnen
    [camera] Kamera öffnen
    [lightning-wallet] Lightning-Wallet öffnen
    [bitcoin-wallet] Bitcoin-Wallet öffnen
    [ethereum-wallet] Ethereum-Wallet öffnen
    [solana-wallet] Solana-Wallet öffnen
   *[other] App öffnen
  }
donor-step-scan = { $reader ->
    [camera] Auf den Code halten und <b>den Link öffnen</b>
    [app] Code <b>in { $app }</b> scannen
   *[other] Code <b>in der App</b> scannen
  }
donor-step-type = { $amount } eintippen
donor-step-confirm = Prüfen und freigeben
donor-check = { $reader ->
    [banking-app] Ihre Bank zeigt: { $holder }
    [camera] Die Seite gehört: { $holder }
   *[other] Das Geld geht an: { $holder }
  }
donor-check-else = Steht dort ein anderer Name, bitte nicht freigeben.
donor-number = Spendennummer { $number } · Konto { $iban }
donor-said-ask = Ein Zahlungscode über { $amount } ist zu sehen.
donor-said-any = Ein Zahlungscode mit freiem Betrag ist zu sehen.
donor-thanks = Vielen Dank!
donor-thanks-for = für { $drive }
donor-goal = Schon { $filled } von { $goal }
