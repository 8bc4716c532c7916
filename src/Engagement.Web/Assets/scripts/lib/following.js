// Follows one thing of the log over one connection. It says only what changed and where in the log; what to do about that is the page's.
import { HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * @param page The element with data-live, the topic, and data-position: where the log stood when the page was made.
 * @param show Shows a change, and throws when that has to be tried again. Changes come one at a time and in order, so that the position is never ahead of
 * one that could not be shown yet.
 * @param ask Asks to be told of it, from a position; of the topic unless given.
 */
export function followTopic(page, show, ask = (connection, position) => connection.invoke("Follow", page.dataset.live, position)) {
  const status = page.querySelector("[data-live-status]");
  let position = Number(page.dataset.position);
  let queue = Promise.resolve();

  const connection = new HubConnectionBuilder()
    .withUrl("/live")
    .configureLogging(LogLevel.None)
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: ({ previousRetryCount }) => Math.min(500 * 2 ** previousRetryCount, 30_000) })
    .build();

  async function showSurely(change) {
    for (let delay = 1_000; ; delay = Math.min(2 * delay, 30_000)) {
      try {
        await show(change);
        position = Math.max(position, change.position);
        return;
      } catch {
        await pause(delay);
      }
    }
  }

  connection.on("changed", (change) => {
    queue = queue.then(() => showSurely(change));
  });

  // The server could not go on, though the connection is sound.
  connection.on("interrupted", followLater);

  function followLater() {
    status.hidden = true;
    setTimeout(follow, 5_000);
  }

  async function follow() {
    // A lost connection is followed again when it is back.
    if (connection.state !== HubConnectionState.Connected) return;
    try {
      await ask(connection, position);
      status.hidden = false;
    } catch (failure) {
      if (failure.message.includes("TOPIC_FOLLOWED")) status.hidden = false;
      // What the page shows is not of this log, since an older backup has taken its place, or it is too old to be told what it missed.
      else if (/POSITION_(AHEAD|TOO_OLD)/.test(failure.message)) location.reload();
      else followLater();
    }
  }

  async function start() {
    try {
      await connection.start();
      await follow();
    } catch {
      setTimeout(start, 5_000);
    }
  }

  connection.onreconnecting(() => (status.hidden = true));
  connection.onreconnected(follow);
  connection.onclose(() => {
    status.hidden = true;
    setTimeout(start, 5_000);
  });
  start();
}
