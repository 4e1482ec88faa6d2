"""The published rows of reviewed issues: true in English, and joined to one another."""

import re
from pathlib import Path

import pytest

from dianshang.build import built_issue
from dianshang.schema.record import Record

REVIEWED = sorted(path.parents[1] for path in (Path(__file__).parent.parent / "seeds").glob("*/reviewed/metrics.jsonl"))
CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
# One process, which makes what all of them need once.
pytestmark = pytest.mark.xdist_group("reviewed")


@pytest.fixture(scope="module", params=REVIEWED, ids=lambda folder: folder.name)
def tables(request):
    return built_issue(request.param).tables


def english(row: Record) -> dict[str, str]:
    """The English fields of a row that are filled."""
    return {name: cell for name, cell in row if name.endswith("_en") and isinstance(cell, str)}


@pytest.mark.parametrize("name", ["articles", "metrics", "statements", "checks", "implied", "entities", "figures"])
def test_no_english_field_holds_a_chinese_character(tables, name):
    written = [(next(iter(dict(row).values())), cells) for row in tables[name] if (cells := english(row))]
    assert [(key, cells) for key, cells in written if CHINESE.search(" ".join(cells.values()))] == []


def test_every_claim_says_in_english_what_it_is_about(tables):
    assert [row.metric_id for row in tables["metrics"] if row.indicator_en is None or row.gloss_en is None] == []


@pytest.mark.parametrize(("name", "field"), [("articles", "section"), ("statements", "role")])
def test_what_is_named_in_chinese_is_named_in_english(tables, name, field):
    named = [(getattr(row, field), getattr(row, f"{field}_en")) for row in tables[name] if getattr(row, field)]
    assert named
    assert [chinese for chinese, english in named if english is None] == []


@pytest.mark.parametrize(
    ("name", "text", "link"),
    [
        ("metrics", "subject", "subject_id"),
        ("metrics", "claimant", "claimant_id"),
        ("statements", "speaker", "speaker_id"),
        ("events", "name", "named_id"),
        ("projects", "name", "named_id"),
    ],
)
def test_whoever_is_named_is_an_entity(tables, name, text, link):
    known = {row.entity_id for row in tables["entities"]}
    named = [(getattr(row, text), getattr(row, link)) for row in tables[name] if getattr(row, text) is not None]
    assert [one for one in named if one[1] not in known] == []


def test_an_average_is_marked_as_one(tables):
    averages = [row for row in tables["metrics"] if "平均" in (row.indicator_text or "") and row.measure == "level"]
    assert averages
    assert [row.metric_id for row in averages if row.statistic != "mean"] == []
