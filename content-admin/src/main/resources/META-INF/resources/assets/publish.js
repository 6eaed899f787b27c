// Whoever touches the date means it: the choice follows. Without this the choice is made by hand.
document.addEventListener("input", event => choose(event.target));
document.addEventListener("change", event => choose(event.target));

function choose(field) {
  if (field && field.id === "date_input") {
    document.getElementById("on").checked = true;
  }
}
