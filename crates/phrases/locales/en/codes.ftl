# What is said about payment codes. `finding-<code>`: what is odd about a code that was read; a
# finding is no fault, the code was read. `code-field` stands with the faults.

finding-byte-order-mark = An invisible mark stands before the code; some apps refuse it.
finding-blanks-around = Blanks or line ends stand around the code; some apps refuse it.
# $count
finding-trailing-lines =
    { $count ->
        [one] { $count } empty line follows the last one; the standard leaves it out.
       *[other] { $count } empty lines follow the last one; the standard leaves them out.
    }
finding-end-missing = The line end that the standard wants at the end is missing; some apps refuse the code.
# $bytes, $max: sizes.
finding-payload-too-long = The code holds { $bytes } bytes; the standard allows { $max }.
# $field: a token of code-field. $max, $found: counts of characters.
finding-too-long = { code-field }: { $found } characters, the standard allows { $max }.
# $field: a token of code-field. $found: the sign. $position: counted from 1.
finding-foreign-sign = { code-field }, character { $position }: banks do not carry “{ $found }”.
# $field: a token of code-field.
finding-not-normalised = { code-field }: written with blanks or with letters of the wrong size.
# $field: a token of code-field. $example: one of the right form.
finding-form = { code-field }: the standard writes it like this: { $example }
# $field: a token of code-field.
finding-missing = { code-field }: missing, and some apps refuse the code without it.
# $field: a token of code-field.
finding-empty = { code-field }: written and empty; the standard leaves it out.
# $key: as it stands in the code.
finding-unknown = The standard does not know “{ $key }”; it was kept as it is.
finding-out-of-order = The parts do not stand in the order of the standard; strict apps refuse the code.
finding-small-letter-checksum = The checksum is written in small letters; the standard has capitals.
# $field, $other: tokens of code-field.
finding-not-with = { code-field }: does not go together with another part of the code ({ $other }).
finding-amount-zero = The amount is zero; an open amount is left out, and some apps show 0 instead.
finding-amount-decimals = The amount has other decimals than the standard writes; some apps refuse it.
finding-amount-fixed = The amount is fixed; a donor cannot choose another.
# $expected: an amount.
finding-amount-differs = The amount is not the expected one: { $expected }
# $field: a token of code-field. $expected: what should stand there.
finding-differs = { code-field }: not the expected one. It should be: { $expected }
# $field: a token of code-field. $found, $like: signs. $position: counted from 1.
finding-lookalike = { code-field }, character { $position }: “{ $found }” is a letter of another alphabet that only looks like “{ $like }”. Somebody may be imitating a name.
# $host, $like: names of web sites.
finding-host-looks-like = The link leads to { $host }, which only looks like { $like }. Do not trust it.
finding-not-https = The link is not protected on its way (https is missing).
# $standard: a name.
finding-second-code = A second code or link is hidden in this one ({ $standard }).
finding-bound = Its issuer protected this code against changes: show it only as it is.
finding-one-time = This code can be paid once, or for a short time only: do not print it.
finding-issued = A bank or payment service issued this code; nobody else can make one like it.
finding-withdrawn = This kind of code was withdrawn; apps may refuse it.
# $field: a token of code-field.
finding-percent-alone = { code-field }: a percent sign stands alone; the standard writes it %25.
# $currency: three letters.
finding-currency-meant = No currency is named; apps take it for { $currency }.
# $currency: three letters.
finding-currency-unusual = The amount is in { $currency }; apps of this standard need not know it, and several refuse it.
finding-reference-unknown = The reference follows no scheme that Groat knows; many apps ignore it.
finding-reference-broken = The reference begins like one of a known scheme, but it is not right; a bank may refuse it.
finding-line-ends = The lines end in a way the standard does not have; some apps refuse the code.
# $field: a token of code-field.
finding-repeated = { code-field }: stands twice; apps may take one or the other.
# $field: a token of code-field.
finding-often-refused = { code-field }: many apps refuse a code that has it.
# $network: a name.
finding-other-network = It belongs to another network ({ $network }): money sent there is play money or lost.
# $field: a token of code-field. $computed: what would fit.
finding-checksum = { code-field }: the checksum in its capitals and small letters does not fit; perhaps it was mistyped. It would be: { $computed }
finding-odd = Something about this code is unusual.

## Advice: which codes suit an organisation, and why

advice-at-home = Donors of this country know it and have what reads it.
advice-anywhere = It works for donors anywhere who have what reads it.
advice-account-country = The account is kept in the country whose donors read this code.
advice-account-there = Everything for it is there.
advice-number-returns = The gift number comes back with the payment, so gifts match by themselves.
advice-no-fee = Nothing is taken from the gift on its way.
advice-fee = Somebody takes a fee; ask before you choose it.
advice-second-choice = Few apps of this country read it; it is of use for donors from elsewhere.
advice-other-currency = It carries another currency than the one you collect.
advice-reader-banking-app = The donor needs their banking app; the camera alone shows only text.
advice-reader-upi-app = The donor needs any app that pays by UPI.
advice-reader-app = The donor needs one particular app.
advice-reader-camera = The donor needs only the camera: the code is a link.
advice-reader-lightning-wallet = The donor needs a Lightning wallet.
advice-reader-bitcoin-wallet = The donor needs a Bitcoin wallet.
advice-reader-ethereum-wallet = The donor needs an Ethereum wallet.
advice-reader-solana-wallet = The donor needs a Solana wallet.
advice-maker-organisation = You make it yourself from your own account.
advice-maker-registered = You make it yourself once your bank has registered the key or number.
advice-maker-issuer = Your bank or payment service gives you a code; Groat puts amounts into it.
advice-maker-issuer-alone = Only a bank or payment service can make it; Groat shows it as it is.
advice-maker-contract = You need an account or contract with the service.
advice-maker-own-server = You need a wallet or server that answers for you.
advice-number-reference = The gift number comes back in a field of its own.
advice-number-text = The gift number comes back in the text of the payment.
advice-number-uncertain = The gift number may come back; donors can change it and some banks drop it.
advice-number-no = The gift number does not come back: match by amount and time.
advice-name-code = Donors see the name that stands in the code; their bank may compare it with the account.
advice-name-directory = Donors see the name that the bank or directory has for the account, not the one in the code.
advice-name-page = Donors see the name on the page behind the link.
advice-name-nobody = Donors see no name that anybody vouches for.

## Is this poster still ours?

advice-verdict-ours = This code is yours, and nothing about it is odd.
advice-verdict-unchecked = Nothing about this code is odd; it was not said whose it should be.
advice-verdict-look-here = Something about this code is odd: please look at it.
advice-verdict-not-ours = This code is not yours: it pays somebody else. Please take it down.
advice-verdict-damaged = This code is damaged: apps will refuse it.
advice-verdict-unknown = This is no payment code that Groat knows.
