"""Values that no sentence states but that follow from two that are stated."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from decimal import Decimal

from dianshang.audit.accounts import compatible, nearest
from dianshang.audit.book import Book, Span, base_span, books, span
from dianshang.audit.changes import changed_values
from dianshang.audit.growth import factor, factor_as_printed, grown_levels, is_increase
from dianshang.audit.inferences import Inference, row, settled
from dianshang.audit.intervals import negative, product, ratio, scaled, total
from dianshang.audit.names import indicator_of, names_indicator, whole_names, words
from dianshang.audit.parts import flows
from dianshang.audit.precision import is_bound, printed
from dianshang.audit.shares import shared_levels
from dianshang.schema import Metric
from dianshang.schema.codes import ImpliedKind, Measure, Qualifier, Statistic
from dianshang.schema.implied import Implied

_DAY = timedelta(1)


def implied(metrics: Iterable[Metric]) -> list[Implied]:
    r"""Every value that follows from two stated ones and that no sentence states.

    A bound (超, 不足) gives nothing, and is given a value where one follows. Equal inferences are made once.

    Args:
        metrics: The metrics of any number of issues, in any order.

    Returns:
        One row a value, in the order of `implied_id`.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾市旅游\n2013年河湾市旅游收入60亿元，比2012年增长20%。")
    >>> [(row.kind.value, row.value, row.period_end.year) for row in implied(extract_issue(issue).metrics)]
    [('base', Decimal('5000000000'), 2012)]
    """
    return implied_of(books(metrics))


def implied_of(laid: Iterable[Book]) -> list[Implied]:
    """The same for metrics that are laid out already.

    >>> implied_of(books([]))
    []
    """
    rows: dict[str, Implied] = {}
    for book in laid:
        known: dict[tuple[object, ...], Inference] = {}
        for found in _inferences(book):
            at = settled(found.exact, found.computed)
            if at is None:
                continue
            fact = (found.kind, found.indicator, found.ref_area, found.like.unit, found.span, at)
            known[fact] = min(known.get(fact, found), found, key=_remoteness)
        for found in known.values():
            at = settled(found.exact, found.computed)
            if at is not None:
                rows.setdefault(found.implied_id, row(found, at))
    return [rows[implied_id] for implied_id in sorted(rows)]


def _remoteness(found: Inference) -> tuple[bool, int, str]:
    """Of pairs that give one value, the one of one article and of named sources comes first."""
    unnamed = sum(metric.claimant is None for metric in found.inputs)
    return len({metric.article_id for metric in found.inputs}) > 1, unnamed, found.implied_id


def _inferences(book: Book) -> Iterator[Inference]:
    yield from _levels(book)
    yield from _parts_and_wholes(book)
    yield from _earlier_shares(book)
    yield from _remainders(book)
    yield from _totals(book)


def _levels(book: Book) -> Iterator[Inference]:
    for growth, now, base, before in grown_levels(book):
        times, when = factor(growth), span(growth)
        if times is None or is_bound(growth):
            continue
        by = "(1 + {1})" if is_increase(growth) else "{1}"
        if now and before and not is_bound(now) and (base is None or is_bound(base)) and now.measure is Measure.LEVEL:
            computed = ratio(printed(now), times)
            if computed is not None:
                exact = now.value / factor_as_printed(growth)
                yield Inference(
                    ImpliedKind.BASE, (now, growth), now, now.indicator, Measure.LEVEL, now.indicator_text, now.subject,
                    now.ref_area, before, "{0} ÷ " + by, "later level ÷ its growth", exact, computed,
                )  # fmt: skip
        elif base and when and not is_bound(base) and (now is None or is_bound(now)):
            computed = product(printed(base), times)
            if computed is not None:
                exact = base.value * factor_as_printed(growth)
                yield Inference(
                    ImpliedKind.LATER, (base, growth), base, base.indicator, Measure.LEVEL, base.indicator_text,
                    base.subject, base.ref_area, when, "{0} × " + by, "earlier level × its growth", exact, computed,
                )  # fmt: skip


def _parts_and_wholes(book: Book) -> Iterator[Inference]:
    for share, part, whole in shared_levels(book):
        when, named = span(share), share.denominator
        if when is None or named is None or is_bound(share) or not share.value:
            continue
        portion = scaled(printed(share), Decimal("0.01"))
        if part and not is_bound(part) and (whole is None or is_bound(whole)):
            computed = ratio(printed(part), portion)
            if computed is not None:
                whose, area = _owner(book, named, part)
                exact = part.value / share.value * 100
                yield Inference(
                    ImpliedKind.WHOLE, (part, share), part, indicator_of(named) or part.indicator, Measure.LEVEL,
                    named, whose, area, when, "{0} ÷ {1}", "part ÷ its share", exact, computed,
                )  # fmt: skip
        # A share of a market doesn't say of its sales or of its users; one of sales does.
        elif whole and not is_bound(whole) and part is None and names_indicator(named):
            computed = product(printed(whole), portion)
            if computed is not None:
                exact = whole.value * share.value / 100
                yield Inference(
                    ImpliedKind.PART, (whole, share), whole, whole.indicator, Measure.LEVEL, _part_text(share),
                    share.subject, share.ref_area, when, "{0} × {1}", "whole × the part's share", exact, computed,
                )  # fmt: skip


def _owner(book: Book, named: str, part: Metric) -> tuple[str | None, str | None]:
    """Whose a whole is and where: as another statement of it says, else nobody's of its part's country."""
    forms = whole_names(named)
    like = [one for one in book.of(Measure.LEVEL) if forms & whole_names(one.indicator_text or "")]
    if like:
        return like[0].subject, like[0].ref_area
    country = part.ref_area.partition("-")[0] if part.ref_area and part.ref_area[:1].isalpha() else None
    return None, country


def _part_text(share: Metric) -> str | None:
    """The name of a part, from that of its share.

    It is the name of the share without the words that make it one: 总营收份额 is of 总营收.
    """
    text = share.indicator_text or ""
    tail = max((word for word in words().share_tail if text.endswith(word)), key=len, default="")
    return text.removesuffix(tail) or None


def _earlier_shares(book: Book) -> Iterator[Inference]:
    for change, after, before in changed_values(book):
        when = base_span(change)
        if change.unit != "pp" or after is None or before is not None or when is None:
            continue
        if is_bound(after) or is_bound(change):
            continue
        computed = total((printed(after), negative(printed(change))))
        yield Inference(
            ImpliedKind.EARLIER_SHARE, (after, change), after, after.indicator, after.measure, after.indicator_text,
            after.subject, after.ref_area, when, "{0} − ({1})", "later share − its change",
            after.value - change.value, computed,
        )  # fmt: skip


def _remainders(book: Book) -> Iterator[Inference]:
    for spans in flows(book).values():
        for when, wholes in spans.items():
            for short, parts in spans.items():
                rest = _rest(when, short)
                if rest is None or rest in spans:
                    continue
                pairs = [(whole, part) for whole in wholes for part in parts if _one_account(whole, part)]
                for whole, part in pairs[:1]:
                    computed = total((printed(whole), negative(printed(part))))
                    yield Inference(
                        ImpliedKind.REMAINDER, (whole, part), whole, whole.indicator, Measure.LEVEL,
                        whole.indicator_text, whole.subject, whole.ref_area, rest, "{0} − {1}",
                        "whole span − its other part", whole.value - part.value, computed,
                    )  # fmt: skip


def _totals(book: Book) -> Iterator[Inference]:
    levels = [one for one in book.of(Measure.LEVEL) if not is_bound(one) and one.qualifier is not Qualifier.SEVERAL]
    for mean in levels:
        if mean.statistic is not Statistic.MEAN or mean.per is None:
            continue
        period = (mean.period_start, mean.period_end)
        counts = [
            one
            for one in levels
            if (one.unit, one.subject, one.article_id) == (mean.per, mean.subject, mean.article_id)
            and (one.period_start, one.period_end) == period
            and one.statistic is None
            and one.per is None
        ]
        count = nearest(counts, mean)
        computed = product(printed(count), printed(mean)) if count else None
        if count is not None and computed is not None:
            yield Inference(
                ImpliedKind.TOTAL, (count, mean), mean, mean.indicator, Measure.LEVEL, _total_text(mean), mean.subject,
                mean.ref_area, period, "{0} × {1}", "count × average", count.value * mean.value,
                computed,
            )  # fmt: skip


def _total_text(mean: Metric) -> str | None:
    """The name of a total, from that of its average, which it must not bear itself: 户均贷款余额的合计."""
    return f"{mean.indicator_text}的合计" if mean.indicator_text else None


def _rest(whole: Span, part: Span) -> Span | None:
    if part == whole:
        return None
    if part.start == whole.start and part.end < whole.end:
        return Span(part.end + _DAY, whole.end)
    if part.end == whole.end and part.start > whole.start:
        return Span(whole.start, part.start - _DAY)
    return None


def _one_account(whole: Metric, part: Metric) -> bool:
    return compatible(whole, part) and not is_bound(whole) and not is_bound(part) and whole.value >= part.value
