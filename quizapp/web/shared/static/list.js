// One tick for the whole page of a list. Without scripts each line has its own.

const all = document.querySelector("[data-all]");
const ticks = [...document.querySelectorAll("#many input[name='question']")];

if (all) {
  all.closest("[data-scripts-only]").hidden = false;
  all.addEventListener("change", () => ticks.forEach((tick) => { tick.checked = all.checked; }));
  document.getElementById("many").addEventListener("change", () => {
    const chosen = ticks.filter((tick) => tick.checked).length;
    all.checked = chosen === ticks.length;
    all.indeterminate = chosen > 0 && chosen < ticks.length;
  });
}
