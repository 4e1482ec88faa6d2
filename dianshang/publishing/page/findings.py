"""What the articles hold beside claims: statements, events, projects, names, and values that follow from two others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dianshang.publishing.page.bilingual import Both, code, joined, label, same
from dianshang.publishing.page.wording import Names, period
from dianshang.schema.article import Article
from dianshang.schema.claim import Metric
from dianshang.schema.codes import EntityType
from dianshang.schema.entity import Entity
from dianshang.schema.event import Event
from dianshang.schema.implied import Implied
from dianshang.schema.project import Project
from dianshang.schema.statement import Statement

NOTHING = same("")


class Link(NamedTuple):
    """A way into an article: its address on the page, and what it says."""

    to: str
    text: Both


class Finding(NamedTuple):
    """One row: its words, what is said beside them, and ways to its place.

    Attributes:
        head: What or who it is.
        words: Words of the article, or None.
        notes: What is known of it.
        links: Ways to where the articles say it.
    """

    head: Both
    words: str | None
    notes: Both
    links: Sequence[Link]


class Group(NamedTuple):
    """Findings of one kind; `key` names its labels."""

    key: str
    parts: Sequence[tuple[Both, Sequence[Finding]]]

    @property
    def size(self) -> int:
        """How many there are."""
        return sum(len(findings) for _, findings in self.parts)


class Found(NamedTuple):
    """The tables that findings are made of."""

    statements: Sequence[Statement]
    events: Sequence[Event]
    projects: Sequence[Project]
    entities: Sequence[Entity]
    implied: Sequence[Implied]


def findings(found: Found, articles: Sequence[Article], metrics: Sequence[Metric], names: Names) -> list[Group]:
    r"""Puts the findings into words.

    Args:
        found: The rows; those that stand in no article of the page are left out.
        articles: The articles of the page.
        metrics: Their claims.
        names: The English names of what the text names.

    Returns:
        The groups that have anything in them.

    >>> from dianshang.extraction.speech.statements import statements
    >>> from dianshang.reading.issue import parse_issue
    >>> [article] = parse_issue("news-2014-03", "河湾市旅游\n市长周岚说：“明年还会更好。”").articles
    >>> [group] = findings(Found(statements(article), [], [], [], []), [article], [], Names())
    >>> group.key, group.parts[0][1][0].words
    ('statements', '明年还会更好。')
    """
    titles = {article.article_id: Both(article.title_en or article.title, article.title) for article in articles}
    mentions = {metric.metric_id: metric.mention for metric in metrics}
    said = [row for row in found.statements if row.article_id in titles]
    held = [row for row in found.events if row.article_id in titles]
    built = [row for row in found.projects if row.article_id in titles]
    follow = [row for row in found.implied if mentions.keys() >= set(row.metric_ids)]
    groups = [
        Group("statements", _plain(_statement(row, titles, names) for row in said)),
        Group("events", _plain(_event(row, titles, names) for row in held)),
        Group("projects", _plain(_project(row, titles, mentions, names) for row in built)),
        Group("implied", _plain(_implied(row, mentions) for row in follow)),
        Group("entities", _entities(found.entities, titles)),
    ]
    return [group for group in groups if group.size]


def _plain(rows: Iterable[Finding]) -> list[tuple[Both, Sequence[Finding]]]:
    return [(NOTHING, list(rows))]


def _place(article_id: str, start: int, end: int, titles: Mapping[str, Both]) -> Link:
    return Link(f"{article_id}:{start}-{end}", titles[article_id])


def _statement(row: Statement, titles: Mapping[str, Both], names: Names) -> Finding:
    who = names.of(row.speaker) if row.speaker else label("found_unsaid")
    role, body = Both(row.role_en or row.role or "", row.role or ""), names.of(row.affiliation)
    notes = joined([body, role, code("mode", row.mode.value)], " · ", " · ")
    return Finding(who, row.text, notes, [_place(row.article_id, row.char_start, row.char_end, titles)])


def _event(row: Event, titles: Mapping[str, Both], names: Names) -> Finding:
    when = period(row.start_date, row.end_date) if row.start_date else same(row.date_text or "")
    holders = [names.of(one) for one in row.organisers.split("；")] if row.organisers else []
    held = joined([label("held_by"), joined(holders, ", ", "、")], "", "") if holders else NOTHING
    notes = joined([when, same(row.venue or ""), held], " · ", " · ")
    return Finding(names.of(row.name), None, notes, [_place(row.article_id, row.char_start, row.char_end, titles)])


def _project(row: Project, titles: Mapping[str, Both], mentions: Mapping[str, str], names: Names) -> Finding:
    stage = code("stage", row.stage.value) if row.stage else NOTHING
    phase = NOTHING if row.phase is None else Both(*(words.replace("{0}", str(row.phase)) for words in label("phase")))
    notes = joined([names.of(row.place), stage, phase], " · ", " · ")
    here = _place(row.article_id, row.char_start, row.char_end, titles)
    stated = [(row.investment_metric, "investment"), *((key, "capacity") for key in row.capacity_metrics)]
    sizes = [
        Link(key, joined([label(what), same(mentions[key])], "", "")) for key, what in stated if key and key in mentions
    ]
    return Finding(names.of(row.name), None, notes, [here, *sizes])


def _implied(row: Implied, mentions: Mapping[str, str]) -> Finding:
    links = [Link(key, same(mentions[key])) for key in row.metric_ids]
    return Finding(Both(row.sentence_en, row.sentence_zh), None, NOTHING, links)


def _entities(rows: Iterable[Entity], titles: Mapping[str, Both]) -> list[tuple[Both, Sequence[Finding]]]:
    groups: dict[EntityType, list[Finding]] = defaultdict(list)
    for row in rows:
        first: dict[str, Link] = {}
        for mention in row.mentions:
            if mention.article_id in titles and mention.article_id not in first:
                place = f"{mention.article_id}:{mention.char_start}-{mention.char_end}"
                first[mention.article_id] = Link(place, same(mention.article_id))
        if first:
            name = Both(row.name_en or row.name_zh, row.name_zh)
            notes = joined([same(other) for other in row.aliases], ", ", "、")
            groups[row.type].append(Finding(name, None, notes, list(first.values())))
    return [(code("entity", kind.value), groups[kind]) for kind in EntityType if kind in groups]
