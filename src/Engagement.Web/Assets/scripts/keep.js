// Keeps what somebody writes in a form, in this tab only, until the server has taken it: through a reload, a lost connection and a way back. And says when
// it cannot be sent because the browser is offline. Without this script a form is as safe as the browser makes it.
const store = {
  get: (key) => JSON.parse(sessionStorage.getItem(key) ?? "null"),
  set: (key, value) => sessionStorage.setItem(key, JSON.stringify(value)),
  drop: (key) => sessionStorage.removeItem(key),
};
const prefix = "keep:";
const sent = "kept-sent";
const forms = [...document.querySelectorAll("form[data-keep]")];
const keyOf = (form) => prefix + form.dataset.keep;

const fieldsOf = (form) => [...form.elements].filter((field) => field.name && !["hidden", "submit", "button", "password"].includes(field.type));

const read = (form) =>
  fieldsOf(form).map((field) => (field.type === "radio" || field.type === "checkbox" ? field.checked : field.value));

function write(form, values) {
  const fields = fieldsOf(form);
  // The form is another one by now.
  if (values.length !== fields.length) return;
  fields.forEach((field, index) => {
    if (typeof values[index] === "boolean") field.checked = values[index];
    else field.value = values[index];
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

function say(form, words) {
  let news = form.querySelector(".keep-news");
  if (!news) {
    news = document.createElement("p");
    news.className = "keep-news";
    news.setAttribute("role", "alert");
    form.querySelector("[type=submit]").closest(".govuk-button-group, button").before(news);
  }
  news.textContent = words;
}

function follow(form) {
  const key = keyOf(form);
  const kept = store.get(key);
  if (kept) write(form, kept);
  form.addEventListener("input", () => store.set(key, read(form)));
  form.addEventListener("change", () => store.set(key, read(form)));
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) {
      store.set(sent, key);
      return;
    }
    event.preventDefault();
    store.set(key, read(form));
    say(form, form.dataset.keepOffline);
    addEventListener("online", () => say(form, form.dataset.keepOnline), { once: true });
  });
}

try {
  // What was sent last has been taken, unless this page asks for it again. Then the server has given the words back, and they count.
  const last = store.get(sent);
  if (last && (forms.every((form) => keyOf(form) !== last) || document.querySelector(".govuk-error-summary"))) store.drop(last);
  store.drop(sent);
  forms.forEach(follow);
} catch {
  // A browser that keeps nothing for pages: the forms work as they do without a script.
}

navigator.serviceWorker?.register("/offline.js").catch(() => {});
