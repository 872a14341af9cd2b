// Short words above everything: answers to pressed buttons, as a toast or as a window to confirm.

import { byId, element } from "./elements.js";

const SHORTEST = 4000;
const PER_LETTER = 50;
const alerts = [];

/** Shown for four seconds and a twentieth of a second a letter; a press removes it at once. */
export function toast(words) {
  const node = element("div", { class: "toast", dir: "auto" }, words);
  node.addEventListener("click", () => node.remove());
  byId("toasts").replaceChildren(node);
  setTimeout(() => node.remove(), SHORTEST + PER_LETTER * words.length);
}

export function alertWindow(text) {
  alerts.push(text);
  if (!byId("alert").open) next();
}

function next() {
  const text = alerts.shift();
  if (text === undefined) return;
  byId("alert-text").textContent = text;
  byId("alert").showModal();
}

byId("alert").addEventListener("close", next);
