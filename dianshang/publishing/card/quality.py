"""What the card says of quality: what was done to each issue, how far readings agree, and baselines."""

from collections.abc import Iterator, Sequence
from html import escape

from dianshang.publishing.baselines import Levels, System, gold_fingerprint
from dianshang.publishing.card.content import rows_of
from dianshang.publishing.card.words import Language, terms, words
from dianshang.publishing.edition import Edition
from dianshang.publishing.shards import Shard
from dianshang.review.people_scores import PeopleAgreement
from dianshang.review.report import agreement_report, rates_table, spoken
from dianshang.schema.issue import Provenance


def agreement(published: Sequence[Shard], edition: Edition, language: Language) -> str:
    """Writes what was done to each issue and, where two readings made apart are kept, how far they agree.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> from dianshang.publishing.edition import Edition
    >>> edition = Edition("1.2.0", {}, ())
    >>> agreement(units, edition, "en") == words("en")["no_review"]
    True
    """
    say, metrics = words(language), rows_of(published, "metrics")
    settled: dict[str, bool] = {}
    for row in () if metrics is None else metrics.select(["issue_id", "reviewed"]).to_pylist():
        settled[row["issue_id"]] = settled.get(row["issue_id"], False) or row["reviewed"]
    compared = {found.issue_id: found for found in edition.agreements}
    reports = []
    for issue, reviewed in sorted(settled.items()):
        parts = [_done(edition.origins.get(issue), reviewed, language)]
        if issue in compared:
            parts += [say["readings"], agreement_report(compared[issue], terms(language))]
        elif reviewed:
            parts.append(say["no_readings"])
        if issue in edition.people:
            parts.append(_people(edition.people[issue], language))
        reports.append(f"### {issue}\n\n" + "\n\n".join(parts))
    return "\n\n".join(reports) or say["no_review"]


def _done(origin: Provenance | None, reviewed: bool, language: Language) -> str:
    if not reviewed:
        return words(language)["unreviewed"]
    review = origin.review if origin else None
    if review is None:
        return words(language)["review_untold"]
    told = escape((review.about_zh or review.about) if language == "zh" else review.about, quote=False)
    return " ".join(told.split()) if language == "en" or review.about_zh is None else "".join(told.split())


def _people(found: PeopleAgreement, language: Language) -> str:
    say = words(language)
    parts = []
    for head, scores in ((say["people_extractor"], found.extractor), (say["people_readers"], found.readers)):
        if scores:
            lines = [f"| {say['table']} | F1 | {say['same']} |", "| --- | --: | --- |"]
            lines += [
                f"| `{name}` | {score.f1:.3f} | "
                + ", ".join(f"`{field}` {part:.3f}" for field, part in score.fields.items())
                + " |"
                for name, score in scores.items()
            ]
            parts.append(f"{head}\n\n" + "\n".join(lines))
    return "\n\n".join(parts)


def baselines(edition: Edition, published: Sequence[Shard], language: Language) -> str:
    """Writes what readers of quantities score on the reviewed claims, and says so if these have changed since.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> from dianshang.publishing.edition import Edition
    >>> edition = Edition("1.2.0", {}, ())
    >>> baselines(edition, units, "en").startswith(words("en")["unmeasured"])
    True
    """
    say, measured = words(language), edition.baselines
    if measured is None:
        return "\n\n".join([say["unmeasured"], *_people_line(edition, language), say["model_line"]])
    metrics = rows_of(published, "metrics")
    parts = [say["measured"].format(claims=measured.gold.claims, money=measured.gold.money)]
    if metrics is None or gold_fingerprint(metrics) != measured.gold.sha256:
        parts.append(say["outdated"])
    parts.append(f"### {say['all_claims']}\n\n{_rates([(s.name, s.all) for s in measured.systems], language)}")
    parts += [*_people_line(edition, language), say["model_line"]]
    parts.append(f"### {say['money_claims']}\n\n{_rates([(s.name, s.money) for s in measured.systems], language)}")
    parts += [_line(system, language) for system in measured.systems]
    return "\n\n".join(parts)


def _people_line(edition: Edition, language: Language) -> Iterator[str]:
    """How far two readers agree, which no system need exceed."""
    for found in edition.agreements:
        span, fields = found.readers.span, found.readers.fields
        equal = {name: fields[name].accuracy for name in ("value", "unit") if name in fields}
        told = ", ".join(f"`{name}` {rate:.3f}" for name, rate in equal.items() if rate is not None)
        yield words(language)["people_line"].format(
            issue=found.issue_id,
            first=span.predicted,
            second=span.gold,
            both=span.hits,
            f1=f"{span.f1:.3f}",
            equal=told,
        )


def _rates(systems: Sequence[tuple[str, Levels | None]], language: Language) -> str:
    say = terms(language)
    rows = {
        f"{name}: {spoken(level, say)}": counts
        for name, levels in systems
        if levels is not None
        for level, counts in levels.counts.items()
    }
    intervals = {name: counts.interval.get("f1") for name, counts in rows.items()}
    return rates_table({name: counts.rate for name, counts in rows.items()}, say, intervals)


def _line(system: System, language: Language) -> str:
    say = words(language)
    if system.all is None:
        return say["not_run"].format(name=system.name)
    return say["system"].format(name=system.name, version=system.version, asked=system.asked)
