// What readers will see, made by the site itself; scrolls in step with the text, by the headings of both.
"use strict";

import { Declined, field, form, make, say, send, text } from "./editor-page.js";

const sheet = document.getElementById("sheet");
const preview = pane(document.getElementById("preview"));
const excerpt = pane(document.getElementById("excerpt"));
const words = document.getElementById("words");
const outline = document.getElementById("outline");
const PAUSE = 350;
let sent = null;
let told = "[]";
let took = 0;         // the last preview, in milliseconds
let running = false;
let again = false;

/** HTML of the site in a tree of its own, so that neither its names nor its styles meet those of the desk. */
function pane(host) {
  if (!host.shadowRoot) {
    const shadow = host.attachShadow({ mode: "open" });
    shadow.append(make("link", { rel: "stylesheet", href: form.dataset.style }), make("div", { class: "prose" }));
    host.querySelector("template")?.remove();
  }
  const place = host.shadowRoot.querySelector(".prose");
  leadOut(place);
  return place;
}

/** Nobody leaves the editor by a link of the preview. */
function leadOut(place) {
  place.querySelectorAll("a[href]").forEach((link) => { link.target = "_blank"; link.rel = "noopener"; });
}

/**
 * The site's renderer has made this HTML harmless, and the page's policy lets nothing run. What is the same before and behind a change stays: to lay out a long text
 * anew would keep whoever types waiting.
 */
function show(place, html) {
  const made = new DOMParser().parseFromString(html, "text/html").body;
  leadOut(made);
  const old = [...place.childNodes];
  const next = [...made.childNodes];
  const most = Math.min(old.length, next.length);
  let head = 0;
  while (head < most && old[head].isEqualNode(next[head])) {
    head++;
  }
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail].isEqualNode(next[next.length - 1 - tail])) {
    tail++;
  }
  old.slice(head, old.length - tail).forEach((node) => node.remove());
  const behind = old[old.length - tail] ?? null;
  next.slice(head, next.length - tail).forEach((node) => place.insertBefore(node, behind));
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
  const begun = performance.now();
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
    took = performance.now() - begun;
    if (again) {
      again = false;
      soon();
    }
  }
}

/** After a pause in calls, as long as the last preview took: a long text leaves the server time for others. */
let due;
function soon() {
  clearTimeout(due);
  due = setTimeout(look, Math.max(PAUSE, took));
}

function tellOutline(headings) {
  const all = JSON.stringify(headings);
  if (all === told) {
    return;
  }
  told = all;
  document.getElementById("outline-fact").hidden = headings.length === 0;
  outline.replaceChildren(...headings.map((heading, at) => make("li", { class: "l" + heading.level }, make("button", { type: "button", onclick: () => go(at) }, heading.text))));
}

let found = null;        // where headings begin, as long as the text stays the same

/** Where headings begin in the text: lines that begin with number signs, or that are underlined, outside of fences. As characters, and as shares of all lines. */
function places() {
  if (found) {
    return found;
  }
  const lines = text.value.split("\n");
  const add = (character, line) => found.push({ character, share: line / lines.length });
  found = [];
  let fence = null;
  let at = 0;
  let last = "";
  for (const [number, line] of lines.entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line);
    if (fence) {
      fence = mark && mark[1][0] === fence[0] && mark[1].length >= fence.length && line.trim() === mark[1] ? null : fence;
    } else if (mark) {
      fence = mark[1];
    } else if (/^ {0,3}#{1,6}([ \t]|$)/.test(line)) {
      add(at, number);
    } else if (/^ {0,3}(=+|-+)[ \t]*$/.test(line) && last.trim() && !/^ {0,3}([-*+>#]|\d+[.)])/.test(last)) {
      add(at - last.length - 1, number - 1);
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
    text.setSelectionRange(place.character, place.character);
    text.scrollTop = place.share * text.scrollHeight;
  }
  const shown = preview.querySelectorAll(":scope > :is(h1, h2, h3, h4, h5, h6)")[heading];
  if (shown) {
    sheet.scrollTop = shown.offsetTop - 16;
  }
}

/** Pairs of heights, in the text and in the preview, between which both go on evenly. */
function anchors() {
  const shown = [...preview.querySelectorAll(":scope > :is(h1, h2, h3, h4, h5, h6)")];
  const written = places();
  const height = text.scrollHeight;
  const pairs = written.length === shown.length ? written.map((place, at) => [place.share * height, shown[at].offsetTop - 16]) : [];
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
  let scrolled = false;
  text.addEventListener("input", () => {
    found = null;
    soon();
  });
  field("summary").addEventListener("input", soon);
  text.addEventListener("scroll", () => {
    if (!scrolled) {
      scrolled = true;
      requestAnimationFrame(() => { scrolled = false; follow(); });
    }
  }, { passive: true });
  look();
}
