"""The tables of the dataset: one line each, from which every file, page and check of a table is made."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from dianshang.schema.areas import Area, area_codebook
from dianshang.schema.article import Article
from dianshang.schema.check import Check
from dianshang.schema.claim import Metric
from dianshang.schema.entity import Entity
from dianshang.schema.event import Event
from dianshang.schema.figure import FigurePoint
from dianshang.schema.implied import Implied
from dianshang.schema.indicators import CodebookEntry, codebook
from dianshang.schema.numeral import Numeral
from dianshang.schema.project import Project
from dianshang.schema.record import Record
from dianshang.schema.sentence import Sentence
from dianshang.schema.statement import Statement
from dianshang.schema.units import UnitEntry, unit_codebook

Tables = Mapping[str, Sequence[Record]]


class Scope(StrEnum):
    """What a table's rows are made for: each issue by itself, or all of them together."""

    ISSUE = "issue"
    CORPUS = "corpus"


class TableSpec(NamedTuple):
    """What a table holds: its model, the field that identifies a row, and one line on it in two languages."""

    name: str
    model: type[Record]
    key: str
    en: str
    zh: str
    scope: Scope = Scope.ISSUE


class Reference(NamedTuple):
    """A field whose cells name rows of a table: one id, or with `many` a list of ids."""

    field: str
    table: TableSpec
    many: bool


DEFAULT = "metrics"

TABLES: Mapping[str, TableSpec] = {
    spec.name: spec
    for spec in (
        TableSpec("articles", Article, "article_id", "The articles, verbatim and in parts.", "文章原文及其结构。"),
        TableSpec("metrics", Metric, "metric_id", "One row per quantified claim.", "每条量化陈述一行。"),
        TableSpec(
            "sentences",
            Sentence,
            "sentence_id",
            "The sentences, tagged character by character, in folds.",
            "逐字标注并分折的句子。",
        ),
        TableSpec("checks", Check, "check_id", "Arithmetic that ties numbers, and whether it holds.", "数字间的核对。"),
        TableSpec("implied", Implied, "implied_id", "Values that follow from two stated ones.", "推得的数值。"),
        TableSpec("figures", FigurePoint, "point_id", "Charts read again from residue.", "由识别残留读出的图表。"),
        TableSpec("statements", Statement, "statement_id", "Who said what, and where.", "谁说了什么及其位置。"),
        TableSpec("events", Event, "event_id", "Fairs, forums and meetings of the text.", "展会、论坛与会议。"),
        TableSpec("projects", Project, "project_id", "Named investment projects.", "具名的投资项目。"),
        TableSpec("numerals", Numeral, "numeral_id", "One row per numeral of the source.", "原文每个数字一行。"),
        TableSpec(
            "entities",
            Entity,
            "entity_id",
            "Organisations, people, places, products, markets, events, projects, programmes.",
            "机构、人物、地点、产品、市场、活动、项目与政策等。",
            Scope.CORPUS,
        ),
        TableSpec(
            "indicators", CodebookEntry, "code", "The codebook of what is measured.", "指标代码表。", Scope.CORPUS
        ),
        TableSpec("areas", Area, "ref_area", "The codes of areas in use.", "所用地区代码。", Scope.CORPUS),
        TableSpec("units", UnitEntry, "unit", "The codes of units in use.", "所用单位代码。", Scope.CORPUS),
    )
}

# The fields that point to a key without bearing its name, and those that hold several of it.
POINTERS = {
    "relates_to": "metric_id",
    "fact_id": "metric_id",
    "investment_metric": "metric_id",
    "subject_id": "entity_id",
    "claimant_id": "entity_id",
    "speaker_id": "entity_id",
    "named_id": "entity_id",
    "indicator": "code",
    "per": "unit",
    "implied_unit": "unit",
}
LISTS = {"metric_ids": "metric_id", "capacity_metrics": "metric_id"}


# Corpus tables that are the parts of a vocabulary in use, each made of the codes that the other tables hold.
CODEBOOKS: Mapping[str, Callable[[Iterable[str]], Sequence[Record]]] = {
    "indicators": codebook,
    "areas": area_codebook,
    "units": unit_codebook,
}


def references(spec: TableSpec) -> tuple[Reference, ...]:
    """Finds what a table points to: a field named like another table's key refers to it, and so do the pointers.

    Args:
        spec: The table that points.

    Returns:
        Its references, sorted by field.

    >>> [(found.field, found.table.name) for found in references(TABLES["numerals"])]
    [('article_id', 'articles'), ('metric_id', 'metrics')]
    """
    owners = {other.key: other for other in TABLES.values()}
    found = []
    for field in spec.model.model_fields:
        key = POINTERS.get(field) or LISTS.get(field) or field
        if key in owners and field != spec.key:
            found.append(Reference(field, owners[key], field in LISTS))
    return tuple(sorted(found, key=lambda reference: reference.field))
