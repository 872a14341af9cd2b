// What the page knows: the bot, the chats with their messages in order, what is unread, unsent drafts.

const DRAFTS = "ratsbote-drafts";

export class Known {
  bot = { first_name: "Ratsbote", username: "", description: "", short_description: "", commands: [] };
  chats = new Map();
  unread = new Map();
  actions = new Map();
  #drafts = new Map();

  constructor() {
    try {
      this.#drafts = new Map(JSON.parse(sessionStorage.getItem(DRAFTS) ?? "[]"));
    } catch {
      // A blocked storage only means that drafts do not survive a reload.
    }
  }

  replace(state) {
    this.bot = state.bot;
    this.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
    this.actions.clear();
  }

  add(chat) {
    this.chats.set(chat.id, { ...chat, messages: chat.messages ?? [] });
  }

  /** Stores a message, new or edited; true if it was new. */
  put(chatId, message) {
    const messages = this.chats.get(chatId).messages;
    const place = messages.findIndex((each) => each.id === message.id);
    if (place >= 0) {
      messages[place] = message;
      return false;
    }
    messages.push(message);
    return true;
  }

  /** A chat by its number, also by the one it had before it became a supergroup. */
  find(chatId) {
    return this.chats.get(chatId) ?? [...this.chats.values()].find((chat) => chat.was === chatId);
  }

  remove(chatId, messageId) {
    const chat = this.chats.get(chatId);
    chat.messages = chat.messages.filter((each) => each.id !== messageId);
  }

  message(chatId, messageId) {
    return this.chats.get(chatId)?.messages.find((each) => each.id === messageId);
  }

  /** A private chat is called after the other side, the bot; if several people have one, also after them. */
  title(chat) {
    if (chat.type !== "private") return chat.title;
    const several = [...this.chats.values()].filter((each) => each.type === "private").length > 1;
    return several ? `${this.bot.first_name} · ${chat.me.first_name}` : this.bot.first_name;
  }

  /** What a chat's avatar is made of: a name and the id that gives it its colour. */
  face(chat) {
    return chat.type === "private" ? [this.bot.first_name, this.bot.id] : [chat.title, chat.id];
  }

  /** Chats with the newest message first. */
  inOrder() {
    const newest = (chat) => chat.messages.at(-1)?.date ?? 0;
    return [...this.chats.values()].sort((one, other) => newest(other) - newest(one));
  }

  unreadElsewhere(chatId) {
    let sum = 0;
    for (const [id, count] of this.unread) sum += id === chatId ? 0 : count;
    return sum;
  }

  draft(chatId) {
    return this.#drafts.get(chatId) ?? { text: "", replyTo: null };
  }

  keepDraft(chatId, draft) {
    if (draft.text || draft.replyTo) this.#drafts.set(chatId, draft);
    else this.#drafts.delete(chatId);
    try {
      sessionStorage.setItem(DRAFTS, JSON.stringify([...this.#drafts]));
    } catch {
      // As above.
    }
  }
}
