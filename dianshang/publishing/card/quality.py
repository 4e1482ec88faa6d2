"""What the card says of quality: agreement of extractor and readers, and baselines, all of it measured elsewhere."""

from collections.abc import Mapping, Sequence

from dianshang.publishing.baselines import Baselines, Levels, System, gold_fingerprint
from dianshang.publishing.card.content import rows_of
from dianshang.publishing.card.words import Language, terms, words
from dianshang.publishing.shards import Shard
from dianshang.review.agreement import Agreement
from dianshang.review.people_scores import PeopleAgreement
from dianshang.review.report import agreement_report, rates_table, spoken


def agreement(agreements: Sequence[Agreement], people: Mapping[str, PeopleAgreement], language: Language) -> str:
    """Writes how far extractor and review, and the two readers, agree on each reviewed issue."""
    say = terms(language)
    reports = []
    for found in agreements:
        reports.append(f"### {found.issue_id}\n\n{agreement_report(found, say)}")
        if found.issue_id in people:
            reports.append(_people(people[found.issue_id], language))
    return "\n\n".join(reports) or words(language)["no_review"]


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


def baselines(measured: Baselines | None, published: Sequence[Shard], language: Language) -> str:
    """Writes what readers of quantities score on the reviewed claims, and says so if these have changed since."""
    say = words(language)
    if measured is None:
        return say["unmeasured"]
    metrics = rows_of(published, "metrics")
    parts = [say["measured"].format(claims=measured.gold.claims, money=measured.gold.money)]
    if metrics is None or gold_fingerprint(metrics) != measured.gold.sha256:
        parts.append(say["outdated"])
    parts.append(f"### {say['all_claims']}\n\n{_rates([(s.name, s.all) for s in measured.systems], language)}")
    parts.append(f"### {say['money_claims']}\n\n{_rates([(s.name, s.money) for s in measured.systems], language)}")
    parts += [_line(system, language) for system in measured.systems]
    return "\n\n".join(parts)


def _rates(systems: Sequence[tuple[str, Levels | None]], language: Language) -> str:
    say = terms(language)
    rows = {
        f"{name}: {spoken(level, say)}": rate
        for name, levels in systems
        if levels is not None
        for level, rate in levels.rates.items()
    }
    return rates_table(rows, say)


def _line(system: System, language: Language) -> str:
    say = words(language)
    if system.all is None:
        return say["not_run"].format(name=system.name)
    return say["system"].format(name=system.name, version=system.version, asked=system.asked)
