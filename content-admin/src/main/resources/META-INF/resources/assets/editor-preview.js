// What readers will see, made by the site itself; scrolls in step with the text, by the headings of both.
"use strict";

import { afterPause, Declined, field, form, make, say, send, text } from "./editor-page.js";

const sheet = document.getElementById("sheet");
const preview = pane(document.getElementById("preview"));
const excerpt = pane(document.getElementById("excerpt"));
const words = document.getElementById("words");
const outline = document.getElementById("outline");
let sent = null;
let running = false;
let again = false;

/** HTML of the site in a tree of its own, so that neither its names nor its styles meet those of the desk. */
function pane(host) {
  if (!host.shadowRoot) {
    const shadow = host.attachShadow({ mode: "open" });
    shadow.append(make("link", { rel: "stylesheet", href: form.dataset.style }), make("div", { class: "prose" }));
    host.querySelector("template")?.remove();
  }
  return host.shadowRoot.querySelector(".prose");
}

/** The site's renderer has made this HTML harmless, and the page's policy lets nothing run. */
function show(place, html) {
  place.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  place.querySelectorAll("a[href]").forEach((link) => { link.target = "_blank"; link.rel = "noopener"; });
}

async function look() {
  const wanted = JSON.stringify([text.value, field("summary").value]);
  if (wanted === sent) {
    return;
  }
  if (running) {
    again = true;
    return;
  }
  running = true;
  try {
    const proof = await send("/articles/proof.json", { text: text.value, summary: field("summary").value });
    sent = wanted;
    const place = sheet.scrollTop;
    show(preview, proof.html);
    show(excerpt, proof.excerpt);
    sheet.scrollTop = place;
    words.textContent = proof.words + ".";
    preview.removeAttribute("aria-busy");
    tellOutline(proof.outline);
  } catch (failed) {
    words.textContent = failed instanceof Declined ? failed.message : say("preview.failed");
  } finally {
    running = false;
    if (again) {
      again = false;
      soon();
    }
  }
}

const soon = afterPause(350, look);

function tellOutline(headings) {
  document.getElementById("outline-fact").hidden = headings.length === 0;
  outline.replaceChildren(...headings.map((heading, at) => make("li", { class: "l" + heading.level }, make("button", { type: "button", onclick: () => go(at) }, heading.text))));
}

/** Where headings begin in the text: lines that begin with number signs, or that are underlined, outside of fences. */
function places() {
  const found = [];
  let fence = null;
  let at = 0;
  let last = "";
  for (const line of text.value.split("\n")) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line);
    if (fence) {
      fence = mark && mark[1][0] === fence[0] && mark[1].length >= fence.length && line.trim() === mark[1] ? null : fence;
    } else if (mark) {
      fence = mark[1];
    } else if (/^ {0,3}#{1,6}([ \t]|$)/.test(line)) {
      found.push(at);
    } else if (/^ {0,3}(=+|-+)[ \t]*$/.test(line) && last.trim() && !/^ {0,3}([-*+>#]|\d+[.)])/.test(last)) {
      found.push(at - last.length - 1);
    }
    last = line;
    at += line.length + 1;
  }
  return found;
}

function go(heading) {
  const place = places()[heading];
  if (place !== undefined) {
    text.focus();
    text.setSelectionRange(place, place);
    text.scrollTop = top(place);
  }
  const shown = preview.querySelectorAll(":scope > :is(h1, h2, h3, h4, h5, h6)")[heading];
  if (shown) {
    sheet.scrollTop = shown.offsetTop - 16;
  }
}

/** How far from its top the text has this character, as its share of all lines. */
function top(place) {
  const lines = text.value.split("\n").length;
  return (text.value.slice(0, place).split("\n").length - 1) / lines * text.scrollHeight;
}

/** Pairs of heights, in the text and in the preview, between which both go on evenly. */
function anchors() {
  const shown = [...preview.querySelectorAll(":scope > :is(h1, h2, h3, h4, h5, h6)")];
  const written = text.value.length < 300_000 ? places() : [];
  const pairs = written.length === shown.length ? written.map((place, at) => [top(place), shown[at].offsetTop - 16]) : [];
  return [[0, 0], ...pairs.filter(([here, there]) => here > 0 && there > 0), [Math.max(1, text.scrollHeight - text.clientHeight), Math.max(1, sheet.scrollHeight - sheet.clientHeight)]];
}

function follow() {
  const pairs = anchors();
  const at = text.scrollTop;
  const next = Math.max(1, pairs.findIndex(([here]) => here > at));
  const [from, to] = at >= pairs.at(-1)[0] ? [pairs.at(-2), pairs.at(-1)] : [pairs[next - 1], pairs[next]];
  sheet.scrollTop = from[1] + (at - from[0]) / Math.max(1, to[0] - from[0]) * (to[1] - from[1]);
}

export function startPreview() {
  let due = false;
  text.addEventListener("input", soon);
  field("summary").addEventListener("input", soon);
  text.addEventListener("scroll", () => {
    if (!due) {
      due = true;
      requestAnimationFrame(() => { due = false; follow(); });
    }
  }, { passive: true });
  look();
}
