"""From a text to its quantified claims: the whole of extraction in one call."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from dianshang.extraction.claims.drafting import drafts
from dianshang.extraction.claims.drafts import Draft
from dianshang.extraction.claims.gloss import gloss
from dianshang.extraction.claims.naming import growth_name, source_id
from dianshang.extraction.claims.scene import Scene, scene
from dianshang.schema.claim import Claim
from dianshang.schema.codes import Measure


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
    stage = scene(text, published)
    return claims(stage)


def claims(stage: Scene) -> list[Claim]:
    """Makes validated claims of a scene's drafts."""
    found = drafts(stage)
    return [_claim(stage, draft, found) for draft in found]


def _claim(stage: Scene, draft: Draft, found: list[Draft]) -> Claim:
    quantity, span = draft.quantity, draft.span
    names = draft.names
    subject = names.subject
    is_growth = draft.measure is Measure.GROWTH
    value, value_max = quantity.value, quantity.value_max
    if draft.sign < 0:
        value, value_max = (-abs(value), None) if value_max is None else (-abs(value_max), -abs(value))
    level = None if draft.relates_to is None else found[draft.relates_to].quantity
    fields: dict[str, Any] = dict(
        mention=quantity.text,
        char_start=quantity.char_start,
        char_end=quantity.char_end,
        sentence=stage.text[draft.sentence.start : draft.sentence.end],
        indicator=names.code,
        indicator_text=growth_name(names.indicator_text) if is_growth else names.indicator_text,
        subject=subject.name if subject else None,
        subject_id=subject.entity_id if subject else None,
        ref_area=subject.area if subject else None,
        measure=draft.measure,
        denominator=draft.denominator if draft.measure is Measure.SHARE else None,
        value=value,
        value_max=value_max,
        unit=quantity.unit,
        unit_mult=quantity.unit_mult,
        qualifier=quantity.qualifier,
        period_start=span.start,
        period_end=span.end,
        period_text=span.text,
        period_basis=span.basis,
        comparison=draft.comparison,
        base_period_start=draft.base[0],
        base_period_end=draft.base[1],
        obs_status=draft.status,
        claimant=draft.claimant,
        claimant_id=source_id(draft.claimant),
        relates_to=None if level is None else f"{level.char_start:05d}",
    )
    # The gloss is made from the bare fields, so that the claim is validated once and not copied.
    fields["gloss_en"] = gloss(SimpleNamespace(**fields))
    return Claim.model_validate(fields)
