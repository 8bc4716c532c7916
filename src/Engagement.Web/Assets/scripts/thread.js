// Keeps an open topic of a forum up to date: posts and comments as they are shown, and as they go. Each is fetched as HTML from the
// server, which decides whether it may be seen.
import { followTopic } from "./lib/following.js";

const page = document.querySelector("[data-live]");
const list = page.querySelector("[data-live-list]");
const news = page.querySelector("[data-live-news]");
const { posts, atEnd } = page.dataset;

const say = (what) => (news.textContent = page.dataset[what]);
const shown = (id) => document.getElementById(`post-${id}`);

async function show({ kind, id }) {
  if (kind === "topic") say("newsTopic");
  else if (kind === "contributionRemoved") remove(id);
  else if (kind === "contribution") await fetchPost(id);
}

async function fetchPost(id) {
  const reply = await fetch(`${posts}${encodeURIComponent(id)}/fragment`);
  if (reply.ok) insert(id, await reply.text());
  // It came and went before it could be fetched.
  else if (reply.status === 404) remove(id);
  else throw new Error(`The post could not be fetched: ${reply.status}`);
}

function remove(id) {
  const post = shown(id);
  if (!post) return;
  post.closest("li").remove();
  say("newsGone");
}

function insert(id, html) {
  const post = new DOMParser().parseFromString(html, "text/html").querySelector("[data-post]");
  const before = shown(id);
  if (before) {
    // The keyboard stays where it was, on the same link of the post that is swapped.
    const focused = [...before.querySelectorAll("a")].indexOf(document.activeElement);
    before.replaceWith(post);
    if (focused >= 0) post.querySelectorAll("a")[focused]?.focus();
    return;
  }
  const to = post.dataset.replyTo;
  const place = to ? shown(to)?.querySelector("[data-live-comments]") : atEnd === "true" ? list : null;
  if (!place) {
    // It belongs to a post, or to the end of the topic, that is on another page.
    if (!to) say("newsElsewhere");
    return;
  }
  post.classList.add("post--fresh");
  const item = document.createElement("li");
  item.append(post);
  place.append(item);
  page.querySelector("[data-live-nothing]")?.remove();
  say(to ? "newsComment" : "newsPost");
}

followTopic(page, show);
