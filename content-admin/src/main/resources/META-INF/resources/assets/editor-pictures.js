// Pictures that are pasted, dropped or chosen: sent with progress, asked for their alternative text, named in the text by their key.
"use strict";

import { afterPause, ask, Declined, dialog, field, form, make, put, renew, root, say, send, SignedOut, text } from "./editor-page.js";

const notices = document.getElementById("notices");

function upload(file, told) {
  return new Promise((resolve, reject) => {
    const body = new FormData();
    body.append("token", field("token").value);
    body.append("picture", file, file.name || "picture");
    const request = new XMLHttpRequest();
    request.open("POST", root + "/media/take.json");
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "text";
    request.upload.addEventListener("progress", (event) => told(event.total ? event.loaded / event.total : 0));
    request.addEventListener("error", () => reject(new Error("no connection")));
    request.addEventListener("load", () => {
      const json = /^application\/(problem\+)?json/.test(request.getResponseHeader("Content-Type") ?? "");
      if (!json || request.status === 403) {
        reject(new SignedOut());
        return;
      }
      const answer = JSON.parse(request.responseText);
      if (request.status === 200) {
        resolve(answer);
      } else {
        reject(new Declined(answer.detail ?? answer.title));
      }
    });
    request.send(body);
  });
}

/** A place in the text that stays where it is, whatever is typed before or behind it, until it is let go. */
class Place {
  constructor() {
    this.at = text.selectionEnd;
    this.known = text.value;
    this.follow = () => {
      const now = text.value;
      const most = Math.min(now.length, this.known.length, this.at);
      let same = 0;
      while (same < most && now[same] === this.known[same]) {
        same++;
      }
      if (same < this.at) {
        this.at = Math.max(same, this.at + now.length - this.known.length);
      }
      this.known = now;
    };
    text.addEventListener("input", this.follow);
  }

  goTo() {
    text.focus();
    text.setSelectionRange(this.at, this.at);
  }

  /** Puts words on lines of their own, and goes on behind them. Whoever writes elsewhere meanwhile stays there. */
  put(words) {
    const [before, after] = [text.value.slice(0, this.at), text.value.slice(this.at)];
    const above = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    const below = after === "" || after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
    const active = document.activeElement;
    const [from, to] = [text.selectionStart, text.selectionEnd];
    const at = this.at;
    put(above + words + below, at, at);
    this.at = at + above.length + words.length;
    const moved = (caret) => caret > at ? caret + above.length + words.length + below.length : caret === at ? this.at : caret;
    text.setSelectionRange(moved(from), moved(to));
    if (active && active !== document.body) {
      active.focus();
    }
  }

  letGo() {
    text.removeEventListener("input", this.follow);
  }
}

/** A picture as it lies on this machine, small; nothing if the browser cannot show it. */
function thumbnail(file) {
  const image = make("img", { class: "thumbnail", alt: "", hidden: "" });
  const reader = new FileReader();
  reader.addEventListener("load", () => { image.src = reader.result; });
  image.addEventListener("load", () => { image.hidden = false; });
  reader.readAsDataURL(file);
  return image;
}

async function take(file, place) {
  const name = file.name || "picture";
  const bar = make("progress", { max: "1", value: "0", "aria-label": name });
  const line = make("p", { role: "status" }, say("upload.running", { name, percent: 0 }));
  const notice = make("div", { class: "note" }, line, bar);
  notices.append(notice);
  const told = (share) => {
    bar.value = share;
    line.textContent = say("upload.running", { name, percent: Math.round(share * 100) });
  };
  try {
    if (file.type && !file.type.startsWith("image/")) {
      throw new Declined(say("upload.kind"));
    }
    if (file.size > Number(form.dataset.largest) * 1024 * 1024) {
      throw new Declined(say("upload.large", { most: form.dataset.largest }));
    }
    const sending = upload(file, told).catch(async (refused) => {
      if (!(refused instanceof SignedOut)) {
        throw refused;
      }
      await renew();
      return upload(file, told);
    });
    sending.catch(() => {});
    const alt = make("input", { class: "box", id: "alt-text", maxlength: "1000", autocomplete: "off", "aria-describedby": "alt-help" });
    const wanted = await dialog(make("figure", { class: "asked" }, thumbnail(file), make("figcaption", { class: "quiet" }, name)),
      make("label", { for: "alt-text" }, say("upload.alt")), alt, make("p", { class: "quiet", id: "alt-help" }, say("upload.alt.help")),
      make("div", { class: "ways" }, make("button", { class: "button main" }, say("upload.insert"))));
    place.goTo();          // the browser forgets it while a dialog is open
    const { key } = await sending;
    notice.remove();
    if (wanted) {
      place.put(inText(alt.value, key));
      if (alt.value.trim()) {
        send("/media/words.json", { key, words: alt.value }).catch(() => {});          // the text has them in any case
      }
    }
  } catch (failed) {
    notice.className = "note bad";
    const why = failed instanceof SignedOut ? say("signedOut") : failed.message;
    notice.replaceChildren(make("p", { role: "alert" }, say("upload.failed", { name, why })), make("button", { type: "button", class: "button", onclick: () => notice.remove() }, say("upload.failed.seen")));
  }
}

async function takeAll(files, place) {
  for (const file of files) {
    await take(file, place);
  }
  place.letGo();
}

let coming = Promise.resolve();

/** One after the other, in their order, to where the caret is now. */
function bring(files) {
  const all = [...files];
  const place = new Place();
  coming = coming.then(() => takeAll(all, place));
}

/** When all pictures that are on their way into the text stand there. */
export const arrived = () => coming;

export function choosePictures() {
  const chooser = make("input", { type: "file", accept: "image/*", multiple: "" });
  chooser.addEventListener("change", () => bring(chooser.files));
  chooser.click();
}

/** Puts a picture of the house into the text, with the words that it is offered with, which may be changed for this text. */
export async function chooseFromLibrary() {
  const from = text.selectionStart;
  const to = text.selectionEnd;
  let chosen = null;
  const words = make("input", { class: "box", id: "library-words", autocomplete: "off" });
  const sought = make("input", { class: "box", id: "library-sought", type: "search", autocomplete: "off" });
  const list = make("ul", { class: "thumbnails", "aria-label": say("library.found") });
  const insert = make("button", { class: "button main", disabled: "" }, say("upload.insert"));
  const choose = (each, button) => {
    chosen = each;
    words.value = each.alt;
    insert.disabled = false;
    list.querySelectorAll("button").forEach((other) => other.setAttribute("aria-pressed", String(other === button)));
  };
  let turn = 0;
  const look = async () => {
    const mine = ++turn;
    const { found } = await ask("/media/find.json?q=" + encodeURIComponent(sought.value.trim()));
    if (mine !== turn) {          // asked anew meanwhile: an older answer must not stand in place of a newer one
      return;
    }
    list.replaceChildren(...found.map((each) => {
      const button = make("button", { type: "button", "aria-pressed": "false", title: each.name }, make("img", { src: each.small, alt: "" }), make("span", {}, each.name));
      button.addEventListener("click", () => choose(each, button));
      return make("li", {}, button);
    }));
    if (found.length === 0) {
      list.append(make("li", { class: "quiet" }, say("library.none")));
    }
  };
  sought.addEventListener("input", afterPause(200, look));
  look();
  const sent = await dialog(make("div", {}, make("label", { for: "library-sought" }, say("library.ask")), sought), list,
    make("div", {}, make("label", { for: "library-words" }, say("upload.alt")), words), make("div", { class: "ways" }, insert));
  text.focus();
  text.setSelectionRange(from, to);
  if (sent && chosen) {
    put(inText(words.value, chosen.key), from, to);
  }
}

function inText(words, key) {
  return "![" + words.trim().replace(/([\\[\]])/g, "\\$1") + "](media:" + key + ")";
}

export function startPictures() {
  text.addEventListener("paste", (event) => {
    const { files } = event.clipboardData;
    const found = [...files].filter((file) => file.type.startsWith("image/"));
    if (files.length && !event.defaultPrevented && (found.length || !event.clipboardData.types.includes("text/plain"))) {
      event.preventDefault();
      bring(found.length ? found : files);
    }
  });
  const pane = text.parentElement;
  const drop = (on) => pane.classList.toggle("dropping", on);
  const hasFiles = (event) => event.dataTransfer.types.includes("Files");
  document.addEventListener("dragover", (event) => {          // all over the page: what falls beside the text would be opened by the browser in place of it
    if (hasFiles(event)) {
      event.preventDefault();
      drop(true);
    }
  });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) { drop(false); } });
  document.addEventListener("drop", (event) => {
    drop(false);
    if (hasFiles(event)) {
      event.preventDefault();
      bring(event.dataTransfer.files);
    }
  });
}
