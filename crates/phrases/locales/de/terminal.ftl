# Was der Befehl `groat` den Menschen sagt. Beträge, Tage und Zahlen kommen fertig geschrieben herein.

## Einrichten und Sammlungen

terminal-init-done = { $organisation } ist eingerichtet. Spenden gehen an { $holder }, { $destination }.
terminal-init-cash-only = { $organisation } ist für Bargeld eingerichtet. Für Codes ein Konto hinzufügen: groat account add
terminal-init-books = Die Bücher liegen in { $path }.
terminal-init-next = Als Nächstes eine Sammlung eröffnen: groat drive open
terminal-account-added = { $title }: Spenden können jetzt an { $destination } gehen ({ $id }).
terminal-account-retired = Mit { $destination } wird um nichts mehr gebeten. Worum gebeten wurde, läuft weiter.
terminal-account-list-empty = Es gibt kein Konto; dieser Arbeitsplatz sammelt Bargeld. Eines hinzufügen: groat account add
terminal-account-is-retired = stillgelegt

terminal-person-added = { $name } kann sich jetzt anmelden ({ $role }).
terminal-person-next = Vor dem ersten Mal richtet diese Person im Fenster von Groat ihr Telefon ein.
terminal-person-role = { $name }: von jetzt an { $role }.
terminal-person-removed = { $name } kann sich nicht mehr anmelden. Was erfasst wurde, bleibt.
terminal-person-list-empty = Der Arbeitsplatz kennt noch keine Personen. Die erste kommt im Fenster von Groat mit dem Büro hinzu.
terminal-person-is-removed = entfernt
terminal-role-volunteer = Helferin oder Helfer
terminal-role-treasurer = Kasse
terminal-role-admin = Verwaltung
terminal-ask-pin = PIN:
terminal-ask-passphrase = Kennsatz:
terminal-ask-code = Code vom Telefon:
terminal-ask-new-pin = Neue PIN, vier bis acht Ziffern:
terminal-ask-new-passphrase = Neuer Kennsatz, mindestens 15 Zeichen:
terminal-drive-opened = Die Sammlung „{ $name }“ ist offen ({ $id }).
terminal-drive-closed = Die Sammlung „{ $name }“ ist geschlossen. Ein Versehen darin lässt sich weiterhin zurücknehmen.
terminal-drive-list-empty = Es gibt noch keine Sammlung. So wird die erste eröffnet: groat drive open
terminal-drive-list-heading =
    { $count ->
        [one] { $count } Sammlung
       *[other] { $count } Sammlungen
    }
terminal-drive-open-since = offen seit { $date }
terminal-drive-closed-on = offen vom { $opened } bis { $closed }

## Bitten und erfassen

terminal-asked = Um { $amount } gebeten. Spendennummer { $number }.
terminal-asked-any = Um einen freien Betrag gebeten. Spendennummer { $number }.
terminal-asked-next = Sobald das Telefon die Zahlung als erledigt meldet: groat record seen { $number }
terminal-scan = Bitte diesen Code in der Banking-App scannen.
terminal-scan-why = Die gewöhnliche Kamera zeigt nur Text.
terminal-scan-upi = Bitte diesen Code mit einer beliebigen UPI-App scannen.
terminal-scan-app = Bitte diesen Code mit { $app } scannen.
terminal-scan-camera = Bitte diesen Code mit der Kamera scannen.
terminal-scan-lightning = Bitte diesen Code mit einer Lightning-Wallet scannen.
terminal-scan-bitcoin = Bitte diesen Code mit einer Bitcoin-Wallet scannen.
terminal-scan-ethereum = Bitte diesen Code mit einer Ethereum-Wallet scannen.
terminal-scan-solana = Bitte diesen Code mit einer Solana-Wallet scannen.
terminal-type-amount = Der Code trägt keinen Betrag; die spendende Person tippt { $amount } selbst ein.
terminal-number-stays-here = Die Spendennummer reist mit dieser Zahlung nicht mit; wiedergefunden wird sie über Betrag und Zeit.
terminal-seen = Auf dem Telefon gesehen: { $amount }, Spendennummer { $number }.
terminal-seen-any = Auf dem Telefon gesehen, Spendennummer { $number }. Der Betrag ist noch nicht bekannt.
terminal-recorded = Erfasst: { $amount } in bar.
terminal-recorded-next = Falls das ein Versehen war: groat correct { $gift } --reason mistake
terminal-corrected = Zurückgenommen: { $amount } zählen nicht mehr. Die Berichtigung bleibt in den Büchern sichtbar.
terminal-corrected-any = Zurückgenommen: Diese Bitte zählt nicht mehr. Die Berichtigung bleibt in den Büchern sichtbar.

## Wörter in Tabellen

terminal-amount = Betrag
terminal-any-amount = Freier Betrag
terminal-holder = Kontoinhaber
terminal-payee = Empfänger
terminal-iban = IBAN
terminal-purpose = Zweck
terminal-number = Spendennummer
terminal-gift = Spende
terminal-when = Wann
terminal-state = Stand
terminal-rail = Weg
terminal-state-asked = Angefragt
terminal-state-promised = Zugesagt
terminal-state-in-hand = In der Kasse
terminal-state-corrected = Zurückgenommen
terminal-rail-cash = Bar
terminal-reason-mistake = Ein Versehen
terminal-reason-not-given = Doch nicht gegeben

## Der Bericht

terminal-report-heading = { $drive }, { $organisation }
terminal-report-in-hand =
    { $count ->
        [0] In der Kasse: noch nichts
        [one] In der Kasse: { $sum } aus { $count } Spende
       *[other] In der Kasse: { $sum } aus { $count } Spenden
    }
terminal-report-promised =
    { $count ->
        [0] Zugesagt: noch nichts
        [one] Zugesagt: { $sum } aus { $count } Spende
       *[other] Zugesagt: { $sum } aus { $count } Spenden
    }
terminal-report-asked =
    { $count ->
        [0] Angefragt: nichts offen
        [one] Angefragt: { $sum } mit { $count } Code
       *[other] Angefragt: { $sum } mit { $count } Codes
    }
terminal-report-without-amount =
    { $count ->
        [one] davon { $count } ohne Betrag, gezählt und nicht summiert
       *[other] davon { $count } ohne Betrag, gezählt und nicht summiert
    }
terminal-report-corrected =
    { $count ->
        [0] Zurückgenommen: keine
       *[other] Zurückgenommen: { $count }
    }
terminal-report-goal = Ziel: { $goal }; es fehlen noch { $missing }
terminal-report-goal-reached = Ziel: { $goal }, erreicht
terminal-report-no-goal = Kein Ziel gesetzt
terminal-report-last =
    { $count ->
        [one] Die letzte Spende
       *[other] Die letzten { $count } Spenden
    }
terminal-report-empty = Noch keine Spenden.

## Nachweisen und exportieren

terminal-backup-done =
    { $entries ->
        [one] Gespeichert und geprüft: { $file } mit 1 Eintrag. Die Datei öffnet sich mit einem Kennsatz des Büros oder dem Wiederherstellungsblatt.
       *[other] Gespeichert und geprüft: { $file } mit { $entries } Einträgen. Die Datei öffnet sich mit einem Kennsatz des Büros oder dem Wiederherstellungsblatt.
    }
terminal-restore-done =
    { $entries ->
        [one] Die Sicherung vom { $day } mit 1 Eintrag ist nach { $folder } eingespielt.
       *[other] Die Sicherung vom { $day } mit { $entries } Einträgen ist nach { $folder } eingespielt.
    }
terminal-recover-done = { $name } hat einen neuen Kennsatz. Der Code auf dem Telefon bleibt derselbe.
terminal-ask-sheet = Wiederherstellungsblatt:

terminal-verify-chain-holds =
    { $entries ->
        [one] { $entries } Eintrag, jedes Glied der Kette hält.
       *[other] { $entries } Einträge, jedes Glied der Kette hält.
    }
terminal-verify-checkpoint =
    Bis Eintrag { $entry } lautet die Vergangenheit: { $digits }
    Wer diese Ziffern auf Papier aufhebt, kann später beweisen, dass davor nichts verändert wurde (groat verify --against).
terminal-verify-not-cut-off = Nicht bewiesen: dass nach den neuesten Ziffern auf Papier nichts abgeschnitten wurde.
terminal-verify-not-promises = Nicht bewiesen: dass ein Versprechen gehalten wurde. Das zeigt erst der Kontoauszug.
terminal-verify-unsigned =
    { $unsigned ->
        [one] Der älteste Eintrag entstand, bevor diese Kasse unterschrieb; die Unterschrift des nächsten deckt ihn.
       *[other] Die ältesten { $unsigned } Einträge entstanden, bevor diese Kasse unterschrieb; die Unterschrift des nächsten deckt sie.
    }
terminal-verify-against-holds = Die Ziffern vom Papier stimmen: Bis Eintrag { $entry } wurde nichts verändert, seit sie notiert wurden.
terminal-verify-against-differs = Die Ziffern vom Papier gehören nicht zu Eintrag { $entry } dieser Bücher. Entweder ist eine Ziffer verlesen, oder die Vergangenheit wurde danach verändert.
terminal-verify-fold-agrees = Die Bücher stimmen mit dem Journal überein.
terminal-verify-progress =
    { $entries ->
        [one] { $entries } Eintrag geprüft …
       *[other] { $entries } Einträge geprüft …
    }
terminal-verify-troubles =
    { $troubles ->
        [one] { $troubles } Sache stimmt nicht:
       *[other] { $troubles } Dinge stimmen nicht:
    }
terminal-verify-chain-broken = Die Kette ist gerissen: { $detail }
terminal-verify-fold-differs =
    { $rows ->
        [one] Die Tabelle { $table } weicht in { $rows } Zeile vom Journal ab; groat refold legt sie neu an.
       *[other] Die Tabelle { $table } weicht in { $rows } Zeilen vom Journal ab; groat refold legt sie neu an.
    }
terminal-verify-contradiction = Ein Eintrag folgt nicht aus denen vor ihm: { $detail }
terminal-verify-text-changed = Ein Text, der neben dem Journal liegt, wurde verändert: { $detail }
terminal-verify-file-damaged = Die Datei der Bücher ist in sich nicht stimmig: { $detail }
terminal-verify-stopped = Vor dem Ende angehalten.
terminal-refold-done =
    { $entries ->
        [one] Die Bücher wurden aus { $entries } Eintrag neu aufgestellt.
       *[other] Die Bücher wurden aus { $entries } Einträgen neu aufgestellt.
    }
terminal-export-done =
    { $gifts ->
        [0] { $file } ist geschrieben. Spenden sind noch keine darin.
        [one] { $file } ist geschrieben, mit { $gifts } Spende.
       *[other] { $file } ist geschrieben, mit { $gifts } Spenden.
    }
terminal-code-drawn = Der Code ist in { $file } gezeichnet.

## Die Übungssammlung

terminal-demo-start = Eine Übungssammlung von der ersten Bitte bis zum Export, in Büchern, die danach weggeworfen werden. Dieses Konto gibt es bei keiner Bank.
terminal-demo-set-up = Zuerst: wer sammelt und wohin das Geld geht.
terminal-demo-drive = Dann eine Sammlung mit einem Ziel.
terminal-demo-ask = Jemand möchte mit dem Telefon spenden. Der Code bittet darum:
terminal-demo-seen = Das Telefon meldet die Zahlung als erledigt; ein Tipp vermerkt sie als gesehen.
terminal-demo-cash = Die nächste Spende kommt in Münzen auf den Tisch.
terminal-demo-mistake = Ein Versehen wird nicht ausradiert: Eine Berichtigung nimmt es zurück, und beides bleibt in den Büchern.
terminal-demo-report = So steht es jetzt um die Sammlung:
terminal-demo-verify = Die Bücher lassen sich jederzeit nachprüfen:
terminal-demo-export = Für die Kassenführung alles als Tabelle:
terminal-demo-end = Das war alles. So beginnt es im Ernst: groat init
terminal-demo-organisation = Freundeskreis Dorfbrunnen
terminal-demo-holder = Freundeskreis Dorfbrunnen e.V.
terminal-demo-name = Sommerfest
terminal-demo-purpose = Eine neue Pumpe für den Brunnen

## Bücher, in die andere schreiben

terminal-reading-only =
    { $face ->
        [window] Nur zum Lesen: Das Fenster von Groat hat diese Bücher zum Schreiben geöffnet.
        [terminal] Nur zum Lesen: Ein anderer groat-Befehl hat diese Bücher zum Schreiben geöffnet.
       *[unknown] Nur zum Lesen: Diese Bücher sind anderswo zum Schreiben geöffnet.
    }

## Was an einem gelesenen Code auffällt

code-field =
    { $field ->
        [payload] Code
        [payee_name] Empfänger
        [payee_street] Straße
        [payee_house_no] Hausnummer
        [payee_zip] Postleitzahl
        [payee_city] Ort
        [payee_country] Land
        [payer_name] Name der Zahlenden
        [payer_street] Straße der Zahlenden
        [payer_house_no] Hausnummer der Zahlenden
        [payer_zip] Postleitzahl der Zahlenden
        [payer_city] Ort der Zahlenden
        [payer_country] Land der Zahlenden
        [iban] IBAN
        [bic] BIC
        [account] Kontonummer
        [account_type] Kontoart
        [accounts] Konten
        [alt_accounts] Weitere Konten
        [amount] Betrag
        [min_amount] Mindestbetrag
        [currency] Währung
        [currency_code] Nummer der Währung
        [reference] Referenz
        [reference_type] Art der Referenz
        [reference2] Zweite Referenz
        [model] Referenzmodell
        [message] Verwendungszweck
        [information] Hinweis an die Spendenden
        [purpose] Zweckcode
        [category] Zweckkategorie
        [version] Version
        [charset] Zeichensatz
        [format] Format
        [due_date] Fälligkeit
        [issue_date] Ausstellungstag
        [valid_until] Gültig bis
        [created_at] Erstellt am
        [expiry] Letzter Tag
        [created_ms] Erstellt um
        [expires_ms] Gültig bis
        [variable_symbol] Variables Symbol
        [specific_symbol] Spezifisches Symbol
        [constant_symbol] Konstantes Symbol
        [payer_reference] Referenz der Zahlenden
        [originators_reference] Referenz des Auftraggebers
        [payment_type] Zahlungsart
        [other_keys] Weitere Schlüssel
        [bill_information] Rechnungsangaben
        [alternative_schemes] Alternative Verfahren
        [tax_id] Steuernummer
        [lock] Gesperrte Teile
        [editable] Änderbare Teile
        [shop_id] Geschäft
        [device_id] Gerät
        [invoice_id] Rechnung
        [customer_id] Kundennummer
        [loyalty_id] Treuenummer
        [tax_code] Steuerkennung
        [swish_number] Swish-Nummer
        [organisation_number] Organisationsnummer
        [provider] Zahlungsdienst
        [user] Name, Nummer oder Link
        [link] Link
        [email] E-Mail-Adresse
        [phone] Telefonnummer
        [token] Token
        [profile] Profil
        [country] Land
        [city] Ort
        [postal_code] Postleitzahl
        [mcc] Händlerkategorie
        [tip] Trinkgeld
        [base_payload] Code der Bank
        [key] Schlüssel
        [key_type] Art des Schlüssels
        [kind] Art
        [url] Webadresse
        [proxy] Registrierte Nummer oder Adresse
        [proxy_type] Art der Registrierung
        [bill_number] Rechnungsnummer
        [bank_code] Bankleitzahl
        [bank_bin] Nummer der Bank
        [service] Art der Überweisung
        [terminal] Terminal
        [acquirer_id] Acquirer
        [merchant_id] Händlernummer
        [account_id] Konto-ID
        [acquiring_bank] Bank
        [mobile] Mobilnummer
        [store] Filiale
        [vpa] UPI-ID
        [address] Adresse
        [label] Bezeichnung
        [lightning] Lightning-Rechnung
        [lno] Lightning-Angebot
        [lightning_address] Lightning-Adresse
        [network] Netzwerk
        [amount_msat] Betrag in Millisatoshi
        [description] Beschreibung
        [timestamp] Erstellt um
        [expiry_s] Gültigkeit in Sekunden
        [issuer] Aussteller
        [chain_id] Nummer der Blockchain
        [recipient] Empfängeradresse
        [spl_token] Token
        [memo] Memo
       *[other] { $field }
    }
