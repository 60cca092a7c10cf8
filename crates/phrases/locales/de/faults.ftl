# Was nicht ging, einem Menschen gesagt: `fault-<code>` sagt was und wo, `fault-<code>-hint`, was zu
# tun ist. Einfache, ganze Sätze; niemand hat Schuld, niemand wird mit du oder Sie angesprochen.

## Beträge

fault-amount-empty = Der Betrag fehlt.
fault-amount-empty-hint = Bitte einen Betrag wählen oder eingeben.
fault-amount-unreadable = „{ $found }“ gehört nicht in einen Betrag.
fault-amount-unreadable-hint = Bitte Beträge so schreiben: { $example }
fault-amount-ambiguous = „{ $found }“ kann in diesem Betrag zweierlei bedeuten; geraten wird hier nicht.
fault-amount-ambiguous-hint = Bitte Beträge so schreiben: { $example }
fault-amount-negative = Ein Betrag kann nicht kleiner als null sein.
fault-amount-negative-hint = Eine versehentlich erfasste Spende lässt sich in der Liste der Spenden zurücknehmen.
fault-amount-zero = Der Betrag ist null.
fault-amount-zero-hint = Soll die Person selbst wählen, passt „Freier Betrag“.
fault-amount-too-precise =
    { $decimals ->
        [0] Beträge in { $currency } haben keine Nachkommastellen.
        [one] Beträge in { $currency } haben höchstens eine Nachkommastelle.
       *[other] Beträge in { $currency } haben höchstens { $decimals } Nachkommastellen.
    }
fault-amount-too-precise-hint = Bitte die überzähligen Ziffern weglassen; gerundet wird hier nicht.
fault-amount-too-large = Dieser Betrag ist zu groß: Möglich sind höchstens { $max }.
fault-amount-too-large-hint = Ist vielleicht eine Null zu viel hineingeraten?

## Das Konto

fault-iban-empty = Die IBAN fehlt.
fault-iban-empty-hint = Sie steht auf dem Kontoauszug und in der Banking-App.
fault-iban-unknown-country = Keine IBAN beginnt mit „{ $country }“.
fault-iban-unknown-country-hint = Eine IBAN beginnt mit zwei Buchstaben für das Land, zum Beispiel DE, AT oder NL.
fault-iban-wrong-length = Eine IBAN dieses Landes ({ $country-name }) hat { $expected } Stellen, diese hat { $found }.
fault-iban-wrong-length-hint = Bitte in Vierergruppen mit dem Kontoauszug vergleichen.
fault-iban-wrong-structure =
    { $expected ->
        [digit] An Stelle { $position } dieser IBAN muss eine Ziffer stehen.
        [capital] An Stelle { $position } dieser IBAN muss ein Buchstabe stehen.
       *[capital-or-digit] An Stelle { $position } dieser IBAN muss ein Buchstabe oder eine Ziffer stehen.
    }
fault-iban-wrong-structure-hint = Die Buchstaben O und I werden leicht mit den Ziffern 0 und 1 verwechselt.
fault-iban-check-digits = Diese IBAN stimmt nicht: Die Prüfziffern passen nicht.
fault-iban-check-digits-hint = Wahrscheinlich sind zwei Ziffern vertauscht, oder eine ist falsch getippt. Bitte Ziffer für Ziffer mit dem Kontoauszug vergleichen.
fault-iban-foreign-sign = „{ $found }“ (Stelle { $position }) gehört nicht in eine IBAN.
fault-iban-foreign-sign-hint = Eine IBAN besteht nur aus den Buchstaben A bis Z und den Ziffern 0 bis 9; Leerzeichen stören nicht.
fault-iban-outside-sepa = Konten in diesem Land ({ $country-name }) sind mit Codes für die Banking-App nicht erreichbar.
fault-iban-outside-sepa-hint = Bitte ein Konto im SEPA-Raum angeben; dazu gehören die EU und einige Nachbarländer.
fault-bic-missing = Für ein Konto in diesem Land ({ $country-name }) wird auch die BIC gebraucht.
fault-bic-missing-hint = Sie steht auf dem Kontoauszug neben der IBAN.
fault-bic-malformed = Das ist keine vollständige BIC.
fault-bic-malformed-hint = Eine BIC hat 8 oder 11 Buchstaben und Ziffern, zum Beispiel MARKDEF1100.

fault-standard-unknown = Einen Standard für Zahlungscodes namens „{ $found }“ kennt Groat nicht.
fault-standard-unknown-hint = Im Terminal nennt groat code advise die passenden für ein Land.
fault-account-unknown = Dieses Konto steht nicht in diesen Büchern.
fault-account-unknown-hint = Bitte eines aus der Liste wählen (im Terminal: groat account list).
fault-account-retired = Das Konto { $account } ist stillgelegt; darauf wird um nichts mehr gebeten.
fault-account-retired-hint = Bitte ein anderes wählen. Worum vorher gebeten wurde, läuft weiter.
fault-account-repeated = Dieses Konto ist schon eingerichtet.
fault-account-repeated-hint = Es lässt sich so wählen, wie es ist.
fault-account-other-currency = Die Codes von { $account } sind für andere Währungen, und diese Sammlung ist in { $currency }.
fault-account-other-currency-hint = Bitte ein anderes Konto wählen oder eine Sammlung in seiner Währung eröffnen.
fault-no-account = Kein Konto nimmt { $currency } an.
fault-no-account-hint = Bargeld lässt sich erfassen. Für Codes bitte ein Konto hinzufügen (im Terminal: groat account add).
fault-country-unknown = „{ $country }“ ist kein Land.
fault-country-unknown-hint = Länder heißen mit zwei Buchstaben, zum Beispiel DE oder BR.

## Namen und Texte

fault-name-empty = Der Name der Organisation fehlt.
fault-name-empty-hint = Bitte so schreiben, wie er den Spendenden vertraut ist.
fault-name-too-long = Dieser Name hat { $found } Zeichen, Platz ist für { $max }.
fault-name-too-long-hint = Bitte kürzen.
fault-holder-empty = Der Name des Kontoinhabers fehlt.
fault-holder-empty-hint = Bitte genau wie auf dem Kontoauszug schreiben: Die Bank der Spendenden vergleicht ihn mit der IBAN.
fault-holder-too-long = Der Name des Kontoinhabers hat { $found } Zeichen, Banken übermitteln { $max }.
fault-holder-too-long-hint = Bitte die Kurzform nehmen, die die Bank selbst auf den Kontoauszug druckt.
fault-holder-sign = Banken übermitteln „{ $found }“ (Stelle { $position }) nicht in einem Namen.
fault-holder-sign-hint = Bitte den Namen genau wie auf dem Kontoauszug schreiben.
fault-drive-name-empty = Die Sammlung hat noch keinen Namen.
fault-drive-name-empty-hint = Am besten etwas Kurzes, zum Beispiel „Sommerfest“.
fault-drive-name-too-long = Dieser Name hat { $found } Zeichen, Platz ist für { $max }.
fault-drive-name-too-long-hint = Bitte kürzen.
fault-purpose-empty = Es fehlt die Zeile, die sagt, wofür das Geld ist.
fault-purpose-empty-hint = Die Spendenden lesen sie in ihrer Banking-App, zum Beispiel „Neue Schaukeln für den Spielplatz“.
fault-purpose-too-long = Diese Zeile hat { $found } Zeichen, Platz ist für { $max }.
fault-purpose-too-long-hint = Bitte kürzen: Sie muss in die Überweisung passen.
fault-purpose-sign = Banken übermitteln „{ $found }“ (Stelle { $position }) nicht in einer Überweisung.
fault-purpose-sign-hint = Buchstaben, Ziffern und gewöhnliche Satzzeichen kommen bei jeder Bank an.
text-field =
    { $field ->
        [name] Name
        [holder] Kontoinhaber
        [iban] IBAN
        [bic] BIC
        [purpose] Wofür das Geld ist
        [goal] Ziel
        [contact] Kontakt
        [message] Nachricht
        [tax_number] Steuernummer
        [amount] Betrag
        [search] Suche
       *[other] { $field }
    }
fault-text-control-sign = { text-field }, Stelle { $position }: Hier steht ein unsichtbares Steuerzeichen.
fault-text-control-sign-hint = Es gerät oft beim Kopieren hinein. Bitte diesen Text von Hand eintippen.
fault-text-direction-mark = { text-field }, Stelle { $position }: Hier steht ein unsichtbares Zeichen, das die Schreibrichtung umkehrt.
fault-text-direction-mark-hint = Ein solches Zeichen kann einen Text wie einen anderen aussehen lassen. Bitte diesen Text von Hand eintippen.
fault-text-line-break = Dieser Text muss in einer Zeile stehen.
fault-text-line-break-hint = Bitte den Zeilenumbruch durch ein Leerzeichen ersetzen.
fault-code-too-long = Zusammen sind die Texte zu lang für den Code: Sie brauchen { $bytes } Plätze, er hat { $max }.
fault-code-too-long-hint = Bitte die Zeile kürzen, die sagt, wofür das Geld ist. Buchstaben wie ä oder é brauchen zwei Plätze.
fault-suggested-repeated = Zwei der vorgeschlagenen Beträge sind gleich.
fault-suggested-repeated-hint = Bitte drei verschiedene wählen.

## Der Arbeitsplatz, seine Sammlungen und Spenden

fault-not-set-up = Es ist noch nicht eingerichtet, wer hier sammelt.
fault-not-set-up-hint = Bitte zuerst die Organisation und ihr Konto eingeben (im Terminal: groat init).
fault-already-set-up = Hier ist schon eine Organisation eingerichtet.
fault-already-set-up-hint = Eine andere Organisation braucht eigene Bücher (im Terminal: --books).
fault-drive-closed = Die Sammlung „{ $name }“ ist seit { $date } geschlossen.
fault-drive-closed-hint = Ein Versehen darin lässt sich weiterhin zurücknehmen. Für neue Spenden bitte eine weitere Sammlung eröffnen.
fault-drive-unknown = Diese Sammlung steht nicht in diesen Büchern.
fault-drive-unknown-hint = Bitte eine aus der Liste wählen (im Terminal: groat drive list).
fault-gift-unknown = Diese Spende steht nicht in diesen Büchern.
fault-gift-unknown-hint = Bitte in der Liste der Spenden nach Nummer oder Betrag suchen.
fault-gift-already-seen = Diese Spende ist schon als gesehen vermerkt.
fault-gift-already-corrected = Diese Spende ist schon zurückgenommen.
fault-gift-already-corrected-hint = Die Berichtigung bleibt in den Büchern. Wurde die Spende doch gegeben, bitte neu erfassen.
fault-gift-not-asked = Bargeld ist schon in der Kasse; als gesehen vermerken lässt sich nur eine Spende, um die mit einem Code gebeten wurde.
fault-number-malformed = Eine Spendennummer hat zehn Ziffern.
fault-number-malformed-hint = Sie steht unter dem Code, zum Beispiel 1042 618 037.
fault-number-check-digit = Diese Spendennummer gibt es nicht: Eine Ziffer ist falsch getippt, oder zwei sind vertauscht.
fault-number-check-digit-hint = Bitte Ziffer für Ziffer vergleichen.

## Die Bücher

fault-checkpoint-malformed = „{ $found }“ ist kein Prüfstand.
fault-checkpoint-malformed-hint = Bitte die Nummer des Eintrags, einen Doppelpunkt und die dreißig Ziffern so eingeben, wie sie gedruckt sind, zum Beispiel 812: 69076 74099 97721 35623 92065 52226.
fault-books-held =
    { $face ->
        [window] Das Fenster von Groat hat diese Bücher zum Schreiben geöffnet ({ $user }, Prozess { $process }, seit { $since }).
        [terminal] Ein groat-Befehl im Terminal hat diese Bücher zum Schreiben geöffnet ({ $user }, Prozess { $process }, seit { $since }).
       *[unknown] Diese Bücher sind anderswo zum Schreiben geöffnet.
    }
fault-books-held-hint = Lesen geht währenddessen. Um hier zu schreiben, bitte die Bücher zuerst dort schließen.
fault-books-read-only = Diese Bücher sind nur zum Lesen offen, es wurde nichts erfasst.
fault-books-read-only-hint = Bitte überall sonst schließen und hier neu öffnen.
fault-books-missing = In { $path } liegen keine Bücher.
fault-books-missing-hint = Bitte den Ordner prüfen. Im Terminal legt groat init dort neue Bücher an.
fault-books-out-of-date = Diese Bücher hat ein früheres Groat geschrieben (Format { $found }; dieses liest { $supported }).
fault-books-out-of-date-hint = Bitte hier einmal zum Schreiben öffnen; eine Kopie des früheren Formats bleibt daneben liegen.
fault-books-too-new = Diese Bücher hat ein neueres Groat geschrieben (Format { $found }; dieses liest bis { $supported }).
fault-books-too-new-hint = Bitte das neueste Groat installieren. Es wurde nichts verändert.
fault-books-damaged = Die Bücher sind beschädigt ({ $detail }).
fault-books-damaged-hint = Es wurde nichts verändert. Bitte eine Kopie des Ordners unverändert aufheben; im Terminal zeigt groat verify, was noch stimmt.
fault-books-unavailable = Die Bücher sind nicht erreichbar ({ $detail }).
fault-books-unavailable-hint = Bitte prüfen, ob der Ordner da ist und beschrieben werden darf, und es noch einmal versuchen.
# $path: der Ordner der Bücher.
fault-books-key-missing = Dieser Computer hat den Schlüssel der Bücher in { $path } nicht.
fault-books-key-missing-hint = Sie wurden auf einem anderen Computer oder von einer anderen Person angelegt. Bitte dort öffnen und eine Sicherung speichern: Sie lässt sich hier mit dem Kennsatz oder dem Wiederherstellungsblatt einspielen.
fault-books-key-refused = Der Schlüssel auf diesem Computer öffnet die Bücher nicht.
fault-books-key-refused-hint = Entweder ist ihre Datei beschädigt, oder sie gehört zu anderen Büchern. Es wurde nichts verändert. Bitte eine Kopie des Ordners unverändert aufheben und die neueste Sicherung einspielen.
fault-no-cipher = Dieses Programm wurde ohne Verschlüsselung gebaut, darum öffnet es keine Bücher und legt keine an.
fault-no-cipher-hint = Bitte das Programm neu von dort holen, wo es veröffentlicht wird.
fault-disk-full = Der Datenträger ist voll, es wurde nichts erfasst.
fault-disk-full-hint = Bitte etwas Platz schaffen und es noch einmal versuchen.
fault-backup-unreadable = Diese Datei ist keine Sicherung von Groat, oder keine vollständige.
fault-backup-unreadable-hint = Bitte die Datei wählen, die als Sicherung gespeichert wurde. Stammt sie von einem Stick, bitte noch einmal kopieren.
# $found, $supported: Nummern von Formaten.
fault-backup-too-new = Diese Sicherung hat ein neueres Groat gemacht (Form { $found }; dieses kennt bis { $supported }).
fault-backup-too-new-hint = Bitte hier das neueste Groat installieren und es noch einmal versuchen. Die Datei bleibt, wie sie ist.
fault-backup-secret-wrong = Das öffnet nichts in der Sicherung.
fault-backup-secret-wrong-hint = Bitte den Kennsatz einer Person aus Kassenführung oder Verwaltung eingeben, wie er bei der Sicherung galt, oder alles vom Wiederherstellungsblatt.
fault-backup-not-good = Die Sicherung stimmt nicht.
fault-backup-not-good-hint = Es wurde nichts verändert. Bitte eine ältere Sicherung nehmen oder eine neue an einem anderen Ort speichern.
fault-recovery-sheet-wrong = Dieses Wiederherstellungsblatt gehört nicht zu diesen Büchern.
fault-recovery-sheet-wrong-hint = Bitte das Blatt nehmen, das beim Einrichten des Büros dieser Bücher gedruckt wurde.
fault-books-there = An diesem Ort sind schon Bücher.
fault-books-there-hint = Eine Sicherung wird nur dort eingespielt, wo keine sind. Bitte einen anderen Ordner wählen oder die Bücher zuerst wegräumen.
fault-stopped = Vor dem Ende angehalten; es wurde nichts verändert.
fault-stopped-hint = Es lässt sich jederzeit neu beginnen.
fault-file-not-written = { $path } ließ sich nicht schreiben ({ $detail }).
fault-file-not-written-hint = Bitte einen anderen Ordner oder einen anderen Namen wählen.

## Aufrufe und Codes

fault-command-unknown = Diesen Aufruf kennt Groat nicht.
fault-command-not-allowed = Das darf dieses Fenster nicht.
fault-arguments-malformed = Groat konnte den Aufruf nicht lesen ({ $detail }).
fault-payload-unknown-standard = Dieser Code folgt keinem Standard, den Groat kennt.
fault-payload-unknown-standard-hint = Groat liest die Zahlungscodes von Banken, Zahlungsdiensten und Wallets.
fault-payload-malformed = Dieser Code folgt nicht den Regeln seines Standards ({ $detail }).
fault-currency-differs = Diese Sammlung ist in { $drive }, der Betrag in { $currency }.
fault-currency-differs-hint = Beträge in { $currency } brauchen eine eigene Sammlung.
fault-amount-needed = Die Codes dieses Kontos brauchen einen Betrag.
fault-amount-needed-hint = Bitte einen wählen oder eingeben, oder ein anderes Konto nehmen.
fault-symbol-malformed = Hier gehört eine Zahl aus höchstens { $max } Ziffern hin.
fault-symbol-malformed-hint = Buchstaben, Leerzeichen und Bindestriche kommen darin nicht vor.
fault-date-malformed = „{ $found }“ ist kein Tag im Kalender.
fault-date-malformed-hint = Ein Tag wird als Jahr, Monat und Tag geschrieben, zum Beispiel 2026-12-24.
fault-payload-checksum = Dieser Code ist beschädigt: Seine Prüfsumme passt nicht.
fault-payload-checksum-hint = Bitte noch einmal scannen. Hilft das nicht, wurde der Code nachträglich verändert.
fault-currency-unknown = „{ $currency }“ ist keine Währung.
fault-currency-unknown-hint = Währungen heißen mit drei Großbuchstaben, zum Beispiel CZK.
fault-purpose-code-malformed = Ein Zweckcode hat ein bis vier Großbuchstaben oder Ziffern.
fault-purpose-code-malformed-hint = Für Spenden lautet er CHAR; er darf auch fehlen.
fault-reference-malformed = Das ist keine Gläubigerreferenz.
fault-reference-malformed-hint = Sie beginnt mit RF und zwei Ziffern, danach folgen bis zu 21 Buchstaben und Ziffern.
fault-reference-check-digits = Diese Referenz stimmt nicht: Die Prüfziffern passen nicht.
fault-reference-check-digits-hint = Wahrscheinlich sind zwei Ziffern vertauscht, oder eine ist falsch getippt.
fault-reference-too-long = Diese Referenz ist zu lang.
fault-reference-empty = Die Referenz fehlt.
fault-reference-sign = „{ $found }“ (Stelle { $position }) gehört nicht in diese Referenz.
fault-reference-too-short = Diese Referenz ist zu kurz: Sie braucht mindestens { $needed } Zeichen und hat { $found }.
fault-reference-no-prefix = Diese Referenz beginnt nicht mit { $expected }.
fault-reference-blocks = Bindestriche teilen diese Referenz in zu viele Blöcke oder in einen leeren; { $max } sind möglich.
fault-reference-zero = Nullen allein sind keine Referenz.
fault-reference-length-digit = Diese Referenz stimmt nicht: Die Längenziffer passt nicht.
fault-reference-length-digit-hint = Die vorletzte Ziffer wiederholt die letzte Stelle der Länge. Wahrscheinlich fehlt eine Ziffer, oder eine steht doppelt.
fault-reference-no-check-digit = Zu dieser Zahl gibt es keine Prüfziffer; sie kann keine Referenz werden.
fault-reference-no-check-digit-hint = Bitte die nächste Zahl nehmen.
fault-remittance-both = Ein Code überträgt entweder eine Gläubigerreferenz oder einen Text, nicht beides.
fault-remittance-both-hint = Bitte eines davon weglassen.
fault-information-too-long = Der Hinweis an die Spendenden ist zu lang für den Code.
fault-information-too-long-hint = Platz ist für 70 Zeichen.

## Teile eines Codes, die sein Standard nicht nimmt

fault-field-missing = { $field }: Das fehlt.
fault-field-missing-hint = Ohne diese Angabe gibt es keinen Code.
fault-field-not-carried = { $field }: Dafür hat dieser Code keinen Platz.
fault-field-not-carried-hint = Bitte weglassen.
fault-field-kind = { $field }: Das ist von der falschen Art, etwa eine Liste, wo ein Text hingehört.
fault-field-too-long = { $field }: Das hat { $found } Zeichen, Platz ist für { $max }.
fault-field-too-long-hint = Bitte kürzen.
fault-field-too-many = { $field }: Das sind { $found }, Platz ist für { $max }.
fault-field-too-many-hint = Bitte die unwichtigsten weglassen.
fault-field-length = { $field }: Das hat { $found } Zeichen, möglich sind { $allowed }.
fault-field-length-hint = Wahrscheinlich fehlt eines, oder eines ist doppelt getippt.
fault-field-bytes = { $field }: Das braucht { $found } Plätze, vorhanden sind { $max }.
fault-field-bytes-hint = Bitte die Texte kürzen. Buchstaben wie ä oder é brauchen zwei Plätze.
fault-field-sign = { $field }, Stelle { $position }: „{ $found }“ kann dort nicht stehen.
fault-field-sign-hint = Bitte mit Buchstaben, Ziffern und gewöhnlichen Satzzeichen schreiben.
fault-field-form = { $field }: Das hat nicht die richtige Form.
fault-field-form-hint = Richtig sieht es so aus: { $example }
fault-field-not-one-of = { $field }: „{ $found }“ ist hier nicht möglich.
fault-field-not-one-of-hint = Möglich sind: { $allowed }
fault-field-not-with = { $field } und { $other } schließen einander aus.
fault-field-not-with-hint = Bitte eines davon weglassen.
fault-field-needs = { $field }: Dazu gehört noch eine Angabe ({ $other }).
fault-field-needs-hint = Bitte beides ausfüllen oder beides weglassen.
fault-field-repeated = { $field }: Das steht doppelt da.
fault-field-repeated-hint = Bitte eines davon weglassen.
fault-check-digits = { $field }: Die Prüfziffern passen nicht.
fault-check-digits-hint = Wahrscheinlich sind zwei Ziffern vertauscht, oder eine ist falsch getippt.
fault-mixed-case = { $field }: Groß- und Kleinbuchstaben sind gemischt.
fault-mixed-case-hint = Bitte so übernehmen, wie es ausgegeben wurde; wahrscheinlich wurde unterwegs ein Buchstabe groß oder klein.
fault-not-decimal = { $field }: „{ $found }“ ist keine Zahl.
fault-not-decimal-hint = Eine Zahl hat Ziffern und höchstens einen Punkt, zum Beispiel 1000.50.
fault-too-precise =
    { $decimals ->
        [0] { $field }: Nachkommastellen haben hier keinen Platz.
        [one] { $field }: Möglich ist höchstens eine Nachkommastelle.
       *[other] { $field }: Möglich sind höchstens { $decimals } Nachkommastellen.
    }
fault-too-precise-hint = Bitte die überzähligen Ziffern weglassen; gerundet wird hier nicht.
fault-too-large = { $field }: Möglich sind höchstens { $max }.
fault-too-small = { $field }: Es müssen mindestens { $min } sein.
fault-version-unknown = Version „{ $found }“ dieses Standards kennt Groat nicht.
fault-not-in-charset = Dieser Code lässt sich nicht lesen: Byte { $position } bedeutet in seinem Zeichensatz nichts.
fault-not-in-charset-hint = Bitte noch einmal scannen. Hilft das nicht, wurde der Code fehlerhaft gemacht.
fault-bound = { $field }: Wer diesen Code ausgegeben hat, hat ihn gegen Änderungen geschützt.
fault-bound-hint = Er kann nur unverändert gezeigt werden.
fault-other-network = { $field }: Das gehört zu einem anderen Netzwerk, etwa einem Testnetz.
fault-other-network-hint = Dorthin gesandtes Geld wäre verloren. Bitte eine Adresse des Hauptnetzes angeben.
fault-one-time = { $field }: Dieser Code gilt nur für eine Zahlung oder für kurze Zeit.
fault-one-time-hint = Wer ihn ausgegeben hat, kann einen geben, der sich immer wieder bezahlen lässt.

## Personen und Büro

fault-desk-locked = Der Platz ist gesperrt.
fault-desk-locked-hint = Bitte zuerst anmelden.
fault-right-missing = Diese Rolle darf das nicht.
fault-right-missing-hint = Das kann jemand von der Kasse oder der Verwaltung tun.
fault-code-needed = Dafür braucht es einen frischen Code vom Telefon.
fault-code-needed-hint = Bitte die sechs Ziffern eingeben, die das Telefon jetzt zeigt.
fault-approval-needed = Dem muss eine zweite Person zustimmen.
fault-approval-needed-hint = Jemand anderes von der Kasse oder der Verwaltung kann hier mit Kennsatz und Code zustimmen.
fault-approval-own = Niemand kann dem eigenen Tun zustimmen.
fault-approval-own-hint = Das kann jemand anderes von der Kasse oder der Verwaltung.
fault-office-missing = Es ist noch kein Büro eingerichtet.
fault-office-missing-hint = Personen, Rollen und die Namen von Spendenden gehören zum Büro. Bitte zuerst das Büro einrichten.
fault-office-exists = Das Büro ist schon eingerichtet.
fault-office-exists-hint = Die Verwaltung kann unter „Personen“ weitere hinzufügen.
fault-office-not-begun = Das Einrichten des Büros wurde nicht begonnen oder abgebrochen.
fault-office-not-begun-hint = Bitte neu beginnen; gespeichert wurde nichts.
fault-recovery-unchecked = Das Wiederherstellungsblatt wurde noch nicht abgetippt.
fault-recovery-unchecked-hint = Bitte eingeben, was auf dem Blatt steht. Ohne das Blatt ist bei einem vergessenen Kennsatz nichts zu machen.
fault-recovery-mistyped = Gruppe { $group } steht so nicht auf dem Wiederherstellungsblatt.
fault-recovery-mistyped-hint = Bitte diese fünf Zeichen noch einmal vergleichen.
fault-recovery-length =
    { $found ->
        [one] Auf dem Wiederherstellungsblatt stehen 40 Zeichen; das ist eines.
       *[other] Auf dem Wiederherstellungsblatt stehen 40 Zeichen; das sind { $found }.
    }
fault-recovery-length-hint = Bitte alle acht Gruppen zu fünf Zeichen eingeben.
fault-pin-wrong = Diese PIN stimmt nicht.
fault-pin-wrong-hint = Bitte noch einmal versuchen. Ist sie vergessen, kann die Verwaltung eine neue vergeben.
fault-pin-weak = Diese PIN würde jeder als Erstes versuchen.
fault-pin-weak-hint = Bitte Ziffern wählen, die sich nicht wiederholen und nicht auf- oder abwärts zählen.
fault-pin-malformed = Eine PIN hat vier bis acht Ziffern.
fault-pin-malformed-hint = Bitte nur die Ziffern 0 bis 9 verwenden.
fault-passphrase-wrong = Dieser Kennsatz stimmt nicht.
fault-passphrase-wrong-hint = Bitte noch einmal versuchen; auf Groß- und Kleinschreibung kommt es an. Ist er vergessen, kann jemand anderes von der Verwaltung einen neuen vergeben.
fault-passphrase-short = Ein Kennsatz braucht mindestens { $min } Zeichen; dieser hat { $found }.
fault-passphrase-short-hint = Mehrere Wörter, die nicht zusammengehören, sind leicht zu merken und schwer zu erraten.
fault-passphrase-long = Ein Kennsatz hat höchstens { $max } Zeichen; dieser hat { $found }.
fault-passphrase-long-hint = Bitte etwas weglassen.
fault-passphrase-common = Dieser Kennsatz besteht aus Wörtern, die als Erstes versucht werden.
fault-passphrase-common-hint = Bitte andere Wörter nehmen oder welche vorschlagen lassen.
fault-passphrase-pattern = Dieser Kennsatz wiederholt sich oder läuft die Tastatur entlang.
fault-passphrase-pattern-hint = Bitte mehrere verschiedene Wörter nehmen oder welche vorschlagen lassen.
fault-code-malformed = Das ist kein Code.
fault-code-malformed-hint = Ein Code vom Telefon hat sechs Ziffern, ein Ersatzcode 24 Buchstaben und Ziffern.
fault-code-wrong = Dieser Code stimmt nicht.
fault-code-wrong-hint = Bitte den Code eingeben, den das Telefon jetzt zeigt. Er wechselt jede halbe Minute.
fault-code-used = Dieser Code wurde schon verwendet.
fault-code-used-hint = Bitte auf den nächsten warten; das dauert höchstens eine halbe Minute.
fault-code-same = Der zweite Code ist noch einmal der erste.
fault-code-same-hint = Bitte warten, bis das Telefon einen anderen Code zeigt, und diesen eingeben.
fault-clock-differs =
    { $direction ->
        [behind] { $minutes ->
            [one] Dieser Code galt vor einer Minute.
           *[other] Dieser Code galt vor { $minutes } Minuten.
        }
       *[ahead] { $minutes ->
            [one] Die Uhr des Telefons geht eine Minute vor.
           *[other] Die Uhr des Telefons geht { $minutes } Minuten vor.
        }
    }
fault-clock-differs-hint = Bitte die Uhren von Telefon und Computer vergleichen und die falsche richtig stellen oder einen neueren Code eingeben.
fault-recovery-code-wrong = Kein unverbrauchter Ersatzcode lautet so.
fault-recovery-code-wrong-hint = Bitte mit der Liste vergleichen. Jeder Code gilt einmal, und eine neue Liste ersetzt die alte.
fault-wait-first =
    { $minutes ->
        [one] Es gab zu viele falsche Versuche. Der nächste ist in einer Minute möglich.
       *[other] Es gab zu viele falsche Versuche. Der nächste ist in { $minutes } Minuten möglich.
    }
fault-wait-first-hint = Andere Personen können sich inzwischen anmelden.
fault-person-locked-out = Es gab hundert falsche Versuche; mit diesem Namen kann sich niemand mehr anmelden.
fault-person-locked-out-hint = Die Verwaltung kann eine neue PIN oder einen neuen Kennsatz vergeben.
fault-person-missing = Diese Bücher kennen Personen, und niemand hat gesagt, wer fragt.
fault-person-missing-hint = Bitte mit --as NAME angeben, wer fragt. Die Namen nennt groat person list.
fault-secret-missing = PIN, Kennsatz oder Code fehlt, und hier kann niemand gefragt werden.
fault-secret-missing-hint = Er lässt sich als { $variable } übergeben.
fault-person-unknown = Niemand hier heißt so.
fault-person-unknown-hint = Bitte eine Person aus der Liste wählen.
fault-person-name-empty = Der Name der Person fehlt.
fault-person-name-empty-hint = Unter diesem Namen meldet sich die Person am Platz an.
fault-person-name-too-long = Der Name einer Person hat höchstens { $max } Zeichen; dieser hat { $found }.
fault-person-name-too-long-hint = Ein Vorname genügt.
fault-person-name-taken = Hier heißt schon jemand { $name }.
fault-person-name-taken-hint = Bitte etwas hinzufügen, das die beiden unterscheidet.
fault-last-admin = Ohne Verwaltung könnte niemand mehr Personen hinzufügen.
fault-last-admin-hint = Bitte zuerst jemand anderem diese Rolle geben.
fault-factor-missing = Für diese Person zeigt noch kein Telefon Codes.
fault-factor-missing-hint = Bitte das zuerst einrichten; es dauert eine Minute.
fault-factor-not-begun = Das Einrichten des Telefons wurde nicht begonnen oder hat zu lange gedauert.
fault-factor-not-begun-hint = Bitte neu beginnen; gespeichert wurde nichts.
fault-four-eyes-too-few = Zum Zustimmen braucht es zwei Personen, deren Telefone Codes zeigen.
fault-four-eyes-too-few-hint = Bitte zuerst jemanden für Kasse oder Verwaltung hinzufügen und dessen Telefon einrichten.
fault-people-too-many = Das Büro hat für weitere Personen keinen Platz.
fault-people-too-many-hint = Bitte Personen entfernen, die hier nicht mehr arbeiten.
fault-donor-name-empty = Der Name fehlt.
fault-donor-name-empty-hint = Ohne Namen muss nichts notiert werden: Die Spende steht schon in den Büchern.
fault-donor-text-too-long = { text-field }: Hier ist Platz für { $max } Zeichen; dies hat { $found }.
fault-donor-text-too-long-hint = Bitte kürzen.
fault-donor-unknown = Wer das ist, steht nicht in diesen Büchern.
fault-donor-unknown-hint = Bitte in der Liste der Spenderinnen und Spender suchen, vielleicht unter einem anderen Namen.
fault-memory-short = Dieser Computer hat zu wenig freien Speicher, um die Eingabe zu prüfen.
fault-memory-short-hint = Bitte andere Programme schließen und es noch einmal versuchen.

## Alles andere

fault-internal = In Groat ist etwas schiefgegangen, das nie vorkommen sollte.
fault-internal-hint = Was vorher erfasst wurde, ist in den Büchern sicher. Bitte Groat neu starten.
