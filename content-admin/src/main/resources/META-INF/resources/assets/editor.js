// The editor. Without this file the form is written and saved all the same; with it the text is seen as it will be, and kept.
"use strict";

import { form, text } from "./editor-page.js";
import { startKeeping } from "./editor-keep.js";
import { startPictures } from "./editor-pictures.js";
import { startPlace } from "./editor-place.js";
import { startPreview } from "./editor-preview.js";
import { startTags } from "./editor-tags.js";
import { startTools } from "./editor-tools.js";

const LARGE = 100_000;       // characters: beyond, the field has a fixed height, since growing with the text means measuring it all

const measure = () => form.querySelector(".editor").classList.toggle("large", text.value.length > LARGE);

measure();
text.addEventListener("input", measure);
startTools();
startPictures();
startTags();
startPreview();
startKeeping();
startPlace();
form.elements.title.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.isComposing && !event.ctrlKey && !event.metaKey) {          // to the next line, as everywhere; a form would be sent
    event.preventDefault();
    text.focus();
  }
});
if (!form.dataset.id && form.dataset.declined !== "true") {
  form.elements.title.focus();
}
