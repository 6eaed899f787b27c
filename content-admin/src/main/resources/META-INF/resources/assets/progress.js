// Keeps the page of a running import current without loading it anew; without this file the page loads itself every few seconds.
"use strict";

const PAUSE = 1500;

async function look() {
  try {
    const answer = await fetch(location.href, { cache: "no-store", redirect: "follow" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const progress = page.getElementById("progress");
    if (!progress) {      // it has ended, or the sign-in has: the page itself says which
      location.reload();
      return;
    }
    document.getElementById("progress").replaceChildren(...progress.children);
  } catch {
    // the server cannot be reached just now: ask again
  }
  setTimeout(look, PAUSE);
}

setTimeout(look, PAUSE);
