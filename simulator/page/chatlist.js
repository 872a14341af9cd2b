// The list of chats at the left.

import { brief, machine } from "./dates.js";
import { avatar, element, unseen } from "./elements.js";
import { summary } from "./text.js";

/** Draws the list; each row is a link to "#chat<id>", so that the browser's own back button works. */
export function drawChats(list, known, openId) {
  const focused = list.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  list.replaceChildren(...known.inOrder().map((chat) => row(chat, known, chat.id === openId)));
  if (focused) list.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

function row(chat, known, isOpen) {
  const title = known.title(chat);
  const newest = chat.messages.at(-1);
  const unread = known.unread.get(chat.id) ?? 0;
  const link = element(
    "a",
    { class: "chat", href: `#chat${chat.id}`, "aria-current": isOpen ? "true" : null, "data-chat": chat.id },
    avatar(...known.face(chat)),
    element(
      "span",
      { class: "first" },
      element("bdi", { class: "title" }, title),
      newest ? element("time", { datetime: machine(newest.date) }, brief(newest.date)) : null,
    ),
    element(
      "span",
      { class: "second" },
      preview(chat, newest, known, isOpen),
      unread ? badge(unread) : null,
    ),
  );
  return element("li", {}, link);
}

function badge(unread) {
  const words = unread === 1 ? " neue Nachricht" : " neue Nachrichten";
  return element("span", { class: "badge" }, String(unread), unseen(words));
}

function preview(chat, newest, known, isOpen) {
  const action = known.actions.get(chat.id);
  if (action) return element("span", { class: "preview doing" }, action);
  const draft = known.draft(chat.id).text.trim();
  if (draft && !isOpen) {
    const mark = element("span", { class: "draft" }, "Entwurf: ");
    return element("span", { class: "preview" }, mark, element("bdi", {}, draft.slice(0, 100)));
  }
  if (!newest) return element("span", { class: "preview" }, "Noch keine Nachrichten");
  return element("span", { class: "preview" }, sender(chat, newest), element("bdi", {}, summary(newest)));
}

function sender(chat, newest) {
  if (newest.from.id === chat.me.id) return "Du: ";
  return chat.type === "private" ? "" : element("bdi", {}, `${newest.from.first_name}: `);
}
