// The donor's window.
import { mount } from "svelte";
import { openBackend } from "./backend/open";
import Display from "./display/Display.svelte";
import { comfort } from "./parts/comfort.svelte";
import "./style/tokens.css";

const target = document.getElementById("app");
if (target !== null) {
  comfort.restore();
  void openBackend().then((backend) => mount(Display, { target, props: { backend } }));
}
