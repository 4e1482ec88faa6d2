"""Whether a number is told as a fact, an estimate, a forecast or a goal."""

from dianshang.extraction.claims.surroundings import Surroundings
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page
from dianshang.extraction.frames.spans import Span
from dianshang.extraction.frames.standing import StandingCue, standing
from dianshang.extraction.phrases.predicates import only_compares
from dianshang.schema.codes import ObsStatus, PeriodBasis


def stated(page: Page, frame: Frame, around: Surroundings, span: Span) -> tuple[ObsStatus, StandingCue | None]:
    """Reads the standing of a number.

    Args:
        page: The text.
        frame: What holds at its clause.
        around: The number with the words of its clause.
        span: The days it holds for.

    Returns:
        The standing, and the word that gave it, if one did.
    """
    if only_compares(around.words, around.quantity):
        return ObsStatus.ACTUAL, None
    told, cue = standing(page.standing, frame.sentence.start, around.quantity.char_start, span, page.published)
    ahead = page.published is not None and span.end is not None and span.end > page.published
    if told is not ObsStatus.ACTUAL and "已" in around.near and not ahead:
        # 已超过6成: what has come to pass is no forecast.
        return ObsStatus.ACTUAL, cue
    in_a_plan = frame.last is not None and frame.last.status is ObsStatus.TARGET
    if told is ObsStatus.FORECAST and span.basis is PeriodBasis.CONTEXT and in_a_plan:
        return ObsStatus.TARGET, cue
    return told, cue
