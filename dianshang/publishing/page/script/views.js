
  // ---- views and addresses: #view, #article, #article:start-end or #claim, then ?filters
  let view = "";
  // A view has no id of its own any more: the browser would scroll to it, past the filters above it.
  const views = new Map(every(".views a").map(({ dataset }) => [dataset.view, byId(dataset.view)]));
  for (const each of views.values()) each.removeAttribute("id");
  const openView = (name) => {
    view = name;
    for (const [key, each] of views) each.classList.toggle("current", key === name);
    byId("filters").classList.toggle("current", name !== "charts");
    byId("filters").classList.toggle("searching", name === "findings");
    for (const anchor of every(".views a")) {
      if (anchor.dataset.view === name) anchor.setAttribute("aria-current", "page");
      else anchor.removeAttribute("aria-current");
    }
    if (name !== "read") pick(null);
    tell();
  };
  const below = (target) => {
    const bar = document.querySelector(".views");
    if (target.getBoundingClientRect().top < bar.offsetHeight - 4 || target.getBoundingClientRect().top > innerHeight) {
      target.scrollIntoView({ block: "start" });
    }
  };
  const target = () => {
    try {
      return decodeURIComponent(location.hash.slice(1).split("?")[0]);
    } catch {
      return "";  // a stray percent sign
    }
  };
  // The address always tells the filters, so that what is seen can be sent.
  const keepAddress = () => {
    const address = `#${encodeURIComponent(target() || view).replaceAll("%3A", ":")}${filtered()}`;
    if (address !== location.hash && (location.hash || filtered())) history.replaceState(null, "", address);
  };
  const showClaim = (id) => {
    openView("read");
    openStory(claimById.get(id).record.article_id);
    const mark = byId(id);
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center" });
    pick(id);
  };
  const go = () => {
    const [, filters] = location.hash.split("?");
    if (filters !== undefined && `?${filters}` !== filtered()) filterBy(filters);
    const address = target();
    const [, article, from, to] = address.match(/^(.+):(\d+)-(\d+)$/) || [];
    if (claimById.has(address)) {
      showClaim(address);
    } else if (articles.has(article)) {
      openView("read");
      openStory(article);
      showPlace(Number(from), Number(to));
    } else if (articles.has(address)) {
      openView("read");
      openStory(address);
      below(byId(address));
    } else if (views.has(address)) {
      openView(address);
      if (address === "read") openStory(listed.includes(current) ? current : listed[0] || current);
      below(byId("main"));
    } else if (!view) {
      openView("charts");
      openStory(current);
    }
    keepAddress();
  };
