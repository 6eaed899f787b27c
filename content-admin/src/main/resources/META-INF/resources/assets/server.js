// The way of scripts to the server.
"use strict";

/** The server does not know us any more, or answers for somebody else. */
export class SignedOut extends Error {
  constructor(account) {
    super("signed out");
    this.account = account;
  }
}

/** Why the server declines, in a sentence for people. */
export class Declined extends Error {
}

/** Asks the desk, whose addresses begin with root, for JSON. Whatever else comes back means that the sign-in has ended. */
export async function ask(root, path, options = {}) {
  const answer = await fetch(root + path, { cache: "no-store", ...options, headers: { Accept: "application/json", ...options.headers } });
  const type = answer.headers.get("Content-Type") ?? "";
  if (!/^application\/(problem\+)?json/.test(type) || answer.redirected) {
    throw answer.status >= 500 ? new Error("the server fails") : new SignedOut();
  }
  const json = await answer.json();
  if (answer.status === 403) {
    throw new SignedOut();
  }
  if (!answer.ok) {
    throw new Declined(json.detail ?? json.title);
  }
  return json;
}
