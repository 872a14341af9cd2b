// Builders of DOM nodes. Children that are strings become text, never markup.

const TINTS = 7;

export const byId = (id) => document.getElementById(id);

/** Attributes that are null, undefined or false are left out; true means present without a value. */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `/page/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

export function tint(id) {
  return `tint-${Math.abs(Number(id) || 0) % TINTS}`;
}

export function avatar(name, id) {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? ["?"];
  const letters = words.slice(0, 2).map((word) => [...word][0]);
  return element("span", { class: `avatar ${tint(id)}`, "aria-hidden": "true" }, letters.join("").toUpperCase());
}

/** Text for screen readers alone. */
export const unseen = (text) => element("span", { class: "unseen" }, text);
