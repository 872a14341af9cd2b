// Dates and times as Germans write them; input is seconds since 1970.
// Without a clock of the simulation they are those of the reader's device, with one those of its zone.

let ahead = 0; // seconds
let write = formatter(undefined);

function formatter(timeZone) {
  const numbers = { day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit" };
  return new Intl.DateTimeFormat("de", { ...numbers, weekday: "short", hourCycle: "h23", timeZone });
}

function parts(seconds) {
  return Object.fromEntries(write.formatToParts(seconds * 1000).map(({ type, value }) => [type, value]));
}

/** From now on it is `seconds`, in this zone ("Europe/Berlin"). */
export function setNow(seconds, timeZone) {
  ahead = seconds - Date.now() / 1000;
  write = formatter(timeZone);
}

export const now = () => Date.now() / 1000 + ahead;

/** "14:05" */
export function clock(seconds) {
  const { hour, minute } = parts(seconds);
  return `${hour}:${minute}`;
}

/** "14:05:09" */
export const clockWithSeconds = (seconds) => `${clock(seconds)}:${parts(seconds).second}`;

/** "Mo., 23.11.2026" */
export function day(seconds) {
  const { weekday, day, month, year } = parts(seconds);
  return `${weekday.replace(".", "")}., ${day}.${month}.${year}`;
}

/** "Mo., 23.11.2026, 14:05 Uhr" */
export const dayAndClock = (seconds) => `${day(seconds)}, ${clock(seconds)} Uhr`;

/** "14:05" if it is today, else "23.11.26" */
export function brief(seconds) {
  if (day(seconds) === day(now())) return clock(seconds);
  const { day: date, month, year } = parts(seconds);
  return `${date}.${month}.${year.slice(-2)}`;
}

export const machine = (seconds) => new Date(seconds * 1000).toISOString();
