"""Statements, events, projects and entities: each rule of the models, broken once."""

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from dianshang.schema.entity import Entity
from dianshang.schema.event import Event
from dianshang.schema.occasions import occasion_words
from dianshang.schema.project import Project
from dianshang.schema.speech import speech_words
from dianshang.schema.statement import Statement
from dianshang.schema.works import works_words

STATEMENT: dict[str, Any] = {
    "statement_id": "t-01-s00004",
    "article_id": "t-01",
    "issue_id": "t",
    "speaker": "王小明",
    "affiliation": "甲公司",
    "mode": "direct",
    "text": "很好",
    "char_start": 4,
    "char_end": 6,
}
EVENT: dict[str, Any] = {
    "event_id": "t-01-e00002",
    "article_id": "t-01",
    "issue_id": "t",
    "name": "某论坛",
    "mention": "论坛",
    "char_start": 2,
    "char_end": 4,
    "start_date": "2011-05-01",
    "end_date": "2011-05-02",
    "granularity": "day",
}
PROJECT: dict[str, Any] = {
    "project_id": "t-01-p00002",
    "article_id": "t-01",
    "issue_id": "t",
    "name": "二桥",
    "char_start": 2,
    "char_end": 4,
    "place": "武汉市",
    "ref_area": "CN-HB",
    "investment_metric": "t-01-00007",
    "capacity_metrics": ("t-01-00011", "t-01-00015"),
}
MENTIONS = [
    {"article_id": "t-01", "char_start": 0, "char_end": 2, "text": "苏宁"},
    {"article_id": "t-01", "char_start": 7, "char_end": 11, "text": "苏宁电器"},
]
ENTITY: dict[str, Any] = {
    "entity_id": "suning",
    "type": "organisation",
    "name_zh": "苏宁",
    "aliases": ["苏宁电器"],
    "n_mentions": 2,
    "mentions": MENTIONS,
}
SOUND = [(Statement, STATEMENT), (Event, EVENT), (Project, PROJECT), (Entity, ENTITY)]


@pytest.mark.parametrize(("model", "fields"), SOUND)
def test_a_sound_row(model: type[BaseModel], fields: dict[str, Any]) -> None:
    assert model.model_validate(fields)


BROKEN = [
    (Statement, STATEMENT, {"char_end": 7}, "span exactly"),
    (Statement, STATEMENT, {"statement_id": "t-01-s00005"}, "statement_id is"),
    (Statement, STATEMENT, {"issue_id": "u"}, "belongs to issue_id"),
    (Statement, STATEMENT, {"speaker": None}, "unnamed speaker"),
    (Event, EVENT, {"char_end": 9}, "span exactly"),
    (Event, EVENT, {"event_id": "t-01-e00009"}, "event_id is"),
    (Event, EVENT, {"issue_id": "u"}, "belongs to issue_id"),
    (Event, EVENT, {"end_date": None}, "all set or all null"),
    (Event, EVENT, {"granularity": None}, "all set or all null"),
    (Event, EVENT, {"start_date": "2011-06-01"}, "must not follow"),
    (Project, PROJECT, {"char_end": 9}, "span exactly"),
    (Project, PROJECT, {"project_id": "t-01-p00009"}, "project_id is"),
    (Project, PROJECT, {"issue_id": "u"}, "belongs to issue_id"),
    (Project, PROJECT, {"investment_metric": "t-02-00007"}, "stand in its article"),
    (Project, PROJECT, {"capacity_metrics": ("t-01-00011", "t-02-00015")}, "stand in its article"),
    (Project, PROJECT, {"place": None}, "code of `place`"),
    (Entity, ENTITY, {"n_mentions": 3}, "number of mentions"),
    (Entity, ENTITY, {"mentions": MENTIONS[::-1]}, "sorted by article"),
    (Entity, ENTITY, {"mentions": MENTIONS[:1] * 2}, "sorted by article"),
    (Entity, ENTITY, {"aliases": ["苏宁", "苏宁电器"]}, "without name_zh"),
    (Entity, ENTITY, {"mentions": [MENTIONS[0] | {"char_end": 5}], "n_mentions": 1}, "span exactly"),
]


@pytest.mark.parametrize(("model", "fields", "change", "said"), BROKEN)
def test_a_broken_rule(model: type[BaseModel], fields: dict[str, Any], change: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        model.model_validate(fields | change)


def test_every_metric_of_a_project() -> None:
    assert Project.model_validate(PROJECT).metric_ids == ("t-01-00007", "t-01-00011", "t-01-00015")


@pytest.mark.parametrize("model", [Statement, Event, Project, Entity])
def test_every_field_speaks_two_languages(model: type[BaseModel]) -> None:
    for name, field in model.model_fields.items():
        extra = field.json_schema_extra
        assert field.description and isinstance(extra, dict) and extra["description_zh"], name


def test_the_vocabularies_load_and_hold_together() -> None:
    speech, occasions, works = speech_words(), occasion_words(), works_words()
    assert speech.direct_object | speech.wishes | speech.announces <= speech.say
    assert occasions.loose | occasions.proper <= occasions.kinds
    assert not works.preparation & works.completed
