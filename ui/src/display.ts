// The donor's window.
import { mount } from "svelte";
import { openBackend } from "./backend/open";
import Display from "./display/Display.svelte";
import { watchRoom } from "./parts/room";
import "./style/tokens.css";

const target = document.getElementById("app");
if (target !== null) {
  watchRoom();
  void openBackend().then((backend) => mount(Display, { target, props: { backend } }));
}
