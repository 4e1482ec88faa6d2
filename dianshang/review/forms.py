"""The forms that a curator fills in: for each label on a stretch of text, the fields of the record it stands for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple, get_args, get_origin

from dianshang.review.people import DERIVED as MADE
from dianshang.review.records import DERIVED, FIELDS, NOTE
from dianshang.schema.article import Article
from dianshang.schema.claim import Claim, Metric
from dianshang.schema.codes import CodeList, Measure
from dianshang.schema.entity import Entity, Mention
from dianshang.schema.event import Event
from dianshang.schema.project import Project
from dianshang.schema.record import Record
from dianshang.schema.statement import Statement


class Region(NamedTuple):
    """A stretch of an article with its label and what is filled in for it; a list of texts in every field."""

    label: str
    start: int
    end: int
    fields: Mapping[str, tuple[str, ...]]


class Form(NamedTuple):
    """What is filled in for a label: a model's fields that neither place nor label gives, and notes beside them."""

    model: type[Record]
    fields: tuple[str, ...]
    notes: tuple[str, ...] = ()


class Control(NamedTuple):
    """One field to fill in: its name in the configuration, the labels it is for, its meaning, and its codes if any."""

    name: str
    field: str
    labels: tuple[str, ...]
    meaning: str
    codes: tuple[str, ...]


Forms = Mapping[str, Form]
Placed = Mention | Statement | Event | Project
Row = Statement | Event | Project | Entity
# What a reader may add to a claim beside its fields, and what it is for.
NOTES = MappingProxyType({NOTE: "Why the value is not what the mention says, where a reader means it so."})


def _form(model: type[Record], given: Iterable[str]) -> Form:
    out = {"char_start", "char_end", "article_id", *given}
    return Form(model, tuple(name for name in model.model_fields if name not in out))


# The words between the offsets are the stretch itself, and the measure of a claim is its label.
CLAIM = _form(Claim, {*DERIVED, "mention", "measure"})._replace(notes=(NOTE,))
METRICS: Forms = MappingProxyType(dict.fromkeys(map(str, Measure), CLAIM))
PEOPLE: Forms = MappingProxyType(
    {
        "statements": _form(Statement, {*MADE, "statement_id", "text"}),
        "events": _form(Event, {*MADE, "event_id", "mention"}),
        "projects": _form(Project, {*MADE, "project_id", "name"}),
        "entities": _form(Entity, {*MADE, "aliases", "mentions"}),
    }
)
WORDS = {"statements": "text", "events": "mention", "projects": "name"}
IDS = {"statements": ("statement_id", "s"), "events": ("event_id", "e"), "projects": ("project_id", "p")}


def controls(forms: Forms) -> list[Control]:
    """Lists the fields of forms, one that all labels share once.

    Args:
        forms: The forms by label.

    Returns:
        The controls in the order of labels and fields.

    >>> [control.codes for control in controls(METRICS) if control.name == "statistic"]
    [('mean', 'minimum', 'maximum')]
    """
    shared = len(set(forms.values())) == 1
    groups = (
        [(tuple(forms), next(iter(forms.values())))] if shared else [((label,), form) for label, form in forms.items()]
    )
    found = [
        Control(
            name if shared else f"{labels[0]}_{name}",
            name,
            labels,
            form.model.model_fields[name].description or "",
            tuple(_codes(form.model.model_fields[name].annotation)),
        )
        for labels, form in groups
        for name in form.fields
    ]
    notes = [Control(name, name, labels, NOTES[name], ()) for labels, form in groups for name in form.notes]
    return [*found, *notes]


def metric_regions(metrics: Iterable[Metric]) -> dict[str, list[Region]]:
    r"""Lays metrics out as regions, by article id.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾市旅游\n旅游收入60亿元。")
    >>> [region] = metric_regions(extract_issue(issue).metrics)["news-2014-03-01"]
    >>> str(region.label), region.start, region.end, region.fields["unit"]
    ('level', 10, 14, ('CNY',))
    """
    found: dict[str, list[Region]] = {}
    for metric in metrics:
        region = Region(metric.measure, metric.char_start, metric.char_end, _filled(metric, METRICS[metric.measure]))
        found.setdefault(metric.article_id, []).append(region)
    return found


def people_regions(tables: Mapping[str, Sequence[Row]]) -> dict[str, list[Region]]:
    r"""Lays the rows of the people tables out as regions, by article id: an entity once for each of its mentions.

    >>> from dianshang.extraction.speech.statements import statements
    >>> from dianshang.reading.issue import parse_issue
    >>> [article] = parse_issue("news-2014-03", "河湾市旅游\n市长周岚说：“明年还会更好。”").articles
    >>> [region] = people_regions({"statements": statements(article)})[article.article_id]
    >>> region.label, region.fields["speaker"]
    ('statements', ('周岚',))
    """
    found: dict[str, list[Region]] = {}
    for label, form in PEOPLE.items():
        for row in tables.get(label, ()):
            fields = _filled(row, form)
            places: Sequence[Placed] = row.mentions if isinstance(row, Entity) else (row,)
            for place in places:
                region = Region(label, place.char_start, place.char_end, fields)
                found.setdefault(place.article_id, []).append(region)
    return {article: sorted(regions, key=lambda one: (one.start, one.end)) for article, regions in found.items()}


def metric_records(regions: Mapping[str, Iterable[Region]], articles: Mapping[str, Article]) -> list[dict[str, Any]]:
    r"""Makes reviewed records of regions.

    Args:
        regions: Regions by article id, labelled by measure.
        articles: The articles of the issue by id.

    Returns:
        Records in the form of `metrics.jsonl`, sorted by `metric_id`.

    >>> from dianshang.reading.issue import parse_issue
    >>> [article] = parse_issue("news-2014-03", "河湾市旅游\n旅游收入60亿元。").articles
    >>> region = Region("level", 10, 14, {"value": ("6000000000",), "unit": ("CNY",), "unit_mult": ("8",)})
    >>> [row] = metric_records({article.article_id: [region]}, {article.article_id: article})
    >>> row["metric_id"], row["mention"], row["unit_mult"], row["claimant"]
    ('news-2014-03-01-00010', '60亿元', 8, None)
    """
    made = []
    for article_id, region in _placed(regions):
        place: dict[str, Any] = {"metric_id": f"{article_id}-{region.start:05d}", "article_id": article_id}
        words = articles[article_id].text[region.start : region.end] if article_id in articles else ""
        place |= {"mention": words, "char_start": region.start, "char_end": region.end, "measure": region.label}
        fields = {name: place.get(name, _cell(Metric, name, region)) for name in FIELDS}
        notes = {name: written[0] for name in (NOTE,) if (written := region.fields.get(name))}
        made.append(
            {name: 0 if name == "unit_mult" and cell is None else cell for name, cell in fields.items()} | notes
        )
    return sorted(made, key=lambda row: row["metric_id"])


def people_records(
    regions: Mapping[str, Iterable[Region]], articles: Mapping[str, Article]
) -> dict[str, list[dict[str, Any]]]:
    r"""Makes reviewed records of the people tables.

    Args:
        regions: Regions by article id, labelled by table.
        articles: The articles of the issue by id.

    Returns:
        Records by table, in the form of its file, sorted by id; an entity is put together from its mentions.

    >>> from dianshang.reading.issue import parse_issue
    >>> [article] = parse_issue("news-2014-03", "河湾市旅游\n河湾市举办了旅游节。").articles
    >>> region = Region("events", 12, 15, {"name": ("旅游节",)})
    >>> [row] = people_records({article.article_id: [region]}, {article.article_id: article})["events"]
    >>> row["event_id"], row["mention"], row["venue"]
    ('news-2014-03-01-e00012', '旅游节', None)
    """
    made: dict[str, list[dict[str, Any]]] = {label: [] for label in PEOPLE}
    entities: dict[str, dict[str, Any]] = {}
    for article_id, region in _placed(regions):
        form = PEOPLE[region.label]
        words = articles[article_id].text[region.start : region.end] if article_id in articles else ""
        place = {"article_id": article_id, "char_start": region.start, "char_end": region.end}
        fields = {name: _cell(form.model, name, region) for name in form.fields}
        if region.label == "entities":
            entity = entities.setdefault(str(fields["entity_id"]), fields | {"aliases": [], "mentions": []})
            entity["mentions"].append(place | {"text": words})
            continue
        key, letter = IDS[region.label]
        named = {key: f"{article_id}-{letter}{region.start:05d}", WORDS[region.label]: words}
        made[region.label].append(named | place | fields)
    for entity in entities.values():
        names = {mention["text"] for mention in entity["mentions"]} - {entity["name_zh"]}
        made["entities"].append(entity | {"aliases": sorted(names)})
    return {label: sorted(rows, key=lambda row: str(next(iter(row.values())))) for label, rows in made.items()}


def _placed(regions: Mapping[str, Iterable[Region]]) -> Iterator[tuple[str, Region]]:
    for article_id in sorted(regions):
        for region in sorted(regions[article_id], key=lambda one: (one.start, one.end)):
            yield article_id, region


def _filled(row: Record, form: Form) -> dict[str, tuple[str, ...]]:
    plain = row.model_dump(mode="json", include=set(form.fields))
    cells = ((name, cell if isinstance(cell, list) else [cell]) for name, cell in plain.items())
    return {name: tuple(str(one) for one in cell if one is not None) for name, cell in cells}


def _cell(model: type[Record], name: str, region: Region) -> Any:
    """What a field holds: texts as a list, a whole number, a text, or null."""
    written = tuple(text.strip() for text in region.fields.get(name, ()) if text.strip())
    kinds = list(_kinds(model.model_fields[name].annotation))
    if tuple in kinds:
        return list(written)
    if not written:
        return None
    # A code of digits (001, the world) is a text all the same.
    return int(written[0]) if int in kinds and written[0].isdigit() else written[0]


def _kinds(annotation: Any) -> Iterator[Any]:
    """What an annotation is made of, its unions and what is annotated in it taken apart."""
    yield get_origin(annotation) or annotation
    for part in get_args(annotation):
        yield from _kinds(part)


def _codes(annotation: Any) -> Iterator[str]:
    if isinstance(annotation, type) and issubclass(annotation, CodeList):
        yield from map(str, annotation)
    for part in get_args(annotation):
        yield from _codes(part)
