// The push from the simulator: one EventSource, taken up again whenever it breaks.

const EVENTS = ["state", "message", "edited", "deleted", "action", "toast", "bot", "chat", "clock"];
const WAITS = [500, 1000, 2000, 4000, 8000];

/**
 * Calls receive(name, data) for each event, and changed(connected) when the line breaks or is back.
 * Each connection begins with a fresh "state"; only that counts as connected.
 */
export function listen(receive, changed) {
  let source = null;
  let failures = 0;
  let timer = 0;

  function connect() {
    clearTimeout(timer);
    source?.close();
    source = new EventSource("/page/events");
    source.addEventListener("error", lost);
    for (const name of EVENTS) {
      source.addEventListener(name, (event) => arrived(name, JSON.parse(event.data)));
    }
  }

  function arrived(name, data) {
    if (name === "state") {
      failures = 0;
      changed(true);
    }
    receive(name, data);
  }

  // Browsers give up for good after some answers (a 502, a refused connection), so the retry is ours.
  function lost() {
    source.close();
    changed(false);
    timer = setTimeout(connect, WAITS[Math.min(failures, WAITS.length - 1)]);
    failures += 1;
  }

  function hurry() {
    if (source?.readyState === EventSource.CLOSED) connect();
  }

  addEventListener("online", hurry);
  addEventListener("pageshow", hurry);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && hurry());
  connect();
}
