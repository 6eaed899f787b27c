// Toolbar and shortcuts, tables from pasted cells, links from pasted addresses, and the picker of articles.
"use strict";

import { afterPause, ask, dialog, make, put, say, text } from "./editor-page.js";
import { chooseFromLibrary, choosePictures } from "./editor-pictures.js";

const chosen = () => text.value.slice(text.selectionStart, text.selectionEnd);

function around(mark, otherwise) {
  const from = text.selectionStart;
  const to = text.selectionEnd;
  const inner = chosen();
  if (text.value.slice(from - mark.length, from) === mark && text.value.slice(to, to + mark.length) === mark) {
    put(inner, from - mark.length, to + mark.length);
    text.setSelectionRange(from - mark.length, to - mark.length);
    return;
  }
  put(mark + (inner || otherwise) + mark);
  text.setSelectionRange(from + mark.length, from + mark.length + (inner || otherwise).length);
}

/** Puts a mark before each chosen line, or takes it away if all have it. */
function before(mark) {
  const from = text.value.lastIndexOf("\n", text.selectionStart - 1) + 1;
  const end = text.value.indexOf("\n", text.selectionEnd);
  const to = end < 0 ? text.value.length : end;
  const lines = text.value.slice(from, to).split("\n");
  const all = lines.every((line) => line.startsWith(mark));
  put(lines.map((line) => all ? line.slice(mark.length) : mark + line).join("\n"), from, to);
}

function heading() {
  const from = text.value.lastIndexOf("\n", text.selectionStart - 1) + 1;
  const marks = /^(#{0,6}) ?/.exec(text.value.slice(from, from + 8));
  const next = marks[1].length === 0 ? "## " : marks[1].length < 4 ? marks[1] + "# " : "";
  put(next, from, from + marks[0].length);
}

function code() {
  if (chosen().includes("\n")) {
    put("```\n" + chosen() + "\n```");
  } else {
    around("`", "code");
  }
}

async function link() {
  const from = text.selectionStart;
  const to = text.selectionEnd;
  const label = make("input", { class: "box", id: "link-text" });
  label.value = chosen();
  const list = make("ul");
  const address = make("input", { class: "box", id: "link-address", autocomplete: "off" });
  let turn = 0;
  const look = afterPause(200, async () => {
    const mine = ++turn;
    const asked = address.value.trim();
    if (asked.length < 2 || /^([a-z]+:|\/|#)/i.test(asked)) {
      list.replaceChildren();
      return;
    }
    const { found } = await ask("/articles/find.json?q=" + encodeURIComponent(asked));
    if (mine !== turn) {          // asked anew meanwhile: an older answer must not stand in place of a newer one
      return;
    }
    list.replaceChildren(...found.map((each) => make("li", {}, make("button", { type: "button", onclick: () => { address.value = each.address; address.setCustomValidity(""); label.value ||= each.title; list.replaceChildren(); address.focus(); } },
      each.title + " ", make("span", { class: "quiet" }, each.state)))));
    if (found.length === 0) {
      list.append(make("li", { class: "quiet" }, say("link.none")));
    }
  });
  address.addEventListener("input", look);
  address.addEventListener("keydown", (event) => {
    const first = list.querySelector("button");
    if (first && event.key === "ArrowDown") {
      event.preventDefault();
      first.focus();
    } else if (first && event.key === "Enter") {          // words are no address: the first of what they have found is meant
      event.preventDefault();
      first.click();
    }
  });
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const all = [...list.querySelectorAll("button")];
      (all[all.indexOf(document.activeElement) + step] ?? address).focus();
    }
  });
  address.addEventListener("input", () => address.setCustomValidity(/\s/.test(address.value.trim()) ? say("link.words") : ""));
  const sent = await dialog(make("div", {}, make("label", { for: "link-address" }, say("link.ask")), address), list,
    make("div", {}, make("label", { for: "link-text" }, say("link.text")), label), make("div", { class: "ways" }, make("button", { class: "button main" }, say("link.insert"))));
  text.focus();
  text.setSelectionRange(from, to);
  if (sent && address.value.trim()) {
    put(linkTo(label.value || address.value.trim(), address.value.trim()), from, to);
  }
}

export function linkTo(label, address) {
  const target = /[\s()<>]/.test(address) ? "<" + address.replace(/[<>\n]/g, encodeURIComponent) + ">" : address;
  return "[" + label.replace(/([\\[\]])/g, "\\$1") + "](" + target + ")";
}

const cell = (value) => value.trim().replace(/\s*\n\s*/g, " ").replace(/\|/g, "\\|");

/** Rows of cells as a table; the first is its head. */
export function table(rows) {
  const width = Math.max(...rows.map((row) => row.length));
  const line = (row) => "| " + Array.from({ length: width }, (none, at) => cell(row[at] ?? "")).join(" | ") + " |";
  return [line(rows[0]), "|" + " --- |".repeat(width), ...rows.slice(1).map(line)].join("\n");
}

/** The cells of what a spreadsheet puts on the clipboard; null if it is none. */
export function cells(data) {
  const html = data.getData("text/html");
  if (/<table/i.test(html)) {
    const found = new DOMParser().parseFromString(html, "text/html").querySelectorAll("table");
    if (found.length === 1 && !found[0].closest("li, blockquote")) {
      const rows = [...found[0].rows].map((row) => [...row.cells].flatMap((each) => [each.textContent, ...Array(Math.min(each.colSpan, 50) - 1).fill("")]));
      if (rows.length && Math.max(...rows.map((row) => row.length)) > 1) {
        return rows;
      }
    }
  }
  const plain = data.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
  const rows = plain.split("\n").map((line) => line.split("\t"));
  return rows.length > 1 && rows[0].length > 1 && rows.every((row) => row.length === rows[0].length) ? rows : null;
}

function paste(event) {
  const plain = event.clipboardData.getData("text/plain").trim();
  if (chosen() && !chosen().includes("\n") && /^(https?:\/\/|mailto:)\S+$/i.test(plain)) {
    event.preventDefault();
    put(linkTo(chosen(), plain));
    return;
  }
  const rows = event.clipboardData.files.length && !/<table/i.test(event.clipboardData.getData("text/html")) ? null : cells(event.clipboardData);
  if (rows) {
    event.preventDefault();
    const start = text.selectionStart;
    const gap = start === 0 || text.value.slice(0, start).endsWith("\n\n") ? "" : text.value[start - 1] === "\n" ? "\n" : "\n\n";
    put(gap + table(rows) + "\n\n");
  }
}

const TOOLS = {
  heading, link, code,
  bold: () => around("**", "bold"),
  italic: () => around("*", "italic"),
  list: () => before("- "),
  quote: () => before("> "),
  table: () => put(table([["", ""], ["", ""]]) + "\n"),
  picture: choosePictures,
  library: chooseFromLibrary,
};

const SHORTCUTS = { "b": "bold", "i": "italic", "k": "link", "e": "code", "alt+h": "heading", "alt+t": "table", "alt+p": "picture", "alt+m": "library", "shift+8": "list", "shift+9": "quote" };

export function startTools() {
  const bar = document.getElementById("tools");
  const buttons = [...bar.querySelectorAll("button")];
  bar.hidden = false;
  buttons.forEach((button, at) => { button.tabIndex = at === 0 ? 0 : -1; });
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) {
      TOOLS[button.dataset.tool]();
    }
  });
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = buttons.indexOf(document.activeElement);
    if (step && at >= 0) {
      event.preventDefault();
      const next = buttons[(at + step + buttons.length) % buttons.length];
      buttons.forEach((button) => { button.tabIndex = button === next ? 0 : -1; });
      next.focus();
    }
  });
  text.addEventListener("keydown", (event) => {
    if (event.isComposing || !(event.ctrlKey || event.metaKey)) {
      return;
    }
    const key = (event.altKey ? "alt+" : "") + (event.shiftKey ? "shift+" : "") + (/^Digit\d$/.test(event.code) ? event.code.slice(5) : event.key.toLowerCase());
    const tool = SHORTCUTS[key];
    if (tool) {
      event.preventDefault();
      TOOLS[tool]();
    }
  });
  text.addEventListener("paste", paste);
}
