// Around PrimeFaces' field of tags: a comma ends one, near-duplicates are told while typing and after. And the live check of the address.
"use strict";

import { afterPause, ask, Declined, field, form, make, say } from "./editor-page.js";

const near = document.getElementById("near");
const host = document.getElementById("tags");
const input = document.getElementById("tags_input");
const chosen = () => [...document.getElementById("tags_hinput").options];
const widget = () => window.PrimeFaces?.widgets?.tags;

/** The tags of the form, the one that is being typed included. */
export function tags() {
  return [...chosen().map((option) => option.value), ...input.value.split(",").map((name) => name.trim()).filter(Boolean)];
}

export function setTags(names) {
  host.querySelectorAll("li.ui-autocomplete-token").forEach((token) => token.remove());
  chosen().forEach((option) => option.remove());
  input.value = "";
  names.forEach((name) => widget()?.addItem(name));
}

function changed() {
  form.dispatchEvent(new Event("change"));
}

let turn = 0;

async function look(names) {
  const mine = ++turn;
  const found = [];
  for (const name of names) {
    const answer = await ask("/tags/complete.json?query=" + encodeURIComponent(name));
    answer.near.filter((each) => !tags().includes(each.name)).forEach((each) => found.push({ typed: name, ...each }));
  }
  if (mine !== turn) {          // asked anew meanwhile: an older answer must not stand in place of a newer one
    return;
  }
  near.replaceChildren(...found.slice(0, 3).map((each) => make("div", { class: "note warn" }, make("p", {}, each.sentence),
    make("button", { type: "button", class: "plain", onclick: () => { setTags([...new Set(tags().map((name) => name === each.typed ? each.name : name))]); soon(); changed(); input.focus(); } }, say("near.swap", { name: each.name })))));
  if (widget()?.panel.is(":visible")) {          // the field has moved, and its completions with it
    widget().alignPanel();
  }
}

const soon = afterPause(250, () => look(tags()).catch(() => near.replaceChildren()));

function checkSlug() {
  const help = document.getElementById("slug-help");
  const slug = field("slug");
  let turn = 0;
  const look = afterPause(300, async () => {
    const mine = ++turn;
    if (!slug.value.trim() && !field("title").value.trim()) {
      return;
    }
    try {
      const asked = new URLSearchParams({ slug: slug.value, title: field("title").value, ...(form.dataset.id ? { id: form.dataset.id } : {}) });
      const { address } = await ask("/articles/slug.json?" + asked);
      if (mine !== turn) {
        return;
      }
      help.textContent = say("slug.is", { address });
      help.classList.remove("wrong");
      slug.removeAttribute("aria-invalid");
    } catch (failed) {
      if (failed instanceof Declined && mine === turn) {
        help.textContent = failed.message;
        help.classList.add("wrong");
        slug.setAttribute("aria-invalid", "true");
      }
    }
  });
  slug.addEventListener("input", look);
  field("title").addEventListener("input", () => { if (!form.dataset.id) { look(); } });
}

/** Chosen tags are a list of names, without the numbers that stood beside the completions; the component calls it a list box, which it is not. */
function plainly() {
  const list = host.querySelector("ul");
  ["role", "aria-orientation"].forEach((attribute) => list.removeAttribute(attribute));
  list.setAttribute("aria-label", document.querySelector("label[for=tags_input]").textContent);
  list.querySelectorAll("li.ui-autocomplete-token").forEach((token) => {
    ["role", "aria-selected", "aria-label"].forEach((attribute) => token.removeAttribute(attribute));
    token.querySelector(".ui-autocomplete-token-label").textContent = token.getAttribute("data-token-value");
  });
}

export function startTags() {
  input.addEventListener("input", soon);
  input.addEventListener("keydown", (event) => {
    if (event.key === "," && input.value.trim() && !event.isComposing) {
      event.preventDefault();
      widget()?.addItem(input.value.trim());
    }
  });
  new MutationObserver(() => {
    plainly();
    soon();
    changed();
  }).observe(host.querySelector("ul"), { childList: true });
  plainly();
  checkSlug();
}
