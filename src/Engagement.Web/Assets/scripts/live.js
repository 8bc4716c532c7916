// Keeps an open page up to date. The connection says only what changed and where in the log; the card itself is fetched as HTML
// from the server, so there is one template for it and the server decides each time who may see it.
import { HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";

const page = document.querySelector("[data-live]");
const list = page.querySelector("[data-live-list]");
const news = page.querySelector("[data-live-news]");
const status = page.querySelector("[data-live-status]");
const topic = page.dataset.live;

// Where the log stood when the page was made; from there on, the last change that the page shows.
let position = Number(page.dataset.position);
let queue = Promise.resolve();

const connection = new HubConnectionBuilder()
  .withUrl("/live")
  .configureLogging(LogLevel.None)
  .withAutomaticReconnect({ nextRetryDelayInMilliseconds: ({ previousRetryCount }) => Math.min(500 * 2 ** previousRetryCount, 30_000) })
  .build();

async function show({ id, position: at }) {
  const before = document.getElementById(`entry-${id}`);
  if (!before || Number(before.dataset.position) < at) {
    const reply = await fetch(`/you-said-we-did/${encodeURIComponent(id)}/fragment`);
    if (reply.ok) insert(before, await reply.text());
    else if (reply.status === 404) before?.closest("li").remove();
    else throw new Error(`The card could not be fetched: ${reply.status}`);
  }
  position = Math.max(position, at);
}

function insert(before, html) {
  const card = new DOMParser().parseFromString(html, "text/html").querySelector("[data-entry]");
  card.classList.add("entry--fresh");
  if (before) {
    // The keyboard stays where it was: on the link of the card that is swapped.
    const focused = before.contains(document.activeElement);
    before.replaceWith(card);
    if (focused) card.querySelector("a").focus();
  } else {
    const item = document.createElement("li");
    item.append(card);
    list.prepend(item);
    page.querySelector("[data-live-nothing]")?.remove();
  }
  const said = card.querySelector(".entry__words").textContent.trim();
  const answer = card.querySelector(".state").textContent.trim();
  news.textContent = `${before ? news.dataset.changed : news.dataset.new}: ${said} ${answer}.`;
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function showSurely(change) {
  for (let delay = 1_000; ; delay = Math.min(2 * delay, 30_000)) {
    try {
      return await show(change);
    } catch {
      await pause(delay);
    }
  }
}

// One at a time and in order, so that the position is never ahead of a card that could not be fetched yet.
connection.on("changed", (change) => {
  if (change.kind === "entry") queue = queue.then(() => showSurely(change));
});

// The server could not go on, though the connection is sound.
connection.on("interrupted", (end) => {
  if (end.topic === topic) followLater();
});

function followLater() {
  status.hidden = true;
  setTimeout(follow, 5_000);
}

async function follow() {
  // A lost connection is followed again when it is back.
  if (connection.state !== HubConnectionState.Connected) return;
  try {
    await connection.invoke("Follow", topic, position);
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
