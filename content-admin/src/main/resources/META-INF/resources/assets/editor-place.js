// Whoever saves goes on where the caret was: the page that comes back is another one, at its beginning.
"use strict";

import { field, form, text } from "./editor-page.js";

const PLACE = "lectern-place";      // of this tab: where somebody was who saved
const sheet = document.getElementById("sheet");
const page = field("page").value;
let last = text;                    // the field that was written in last, whichever button was pressed since

export function rememberPlace() {
  sessionStorage.setItem(PLACE, JSON.stringify({ page, length: text.value.length, field: last.id, from: last.selectionStart, to: last.selectionEnd, scrolled: text.scrollTop, sheet: sheet.scrollTop, window: scrollY }));
}

/** Once, and only where the same text came back from being saved. */
function comeBack() {
  const place = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
  sessionStorage.removeItem(PLACE);
  if (!place || form.dataset.done !== "true" || place.length !== text.value.length || place.page !== page && !place.page.startsWith("new:")) {
    return;
  }
  const there = document.getElementById(place.field) ?? text;
  there.focus({ preventScroll: true });
  if (place.from !== null) {
    there.setSelectionRange(place.from, place.to);
  }
  text.scrollTop = place.scrolled;
  sheet.scrollTop = place.sheet;
  scrollTo(0, place.window);
}

export function startPlace() {
  form.addEventListener("focusin", (event) => {
    if (event.target.matches("input[id], textarea[id]")) {
      last = event.target;
    }
  });
  comeBack();
}
