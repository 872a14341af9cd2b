// Where messages are written: the growing field, its limit, the reply above it, the draft of each chat.

import { CommandMenu } from "./commands.js";
import { byId } from "./elements.js";
import { summary } from "./text.js";

const LIMIT = 4096; // Telegram's, in UTF-16 units
const COUNT_FROM = 3600;
const TALLEST = 180;

export class Composer {
  #field = byId("field");
  #known;
  #send;
  #menu;
  #chat = null;
  #replyTo = null;

  /** send(chatId, text, replyTo) returns a promise that fails with words to show. */
  constructor(known, send) {
    this.#known = known;
    this.#send = send;
    this.#menu = new CommandMenu({
      commands: () => known.bot.commands,
      send: (text) => this.#command(text),
      complete: (text) => this.#write(`${text} `),
    });
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#field.addEventListener("input", () => this.#changed());
    this.#field.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("keydown", (event) => this.#typedElsewhere(event));
    byId("reply-cancel").addEventListener("click", () => this.reply(null));
  }

  /** Puts the chat's draft into the field. */
  open(chat) {
    this.#chat = chat;
    const draft = this.#known.draft(chat.id);
    this.#field.value = draft.text;
    this.#showReply(draft.replyTo);
    this.#problem("");
    this.#menu.close();
    this.#fit();
  }

  /** The next message will answer this one; null for none. */
  reply(message) {
    this.#showReply(message?.id ?? null);
    this.#keep();
    this.#field.focus();
  }

  focus() {
    this.#field.focus({ preventScroll: true });
  }

  async send(text, replyTo = null) {
    const chat = this.#chat;
    if (!chat) return false;
    this.#problem("");
    try {
      await this.#send(chat.id, text, replyTo);
      return true;
    } catch (error) {
      this.#problem(`Nicht gesendet. ${error.message}`);
      return false;
    }
  }

  async #submit() {
    const text = this.#field.value.trim();
    if (!text || text.length > LIMIT) return;
    const chat = this.#chat;
    const draft = { text: this.#field.value, replyTo: this.#replyTo };
    this.#menu.close();
    this.#clear();
    if (await this.send(text, draft.replyTo)) return;
    this.#giveBack(chat, draft);
  }

  // What could not be sent goes back to where it was written, before anything typed since.
  #giveBack(chat, draft) {
    const since = this.#chat === chat ? this.#field.value : this.#known.draft(chat.id).text;
    const text = since ? `${draft.text}\n${since}` : draft.text;
    this.#known.keepDraft(chat.id, { text, replyTo: draft.replyTo });
    if (this.#chat !== chat) return;
    this.#field.value = text;
    this.#showReply(draft.replyTo);
    this.#fit();
  }

  #command(text) {
    this.#clear();
    this.send(text);
  }

  #clear() {
    this.#showReply(null);
    this.#write("");
  }

  #write(text) {
    this.#field.value = text;
    this.#changed();
    this.#field.focus();
  }

  #key(event) {
    if (event.isComposing || this.#menu.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "Escape" && this.#replyTo) {
      this.reply(null);
    }
  }

  // Letters typed beside the field are meant for it, as in other messengers.
  #typedElsewhere(event) {
    const letter = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (letter && event.target !== this.#field && !document.querySelector("dialog[open]")) this.focus();
  }

  #changed() {
    this.#keep();
    this.#menu.typed(this.#field.value);
    this.#fit();
  }

  #keep() {
    if (this.#chat) this.#known.keepDraft(this.#chat.id, { text: this.#field.value, replyTo: this.#replyTo });
  }

  #fit() {
    this.#field.style.height = "auto";
    this.#field.style.height = `${Math.min(this.#field.scrollHeight, TALLEST)}px`;
    const length = this.#field.value.trim().length;
    const over = length > LIMIT;
    byId("send").disabled = length === 0 || over;
    byId("count").classList.toggle("over", over);
    byId("count").textContent = length >= COUNT_FROM ? counted(length) : "";
  }

  #showReply(messageId) {
    const message = messageId ? this.#known.message(this.#chat.id, messageId) : undefined;
    this.#replyTo = message?.id ?? null;
    byId("reply-bar").hidden = !message;
    if (!message) return;
    const mine = message.from.id === this.#chat.me.id;
    byId("reply-name").textContent = mine ? "Antwort an dich" : `Antwort an ${message.from.first_name}`;
    byId("reply-text").textContent = summary(message);
  }

  #problem(words) {
    byId("problem").textContent = words;
  }
}

function counted(length) {
  const number = (value) => value.toLocaleString("de");
  const over = length > LIMIT ? ` – ${number(length - LIMIT)} zu viel` : "";
  return `${number(length)} von ${number(LIMIT)} Zeichen${over}`;
}
