"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;
  const FIRST_ROWS = 100;
  const NOT_IN_CSV_TEXT = /^[=+@\t\r]|^-(?![\d.])/;

  // ---- the claims, each with the fields of its record by name
  const articles = new Map(data.articles.map((article) => [article.id, article]));
  const claims = data.claims.map((claim) => {
    const record = Object.fromEntries(data.fields.map((field, place) => [field, claim.raw[place]]));
    return { ...claim, record, id: record.metric_id, article: articles.get(record.article_id) };
  });
  const claimById = new Map(claims.map((claim) => [claim.id, claim]));
  const stories = [...document.querySelectorAll(".story")];
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const storyText = new Map(stories.map((story) => [story.id, plain(
    [story.textContent, ...Object.values(articles.get(story.id) || {}).flat()].filter(Boolean).join(" "))]));
  for (const claim of claims) {
    const { record, article } = claim;
    claim.text = plain([record.sentence, record.mention, record.indicator, record.indicator_text, record.unit, claim.id,
      ...claim.says, ...claim.indicator, ...claim.area, ...claim.amount, ...(claim.subject || []), ...(claim.claimant || []),
      article.section, article.title, article.title_en].filter(Boolean).join(" "));
  }

  // ---- words
  let language = 0;
  const word = (pair) => (pair ? pair[language] : "");
  const label = (key, ...values) => word(data.labels[key]).replace(/\{(\d)\}/g, (_, place) => values[place]);
  const code = (group, value) => (value ? word(data.codes[group][value]) || value : "");
  const element = (tag, text, properties = {}) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    return Object.assign(made, properties);
  };

  // ---- filters
  const FACETS = {
    section: { of: (claim) => claim.article.section, name: (value) => value },
    subject: { of: (claim) => claim.record.subject, name: (value, claim) => word(claim.subject) },
    measure: { of: (claim) => claim.record.measure, name: (value) => code("measure", value) },
    status: { of: (claim) => claim.record.obs_status, name: (value) => code("status", value) },
    verdict: { of: (claim) => claim.verdict, name: (value) => code("verdict", value) },
  };
  const chosen = { section: "", subject: "", measure: "", status: "", verdict: "" };
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
      const select = byId(`f-${facet}`);
      select.replaceChildren(element("option", label("any"), { value: "" }),
        ...options.map(([value, text]) => element("option", text, { value })));
      select.value = chosen[facet];
    }
  };
  let terms = [];
  let matches = claims;
  let matched = new Set();
  const has = (text) => terms.every((term) => text.includes(term));
  const faceted = () => Object.values(chosen).some(Boolean);
  const apply = () => {
    matches = claims.filter((claim) => has(claim.text)
      && Object.keys(FACETS).every((facet) => !chosen[facet] || chosen[facet] === facetValue(facet, claim)));
    matched = new Set(matches.map((claim) => claim.id));
    const holders = new Set(matches.map((claim) => claim.record.article_id));
    const listed = stories.filter((story) => holders.has(story.id) || (!faceted() && has(storyText.get(story.id))));
    const shown = new Set(listed.map((story) => story.id));
    for (const entry of document.querySelectorAll("[data-article]")) entry.hidden = !shown.has(entry.dataset.article);
    for (const group of document.querySelectorAll(".contents > ol > li")) group.hidden = !group.querySelector("li:not([hidden])");
    for (const mark of document.querySelectorAll("[data-claim]")) mark.classList.toggle("faint", !matched.has(mark.dataset.claim));
    byId("matching").textContent = listed.length
      ? label("matching", matches.length, claims.length, listed.length, stories.length) : label("nothing");
    highlight();
    if (view === "read" && !shown.has(current) && listed.length) openStory(listed[0].id);
    else turns();
    rowsShown = FIRST_ROWS;
    table();
  };
  const highlight = () => {
    if (!window.CSS || !CSS.highlights) return;
    CSS.highlights.delete("found");
    const story = byId(current);
    if (!terms.length || !story) return;
    const ranges = [];
    const walker = document.createTreeWalker(story, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.data.toLowerCase();
      for (const term of terms) {
        for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
          const range = new Range();
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, Math.min(at + term.length, walker.currentNode.length));
          ranges.push(range);
        }
      }
    }
    if (ranges.length) CSS.highlights.set("found", new Highlight(...ranges));
  };

  // ---- the record of a claim
  let picked = null;
  const rowsOfRecord = (claim) => {
    const { record } = claim;
    const level = claimById.get(record.relates_to);
    return [
      ["indicator", word(claim.indicator) + (record.indicator_text && record.indicator_text !== word(claim.indicator) ? ` (${record.indicator_text})` : "")],
      ["subject", word(claim.subject)],
      ["area", record.ref_area ? `${word(claim.area)} (${record.ref_area})` : ""],
      ["value", record.value + (record.value_max ? ` – ${record.value_max}` : "") + (record.unit ? ` ${record.unit}` : "")],
      ["measure", code("measure", record.measure)],
      ["denominator", word(claim.denominator)],
      ["period", word(claim.period) + (record.period_text ? ` (${record.period_text})` : "")],
      ["comparison", code("comparison", record.comparison)],
      ["base_period", word(claim.base)],
      ["status", code("status", record.obs_status)],
      ["claimant", word(claim.claimant)],
      ["relates_to", level ? link(level.id, word(level.amount)) : ""],
      ["verdict", claim.verdict ? element("b", code("verdict", claim.verdict), { className: `verdict ${claim.verdict}` }) : label("unchecked")],
      ["reviewed", label(record.reviewed ? "yes" : "no")],
    ];
  };
  const link = (id, text) => element("a", text, { href: `#${id}` });
  const card = (claim) => {
    const parts = [element("p", word(claim.amount), { className: "figure" }), element("p", word(claim.says), { className: "said" })];
    const list = element("dl");
    for (const [key, value] of rowsOfRecord(claim)) {
      const row = element("div");
      const shown = element("dd");
      shown.append(value || "—");
      if (!value) continue;
      row.append(element("dt", label(key)), shown);
      list.append(row);
    }
    parts.push(list);
    if (claim.checks.length) {
      const checks = element("ul", "", { className: "checks" });
      for (const place of claim.checks) {
        const [verdict, ...said] = data.checks[place];
        const item = element("li");
        item.append(element("b", code("verdict", verdict), { className: `verdict ${verdict}` }), ` ${word(said)}`);
        checks.append(item);
      }
      parts.push(element("h4", label("checks_title")), checks);
    }
    const links = element("p", "", { className: "links" });
    links.append(link(claim.id, label("permalink")));
    return [...parts, links];
  };
  const showCard = (id) => {
    const claim = claimById.get(id);
    byId("card").replaceChildren(...(claim ? card(claim) : []));
    byId("key").hidden = Boolean(claim);
    byId("close").hidden = !claim;
    byId("record").classList.toggle("open", Boolean(claim));
    byId("record").scrollTop = 0;
  };
  const pick = (id) => {
    picked = id;
    for (const mark of document.querySelectorAll(".claim.picked")) mark.classList.remove("picked");
    if (id) for (const mark of document.querySelectorAll(`[data-claim="${CSS.escape(id)}"]`)) mark.classList.add("picked");
    showCard(id);
    if (id) uncover(byId(`m-${id}`));
  };
  // Where the record is a sheet at the foot of the window, the claim moves up from behind it.
  const uncover = (mark) => {
    if (getComputedStyle(byId("record")).position !== "fixed") return;
    const hidden = mark.getBoundingClientRect().bottom + 12 - byId("record").getBoundingClientRect().top;
    if (hidden > 0) scrollBy({ top: hidden, behavior: "instant" });
  };
  const letGo = () => {
    const mark = picked && byId(`m-${picked}`);
    pick(null);
    if (mark && byId("record").contains(document.activeElement)) mark.focus();
  };

  // ---- the stories
  let current = stories.length ? stories[0].id : "";
  const openStory = (id) => {
    current = id;
    for (const story of stories) story.classList.toggle("current", story.id === id);
    for (const entry of document.querySelectorAll("[data-article]")) {
      const anchor = entry.querySelector("a");
      if (entry.dataset.article === id) anchor.setAttribute("aria-current", "true");
      else anchor.removeAttribute("aria-current");
    }
    if (picked && claimById.get(picked).record.article_id !== id) pick(null);
    turns();
    highlight();
  };
  const turns = () => {
    const listed = [...document.querySelectorAll("[data-article]:not([hidden])")].map((entry) => entry.dataset.article);
    const at = listed.indexOf(current);
    for (const [id, arrow, to] of [["previous", "← ", listed[at - 1]], ["next", "", at >= 0 ? listed[at + 1] : undefined]]) {
      const button = byId(id);
      button.hidden = !to;
      button.textContent = to ? `${arrow}${articles.get(to).title}${arrow ? "" : " →"}` : "";
      button.title = label(id);
      button.onclick = () => { location.hash = to; };
    }
  };

  // ---- views and addresses
  let view = "";
  const VIEWS = ["charts", "read", "table"];
  // A view has no id of its own any more: the browser would scroll to it, past the filters above it.
  const views = new Map(VIEWS.map((name) => [name, byId(name)]));
  for (const each of views.values()) each.removeAttribute("id");
  const openView = (name) => {
    view = name;
    for (const each of VIEWS) views.get(each).classList.toggle("current", each === name);
    byId("filters").classList.toggle("current", name !== "charts");
    for (const anchor of document.querySelectorAll(".views a")) {
      if (anchor.dataset.view === name) anchor.setAttribute("aria-current", "page");
      else anchor.removeAttribute("aria-current");
    }
    if (name !== "read") pick(null);
  };
  const below = (target) => {
    const bar = document.querySelector(".views");
    if (target.getBoundingClientRect().top < bar.offsetHeight - 4 || target.getBoundingClientRect().top > innerHeight) {
      target.scrollIntoView({ block: "start" });
    }
  };
  const go = () => {
    const address = decodeURIComponent(location.hash.slice(1));
    if (claimById.has(address)) {
      const claim = claimById.get(address);
      openView("read");
      openStory(claim.record.article_id);
      const mark = byId(`m-${address}`);
      mark.focus({ preventScroll: true });
      mark.scrollIntoView({ block: "center" });
      pick(address);
    } else if (articles.has(address)) {
      openView("read");
      openStory(address);
      below(byId(address));
    } else if (VIEWS.includes(address)) {
      openView(address);
      if (address === "read") openStory(current);
      below(byId("main"));
    } else if (!view) {
      openView("charts");
      openStory(current);
    }
  };

  // ---- the table
  const COLUMNS = [
    { key: "claim", show: (claim) => claim.record.mention, sort: (claim) => claim.id, link: true },
    { key: "value", show: (claim) => word(claim.amount), sort: (claim) => claim.number, right: true },
    { key: "indicator", show: (claim) => word(claim.indicator) },
    { key: "subject", show: (claim) => word(claim.subject) },
    { key: "period", show: (claim) => word(claim.period), sort: (claim) => claim.record.period_end || claim.record.period_start },
    { key: "measure", show: (claim) => code("measure", claim.record.measure), wide: true },
    { key: "status", show: (claim) => code("status", claim.record.obs_status), wide: true },
    { key: "claimant", show: (claim) => word(claim.claimant), wide: true },
    { key: "verdict", show: (claim) => code("verdict", claim.verdict), wide: true, verdict: true },
  ];
  let order = { key: "claim", down: false };
  let rowsShown = FIRST_ROWS;
  const compare = (one, other) => {
    if (one === other) return 0;
    if (one === null || one === undefined || one === "") return 2;
    if (other === null || other === undefined || other === "") return -2;
    return typeof one === "number" ? one - other : collator.compare(one, other);
  };
  const collator = new Intl.Collator(["zh-Hans-CN", "en"], { numeric: true });
  const ordered = () => {
    const column = COLUMNS.find((each) => each.key === order.key);
    const value = column.sort || column.show;
    // What the text leaves open comes last in either direction.
    const step = (result) => (Math.abs(result) === 2 && !column.right ? result : order.down ? -result : result);
    return matches.map((claim) => [value(claim), claim])
      .sort(([one, first], [other, second]) => step(typeof one === "string" && typeof other === "string" && one && other
        ? Math.sign(compare(one, other)) : compare(one, other)) || (first.id < second.id ? -1 : 1))
      .map(([, claim]) => claim);
  };
  const table = () => {
    const head = element("tr");
    for (const column of COLUMNS) {
      const cell = element("th", "", { scope: "col", className: [column.right && "right", column.wide && "wide"].filter(Boolean).join(" ") });
      if (column.key === order.key) cell.setAttribute("aria-sort", order.down ? "descending" : "ascending");
      cell.append(element("button", label(column.key), { type: "button", onclick: () => {
        order = { key: column.key, down: order.key === column.key ? !order.down : false };
        table();
        byId("claims").querySelector(`th:nth-child(${COLUMNS.indexOf(column) + 1}) button`).focus();
      } }));
      head.append(cell);
    }
    byId("claims").tHead.replaceChildren(head);
    byId("claims").tBodies[0].replaceChildren(...ordered().slice(0, rowsShown).map((claim) => {
      const row = element("tr");
      for (const column of COLUMNS) {
        const cell = element("td", column.link ? "" : column.show(claim), { className: [column.right && "right", column.wide && "wide", column.verdict && claim.verdict && `verdict ${claim.verdict}`].filter(Boolean).join(" ") });
        if (column.link) cell.append(Object.assign(link(claim.id, column.show(claim)), { lang: "zh", title: label("go_article") }));
        row.append(cell);
      }
      return row;
    }));
    byId("more").hidden = matches.length <= rowsShown;
    byId("more").textContent = label("more", Math.min(FIRST_ROWS, matches.length - rowsShown));
  };
  // A spreadsheet takes a text that begins like a formula for one; an apostrophe keeps it a text.
  const field = (value) => {
    const text = value === null || value === undefined ? "" : String(value);
    return `"${(NOT_IN_CSV_TEXT.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  const csv = () => [data.fields, ...ordered().map((claim) => claim.raw)].map((row) => row.map(field).join(",")).join("\r\n");
  const download = () => {
    const url = URL.createObjectURL(new Blob(["\ufeff", csv(), "\r\n"], { type: "text/csv;charset=utf-8" }));
    const anchor = element("a", "", { href: url, download: `dianshang-metrics-${data.version}.csv` });
    anchor.click();
    URL.revokeObjectURL(url);
  };

  // ---- language
  const speak = (which) => {
    language = which;
    root.lang = root.dataset.lang = which ? "zh" : "en";
    const button = byId("language");
    button.textContent = label("language");
    button.lang = which ? "en" : "zh";
    button.setAttribute("aria-label", label("language_name"));
    document.title = `${label("name")} · ${label("title")}`;
    for (const each of document.querySelectorAll("[data-aria]")) each.setAttribute("aria-label", label(each.dataset.aria));
    for (const each of document.querySelectorAll("[data-placeholder]")) each.placeholder = label(each.dataset.placeholder);
    for (const each of document.querySelectorAll("[data-code]")) each.textContent = code("measure", each.dataset.code);
    for (const mark of document.querySelectorAll("mark[aria-describedby]")) {
      mark.setAttribute("aria-describedby", `d-${mark.dataset.claim}-${root.lang}`);
    }
    fillSelects();
    apply();
    showCard(picked);
  };

  // ---- what the reader does
  const claimOf = (event) => event.target.closest && event.target.closest(".stories [data-claim]");
  // A finger does not hover: the sheet that came up under it would take its tap.
  const hovers = (event) => event.pointerType === "mouse" && claimOf(event);
  byId("stories").addEventListener("pointerover", (event) => { const mark = hovers(event); if (mark) showCard(mark.dataset.claim); });
  byId("stories").addEventListener("pointerout", (event) => { if (hovers(event)) showCard(picked); });
  byId("stories").addEventListener("focusin", (event) => { const mark = claimOf(event); if (mark) pick(mark.dataset.claim); });
  byId("stories").addEventListener("click", (event) => { const mark = claimOf(event); if (mark) pick(mark.dataset.claim); });
  byId("close").addEventListener("click", letGo);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && picked) letGo(); });
  byId("language").addEventListener("click", () => speak(1 - language));
  byId("download").addEventListener("click", download);
  byId("more").addEventListener("click", () => { rowsShown += FIRST_ROWS; table(); });
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("filters").addEventListener("reset", () => {
    for (const facet of Object.keys(chosen)) chosen[facet] = "";
    terms = [];
    apply();
  });
  byId("query").addEventListener("input", (event) => { terms = plain(event.target.value).split(/\s+/).filter(Boolean); apply(); });
  for (const facet of Object.keys(FACETS)) {
    byId(`f-${facet}`).addEventListener("change", (event) => { chosen[facet] = event.target.value; apply(); });
  }
  addEventListener("hashchange", go);
  speak((navigator.language || "").startsWith("zh") ? 1 : 0);
  go();
})();
