// An account as it is being typed: the country, the kinds that suit it, the answers, and whether a
// code can be made of them. Whether they are right is decided behind the window.
import type { Backend } from "../backend/backend";
import { asFault } from "../parts/faults";
import type { AccountArg, AccountCheckView, CountryView, Fault, OfferView } from "../wire.gen";

/** How long nobody types before the answers are looked at. */
const pause = 250;

export class AccountDraft {
  countries = $state.raw<CountryView[]>([]);
  country = $state("");
  offers = $state.raw<OfferView[]>([]);
  /** The kind that was chosen; empty where cash alone is collected for now. */
  standard = $state("");
  values = $state<Record<string, string>>({});
  /** What was looked at last. */
  checked = $state.raw<AccountCheckView | null>(null);
  /** Fields that were left once: before that, nothing about them is called wrong. */
  left = $state<Record<string, boolean>>({});
  fault = $state.raw<Fault | null>(null);

  readonly offer = $derived(this.offers.find((one) => one.standard === this.standard) ?? null);
  readonly atHome = $derived(this.offers.filter((one) => one.at_home));
  readonly elsewhere = $derived(this.offers.filter((one) => !one.at_home));

  readonly #backend: Backend;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Reads the countries and begins with a likely one. */
  async start(likely: readonly string[]): Promise<void> {
    try {
      this.countries = await this.#backend.call("country_list", {});
      const known = (code: string) => this.countries.some((one) => one.code === code);
      const begin = likely.find(known) ?? "";
      if (this.country === "" && begin !== "") await this.choose(begin);
    } catch (thrown) {
      this.fault = asFault(thrown);
    }
  }

  /** Chooses a country; the best code of its donors is chosen with it. */
  async choose(country: string): Promise<void> {
    this.country = country;
    try {
      const { offers } = await this.#backend.call("country_offers", { country });
      if (this.country !== country) return;
      this.offers = offers;
      this.take(offers.find((one) => one.at_home)?.standard ?? "");
    } catch (thrown) {
      this.fault = asFault(thrown);
    }
  }

  /** Chooses a kind; what was typed for another kind and fits stays. */
  take(standard: string): void {
    this.standard = standard;
    this.checked = null;
    this.left = {};
    for (const question of this.offer?.questions ?? []) {
      const first = question.choices[0]?.value;
      if (first !== undefined) this.values[question.field] = first;
    }
    this.look();
  }

  put(field: string, value: string): void {
    this.values[field] = value;
    this.look();
  }

  leave(field: string): void {
    this.left[field] = true;
  }

  /** The answers to the questions of the chosen kind, and no others. */
  answers(): AccountArg | null {
    if (this.offer === null) return null;
    const values: Record<string, string> = {};
    for (const { field } of this.offer.questions) values[field] = this.values[field] ?? "";
    return { standard: this.offer.standard, values };
  }

  /** What is wrong with a field, once it was left. */
  wrong(field: string): Fault | null {
    const fault = this.checked?.fault ?? null;
    if (fault === null || fault.field !== field) return null;
    const isEmpty = (this.values[field] ?? "").trim() === "";
    return this.left[field] === true && !isEmpty ? fault : null;
  }

  /** Looks at the answers when nobody has typed for a moment; only the newest look counts. */
  look(): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
    const turn = this.#turn;
    const account = this.answers();
    if (account === null) return;
    this.#timer = setTimeout(() => {
      this.#backend.call("account_check", account).then(
        (checked) => {
          if (turn === this.#turn) this.checked = checked;
        },
        // Looking only helps while typing; setting up asks the same and says what is wrong.
        () => (this.checked = null),
      );
    }, pause);
  }
}

/** Countries that the languages of this computer name, the likeliest first. */
export function likelyCountries(languages: readonly string[]): string[] {
  const regions = languages.map((language) => {
    try {
      return new Intl.Locale(language).maximize().region ?? "";
    } catch {
      return "";
    }
  });
  return [...new Set(regions)].filter((region) => region !== "");
}
