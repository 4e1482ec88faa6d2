"""Statements, events, projects and entities by the same scorer."""

import pytest

from dianshang.review.score import Rate
from dianshang.tasks.scoring import score

SAID = {"article_id": "d-01", "char_start": 4, "char_end": 9, "text": "生意很好做", "speaker": "王强", "mode": "direct"}
FAIR = {
    "article_id": "d-01",
    "char_start": 4,
    "char_end": 9,
    "mention": "春季交易会",
    "name": "2014春季交易会",
    "start_date": "2014-04-05",
    "end_date": "2014-04-07",
    "venue": "沿江会展馆",
    "ref_area": "CN-GD",
    "organisers": ["沿江市政府", "沿江商会"],
}
PARK = {"article_id": "d-01", "char_start": 4, "char_end": 9, "name": "沿江产业园", "place": "沿江区", "ref_area": None}
FIRM = {
    "entity_id": "org_a",
    "type": "organisation",
    "name_zh": "甲公司",
    "mentions": [
        {"article_id": "d-01", "char_start": 0, "char_end": 3, "text": "甲公司"},
        {"article_id": "d-01", "char_start": 9, "char_end": 10, "text": "甲"},
    ],
}


@pytest.mark.parametrize(
    ("table", "gold", "change", "hits"),
    [
        ("statements", SAID | {"affiliation": None, "role": None}, {}, [1, 1, 1]),
        ("statements", SAID | {"affiliation": None, "role": None}, {"mode": "indirect"}, [1, 1, 0]),
        ("statements", SAID | {"affiliation": None, "role": None}, {"char_end": 8, "text": None}, [0, 1, 0]),
        ("statements", SAID | {"affiliation": None, "role": None}, {"speaker": "王刚"}, [1, 0, 0]),
        ("events", FAIR, {}, [1, 1, 1]),
        ("events", FAIR, {"organisers": ["沿江商会", "沿江市政府"]}, [1, 1, 1]),  # in any order
        ("events", FAIR, {"organisers": '["沿江商会", "沿江市政府"]'}, [1, 1, 1]),  # as files without lists hold it
        ("events", FAIR, {"organisers": ["沿江商会"]}, [1, 1, 0]),
        ("events", FAIR, {"end_date": None}, [1, 0, 0]),
        ("projects", PARK | {"stage": "construction", "phase": None}, {}, [1, 1, 1]),
        ("projects", PARK | {"stage": "construction", "phase": None}, {"stage": "completed"}, [1, 0, 0]),
        ("projects", PARK | {"stage": "construction", "phase": None}, {"place": "沿海区"}, [1, 1, 0]),
    ],
)
def test_levels(table, gold, change, hits):
    found = score([gold | change], [gold], table=table)
    assert [rate.hits for rate in found.levels.values()] == hits


def test_what_a_project_points_at_has_an_accuracy_and_costs_no_level():
    gold = PARK | {"stage": None, "phase": 2, "investment_metric": "d-01-00040", "capacity_metrics": ["d-01-00050"]}
    # An offset alone will do; of two capacities one is missing.
    told = gold | {"investment_metric": 40, "capacity_metrics": "[50, 70]"}
    found = score([told], [gold], table="projects")
    assert found.whole_project == Rate(1, 1, 1)
    assert (found.fields["investment_metric"].equal, found.fields["capacity_metrics"].equal) == (1, 0)


def test_how_finely_an_event_is_dated_has_an_accuracy():
    gold = FAIR | {"date_text": "4月5日至7日", "granularity": "day"}
    found = score([gold | {"granularity": "month"}], [gold], table="events")
    assert (found.fields["date_text"].equal, found.fields["granularity"].equal) == (1, 0)
    unknown = score([gold | {"granularity": "hour"}], [gold], table="events").remarks
    assert [remark.what for remark in unknown] == ["granularity that no list of codes has, counted as wrong"]


def test_an_entity_counts_by_its_mentions():
    assert score([FIRM], [FIRM], table="entities").identity == Rate(2, 2, 2)
    flat = [{"article_id": "d-01", "text": "甲公司", "type": "organisation"}]
    found = score(flat, [FIRM], table="entities")
    assert (found.span, found.type, found.identity) == (Rate(1, 1, 2), Rate(1, 1, 2), Rate(0, 1, 2))


def test_a_score_has_the_levels_of_its_table_alone():
    with pytest.raises(AttributeError, match="has no 'whole_claim', only span, dates, whole_event"):
        score([FAIR], [FAIR], table="events").whole_claim  # noqa: B018
