// Keys for whatever on a page names one in data-key: a button or a link is pressed, a box is ticked, a field is gone to. They do nothing while
// somebody writes, each is also on the page, ? lists them, and they can be switched off for good in this browser. What is swapped into the
// page later has its keys at once, because a key is looked up when it is pressed.
const off = "keys-off";
const typed = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=submit], [type=button])";

const isOff = () => localStorage.getItem(off) === "yes";
const isThere = (element) => !element.disabled && element.getClientRects().length > 0;
const held = () => [...document.querySelectorAll("[data-key]")].filter(isThere);
const nameOf = (element) => (element.dataset.keyName ?? element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent).replace(/\s+/g, " ").trim();

function press(element) {
  if (element.matches(`a, button, summary, input:not(${typed})`)) element.click();
  else element.focus();
}

const list = document.createElement("dialog");
list.className = "keys";
list.setAttribute("aria-labelledby", "keys-title");

function show() {
  const rows = new Map();
  for (const element of held()) if (!rows.has(element.dataset.key)) rows.set(element.dataset.key, nameOf(element));
  list.replaceChildren();
  const title = Object.assign(document.createElement("h2"), { id: "keys-title", className: "govuk-heading-m", textContent: "Keys on this page" });
  const names = Object.assign(document.createElement("dl"), { className: "keys__list" });
  for (const [key, name] of rows) {
    const term = document.createElement("dt");
    term.append(Object.assign(document.createElement("kbd"), { textContent: key.toUpperCase() }));
    names.append(term, Object.assign(document.createElement("dd"), { textContent: name }));
  }
  const form = Object.assign(document.createElement("form"), { method: "dialog" });
  const button = (text, second, act) => {
    const made = Object.assign(document.createElement("button"), { textContent: text, className: `govuk-button${second ? " govuk-button--secondary" : ""}` });
    if (act) made.addEventListener("click", act);
    return made;
  };
  form.append(
    button("Close"),
    button(isOff() ? "Switch the keys on" : "Switch the keys off", true, () => localStorage.setItem(off, isOff() ? "no" : "yes")),
  );
  list.append(title, names, form);
  if (!list.isConnected) document.body.append(list);
  list.showModal();
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || list.open || event.target.matches?.(typed)) return;
  const key = event.key.toLowerCase();
  if (key === "?") {
    event.preventDefault();
    show();
    return;
  }
  const element = isOff() ? undefined : held().find((one) => one.dataset.key === key);
  if (!element) return;
  event.preventDefault();
  press(element);
});

for (const opener of document.querySelectorAll("[data-keys-open]")) {
  opener.hidden = false;
  opener.addEventListener("click", show);
}
