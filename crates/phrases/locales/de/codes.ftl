# Was über Zahlungscodes gesagt wird. `finding-<code>`: was an einem gelesenen Code auffällt; das ist
# kein Fehler, der Code wurde gelesen. `code-field` steht bei den Fehlern.

finding-byte-order-mark = Vor dem Code steht ein unsichtbares Zeichen; manche Apps weisen ihn ab.
finding-blanks-around = Um den Code stehen Leerzeichen oder Zeilenenden; manche Apps weisen ihn ab.
finding-trailing-lines =
    { $count ->
        [one] Nach der letzten Zeile folgt { $count } leere; der Standard lässt sie weg.
       *[other] Nach der letzten Zeile folgen { $count } leere; der Standard lässt sie weg.
    }
finding-end-missing = Am Ende fehlt das Zeilenende, das der Standard verlangt; manche Apps weisen den Code ab.
finding-payload-too-long = Der Code hat { $bytes } Byte; der Standard erlaubt { $max }.
finding-too-long = { code-field }: { $found } Zeichen, der Standard erlaubt { $max }.
finding-foreign-sign = { code-field }, Stelle { $position }: Banken übertragen „{ $found }“ nicht.
finding-not-normalised = { code-field }: mit Leerzeichen oder in falscher Groß- und Kleinschreibung.
finding-form = { code-field }: der Standard schreibt es so: { $example }
finding-missing = { code-field }: fehlt, und ohne weisen manche Apps den Code ab.
finding-empty = { code-field }: steht da und ist leer; der Standard lässt es weg.
finding-unknown = Der Standard kennt „{ $key }“ nicht; es blieb, wie es ist.
finding-out-of-order = Die Teile stehen nicht in der Reihenfolge des Standards; strenge Apps weisen den Code ab.
finding-small-letter-checksum = Die Prüfsumme steht in Kleinbuchstaben; der Standard hat Großbuchstaben.
finding-not-with = { code-field }: passt nicht zu einem anderen Teil des Codes ({ $other }).
finding-amount-zero = Der Betrag ist null; ein offener Betrag wird weggelassen, und manche Apps zeigen sonst 0.
finding-amount-decimals = Der Betrag hat andere Nachkommastellen, als der Standard schreibt; manche Apps weisen ihn ab.
finding-amount-fixed = Der Betrag steht fest; wer spendet, kann keinen anderen wählen.
finding-amount-differs = Der Betrag ist nicht der erwartete: { $expected }
finding-differs = { code-field }: nicht wie erwartet. Richtig wäre: { $expected }
finding-lookalike = { code-field }, Stelle { $position }: „{ $found }“ ist ein Buchstabe eines anderen Alphabets, der nur wie „{ $like }“ aussieht. Vielleicht ahmt jemand einen Namen nach.
finding-host-looks-like = Der Link führt zu { $host }, was nur aussieht wie { $like }. Bitte nicht vertrauen.
finding-not-https = Der Link ist unterwegs nicht geschützt (https fehlt).
finding-second-code = In diesem Code steckt ein zweiter Code oder Link ({ $standard }).
finding-bound = Der Herausgeber hat diesen Code gegen Änderungen geschützt: bitte nur so zeigen, wie er ist.
finding-one-time = Dieser Code lässt sich nur einmal oder nur kurze Zeit bezahlen: bitte nicht drucken.
finding-issued = Eine Bank oder ein Zahlungsdienst hat diesen Code ausgegeben; niemand sonst kann so einen machen.
finding-withdrawn = Diese Art Code wurde abgeschafft; Apps können sie abweisen.
finding-percent-alone = { code-field }: ein Prozentzeichen steht allein; der Standard schreibt dafür %25.
finding-currency-meant = Es ist keine Währung genannt; Apps nehmen { $currency } an.
finding-currency-unusual = Der Betrag ist in { $currency }; Apps dieses Standards müssen das nicht kennen, und mehrere weisen es ab.
finding-reference-unknown = Die Referenz folgt keinem Verfahren, das Groat kennt; viele Apps übergehen sie.
finding-reference-broken = Die Referenz beginnt wie eine nach bekanntem Verfahren, stimmt aber nicht; eine Bank kann sie abweisen.
finding-line-ends = Die Zeilen enden anders, als der Standard es kennt; manche Apps weisen den Code ab.
finding-repeated = { code-field }: steht zweimal da; Apps nehmen das eine oder das andere.
finding-often-refused = { code-field }: viele Apps weisen einen Code damit ab.
finding-other-network = Das gehört zu einem anderen Netz ({ $network }): Geld dorthin ist Spielgeld oder verloren.
finding-checksum = { code-field }: die Prüfsumme in Groß- und Kleinbuchstaben stimmt nicht; vielleicht ist etwas vertippt. Richtig wäre: { $computed }
finding-odd = An diesem Code ist etwas ungewöhnlich.

## Rat: welche Codes zu einer Organisation passen, und warum

advice-at-home = Spenderinnen und Spender dieses Landes kennen ihn und haben, was ihn liest.
advice-anywhere = Er geht überall für Spendende, die haben, was ihn liest.
advice-account-country = Das Konto liegt in dem Land, dessen Spendende diesen Code lesen.
advice-account-there = Alles dafür ist da.
advice-number-returns = Die Spendennummer kommt mit der Zahlung zurück, Spenden finden sich von selbst.
advice-no-fee = Unterwegs geht von der Spende nichts ab.
advice-fee = Jemand nimmt eine Gebühr; bitte vorher fragen.
advice-second-choice = Wenige Apps dieses Landes lesen ihn; er nützt Spendenden von anderswo.
advice-other-currency = Er ist für eine andere Währung als die gesammelte.
advice-reader-banking-app = Gebraucht wird die eigene Banking-App; die Kamera allein zeigt nur Text.
advice-reader-upi-app = Gebraucht wird irgendeine App, die mit UPI zahlt.
advice-reader-app = Gebraucht wird eine bestimmte App.
advice-reader-camera = Gebraucht wird nur die Kamera: der Code ist ein Link.
advice-reader-lightning-wallet = Gebraucht wird eine Lightning-Wallet.
advice-reader-bitcoin-wallet = Gebraucht wird eine Bitcoin-Wallet.
advice-reader-ethereum-wallet = Gebraucht wird eine Ethereum-Wallet.
advice-reader-solana-wallet = Gebraucht wird eine Solana-Wallet.
advice-maker-organisation = Sie machen ihn selbst aus dem eigenen Konto.
advice-maker-registered = Sie machen ihn selbst, sobald die Bank Schlüssel oder Nummer eingetragen hat.
advice-maker-issuer = Bank oder Zahlungsdienst geben Ihnen einen Code; Groat setzt Beträge ein.
advice-maker-issuer-alone = Nur eine Bank oder ein Zahlungsdienst kann ihn machen; Groat zeigt ihn, wie er ist.
advice-maker-contract = Sie brauchen ein Konto oder einen Vertrag bei dem Dienst.
advice-maker-own-server = Sie brauchen eine Wallet oder einen Server, der für Sie antwortet.
advice-number-reference = Die Spendennummer kommt in einem eigenen Feld zurück.
advice-number-text = Die Spendennummer kommt im Text der Zahlung zurück.
advice-number-uncertain = Die Spendennummer kommt vielleicht zurück; sie lässt sich ändern, und manche Banken lassen sie weg.
advice-number-no = Die Spendennummer kommt nicht zurück: Spenden finden sich über Betrag und Zeit.
advice-name-code = Zu sehen ist der Name aus dem Code; die Bank vergleicht ihn vielleicht mit dem Konto.
advice-name-directory = Zu sehen ist der Name, den Bank oder Verzeichnis zum Konto haben, nicht der aus dem Code.
advice-name-page = Zu sehen ist der Name auf der Seite hinter dem Link.
advice-name-nobody = Zu sehen ist kein Name, für den jemand einsteht.

## Ist dieses Plakat noch unseres?

advice-verdict-ours = Dieser Code ist Ihrer, und nichts daran ist auffällig.
advice-verdict-unchecked = Nichts an diesem Code ist auffällig; es wurde nicht gesagt, wem er gehören soll.
advice-verdict-look-here = An diesem Code ist etwas auffällig: bitte ansehen.
advice-verdict-not-ours = Dieser Code ist nicht Ihrer: er zahlt an jemand anderen. Bitte abnehmen.
advice-verdict-damaged = Dieser Code ist beschädigt: Apps werden ihn abweisen.
advice-verdict-unknown = Das ist kein Zahlungscode, den Groat kennt.
