// What every page can do a little better with scripts. Nothing here is needed to use the product.

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
for (const field of document.querySelectorAll("input[data-zone='fill']")) {
  if (!field.value) field.value = zone || "";
}

/** Keep a form from being sent twice; after 400 ms its button says what it is doing. */
export function hold(form, submitter) {
  if (form.dataset.sent) return false;
  form.dataset.sent = "yes";
  const button = submitter ?? form.querySelector("button:not([type='button'])");
  if (button) form.waiting = setTimeout(() => wait(button), 400);
  return true;
}

/** Let a held form be sent again. */
export function release(form) {
  clearTimeout(form.waiting);
  delete form.dataset.sent;
  for (const button of [...form.elements].filter((one) => one.dataset?.words)) {
    button.removeAttribute("aria-disabled");
    button.querySelector(".spinner")?.remove();
    (button.querySelector("span") ?? button).textContent = button.dataset.words;
    delete button.dataset.words;
  }
}

function wait(button) {
  const words = button.querySelector("span");
  if (!button.dataset.busy || !words) return;
  button.style.minInlineSize = `${button.offsetWidth}px`;
  button.dataset.words = words.textContent;
  button.setAttribute("aria-disabled", "true");
  words.textContent = button.dataset.busy;
  const spinner = document.createElement("i");
  spinner.className = "spinner";
  words.before(spinner);
}

const stage = document.getElementById("stage");
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || stage?.contains(event.target) || event.target.method === "dialog") return;
  if (!hold(event.target, event.submitter)) event.preventDefault();
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-print]")) print();
});

document.getElementById("errors")?.focus();
