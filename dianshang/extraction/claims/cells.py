"""Numbers of tables: the unit, indicator and measure of their column, the subject of their row."""

import re
from decimal import Decimal
from functools import lru_cache

from dianshang.extraction.claims.closing import undated
from dianshang.extraction.claims.hearing import heard
from dianshang.extraction.claims.indicators import nature_of, settled
from dianshang.extraction.frames.drafts import Draft, Subject
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page, owners_between, periods_between
from dianshang.extraction.frames.spans import NO_SPAN, base_span, holds
from dianshang.extraction.layout.tables import NOTHING, Cell, Span
from dianshang.extraction.numbers.quantities import quantities
from dianshang.extraction.phrases.nouns import clean, head_of
from dianshang.extraction.records import Period, Quantity
from dianshang.schema.codes import Comparison, Measure, Nature, ObsStatus, PeriodBasis

_GROWS = re.compile("增长|增速|增幅|同比|环比|涨幅|跌幅|降幅|增减")
_PARTS = re.compile("占比|比重|份额|占有率|比例|构成")
_NUMBERED = re.compile(r"^(?:[图表]\s*[0-9一二三四五六七八九十.\-]*[：:、.\s]*)?(?:各[省市地区国县级]+)?")
_UNIT = re.compile(r"[（(][^（()）]*[)）]")


def in_unit(quantity: Quantity, words: str) -> Quantity:
    """A bare number in the unit that a head or label gives it; the number itself where the words name none.

    >>> bare = quantities("8642.5")[0]
    >>> in_unit(bare, "万元").value, in_unit(bare, "万元").unit
    (Decimal('86425000'), 'CNY')
    """
    unit = _unit(words)
    if quantity.unit is not None or unit is None:
        return quantity
    high = None if quantity.value_max is None else _whole(quantity.value_max * unit.value)
    return quantity._replace(
        value=_whole(quantity.value * unit.value),
        value_max=high,
        unit=unit.unit,
        unit_mult=quantity.unit_mult + unit.unit_mult,
        kind=unit.kind,
    )


def _whole(value: Decimal) -> Decimal:
    # Without the zeros that only a decimal's scale leaves.
    whole = value.to_integral_value()
    return whole if whole == value else value


@lru_cache(maxsize=4096)
def _unit(words: str) -> Quantity | None:
    if words.strip() in ("%", "％"):
        words = "%"
    read = quantities(f"1{words}")
    return read[0] if len(read) == 1 and read[0].unit is not None else None


def read_cell(page: Page, frame: Frame, quantity: Quantity, cell: Cell) -> Draft:
    r"""Reads a number of a table.

    Args:
        page: The text.
        frame: What holds at its row.
        quantity: The number, in its unit.
        cell: What the table says of it.

    Returns:
        Its draft: measure and indicator by the head of its column, or by the name of its row where there is no head;
        the row's name is the subject, or the time.

    >>> from dianshang.extraction.frames.page import page
    >>> from dianshang.extraction.frames.passing import enter_sentence, opening
    >>> from dianshang.extraction.layout.tables import cells
    >>> read = page("地区\t交易额（亿元）\n广东\t310", None)
    >>> [(start, cell)] = cells(read.document).items()
    >>> draft = read_cell(read, enter_sentence(read, opening(read), 1), in_unit(quantities("310")[0], "亿元"), cell)
    >>> draft.subject.name, draft.noun, draft.quantity.value
    ('广东省', '交易额', Decimal('31000000000'))
    """
    text = page.text
    name = text[slice(*cell.name)].strip("：: ")
    # 各市网购额, over a head of years.
    told = (_untimed(page, cell.head) or _untimed(page, cell.title)) if cell.head != NOTHING else name
    measure = Measure.LEVEL
    if quantity.unit == "%":
        measure = Measure.GROWTH if _GROWS.search(told) else Measure.SHARE if _PARTS.search(told) else measure
    word, code = head_of(told)
    row_period = _period(page, cell.name)
    period = _period(page, cell.head) or row_period
    basis = PeriodBasis.STATED
    held = frame.time or frame.heading_time or frame.article_time
    if period is None and held is not None:
        period, basis = held.value, PeriodBasis.CONTEXT
    code = settled(code, quantity, measure, told)
    nature = nature_of(code) if measure is Measure.LEVEL else Nature.FLOW
    span = holds(period, nature, basis) if period is not None else NO_SPAN
    span = undated(page, ObsStatus.ACTUAL, span)
    comparison = Comparison.YOY if measure is Measure.GROWTH else None
    return Draft(
        quantity=quantity,
        sentence=frame.sentence,
        measure=measure,
        sign=-1 if quantity.value < 0 else 1,
        subject=_subject(page, frame, cell, name, row_period, bool(word) and cell.head == NOTHING),
        noun=clean(told) if not _GROWS.fullmatch(told) else _level_noun(frame),
        code=code,
        root=code,
        own_noun=True,
        in_list=False,
        compared_with=False,
        denominator=None,
        span=span,
        comparison=comparison,
        base=base_span(span, comparison),
        status=ObsStatus.ACTUAL,
        claimant=heard(page, frame, quantity.char_start)[0],
        nature=nature,
        period=period,
        why=(("subject", "name of the row", *cell.name), ("indicator", "head of the column", *cell.head)),
    )


def _level_noun(frame: Frame) -> str:
    # 地区 交易额 增长: the growth is that of the level beside it.
    return frame.last.noun if frame.in_sentence and frame.last is not None else ""


def _subject(
    page: Page, frame: Frame, cell: Cell, name: str, row_period: Period | None, names_indicator: bool
) -> Subject | None:
    owners = owners_between(page, *cell.name)
    if owners:
        first = owners[0]
        return Subject(first.name, first.entity_id, first.area)
    if row_period is not None or names_indicator or not name:
        topic = frame.topic
        return Subject(topic.value.name, topic.value.entity_id, topic.value.area) if topic else None
    return Subject(name, None, None)


def _untimed(page: Page, span: Span) -> str:
    """The words of a head or title without its times, its unit and its number."""
    words, begin = "", span[0]
    for period in periods_between(page, *span):
        words += page.text[begin : max(begin, period.char_start)]
        begin = max(begin, min(period.char_end, span[1]))
    return _NUMBERED.sub("", _UNIT.sub("", words + page.text[begin : span[1]]).strip())


def _period(page: Page, span: tuple[int, int]) -> Period | None:
    found = [one for one in periods_between(page, *span) if one.char_end <= span[1] and one.period_start is not None]
    return found[0] if found else None
