// Who else is at a coding board. Being there is said every few seconds while the page is looked at; what comes back is who else is, and is forgotten with the page.
const EVERY = 15_000;

/**
 * @param others The element with data-others, which says where it is said and shows who is there.
 * @param body What is said besides: the form's token, and what is open.
 * @param show Is given those who are there: who, and the view or theme they have open.
 * @returns Says it at once, for when something else was opened.
 */
export function keepCompany(others, body, show) {
  let timer;
  let asked = 0;

  async function say() {
    clearTimeout(timer);
    if (document.visibilityState === "hidden") return;
    timer = setTimeout(say, EVERY);
    const number = ++asked;
    try {
      const reply = await fetch(others.dataset.here, { method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams(body()), redirect: "manual" });
      // What was asked later is newer, whichever comes back first.
      if (reply.ok && number === asked) show(await reply.json());
    } catch {
      // It is said again in a moment.
    }
  }

  addEventListener("pagehide", () => navigator.sendBeacon(others.dataset.here, new URLSearchParams({ ...body(), leaves: "1" })));
  document.addEventListener("visibilitychange", say);
  // The page before says that it is left when this one has come.
  timer = setTimeout(say, 2_000);
  return () => {
    clearTimeout(timer);
    // Whoever steps through views quickly is not at each of them.
    timer = setTimeout(say, 1_000);
  };
}
