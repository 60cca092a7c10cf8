// Draws the requests on standard input, one JSON object a line, with swissqrbill: the code alone,
// not the slip.
//
// Answers one line: codes, nanoseconds in all, peak memory in kibibytes.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { SwissQRCode } = createRequire(process.env.GROAT_RIVALS + "/")("swissqrbill/svg");

const requests = readFileSync(0, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
const start = process.hrtime.bigint();
for (const request of requests) {
  const code = new SwissQRCode({
    amount: Number(request.amount),
    creditor: {
      account: request.iban,
      address: request.payee_street,
      buildingNumber: request.payee_house_no,
      city: request.payee_city,
      country: request.payee_country,
      name: request.payee_name,
      zip: request.payee_zip,
    },
    currency: "CHF",
    message: request.message,
  });
  code.toString();
}
const elapsed = process.hrtime.bigint() - start;
console.log(requests.length, String(elapsed), process.resourceUsage().maxRSS);
