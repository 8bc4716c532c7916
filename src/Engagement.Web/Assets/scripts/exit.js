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
