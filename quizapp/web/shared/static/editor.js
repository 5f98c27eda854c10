// The preview beside the question form follows while one types. Without it a button shows it.

import { fetchFragment, showFragment } from "./fragment.js";

const form = document.getElementById("editor");
const preview = document.getElementById("preview");
let waiting;
let asked = 0;

async function update() {
  const mine = ++asked;
  const body = new URLSearchParams(new FormData(form));
  try {
    const { markup } = await fetchFragment(form.dataset.preview, { method: "POST", body });
    if (markup && mine === asked) showFragment(preview, markup);
  } catch {
    // No connection: the preview stays as it is, what was typed stays in the form.
  }
}

form.addEventListener("input", (event) => {
  if (preview.contains(event.target)) return;
  clearTimeout(waiting);
  waiting = setTimeout(update, 300);
});

form.addEventListener("submit", (event) => {
  if (event.submitter?.dataset.previewOnly === undefined) return;
  event.preventDefault();
  clearTimeout(waiting);
  update();
});
