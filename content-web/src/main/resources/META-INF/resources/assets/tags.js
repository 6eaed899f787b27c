// Filters the index of tags as one types. Without this file the form does it by asking the server.
"use strict";

const field = document.getElementById("q");
const found = document.getElementById("found");
const rows = [...document.querySelectorAll(".index li")].map((row) => ({ row, name: row.querySelector("span").textContent.toLowerCase() }));
const sections = [...document.querySelectorAll(".index section")];
const letters = document.querySelector(".letters");

function filter() {
  const part = field.value.trim().toLowerCase();
  let count = 0;
  for (const { row, name } of rows) {
    row.hidden = !name.includes(part);
    count += row.hidden ? 0 : 1;
  }
  for (const section of sections) {
    section.hidden = !section.querySelector("li:not([hidden])");
  }
  if (letters) {
    letters.hidden = part !== "";
  }
  found.textContent = part === "" ? "" : count === 0 ? found.dataset.none : count === 1 ? found.dataset.one : found.dataset.some.replace("2", new Intl.NumberFormat(document.documentElement.lang).format(count));
}

if (field) {
  field.addEventListener("input", filter);
  field.form.querySelector("button").hidden = true;
  filter();
}
