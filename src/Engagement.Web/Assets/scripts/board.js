// The coding board with keys. What a key does shows at once and is sent in the background: one after the other, in order, each with a key of its own so that
// sending it again does nothing twice. What is not sent yet is kept through a reload, and sent again when the network is back. Where the server refuses, the page
// shows what is true and says why. The views that come next are in the page already, so going on asks for nothing.
import { keepCompany } from "./lib/company.js";

const board = document.querySelector("[data-board]");

function start() {
  const form = board.querySelector(".board__work");
  const host = board.querySelector("[data-panel]");
  const book = board.querySelector("[data-book]");
  const status = document.querySelector("[data-status]");
  const undoButton = board.querySelector("[data-undo]");
  const find = board.querySelector("[data-find-theme]");
  const all = board.querySelector("[data-all-themes]");
  const dialog = document.querySelector("[data-why-dialog]");
  const rows = [...board.querySelectorAll("[data-row]")];
  const order = rows.map((row) => row.dataset.row);
  const wide = matchMedia("(min-width: 64em)");
  const panels = new Map();
  const versions = new Map();
  const names = new Map();
  // Themes given on this page: to take them off again needs no reason of one's own.
  const given = new Set();
  const done = [];
  let current = host.firstElementChild.dataset.view;
  let queue = [];
  let sending = false;
  const others = document.querySelector("[data-others]");
  let company;
  const isHere =
    others &&
    keepCompany(
      others,
      () => ({ __token: form.elements.__token.value, view: current }),
      (found) => {
        company = found;
        showOthers();
      },
    );

  const keep = () => (queue.length ? sessionStorage.setItem(board.dataset.kept, JSON.stringify(queue)) : sessionStorage.removeItem(board.dataset.kept));
  const pause = (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms);
      addEventListener("online", resolve, { once: true });
    });
  const many = (count, one) => (count === 1 ? `1 ${one}` : `${count} ${one}s`);
  const rowOf = (id) => board.querySelector(`[data-row="${CSS.escape(id)}"]`);
  const themesOf = (panel) => new Set(panel.dataset.themes.split(" ").filter(Boolean));
  const rowsOfBook = () => [...(book?.children ?? [])];
  let showsAll = rowsOfBook().length <= 9;
  const nameOf = (theme) => names.get(theme) ?? "another theme";

  function say(text, isTrouble = false) {
    status.textContent = text;
    status.classList.toggle("board__status--trouble", isTrouble);
  }

  function panelOf(id) {
    if (!panels.has(id)) {
      const panel = document.querySelector(`template[data-of="${CSS.escape(id)}"]`)?.content.firstElementChild.cloneNode(true);
      if (!panel) return undefined;
      know(panel);
    }
    return panels.get(id);
  }

  function know(panel) {
    panels.set(panel.dataset.view, panel);
    versions.set(panel.dataset.view, Number(panel.dataset.version));
    [...panel.querySelectorAll("[data-decided] > *")].forEach((tag, i) => names.set(panel.dataset.themes.split(" ")[i], tag.textContent));
  }

  const stateWords = { Unread: "Not coded yet", Coded: "Coded", NotCodable: "Cannot be coded", Withdrawn: "Withdrawn" };

  function paint(panel, themes, state) {
    const unread = document.querySelector("[data-unread]");
    const change = (state === "Unread") - (panel.dataset.state === "Unread");
    if (change) {
      unread.dataset.unread = Number(unread.dataset.unread) + change;
      unread.textContent = Number(unread.dataset.unread).toLocaleString("en-GB");
    }
    panel.dataset.themes = [...themes].join(" ");
    panel.dataset.state = state;
    panel.querySelector("[data-state-words]").textContent = stateWords[state];
    panel.querySelector("[data-decided]").replaceChildren(
      ...[...themes].map((theme) => Object.assign(document.createElement("strong"), { className: "govuk-tag govuk-tag--green", textContent: nameOf(theme) })),
    );
    const row = rowOf(panel.dataset.view)?.querySelector("[data-row-state]");
    if (row) row.textContent = themes.size ? [...themes].map(nameOf).join(", ") : stateWords[state];
    if (panel.dataset.view === current) tick();
  }

  function tick() {
    const themes = themesOf(panels.get(current));
    for (const row of rowsOfBook()) row.querySelector("input").checked = themes.has(row.dataset.theme);
    if (book) arrange();
  }

  function apply({ view, do: act, theme }) {
    const panel = panelOf(view);
    if (!panel) return;
    const themes = themesOf(panel);
    if (theme && act !== "uncode" && !act.startsWith("reject:")) themes.add(theme);
    if (act === "uncode") themes.delete(theme);
    if (act.includes(":")) panel.querySelector(`[data-suggested="${CSS.escape(theme)}"]`)?.remove();
    paint(panel, themes, act === "none" ? "NotCodable" : themes.size ? "Coded" : panel.dataset.state === "NotCodable" && act !== "uncode" ? "NotCodable" : "Unread");
  }

  function act(op, canUndo = true) {
    // What was said of the change before is read; that nothing can be sent stays true.
    if (!sending) say("");
    op.key = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
    queue.push(op);
    keep();
    if (canUndo) done.push(op);
    undoButton.hidden = done.length === 0;
    if (op.do === "code" || op.do.startsWith("accept:")) given.add(`${op.view} ${op.theme}`);
    if (op.do !== "new") apply(op);
    pump();
  }

  function undo() {
    const last = done.pop();
    undoButton.hidden = done.length === 0;
    if (!last) return;
    if (last.view !== current && panelOf(last.view)) show(last.view);
    if (last.do === "uncode") act({ view: last.view, do: "code", theme: last.theme }, false);
    else if (last.do === "none") say("A view that cannot be coded is taken back by giving it a theme. Your reason stays on record.", true);
    else if (last.do.startsWith("reject:")) say("A rejected suggestion is not made again. Give the view the theme itself, if it fits after all.", true);
    else if (last.theme) act({ view: last.view, do: "uncode", theme: last.theme, why: board.dataset.why }, false);
    else say("The new theme is still being opened. Press U again in a moment.", true);
  }

  function takeOff(theme) {
    if (given.has(`${current} ${theme}`)) {
      act({ view: current, do: "uncode", theme, why: board.dataset.why });
      return;
    }
    const view = current;
    const text = dialog.querySelector("input");
    text.value = "";
    dialog.querySelector("[data-why-theme]").textContent = nameOf(theme);
    dialog.returnValue = "";
    dialog.showModal();
    dialog.onclose = () => {
      const why = text.value.trim();
      if (dialog.returnValue === "off" && why) act({ view, do: "uncode", theme, why });
      else if (dialog.returnValue === "off") say("The theme stays: write why the view does not belong to it.", true);
      tick();
    };
  }

  async function post(op) {
    const body = new URLSearchParams({ __token: form.elements.__token.value, _key: op.key, _version: versions.get(op.view) ?? "", do: op.do });
    for (const name of ["why", "reason", "title", "summary"]) if (op[name]) body.set(name, op[name]);
    if (op.theme) body.append(op.suggestion ? `suggestion-${op.theme}` : "theme", op.suggestion ?? op.theme);
    const reply = await fetch(board.dataset.decide + encodeURIComponent(op.view), { method: "POST", headers: { Accept: "application/json" }, body, redirect: "manual" });
    const isAnswer = reply.headers.get("Content-Type")?.includes("json");
    return { status: reply.status, answer: isAnswer ? await reply.json() : null };
  }

  async function pump() {
    if (sending) return;
    sending = true;
    let delay = 1000;
    const slow = setTimeout(() => say("Saving…"), 400);
    while (queue.length) {
      const op = queue[0];
      const reply = await post(op).catch(() => ({ status: -1 }));
      if (reply.answer?.code === "FORM_TOKEN_INVALID") {
        say(`This page has been open for a long time. Load it again: ${many(queue.length, "change")} of yours will be sent then.`, true);
        sending = false;
        return;
      }
      if (reply.status <= 0 || reply.status === 429 || reply.status >= 500) {
        // Nothing is lost: what is done meanwhile queues up behind it.
        const kept = `${many(queue.length, "change")} not sent yet. Go on working: they are kept here and sent as soon as it can be done.`;
        const why = reply.status === 0 ? "You are signed out. Sign in again in another tab." : reply.status === 429 ? "Very many changes at once." : "No connection.";
        say(`${why} ${kept}`, true);
        await pause(delay);
        delay = Math.min(2 * delay, 15000);
        continue;
      }
      delay = 1000;
      queue.shift();
      if (reply.status === 200) accepted(op, reply.answer);
      else refused(op, reply.answer);
      keep();
    }
    clearTimeout(slow);
    sending = false;
    if (!status.classList.contains("board__status--trouble") || /^(No connection|You are signed out|Very many)/.test(status.textContent)) say("All changes are saved.");
  }

  function accepted(op, answer) {
    versions.set(op.view, (versions.get(op.view) ?? 0) + 1);
    if (!answer?.opened) return;
    op.theme = answer.opened.id;
    given.add(`${op.view} ${op.theme}`);
    addTheme(answer.opened, op.summary);
    apply({ ...op, do: "code" });
  }

  function refused(op, answer) {
    const isStale = answer?.code === "STALE_VERSION";
    const others = isStale ? queue.filter((one) => one.view === op.view) : [];
    queue = queue.filter((one) => !others.includes(one));
    for (const one of [op, ...others]) if (done.includes(one)) done.splice(done.indexOf(one), 1);
    undoButton.hidden = done.length === 0;
    say(
      isStale
        ? `Somebody else worked on a view at the same time. It is shown as it is now, and ${others.length ? `${others.length + 1} of your changes were` : "your change was"} not made: look again, and repeat it if it is still right.`
        : `${answer?.message ?? "That could not be done"}. The view is shown as it is.`.replace("..", "."),
      true,
    );
    const panel = panelOf(op.view);
    if (panel && answer?.view) {
      for (const theme of answer.view.themes) names.set(theme.id, theme.title);
      versions.set(op.view, answer.view.version);
      paint(panel, new Set(answer.view.themes.map((theme) => theme.id)), answer.view.state);
      for (const one of queue) if (one.view === op.view && one.do !== "new") apply(one);
    }
    if (op.do === "new") {
      form.elements.title.value = op.title;
      form.elements.summary.value = op.summary;
      board.querySelector("[data-new]").open = true;
    }
  }

  function addTheme({ id, title }, summary) {
    if (rowsOfBook().some((row) => row.dataset.theme === id)) return;
    names.set(id, title);
    const row = document.querySelector("[data-theme-row]").content.firstElementChild.cloneNode(true);
    const number = `theme-${rowsOfBook().length + 1}`;
    row.dataset.theme = id;
    const box = row.querySelector("input");
    Object.assign(box, { id: number, value: id });
    box.dataset.keyName = title;
    box.setAttribute("aria-describedby", `${number}-point`);
    row.querySelector("label").htmlFor = number;
    row.querySelector("[data-title]").textContent = title;
    const point = row.querySelector(".book__point");
    point.id = `${number}-point`;
    point.textContent = summary;
    // After the consultation's own, as it will be when the page is loaded again: beyond nine standing themes it would have no key.
    book.insertBefore(row, book.querySelector("[data-standing]"));
  }

  // Of a long codebook the first nine are shown, those the view has, and what is looked for. The first nine that are shown have their number as a key.
  function arrange() {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    let number = 0;
    for (const [index, row] of rowsOfBook().entries()) {
      const box = row.querySelector("input");
      row.hidden = words.length ? !words.every((word) => row.textContent.toLowerCase().includes(word)) : !(showsAll || index < 9 || box.checked);
      const key = row.hidden || number >= 9 ? null : String(++number);
      if (key === (box.dataset.key ?? null)) continue;
      const mark = row.querySelector("[data-number]");
      mark.hidden = key === null;
      mark.textContent = key ?? "";
      if (key) box.dataset.key = key;
      else delete box.dataset.key;
    }
  }

  function show(id) {
    const panel = panelOf(id);
    if (!panel) return false;
    board.querySelector("[data-go][aria-current]")?.removeAttribute("aria-current");
    current = id;
    host.replaceChildren(panel);
    tick();
    isHere?.();
    showOthers();
    const link = rowOf(id)?.querySelector("[data-go]");
    link?.setAttribute("aria-current", "true");
    listAround();
    form.setAttribute("action", board.dataset.decide + encodeURIComponent(id));
    for (const step of board.querySelectorAll("[data-step]")) {
      const next = order[order.indexOf(id) + Number(step.dataset.step)];
      const href = next ? rowOf(next).querySelector("[data-go]").href : step.dataset.step === "1" ? board.querySelector("a[rel=next]")?.href : null;
      if (href) step.href = href;
      else step.removeAttribute("href");
    }
    for (const more of board.querySelectorAll(".board__more[open]")) more.open = false;
    // The view is seen first; the page tidies up behind it.
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (current !== id) return;
        panel.querySelector("[data-view-title]").focus({ preventScroll: wide.matches });
        if (!link) return;
        history.replaceState(null, "", link.href);
      }),
    );
    return true;
  }

  // Who has the view open that is worked on is said aloud, once; who is at the board beside it only stands there.
  function showOthers() {
    if (!others || !company) return;
    const who = company.filter((one) => one.view === current).map((one) => one.who);
    const same = others.querySelector("[data-same]");
    const text = who.length
      ? `${who.join(" and ")} ${who.length === 1 ? "has" : "have"} this view open too.`
      : "";
    if (same.textContent !== text) same.textContent = text;
    others.querySelector("[data-count]").textContent = company.length
      ? `At this board too: ${company.map((one) => one.who).join(", ")}.`
      : "Nobody else is at this board just now.";
    for (const row of rows) {
      const other = company.find((one) => one.view === row.dataset.row);
      row.querySelector("[data-row-others]").textContent = other ? `, open with ${other.who}` : "";
    }
  }

  // Of the list those are shown that are next to the view, so that it stays beside the codebook.
  function listAround() {
    const first = Math.min(Math.max(0, order.indexOf(current) - 2), Math.max(0, order.length - 8));
    for (const [index, row] of rows.entries()) row.hidden = index < first || index >= first + 8;
  }

  function step(by) {
    const next = order[order.indexOf(current) + by];
    if (next) return show(next);
    const more = by > 0 ? board.querySelector("a[rel=next]") : null;
    if (more) leave(more.href);
    else say(by > 0 ? "This is the last view here." : "This is the first view here.");
    return true;
  }

  // What is not sent yet is sent first.
  async function leave(address) {
    if (queue.length) say("Saving what you did, then going on…");
    // It waits as long as something goes off: however much there is to send, it is being sent.
    for (let i = 0, left = queue.length; queue.length && i < 50; i++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (queue.length < left) [i, left] = [0, queue.length];
    }
    if (!queue.length) location.assign(address);
  }

  know(host.firstElementChild);
  for (const row of rowsOfBook()) names.set(row.dataset.theme, row.querySelector("[data-title]").textContent);
  status.hidden = false;
  for (const only of board.querySelectorAll("[data-only-script]")) only.hidden = false;
  for (const without of board.querySelectorAll("[data-no-script]")) without.hidden = true;

  board.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (event.target.closest("[data-undo]")) undo();
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.dataset.go ? show(link.dataset.go) : link.dataset.step && step(Number(link.dataset.step))) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (event.defaultPrevented || !queue.length || !link || link.target || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    leave(link.href);
  });

  book?.addEventListener("change", ({ target }) => {
    if (target.checked) act({ view: current, do: "code", theme: target.value });
    else takeOff(target.value);
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [pressed, theme] = (event.submitter?.value ?? "").split(":");
    // Enter in a field means what the field is for.
    const inside = document.activeElement.closest(".board__more");
    const what = pressed !== "save" || !inside ? pressed : inside.matches("[data-none]") ? "none" : "new";
    const { title, summary, reason } = form.elements;
    if (theme) act({ view: current, do: `${what}:${theme}`, theme, suggestion: form.elements[`suggestion-${theme}`].value });
    else if (what === "none" && themesOf(panelOf(current)).size) say("This view has a theme, so it cannot be marked as not codable. Take the theme off first.", true);
    else if (what === "none" && reason.value.trim()) {
      act({ view: current, do: "none", reason: reason.value.trim() });
      reason.value = "";
      step(1);
    } else if (what === "new" && title.value.trim() && summary.value.trim()) {
      act({ view: current, do: "new", title: title.value.trim(), summary: summary.value.trim() });
      title.value = summary.value = "";
      board.querySelector("[data-new]").open = false;
    } else if (what === "none") {
      say("Write why the view cannot be coded.", true);
      reason.focus();
    } else if (what === "new") {
      say("Write a title for the new theme, and the point that its views make.", true);
      (title.value.trim() ? summary : title).focus();
    }
  });

  for (const more of document.querySelectorAll(".board__more, [data-find]")) {
    more.querySelector("summary").addEventListener("click", () => setTimeout(() => more.open && more.querySelector("input:not([type=hidden])").focus()));
  }

  find?.addEventListener("input", arrange);
  find?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.key === "Enter") rowsOfBook().find((row) => !row.hidden)?.querySelector("input").click();
    find.value = "";
    arrange();
    host.querySelector("[data-view-title]").focus({ preventScroll: true });
  });

  all?.addEventListener("click", () => {
    showsAll = true;
    all.hidden = true;
    arrange();
  });
  if (all) all.hidden = showsAll;
  if (book) arrange();
  listAround();

  dialog.addEventListener("keydown", (event) => event.stopPropagation());

  addEventListener("beforeunload", (event) => {
    if (queue.length) event.preventDefault();
  });

  queue = JSON.parse(sessionStorage.getItem(board.dataset.kept) ?? "[]");
  if (queue.length) {
    for (const op of queue) if (op.do !== "new") apply(op);
    pump();
  }
}

if (board) start();
