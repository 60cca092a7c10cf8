// The elements of an account's fields, so that the focus goes to the first one that is wrong.

const fields = [
  "payee_name",
  "payee_street",
  "payee_house_no",
  "payee_zip",
  "payee_city",
  "iban",
  "bic",
  "account",
  "purpose",
  "tax_id",
  "swish_number",
  "key",
  "city",
  "proxy_type",
  "proxy",
  "bank_bin",
  "account_id",
  "base_payload",
  "vpa",
  "mcc",
  "lightning_address",
  "lno",
  "address",
  "chain_id",
  "recipient",
  "spl_token",
  "provider",
  "user",
] as const;

/** Each field is an element of the same name. */
export const inputs: Readonly<Record<string, string>> = Object.fromEntries(
  fields.map((field) => [field, field]),
);
