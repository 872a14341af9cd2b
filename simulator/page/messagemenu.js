// The small menu of a message after a long press: answer or copy.

import { element, icon } from "./elements.js";

const LONG = 450;
const STILL = 10; // pixels a finger may tremble

/** Watches the messages for long presses by finger or pen; reply(id) answers, copy(id) copies. */
export function watchLongPress(messages, { reply, copy }) {
  let timer = 0;
  let start = null;
  const stop = () => clearTimeout(timer);
  const moved = (event) => Math.hypot(event.clientX - start.x, event.clientY - start.y) > STILL;

  messages.addEventListener("pointerdown", (event) => {
    stop();
    const node = event.target.closest(".message");
    if (event.pointerType === "mouse" || !node) return;
    start = { x: event.clientX, y: event.clientY };
    timer = setTimeout(() => {
      swallowRelease();
      openMenu(node, { reply, copy });
    }, LONG);
  });
  messages.addEventListener("pointermove", (event) => start && moved(event) && stop());
  for (const name of ["pointerup", "pointercancel", "scroll"]) addEventListener(name, stop, true);
  messages.addEventListener("contextmenu", (event) => {
    if (event.pointerType === "touch") event.preventDefault();
  });
}

// The finger that opened the menu may lie on it by now; lifting it must not press anything.
function swallowRelease() {
  const lifted = (event) => {
    event.preventDefault();
    for (const name of ["touchend", "touchcancel"]) removeEventListener(name, lifted, true);
  };
  for (const name of ["touchend", "touchcancel"]) addEventListener(name, lifted, { capture: true, passive: false });
}

function openMenu(node, { reply, copy }) {
  const id = Number(node.dataset.message);
  const menu = element("div", { class: "message-menu", role: "menu", "aria-label": "Nachricht" });
  const close = () => {
    menu.remove();
    removeEventListener("pointerdown", outside, true);
    removeEventListener("keydown", keys, true);
  };
  const outside = (event) => menu.contains(event.target) || close();
  const keys = (event) => moveIn(menu, event, close);
  const entry = (name, words, act) => {
    const button = element("button", { type: "button", role: "menuitem" }, icon(name), words);
    button.addEventListener("click", () => {
      close();
      act(id);
    });
    return button;
  };
  menu.append(entry("reply", "Antworten", reply), entry("copy", "Text kopieren", copy));
  node.querySelector(".stack").append(menu);
  menu.firstElementChild.focus({ preventScroll: true });
  menu.scrollIntoView({ block: "nearest" });
  addEventListener("pointerdown", outside, true);
  addEventListener("keydown", keys, true);
}

function moveIn(menu, event, close) {
  const entries = [...menu.children];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") close();
  if (step) entries.at((entries.indexOf(document.activeElement) + step) % entries.length).focus();
  if (step || event.key === "Escape") event.preventDefault();
}
