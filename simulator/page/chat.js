// The chat page: what comes from the stream goes to the views, what people do goes to the server.

import { drawChats } from "./chatlist.js";
import { ClockBar } from "./clock.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { avatar, byId } from "./elements.js";
import { hold, release } from "./keyboard.js";
import { Known } from "./known.js";
import { watchLongPress } from "./messagemenu.js";
import * as server from "./server.js";
import { listen } from "./stream.js";
import { startPayload, summary } from "./text.js";
import { alertWindow, toast } from "./toasts.js";

const DOING = { upload_document: "sendet eine Datei …" };
const DOING_LASTS = 6000; // Telegram shows an action for about five seconds
const PAGE = "Ratsbote – Probechat";

const known = new Known();
const composer = new Composer(known, server.send);
const conversation = new Conversation(known, { press, follow, caughtUp: focusComposer });
const clockBar = new ClockBar(server.moveClock, drawFrame);
const actionTimers = new Map();
let openId = null;

const events = {
  state(state) {
    known.replace(state);
    clockBar.set(state.clock);
    route();
  },
  message({ chat_id: chatId, message }) {
    if (!known.chats.has(chatId)) return; // A group that has become a supergroup meanwhile.
    if (!known.put(chatId, message)) return changed(chatId, message);
    stopAction(chatId);
    if (message.from.is_bot) release();
    if (chatId === openId) conversation.append(message);
    if (!isVisible(chatId) && message.from.id !== known.chats.get(chatId).me.id) count(chatId);
    announce(chatId, message, "");
    drawFrame();
  },
  edited({ chat_id: chatId, message }) {
    known.put(chatId, message);
    changed(chatId, message);
  },
  deleted({ chat_id: chatId, message_id: messageId }) {
    known.remove(chatId, messageId);
    if (chatId === openId) conversation.remove(messageId);
    drawFrame();
  },
  action({ chat_id: chatId, action }) {
    clearTimeout(actionTimers.get(chatId));
    const who = known.chats.get(chatId).type === "private" ? "" : `${known.bot.first_name} `;
    known.actions.set(chatId, who + (DOING[action] ?? "schreibt …"));
    actionTimers.set(chatId, setTimeout(() => stopAction(chatId), DOING_LASTS));
    drawFrame();
  },
  toast({ text, show_alert: asWindow, url }) {
    release();
    if (url) follow(url);
    if (text && asWindow) alertWindow(text);
    else if (text) toast(text);
  },
  bot(bot) {
    known.bot = bot;
    const chat = known.chats.get(openId);
    if (chat?.messages.length === 0) conversation.show(chat);
    drawFrame();
  },
  clock(clock) {
    clockBar.set(clock);
  },
  chat(chat) {
    known.add(chat);
    if (openId === null) route();
    drawFrame();
  },
};

function changed(chatId, message) {
  release();
  if (chatId === openId) conversation.update(message);
  announce(chatId, message, "Bearbeitet: ");
  drawFrame();
}

// On a phone the open conversation may be behind the list.
function isVisible(chatId) {
  return chatId === openId && byId("conversation").checkVisibility();
}

function count(chatId) {
  known.unread.set(chatId, (known.unread.get(chatId) ?? 0) + 1);
}

function stopAction(chatId) {
  clearTimeout(actionTimers.get(chatId));
  if (known.actions.delete(chatId)) drawFrame();
}

// A log of its own: the conversation itself is redrawn as a whole, which would be read out from its beginning.
function announce(chatId, message, mark) {
  if (chatId !== openId || message.from.id === known.chats.get(chatId).me.id) return;
  const line = document.createElement("p");
  line.textContent = `${mark}${message.from.first_name}: ${message.text || summary(message)}`;
  byId("announcer").replaceChildren(line);
}

/** The address says what is open: "#chat5" a conversation, "#liste" the list (which matters on a phone only). */
function route() {
  const named = Number(/^#chat(-?\d+)$/.exec(location.hash)?.[1]);
  const chat = known.find(named) ?? known.find(openId) ?? known.chats.values().next().value;
  document.body.dataset.view = location.hash === "#liste" ? "list" : "conversation";
  if (!chat) return drawFrame();
  const another = chat.id !== openId;
  openId = chat.id;
  if (isVisible(openId)) known.unread.delete(openId);
  conversation.show(chat);
  composer.open(chat);
  drawFrame();
  if (another) focusComposer();
}

// Not where that would bring up a keyboard on the screen.
function focusComposer() {
  if (matchMedia("(hover: hover)").matches) composer.focus();
}

function drawFrame() {
  drawChats(byId("chat-list"), known, openId);
  const elsewhere = known.unreadElsewhere(openId);
  byId("elsewhere").textContent = elsewhere;
  byId("elsewhere").hidden = elsewhere === 0;
  document.title = elsewhere ? `(${elsewhere}) ${PAGE}` : PAGE;
  const chat = known.chats.get(openId);
  byId("title").textContent = chat ? known.title(chat) : "Noch kein Chat";
  byId("subtitle").textContent = chat ? known.actions.get(openId) ?? about(chat) : "";
  byId("subtitle").classList.toggle("doing", known.actions.has(openId));
  byId("face").replaceChildren(...(chat ? [avatar(...known.face(chat))] : []));
}

function about(chat) {
  return `${chat.type === "private" ? "Bot" : "Gruppe"} · du bist ${chat.me.first_name}`;
}

async function press(message, data, button) {
  hold(button);
  try {
    await server.press(openId, message.id, data);
  } catch (error) {
    release();
    toast(error.message);
  }
}

// A link that starts this very bot stays here, as it would in Telegram; the answer to a pressed button has no other.
function follow(address, event) {
  const payload = startPayload(address, known.bot.username);
  if (payload === null) return;
  event?.preventDefault();
  const home = [...known.chats.values()].find((chat) => chat.type === "private");
  if (!home) return;
  location.hash = `#chat${home.id}`;
  server.send(home.id, `/start ${payload}`).catch((error) => toast(error.message));
}

function startReply(id) {
  composer.reply(known.message(openId, id));
}

async function copyText(id) {
  try {
    await navigator.clipboard.writeText(known.message(openId, id).text);
    toast("Text kopiert.");
  } catch {
    toast("Der Browser lässt das Kopieren nicht zu.");
  }
}

byId("messages").addEventListener("click", (event) => {
  const target = event.target.closest("[data-command], [data-jump], [data-reply], .text a[href]");
  if (!target) return;
  const { command, jump, reply } = target.dataset;
  if (command) composer.send(command);
  else if (jump) conversation.jumpTo(Number(jump));
  else if (reply) startReply(Number(reply));
  else follow(target.getAttribute("href"), event);
});
byId("back").addEventListener("click", () => (location.hash = "#liste"));
addEventListener("hashchange", route);
watchLongPress(byId("messages"), { reply: startReply, copy: copyText });
listen(
  (name, data) => events[name](data),
  (connected) => {
    byId("connection").textContent = connected ? "" : "Verbindung unterbrochen – ich versuche es weiter …";
  },
);
