// The list of who is sitting a quiz renews itself while it is looked at.

import { fetchFragment, showFragment } from "./fragment.js";

const PAUSE = 5000;
const list = document.querySelector("[data-live]");

async function renew() {
  if (document.visibilityState === "visible" && !list.contains(document.activeElement)) {
    try {
      const answer = await fetchFragment(list.dataset.live);
      if (answer.markup) showFragment(list, answer.markup);
      if (answer.page) location.assign(answer.page);
    } catch {
      // The network is away: what stands there says as of when; the next turn tries again.
    }
  }
  setTimeout(renew, PAUSE);
}

if (list) setTimeout(renew, PAUSE);
