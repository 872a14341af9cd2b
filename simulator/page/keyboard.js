// The buttons below a message, row by row, and the waiting after a press.

import { element } from "./elements.js";
import { hostOf, openable } from "./text.js";

const PATIENCE = 10_000;
const waiting = new Map();

/** press(data, button) is called for callback buttons, follow(address, event) for addresses. */
export function keyboardOf(message, { press, follow }) {
  if (!message.buttons?.length) return null;
  const rows = message.buttons.map((row) => element("div", { class: "row" }, ...row.map((each) => buttonOf(each))));
  const attributes = { class: "keyboard", role: "group", "aria-label": "Schaltflächen der Nachricht" };
  const keyboard = element("div", attributes, ...rows);
  keyboard.addEventListener("click", (event) => {
    const button = event.target.closest("[data-press], a[href]");
    if (!button) return;
    if (button.href) follow(button.getAttribute("href"), event);
    else if (!waiting.has(button)) press(button.dataset.press, button);
  });
  return keyboard;
}

function buttonOf(each) {
  const label = element("span", { dir: "auto" }, each.text);
  if (each.url && openable(each.url)) {
    const tab = { target: "_blank", rel: "noopener noreferrer", title: hostOf(each.url) };
    const arrow = element("span", { class: "arrow", "aria-hidden": "true" }, "↗");
    return element("a", { class: "key", href: each.url, ...tab }, label, arrow);
  }
  if (each.data === undefined || each.data === null) {
    const title = "Diese Art von Schaltfläche kann die Simulation nicht.";
    return element("button", { class: "key", type: "button", disabled: true, title }, label);
  }
  return element("button", { class: "key", type: "button", "data-press": each.data, title: each.text }, label);
}

/** Shows the button as waiting until release() or ten seconds later. */
export function hold(button) {
  button.classList.add("waiting");
  button.setAttribute("aria-busy", "true");
  waiting.set(button, setTimeout(() => free(button), PATIENCE));
}

export function release() {
  for (const button of [...waiting.keys()]) free(button);
}

function free(button) {
  clearTimeout(waiting.get(button));
  waiting.delete(button);
  button.classList.remove("waiting");
  button.removeAttribute("aria-busy");
}
