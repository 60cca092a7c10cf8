// The main window.
import { mount } from "svelte";
import { openBackend } from "./backend/open";
import App from "./pages/App.svelte";
import { comfort } from "./parts/comfort.svelte";
import { watchRoom } from "./parts/room";
import "./style/tokens.css";

const target = document.getElementById("app");
if (target !== null) {
  watchRoom();
  comfort.restore();
  void openBackend().then((backend) => mount(App, { target, props: { backend } }));
}
