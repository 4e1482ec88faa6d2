"""From a text to its quantified claims: the whole of extraction in one call."""

from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from dianshang.extraction.claims.drafting import drafts
from dianshang.extraction.frames.drafts import Draft
from dianshang.extraction.frames.page import Page, page
from dianshang.extraction.frames.spans import NO_SPAN
from dianshang.extraction.names.entities import canonical, english_name
from dianshang.schema.claim import Claim
from dianshang.schema.codes import Measure
from dianshang.wording.gloss import told

Sources = dict[str | None, tuple[str | None, str | None]]

_CLAIMS = TypeAdapter(list[Claim])
_GROWTH, _SHARE = Measure.GROWTH, Measure.SHARE


def extract(text: str, published: date | None = None) -> list[Claim]:
    """Extracts every quantified claim of a Chinese text.

    Args:
        text: Plain text; the first line counts as its title when it is short and ends without a full stop.
        published: Date of publication, against which 去年 or 昨日 resolve. Without it they stay without dates.

    Returns:
        The claims in order of their place; `text[claim.char_start : claim.char_end] == claim.mention` for each.

    >>> [(claim.value, claim.unit) for claim in extract("2012年销售额达13205亿元，同比增长64.7%。")]
    [(Decimal('1320500000000'), 'CNY'), (Decimal('64.7'), '%')]
    """
    return _CLAIMS.validate_python(stated(page(text, published)))


class Reason(NamedTuple):
    """Where a field of a claim comes from: the rule that read it, and the words, by their place in the text."""

    field: str
    rule: str
    words: str
    char_start: int
    char_end: int


def explained(text: str, published: date | None = None) -> list[tuple[Claim, list[Reason]]]:
    """Extracts every quantified claim with the reasons of its fields.

    Args:
        text: As for `extract`.
        published: As for `extract`.

    Returns:
        The claims of `extract`, each with the rule and the words behind its subject, indicator, measure, period,
        standing and claimant; a field whose rule leans on no words of the text has an empty place.

    >>> [(r.field, r.words) for r in explained("2012年京东销售额达600亿元。")[0][1]][:2]
    [('subject', '京东'), ('indicator', '2012年京东销售额')]
    """
    read = page(text, published)
    found = drafts(read)
    claims = _CLAIMS.validate_python(_stated(read, found))
    return [
        (claim, [Reason(field, rule, text[start:end], start, end) for field, rule, start, end in draft.why])
        for claim, draft in zip(claims, found, strict=True)
    ]


def stated(read: Page) -> list[dict[str, Any]]:
    """Makes the fields of claims of a page's drafts.

    Args:
        read: The text with its sentences, times, sources and numerals.

    Returns:
        For each claim the fields that the text fills and the gloss made from them; all others keep their default.

    >>> from dianshang.extraction.frames.page import page
    >>> [(fields["mention"], fields["subject"]) for fields in stated(page("京东2012年销售额达600亿元。", None))]
    [('600亿元', '京东商城')]
    """
    return _stated(read, drafts(read))


def _stated(read: Page, found: list[Draft]) -> list[dict[str, Any]]:
    sources = {name: (source_id(name), english_name(name)) for name in {draft.claimant for draft in found}}
    return [_fields(read, draft, found, sources) for draft in found]


def _fields(read: Page, draft: Draft, found: list[Draft], sources: Sources) -> dict[str, Any]:
    quantity, measure = draft.quantity, draft.measure
    value, value_max = quantity.value, quantity.value_max
    if draft.sign < 0:
        value, value_max = (-abs(value), None) if value_max is None else (-abs(value_max), -abs(value))
    fields: dict[str, Any] = {
        "mention": read.given[quantity.char_start : quantity.char_end],
        "char_start": quantity.char_start,
        "char_end": quantity.char_end,
        "sentence": read.given[draft.sentence.start : draft.sentence.end],
        "indicator": draft.code,
        "indicator_text": (growth_name(draft.noun) if measure is _GROWTH else draft.noun) or None,
        "measure": measure,
        "value": value,
        "unit": quantity.unit,
        "unit_mult": quantity.unit_mult,
        "qualifier": quantity.qualifier,
        "obs_status": draft.status,
    }
    if value_max is not None:
        fields["value_max"] = value_max
    if draft.subject is not None:
        fields["subject"], fields["subject_id"], fields["ref_area"] = draft.subject
        fields["subject_en"] = english_name(fields["subject"])
    if draft.span is not NO_SPAN:
        fields["period_start"], fields["period_end"], fields["period_text"], fields["period_basis"] = draft.span
        fields["period_text"] = _as_given(read, draft.span.text, draft.sentence.end)
    if draft.statistic is not None:
        fields["statistic"] = draft.statistic
    if draft.per is not None:
        fields["per"] = draft.per
    if draft.comparison is not None:
        fields["comparison"] = draft.comparison
        fields["base_period_start"], fields["base_period_end"] = draft.base
    if draft.denominator is not None and measure is _SHARE:
        fields["denominator"] = draft.denominator
    if draft.claimant is not None:
        fields["claimant"] = draft.claimant
        fields["claimant_id"], fields["claimant_en"] = sources[draft.claimant]
    if draft.relates_to is not None:
        fields["relates_to"] = f"{found[draft.relates_to].quantity.char_start:05d}"
    # Made from the bare fields, so that the claim is validated once and not copied.
    fields["gloss_en"] = told(fields)
    return fields


def _as_given(read: Page, words: str | None, before: int) -> str | None:
    """Words of the text in the characters it came in: where they stand last before a place."""
    if words is None or read.given is read.text:
        return words
    at = read.text.rfind(words, 0, before)
    return words if at < 0 else read.given[at : at + len(words)]


def growth_name(text: str) -> str:
    """The name of a growth: that of its level with 增长率.

    >>> growth_name("中国网民规模"), growth_name("净值增长率")
    ('中国网民规模增长率', '净值增长率')
    """
    if not text or text.endswith(("率", "增速", "幅", "幅度")):
        return text
    return f"{text}增长率"


@lru_cache(maxsize=4096)
def source_id(claimant: str | None) -> str | None:
    """The id of a registered claimant, or None.

    >>> source_id("艾瑞咨询"), source_id("河湾旅行社")
    ('iresearch', None)
    """
    known = canonical(claimant) if claimant else None
    return known[1] if known else None
