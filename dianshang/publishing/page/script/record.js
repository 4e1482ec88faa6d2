
  // ---- the record of a claim
  let picked = null;
  const rowsOfRecord = (claim) => {
    const { record } = claim;
    const level = claimById.get(record.relates_to);
    // The words of the text themselves are for those who read Chinese.
    const text = language ? record.indicator_text : record.indicator_en;
    const when = language && record.period_text ? ` (${record.period_text})` : "";
    return [
      ["indicator", word(claim.indicator) + (text && text !== word(claim.indicator) ? ` (${text})` : "")],
      ["subject", word(claim.subject)],
      ["area", record.ref_area ? `${word(claim.area)} (${record.ref_area})` : ""],
      ["value", record.value + (record.value_max ? ` – ${record.value_max}` : "") + (record.unit ? ` ${record.unit}` : "")],
      ["measure", code("measure", record.measure)],
      ["statistic", code("statistic", record.statistic)],
      ["per", word(claim.per)],
      ["denominator", word(claim.denominator)],
      ["period", word(claim.period) + when],
      ["comparison", code("comparison", record.comparison)],
      ["base_period", word(claim.base)],
      ["status", code("status", record.obs_status)],
      ["claimant", word(claim.claimant)],
      ["relates_to", level ? link(level.id, word(level.amount)) : ""],
      ["verdict", claim.verdict ? element("b", code("verdict", claim.verdict), { className: `verdict ${claim.verdict}` }) : label("unchecked")],
      ["reviewed", label(record.reviewed ? "yes" : "no")],
    ].filter(([, value]) => value);
  };
  const card = (claim) => {
    const parts = [element("p", word(claim.amount), { className: "figure" }), element("p", word(claim.says), { className: "said" })];
    const list = element("dl");
    for (const [key, value] of rowsOfRecord(claim)) {
      const row = element("div");
      const shown = element("dd");
      shown.append(value);
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
      parts.push(element("h3", label("checks_title")), checks);
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
    for (const mark of every(".claim.picked")) mark.classList.remove("picked");
    if (id) for (const mark of every(`[data-claim="${CSS.escape(id)}"]`)) mark.classList.add("picked");
    showCard(id);
    if (id) uncover(byId(id));
  };
  // Where the record is a sheet at the foot of the window, the claim moves up from behind it.
  const uncover = (mark) => {
    if (getComputedStyle(byId("record")).position !== "fixed") return;
    const hidden = mark.getBoundingClientRect().bottom + 12 - byId("record").getBoundingClientRect().top;
    if (hidden > 0) scrollBy({ top: hidden, behavior: "instant" });
  };
  const letGo = () => {
    const mark = picked && byId(picked);
    pick(null);
    if (mark && byId("record").contains(document.activeElement)) mark.focus();
  };
