// Keeps the page of a journey up to date: when something has become of it, its parts are fetched anew from the server, which decides each time who may see
// them. Without this script a reload shows the same.
import { HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";

const page = document.querySelector("[data-live=journey]");
const { reference, secret, address } = page.dataset;
const news = page.querySelector("[data-live-news]");
const status = page.querySelector("[data-live-status]");
let position = Number(page.dataset.position);

const connection = new HubConnectionBuilder()
  .withUrl("/live")
  .configureLogging(LogLevel.None)
  .withAutomaticReconnect({ nextRetryDelayInMilliseconds: ({ previousRetryCount }) => Math.min(500 * 2 ** previousRetryCount, 30_000) })
  .build();

async function show() {
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(`The journey could not be fetched: ${reply.status}`);
  const parts = new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("[data-live-parts]");
  const before = page.querySelector("[data-live-parts]");
  if (!parts || parts.innerHTML === before.innerHTML) return;
  // Nobody who reads it with the keyboard is thrown back to the top of the page.
  const focused = before.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  before.replaceWith(parts);
  if (focused) parts.querySelector(`a[href="${focused}"]`)?.focus();
  news.textContent = page.dataset.news;
}

let queue = Promise.resolve();
connection.on("changed", (change) => {
  queue = queue.then(() => show().then(() => (position = Math.max(position, change.position)), () => {}));
});
connection.on("interrupted", followLater);

function followLater() {
  status.hidden = true;
  setTimeout(follow, 5_000);
}

async function follow() {
  if (connection.state !== HubConnectionState.Connected) return;
  try {
    await connection.invoke("FollowJourney", reference, secret, position);
    status.hidden = false;
  } catch (failure) {
    if (failure.message.includes("TOPIC_FOLLOWED")) status.hidden = false;
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
