// The bar with the simulation's clock: what time it is, and the buttons that move it on.

import { clock as hours, clockWithSeconds, day, machine, now, setNow } from "./dates.js";
import { byId, element } from "./elements.js";
import { toast } from "./toasts.js";

const SHOWN = 30_000; // How long the words about a jump stay.

export class ClockBar {
  #move;
  #moved;
  #timer = 0;

  /** move(step) asks the server; moved() is called whenever the clock was set. */
  constructor(move, moved) {
    this.#move = move;
    this.#moved = moved;
    byId("clock").addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) this.#press(button);
    });
    setInterval(() => this.#tick(), 250);
  }

  /** What the stream says, undefined without a clock: {now, zone, has_next}, and after a jump also asked ("by" or "next") and event. */
  set(clock) {
    byId("clock").hidden = !clock;
    if (!clock) return;
    const { now: moment, zone, has_next: hasNext, asked, event } = clock;
    setNow(Date.parse(moment) / 1000, zone);
    byId("to-next").hidden = !hasNext;
    this.#tick();
    if (asked) this.#tell(asked, event);
    this.#moved();
  }

  #tick() {
    if (byId("clock").hidden) return;
    byId("now").dateTime = machine(now());
    byId("now-day").textContent = day(now());
    byId("now-time").textContent = clockWithSeconds(now());
  }

  #tell(asked, event) {
    const stands = element("span", { class: "stands" }, `Uhr steht auf ${day(now())}, ${hours(now())}`);
    const nothing = asked === "next" && !event ? "Es kommt nichts mehr, die Uhr geht weiter." : null;
    const told = event || nothing ? [element("span", { class: "stands" }, " – "), event ?? nothing] : [];
    clearTimeout(this.#timer);
    byId("happened").replaceChildren(stands, ...told);
    this.#timer = setTimeout(() => byId("happened").replaceChildren(), SHOWN);
  }

  // One step at a time: a second press meanwhile would jump over what the first one found.
  async #press(button) {
    if (byId("clock").ariaBusy === "true") return;
    byId("clock").ariaBusy = "true";
    try {
      await this.#move(button.id === "to-next" ? { to: "next" } : { by: Number(button.dataset.step) });
    } catch (error) {
      toast(error.message);
    } finally {
      byId("clock").ariaBusy = "false";
    }
  }
}
