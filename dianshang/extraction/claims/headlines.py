"""What headlines leave unsaid: period, source and subject, taken from the body that tells the same figure."""

from bisect import bisect_left
from decimal import Decimal

from dianshang.extraction.claims.tellers import announcer
from dianshang.extraction.frames.drafts import Draft
from dianshang.extraction.frames.page import Page
from dianshang.extraction.voices.voices import sole_source
from dianshang.schema.codes import ObsStatus, PeriodBasis, Qualifier

# How far the figure of the body may lie from one that a headline hedges, and how many numbers behind it.
_ROUNDS = {
    Qualifier.OVER: (Decimal(1), Decimal("1.1")),
    Qualifier.UNDER: (Decimal("0.9"), Decimal(1)),
    Qualifier.ABOUT: (Decimal("0.95"), Decimal("1.05")),
}
_REACH = 40
LONGEST_SERIES = 800  # characters from who forecasts to the last of what is forecast
FORECASTS = ("预测", "预计", "预估", "预期")


def told_by_the_body(page: Page, found: list[Draft]) -> list[Draft]:
    r"""Completes the numbers of headings from the body, and the sources of a report that names but one.

    Args:
        page: The text.
        found: The drafts in order.

    Returns:
        The drafts in the same order. A number of a heading takes period, source, indicator and subject that it lacks
        from the first number behind it with the same value and unit.

    >>> from dianshang.extraction.claims.drafting import drafts
    >>> from dianshang.extraction.frames.page import page
    >>> read = page("河湾市引资5亿元\n河湾市2012年引资5亿元。", None)
    >>> [draft.span.text for draft in told_by_the_body(read, drafts(read))]
    ['2012年', '2012年']
    """
    source = sole_source(page.text, page.voices, page.owners)
    first = next((voice.start for voice in page.voices if voice.name is not None), 0)
    headings = {page.document.sentences[index].start for index in page.document.headings}
    twins = _twins(found) if headings else []
    done: list[Draft] = []
    for index, draft in enumerate(found):
        if draft.sentence.start in headings:
            twin = twins[index] if twins[index] is not None else _rounded(draft, found, index)
            draft = draft if twin is None else _completed(draft, found[twin])
            if draft.claimant is None:
                draft = draft._replace(claimant=source)
        elif draft.claimant is None and done and _series_goes_on(page, done[-1], draft):
            draft = draft._replace(claimant=done[-1].claimant)
        elif source is not None and draft.claimant is None and draft.quantity.char_start > first:
            draft = draft if _unnamed_speaks(page, draft) else draft._replace(claimant=source)
        done.append(draft)
    return done


def _series_goes_on(page: Page, before: Draft, draft: Draft) -> bool:
    """Whether a forecast without a source goes on, in the next paragraph, with a series that a body forecasts."""
    start, end = before.quantity.char_start, draft.quantity.char_start
    if draft.status is not ObsStatus.FORECAST or before.status is not ObsStatus.FORECAST:
        return False
    spoken = bisect_left(page.voices, (end,))
    if not spoken or bisect_left(page.voices, (start,)) != spoken:
        return False
    last = page.voices[spoken - 1]
    forecasts = last.end <= start and page.text.endswith(FORECASTS, last.start, last.end)
    near = end - last.end < LONGEST_SERIES and page.text.count("\n", last.end, end) < 3
    return forecasts and near and announcer(page, start) is None


def _twins(found: list[Draft]) -> list[int | None]:
    """For each draft the index of the first behind it that tells the same figure in another sentence."""
    nearest: dict[tuple[Decimal, str | None], int] = {}
    twins: list[int | None] = [None] * len(found)
    for index in range(len(found) - 1, -1, -1):
        draft = found[index]
        # 国内游人次3亿 is told as 3亿人次.
        figure, bare = (draft.quantity.value, draft.quantity.unit), (draft.quantity.value, None)
        twin = nearest.get(figure)
        twins[index] = twins[twin] if twin is not None and found[twin].sentence is draft.sentence else twin
        nearest[figure] = index
        if draft.quantity.unit_mult:
            nearest[bare] = index
    return twins


def _rounded(draft: Draft, found: list[Draft], index: int) -> int | None:
    """The figure that a headline rounds (成交逾27亿元, of 27.59亿元)."""
    told = draft.quantity
    low, high = _ROUNDS.get(told.qualifier, (1, 1))
    if low == high or not told.value:
        return None
    for at in range(index + 1, min(index + 1 + _REACH, len(found))):
        other = found[at].quantity
        alike = (
            other.unit == told.unit and found[at].measure is draft.measure and found[at].sentence is not draft.sentence
        )
        if alike and low <= other.value / told.value <= high:
            return at
    return None


def _completed(draft: Draft, twin: Draft) -> Draft:
    return draft._replace(
        subject=draft.subject or twin.subject,
        noun=draft.noun or twin.noun,
        code=draft.code or twin.code,
        span=twin.span if draft.span.basis in (None, PeriodBasis.PUBLICATION) else draft.span,
        status=twin.status,
        comparison=twin.comparison if twin.measure is draft.measure else draft.comparison,
        claimant=draft.claimant or twin.claimant,
    )


def _unnamed_speaks(page: Page, draft: Draft) -> bool:
    """Whether somebody unnamed is speaking in the number's paragraph."""
    at = draft.quantity.char_start
    begin = page.text.rfind("\n", 0, at) + 1
    before = bisect_left(page.voices, (at,))
    return before > 0 and page.voices[before - 1].start >= begin
