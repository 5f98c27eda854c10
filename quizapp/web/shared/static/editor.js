// The preview beside the question form follows while one types; rows are added and moved in place.
// Without scripts buttons do the same through the server.

import { fetchFragment, showFragment } from "./fragment.js";

const form = document.getElementById("editor");
const preview = document.getElementById("preview");
const list = form.querySelector("[data-rows]");
let waiting;
let asked = 0;

async function update() {
  const mine = ++asked;
  const typed = new FormData(form);
  typed.delete("picture_file");
  const body = new URLSearchParams(typed);
  try {
    const { markup } = await fetchFragment(form.dataset.preview, { method: "POST", body });
    if (markup && mine === asked) showFragment(preview, markup);
  } catch {
    // No connection: the preview stays as it is, what was typed stays in the form.
  }
}

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(update, 300);
}

form.addEventListener("input", (event) => {
  if (!preview.contains(event.target)) soon();
});

form.addEventListener("submit", (event) => {
  if (event.submitter?.dataset.previewOnly === undefined) return;
  event.preventDefault();
  clearTimeout(waiting);
  update();
});

const rowsOf = () => [...list.children];
const fieldsOf = (row) => [...row.querySelectorAll("input, select")];

/** What a row holds changes places with its neighbour; names and labels stay where they are. */
function move(row, by) {
  const rows = rowsOf();
  const other = rows[rows.indexOf(row) + by];
  if (!other) return null;
  const mine = fieldsOf(row);
  fieldsOf(other).forEach((theirs, index) => {
    const one = mine[index];
    if (one.type === "radio" || one.type === "checkbox") {
      const checked = [one.checked, theirs.checked];
      if (one.type === "checkbox" || checked[0] || checked[1]) [theirs.checked, one.checked] = checked;
    } else [theirs.value, one.value] = [one.value, theirs.value];
  });
  const said = form.querySelector("[data-moved]");
  said.textContent = said.dataset.words.replace("{place}", rows.indexOf(other) + 1);
  soon();
  return other;
}

/** One more empty row, made from the last one. */
function add() {
  const rows = rowsOf();
  const number = rows.length;
  const last = rows[number - 1];
  const row = last.cloneNode(true);
  const renumber = (text) => text.replace(`-${number - 1}`, `-${number}`);
  for (const one of row.querySelectorAll("input, select, button")) {
    if (one.name !== "right") one.name = renumber(one.name);
    if (one.id) one.id = renumber(one.id);
    if (one.ariaLabel) one.ariaLabel = one.ariaLabel.replace(number, number + 1);
    if (one.type === "radio") one.value = number;
    else if (one.tagName === "BUTTON") one.value = renumber(one.value);
    else if (one.tagName === "SELECT") one.selectedIndex = 0;
    else if (one.type !== "checkbox") one.value = "";
    if (one.type === "radio" || one.type === "checkbox") one.checked = false;
    one.removeAttribute("aria-invalid");
  }
  for (const words of row.querySelectorAll(".hidden-text, .number")) words.textContent = words.textContent.replace(number, number + 1);
  for (const icon of row.querySelectorAll("svg[aria-label]")) icon.setAttribute("aria-label", icon.getAttribute("aria-label").replace(number, number + 1));
  last.querySelectorAll(".move")[1].disabled = false;
  list.append(row);
  if (number + 1 >= Number(list.dataset.most)) form.querySelector(".add-option").hidden = true;
  row.querySelector("input.input").focus();
}

list?.closest("fieldset").addEventListener("click", (event) => {
  const button = event.target.closest("button[name='do']");
  if (!button) return;
  event.preventDefault();
  if (button.value === "add") { add(); return; }
  const by = button.value.startsWith("up") ? -1 : 1;
  const other = move(button.closest("[data-row]"), by);
  const same = other?.querySelectorAll(".move")[by < 0 ? 0 : 1];
  (same?.disabled ? other.querySelector(".move:enabled") : same)?.focus();
});

list?.addEventListener("keydown", (event) => {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const row = event.target.closest("[data-row]");
  if (!by || !event.altKey || !row) return;
  event.preventDefault();
  const place = fieldsOf(row).indexOf(event.target);
  const other = move(row, by);
  if (other && place >= 0) fieldsOf(other)[place].focus();
});

if (form.querySelector("[data-draw]")) import("./regions.js").then(({ draw }) => draw(form, list, add, soon));
