// The menu of the bot's commands above the composer: by its button or while "/st" is being typed.

import { byId, element } from "./elements.js";

const TYPED = /^\/[a-z0-9_]*$/i;

export class CommandMenu {
  #menu = byId("command-menu");
  #button = byId("command-button");
  #field = byId("field");
  #commands;
  #send;
  #complete;
  #chosen = -1;

  /** commands() gives the bot's list, send(text) sends, complete(text) puts it into the field. */
  constructor({ commands, send, complete }) {
    this.#commands = commands;
    this.#send = send;
    this.#complete = complete;
    this.#button.addEventListener("click", () => this.#toggle());
    this.#menu.addEventListener("pointerdown", (event) => event.preventDefault()); // The focus stays in the field.
    this.#menu.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.#pick(option, this.#send);
    });
    document.addEventListener("click", (event) => {
      if (!event.target.closest("#command-menu, #command-button, #composer")) this.close();
    });
  }

  get isOpen() {
    return !this.#menu.hidden;
  }

  /** To be called with each change of the field. */
  typed(text) {
    if (TYPED.test(text)) this.#open(text.slice(1).toLowerCase());
    else this.close();
  }

  /** True if the key was meant for the menu. Enter without a marked line sends what was typed. */
  key(event) {
    if (!this.isOpen) return false;
    const act = this.#meant(event);
    if (!act) return false;
    event.preventDefault();
    act();
    return true;
  }

  close() {
    this.#menu.hidden = true;
    this.#chosen = -1;
    this.#button.setAttribute("aria-expanded", "false");
    this.#field.removeAttribute("aria-activedescendant");
  }

  #meant(event) {
    const options = this.#options();
    const marked = options[this.#chosen];
    if (event.key === "Escape") return () => this.close();
    if (event.key === "ArrowDown") return () => this.#mark(this.#chosen + 1);
    if (event.key === "ArrowUp") return () => this.#mark(this.#chosen - 1);
    if (event.shiftKey || options.length === 0) return null;
    if (event.key === "Enter" && marked) return () => this.#pick(marked, this.#send);
    if (event.key === "Tab") return () => this.#pick(marked ?? options[0], this.#complete);
    return null;
  }

  #toggle() {
    if (this.isOpen) this.close();
    else this.#open("");
    this.#field.focus();
  }

  #open(beginning) {
    const fitting = this.#commands().filter((each) => each.command.startsWith(beginning));
    if (fitting.length === 0 && beginning) return this.close();
    this.#menu.replaceChildren(...fitting.map(line));
    if (fitting.length === 0) this.#menu.append(element("p", {}, "Der Bot hat noch keine Befehle genannt."));
    this.#menu.hidden = false;
    this.#menu.scrollTop = 0;
    this.#chosen = -1;
    this.#field.removeAttribute("aria-activedescendant");
    this.#button.setAttribute("aria-expanded", "true");
  }

  #pick(option, use) {
    this.close();
    use(`/${option.dataset.name}`);
  }

  #options() {
    return [...this.#menu.querySelectorAll("[role=option]")];
  }

  #mark(place) {
    const options = this.#options();
    if (options.length === 0) return;
    options[this.#chosen]?.setAttribute("aria-selected", "false");
    this.#chosen = (Math.max(place, -1) + options.length) % options.length;
    options[this.#chosen].setAttribute("aria-selected", "true");
    options[this.#chosen].scrollIntoView({ block: "nearest" });
    this.#field.setAttribute("aria-activedescendant", options[this.#chosen].id);
  }
}

function line({ command, description }) {
  return element(
    "div",
    { role: "option", id: `command-${command}`, class: "option", "data-name": command, "aria-selected": "false" },
    element("strong", {}, `/${command}`),
    element("span", {}, description),
  );
}
