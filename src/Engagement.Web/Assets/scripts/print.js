// A button that prints the page. Without this script it stays hidden; browsers print without it.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
