// Moves the bar of work that goes on in the background. Without this script the page has a link that shows how far it is.
const PAUSE = 400;

const shown = document.querySelector("[data-progress]");

async function follow() {
  const reply = await fetch(shown.dataset.progress);
  if (!reply.ok) throw new Error(`How far it is could not be fetched: ${reply.status}`);
  const now = new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("[data-progress]");
  // What is no longer under way has another page.
  if (!now) return location.reload();
  shown.querySelector("progress").value = now.querySelector("progress").value;
  for (const part of ["[data-progress-percent]", "[data-progress-stage]"]) {
    const [before, after] = [shown.querySelector(part), now.querySelector(part).textContent];
    if (before.textContent !== after) before.textContent = after;
  }
}

// After a failure it is asked again all the same, later: the work goes on without this page.
const again = (pause) => setTimeout(() => follow().then(() => again(PAUSE), () => again(10 * PAUSE)), pause);
again(PAUSE);
