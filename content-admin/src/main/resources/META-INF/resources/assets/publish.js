// Whoever touches the date means it: the choice follows, and the button says what will be done. Without this the choice is made by hand.
const button = document.querySelector("[data-later]");
const atOnce = button?.textContent;

document.addEventListener("input", event => choose(event.target));
document.addEventListener("change", event => choose(event.target));
name();

function choose(field) {
  if (field && field.id === "date_input") {
    document.getElementById("on").checked = true;
  }
  name();
}

/** What lies in the future is not published now. Times as they are typed can be compared as texts. */
function name() {
  if (button) {
    const when = document.querySelector("[name=when]:checked")?.value;
    const date = document.getElementById("date_input").value.trim();
    const later = when === "date" ? /^\d{4}-\d\d-\d\d/.test(date) && date > button.dataset.clock : when === "kept" && button.dataset.kept === "true";
    button.textContent = later ? button.dataset.later : atOnce;
  }
}
