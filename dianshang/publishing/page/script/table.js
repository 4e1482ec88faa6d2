
  // ---- the table of claims, and its rows as CSV
  const FIRST_ROWS = 100;
  const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
  const NUMBER = /^[+-]?\d[\d,]*(\.\d+)?%?$/;
  const collator = new Intl.Collator(["zh-Hans-CN", "en"], { numeric: true });
  const COLUMNS = [
    { key: "claim", show: (claim) => claim.record.mention, sort: (claim) => [claim.id], link: true },
    // Numbers of different units are not to be compared: a value is sorted within its unit.
    { key: "value", show: (claim) => word(claim.amount), sort: (claim) => [claim.record.unit, claim.number], right: true },
    { key: "indicator", show: (claim) => word(claim.indicator) },
    { key: "subject", show: (claim) => word(claim.subject) },
    { key: "period", show: (claim) => word(claim.period), sort: (claim) => [claim.record.period_end || claim.record.period_start], wide: true },
    { key: "measure", show: (claim) => code("measure", claim.record.measure), wide: true },
    { key: "status", show: (claim) => code("status", claim.record.obs_status), wide: true },
    { key: "claimant", show: (claim) => word(claim.claimant), wide: true },
    { key: "verdict", show: (claim) => code("verdict", claim.verdict), wide: true, verdict: true },
  ];
  let order = { key: "claim", down: false };
  let rowsShown = FIRST_ROWS;
  const open = (value) => value === null || value === undefined || value === "";
  const compare = (one, other, down) => {
    for (let place = 0; place < one.length; place += 1) {
      const [first, second] = [one[place], other[place]];
      // What the text leaves open comes last in either direction, and units keep their order.
      if (open(first) || open(second)) {
        if (open(first) !== open(second)) return open(first) ? 1 : -1;
      } else {
        const step = typeof first === "number" ? first - second : collator.compare(first, second);
        if (step) return down && place === one.length - 1 ? -step : step;
      }
    }
    return 0;
  };
  const ordered = () => {
    const column = COLUMNS.find((each) => each.key === order.key);
    const value = column.sort || ((claim) => [column.show(claim)]);
    return matches.map((claim) => [value(claim), claim])
      .sort(([one, first], [other, second]) => compare(one, other, order.down) || (first.id < second.id ? -1 : 1))
      .map(([, claim]) => claim);
  };
  const classes = (...names) => names.filter(Boolean).join(" ");
  const tableHead = () => {
    const head = element("tr");
    for (const column of COLUMNS) {
      const cell = element("th", "", { scope: "col", className: classes(column.right && "right", column.wide && "wide") });
      if (column.key === order.key) cell.setAttribute("aria-sort", order.down ? "descending" : "ascending");
      cell.append(element("button", label(column.key), { type: "button", onclick: () => {
        order = { key: column.key, down: order.key === column.key ? !order.down : false };
        table();
        byId("claims").querySelector(`th:nth-child(${COLUMNS.indexOf(column) + 1}) button`).focus();
      } }));
      head.append(cell);
    }
    return head;
  };
  // Where there is no room for all columns, the rest of a claim stands in a row below it.
  const narrowRow = (claim) => {
    const row = element("tr", "", { className: "narrow" });
    const rest = COLUMNS.filter((each) => each.wide).map((each) => each.show(claim)).filter(Boolean).join(" · ");
    row.append(element("td", rest, { colSpan: COLUMNS.filter((each) => !each.wide).length }));
    return row;
  };
  const tableRow = (claim) => {
    const row = element("tr", "", { className: "broad" });
    for (const column of COLUMNS) {
      const cell = element("td", column.link ? "" : column.show(claim), { className: classes(column.right && "right",
        column.wide && "wide", column.verdict && claim.verdict && `verdict ${claim.verdict}`) });
      if (column.link) cell.append(Object.assign(link(claim.id, column.show(claim)), { lang: "zh", title: label("go_article") }));
      row.append(cell);
    }
    return row;
  };
  const table = () => {
    byId("claims").tHead.replaceChildren(tableHead());
    byId("claims").tBodies[0].replaceChildren(...ordered().slice(0, rowsShown).flatMap((claim) => [tableRow(claim), narrowRow(claim)]));
    byId("more").hidden = matches.length <= rowsShown;
    byId("more").textContent = label("more", Math.min(FIRST_ROWS, matches.length - rowsShown));
  };
  // A spreadsheet takes a text that begins like a formula for one; an apostrophe keeps it a text.
  const field = (value) => {
    const text = open(value) ? "" : String(value);
    return `"${(FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  const csv = () => [data.fields, ...ordered().map((claim) => claim.raw)].map((row) => row.map(field).join(",")).join("\r\n");
  const download = () => {
    const url = URL.createObjectURL(new Blob(["\ufeff", csv(), "\r\n"], { type: "text/csv;charset=utf-8" }));
    element("a", "", { href: url, download: `dianshang-metrics-${data.version}.csv` }).click();
    URL.revokeObjectURL(url);
  };
