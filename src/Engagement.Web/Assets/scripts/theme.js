// Who else has the theme open, while it is looked at.
import { keepCompany } from "./lib/company.js";

const others = document.querySelector("[data-others]");

function show(company) {
  const who = company.filter((one) => one.theme === others.dataset.theme).map((one) => one.who);
  const same = others.querySelector("[data-same]");
  const text = who.length ? `${who.join(" and ")} ${who.length === 1 ? "has" : "have"} this theme open too.` : "";
  // Shown first: what is read out is what changes within something that is there.
  others.hidden = who.length === 0;
  if (same.textContent !== text) same.textContent = text;
}

if (others) {
  const token = document.querySelector("[name=__token]").value;
  keepCompany(others, () => ({ __token: token, theme: others.dataset.theme }), show);
}
