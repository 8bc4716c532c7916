// Keeps the list of what waits up to date: when something that people work on has changed, its parts are fetched anew. Nobody loses their place by it: the
// keyboard stays on the same link, and the page where it was scrolled to.
import { followTopic } from "./lib/following.js";

const page = document.querySelector("[data-live=workbench]");
const news = page.querySelector("[data-live-news]");

async function show() {
  const reply = await fetch(page.dataset.address);
  if (!reply.ok) throw new Error(`What waits could not be fetched: ${reply.status}`);
  const parts = new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("[data-live-parts]");
  const before = page.querySelector("[data-live-parts]");
  // A page that is asked for after somebody has signed out has no list.
  if (!parts || parts.innerHTML === before.innerHTML) return;
  const focused = before.contains(document.activeElement) ? document.activeElement.getAttribute("href") : undefined;
  before.replaceWith(parts);
  if (focused !== undefined) {
    const again = [...parts.querySelectorAll("a")].find((link) => link.getAttribute("href") === focused);
    (again ?? parts).focus({ preventScroll: true });
  }
  news.textContent = parts.dataset.news;
}

followTopic(page, show);
