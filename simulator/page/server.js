// What the page asks of the simulator. A refusal is an Error whose message can be shown.

const PATIENCE = 10_000;

async function post(path, body) {
  const answer = await ask(path, body);
  if (answer.ok) return answer.json();
  const reason = (await answer.text()).slice(0, 200);
  throw new Error(`Die Simulation hat abgelehnt (${answer.status}${reason ? `: ${reason}` : ""}).`);
}

async function ask(path, body) {
  try {
    return await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    throw new Error("Die Simulation ist nicht erreichbar. Läuft sie noch?");
  }
}

export function send(chatId, text, replyTo) {
  const body = { chat_id: chatId, text };
  if (replyTo) body.reply_to = replyTo;
  return post("/page/send", body);
}

export function press(chatId, messageId, data) {
  return post("/page/press", { chat_id: chatId, message_id: messageId, data });
}

/** step: {by: seconds} or {to: "next"}; what comes of it is told to all pages by the stream. */
export function moveClock(step) {
  return post("/page/clock", step);
}
