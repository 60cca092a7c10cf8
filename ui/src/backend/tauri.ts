// The only file that knows Tauri.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Changed, DisplayView, Progress } from "../wire.gen";
import type { Answer, Args, Backend, CallName } from "./backend";

export const tauri: Backend = {
  call: <N extends CallName>(name: N, args: Args<N>) => invoke<Answer<N>>("call", { name, args }),
  onChanged(hear) {
    void listen<Changed>("changed", (event) => hear(event.payload));
  },
  onDisplay(hear) {
    void listen<DisplayView>("display", (event) => hear(event.payload));
  },
  onProgress(hear) {
    void listen<Progress>("progress", (event) => hear(event.payload));
  },
};
