// Lines that are put in order: buttons and arrow keys move them. Without scripts each has a select.

const stage = document.getElementById("stage");
const rowsOf = (list) => [...list.children];

/** Make the lists on the page movable; what was given before stands at its place already. */
function begin() {
  for (const list of stage.querySelectorAll("[data-order]:not([data-begun])")) {
    list.dataset.begun = "yes";
    const place = (row) => Number(row.querySelector("select").value) || list.children.length;
    list.append(...rowsOf(list).sort((one, other) => place(one) - place(other)));
    for (const row of rowsOf(list)) {
      row.querySelector(".select").hidden = true;
      row.querySelector(".moves").hidden = false;
    }
    number(list);
  }
}

/** Write the places as the lines stand now. */
function number(list) {
  rowsOf(list).forEach((row, index, rows) => {
    row.dataset.row = row.querySelector(".chip").textContent = index + 1;
    row.querySelector("select").value = index + 1;
    row.querySelector("[data-move='-1']").disabled = index === 0;
    row.querySelector("[data-move='1']").disabled = index === rows.length - 1;
  });
}

function move(row, by) {
  const list = row.parentElement;
  const rows = rowsOf(list);
  const other = rows[rows.indexOf(row) + by];
  if (!other) return;
  if (by < 0) other.before(row); else other.after(row);
  number(list);
  const button = row.querySelector(`[data-move='${by}']`);
  (button.disabled ? row.querySelector("button:enabled") : button).focus();
  const said = stage.querySelector("[data-said]");
  said.textContent = said.dataset.words.replace("{place}", row.dataset.row);
}

stage.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-move]");
  if (button) move(button.closest("li"), Number(button.dataset.move));
});

stage.addEventListener("keydown", (event) => {
  const row = event.target.closest?.("[data-order] > li");
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!row || !by || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  move(row, by);
});

new MutationObserver(begin).observe(stage, { childList: true });
begin();
