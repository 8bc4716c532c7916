// Leaves at once: with the Escape key pressed three times within two seconds, or the button; and puts the other page in this one's place, so that "back"
// does not lead here again.
const exit = document.querySelector("[data-exit]");
const leave = () => location.replace(exit.href);

if (exit) {
  let pressed = [];
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat)
      return;
    pressed = [...pressed.filter((at) => event.timeStamp - at < 2000), event.timeStamp];
    if (pressed.length === 3)
      leave();
  });
}

// Reads the page out, in a voice of the browser, where it has one for the page's language.
const listen = document.querySelector("[data-aloud]");

if (listen && "speechSynthesis" in window) {
  const text = () =>
    [...document.querySelectorAll("main :is(h1, h2, h3, p, li, label, legend)")]
      .filter((part) => part.offsetParent && !part.querySelector("h1, h2, h3, p, li, label, legend"))
      .map((part) => part.innerText);
  const show = (speaking) => (listen.textContent = speaking ? listen.dataset.stop : listen.dataset.listen);

  show(false);
  listen.hidden = false;
  speechSynthesis.cancel();
  listen.addEventListener("click", () => {
    if (speechSynthesis.speaking) {
      speechSynthesis.cancel();
      show(false);
      return;
    }
    // Part by part: some browsers fall silent in the middle of a long text.
    for (const part of text()) {
      const words = new SpeechSynthesisUtterance(part);
      words.lang = document.documentElement.lang;
      words.onend = () => show(speechSynthesis.pending || speechSynthesis.speaking);
      speechSynthesis.speak(words);
    }
    show(true);
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
}
