"""What headlines leave unsaid: period, source and subject, taken from the body that tells the same figure."""

from decimal import Decimal

from dianshang.extraction.claims.drafts import Draft
from dianshang.extraction.claims.scene import Scene
from dianshang.extraction.sources.attribution import sole_source


def told_by_the_body(stage: Scene, found: list[Draft]) -> list[Draft]:
    """Completes the numbers of headings from the body, and the sources of a report that names but one.

    Args:
        stage: The text.
        found: The drafts in order.

    Returns:
        The drafts in the same order. A number of a heading takes period, source, indicator and subject that it lacks
        from the first number behind it with the same value and unit.
    """
    source = sole_source(stage.attributions)
    first = stage.attributions[0].start if stage.attributions else 0
    headings = {stage.sentences[index].start for index in stage.headings}
    twins = _twins(found) if headings else []
    done = []
    for index, draft in enumerate(found):
        if draft.sentence.start in headings:
            twin = twins[index]
            draft = draft if twin is None else _completed(draft, found[twin])
            if draft.claimant is None:
                draft = draft._replace(claimant=source)
        elif source is not None and draft.claimant is None and draft.quantity.char_start > first:
            draft = draft if _unnamed_speaks(stage, draft) else draft._replace(claimant=source)
        done.append(draft)
    return done


def _twins(found: list[Draft]) -> list[int | None]:
    """For each draft the index of the first behind it that tells the same figure in another sentence."""
    nearest: dict[tuple[Decimal, str | None], int] = {}
    twins: list[int | None] = [None] * len(found)
    for index in range(len(found) - 1, -1, -1):
        draft = found[index]
        figure = draft.quantity.value, draft.quantity.unit
        twin = nearest.get(figure)
        twins[index] = twins[twin] if twin is not None and found[twin].sentence is draft.sentence else twin
        nearest[figure] = index
    return twins


def _completed(draft: Draft, twin: Draft) -> Draft:
    names = draft.names
    if names.subject is None or names.code is None:
        names = names._replace(
            subject=names.subject or twin.names.subject,
            holder=names.holder or twin.names.holder,
            indicator_text=names.indicator_text or twin.names.indicator_text,
            code=names.code or twin.names.code,
        )
    span = twin.span if draft.span.basis is None else draft.span
    return draft._replace(names=names, span=span, claimant=draft.claimant or twin.claimant)


def _unnamed_speaks(stage: Scene, draft: Draft) -> bool:
    """Whether somebody unnamed is speaking in the number's paragraph."""
    at = draft.quantity.char_start
    begin = stage.text.rfind("\n", 0, at) + 1
    return any(begin <= place.start < at for place in stage.attributions)
