// The text of a message: the server's sanitised markup, with addresses and commands made tappable.

import { element } from "./elements.js";

const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/;
// Lower case only: "CDU /SPD" and "beschlossen / überwiesen" are no commands.
const COMMAND = /(?<![\p{L}\p{N}_/.:-])\/[a-z][a-z0-9_]{0,31}(?:@[A-Za-z0-9_]{3,32})?(?![\p{L}\p{N}_/])/u;
const TAPPABLE = new RegExp(`${LINK.source}|${COMMAND.source}`, "gu");
const START = /^(?:https?:\/\/t(?:elegram)?\.me\/|tg:\/\/resolve\?domain=)(\w+)[?&]start=([\w-]{1,64})$/i;
const LONG_QUOTE = 180; // letters, about three lines
const PROTOCOLS = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);

/** The text as a node; withCommands makes "/hilfe" a button. */
export function textOf(message, { withCommands }) {
  const node = element("div", { class: "text", dir: "auto" });
  if (message.html === undefined) node.textContent = message.text;
  else node.innerHTML = message.html; // Sanitised by the simulator: only Telegram's few tags, everything else escaped.
  for (const anchor of node.querySelectorAll("a")) secure(anchor);
  for (const spoiler of node.querySelectorAll(".tg-spoiler")) cover(spoiler);
  for (const block of node.querySelectorAll("blockquote, pre")) closeUp(block.nextSibling);
  for (const quote of node.querySelectorAll("blockquote[expandable]")) fold(quote);
  for (const part of textNodes(node)) makeTappable(part, withCommands);
  return node;
}

/** The address if it may be opened from a message, else null. */
export function openable(address) {
  try {
    return PROTOCOLS.has(new URL(address).protocol) ? address : null;
  } catch {
    return null;
  }
}

export function hostOf(address) {
  try {
    return new URL(address).host || address;
  } catch {
    return address;
  }
}

/** One line for previews and quotes. */
export function summary(message) {
  const text = (message.text ?? "").replace(/\s+/g, " ").trim();
  if (text) return text.length > 160 ? `${text.slice(0, 160)}…` : text;
  if (message.picture) return "Bild";
  return message.document ? message.document.file_name : "Nachricht";
}

/** The payload of a link that starts this bot ("https://t.me/ratsbote_bot?start=p_1"), else null. */
export function startPayload(address, username) {
  const found = START.exec(address ?? "");
  return found && found[1].toLowerCase() === username.toLowerCase() ? found[2] : null;
}

function secure(anchor) {
  const address = openable(anchor.getAttribute("href"));
  if (address === null) anchor.removeAttribute("href");
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
}

function cover(spoiler) {
  spoiler.classList.add("spoiler");
  spoiler.tabIndex = 0;
  spoiler.setAttribute("role", "button");
  spoiler.setAttribute("aria-label", "Verdeckter Text, zum Zeigen drücken");
  const show = () => {
    spoiler.classList.remove("spoiler");
    for (const name of ["role", "tabindex", "aria-label"]) spoiler.removeAttribute(name);
  };
  spoiler.addEventListener("click", show, { once: true });
  spoiler.addEventListener("keydown", (event) => event.key === "Enter" && show());
}

// The line break after a quote is the block's own end, not an empty line.
function closeUp(next) {
  if (next?.nodeType === Node.TEXT_NODE && next.data.startsWith("\n")) next.data = next.data.slice(1);
}

function fold(quote) {
  if (quote.textContent.length <= LONG_QUOTE && quote.textContent.split("\n").length <= 3) return;
  const more = element("button", { class: "more", type: "button", "aria-expanded": "false" }, "Mehr zeigen");
  quote.classList.add("folded");
  quote.after(more);
  more.addEventListener("click", () => {
    const folded = quote.classList.toggle("folded");
    more.textContent = folded ? "Mehr zeigen" : "Weniger zeigen";
    more.setAttribute("aria-expanded", String(!folded));
  });
}

function textNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest("a, code, pre, .spoiler")) found.push(walker.currentNode);
  }
  return found;
}

function makeTappable(part, withCommands) {
  const text = part.data;
  const pieces = [];
  let end = 0;
  for (const found of text.matchAll(TAPPABLE)) {
    if (found[0].startsWith("/") && !withCommands) continue;
    pieces.push(text.slice(end, found.index), tappable(found[0]));
    end = found.index + found[0].length;
  }
  if (pieces.length) part.replaceWith(...pieces, text.slice(end));
}

function tappable(words) {
  if (words.startsWith("/")) {
    const title = `${words} senden`;
    return element("button", { class: "command", type: "button", "data-command": words, title }, words);
  }
  return element("a", { href: words, target: "_blank", rel: "noopener noreferrer" }, words);
}
