"""Reviewed statements, events, projects and entities: completed from the text, refused when they do not fit it."""

import json
from pathlib import Path
from typing import Any

import pytest

from dianshang.extraction.speech.mentions import entity_rows
from dianshang.extraction.speech.statements import statements
from dianshang.review.errors import ReviewError
from dianshang.review.people import record, reviewed_people
from dianshang.review.people_agreement import TableScore, mention_score, read_reading, reader_scores, row_score
from tests.extraction.pages import page

ARTICLE = page("甲公司总裁王小明表示，二桥投资大。")
STATEMENT: dict[str, Any] = {
    "statement_id": "t-01-s00016",
    "article_id": "t-01",
    "speaker": "王小明",
    "affiliation": "甲公司",
    "role": "总裁",
    "role_en": "president",
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
    "capacity_metrics": [],
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


def test_a_role_need_not_be_put_into_english(tmp_path: Path) -> None:
    write(tmp_path, "statements.jsonl", {name: cell for name, cell in STATEMENT.items() if name != "role_en"})
    (said,) = reviewed_people(tmp_path, [ARTICLE], []).statements or ()
    assert (said.role, said.role_en) == ("总裁", None)


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


def read(table: str, start: int, end: int, **fields: Any) -> dict[str, Any]:
    """A reader's row; what the test does not say is null."""
    known = {
        "statements": ("speaker", "affiliation", "role", "mode"),
        "events": ("name", "date_text", "start_date", "end_date", "venue", "organisers"),
        "projects": ("place", "stage", "phase", "investment_metric", "capacity_metrics", "ref_area"),
    }
    row = {"table": table, "article_id": "t-01", "char_start": start, "char_end": end}
    return row | dict.fromkeys(known[table]) | fields


def named(entity_id: str, kind: str, *places: tuple[int, int]) -> dict[str, Any]:
    mentions = [{"article_id": "t-01", "char_start": start, "char_end": end} for start, end in places]
    return {"table": "entities", "entity_id": entity_id, "type": kind, "mentions": mentions}


FIRST = [
    read("statements", 16, 21, speaker="王小明", role="总裁"),
    read("statements", 30, 41, speaker="王小明"),
    read("projects", 16, 18, place="某市", phase=2),
    named("x_wang", "person", (10, 13), (30, 33)),
    named("x_jia", "organisation", (5, 8)),
]
SECOND = [
    read("statements", 16, 21, speaker="王小明", role="总裁、会长"),
    read("statements", 30, 42, speaker="王小明"),  # with the full stop: another span
    read("projects", 16, 18, place="某县", phase=2),
    read("projects", 50, 52),
    named("x_wang", "person", (10, 13)),
    named("x_yi", "organisation", (5, 8)),  # the same words, another body
]
AGREED = [
    # table, spans of both, of the first, of the second, and what is not equal everywhere
    ("statements", 1, 2, 2, {"role": 0.0}),
    ("events", 0, 0, 0, None),
    ("projects", 1, 1, 2, {"place": 0.0}),
    ("entities", 2, 3, 2, {"entity_id": 0.5}),
]


@pytest.mark.parametrize(("table", "both", "ones", "twos", "unequal"), AGREED, ids=[row[0] for row in AGREED])
def test_readers_agree_on_spans_then_on_fields(
    tmp_path: Path, table: str, both: int, ones: int, twos: int, unequal: dict[str, float] | None
) -> None:
    write(tmp_path, "one.jsonl", *FIRST)
    write(tmp_path, "two.jsonl", *SECOND)
    score = reader_scores(read_reading(tmp_path / "one.jsonl"), read_reading(tmp_path / "two.jsonl"))[table]
    rate = 0.0 if unequal is None else 1.0
    assert score == TableScore(both, ones, twos, dict.fromkeys(score.fields, rate) | (unequal or {}))


NO_ROWS = [
    ("{", "is not JSON"),
    ("[]", "is not a JSON object"),
    ('{"table": "metrics"}', "'metrics' is no table"),
    ('{"table": "entities", "entity_id": "x_a", "type": "person"}', "lacks mentions"),
    ('{"table": "entities", "entity_id": "x_a", "type": "person", "mentions": [{}]}', "without its place"),
    (json.dumps({"table": "statements", "article_id": "t-01", "char_start": 1, "char_end": 2}), "lacks affiliation"),
]


@pytest.mark.parametrize(("line", "said"), NO_ROWS, ids=[said for _, said in NO_ROWS])
def test_lines_that_are_no_rows_are_named(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(f"{json.dumps(FIRST[0])}\n{line}\n", "utf-8")
    with pytest.raises(ReviewError, match=said) as stopped:
        read_reading(path)
    assert [problem.line for problem in stopped.value.problems] == [2]


def test_a_reading_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match="cannot be read"):
        read_reading(tmp_path / "none.jsonl")
