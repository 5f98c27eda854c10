// Sitting a quiz: answers are saved on change, kept here while the network is away, sent when it
// is back. The timer speaks at set moments only. Without this script the same forms do it all.

import { hold, release } from "./app.js";
import { fetchFragment, ServerTrouble, showFragment } from "./fragment.js";

const stage = document.getElementById("stage");
const singleKeys = document.body.dataset.singleKeys !== "off";
const answer = () => stage.querySelector("form#answer");
const PAUSE = 900;
const AGAIN = 4000;
// An essay is kept here at every key, and saved whole each time while it grows: the longer it is the
// less often, and at once when its field or page is left.
const pauseOf = (text) => Math.min(60000, Math.max(10000, text.length * 8));
let waiting;
let again;
let under = Promise.resolve();
const touched = new WeakSet();
const LEFT = 30000; // a page asked for while an answer was on its way may still show the one before; in this tab alone

// What was given and is not stored yet, by attempt and question: outlives the page.
const drafts = {
  name: (form) => `quiz:${form.dataset.attempt}:${form.dataset.position}`,
  read(form) { try { return JSON.parse(localStorage.getItem(this.name(form))) ?? this.left(form); } catch { return null; } },
  left(form) { const kept = JSON.parse(sessionStorage.getItem(this.name(form))); return kept?.until > Date.now() ? kept.given : null; },
  write(form, given) { try { localStorage.setItem(this.name(form), JSON.stringify(given)); } catch { /* full or closed */ } },
  leave(form, given) { try { sessionStorage.setItem(this.name(form), JSON.stringify({ given, until: Date.now() + LEFT })); } catch { /* as above */ } },
  drop(form) { try { localStorage.removeItem(this.name(form)); sessionStorage.removeItem(this.name(form)); } catch { /* as above */ } },
};
const FIXED = new Set(["csrf_token", "key", "version", "position", "turn", "go"]);
const givenIn = (form) => [...new FormData(form)].filter(([name]) => !FIXED.has(name));
const said = (text) => { const line = stage.querySelector("[data-saving]"); if (line) line.textContent = text; };

/** The form as it stands, with a turn of its own, so that each change is stored once. */
function body(form, go) {
  const data = new URLSearchParams([...new FormData(form)].filter(([name]) => name !== "go"));
  if (go !== undefined) data.set("go", go);
  form.elements.turn.value = Number(form.elements.turn.value) + 1;
  data.set("turn", form.elements.turn.value);
  return data;
}

function changed(form) {
  if (!form.matches("[data-saves]")) return;
  touched.add(form);
  drafts.write(form, givenIn(form));
  said("");
  countWords(form);
  if (form.elements.text?.tagName === "TEXTAREA") {
    waiting ??= setTimeout(() => save(form), pauseOf(form.elements.text.value));
    return;
  }
  clearTimeout(waiting);
  waiting = setTimeout(() => save(form), PAUSE);
}

/** The words of an essay, counted as the server counts them. */
function countWords(form) {
  const line = form.querySelector("[data-words]");
  if (line) line.textContent = line.dataset.words.replace("{n}", (form.elements.text?.value ?? "").split(/\s+/).filter(Boolean).length);
}

/** Save without going anywhere; one after the other, so that the last one given is the last stored. */
function save(form) {
  clearTimeout(waiting);
  waiting = undefined;
  clearTimeout(again);
  under = under.then(() => saveNow(form));
  return under;
}

async function saveNow(form) {
  if (!form.isConnected || !form.matches("[data-saves]")) return;
  const given = JSON.stringify(givenIn(form));
  const line = stage.querySelector("[data-saving]");
  try {
    const response = await fetch(form.action, {
      method: "POST", credentials: "same-origin", body: body(form),
      headers: { "X-Save": "1", Accept: "application/json" },
    });
    if (response.status >= 500) throw new ServerTrouble(response.status);
    const told = response.headers.get("Content-Type")?.includes("json") ? await response.json() : null;
    if (told?.over) { drafts.drop(form); location.assign(told.over); return; }
    if (!told) { showTrouble("server-trouble", () => save(form)); return; }
    clearTrouble();
    if (JSON.stringify(givenIn(form)) === given && (told.saved || !told.notes)) drafts.drop(form);
    if (line?.isConnected) line.textContent = told.notes || (told.saved ? line.dataset.saved : "");
    mark(form, told.saved);
  } catch (error) {
    showTrouble(error instanceof ServerTrouble ? "server-trouble" : "no-connection", () => save(form));
    again = setTimeout(() => save(form), AGAIN);
  }
}

function mark(form, saved) {
  const slot = stage.querySelector(`.slot[value="${form.dataset.position}"]`);
  if (!saved || !slot) return;
  slot.classList.replace("is-open", "is-saved");
}

stage.addEventListener("input", (event) => { if (event.target.form?.id === "answer") changed(event.target.form); });
stage.addEventListener("change", (event) => { if (event.target.form?.id === "answer") changed(event.target.form); });
const left = () => { if (waiting && answer()) save(answer()); };
document.addEventListener("visibilitychange", () => { if (document.hidden) left(); });
stage.addEventListener("focusout", (event) => { // a button of the form saves by itself
  if (event.target.matches("textarea") && event.relatedTarget?.form !== event.target.form) left();
});
stage.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-move]")) changed(answer()); // lines of an order
});
addEventListener("online", () => { if (answer() && drafts.read(answer())) save(answer()); });

stage.addEventListener("submit", (event) => {
  const form = event.target;
  event.preventDefault();
  if (!hold(form, event.submitter)) return;
  clearTimeout(waiting);
  waiting = undefined;
  clearTimeout(again);
  const go = event.submitter?.value;
  under = under.then(() => send(form, go));
});

async function send(form, go) {
  clearTrouble();
  if (form.id === "answer" && form.matches("[data-saves]")) drafts.write(form, givenIn(form));
  try {
    const data = form.id === "answer" ? body(form, go) : new URLSearchParams(new FormData(form));
    const { markup, page, whole } = await fetchFragment(form.action, { method: "POST", body: data });
    if (page || whole) {
      if (form.id === "answer") drafts.drop(form);
      location.assign(page ?? location.href);
      return;
    }
    if (form.id === "answer") drafts.drop(form);
    show(markup);
  } catch (error) {
    release(form);
    showTrouble(error instanceof ServerTrouble ? "server-trouble" : "no-connection", () => { if (hold(form)) send(form, go); });
  }
}

function show(markup) {
  showFragment(stage, markup);
  stage.classList.add("swapped");
  const top = stage.querySelector("[data-title]");
  if (top) {
    document.title = top.dataset.title;
    if (top.dataset.address) history.pushState(null, "", top.dataset.address);
  }
  arrive();
  scrollTo(0, 0);
}

function arrive() {
  const form = answer();
  if (form) { restore(form); countWords(form); }
  startTimer();
  const next = stage.querySelector("#text:not([disabled])") ?? stage.querySelector("#stem");
  next?.focus({ preventScroll: true });
}

/** Put back what was given here and never reached the server. */
function restore(form) {
  const kept = form.matches("[data-saves]") ? drafts.read(form) : null;
  if (!kept) return;
  for (const field of form.elements) {
    if (!field.name || FIXED.has(field.name)) continue;
    const values = kept.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === "radio" || field.type === "checkbox") field.checked = values.includes(field.value);
    else if (values.length) field.value = values[0];
  }
  said("");
  save(form);
}

addEventListener("popstate", () => location.reload());
addEventListener("pagehide", () => {
  const form = answer();
  if (!form?.matches("[data-saves]")) return;
  if (drafts.read(form)) navigator.sendBeacon?.(form.action, body(form));
  else if (touched.has(form)) drafts.leave(form, givenIn(form));
});

function clearTrouble() { stage.querySelectorAll(".message.trouble").forEach((one) => one.remove()); }

function showTrouble(which, retry) {
  if (stage.querySelector(".message.trouble")) return;
  const copy = document.getElementById(which).content.cloneNode(true).firstElementChild;
  copy.classList.add("trouble");
  copy.setAttribute("role", "alert");
  copy.querySelector("[data-retry]").addEventListener("click", retry);
  stage.querySelector(".focus-body").prepend(copy);
}

// The timer: seconds for the eye, words for the ear at set moments.
let ticking;
function startTimer() {
  clearInterval(ticking);
  const timer = stage.querySelector(".timer");
  if (!timer) return;
  const words = JSON.parse(timer.dataset.words);
  const end = performance.now() + Number(timer.dataset.left) * 1000;
  const face = timer.querySelector("time");
  const label = timer.querySelector(".hidden-text");
  if (label) label.remove();
  face.setAttribute("aria-hidden", "true");
  let before = Infinity;
  const tick = () => {
    const left = Math.max(0, Math.round((end - performance.now()) / 1000));
    face.textContent = clock(left);
    timer.classList.toggle("is-short", left <= 60);
    for (const moment of Object.keys(words)) {
      if (before > Number(moment) && left <= Number(moment) && before !== Infinity) speak(words[moment]);
    }
    before = left;
    if (left === 0) { clearInterval(ticking); finish(); }
  };
  tick();
  ticking = setInterval(tick, 1000);
}

function clock(left) {
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(left / 3600);
  const rest = `${two(Math.floor((left % 3600) / 60))}:${two(left % 60)}`;
  return hours ? `${hours}:${rest}` : rest;
}

function speak(text) { document.getElementById("time-said").textContent = text; }

/** Time is over: what stands here is saved within the grace, then the server submits. */
async function finish() {
  const form = answer();
  if (form?.matches("[data-saves]")) await save(form);
  const address = (form?.action ?? document.getElementById("finish")?.action ?? location.pathname).replace(/\/submit$/, "");
  const data = new URLSearchParams({ csrf_token: stage.querySelector("[name='csrf_token']").value });
  try {
    const response = await fetch(`${address}/submit`, { method: "POST", credentials: "same-origin", body: data });
    location.assign(response.url);
  } catch {
    setTimeout(finish, AGAIN);
  }
}

// Keys: 1 to 9 choose, never while typing, never with a modifier.
const typing = (element) => element?.matches?.("input[type='text'], textarea, select");
document.addEventListener("keydown", (event) => {
  if (!singleKeys || event.repeat || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (!/^[1-9]$/.test(event.key)) return;
  const row = stage.querySelector(`[data-row="${event.key}"] button:enabled`);
  const option = stage.querySelector(`[data-number="${event.key}"]`);
  if (row) row.focus();
  else if (option) { option.click(); option.focus(); }
  else return;
  event.preventDefault();
});

arrive();
