// How a gift and its state are called in a sentence.
import { formatMoney } from "../format";
import { speech, t } from "../language.svelte";
import type { GiftState, GiftView } from "../wire.gen";

export function stateWord(state: GiftState): string {
  switch (state) {
    case "asked":
      return t("state-asked");
    case "promised":
      return t("state-promised");
    case "in_hand":
      return t("state-in-hand");
    case "corrected":
      return t("state-corrected");
  }
}

/** Enough to tell one gift from its neighbours when it is only heard. */
export function giftWords(gift: GiftView): string {
  const amount =
    gift.amount === null ? t("gift-open-amount") : formatMoney(speech.language, gift.amount);
  return gift.number === null
    ? t("gift-named-cash", { amount })
    : t("gift-named-number", { amount, number: gift.number });
}
