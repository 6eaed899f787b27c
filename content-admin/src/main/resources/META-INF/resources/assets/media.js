// Pictures at the desk: files go up one by one with progress, so that one that is refused stops no other; and Markdown is copied by a button. Both work without this script.
"use strict";

const adding = document.getElementById("adding");

for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copies);
    field.select();
    await navigator.clipboard.writeText(field.value).catch(() => document.execCommand("copy"));
    const label = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}

if (adding) {
  const files = document.getElementById("pictures");
  adding.addEventListener("submit", (event) => {
    event.preventDefault();
    takeAll([...files.files]);
  });
  adding.addEventListener("dragover", (event) => {
    if ([...event.dataTransfer.types].includes("Files")) {
      event.preventDefault();
      adding.classList.add("dropping");
    }
  });
  adding.addEventListener("dragleave", () => adding.classList.remove("dropping"));
  adding.addEventListener("drop", (event) => {
    event.preventDefault();
    adding.classList.remove("dropping");
    takeAll([...event.dataTransfer.files]);
  });
}

function say(key, values = {}) {
  return adding.dataset[key].replace(/\[([a-z]+)\]/g, (word, name) => values[name] ?? word);
}

async function takeAll(files) {
  const button = adding.querySelector("button");
  const uploads = document.getElementById("uploads");
  if (button.disabled || files.length === 0) {
    return;
  }
  button.disabled = true;
  uploads.replaceChildren();
  const most = Number(adding.dataset.most);
  let added = 0;
  for (const file of files.slice(0, most)) {
    added += await take(file, uploads) ? 1 : 0;
  }
  const shown = adding.action + "?done=added&count=" + added;
  if (added === files.length) {
    location.assign(shown);
    return;
  }
  if (files.length > most) {
    line(uploads, "bad", say("many", { most }));
  }
  if (added > 0) {
    const link = document.createElement("a");
    link.href = shown;
    link.className = "button";
    link.textContent = say("show");
    uploads.append(link);
  }
  button.disabled = false;
}

function line(uploads, look, text) {
  const note = document.createElement("p");
  note.className = "note " + look;
  note.setAttribute("role", look === "bad" ? "alert" : "status");
  note.textContent = text;
  uploads.append(note);
  return note;
}

async function take(file, uploads) {
  const note = line(uploads, "", say("running", { name: file.name, percent: 0 }));
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  note.after(bar);
  let why = "";
  if (file.size > Number(adding.dataset.largest) * 1024 * 1024) {
    why = say("large", { most: adding.dataset.largest });
  } else {
    why = await send(file, (share) => { bar.value = share; note.textContent = say("running", { name: file.name, percent: Math.round(share * 100) }); });
  }
  bar.remove();
  note.remove();
  line(uploads, why ? "bad" : "good", say(why ? "refused" : "added", { name: file.name, why }));
  return !why;
}

/** Sends one file. Answers why it was not taken; nothing if it was. */
function send(file, told) {
  return new Promise((resolve) => {
    const body = new FormData();
    body.append("token", adding.elements.token.value);
    body.append("picture", file, file.name);
    const request = new XMLHttpRequest();
    request.open("POST", adding.dataset.take);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => told(event.total ? event.loaded / event.total : 0));
    request.addEventListener("error", () => resolve(say("offline")));
    request.addEventListener("load", () => {
      const json = /^application\/(problem\+)?json/.test(request.getResponseHeader("Content-Type") ?? "");
      if (!json) {
        resolve(say(request.status >= 500 ? "offline" : "signedOut"));
        return;
      }
      const answer = JSON.parse(request.responseText);
      resolve(request.status === 200 ? "" : answer.detail ?? answer.title);
    });
    request.send(body);
  });
}
