(function () {
  "use strict";
  const search = document.getElementById("search"), found = document.getElementById("found");
  const links = Array.from(document.querySelectorAll("#index a"));
  const visible = () => links.filter(a => !a.parentNode.hidden);

  // A word is found in the name or the Go name; all words must be.
  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const a of links) a.parentNode.hidden = !words.every(w => a.dataset.words.includes(w));
    for (const list of document.querySelectorAll("#index ul")) list.hidden = !list.querySelector("li:not([hidden])");
    const n = visible().length;
    found.textContent = words.length === 0 ? "" : n === 0 ? "Nothing found" : n === 1 ? "1 found" : n + " found";
  }

  function move(step) {
    const all = visible(), at = all.indexOf(document.activeElement);
    if (at + step < 0) search.focus();
    else if (at + step < all.length) all[at + step].focus();
  }

  search.addEventListener("input", filter);
  search.form.addEventListener("submit", e => {
    e.preventDefault();
    const first = visible()[0];
    if (first) first.click();
  });
  document.addEventListener("keydown", e => {
    const typing = e.target === search;
    if (e.key === "/" && !typing && !e.ctrlKey && !e.metaKey && !e.altKey) {
      e.preventDefault();
      search.focus();
      search.select();
    } else if (e.key === "Escape" && typing) {
      search.value = "";
      filter();
    } else if ((e.key === "ArrowDown" || e.key === "ArrowUp") && (typing || links.includes(e.target))) {
      e.preventDefault();
      move(e.key === "ArrowDown" ? 1 : -1);
    }
  });
})();
