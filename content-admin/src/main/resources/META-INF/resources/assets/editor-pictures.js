// Pictures that are pasted, dropped or chosen: sent with progress, asked for their alternative text, named in the text by their key.
"use strict";

import { afterPause, ask, Declined, dialog, field, form, make, put, renew, root, say, SignedOut, text } from "./editor-page.js";

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

async function take(file) {
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
    const wanted = await dialog(make("label", { for: "alt-text" }, say("upload.alt")), alt, make("p", { class: "quiet", id: "alt-help" }, say("upload.alt.help")),
      make("div", { class: "ways" }, make("button", { class: "button main" }, say("upload.insert"))));
    const { key } = await sending;
    notice.remove();
    if (wanted) {
      put(inText(alt.value, key));
    }
  } catch (failed) {
    notice.className = "note bad";
    const why = failed instanceof SignedOut ? say("signedOut") : failed.message;
    notice.replaceChildren(make("p", { role: "alert" }, say("upload.failed", { name, why })), make("button", { type: "button", class: "button", onclick: () => notice.remove() }, say("cancel")));
  }
}

async function takeAll(files) {
  for (const file of files) {
    await take(file);
  }
}

let coming = Promise.resolve();

/** One after the other, in their order. */
function bring(files) {
  const all = [...files];
  coming = coming.then(() => takeAll(all));
}

/** When all pictures that are on their way into the text stand there. */
export const arrived = () => coming;

const pictures = (list) => [...list].filter((file) => file.type.startsWith("image/"));

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
  const look = async () => {
    const { found } = await ask("/media/find.json?q=" + encodeURIComponent(sought.value.trim()));
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
    const found = pictures(event.clipboardData.files);
    if (found.length && !event.defaultPrevented) {
      event.preventDefault();
      bring(found);
    }
  });
  const pane = text.parentElement;
  pane.addEventListener("dragover", (event) => {
    if ([...event.dataTransfer.types].includes("Files")) {
      event.preventDefault();
      pane.classList.add("dropping");
    }
  });
  pane.addEventListener("dragleave", () => pane.classList.remove("dropping"));
  pane.addEventListener("drop", (event) => {
    pane.classList.remove("dropping");
    if (event.dataTransfer.files.length) {
      event.preventDefault();
      bring(pictures(event.dataTransfer.files));
    }
  });
}
