
  // ---- filters: what the reader searches for and chooses, and what of it the page shows
  const ALL_FACETS = {
    issue: { of: (claim) => claim.article.issue, name: (value) => value },
    section: { of: (claim) => claim.article.section, name: (value, claim) => word(claim.article.heading) },
    subject: { of: (claim) => claim.record.subject, name: (value, claim) => word(claim.subject) },
    measure: { of: (claim) => claim.record.measure, name: (value) => code("measure", value) },
    status: { of: (claim) => claim.record.obs_status, name: (value) => code("status", value) },
    verdict: { of: (claim) => claim.verdict, name: (value) => code("verdict", value) },
  };
  const FACETS = Object.fromEntries(Object.entries(ALL_FACETS).filter(([facet]) => byId(`f-${facet}`)));
  const chosen = Object.fromEntries(Object.keys(FACETS).map((facet) => [facet, ""]));
  // A select can not hold null: the value of what the text leaves open.
  const OPEN = "\u0000";
  const facetValue = (facet, claim) => FACETS[facet].of(claim) ?? OPEN;
  const fillSelects = () => {
    for (const facet of Object.keys(FACETS)) {
      const counts = new Map();
      for (const claim of claims) {
        const value = facetValue(facet, claim);
        const entry = counts.get(value) || { count: 0, claim };
        entry.count += 1;
        counts.set(value, entry);
      }
      const open = facet === "verdict" ? label("unchecked") : label("unstated");
      const options = [...counts].map(([value, { count, claim }]) =>
        [value, `${value === OPEN ? open : FACETS[facet].name(value, claim)} (${count})`, count]);
      options.sort((one, other) => (one[0] === OPEN) - (other[0] === OPEN) || other[2] - one[2] || (one[1] < other[1] ? -1 : 1));
      byId(`f-${facet}`).replaceChildren(element("option", label("any"), { value: "" }),
        ...options.map(([value, text]) => element("option", text, { value })));
      byId(`f-${facet}`).value = chosen[facet];
    }
  };
  let terms = [];
  let matches = claims;
  let listed = stories.map((story) => story.id);
  const has = (text) => terms.every((term) => text.includes(term));
  const search = (text) => { terms = plain(text).split(/\s+/).filter(Boolean); };
  const faceted = () => Object.values(chosen).some(Boolean);
  const apply = () => {
    matches = claims.filter((claim) => has(claim.text)
      && Object.keys(FACETS).every((facet) => !chosen[facet] || chosen[facet] === facetValue(facet, claim)));
    const matched = new Set(matches.map((claim) => claim.id));
    const holders = new Set(matches.map((claim) => claim.record.article_id));
    listed = stories.map((story) => story.id).filter((id) => holders.has(id) || (!faceted() && has(storyText.get(id))));
    const shown = new Set(listed);
    for (const entry of every("[data-article]")) entry.hidden = !shown.has(entry.dataset.article);
    for (const group of every("#contents > ol > li")) group.hidden = !group.querySelector("li:not([hidden])");
    for (const mark of every("[data-claim]")) mark.classList.toggle("faint", !matched.has(mark.dataset.claim));
    for (const { row, text } of findings) row.hidden = !has(text);
    for (const part of every(".found .part, .found .group")) part.hidden = !part.querySelector("li:not([hidden])");
    byId("listed").textContent = listed.length;
    tell();
    rowsShown = FIRST_ROWS;
    table();
    openHit();
  };
  const tell = () => {
    const found = findings.filter(({ row }) => !row.hidden).length;
    if (view === "findings") byId("matching").textContent = found ? label("finding", found, findings.length) : label("nothing");
    else byId("matching").textContent = listed.length ? label("matching", matches.length, claims.length, listed.length, stories.length) : label("nothing");
  };

  // ---- the filters as the end of an address, and back
  const filtered = () => {
    const asked = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
    if (terms.length) asked.set("q", byId("query").value.trim());
    return String(asked) && `?${asked}`;
  };
  const filterBy = (text) => {
    const asked = new URLSearchParams(text);
    for (const facet of Object.keys(FACETS)) {
      const value = asked.get(facet);
      chosen[facet] = claims.some((claim) => facetValue(facet, claim) === value) ? value : "";
    }
    byId("query").value = asked.get("q") || "";
    search(byId("query").value);
    fillSelects();
    apply();
  };
