// Study without page loads: answers go by fetch, keys work, typed text survives. All optional.

import { hold, release } from "./app.js";
import { fetchFragment, ServerTrouble, showFragment } from "./fragment.js";

const stage = document.getElementById("stage");
const keys = document.getElementById("keys");
const singleKeys = document.body.dataset.singleKeys !== "off";
const typing = (element) => element?.matches?.("input[type='text'], input[type='search'], textarea, select, [contenteditable]");
const form = () => stage.querySelector("form[data-state]");
// A draft belongs to the question: a page that is loaded anew asks it under another key.
const drafts = {
  name: (of) => `answer:${of.elements.version?.value}`,
  read(of) { try { return sessionStorage.getItem(this.name(of)); } catch { return null; } },
  write(of, text) { try { sessionStorage.setItem(this.name(of), text); } catch { /* storage is full or closed */ } },
  drop(of) { try { sessionStorage.removeItem(this.name(of)); } catch { /* as above */ } },
};

stage.addEventListener("submit", (event) => {
  const sent = event.target;
  event.preventDefault();
  if (!hold(sent, event.submitter)) return;
  const data = new FormData(sent, event.submitter);
  const get = sent.method === "get";
  const action = event.submitter?.hasAttribute("formaction") ? event.submitter.formAction : sent.action;
  send(sent, get ? sent.action : new Request(action).url, get ? {} : { method: "POST", body: new URLSearchParams(data) });
});

async function send(sent, address, options) {
  clearTrouble();
  try {
    const { markup, page, whole } = await fetchFragment(address, options);
    if (whole) { sendPlainly(address, options.body); return; }
    if (page) { location.assign(page); return; }
    const before = stage.querySelector(".line")?.value;
    drafts.drop(sent);
    showFragment(stage, markup);
    arrive(before);
  } catch (error) {
    release(sent);
    showTrouble(error instanceof ServerTrouble ? "server-trouble" : "no-connection", () => {
      if (hold(sent)) send(sent, address, options);
    });
  }
}

/** Send a form as a browser without scripts would: its key makes it count once all the same. */
function sendPlainly(address, body) {
  const plain = document.createElement("form");
  plain.method = "post";
  plain.action = address;
  plain.hidden = true;
  for (const [name, value] of body) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    plain.append(field);
  }
  document.body.append(plain);
  plain.submit();
}

function arrive(before) {
  stage.classList.add("swapped");
  const title = stage.querySelector("[data-title]");
  if (title) document.title = title.dataset.title;
  growLine(before);
  restoreDraft();
  scrollTo(0, 0);
  const state = form()?.dataset.state;
  const text = stage.querySelector("#text");
  const next = state === "verdict" ? stage.querySelector("[autofocus]") : text ?? stage.querySelector("#stem");
  next?.focus({ preventScroll: true });
}

function growLine(before) {
  const line = stage.querySelector(".line");
  if (!line || before === undefined || before > line.value) return;
  const now = line.value;
  line.value = before;
  line.getBoundingClientRect();
  line.value = now;
}

function restoreDraft() {
  const text = stage.querySelector("#text");
  if (!text) return;
  const kept = drafts.read(form());
  if (kept && !text.value) text.value = kept;
}

stage.addEventListener("input", (event) => {
  if (event.target.id === "text") drafts.write(form(), event.target.value);
});

function clearTrouble() { stage.querySelectorAll(".message.trouble").forEach((one) => one.remove()); }

function showTrouble(which, retry) {
  const copy = document.getElementById(which).content.cloneNode(true).firstElementChild;
  copy.classList.add("trouble");
  copy.setAttribute("role", "alert");
  const button = copy.querySelector("[data-retry]");
  button.addEventListener("click", retry);
  stage.querySelector(".focus-body").prepend(copy);
  button.focus();
}

// Keys: never while typing, never with a modifier, never inside the dialog.
document.addEventListener("keydown", (event) => {
  if (!singleKeys || event.repeat || event.ctrlKey || event.metaKey || event.altKey || keys.open || typing(event.target)) return;
  const act = actionFor(event);
  if (act) { event.preventDefault(); act(); }
});

function actionFor(event) {
  const { key, target } = event;
  if (/^[1-9]$/.test(key)) return choose(key);
  if (key === " ") return space(target);
  if (key === "Enter") return enter(target);
  if (key.toLowerCase() === "u") return press("button[form='undo']");
  if (key.toLowerCase() === "s") return press("[data-source]");
  if (key === "?") return () => keys.showModal();
  return null;
}

function press(selector) {
  const element = stage.querySelector(selector);
  return element && (() => element.click());
}

function choose(key) {
  const row = stage.querySelector(`[data-row="${key}"] button:enabled`);
  if (row) return () => row.focus();
  const element = stage.querySelector(`[data-number="${key}"]`);
  if (!element) return null;
  return () => { element.click(); if (element.matches("input")) element.focus(); };
}

const pressable = (target) => target?.matches?.("a[href], button, summary");

function space(target) {
  if (pressable(target)) return null;
  if (target?.matches?.("input[type='radio']") && !target.checked) return null;
  if (target?.matches?.("input[type='checkbox']")) return null;
  return form()?.dataset.state === "back" ? press(".rate .usual") : sendNow();
}

function enter(target) {
  if (pressable(target) || target?.matches?.("input")) return null;
  return form()?.dataset.state === "back" ? null : sendNow();
}

function sendNow() {
  const here = form();
  return here && (() => here.requestSubmit());
}

document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-keys]")) return;
  event.preventDefault();
  keys.showModal();
});

restoreDraft();
const first = stage.querySelector("#text") ?? stage.querySelector("[autofocus]");
if (first && document.activeElement === document.body) first.focus({ preventScroll: true });
