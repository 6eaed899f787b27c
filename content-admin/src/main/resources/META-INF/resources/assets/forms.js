// Forms of the desk are sent only while the server knows who sends them: it would answer with its sign-in page, and what was typed would be gone. Without this file they are sent all the same.
"use strict";

import { ask, SignedOut } from "./server.js";

const { root, account } = document.body.dataset;
const words = document.getElementById("not-sent").content;
const known = new WeakSet();          // forms that may go

/** Takes the token of the session into the form: after a sign-in in another tab it is another. */
async function renew(form) {
  const now = await ask(root, "/session.json");
  if (now.account !== account) {
    throw new SignedOut(now.account);
  }
  form.elements.namedItem("token").value = now.token;
}

function tell(form, why) {
  const notice = words.querySelector(why).cloneNode(true);
  (form.closest(".bar") ?? form).after(notice);
  notice.scrollIntoView({ block: "nearest" });
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.getAttribute("method") !== "post" || !form.closest("main") || known.delete(form)) {
    return;
  }
  event.preventDefault();
  if (form.ariaBusy === "true") {
    return;
  }
  form.ariaBusy = "true";
  document.querySelectorAll("main .not-sent").forEach((each) => each.remove());
  try {
    await renew(form);
    known.add(form);
    form.requestSubmit(event.submitter);
  } catch (failure) {
    tell(form, failure instanceof SignedOut ? ".signed-out" : ".offline");
  } finally {
    form.ariaBusy = null;
  }
});
