"""Charts of what the build found out: recovered pictures, the verdicts of the audit, the ledger of numerals."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from dianshang.publishing.page.bilingual import Both, code, joined, label, same
from dianshang.publishing.page.chart import Cell, Chart, Form
from dianshang.publishing.page.wording import Names, indicator_name, period, unit_name
from dianshang.schema.check import Check
from dianshang.schema.codes import Confidence, Measure, ObsStatus, Verdict
from dianshang.schema.figure import FigurePoint
from dianshang.schema.numeral import Numeral


def recovered(points: Iterable[FigurePoint], names: Names) -> list[Chart]:
    """A chart for each series of each recovered figure, doubtful and unknown values told apart.

    >>> from datetime import date
    >>> point = FigurePoint(
    ...     point_id="news-2014-03-01-f1-level-2013-01-01", figure_id="news-2014-03-01-f1",
    ...     article_id="news-2014-03-01", series="河湾市旅游收入", measure="level", indicator="revenue",
    ...     subject="河湾市", ref_area=None, period_start=date(2013, 1, 1), period_end=date(2013, 12, 31),
    ...     value=Decimal(60), unit="CNY", obs_status=None, residue="60", basis="read", confidence="high",
    ...     reason="The label is whole.", source=None,
    ... )
    >>> [chart] = recovered([point], Names())
    >>> chart.title.en, [category.zh for category in chart.categories]
    ('Revenue · 河湾市', ['2013'])
    """
    groups: dict[tuple[str, Measure], list[FigurePoint]] = defaultdict(list)
    for point in points:
        groups[(point.figure_id, point.measure)].append(point)
    return [
        _figure(group, names) for _, group in sorted(groups.items(), key=lambda one: (one[0][0], one[0][1] != "level"))
    ]


def verdicts(checks: Sequence[Check]) -> list[Chart]:
    r"""How many checks of each kind came out how; no chart of no checks.

    >>> from dianshang.audit.checks import checks
    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾市旅游\n2013年河湾市旅游收入60亿元，比2012年的50亿元增长20%。")
    >>> [chart] = verdicts(checks(extract_issue(issue).metrics))
    >>> [category.en for category in chart.categories], [series.en for series in chart.series][:1], chart.values()
    (['growth'], ['consistent'], [Decimal('1')])
    """
    counts = Counter((check.kind, check.verdict) for check in checks)
    kinds = [kind for kind, _ in Counter(check.kind for check in checks).most_common()]
    if not kinds:
        return []
    return [
        Chart(
            key="verdicts",
            form=Form.STACKS,
            title=label("audit_chart"),
            subtitle=joined([same(str(len(checks))), label("checks_unit")], " ", " "),
            categories=[code("check", kind) for kind in kinds],
            series=[code("verdict", verdict) for verdict in Verdict],
            cells={
                (row, column): Cell(value=Decimal(counts[kind, verdict]))
                for row, kind in enumerate(kinds)
                for column, verdict in enumerate(Verdict)
                if counts[kind, verdict]
            },
            unit=None,
            heading=label("kind"),
        )
    ]


def ledger(numerals: Sequence[Numeral]) -> list[Chart]:
    """How many numerals are of each kind; no chart of no numerals.

    >>> numeral = Numeral(
    ...     numeral_id="news-2014-03-n000010", article_id=None, char_start=10, char_end=12, text="60", kind="money",
    ...     role="none", metric_id=None,
    ... )
    >>> [chart] = ledger([numeral])
    >>> chart.categories[0].en, chart.values()
    ('money', [Decimal('1')])
    """
    counts = Counter(numeral.kind for numeral in numerals).most_common()
    if not counts:
        return []
    return [
        Chart(
            key="ledger",
            form=Form.BARS,
            title=label("ledger_chart"),
            subtitle=joined([same(f"{len(numerals):,}"), label("numerals_unit")], " ", ""),
            categories=[code("numeral", kind) for kind, _ in counts],
            series=[same("")],
            cells={(row, 0): Cell(value=Decimal(count)) for row, (_, count) in enumerate(counts)},
            unit=None,
            heading=label("kind"),
        )
    ]


def _figure(points: Sequence[FigurePoint], names: Names) -> Chart:
    ordered = sorted(points, key=lambda point: point.period_start)
    first = ordered[0]
    what = indicator_name(first.indicator) or same(first.series)
    growth = label("growth_of") if first.measure is Measure.GROWTH else same("")
    english = " · ".join(part for part in (what.en, growth.en, names.of(first.subject).en) if part)
    return Chart(
        key=f"figure-{first.figure_id}-{first.measure.value}",
        form=Form.COLUMNS,
        title=Both(english, first.series),
        subtitle=same(""),
        categories=[_year(point) for point in ordered],
        series=[same("")],
        cells={(place, 0): _point(point) for place, point in enumerate(ordered)},
        unit=first.unit,
        heading=label("period"),
        traits=(unit_name(first.unit), same(first.figure_id)),
    )


def _year(point: FigurePoint) -> Both:
    words = period(point.period_start, point.period_end)
    return Both(words.en, words.zh.removesuffix("年"))


def _point(point: FigurePoint) -> Cell:
    basis = code("basis", point.basis.value)
    source = joined([label("read_as"), same(f"“{point.residue}”")], " ", "") if point.residue else same("")
    sure = code("confidence", point.confidence.value) if point.confidence else same("")
    return Cell(
        value=point.value,
        status=point.obs_status or ObsStatus.ACTUAL,
        uncertain=point.confidence is not Confidence.HIGH,
        note=joined([basis, sure, source, same(point.reason)], "; ", "；"),
    )
