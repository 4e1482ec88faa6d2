"""Projects of an article, with the metrics that state their cost and size."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from dianshang.extraction.names.areas import AreaMention, areas
from dianshang.extraction.patterns import words
from dianshang.extraction.speech.ground import Ground, ground
from dianshang.extraction.speech.works import Work, works
from dianshang.schema.article import Article
from dianshang.schema.claim import Metric
from dianshang.schema.codes import Measure, ParagraphKind, ProjectStage
from dianshang.schema.project import Project
from dianshang.schema.units import is_money
from dianshang.schema.works import works_words

_RUNNING = frozenset({ParagraphKind.PARAGRAPH, ParagraphKind.LIST_ITEM})
_PHASE = re.compile("第?([一二三四五六七八九十])期")
_DIGITS = "一二三四五六七八九十"
_INVESTMENT = "投资"
_START = attrgetter("char_start")
_LOCAL = ("市", "县", "区", "州", "旗", "盟")


def projects(article: Article, metrics: Sequence[Metric] = (), on: Ground | None = None) -> list[Project]:
    r"""Extracts the projects of an article.

    Args:
        article: The article.
        metrics: Its metrics, in order; those that stand in what is said of a project are linked to it.
        on: Its ground, if that has been read already.

    Returns:
        The projects in order, unreviewed.

    >>> from dianshang.reading.issue import parse_issue
    >>> text = "河湾\n全市有两项重点建设工程。这些项目分别是：长江二桥；城北水厂二期。"
    >>> [article] = parse_issue("news-2014-03", text).articles
    >>> [project.name for project in projects(article)]
    ['长江二桥', '城北水厂二期']
    """
    found: list[Project] = []
    own = sorted((metric for metric in metrics if metric.article_id == article.article_id), key=_START)
    usual = _usual_city((on or ground(article)).areas)
    for paragraph in article.paragraphs:
        if paragraph.kind in _RUNNING:
            for work in works(article.text, paragraph.start, paragraph.end):
                project = _project(article, work, own, usual)
                if not any(_same(project.name, other.name) for other in found):
                    found.append(project)
    return found


def _same(name: str, other: str) -> bool:
    """Whether a later name repeats an earlier one, with or without its place."""
    shorter, longer = sorted((name, other), key=len)
    return longer.endswith(shorter)


def _project(article: Article, work: Work, metrics: Sequence[Metric], usual: AreaMention | None) -> Project:
    text = article.text
    name = text[work.char_start : work.char_end]
    head = text[work.head_start : work.head_end]
    place = _place(name, head, usual)
    beside = text[work.scope_start : work.char_start] + "，" + text[work.char_end : work.scope_end]
    first = bisect_left(metrics, work.scope_start, key=_START)
    within = metrics[first : bisect_left(metrics, work.scope_end, lo=first, key=_START)]
    cost = next((metric for metric in within if _is_cost(metric)), None)
    size = [metric for metric in within if metric.measure is Measure.LEVEL and not is_money(metric.unit)]
    return Project(
        project_id=f"{article.article_id}-p{work.char_start:05d}",
        article_id=article.article_id,
        issue_id=article.issue_id,
        name=name,
        char_start=work.char_start,
        char_end=work.char_end,
        place=place.name if place else None,
        ref_area=place.code if place else None,
        stage=_stage(beside) or _stage(head),
        phase=_phase(name),
        investment_metric=cost.metric_id if cost else None,
        capacity_metrics=tuple(metric.metric_id for metric in size),
    )


def _is_cost(metric: Metric) -> bool:
    return is_money(metric.unit) and (_INVESTMENT in (metric.indicator_text or "") or metric.indicator == "investment")


def _usual_city(named: Sequence[AreaMention]) -> AreaMention | None:
    """The city that an article names most, the first of equals."""
    cities = [area for area in named if _is_local(area)]
    counts = Counter(area.name for area in cities)
    return max(cities, key=lambda area: (counts[area.name], -area.char_start), default=None)


def _is_local(area: AreaMention) -> bool:
    return area.code is not None and "-" in area.code and area.name.endswith(_LOCAL)


def _place(name: str, head: str, usual: AreaMention | None) -> AreaMention | None:
    """The city or district in a project's name, else in the head of its list, else the one the article is about.

    A province in the name gives way to the article's city where that lies in it.
    """
    for text in (name, head):
        named = [area for area in areas(text) if area.code and area.code != "CN"]
        if local := [area for area in named if _is_local(area)]:
            return local[-1]
        if named:
            return usual if usual and usual.code == named[-1].code else named[-1]
    return usual


def _stage(text: str) -> ProjectStage | None:
    """The stage that the words next to a project's name tell, the last of them in the text."""
    book = works_words()
    last: tuple[int, int, ProjectStage] | None = None
    for stage, cues in (
        (ProjectStage.PREPARATION, book.preparation),
        (ProjectStage.CONSTRUCTION, book.construction),
        (ProjectStage.COMPLETED, book.completed),
    ):
        for cue in re.finditer(words(cues), text):
            place = (cue.end(), cue.end() - cue.start(), stage)
            last = place if last is None or place[:2] > last[:2] else last
    return last[2] if last else None


def _phase(name: str) -> int | None:
    match = _PHASE.search(name)
    return _DIGITS.index(match.group(1)) + 1 if match else None
