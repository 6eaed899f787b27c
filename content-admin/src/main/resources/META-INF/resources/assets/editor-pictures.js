// Pictures that are pasted, dropped or chosen: sent with progress, asked for their alternative text, named in the text by their key.
"use strict";

import { Declined, dialog, field, form, make, put, renew, root, say, SignedOut, text } from "./editor-page.js";

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
      put("![" + alt.value.trim().replace(/([\\[\]])/g, "\\$1") + "](media:" + key + ")");
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

const pictures = (list) => [...list].filter((file) => file.type.startsWith("image/"));

export function choosePictures() {
  const chooser = make("input", { type: "file", accept: "image/*", multiple: "" });
  chooser.addEventListener("change", () => takeAll(chooser.files));
  chooser.click();
}

export function startPictures() {
  text.addEventListener("paste", (event) => {
    const found = pictures(event.clipboardData.files);
    if (found.length && !event.defaultPrevented) {
      event.preventDefault();
      takeAll(found);
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
      takeAll(pictures(event.dataTransfer.files));
    }
  });
}
