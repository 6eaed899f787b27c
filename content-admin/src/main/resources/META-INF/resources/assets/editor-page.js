// What all parts of the editor share: the form, its words, and the way to the server.
"use strict";

import { ask as askServer, Declined, SignedOut } from "./server.js";

export { Declined, SignedOut };
export const form = document.getElementById("article");
export const text = document.getElementById("text");
export const root = form.dataset.root;
const words = JSON.parse(document.getElementById("words-of-editor").textContent);

/** A sentence of the page, with values in place of its words between brackets. */
export function say(key, values = {}) {
  return words[key].replace(/\[(\w+)\]/g, (all, name) => values[name] ?? all);
}

/** An element with attributes and children; texts are only ever texts. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      element.addEventListener(key.slice(2), value);
    } else {
      element.setAttribute(key, value);
    }
  }
  element.append(...children);
  return element;
}

export function field(name) {
  return form.elements.namedItem(name);
}

/** Asks for JSON of the desk. */
export const ask = (path, options) => askServer(root, path, options);

/** Who is signed in now; takes the token of the session into the form. @throws SignedOut if nobody is, or somebody else */
export async function renew(query = "") {
  const now = await ask("/autosave.json" + query);
  if (now.account !== form.dataset.account) {
    throw new SignedOut(now.account);
  }
  field("token").value = now.token;
  return now;
}

/** Sends fields. After a sign-in in another tab the token is another: it is fetched, and the fields are sent once more. */
export async function send(path, fields) {
  const once = () => ask(path, { method: "POST", body: new URLSearchParams({ ...fields, token: field("token").value }) });
  try {
    return await once();
  } catch (refused) {
    if (!(refused instanceof SignedOut)) {
      throw refused;
    }
    await renew();
    return once();
  }
}

/** Puts text in place of the selection, so that it can be undone like typing. */
export function put(inserted, from = text.selectionStart, to = text.selectionEnd) {
  text.focus();
  text.setSelectionRange(from, to);
  if (!(inserted === "" ? document.execCommand("delete") : document.execCommand("insertText", false, inserted))) {
    text.setRangeText(inserted, from, to, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Calls back after a pause in calls. */
export function afterPause(milliseconds, deed) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(deed, milliseconds, ...given);
  };
}

/** A dialog with one form. @return whether it was sent */
export function dialog(...children) {
  return new Promise((resolve) => {
    const cancel = make("button", { type: "button", class: "button", onclick: () => box.close("") }, say("cancel"));
    const inner = make("form", { method: "dialog" }, ...children);
    inner.querySelector(".ways").append(cancel);
    inner.addEventListener("submit", (event) => { event.preventDefault(); box.close("yes"); });
    const box = make("dialog", { class: "asking", "aria-label": inner.querySelector("label").textContent }, inner);
    box.addEventListener("close", () => { box.remove(); resolve(box.returnValue === "yes"); });
    document.body.append(box);
    box.showModal();
  });
}
