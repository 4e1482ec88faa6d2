"""Reviewed statements, events, projects and entities: read, proved against the text, and completed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from dianshang.extraction.speech.linking import register
from dianshang.extraction.speech.mentions import entity_id_of
from dianshang.review.errors import ReviewError
from dianshang.review.lines import Line, Shape, read_lines
from dianshang.schema.article import Article
from dianshang.schema.entity import Entity
from dianshang.schema.event import Event
from dianshang.schema.problems import Problem
from dianshang.schema.project import Project
from dianshang.schema.statement import Statement

T = TypeVar("T", bound=BaseModel)

# What follows from the other fields and the text is made anew at every build, so that it can't fall out of step.
DERIVED = frozenset({"issue_id", "speaker_id", "named_id", "paragraph", "n_mentions", "reviewed"})

# What a reader adds where there is something to add.
ADDED = frozenset({"role_en"})


class People(NamedTuple):
    """The tables of an issue that tell of people and what they do; None where readers have not settled one."""

    statements: list[Statement] | None
    events: list[Event] | None
    projects: list[Project] | None
    entities: list[Entity] | None


def reviewed_people(
    reviewed: Path,
    articles: Iterable[Article],
    metric_ids: Iterable[str],
    exported: Mapping[str, Sequence[Line]] = MappingProxyType({}),
) -> People:
    """Reads what readers settled of an issue's people, events, projects and entities.

    Args:
        reviewed: The folder of the issue's reviewed records; `statements.jsonl`, `events.jsonl`, `projects.jsonl`
            and `entities.jsonl` in it need not exist.
        articles: The articles of the issue, as they are published.
        metric_ids: The ids of its published metrics, at which projects may point.
        exported: The records of tables that were made elsewhere; their files are not read then.

    Returns:
        The records in the order of their files, `reviewed`, with the fields of `DERIVED` made from the text.

    Raises:
        ReviewError: Lines are malformed, unsorted or doubled, name an unknown article or metric, break a rule of
            their model, or their words no longer stand at their offsets: all of them at once.

    >>> reviewed_people(Path("nowhere"), [], [])
    People(statements=None, events=None, projects=None, entities=None)
    """
    by_id = {article.article_id: article for article in articles}
    known = frozenset(metric_ids)
    problems: list[Problem] = []
    entities = _table(
        reviewed / "entities.jsonl", exported.get("entities"), Entity, lambda line: _entity(line, by_id), problems
    )
    problems += _namesakes(reviewed / "entities.jsonl", entities or ())
    names = register(entities or ()).ids
    statements = _table(
        reviewed / "statements.jsonl",
        exported.get("statements"),
        Statement,
        lambda line: _placed(line, by_id, "text", names),
        problems,
    )
    events = _table(
        reviewed / "events.jsonl",
        exported.get("events"),
        Event,
        lambda line: _placed(line, by_id, "mention", names),
        problems,
    )
    projects = _table(
        reviewed / "projects.jsonl",
        exported.get("projects"),
        Project,
        lambda line: _placed(line, by_id, "name", names),
        problems,
    )
    for project in projects or ():
        for metric in project.metric_ids:
            if metric not in known:
                what = f"{project.project_id} points at {metric}, which is no metric of this issue"
                problems.append(Problem(str(reviewed / "projects.jsonl"), what, "Name a metric_id, or null"))
    if problems:
        raise ReviewError(*problems)
    return People(statements, events, projects, entities)


def record(row: Statement | Event | Project | Entity) -> dict[str, Any]:
    r"""Writes a row in the form of a reviewed record.

    Args:
        row: A row of one of the four tables.

    Returns:
        Its fields but those of `DERIVED`, ready for JSON.

    >>> from dianshang.extraction.speech.statements import statements
    >>> from dianshang.reading.issue import parse_issue
    >>> [article] = parse_issue("news-2014-03", "河湾市旅游\n市长周岚说：“明年还会更好。”").articles
    >>> [row] = statements(article)
    >>> record(row)["speaker"], "speaker_id" in record(row)
    ('周岚', False)
    """
    return row.model_dump(mode="json", exclude=set(DERIVED))


def _table(
    path: Path,
    exported: Sequence[Line] | None,
    model: type[T],
    complete: Callable[[Line], dict[str, Any]],
    problems: list[Problem],
) -> list[T] | None:
    if exported is None and not path.exists():
        return None
    fields = frozenset(model.model_fields) - DERIVED
    key = next(iter(model.model_fields))
    lines, faults = read_lines(path, Shape(key, fields - ADDED, fields)) if exported is None else (exported, [])
    problems.extend(faults)
    rows = []
    for line in lines:
        try:
            rows.append(model.model_validate(complete(line) | {"reviewed": True}))
        except ValidationError as error:
            for fault in error.errors():
                what = f"{'.'.join(map(str, fault['loc'])) or key}: {str(fault['msg']).removeprefix('Value error, ')}"
                problems.append(Problem(str(path), what, "Correct the record", line=line.number))
        except ReviewError as error:
            problems.extend(Problem(str(path), one.what, one.remedy, line=line.number) for one in error.problems)
    return rows


def _namesakes(path: Path, entities: Iterable[Entity]) -> list[Problem]:
    """A name that two entities bear, by which no row could tell which of them it means."""
    bearers: dict[str, str] = {}
    problems = []
    for entity in entities:
        first = bearers.setdefault(entity.name_zh, entity.entity_id)
        if first != entity.entity_id:
            what = f"{entity.entity_id} bears the name {entity.name_zh}, which {first} bears too"
            problems.append(Problem(str(path), what, "Make them one, or give each a name of its own"))
    return problems


def _placed(line: Line, articles: Mapping[str, Article], said: str, names: Mapping[str, str]) -> dict[str, Any]:
    fields = line.fields
    article = _article(fields["article_id"], articles)
    _proved(article, fields[said], fields["char_start"], fields["char_end"])
    derived: dict[str, Any] = {"issue_id": article.issue_id}
    if "speaker" in fields:
        derived["paragraph"] = _paragraph(article, fields["char_start"])
        derived["speaker_id"] = entity_id_of(fields["speaker"], names) if fields["speaker"] else None
    return fields | derived


def _entity(line: Line, articles: Mapping[str, Article]) -> dict[str, Any]:
    mentions = line.fields["mentions"]
    for mention in mentions:
        article = _article(mention["article_id"], articles)
        _proved(article, mention["text"], mention["char_start"], mention["char_end"])
    return line.fields | {"n_mentions": len(mentions)}


def _article(article_id: object, articles: Mapping[str, Article]) -> Article:
    article = articles.get(article_id) if isinstance(article_id, str) else None
    if article is None:
        raise ReviewError(Problem("", f"no article {article_id!r} in this issue", "Name one of its articles"))
    return article


def _proved(article: Article, words: object, start: object, end: object) -> None:
    if not (isinstance(start, int) and isinstance(end, int) and isinstance(words, str)):
        raise ReviewError(
            Problem("", "the words, char_start and char_end are not a text and two numbers", "Write them")
        )
    found = article.text[max(start, 0) : max(end, 0)]
    if found != words:
        what = f"expected {words!r} at {start}–{end} of {article.article_id}, found {found!r}"
        raise ReviewError(Problem("", what, "Correct the offsets, or the words"))


def _paragraph(article: Article, start: int) -> int | None:
    spans: Sequence[tuple[int, int]] = [(one.start, one.end) for one in article.paragraphs]
    return next((index for index, (begin, end) in enumerate(spans) if begin <= start < end), None)
