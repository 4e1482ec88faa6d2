"""Which level a growth, a share or a change describes, when the text states both."""

import re

from dianshang.extraction.claims.closing import AHEAD
from dianshang.extraction.claims.lists import runs
from dianshang.extraction.frames.drafts import Draft
from dianshang.schema.codes import Comparison, Measure, PeriodBasis

_REACHED = re.compile(
    r"[，,]?(?:并|而|且|将|已|约|也|首次)*(?:达|达到|至|为|到|升至|增至|降至|突破|超过|总额)[^，,。；;]{0,12}$"
)
# Numbers back that a level is looked for: more than any sentence states of one thing.
_REACH = 60
_UNTOLD = (None, PeriodBasis.PUBLICATION)
_RATIOS = frozenset({Measure.GROWTH, Measure.SHARE, Measure.CHANGE})


_IN_TURN = frozenset({Measure.LEVEL, Measure.CHANGE})


def linked(text: str, found: list[Draft]) -> list[Draft]:
    """Links each ratio to its level in the same sentence.

    The level before it, when the ratio's clause names nothing of its own or names the same thing; else the level
    that directly follows as the result (增长18.3%，达到1.298万亿美元). A growth takes its level's period.

    Args:
        text: The text.
        found: The drafts in order.

    Returns:
        The drafts in the same order, `relates_to` filled in where a level is stated.

    >>> from dianshang.extraction.claims.drafting import drafts
    >>> from dianshang.extraction.frames.page import page
    >>> text = "京东销售额达600亿元，增长20%。"
    >>> [draft.relates_to for draft in linked(text, drafts(page(text, None)))]
    [None, 0]
    """
    in_turn = _levels_in_turn(text, found)
    done = []
    for index, draft in enumerate(found):
        level = in_turn.get(index)
        if level is None:
            level = _level_of(text, found, index)
        else:
            told = found[level]
            draft = draft._replace(subject=told.subject, noun=told.noun, code=told.code, root=told.root)
            if told.measure is Measure.CHANGE:
                # 环比回落1.9元，同比下降18.7元，降幅分别为2.9%和22.9%
                draft, level = draft._replace(comparison=told.comparison, base=told.base), told.relates_to
        done.append(draft if level is None else _with_level(draft, found, level))
    return done


def _levels_in_turn(text: str, found: list[Draft]) -> dict[int, int]:
    # 游客320万人次，收入28亿元，分别增长12%和15%: two growths told together belong to the two levels in turn.
    levels: dict[int, int] = {}
    for begin, end in runs(found):
        size = end - begin
        before = found[max(0, begin - size) : begin]
        # 轴承和机床行业分别回落3%和2%: each is told of its own thing already.
        own = len({one.subject for one in found[begin:end]}) > 1
        if found[begin].measure not in (Measure.GROWTH, Measure.CHANGE) or own or len(before) < size:
            continue
        if any(one.measure not in _IN_TURN or one.sentence is not found[begin].sentence for one in before):
            continue
        between = text[before[-1].quantity.char_end : found[begin].quantity.char_start]
        # 销售733万台，实现销售额199亿元，同比增长44%和51%
        two_things = len({one.quantity.unit for one in before}) == size and not found[begin].own_noun
        if "分别" in between or two_things:
            levels.update((begin + step, begin - size + step) for step in range(size))
    return levels


def _level_of(text: str, found: list[Draft], index: int) -> int | None:
    draft = found[index]
    if draft.measure not in _RATIOS:
        return None
    if index + 1 < len(found):
        after = found[index + 1]
        if after.sentence is draft.sentence and after.measure is Measure.LEVEL and not after.own_noun:
            between = text[draft.quantity.char_end : after.quantity.char_start]
            if _REACHED.match(between) and "；" not in between:
                return index + 1
    for at in range(index - 1, max(index - _REACH, 0) - 1, -1):
        before = found[at]
        if before.sentence is not draft.sentence:
            return None
        # 9.4万吨，比2010年的8.9万吨提高5%: what it is compared with is not what has grown.
        if before.measure is Measure.LEVEL and not before.compared_with and _same_thing(draft, before):
            return at
    return None


def _same_thing(draft: Draft, level: Draft) -> bool:
    if draft.span.end != level.span.end and draft.span.start is not None and level.span.start is not None:
        return False
    if not draft.own_noun:
        return True
    return draft.subject == level.subject and (draft.code == level.code or draft.noun == level.noun)


def _with_level(draft: Draft, found: list[Draft], level: int) -> Draft:
    stated = found[level]
    span = draft.span
    # 需求量在8亿件，今后仍将以8%的速度递增: what is to come is not of the day of what there is.
    of_its_days = draft.status not in AHEAD or stated.status in AHEAD
    is_untold = span.basis in _UNTOLD and draft.comparison is not Comparison.SINCE
    if draft.measure is not Measure.SHARE and is_untold and of_its_days:
        span = stated.span
    return draft._replace(relates_to=level, span=span)
