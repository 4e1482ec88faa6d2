
  // ---- the stories: one is open; places in it are found by their code points
  let current = stories.length ? stories[0].id : "";
  const openStory = (id) => {
    current = id;
    for (const story of stories) story.classList.toggle("current", story.id === id);
    for (const entry of every("[data-article]")) {
      const anchor = entry.querySelector("a");
      if (entry.dataset.article === id) anchor.setAttribute("aria-current", "true");
      else anchor.removeAttribute("aria-current");
    }
    if (picked && claimById.get(picked).record.article_id !== id) pick(null);
    if (CSS.highlights) CSS.highlights.delete("place");
    turns();
    highlight();
  };
  // A reader who has filtered the articles stays among those that are left.
  const openHit = () => {
    if (view === "read" && listed.length && !listed.includes(current)) openStory(listed[0]);
    else { turns(); highlight(); }
  };
  const turns = () => {
    const at = listed.indexOf(current);
    for (const [id, to] of [["previous", listed[at - 1]], ["next", at >= 0 ? listed[at + 1] : undefined]]) {
      const button = byId(id);
      const title = to && ((!language && articles.get(to).title_en) || articles.get(to).title);
      button.hidden = !to;
      button.textContent = to ? (id === "previous" ? `← ${title}` : `${title} →`) : "";
      button.title = label(id);
      button.onclick = () => { location.hash = to; };
    }
  };
  const textNodes = function* (within) {
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) yield walker.currentNode;
  };
  const highlight = () => {
    if (!CSS.highlights) return;
    CSS.highlights.delete("found");
    const story = byId(current);
    if (!terms.length || !story) return;
    const ranges = [];
    for (const node of textNodes(story)) {
      const text = node.data.toLowerCase();
      for (const term of terms) {
        for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, Math.min(at + term.length, node.length));
          ranges.push(range);
        }
      }
    }
    if (ranges.length) CSS.highlights.set("found", new Highlight(...ranges));
  };
  // Offsets count code points of the article; a text node counts UTF-16 units.
  const placeIn = (story, from, to) => {
    const range = new Range();
    let begun = false;
    for (const passage of every("[data-start]", story)) {
      let at = Number(passage.dataset.start);
      for (const node of textNodes(passage)) {
        const letters = [...node.data];
        const unit = (place) => letters.slice(0, place - at).join("").length;
        if (!begun && from >= at && from < at + letters.length) {
          range.setStart(node, unit(from));
          begun = true;
        }
        if (begun && to <= at + letters.length) {
          range.setEnd(node, unit(Math.max(to, at)));
          return range;
        }
        at += letters.length;
        if (begun) range.setEnd(node, node.length);
      }
    }
    return begun ? range : null;
  };
  const showPlace = (from, to) => {
    const range = placeIn(byId(current), from, to);
    if (!range) return;
    if (CSS.highlights) CSS.highlights.set("place", new Highlight(range));
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
  };
