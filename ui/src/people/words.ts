// How roles are called.
import { t } from "../language.svelte";
import type { Role } from "../wire.gen";

export const roles: readonly Role[] = ["volunteer", "treasurer", "admin"];

export function roleWord(role: Role): string {
  switch (role) {
    case "volunteer":
      return t("role-volunteer");
    case "treasurer":
      return t("role-treasurer");
    case "admin":
      return t("role-admin");
  }
}

/** What the role may do, in a sentence. */
export function roleSentence(role: Role): string {
  switch (role) {
    case "volunteer":
      return t("role-volunteer-may");
    case "treasurer":
      return t("role-treasurer-may");
    case "admin":
      return t("role-admin-may");
  }
}
