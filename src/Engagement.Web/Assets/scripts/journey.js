// Keeps the page of a journey up to date: when something has become of it, its parts are fetched anew from the server, which decides each time who may see
// them. Without this script a reload shows the same.
import { followTopic } from "./lib/following.js";

const page = document.querySelector("[data-live=journey]");
const { reference, secret, address } = page.dataset;
const news = page.querySelector("[data-live-news]");

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

followTopic(page, show, (connection, position) => connection.invoke("FollowJourney", reference, secret, position));
