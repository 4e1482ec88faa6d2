"""Reviewed statements, events, projects and entities: completed from the text, refused when they do not fit it."""

import json
from pathlib import Path
from typing import Any

import pytest

from dianshang.extraction.mentions import entity_rows
from dianshang.extraction.statements import statements
from dianshang.review.errors import ReviewError
from dianshang.review.people import record, reviewed_people
from dianshang.review.people_agreement import mention_score, row_score
from tests.extraction.pages import page

ARTICLE = page("甲公司总裁王小明表示，二桥投资大。")
STATEMENT: dict[str, Any] = {
    "statement_id": "t-01-s00016",
    "article_id": "t-01",
    "speaker": "王小明",
    "affiliation": "甲公司",
    "role": "总裁",
    "mode": "indirect",
    "text": "二桥投资大",
    "char_start": 16,
    "char_end": 21,
}
ENTITY: dict[str, Any] = {
    "entity_id": "x_wang",
    "type": "person",
    "name_zh": "王小明",
    "name_en": "Wang Xiaoming",
    "aliases": [],
    "mentions": [{"article_id": "t-01", "char_start": 10, "char_end": 13, "text": "王小明"}],
}
PROJECT: dict[str, Any] = {
    "project_id": "t-01-p00016",
    "article_id": "t-01",
    "name": "二桥",
    "char_start": 16,
    "char_end": 18,
    "place": None,
    "ref_area": None,
    "stage": None,
    "phase": None,
    "investment_metric": None,
    "capacity_metrics": None,
}


def write(folder: Path, name: str, *rows: dict[str, Any]) -> None:
    (folder / name).write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def test_rows_are_completed_from_the_text(tmp_path: Path) -> None:
    write(tmp_path, "statements.jsonl", STATEMENT)
    write(tmp_path, "entities.jsonl", ENTITY)
    people = reviewed_people(tmp_path, [ARTICLE], [])
    assert people.statements is not None and people.entities is not None
    (said,), (person,) = people.statements, people.entities
    assert (said.issue_id, said.speaker_id, said.paragraph, said.reviewed) == ("t", "x_wang", 1, True)
    assert (person.n_mentions, person.reviewed) == (1, True)
    assert people.events is None and people.projects is None
    assert record(said) == STATEMENT


MISFITS = [
    ("statements.jsonl", STATEMENT | {"text": "二桥投资小"}, "expected '二桥投资小'"),
    ("statements.jsonl", STATEMENT | {"article_id": "t-09"}, "no article 't-09'"),
    ("statements.jsonl", STATEMENT | {"char_start": "16"}, "not a text and two numbers"),
    ("statements.jsonl", STATEMENT | {"statement_id": "t-01-s00017"}, "statement_id is"),
    ("statements.jsonl", {"statement_id": "t-01-s00016"}, "lacks affiliation"),
    ("projects.jsonl", PROJECT | {"investment_metric": "t-01-00018"}, "no metric of this issue"),
    ("entities.jsonl", ENTITY | {"aliases": ["王小明"]}, "without name_zh"),
]


@pytest.mark.parametrize(("name", "row", "said"), MISFITS)
def test_rows_that_do_not_fit_are_refused(tmp_path: Path, name: str, row: dict[str, Any], said: str) -> None:
    write(tmp_path, name, row)
    with pytest.raises(ReviewError, match=said):
        reviewed_people(tmp_path, [ARTICLE], [])


def test_scores_count_spans_and_fields(tmp_path: Path) -> None:
    write(tmp_path, "statements.jsonl", STATEMENT | {"role": "董事长"})
    write(tmp_path, "entities.jsonl", ENTITY)
    people = reviewed_people(tmp_path, [ARTICLE], [])
    assert people.statements is not None and people.entities is not None
    score = row_score(statements(ARTICLE), people.statements)
    assert (score.precision, score.recall, score.f1) == (1.0, 1.0, 1.0)
    assert score.fields == {"speaker": 1.0, "affiliation": 1.0, "role": 0.0, "mode": 1.0}
    named = mention_score(entity_rows([ARTICLE], statements(ARTICLE)), people.entities)
    # 王小明 and 甲公司 are found; the reader has 王小明 under an id of their own.
    assert (named.matched, named.extracted, named.reviewed) == (1, 2, 1)
    assert named.to_dict()["fields"] == {"entity_id": 0.0}


def test_nothing_against_nothing() -> None:
    score = row_score([], [])
    assert (score.precision, score.recall, score.f1) == (0.0, 0.0, 0.0)
