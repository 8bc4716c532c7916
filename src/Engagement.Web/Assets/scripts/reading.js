// Says again how easy words are to read, a moment after somebody has stopped writing them. Without this script it is said when they are saved.
for (const hint of document.querySelectorAll("[data-reading]")) {
  const field = document.getElementById(hint.dataset.reading);
  let waiting;
  let turn = 0;

  const say = async () => {
    const mine = ++turn;
    const body = new URLSearchParams({ text: field.value, aim: hint.dataset.aim });
    const reply = await fetch("/staff/surveys/reading/fragment", { method: "POST", body }).catch(() => null);
    if (!reply?.ok) return;
    const html = await reply.text();
    if (mine === turn) hint.innerHTML = html;
  };

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(say, 400);
  });
}
