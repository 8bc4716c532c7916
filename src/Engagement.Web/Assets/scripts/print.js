// A button that prints the page. Without this script it stays hidden; browsers print without it. What is folded away is printed too.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("[data-unfold]")) folded.open = true;
});
