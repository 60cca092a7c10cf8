// The language this window speaks now. Each window has its own.
import { direction } from "./format";
import { say, type Args, type Language, type MaybeArgs, type PhraseId } from "./phrases";

class Speech {
  language = $state<Language>("en");

  speak(language: Language) {
    this.language = language;
    document.documentElement.lang = language;
    document.documentElement.dir = direction(language);
  }
}

export const speech = new Speech();

/** One sentence in the language of this window; asked again when the language changes. */
export function t<Id extends PhraseId>(id: Id, ...args: MaybeArgs<Id>): string {
  return say(speech.language, id, args[0] as Args<Id> | undefined);
}
