  // ---- the claims, each with the fields of its record by name, and the words it is found by
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const every = (selector, within = document) => [...within.querySelectorAll(selector)];
  const root = document.documentElement;
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const articles = new Map(data.articles.map((article) => [article.id, article]));
  const claims = data.claims.map((claim) => {
    const record = Object.fromEntries(data.fields.map((field, place) => [field, claim.raw[place]]));
    return { ...claim, record, id: record.metric_id, article: articles.get(record.article_id) };
  });
  const claimById = new Map(claims.map((claim) => [claim.id, claim]));
  const stories = every(".story");
  const named = (group, value) => (value && data.codes[group][value]) || [];
  for (const claim of claims) {
    const { record, article } = claim;
    claim.text = plain([record.sentence, record.mention, record.indicator, record.indicator_text, record.indicator_en,
      record.unit, claim.id, ...(article.heading || []), article.title, article.title_en, ...claim.says, ...claim.indicator,
      ...claim.area, ...claim.amount, ...(claim.subject || []), ...(claim.claimant || []), ...(claim.denominator || []),
      ...named("measure", record.measure), ...named("status", record.obs_status), ...named("verdict", claim.verdict),
      ...named("statistic", record.statistic), ...named("comparison", record.comparison)].filter(Boolean).join(" "));
  }
  const storyText = new Map(stories.map((story) => [story.id, plain([story.textContent,
    ...Object.values(articles.get(story.id)).flat(),
    ...claims.filter((claim) => claim.article.id === story.id).map((claim) => claim.text)].filter(Boolean).join(" "))]));
  const findings = every("[data-finding]").map((row) => ({ row, text: plain(row.textContent) }));
