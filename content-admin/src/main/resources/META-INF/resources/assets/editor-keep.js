// Keeps what is not saved: in this browser after each pause, at the server every 15 seconds at most; offers it again after a crash or in a second tab.
"use strict";

import { afterPause, Declined, field, form, make, renew, say, send, SignedOut, text } from "./editor-page.js";
import { arrived } from "./editor-pictures.js";
import { rememberPlace } from "./editor-place.js";
import { setTags, tags } from "./editor-tags.js";

const PAUSE = 800;
const SERVER_EVERY = 15_000;
const PATIENCE = 20_000;      // with a form on its way: then its page can be written on again
const NAMES = ["title", "text", "slug", "language", "authors", "weight", "description", "summary", "expires_input", "image", "series"];
const account = form.dataset.account;
const page = field("page").value;
const status = document.getElementById("saved");
const notices = document.getElementById("notices");
const inZone = (format) => new Intl.DateTimeFormat(document.documentElement.lang, { ...format, hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: known(form.dataset.zone) });
const time = () => inZone({ second: "2-digit" }).format(new Date());

let opened;          // the fields as the server has saved them; null if it has declined them
let keptHere;        // as this browser keeps them
let keptThere;       // as the server keeps them
let lastSent = 0;
let leaving = false;
const tab = crypto.randomUUID();          // this opening of the page: two of them never write over each other's text
const SENT = "lectern-sent";              // of this tab: which text was sent to be saved, until the answer is here
const tools = document.getElementById("tools");

/** The zone of the site, in which all of the desk tells times; that of the browser if it knows no such zone. */
function known(timeZone) {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Day and time as the server writes them. */
function when(instant) {
  return say("when", Object.fromEntries(inZone({ day: "numeric", month: "short", year: "numeric" }).formatToParts(instant).map(({ type, value }) => [type, value])));
}

/** The fields as one text; equal texts, equal fields. */
function fields() {
  const all = Object.fromEntries(NAMES.map((name) => [name, field(name).value]));
  return JSON.stringify({ ...all, tags: tags() });
}

function store() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("lectern-editor", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("kept", { keyPath: ["account", "page", "tab"] });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

async function inStore(mode, deed) {
  const database = await store();
  try {
    return await new Promise((resolve, reject) => {
      const work = database.transaction("kept", mode, { durability: "strict" });
      const asked = deed(work.objectStore("kept"));
      work.oncomplete = () => resolve(asked?.result);
      work.onerror = () => reject(work.error);
    });
  } finally {
    database.close();
  }
}

const mine = () => inStore("readonly", (kept) => kept.getAll(IDBKeyRange.bound([account], [account, []])));
const put = (sent = false) => inStore("readwrite", (kept) => kept.put({ account, page, tab, sent, fields: fields(), version: field("version").value, base: field("base").value, savedAt: Date.now() }));
const forget = (entry) => inStore("readwrite", (kept) => kept.delete([account, entry.page, entry.tab]));

/** A browser that keeps nothing, such as in a private window, must not keep anybody from writing. */
async function tried(deed) {
  try {
    return await deed();
  } catch {
    return undefined;
  }
}

function tell(sentence, ...more) {
  status.classList.toggle("signed-out", more.length > 0);
  status.replaceChildren(sentence, ...more);
}

/** Whoever saves meanwhile waits for that, and is told of nothing else. */
function tellKept(key) {
  if (!leaving) {
    tell(say(key, { time: time() }));
  }
}

function tellFailure(failure) {
  if (!(failure instanceof SignedOut)) {
    tell(failure instanceof Declined ? failure.message : say("kept.not"));
  } else if (failure.account) {
    tell(say("otherAccount", { account: failure.account }), " ");
  } else {
    tell(say("signedOut"), " ", make("a", { href: form.dataset.site + "/sign-in?to=%2Fadmin%2F", target: "_blank", rel: "noopener" }, say("signedOut.link")));
  }
}

async function keepHere() {
  const now = fields();
  if (now === keptHere || leaving) {
    return;
  }
  await tried(async () => {
    if (now === opened) {
      await forget({ page, tab });
    } else {
      await put();
      tellKept("kept.here");
    }
    keptHere = now;
  });
  keepThereInTime();
}

let due;
function keepThereInTime() {
  clearTimeout(due);
  due = setTimeout(keepThere, Math.max(0, lastSent + SERVER_EVERY - Date.now()));
}

async function keepThere() {
  const now = fields();
  if (now === keptThere || leaving) {
    return;
  }
  lastSent = Date.now();
  try {
    if (now === opened) {
      await send("/autosave.json", { page, do: "drop" });
    } else {
      await send("/autosave.json", { page, version: field("version").value, content: JSON.stringify({ fields: now, tab, base: field("base").value, version: field("version").value }) });
      tellKept("kept.both");
    }
    keptThere = now;
  } catch (failure) {
    tellFailure(failure);
    if (failure instanceof Declined) {          // such as a text that is too long: it would be so again
      keptThere = now;
      return;
    }
    clearTimeout(due);
    due = setTimeout(keepThere, SERVER_EVERY);
  }
}

/** Puts kept fields into the form, as made of what was open then: if somebody has saved since, saving will tell. */
function takeBack(kept) {
  const all = JSON.parse(kept.fields);
  NAMES.filter((name) => name in all).forEach((name) => { field(name).value = all[name]; });
  setTags(all.tags ?? []);
  if (page.startsWith("article:")) {
    field("version").value = kept.version;
    field("base").value = kept.base;
  }
  form.querySelectorAll("input, textarea").forEach((each) => each.dispatchEvent(new Event("input", { bubbles: true })));
}

function line(each) {
  const name = { ADDED: "ins", REMOVED: "del" }[each.kind] ?? "span";
  return make(name, each.kind === "GAP" ? { class: "gap" } : {}, each.kind === "GAP" ? "⋯" : each.text);
}

/** A table of the fields besides the text that differ from those in the form; nothing if none do. */
function others(all) {
  const plain = (value) => [value ?? ""].flat().join(", ").replace(/\n/g, ", ");
  const now = JSON.parse(fields());
  const rows = [...NAMES, "tags"].filter((name) => name !== "text" && plain(all[name]) !== plain(now[name])).map((name) => {
    const label = form.querySelector(`label[for="${name === "tags" ? "tags_input" : name}"]`).textContent;
    return make("tr", {}, make("th", { scope: "row" }, label), make("td", {}, plain(now[name])), make("td", {}, plain(all[name])));
  });
  const head = ["field", "here", "kept"].map((name) => make("th", { scope: "col" }, say("recovery." + name)));
  return rows.length ? [make("div", { class: "scroll" }, make("table", { class: "rows" }, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows)))] : [];
}

/** Says that something was typed and not saved, and lets it be looked at, taken, or forgotten. */
function offer(kept, drop, then) {
  const place = make("div");
  const sentence = say("recovery", { time: when(kept.savedAt) });
  const decided = async () => {
    notice.remove();
    await drop();
    then();
  };
  const notice = make("div", { class: "note warn recovery", role: "group", "aria-label": sentence }, make("p", {}, make("strong", {}, sentence), " ", JSON.parse(kept.fields).title), place,
    make("div", { class: "ways" },
      make("button", { type: "button", class: "button main", onclick: async () => { takeBack(kept); text.focus(); await keepHere(); await decided(); } }, say("recovery.take")),
      make("button", { type: "button", class: "button", onclick: (event) => differ(event.currentTarget) }, say("recovery.show")),
      make("button", { type: "button", class: "button", onclick: decided }, say("recovery.drop"))));
  notices.append(notice);

  async function differ(button) {
    if (place.firstChild) {
      place.replaceChildren();
      button.textContent = say("recovery.show");
      return;
    }
    const all = JSON.parse(kept.fields);
    const texts = [];
    if (all.text !== text.value) {
      const { lines } = await send("/articles/compare.json", { before: text.value, after: all.text });
      texts.push(make("div", { class: "diff", tabindex: "0", role: "group", "aria-label": say("recovery.show") }, ...lines.map(line)));
    }
    place.replaceChildren(...texts, ...others(all));
    button.textContent = say("recovery.hide");
  }
}

/** The newest of an article first; an older one when that is decided. Articles that were never saved are not the same one: all are offered. */
function offerAll(offers) {
  const [first, ...older] = offers;
  if (first) {
    const oneByOne = !page.startsWith("new:");
    offer(first.kept, first.drop, () => { if (oneByOne) { offerAll(older); } });
    if (!oneByOne) {
      offerAll(older);
    }
  }
}

/** Whether this page shows what was sent from a page for a new article, which got its address only by being saved. */
function isSame(entry) {
  const [one, other] = [entry.fields, opened].map((each) => JSON.parse(each));
  return one.title.trim() === other.title && one.text === other.text;
}

async function recover() {
  const sent = JSON.parse(sessionStorage.getItem(SENT) ?? "null");
  sessionStorage.removeItem(SENT);
  const all = await tried(mine) ?? [];
  const there = sent && all.find((entry) => entry.page === sent.page && entry.tab === sent.tab);
  if (opened === null) {                    // what was sent was declined: it stands in the form, and is kept from there
    await keepHere();
    await tried(() => there?.sent && forget(there));
    return;
  }
  if (there?.sent && (there.page === page ? form.dataset.done === "true" : there.page.startsWith("new:") && isSame(there))) {          // it was saved
    await tried(() => forget(there));
    all.splice(all.indexOf(there), 1);
  }
  const isHere = (each) => each.tab === tab ? false : page.startsWith("new:") ? each.page.startsWith("new:") && each.page !== page : each.page === page;
  const found = [];
  for (const entry of all.filter(isHere)) {
    found.push({ ...entry, drop: () => tried(() => forget(entry)) });
  }
  try {
    const { kept } = await renew("?page=" + encodeURIComponent(page.startsWith("new:") ? "new" : page));
    for (const row of kept.filter(isHere)) {
      found.push({ ...JSON.parse(row.content), savedAt: Date.parse(row.savedAt), drop: () => send("/autosave.json", { page: row.page, do: "drop" }) });
    }
  } catch (failure) {
    tellFailure(failure);
  }
  const groups = [];          // the same fields, or the same opening of the page, of which the newest says all that the older ones do
  for (const each of found.sort((one, other) => other.savedAt - one.savedAt)) {
    const group = groups.find(([newest]) => newest.fields === each.fields || newest.tab && newest.tab === each.tab);
    group ? group.push(each) : groups.push([each]);
  }
  const offers = groups.map((same) => ({ kept: same[0], drop: () => Promise.all(same.map((each) => each.drop())) }));
  await Promise.all(offers.filter(({ kept }) => kept.fields === opened).map(({ drop }) => tried(drop)));
  offerAll(offers.filter(({ kept }) => kept.fields !== opened && kept.fields !== fields()).slice(0, 5));
}

/** While the form is on its way nothing can be typed into it, since it would be neither in what is saved nor on the page that comes next. */
function lock(on) {
  leaving = on;
  form.setAttribute("aria-busy", String(on));
  [tools, notices].forEach((each) => { each.inert = on; });
  form.querySelectorAll("input, textarea").forEach((each) => { each.readOnly = on; });
}

/** Nothing is sent to a server that would answer with its sign-in page: the text would be gone. */
async function submit(event) {
  event.preventDefault();
  if (leaving) {
    return;
  }
  const button = event.submitter;
  lock(true);
  tell(say("saving"));
  await arrived();
  await tried(() => put(true));
  try {
    await renew();
  } catch (failure) {
    lock(false);
    tellFailure(failure);
    return;
  }
  if (!leaving) {
    return;
  }
  clearTimeout(due);
  rememberPlace();
  sessionStorage.setItem(SENT, JSON.stringify({ page, tab }));
  form.querySelectorAll("input.then").forEach((each) => each.remove());
  const then = make("input", { type: "hidden", name: "then", class: "then" });
  then.value = button?.value ?? "";
  form.append(then);
  form.submit();
  setTimeout(stay, PATIENCE);          // whoever stops the browser tells no script
}

/** The page is still here, or again: whoever looks at it goes on writing. */
function stay() {
  if (leaving) {
    lock(false);
    tell(say("saving.not"));
    keepHere();
  }
}

export async function startKeeping() {
  opened = form.dataset.declined === "true" ? null : fields();
  keptThere = opened;
  keptHere = opened;
  const soon = afterPause(PAUSE, keepHere);
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("submit", submit);
  addEventListener("pageshow", (event) => { if (event.persisted) { stay(); } });          // somebody has come back to it
  addEventListener("pagehide", () => { if (!leaving) { keepHere(); } });
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s" && !event.altKey) {
      event.preventDefault();
      if (!document.querySelector("dialog[open]")) {
        form.requestSubmit(form.querySelector("button.first"));
      }
    } else if (event.key === "Escape") {          // which stops the browser on its way, too
      stay();
    }
  });
  await recover();
}
