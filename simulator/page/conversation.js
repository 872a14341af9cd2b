// The open conversation: days and bubbles, kept in place while messages come, change and go.

import { bubbleOf } from "./bubbles.js";
import { day } from "./dates.js";
import { avatar, byId, element } from "./elements.js";

const NEAR = 80; // pixels from the end that still count as "at the end"
const RUN = 600; // seconds within which messages of one sender stand together

export class Conversation {
  #scroll = byId("scroll");
  #messages = byId("messages");
  #newer = byId("newer");
  #known;
  #hooks;
  #chat = null;
  #unread = 0;

  /** hooks: {press(message, data, button), follow(address, event), caughtUp()} */
  constructor(known, hooks) {
    this.#known = known;
    this.#hooks = hooks;
    this.#newer.addEventListener("click", () => {
      this.toEnd();
      this.#hooks.caughtUp();
    });
    this.#scroll.addEventListener("scroll", () => this.#atEnd() && this.#read(), { passive: true });
    // The composer growing or a phone's keyboard must not hide the newest message.
    let stuck = true;
    this.#scroll.addEventListener("scroll", () => (stuck = this.#atEnd()), { passive: true });
    new ResizeObserver(() => stuck && this.toEnd()).observe(this.#scroll);
  }

  /** Draws the chat anew; keeps the place if it was open already and not at the end. */
  show(chat) {
    const place = this.#chat?.id === chat.id && !this.#atEnd() ? this.#place() : null;
    this.#chat = chat;
    this.#messages.replaceChildren();
    if (chat.messages.length === 0) this.#messages.append(this.#welcome());
    for (const message of chat.messages) this.#insert(message);
    if (place) this.#restore(place);
    else this.toEnd();
  }

  append(message) {
    const follow = this.#atEnd() || this.#mine(message);
    this.#messages.querySelector(".welcome")?.remove();
    this.#insert(message);
    if (follow) this.toEnd();
    else this.#offer();
  }

  /** Replaces what the bubble holds, not the bubble, so that the browser keeps the place and the focus. */
  update(message) {
    const node = this.#node(message.id);
    if (!node) return;
    const follow = this.#atEnd();
    const fresh = this.#bubble(message);
    const focus = [...node.querySelectorAll("button, a")].indexOf(document.activeElement);
    fresh.classList.toggle("follows", node.classList.contains("follows"));
    node.className = fresh.className;
    node.replaceChildren(...fresh.childNodes);
    if (focus >= 0) [...node.querySelectorAll("button, a")].at(focus)?.focus({ preventScroll: true });
    if (follow) this.toEnd();
  }

  remove(messageId) {
    const node = this.#node(messageId);
    if (!node) return;
    const section = node.closest(".day");
    node.remove();
    if (!section.querySelector(".message")) section.remove();
    if (this.#chat.messages.length === 0) this.show(this.#chat);
  }

  jumpTo(messageId) {
    const node = this.#node(messageId);
    if (!node) return;
    node.scrollIntoView({ block: "center" });
    node.classList.remove("found");
    void node.offsetWidth; // Restarts the highlight.
    node.classList.add("found");
    node.tabIndex = -1;
    node.focus({ preventScroll: true });
  }

  toEnd() {
    this.#scroll.scrollTop = this.#scroll.scrollHeight;
    this.#read();
  }

  #insert(message) {
    const section = this.#section(message);
    const before = [...section.querySelectorAll(".message")].at(-1);
    const node = this.#bubble(message);
    const previous = before && this.#known.message(this.#chat.id, Number(before.dataset.message));
    node.classList.toggle("follows", sameRun(previous, message));
    section.append(node);
  }

  #section(message) {
    const name = day(message.date);
    const last = this.#messages.lastElementChild;
    if (last?.dataset.day === name) return last;
    const section = element("section", { class: "day", "data-day": name, "aria-label": name });
    section.append(element("h3", {}, name));
    this.#messages.append(section);
    return section;
  }

  #bubble(message) {
    const original = message.reply_to ? this.#known.message(this.#chat.id, message.reply_to) : undefined;
    return bubbleOf(message, {
      mine: this.#mine(message),
      group: this.#chat.type !== "private",
      original,
      originalName: original && (this.#mine(original) ? "Du" : original.from.first_name),
      press: (data, button) => this.#hooks.press(message, data, button),
      follow: this.#hooks.follow,
    });
  }

  #welcome() {
    const { bot } = this.#known;
    const group = this.#chat.type !== "private";
    const name = group ? this.#chat.title : bot.first_name;
    const words = group
      ? `In Gruppen liest ${bot.first_name} nur Befehle und Antworten auf seine Nachrichten.`
      : bot.description || bot.short_description || "Drücke auf Start, um den Bot kennenzulernen.";
    const card = element("div", { class: "welcome" }, avatar(...this.#known.face(this.#chat)), element("h3", {}, name));
    if (!group) card.append(element("p", { class: "question" }, "Was kann dieser Bot?"));
    card.append(element("p", { class: "description", dir: "auto" }, words));
    if (!group) card.append(element("button", { class: "start", type: "button", "data-command": "/start" }, "Start"));
    return card;
  }

  #mine(message) {
    return message.from.id === this.#chat.me.id;
  }

  #node(messageId) {
    return this.#messages.querySelector(`[data-message="${Number(messageId)}"]`);
  }

  #atEnd() {
    return this.#scroll.scrollHeight - this.#scroll.scrollTop - this.#scroll.clientHeight < NEAR;
  }

  #offer() {
    this.#unread += 1;
    this.#newer.textContent = this.#unread === 1 ? "↓ neue Nachricht" : `↓ ${this.#unread} neue Nachrichten`;
    this.#newer.hidden = false;
  }

  #read() {
    this.#unread = 0;
    this.#newer.hidden = true;
  }

  #place() {
    const top = this.#scroll.getBoundingClientRect().top;
    for (const node of this.#messages.querySelectorAll(".message")) {
      const box = node.getBoundingClientRect();
      if (box.bottom > top) return { id: node.dataset.message, offset: box.top - top };
    }
    return null;
  }

  #restore({ id, offset }) {
    const node = this.#node(id);
    if (!node) return this.toEnd();
    const top = this.#scroll.getBoundingClientRect().top;
    this.#scroll.scrollTop += node.getBoundingClientRect().top - top - offset;
  }
}

function sameRun(previous, message) {
  if (!previous || previous.service || previous.from.id !== message.from.id) return false;
  return message.date - previous.date < RUN;
}
