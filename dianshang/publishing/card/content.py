"""What the card shows of the tables: an overview, a real row and the fields of each, and where the texts come from."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

import pyarrow as pa

from dianshang.publishing.card.words import Language, words
from dianshang.publishing.fields import Described, Meaning, described
from dianshang.publishing.shards import Shard
from dianshang.schema.issue import Provenance

# The longest text that an example shows whole.
SHOWN = 60
_BAR = r"\|"


def overview(published: Sequence[Shard], language: Language) -> str:
    """Lists the tables with their rows and what they hold.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> print(overview(units, "en").splitlines()[2])
    | `units` | 1 | The codes of units in use. |
    """
    say = words(language)
    head = (say["table"], say["rows"], say["holds"])
    rows = ((f"`{s.spec.name}`", f"{s.table.num_rows:,}", getattr(s.spec, language)) for s in published)
    return markdown_table(head, rows)


def examples(published: Sequence[Shard], language: Language) -> str:
    """Shows one real row of each table: the one that has most to show.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> examples(units, "en").splitlines()[0]
    '### units'
    """
    return "\n\n".join(_example(shard, language) for shard in published)


def dictionary(published: Sequence[Shard], language: Language) -> str:
    """Explains every field in both languages, the card's own first.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> "`unit`" in dictionary(units, "en")
    True
    """
    say = words(language)
    head = tuple(say[key] for key in ("field", "type", "unit", "description", "other_description"))
    tables = (
        f"### {shard.spec.name}\n\n"
        + markdown_table(head, (_cells(field, language) for field in described(shard.table.schema)))
        for shard in published
    )
    return "\n\n".join(tables)


def codes(published: Sequence[Shard], language: Language) -> str:
    """Says what each code of each closed list means, once for all the fields that hold it.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> "| `money` |" in codes(units, "en")
    True
    """
    say = words(language)
    holders: dict[tuple[Meaning, ...], list[str]] = {}
    for shard in published:
        for field in described(shard.table.schema):
            if field.codes:
                holders.setdefault(field.codes, []).append(f"{shard.spec.name}.{field.path}")
    rows = [
        (", ".join(f"`{name}`" for name in names) if at == 0 else "", f"`{one.code}`", *_both(one, language))
        for meanings, names in holders.items()
        for at, one in enumerate(meanings)
    ]
    return markdown_table(tuple(say[key] for key in ("field", "code", "meaning", "other_meaning")), rows)


def sources(published: Sequence[Shard], origins: Mapping[str, Provenance], language: Language) -> str:
    """Lists the issues: how many articles, from when and from whom, and what is known of the document.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> sources(units, {}, "en") == words("en")["no_articles"]
    True
    """
    say = words(language)
    articles = rows_of(published, "articles")
    if articles is None:
        return say["no_articles"]
    cells = articles.select(["issue_id", "published", "source_name"]).to_pylist()
    rows, notes = [], []
    for issue, count in sorted(Counter(cell["issue_id"] for cell in cells).items()):
        own = [cell for cell in cells if cell["issue_id"] == issue]
        days = sorted(cell["published"] for cell in own if cell["published"])
        outlets = sorted({cell["source_name"] for cell in own if cell["source_name"]})
        span = say["span"].format(first=days[0], last=days[-1]) if days else say["undated"]
        origin = origins.get(issue)
        title = escape(origin.title, quote=False) if origin else ""
        rows.append((issue, title, str(count), span, escape(", ".join(outlets), quote=False)))
        notes += [_note(issue, origin, say)] if origin else []
    head = tuple(say[key] for key in ("issue", "title", "articles", "published", "outlets"))
    return "\n\n".join([markdown_table(head, rows), *notes])


def reviewed(published: Sequence[Shard], language: Language) -> str:
    """Says how many metrics readers settled.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> reviewed(units, "en") == words("en")["no_metrics"]
    True
    """
    metrics = rows_of(published, "metrics")
    if metrics is None:
        return words(language)["no_metrics"]
    settled = sum(metrics.column("reviewed").to_pylist())
    return words(language)["reviewed"].format(settled=settled, all=metrics.num_rows)


def audit(published: Sequence[Shard], language: Language) -> str:
    """Says how many ties between numbers were recomputed, and how many of them hold.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> audit(units, "en") == words("en")["no_audit"]
    True
    """
    checks = rows_of(published, "checks")
    if checks is None:
        return words(language)["no_audit"]
    verdicts = Counter(checks.column("verdict").to_pylist())
    counts = {verdict: verdicts[verdict] for verdict in ("consistent", "rounding", "inconsistent", "sources_differ")}
    return words(language)["audit"].format(all=checks.num_rows, **counts)


def benchmark(published: Sequence[Shard], language: Language) -> str:
    """Says how much there is to be tested on.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> type(benchmark(units, "en"))
    <class 'str'>
    """
    say = words(language)
    sentences, metrics, checks = (rows_of(published, name) for name in ("sentences", "metrics", "checks"))
    if sentences is None or metrics is None:
        return say["no_sentences"]
    settled = {row["issue_id"] for row in metrics.select(["issue_id", "reviewed"]).to_pylist() if row["reviewed"]}
    rows = sentences.select(["issue_id", "article_id", "metric_ids"]).to_pylist()
    asked = [row for row in rows if row["issue_id"] in settled]
    return say["sentences"].format(
        articles=len({row["article_id"] for row in asked}),
        sentences=len(asked),
        stating=sum(bool(row["metric_ids"]) for row in asked),
        claims=sum(len(row["metric_ids"]) for row in asked),
        checks=0 if checks is None else checks.num_rows,
    )


def rows_of(published: Sequence[Shard], name: str) -> pa.Table | None:
    """The rows of a table, or None if it is not published.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> rows_of(units, "units").num_rows, rows_of(units, "areas")
    (1, None)
    """
    return next((shard.table for shard in published if shard.spec.name == name), None)


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Sets rows as a Markdown table, bars inside a cell escaped.

    >>> print(markdown_table(("a", "b"), [("1", "2")]))
    | a | b |
    |---|---|
    | 1 | 2 |
    """
    lines = [f"| {' | '.join(' '.join(cell.split()).replace('|', _BAR) for cell in row)} |" for row in (head, *rows)]
    return "\n".join([lines[0], f"|{'---|' * len(head)}", *lines[1:]])


def _example(shard: Shard, language: Language) -> str:
    row = max(shard.table.to_pylist(), key=lambda row: sum(cell not in (None, [], "") for cell in row.values()))
    shown = {name: _cut(cell) for name, cell in row.items() if cell not in (None, [], "")}
    intro = words(language)["example"].format(key=row[shard.spec.key])
    page = json.dumps(shown, ensure_ascii=False, indent=1, default=str)
    return f"### {shard.spec.name}\n\n{getattr(shard.spec, language)} {intro}\n\n```json\n{page}\n```"


def _cut(cell: Any) -> Any:
    if isinstance(cell, str):
        return cell if len(cell) <= SHOWN else f"{cell[: SHOWN - 1]}…"
    if isinstance(cell, list):
        return [_cut(item) for item in cell[:1]] + ["…"] * (len(cell) > 1)
    return cell


def _cells(field: Described, language: Language) -> tuple[str, ...]:
    kind = field.type + (words(language)["null"] if field.nullable else "")
    return (f"`{field.path}`", kind, field.unit, *_both(field, language))


def _both(one: Described | Meaning, language: Language) -> tuple[str, str]:
    return (one.en, one.zh) if language == "en" else (one.zh, one.en)


def _note(issue: str, origin: Provenance, say: Mapping[str, str]) -> str:
    received = say["received"].format(file=origin.file, sha256=origin.sha256)
    notes = (origin.about, origin.rights, received)
    return f"**{issue}**: " + " ".join(" ".join(escape(note, quote=False).split()) for note in notes if note)
