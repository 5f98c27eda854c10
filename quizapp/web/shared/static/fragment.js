// The only place where markup from our own server becomes part of a page.

const policy = globalThis.trustedTypes?.createPolicy("fragment", { createHTML: (markup) => markup });

/** Fetch a fragment of a page from this host.
 *  Resolves to {markup} for a fragment, {page} when the server led to a whole page, and {whole}
 *  when it answered a sent form with one: that page is shown by sending the form without scripts. */
export async function fetchFragment(address, options = {}) {
  const response = await fetch(address, {
    ...options,
    credentials: "same-origin",
    headers: { "X-Fragment": "1", Accept: "text/html" },
  });
  if (response.status >= 500) throw new ServerTrouble(response.status);
  const markup = await response.text();
  if (new URL(response.url).origin !== location.origin) throw new ServerTrouble(0);
  if (/^\s*<!doctype/i.test(markup)) {
    if (options.body && !response.redirected) return { whole: true };
    return { page: response.redirected ? response.url : location.href };
  }
  return { markup };
}

/** The server was reached and could not do what was asked. */
export class ServerTrouble extends Error {}

/** Replace what is inside `element` by markup that came from fetchFragment. */
export function showFragment(element, markup) {
  element.innerHTML = policy ? policy.createHTML(markup) : markup;
}
