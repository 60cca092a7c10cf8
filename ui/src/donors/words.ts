// How the fields of a donor are called, and what they are kept for.
import { formatDay } from "../format";
import { speech, t } from "../language.svelte";
import type { DonorField, DonorFieldView, DonorView, Purpose } from "../wire.gen";

export function fieldWord(field: DonorField): string {
  switch (field) {
    case "name":
      return t("donor-name");
    case "contact":
      return t("donor-contact");
    case "message":
      return t("donor-message");
    case "tax_number":
      return t("donor-tax");
  }
}

export function purposeWord(purpose: Purpose): string {
  switch (purpose) {
    case "tax":
      return t("purpose-tax");
    case "books":
      return t("purpose-books");
    case "thanks":
      return t("purpose-thanks");
    case "display":
      return t("purpose-display");
  }
}

/** What is kept for what, and until when. */
export function keptSentence({ purpose, delete_on }: DonorFieldView): string {
  const words = purposeWord(purpose);
  return delete_on === null
    ? t("donor-kept", { purpose: words })
    : t("donor-kept-until", { purpose: words, day: formatDay(speech.language, delete_on) });
}

export function valueOf(donor: DonorView, field: DonorField): string | null {
  switch (field) {
    case "name":
      return donor.name;
    case "contact":
      return donor.contact;
    case "message":
      return donor.message;
    case "tax_number":
      return donor.tax_number_masked;
  }
}

/** What people call a donor: the name, or what stands in the books instead. */
export function donorWord(donor: DonorView): string {
  return donor.name ?? donor.token;
}
