// Dates and times as Germans write them, in the zone of the reader's device; input is seconds since 1970.

const WEEKDAYS = ["So.", "Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa."];

const two = (number) => String(number).padStart(2, "0");
const moment = (seconds) => new Date(seconds * 1000);

/** "14:05" */
export function clock(seconds) {
  const date = moment(seconds);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** "Mo., 23.11.2026" */
export function day(seconds) {
  const date = moment(seconds);
  return `${WEEKDAYS[date.getDay()]}, ${two(date.getDate())}.${two(date.getMonth() + 1)}.${date.getFullYear()}`;
}

/** "Mo., 23.11.2026, 14:05 Uhr" */
export const dayAndClock = (seconds) => `${day(seconds)}, ${clock(seconds)} Uhr`;

/** "14:05" if it is today, else "23.11.26" */
export function brief(seconds) {
  if (day(seconds) === day(Date.now() / 1000)) return clock(seconds);
  const date = moment(seconds);
  return `${two(date.getDate())}.${two(date.getMonth() + 1)}.${two(date.getFullYear() % 100)}`;
}

export const machine = (seconds) => moment(seconds).toISOString();
