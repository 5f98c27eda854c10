// The review without page loads: keys decide, the text stays where it is. All of it works without.

import { hold, release } from "./app.js";
import { fetchFragment, showFragment } from "./fragment.js";

const review = document.getElementById("review");
const singleKeys = document.body.dataset.singleKeys !== "off";
const reading = () => review.querySelector("[data-reading]");
const typing = (element) => element.matches?.("input, textarea, select");

function show(markup, { focus = true } = {}) {
  const top = scrollY;
  showFragment(review, markup);
  scrollTo(0, top);
  const invalid = review.querySelector("[aria-invalid]");
  if (focus) (invalid ?? document.getElementById("card-title"))?.focus({ preventScroll: true });
  review.querySelector(".text-side .is-current")?.scrollIntoView({ block: "nearest" });
  watch();
}

async function send(form, submitter) {
  const body = new URLSearchParams(new FormData(form, submitter));
  try {
    const { markup, page, whole } = await fetchFragment(form.action, { method: "POST", body });
    if (markup) show(markup);
    else if (whole) form.submit();
    else location.assign(page);
  } catch {
    release(form);
    form.submit(); // the browser says what is wrong with the connection or the server
  }
}

review.addEventListener("submit", (event) => {
  event.preventDefault();
  if (hold(event.target, event.submitter)) send(event.target, event.submitter);
});

review.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.dataset.key === "e") {
    event.preventDefault();
    edit();
  } else if (link.matches(".value, .next-ones a, .move-on")) {
    event.preventDefault();
    const { markup, page } = await fetchFragment(link.href);
    if (markup) show(markup);
    else location.assign(page);
  }
});

function edit() {
  const field = document.getElementById("subject");
  field?.focus();
  field?.select();
}

document.addEventListener("keydown", (event) => {
  if (!singleKeys || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && typing(event.target)) return event.target.blur();
  if (event.target.id === "statement" && event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    return review.querySelector("[data-key='a']")?.click();
  }
  if (typing(event.target)) return;
  const element = review.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!element) return;
  event.preventDefault();
  element.click();
});

let timer;
/** While the text is being read, look once a second; what somebody is writing stays. */
function watch() {
  clearTimeout(timer);
  if (reading()) timer = setTimeout(look, review.querySelector("#card") ? 1000 : 300);
}

/** Whether somebody is at work here: a form is on its way, or something was written. */
function busy() {
  if (review.querySelector("form[data-sent]") || typing(document.activeElement)) return true;
  return [...review.querySelectorAll("input, textarea")].some((one) => one.value !== one.defaultValue);
}

async function look() {
  if (busy()) return watch();
  try {
    const { markup } = await fetchFragment(location.href);
    if (markup && !busy()) {
      const had = document.activeElement?.id === "card-title";
      show(markup, { focus: had });
    } else {
      watch();
    }
  } catch {
    watch();
  }
}

watch();
