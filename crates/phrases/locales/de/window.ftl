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

## Das Schloss

lock = Sperren
lock-title = Wer ist am Stand?
lock-somebody-else = Jemand anders
key-lock-name = Strg L
key-lock = den Stand sperren
role = Rolle
role-volunteer = Standdienst
role-volunteer-may = Bittet um Spenden, erfasst sie und nimmt Versehen zurück. Meldet sich mit einer PIN an.
role-treasurer = Kasse
role-treasurer-may = Eröffnet und schließt auch Sammlungen, liest Namen und nimmt die Bücher mit. Meldet sich mit Kennsatz und Telefon an.
role-admin = Verwaltung
role-admin-may = Bestimmt auch, wer sonst was darf. Meldet sich mit Kennsatz und Telefon an.
pin = PIN
pin-pad = Ziffern der PIN
pin-back = Zurück
pin-new = PIN
pin-rules = 4 bis 8 Ziffern, selbst gewählt.
pin-again = Dieselbe PIN noch einmal
pin-differs = Die beiden PINs sind nicht gleich.
passphrase = Kennsatz
passphrase-rules = Mindestens 15 Zeichen, auch Leerzeichen. Mehrere Wörter, die nicht zusammengehören, merkt man sich leicht; bekannte Wörter und Muster werden nicht genommen.
passphrase-suggest = Wörter vorschlagen
passphrase-suggest-hint = Wörter, die niemand errät. Eigene sind genauso gut.
passphrase-by-them = Bitte lassen Sie die Person selbst tippen: Niemand sonst soll ihn kennen.
said-passphrase = Vorgeschlagene Wörter stehen im Feld.
secret-show = Zeigen
secret-hide = Verbergen
secret-show-named = Zeigen: { $what }
secret-hide-named = Verbergen: { $what }
phone-code = Code vom Telefon
phone-code-hint = Sechs Ziffern; alle halbe Minute neue.
recovery-code = Ersatzcode
recovery-code-hint = Einer der zehn Codes auf Papier. Jeder gilt einmal.
sign-in = Öffnen
sign-in-go-on = Weiter
sign-in-recovery = Mein Telefon ist nicht hier: einen Ersatzcode nehmen
sign-in-phone = Den Code vom Telefon nehmen
sign-in-no-phone = Noch zeigt kein Telefon Codes für Sie. Das kommt als Nächstes und dauert zwei Minuten.
wait-title = Es gab mehrere falsche Versuche.
wait-left = Bitte warten: { $span }
wait-over = Sie können es jetzt wieder versuchen.

## Ein frischer Code, eine zweite Person

fresh-title = Einen Moment: Sind Sie es?
fresh-explained = Das betrifft Geld oder Namen. Bitte tippen Sie den Code, den Ihr Telefon gerade zeigt.
fresh-code-hint = Sechs Ziffern; ein Ersatzcode vom Papier geht auch.
fresh-give = Weiter
fresh-leave = Doch nicht
approve-title = Bitte eine zweite Person
approve-explained = An diesem Stand braucht das vier Augen: Noch jemand von der Kasse oder der Verwaltung sieht es an und stimmt hier zu.
approve-who = Wer stimmt zu?
approve-secret = Kennsatz dieser Person
approve-code = Code vom Telefon dieser Person
approve-give = Zustimmen
approve-nobody = Es gibt niemanden, der zustimmen könnte: Dazu braucht es noch jemanden von der Kasse oder der Verwaltung mit verbundenem Telefon.

## Das Büro einrichten

office-title = Das Büro der Kasse
office-begin = Büro einrichten
office-step = Schritt { $step } von { $steps }
office-next = Weiter
office-back = Zurück
office-leave = Jetzt nicht
office-title-name = Wer führt die Bücher?
office-title-passphrase = Ein Kennsatz, den nur Sie kennen
office-title-sheet = Ein Blatt für den Tag, an dem Sie ihn vergessen
office-title-typed = Steht alles auf dem Blatt?
office-title-phone = Ihr Telefon als zweiter Schlüssel
office-title-codes = Codes für den Tag, an dem das Telefon fehlt
office-why = Namen von Spendenden, und wer was darf, gehören hinter ein Schloss: Danach meldet sich am Stand jede und jeder an, und nur die Kasse kann Namen lesen.
office-needs = Es dauert etwa fünf Minuten. Sie brauchen ein Telefon mit einer App für Codes und einen Drucker oder Stift.
office-name = Ihr Name
office-name-hint = Alle am Stand sehen ihn. Sie bestimmen, wer sich sonst anmelden darf.
office-passphrase-explained = Er öffnet das Büro. Niemand kann ihn für Sie nachschlagen, auch wir nicht.
office-sheet-explained = Drucken Sie es oder schreiben Sie es ab, und legen Sie es zu den Papieren der Organisation. Wer es hat, kann das Büro öffnen.
office-sheet-have = Ich habe es auf Papier
office-typed-explained = Bitte tippen Sie es vom Papier ab. Dann ist sicher, dass man es später lesen kann.
office-group = Gruppe { $number }
sheet-title = Wiederherstellungsblatt – { $organisation }
sheet-groups = Die Gruppen des Wiederherstellungsblatts
sheet-use = Diese Gruppen öffnen das Büro von Groat, wenn der Kennsatz verloren ist. Bitte weggeschlossen aufbewahren, nicht neben dem Rechner.
sheet-date = Erstellt am { $day }
print = Drucken
factor-first-time = Vor dem ersten Mal: Verbinden Sie Ihr Telefon.
factor-app = Öffnen Sie auf dem Telefon eine App für Anmelde-Codes. Falls keine da ist: Jeder App-Laden hat kostenlose; suchen Sie nach „Authenticator“.
factor-scan = Lassen Sie die App dieses Bild scannen. Sie zeigt dann sechs Ziffern, alle halbe Minute neue, auch ohne Internet.
factor-picture = Bild für die App auf dem Telefon
factor-by-hand = Die App kann nicht scannen
factor-first = Der Code, den sie jetzt zeigt
factor-first-hint = Sechs Ziffern.
factor-second = Der nächste Code
factor-second-hint = Warten Sie, bis die Ziffern wechseln.
factor-finish = Es geht, weiter
codes-explained = Jeder dieser Codes ersetzt einmal Ihr Telefon. Sie stehen nur jetzt hier und nie wieder: Drucken Sie sie oder schreiben Sie sie ab, und bewahren Sie sie nicht an diesem Rechner auf.
codes-sheet = Ersatzcodes – { $name }
codes-once = Jeder Code gilt einmal. Streichen Sie durch, was verbraucht ist.
codes-away = Ich habe sie weggelegt

## Personen

go-people = Personen
people-title = Personen
people-add = Jemanden hinzufügen
people-alone = Nur eine Person kann das Büro öffnen. Bitte fügen Sie eine zweite für Kasse oder Verwaltung hinzu, für den Tag, an dem die erste fehlt.
person-new = Noch jemand
person-name = Name
person-name-hint = Der, den hier alle benutzen. Er steht auf dem Sperrbildschirm.
person-phone-later = Bei der ersten Anmeldung verbindet diese Person ihr Telefon.
person-keep = Hinzufügen
person-leave = Jetzt nicht
person-self = Sie selbst
person-phone = Telefon verbunden
person-no-phone = noch kein Telefon
person-removed = entfernt
person-remove = Entfernen
person-remove-named = Entfernen: { $name }
person-remove-title = { $name } entfernen?
person-remove-explained = Diese Person kann sich nicht mehr anmelden. Was sie erfasst hat, bleibt mit ihrem Namen in den Büchern.
person-remove-confirm = Entfernen
person-remove-leave = Behalten
role-change = Rolle ändern
role-change-named = Rolle ändern: { $name }
role-change-title = Welche Rolle hat { $name } von jetzt an?
role-give = Diese Rolle geben
role-leave = So lassen
role-new-pin = PIN vergessen: eine neue geben
role-new-passphrase = Kennsatz vergessen: einen neuen geben
phone-renew = Anderes Telefon verbinden
phone-renew-explained = Die Codes des alten Telefons und die alten Ersatzcodes gelten danach nicht mehr.
phone-renew-leave = Jetzt nicht
said-person-added = { $name } kann sich anmelden.
said-person-removed = { $name } wurde entfernt.
said-role-given = { $name } hat die neue Rolle.

## Sicherheit

go-safety = Sicherheit
go-safety-due = Sicherung fällig
safety-title = Sicherheit
clock-set-back = Die Uhr dieses Rechners geht hinter dem neuesten Eintrag der Bücher. Bitte Datum und Uhrzeit prüfen; die Reihenfolge der Einträge bleibt in jedem Fall.
proof-title = Sind die Bücher vollständig?
proof-explained = Groat kann jeden Eintrag ansehen und sagen, ob einer geändert, weggelassen oder eingeschoben wurde.
proof-begin = Jetzt prüfen
proof-again = Noch einmal prüfen
proof-running = Jeder Eintrag wird angesehen
proof-progress = { $done } von { $total }
proof-stop = Anhalten
proof-stopped = Angehalten: Nichts ist bewiesen.
proof-whole = { $entries ->
    [one] Die Bücher sind vollständig: ein Eintrag geprüft
   *[other] Die Bücher sind vollständig: { $entries } Einträge geprüft
  }
proof-broken = { $count ->
    [one] Etwas passt nicht zusammen
   *[other] { $count } Dinge passen nicht zusammen
  }
proof-broken-next = Bitte mit diesen Büchern nicht weiterarbeiten: Kopieren Sie ihren Ordner, und stellen Sie die letzte gute Sicherung auf einem anderen Rechner wieder her.
proof-how = Woher weiß man das?
proof-proven = Was bewiesen ist
proof-chain = { $entries ->
    [one] Der eine Eintrag trägt seinen eigenen Fingerabdruck.
   *[other] Alle { $entries } Einträge hängen zusammen: Jeder trägt den Fingerabdruck des vorigen.
  }
proof-signed = { $signed ->
    [one] Einer davon ist mit dem Schlüssel dieses Stands unterschrieben.
   *[other] { $signed } davon sind mit dem Schlüssel dieses Stands unterschrieben.
  }
proof-unsigned = { $unsigned ->
    [one] Einer ist älter als die Unterschriften: Der erste unterschriebene danach bürgt für ihn.
   *[other] { $unsigned } sind älter als die Unterschriften: Der erste unterschriebene danach bürgt für sie.
  }
proof-sums = Die Summen auf dem Bildschirm sind die Summen der Einträge.
proof-until = Das alles bis Eintrag { $seq }, geschrieben { $at }.
proof-not-proven = Was nicht bewiesen ist
checkpoint-title = Für Ihr Papier
checkpoint-explained = Dreißig Ziffern stehen für alles bis zu diesem Eintrag. Schreiben Sie sie ins Protokoll oder drucken Sie sie: Wer das Papier hat, sieht später, ob vorher etwas geändert wurde.
checkpoint-sheet = Prüfziffern – { $organisation }
checkpoint-entry = Bis Eintrag { $seq }, geschrieben { $at }
checkpoint-digits = Sechs Gruppen zu fünf Ziffern
checkpoint-use = Vergleichen in Groat unter Sicherheit, „Woher weiß man das?“.
compare-title = Mit einem Papier vergleichen
compare-seq = Bis Eintrag
compare-digits = Die dreißig Ziffern vom Papier
compare-do = Vergleichen
backup-title = Sicherung
backup-due = Es ist Zeit für eine Sicherung: Ein verlorener Rechner nähme alles seit der letzten mit.
backup-never = Es gab noch keine Sicherung.
backup-last = Die letzte gute Sicherung war am { $day }.
backup-explained = Sie ist verschlossen wie die Bücher; am besten auf einem Stick, der woanders liegt.
backup-make = Sicherung speichern…
said-backup = { $entries ->
    [one] Gespeichert als { $file } und zurückgelesen: ein Eintrag.
   *[other] Gespeichert als { $file } und zurückgelesen: { $entries } Einträge.
  }
keys-title = Was die Bücher schützt
keys-keyring = Die Bücher sind verschlüsselt. Ihr Schlüssel liegt im Schlüsselbund dieses Rechners und öffnet sich, wenn Sie sich am Rechner anmelden.
keys-keyring-not = Eine gestohlene Platte oder ein gestohlener Stick verrät nichts. Wer an diesem Rechner sitzt, während Sie angemeldet sind, kann Groat öffnen.
keys-file = Die Bücher sind verschlüsselt, doch dieser Rechner hat keinen Schlüsselbund: Ihr Schlüssel liegt daneben in einer Datei, die nur Sie lesen können.
keys-file-not = Das hält andere Benutzer dieses Rechners fern. Wer die ganze Platte nimmt, nimmt den Schlüssel mit, außer die Platte selbst ist verschlüsselt.
keys-office = Das Büro der Kasse ist eingerichtet: Namen und Geheimnisse öffnen sich nur mit einem Kennsatz, und alle melden sich an.
passphrase-change = Meinen Kennsatz ändern
passphrase-change-title = Ein anderer Kennsatz
passphrase-old = Der bisherige Kennsatz
passphrase-new = Der neue Kennsatz
passphrase-keep = Ändern
passphrase-leave = So lassen
said-passphrase-changed = Von jetzt an gilt der neue Kennsatz.
eyes-title = Vier Augen
eyes-explained = Zahlungswege, Namen und Rollen ändern sich nur, wenn noch jemand von der Kasse oder der Verwaltung an diesem Stand zustimmt.
eyes-explained-admin = Zahlungswege, Namen und Rollen ändern sich nur, wenn noch jemand von der Kasse oder der Verwaltung an diesem Stand zustimmt. Umschalten kann das die Verwaltung.
said-eyes-on = Vier Augen: an.
said-eyes-off = Vier Augen: aus.
restore = Aus einer Sicherung wiederherstellen…
restore-title = Mit einer Sicherung weitermachen
restore-explained = Zuerst, was sie öffnet, dann wählen Sie die Datei. Dieser Stand ist leer, es wird also nichts überschrieben.
restore-secret = Kennsatz oder Wiederherstellungsblatt
restore-secret-hint = Was galt, als die Sicherung entstand. Gruppen vom Blatt mit oder ohne Leerzeichen.
restore-do = Datei wählen
restore-leave = Jetzt nicht
said-restored = Die Bücher sind wieder da.

## Spendende

go-donors = Spendende
drive-none-yet = Noch ist keine Sammlung offen. Die Kasse eröffnet eine; dann können Sie sammeln.
donor-note = Namen vermerken…
donor-note-title = Namen vermerken
donor-where = Es wird sofort versiegelt: Nur die Kasse Ihrer Organisation kann es lesen, für die Bestätigung und den Dank. Niemand bekommt es von diesem Rechner.
donor-no-office = Namen brauchen einen Ort, an dem nicht alle sie lesen können. Die Kasse richtet ihn einmal ein; bis dahin bitte auf Papier schreiben.
donor-name = Name
donor-contact = Kontakt
donor-contact-hint = Nur wer von Ihnen hören möchte: E-Mail, Telefon oder Anschrift.
donor-message = Nachricht
donor-show = Die Nachricht darf anderen gezeigt werden
donor-tax = Steuernummer
donor-tax-hint = Nur wo eine Bestätigung sie braucht.
donor-keep = Vermerken
donor-leave = Jetzt nicht
donor-noted = Der Name ist vermerkt.
said-donor-noted = Vermerkt und versiegelt.
donors-title = Spendende
donors-explained = Menschen, die ihren Namen vermerken ließen. Wer nur gegeben hat, bleibt namenlos.
donors-export = Namen speichern…
said-donors-exported = Gespeichert als { $file }. Bitte so sorgsam hüten wie die Bücher.
donors-search = Suchen
donors-search-hint = Ein Name, ein Kontakt oder das Zeichen, das in den Büchern steht
donors-found = { $count ->
    [0] Niemand gefunden.
    [one] Eine Person gefunden.
   *[other] { $count } Personen gefunden.
  }
donors-none = Noch niemand. Nach einer Spende bringt „Namen vermerken…“ einen Namen hierher.
donors-no-match = Niemand passt zu dieser Suche.
donor-gifts = { $count ->
    [one] eine Spende · in den Büchern { $token }
   *[other] { $count } Spenden · in den Büchern { $token }
  }
donor-may-show = darf gezeigt werden
donor-may-not-show = nicht zu zeigen
donor-nothing-left = Über diese Person ist nichts gespeichert.
purpose-tax = das Finanzamt
purpose-books = die Bücher
purpose-thanks = den Dank
purpose-display = das Zeigen
donor-kept = für { $purpose }
donor-kept-until = für { $purpose }, bis { $day }
forget = Person vergessen…
forget-named = Person vergessen: { $name }
forget-title = { $name } vergessen?
forget-explained = Darum kann jede Person jederzeit bitten. Es lässt sich nicht zurücknehmen.
forget-goes = Das verschwindet sofort
forget-stays = Das muss bleiben, weil das Gesetz es verlangt
forget-gifts = Die Spenden bleiben ohne Namen in den Büchern: Summen und Beweise gelten weiter.
forget-confirm = Vergessen
forget-leave = Behalten
forgotten-now = Vergessen. In den Büchern steht { $token }, und nichts führt von dort zu einer Person.
forgotten-left = Noch gespeichert, weil das Gesetz es verlangt, und dann von selbst gelöscht:
forgotten-backups = Ältere Sicherungen kennen den Namen noch: Bitte löschen Sie, was nicht mehr gebraucht wird.
forgotten-done = Fertig
said-forgotten = Vergessen. In den Büchern steht { $token }.

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
