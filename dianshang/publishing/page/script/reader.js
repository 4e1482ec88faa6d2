
  // ---- what the reader does
  const speak = (which) => {
    language = which;
    root.lang = root.dataset.lang = which ? "zh" : "en";
    const button = byId("language");
    button.textContent = label("language");
    button.lang = which ? "en" : "zh";
    button.setAttribute("aria-label", label("language_name"));
    document.title = `${label("name")} · ${label("title")}`;
    for (const each of every("[data-aria]")) each.setAttribute("aria-label", label(each.dataset.aria));
    for (const each of every("[data-placeholder]")) each.placeholder = label(each.dataset.placeholder);
    for (const mark of every("mark[aria-describedby]")) {
      mark.setAttribute("aria-describedby", `d-${mark.dataset.claim}-${root.lang}`);
    }
    fillSelects();
    apply();
    showCard(picked);
  };
  const filter = () => { apply(); keepAddress(); };
  const claimOf = (event) => event.target.closest && event.target.closest(".stories [data-claim]");
  // A finger does not hover: the sheet that came up under it would take its tap.
  const hovers = (event) => event.pointerType === "mouse" && claimOf(event);
  byId("stories").addEventListener("pointerover", (event) => { const mark = hovers(event); if (mark) showCard(mark.dataset.claim); });
  byId("stories").addEventListener("pointerout", (event) => { if (hovers(event)) showCard(picked); });
  byId("stories").addEventListener("focusin", (event) => { const mark = claimOf(event); if (mark) pick(mark.dataset.claim); });
  byId("stories").addEventListener("click", (event) => { const mark = claimOf(event); if (mark) pick(mark.dataset.claim); });
  // The bars of a chart lead to their claims by a click; the links of its data table do for the keyboard.
  document.addEventListener("click", (event) => { const bar = event.target.closest("[data-goto]"); if (bar) location.hash = bar.dataset.goto; });
  byId("close").addEventListener("click", letGo);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && picked) letGo(); });
  byId("language").addEventListener("click", () => speak(1 - language));
  byId("download").addEventListener("click", download);
  byId("more").addEventListener("click", () => { rowsShown += FIRST_ROWS; table(); });
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("filters").addEventListener("reset", () => {
    for (const facet of Object.keys(chosen)) chosen[facet] = "";
    terms = [];
    filter();
  });
  byId("query").addEventListener("input", (event) => { search(event.target.value); filter(); });
  for (const facet of Object.keys(FACETS)) {
    byId(`f-${facet}`).addEventListener("change", (event) => { chosen[facet] = event.target.value; filter(); });
  }
  // On a phone the list of articles would stand before the article: it opens when it is asked for.
  const narrow = matchMedia("(max-width: 44rem)");
  byId("contents").open = !narrow.matches;
  byId("contents").addEventListener("click", (event) => { if (narrow.matches && event.target.closest("a")) byId("contents").open = false; });
  narrow.addEventListener("change", () => { byId("contents").open = !narrow.matches; });
  addEventListener("hashchange", go);
  speak((navigator.language || "").startsWith("zh") ? 1 : 0);
  go();
