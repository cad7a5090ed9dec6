// search.js: the words looked for, their places in the text, and the way from one to the next.

class Search {
  constructor(page) {
    this.page = page;
    this.hits = [];
    this.at = -1;
  }

  get query() {
    return fold(byId("query").value.trim());
  }

  // Mark the places in the text that is shown.
  find() {
    const { pane } = this.page;
    this.hits = pane ? pane.find(this.query) : [];
    this.at = -1;
    this.highlight();
    for (const id of ["hit-back", "hit-forth"]) byId(id).hidden = !this.hits.length;
    const found = this.hits.length ? `${this.hits.length} ${word("ui.places")}` : word("ui.search.none");
    byId("hits").textContent = this.query ? found : "";
    if (this.hits.length) this.hits[0].startContainer.parentElement.scrollIntoView({ block: "nearest" });
  }

  step(direction) {
    if (!this.hits.length) return;
    const start = this.at < 0 && direction < 0 ? 0 : this.at;
    this.at = (start + direction + this.hits.length) % this.hits.length;
    byId("hits").textContent = `${this.at + 1} / ${this.hits.length}`;
    this.highlight(this.hits[this.at]);
    scrollTo(this.hits[this.at].startContainer.parentElement, "center");
  }

  highlight(...ranges) {
    if (globalThis.CSS && CSS.highlights) CSS.highlights.set("hit", new Highlight(...ranges));
  }

  // Say that the address names what is not here.
  complain() {
    byId("hits").textContent = word("ui.missing");
    say(word("ui.missing"));
  }
}
