// Says how many characters are left in a text area that has a limit. Without this script the hint above it says the limit.
for (const area of document.querySelectorAll("textarea[data-count]")) {
  const limit = Number(area.dataset.count);
  const message = area.parentElement.querySelector("[data-count-message]");
  let waiting;

  const say = () => {
    const left = limit - area.value.length;
    message.hidden = left > limit / 5;
    const words = `${Math.abs(left).toLocaleString("en-GB")} ${Math.abs(left) === 1 ? "character" : "characters"}`;
    message.textContent = left < 0 ? `You have ${words} too many` : `You have ${words} left`;
    message.classList.toggle("govuk-error-message", left < 0);
  };

  // Said after a pause, so that a screen reader does not count along with every key.
  area.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(say, 600);
  });
  say();
}
