// Regions drawn on the picture of a question: the numbers go into the fields of a row, and what
// stands in the fields is drawn. Without scripts the numbers are written.

const NAMES = ["x", "y", "width", "height"];
const SVG = "http://www.w3.org/2000/svg";

export function draw(form, list, add, changed) {
  const area = form.querySelector("[data-draw]");
  const spots = area.querySelector(".spots");
  const rows = () => [...list.children];
  const field = (row, name) => row.querySelector(`[name$="-${name}"]`);
  const typed = (row) => NAMES.map((name) => field(row, name).value.replace(",", "."));
  let chosen;
  let from;

  function shape(name, [x, y, width, height], kind) {
    const made = document.createElementNS(SVG, name === "round" ? "ellipse" : "rect");
    const given = name === "round"
      ? { cx: x + width / 2, cy: y + height / 2, rx: width / 2, ry: height / 2 }
      : { x, y, width, height };
    for (const [key, value] of Object.entries(given)) made.setAttribute(key, `${value}%`);
    made.classList.add(kind);
    return made;
  }

  function show() {
    spots.replaceChildren();
    rows().forEach((row, index) => {
      const numbers = typed(row).map(Number);
      if (typed(row).includes("") || numbers.some((one) => !(one >= 0 && one <= 100))) return;
      const name = field(row, "shape").value;
      const words = document.createElementNS(SVG, "text");
      words.textContent = index + 1;
      words.setAttribute("x", `${numbers[0] + numbers[2] / 2}%`);
      words.setAttribute("y", `${numbers[1] + numbers[3] / 2}%`);
      words.classList.add("spot-words");
      spots.append(shape(name, numbers, "halo"), shape(name, numbers, "edge"), words);
    });
  }

  /** Where the pointer is, in percent of the picture. */
  function place(event) {
    const box = area.getBoundingClientRect();
    const part = (at, start, size) => Math.min(100, Math.max(0, ((at - start) / size) * 100));
    return [part(event.clientX, box.left, box.width), part(event.clientY, box.top, box.height)];
  }

  function target() {
    const bare = (row) => typed(row).every((one) => !one);
    if (chosen?.isConnected) return chosen;
    const free = rows().find(bare);
    if (free) return free;
    add();
    return rows().find(bare);
  }

  area.addEventListener("pointerdown", (event) => {
    if (!form.querySelector('[name="kind"][value="image_regions"]:checked')) return;
    event.preventDefault();
    area.setPointerCapture(event.pointerId);
    from = { at: place(event), row: target() };
  });
  area.addEventListener("pointermove", (event) => {
    if (!from?.row) return;
    const at = place(event);
    const start = at.map((one, index) => Math.min(one, from.at[index]));
    const size = at.map((one, index) => Math.abs(one - from.at[index]));
    [...start, ...size].forEach((one, index) => {
      field(from.row, NAMES[index]).value = Math.round(one * 10) / 10;
    });
    show();
  });
  area.addEventListener("pointerup", () => {
    if (!from?.row) return;
    field(from.row, "text").focus({ preventScroll: true });
    from = chosen = undefined;
    changed();
  });
  list.addEventListener("focusin", (event) => { chosen = event.target.closest("[data-row]"); });
  form.addEventListener("input", show);
  form.querySelector(".draw-hint").hidden = false;
  show();
}
