//! The names of what a code can hold.

use std::fmt;

macro_rules! fields {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// A part of a request. Its name is the key in the published vectors and in JSON.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Field { $($(#[$doc])* $variant,)* }

        impl Field {
            /// Every field.
            pub const ALL: &[Field] = &[$(Field::$variant,)*];

            /// Returns the name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Field::$variant => $name,)* }
            }

            /// Finds a field by its name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Field> {
                match name { $($name => Some(Field::$variant),)* _ => None }
            }
        }
    };
}

fields! {
    /// The whole text of a code: what a refusal points at that concerns no single part.
    Payload = "payload",
    /// Who is paid.
    PayeeName = "payee_name",
    /// Street of the payee.
    PayeeStreet = "payee_street",
    /// House number of the payee.
    PayeeHouseNo = "payee_house_no",
    /// Postal code of the payee.
    PayeeZip = "payee_zip",
    /// Town of the payee.
    PayeeCity = "payee_city",
    /// Country of the payee, two letters.
    PayeeCountry = "payee_country",
    /// Who pays.
    PayerName = "payer_name",
    /// Street of the payer.
    PayerStreet = "payer_street",
    /// House number of the payer.
    PayerHouseNo = "payer_house_no",
    /// Postal code of the payer.
    PayerZip = "payer_zip",
    /// Town of the payer.
    PayerCity = "payer_city",
    /// Country of the payer, two letters.
    PayerCountry = "payer_country",
    /// International bank account number.
    Iban = "iban",
    /// Code of the payee's bank, ISO 9362.
    Bic = "bic",
    /// Account in a national form.
    Account = "account",
    /// What kind of account it is.
    AccountType = "account_type",
    /// Several accounts: pairs of IBAN and BIC, or EMV templates by tag.
    Accounts = "accounts",
    /// Accounts that may be paid instead.
    AltAccounts = "alt_accounts",
    /// Decimal text with a dot; absent where the donor chooses.
    Amount = "amount",
    /// The least the donor may give.
    MinAmount = "min_amount",
    /// Three letters of ISO 4217, or BTC.
    Currency = "currency",
    /// Three digits of ISO 4217.
    CurrencyCode = "currency_code",
    /// Our reference.
    Reference = "reference",
    /// The scheme of the reference.
    ReferenceType = "reference_type",
    /// A second reference.
    Reference2 = "reference2",
    /// Model of a Croatian or Serbian reference.
    Model = "model",
    /// Text for the payee.
    Message = "message",
    /// Information for the payer, which does not travel with the payment.
    Information = "information",
    /// Code of the purpose.
    Purpose = "purpose",
    /// Category of the purpose.
    Category = "category",
    /// Version of the standard.
    Version = "version",
    /// Digit of the character set.
    Charset = "charset",
    /// Edition of a national format.
    Format = "format",
    /// Day by which it is to be paid.
    DueDate = "due_date",
    /// Day on which it was issued.
    IssueDate = "issue_date",
    /// Instant until which it can be paid.
    ValidUntil = "valid_until",
    /// Instant at which it was made.
    CreatedAt = "created_at",
    /// Last day on which it can be paid.
    Expiry = "expiry",
    /// Milliseconds since 1970 at which it was made.
    CreatedMs = "created_ms",
    /// Milliseconds since 1970 after which it is refused.
    ExpiresMs = "expires_ms",
    /// Czech and Slovak variable symbol.
    VariableSymbol = "variable_symbol",
    /// Czech and Slovak specific symbol.
    SpecificSymbol = "specific_symbol",
    /// Czech and Slovak constant symbol.
    ConstantSymbol = "constant_symbol",
    /// The payer's own reference.
    PayerReference = "payer_reference",
    /// Reference of the originator.
    OriginatorsReference = "originators_reference",
    /// Kind of payment.
    PaymentType = "payment_type",
    /// Keys of other makers.
    OtherKeys = "other_keys",
    /// Structured information of a bill.
    BillInformation = "bill_information",
    /// Alternative procedures of a Swiss bill.
    AlternativeSchemes = "alternative_schemes",
    /// Tax number of the payee.
    TaxId = "tax_id",
    /// Which parts a donor may not change.
    Lock = "lock",
    /// Which parts a donor may change.
    Editable = "editable",
    /// Shop of the payee.
    ShopId = "shop_id",
    /// Device of the payee.
    DeviceId = "device_id",
    /// Bill of the payee.
    InvoiceId = "invoice_id",
    /// The payer in the payee's books.
    CustomerId = "customer_id",
    /// Loyalty number.
    LoyaltyId = "loyalty_id",
    /// Code of the tax authority.
    TaxCode = "tax_code",
    /// Swish number.
    SwishNumber = "swish_number",
    /// Number in a register of organisations.
    OrganisationNumber = "organisation_number",
    /// Maker of a payment link.
    Provider = "provider",
    /// User of a payment link.
    User = "user",
    /// A payment link as its maker gave it.
    Link = "link",
    /// E-mail address.
    Email = "email",
    /// Telephone number.
    Phone = "phone",
    /// Token of a payment link.
    Token = "token",
    /// Profile of a payment link.
    Profile = "profile",
    /// Country, two letters.
    Country = "country",
    /// Town.
    City = "city",
    /// Postal code.
    PostalCode = "postal_code",
    /// Merchant category, ISO 18245.
    Mcc = "mcc",
    /// Point of initiation: `11` reusable, `12` for one payment.
    Poi = "poi",
    /// Payload format indicator.
    PayloadFormat = "payload_format",
    /// EMV tip or fee indicator.
    Tip = "tip",
    /// EMV fixed fee.
    FeeFixed = "fee_fixed",
    /// EMV fee in per cent.
    FeePercent = "fee_percent",
    /// EMV additional template.
    Additional = "additional",
    /// EMV language template.
    Language = "language",
    /// EMV unreserved templates.
    Unreserved = "unreserved",
    /// Bare values where templates stand.
    Opaque = "opaque",
    /// A code as its issuer made it.
    BasePayload = "base_payload",
    /// Key of a directory.
    Key = "key",
    /// Kind of the key.
    KeyType = "key_type",
    /// Kind of code or account.
    Kind = "kind",
    /// Address on the web.
    Url = "url",
    /// Proxy of an account.
    Proxy = "proxy",
    /// Kind of the proxy.
    ProxyType = "proxy_type",
    /// Number of a bill.
    BillNumber = "bill_number",
    /// Number of a bank in its clearing.
    BankCode = "bank_code",
    /// Number of a bank in its network.
    BankBin = "bank_bin",
    /// Kind of transfer.
    Service = "service",
    /// Terminal.
    Terminal = "terminal",
    /// Acquirer.
    AcquirerId = "acquirer_id",
    /// Merchant in the acquirer's books.
    MerchantId = "merchant_id",
    /// An acquirer's own sub-tag 03.
    Extra03 = "extra_03",
    /// Account in a network.
    AccountId = "account_id",
    /// Account behind the account in a network.
    AccountInformation = "account_information",
    /// Bank behind the account in a network.
    AcquiringBank = "acquiring_bank",
    /// Mobile number.
    Mobile = "mobile",
    /// Store.
    Store = "store",
    /// Language of local names.
    Lang = "lang",
    /// Name in the local script.
    NameLocal = "name_local",
    /// Town in the local script.
    CityLocal = "city_local",
    /// UPI id, `name@handle`.
    Vpa = "vpa",
    /// UPI transaction id.
    Tid = "tid",
    /// UPI initiation mode.
    Mode = "mode",
    /// UPI issuer id.
    Orgid = "orgid",
    /// UPI signature.
    Sign = "sign",
    /// Address in a network of coins.
    Address = "address",
    /// Further Bitcoin addresses.
    Bc = "bc",
    /// Silent-payment addresses.
    Sp = "sp",
    /// Bitcoin addresses of the test network.
    Tb = "tb",
    /// Label for the payer's wallet.
    Label = "label",
    /// Lightning invoice.
    Lightning = "lightning",
    /// Lightning offer.
    Lno = "lno",
    /// Lightning address, `user@domain`.
    LightningAddress = "lightning_address",
    /// Answer of a Lightning server.
    Response = "response",
    /// Network.
    Network = "network",
    /// Amount in thousandths of a satoshi.
    AmountMsat = "amount_msat",
    /// Description.
    Description = "description",
    /// Hash of the description.
    DescriptionHash = "description_hash",
    /// Hash of the payment.
    PaymentHash = "payment_hash",
    /// Seconds since 1970 at which it was made.
    Timestamp = "timestamp",
    /// Seconds it is valid.
    ExpirySeconds = "expiry_s",
    /// Key of the node that is paid.
    NodeId = "node_id",
    /// Issuer of an offer.
    Issuer = "issuer",
    /// Most that can be bought at once.
    QuantityMax = "quantity_max",
    /// Seconds since 1970 after which it is refused.
    AbsoluteExpiry = "absolute_expiry",
    /// Chain.
    ChainId = "chain_id",
    /// Who gets the token.
    TokenTo = "token_to",
    /// Units of the token.
    Units = "units",
    /// Smallest units of ether.
    Wei = "wei",
    /// Solana recipient.
    Recipient = "recipient",
    /// Solana token.
    SplToken = "spl_token",
    /// Text written into the chain.
    Memo = "memo",
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_back_to_its_field() {
        for field in Field::ALL {
            assert_eq!(Field::from_name(field.name()), Some(*field));
        }
        assert_eq!(Field::from_name("nothing"), None);
    }
}
