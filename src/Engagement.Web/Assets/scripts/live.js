// Keeps the open board up to date. What is told is only which card changed; the card itself is fetched as HTML from the server, so
// there is one template for it and the server decides each time who may see it.
import { followTopic } from "./lib/following.js";

const page = document.querySelector("[data-live]");
const list = page.querySelector("[data-live-list]");
const news = page.querySelector("[data-live-news]");

async function show({ kind, id, position: at }) {
  if (kind !== "entry") return;
  const before = document.getElementById(`entry-${id}`);
  if (!before || Number(before.dataset.position) < at) {
    const reply = await fetch(`/you-said-we-did/${encodeURIComponent(id)}/fragment`);
    if (reply.ok) insert(before, await reply.text());
    else if (reply.status === 404) before?.closest("li").remove();
    else throw new Error(`The card could not be fetched: ${reply.status}`);
  }
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

followTopic(page, show);
