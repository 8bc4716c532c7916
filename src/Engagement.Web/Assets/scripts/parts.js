// Keeps a part of a page up to date: when what it follows has changed, the page is fetched anew and the part is swapped. The server decides each time what
// may be seen. Without this script a reload shows the same.
import { followTopic } from "./lib/following.js";

const page = document.querySelector("[data-live]");
const news = page.querySelector("[data-live-news]");

async function show() {
  const reply = await fetch(location.href);
  if (!reply.ok) throw new Error(`The page could not be fetched: ${reply.status}`);
  const parts = new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("[data-live-parts]");
  const before = page.querySelector("[data-live-parts]");
  if (!parts || parts.innerHTML === before.innerHTML) return;
  const hadFocus = before.contains(document.activeElement);
  before.replaceWith(parts);
  if (hadFocus) parts.querySelector("[tabindex]")?.focus();
  news.textContent = page.dataset.news;
}

followTopic(page, show);
