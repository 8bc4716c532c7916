// Buttons that copy and print a reference and a secret. Without this script they stay hidden, and the page says to print it or to copy them down.
const bar = document.querySelector("[data-codes]");
const news = bar.querySelector("[data-codes-news]");
const codes = [...document.querySelectorAll("[data-copy]")].map((code) => code.textContent.trim());

const copy = bar.querySelector("[data-codes-copy]");
copy.hidden = !navigator.clipboard;
copy.addEventListener("click", async () => {
  await navigator.clipboard.writeText([...codes, new URL(bar.dataset.address, location.href).href].join("\n"));
  news.textContent = bar.dataset.copied;
});
bar.querySelector("[data-codes-print]").addEventListener("click", () => print());
bar.hidden = false;
