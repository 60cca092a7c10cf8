// Signing in at the locked desk: who, with what, and how long to wait after wrong tries.
import type { Backend } from "../backend/backend";
import { isFault } from "../backend/backend";
import { Act } from "../parts/act.svelte";
import type { DeskView, PersonView } from "../wire.gen";
import { Enrolment } from "./enrolment.svelte";

export type Means = "phone" | "recovery";

export class Signing {
  person = $state.raw<PersonView | null>(null);
  secret = $state("");
  code = $state("");
  means = $state<Means>("phone");
  /** Somebody who is signed in connects another phone. */
  renews = $state(false);
  readonly act = new Act({ secret: "secret", passphrase: "secret", code: "code" });
  readonly enrolment: Enrolment;

  readonly office = $derived(this.person !== null && this.person.role !== "volunteer");
  /** Whether a code is asked for with the passphrase. */
  readonly coded = $derived(this.office && this.person?.second_factor === true && !this.renews);

  readonly #backend: Backend;
  readonly #onopen: (desk: DeskView) => void;
  readonly #onrefused: () => void;

  /** `onrefused` reads the desk again, which then says how long to wait. */
  constructor(backend: Backend, onopen: (desk: DeskView) => void, onrefused: () => void) {
    this.#backend = backend;
    this.#onopen = onopen;
    this.#onrefused = onrefused;
    this.enrolment = new Enrolment((first_code, second_code) =>
      backend.call("factor_finish", { first_code, second_code }),
    );
  }

  choose(person: PersonView): void {
    this.leave();
    this.person = person;
  }

  renew(person: PersonView): void {
    this.choose(person);
    this.renews = true;
  }

  leave(): void {
    this.person = null;
    this.renews = false;
    this.secret = "";
    this.code = "";
    this.means = "phone";
    this.act.fault = null;
    this.enrolment.factor = null;
  }

  /** Does what opens the desk: signs in, or first gives a phone to whoever has none yet. */
  async open(): Promise<void> {
    const person = this.person;
    if (person === null) return;
    const { secret, code } = this;
    await this.act.run(async () => {
      try {
        if (this.office && !this.coded) await this.#enrol(person, secret);
        else await this.#signIn(person, secret, this.office ? code : null);
      } catch (thrown) {
        if (isFault(thrown) && thrown.code === "factor-missing") await this.#enrol(person, secret);
        else throw thrown;
      }
    });
    const { fault } = this.act;
    if (fault === null) return;
    // A PIN is short and typed blind: it is begun anew. A passphrase can be looked at and mended.
    if (!this.office) this.secret = "";
    if (fault.field === "code") this.code = "";
    this.#onrefused();
  }

  async #signIn(person: PersonView, secret: string, code: string | null): Promise<void> {
    const desk = await this.#backend.call("sign_in", { person: person.id, secret, code });
    this.leave();
    this.#onopen(desk);
  }

  async #enrol(person: PersonView, passphrase: string): Promise<void> {
    this.enrolment.begin(await this.#backend.call("factor_begin", { person: person.id, passphrase }));
    this.secret = "";
  }

  /** The recovery codes are on paper. */
  enrolled(): void {
    const desk = this.enrolment.putAway();
    this.leave();
    if (desk !== null) this.#onopen(desk);
  }
}
