// One message as it stands in the conversation: name, quote, file, picture, text, time, buttons.

import { clock, dayAndClock, machine } from "./dates.js";
import { avatar, element, icon, tint, unseen } from "./elements.js";
import { keyboardOf } from "./keyboard.js";
import { openable, summary, textOf } from "./text.js";

const UNITS = ["Byte", "KB", "MB", "GB"];

/**
 * context: {mine, group, original, originalName, press, follow}; original is the message replied to, if it is known.
 * The node's data-message is the message's id; quotes carry data-jump, the reply button data-reply.
 */
export function bubbleOf(message, context) {
  if (message.service) return element("p", { class: "message service", "data-message": message.id }, message.text);
  const side = context.mine ? "mine" : "theirs";
  const hidden = message.delivered === false ? "undelivered" : "";
  const node = element("article", { class: `message ${side} ${hidden}`.trim(), "data-message": message.id });
  if (context.group && !context.mine) node.append(avatar(message.from.first_name, message.from.id));
  node.append(
    element("div", { class: "stack" }, bubble(message, context), note(message, context), keyboardOf(message, context)),
    replyButton(message),
  );
  return node;
}

function bubble(message, context) {
  const body = element("div", { class: "body" });
  if (message.text) body.append(textOf(message, { withCommands: message.from.is_bot }));
  body.append(meta(message));
  return element(
    "div",
    { class: "bubble" },
    name(message, context),
    message.reply_to ? quote(message, context) : null,
    message.document ? download(message.document) : null,
    message.picture ? pictureOf(message) : null,
    body,
  );
}

function name(message, { mine, group }) {
  if (mine) return unseen("Du:");
  if (!group) return unseen(`${message.from.first_name}:`);
  const mark = message.from.is_bot ? element("span", { class: "is-bot" }, "Bot") : null;
  return element("p", { class: `name ${tint(message.from.id)}` }, element("bdi", {}, message.from.first_name), mark);
}

function quote(message, { original, originalName }) {
  const known = original !== undefined;
  const words = known ? summary(original) : "Diese Nachricht gibt es nicht mehr.";
  const title = known ? "Zur Nachricht springen" : null;
  return element(
    "button",
    { class: "quote", type: "button", "data-jump": message.reply_to, disabled: !known, title },
    unseen("Antwort auf "),
    known ? element("strong", {}, element("bdi", {}, originalName)) : null,
    element("span", { dir: "auto" }, words),
  );
}

function download(file) {
  const size = fileSize(file.size);
  return element(
    "a",
    { class: "document", href: openable(new URL(file.url, location).href), download: file.file_name },
    element("span", { class: "sheet" }, icon("file")),
    element(
      "span",
      { class: "file" },
      element("bdi", {}, file.file_name),
      element("small", {}, `${size} · Herunterladen`),
    ),
  );
}

/** The words below a picture are what it shows; those who cannot see it hear them with it. */
function pictureOf({ picture, text }) {
  const { width, height } = picture;
  const shown = element("img", { src: picture.url, width, height, alt: text || "Bild ohne Worte", loading: "lazy" });
  return element("a", { class: "picture", href: picture.url, target: "_blank", rel: "noopener" }, shown);
}

function fileSize(bytes) {
  let size = bytes ?? 0;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${size.toLocaleString("de", { maximumFractionDigits: size < 10 && unit ? 1 : 0 })} ${UNITS[unit]}`;
}

function meta(message) {
  return element(
    "span",
    { class: "meta" },
    message.delivered === false ? icon("hidden") : null,
    message.silent ? element("span", { title: "Ohne Ton zugestellt" }, "lautlos") : null,
    message.edited ? element("span", { class: "edited" }, "bearbeitet ") : null,
    element("time", { datetime: machine(message.date), title: dayAndClock(message.date) }, clock(message.date)),
  );
}

function note(message, { group }) {
  if (message.delivered !== false) return null;
  const why = group
    ? "Das sieht der Bot in Gruppen nicht (Datenschutzmodus): Ihn erreichen hier nur Befehle wie „/status“ " +
      "und Antworten auf seine Nachrichten."
    : "Das hat den Bot nicht erreicht.";
  return element("p", { class: "note" }, why);
}

function replyButton(message) {
  const words = { "aria-label": "Antworten", title: "Antworten" };
  return element("button", { class: "round reply", type: "button", "data-reply": message.id, ...words }, icon("reply"));
}
