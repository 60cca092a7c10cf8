// What a person will sign in with, as it is being chosen: a PIN typed twice, or a passphrase.
import { t } from "../language.svelte";
import type { Fault, Role } from "../wire.gen";

export class NewSecret {
  pin = $state("");
  again = $state("");
  passphrase = $state("");

  /** Whether anything was typed for the role. */
  begun(role: Role): boolean {
    return role === "volunteer" ? this.pin !== "" || this.again !== "" : this.passphrase !== "";
  }

  /** The secret that fits the role. Two PINs that differ are a slip of the hand: said at once. */
  for(role: Role): string {
    if (role !== "volunteer") return this.passphrase;
    if (this.pin !== this.again) {
      throw { code: "pin-differs", field: "again", message: t("pin-differs"), hint: null } satisfies Fault;
    }
    return this.pin;
  }
}
