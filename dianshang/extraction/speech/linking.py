"""Rows joined to the entities they name: claims by subject and claimant, the rest by their name or speaker."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from dianshang.extraction.speech.mentions import entity_id_of, unregistered_id
from dianshang.schema.article import Article
from dianshang.schema.claim import Metric
from dianshang.schema.codes import EntityType
from dianshang.schema.entity import Entity, Mention
from dianshang.schema.event import Event
from dianshang.schema.project import Project
from dianshang.schema.statement import Statement
from dianshang.wording.gloss import told

# What the name of a market ends with.
Named = TypeVar("Named", Event, Project)
MARKETS = ("市场", "行业", "产业")


class Register(NamedTuple):
    """The entities of a table: their ids by every name, a canonical one before an alias, and their English names."""

    ids: Mapping[str, str]
    english: Mapping[str, str]


def register(rows: Iterable[Entity]) -> Register:
    """Makes the register of an entities table.

    Args:
        rows: Its rows.

    Returns:
        The register.

    >>> jd = Entity(entity_id="jd", type="organisation", name_zh="京东", aliases=("JD",), n_mentions=0, mentions=())
    >>> register([jd]).ids
    {'JD': 'jd', '京东': 'jd'}
    """
    kept = list(rows)
    aliases = {name: row.entity_id for row in kept for name in row.aliases}
    ids = aliases | {row.name_zh: row.entity_id for row in kept}
    return Register(ids, {row.entity_id: row.name_en for row in kept if row.name_en})


def linked_metrics(metrics: Iterable[Metric], known: Register) -> list[Metric]:
    r"""Gives claims the ids and the English names of their subjects and claimants.

    Args:
        metrics: Claims; an English name that a reader gave stays.
        known: The register of their issue.

    Returns:
        The same claims, their glosses made anew.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> metrics = extract_issue(parse_issue("news-2014-03", "河湾\n2013年河湾市零售额60亿元。")).metrics
    >>> linked_metrics(metrics, Register({"河湾市": "hewan"}, {"hewan": "Hewan"}))[0].gloss_en
    'Retail sales, Hewan, 2013: CNY 6 billion'
    """
    return [_linked(metric, known) for metric in metrics]


def linked_statements(statements: Iterable[Statement], known: Register) -> list[Statement]:
    r"""Gives statements the ids of the entities that speak.

    >>> from dianshang.extraction.speech.statements import statements
    >>> from dianshang.reading.issue import parse_issue
    >>> [article] = parse_issue("news-2014-03", "河湾市旅游\n市长周岚说：“明年还会更好。”").articles
    >>> linked_statements(statements(article), Register({"周岚": "zhou_lan"}, {}))[0].speaker_id
    'zhou_lan'
    """
    return [
        one.model_copy(update={"speaker_id": known.ids.get(one.speaker or "") or one.speaker_id}) for one in statements
    ]


def linked_names(rows: Iterable[Named], known: Register) -> list[Named]:
    r"""Gives events or projects the ids of the entities they are.

    >>> from dianshang.extraction.speech.events import events
    >>> from dianshang.reading.issue import parse_issue
    >>> [article] = parse_issue("news-2014-03", "河湾\n第三届河湾旅游节昨天在河湾市开幕。").articles
    >>> linked_names(events(article), Register({"第三届河湾旅游节": "festival"}, {}))[0].named_id
    'festival'
    """
    return [one.model_copy(update={"named_id": known.ids.get(one.name)}) for one in rows]


def things(
    rows: Sequence[Entity],
    articles: Iterable[Article],
    metrics: Iterable[Metric],
    events: Iterable[Event],
    projects: Iterable[Project],
) -> list[Entity]:
    """Adds the markets, events and projects that rows are about and that no entity is yet.

    Args:
        rows: The entities that the articles name.
        articles: The articles.
        metrics: Their claims, whose subjects may be markets.
        events: Their events.
        projects: Their projects.

    Returns:
        All the entities, sorted by id.

    >>> things([], [], [], [], [])
    []
    """
    known = register(rows)
    found: dict[str, EntityType] = {}
    for event in events:
        found.setdefault(event.name, EntityType.EVENT)
    for project in projects:
        found.setdefault(project.name, EntityType.PROJECT)
    for metric in metrics:
        if metric.subject and metric.subject.endswith(MARKETS):
            found.setdefault(metric.subject, EntityType.MARKET)
    new = {name: kind for name, kind in found.items() if entity_id_of(name, known.ids) is None}
    texts = {article.article_id: article.text for article in articles}
    made = [_thing(name, kind, texts) for name, kind in new.items()]
    return sorted([*rows, *made], key=lambda row: row.entity_id)


def _thing(name: str, kind: EntityType, texts: Mapping[str, str]) -> Entity:
    mentions = []
    for article_id, text in sorted(texts.items()):
        at = text.find(name)
        while at >= 0:
            mentions.append(Mention(article_id=article_id, char_start=at, char_end=at + len(name), text=name))
            at = text.find(name, at + len(name))
    return Entity(
        entity_id=unregistered_id(name), type=kind, name_zh=name, n_mentions=len(mentions), mentions=tuple(mentions)
    )


def _linked(metric: Metric, known: Register) -> Metric:
    changed: dict[str, Any] = {}
    for name in ("subject", "claimant"):
        written = getattr(metric, name)
        if written is None:
            continue
        found = known.ids.get(written) or getattr(metric, f"{name}_id")
        changed[f"{name}_id"] = found
        changed[f"{name}_en"] = getattr(metric, f"{name}_en") or known.english.get(found or "")
    if all(getattr(metric, name) == cell for name, cell in changed.items()):
        return metric
    return metric.model_copy(update=changed | {"gloss_en": told(vars(metric) | changed)})
