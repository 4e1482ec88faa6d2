"""Reviewed records: what becomes of a good one, and what is said of every bad one."""

import json
from datetime import date
from decimal import Decimal

import pytest

from dianshang.review.errors import ReviewError
from dianshang.review.records import ADDED, DERIVED, FIELDS, record, reviewed_metrics
from dianshang.schema.claim import Metric


@pytest.fixture
def read(reviewed, article):
    def reading(rows):
        return reviewed_metrics(reviewed(rows) / "reviewed" / "metrics.jsonl", {article.article_id: article})

    return reading


def problems(read, rows):
    with pytest.raises(ReviewError) as caught:
        read(rows)
    return [(problem.line, problem.what) for problem in caught.value.problems]


def test_fields_and_derived_ones_make_up_the_whole_metric():
    assert set(FIELDS) | DERIVED == set(Metric.model_fields)
    assert not set(FIELDS) & DERIVED


def test_a_record_keeps_what_was_written_and_gains_what_follows(read, rows):
    level, growth = read(rows)
    assert [record(metric) for metric in (level, growth)] == rows
    assert level.value == Decimal("850000000")
    assert level.period_end == date(2013, 12, 31)
    assert level.sentence == "沿江新区去年引资8.5亿元，增长12.5%。"
    assert level.issue_id == "news-2014-05"
    assert level.reviewed and growth.reviewed
    assert "CNY 850 m" in level.gloss_en
    assert growth.relates_to == level.metric_id


def test_names_of_the_registry_get_their_ids(read, rows):
    rows[0]["claimant"] = "国家统计局"
    level, _ = read(rows)
    assert level.claimant == "国家统计局"
    assert level.claimant_id is not None
    assert level.subject_id is None  # 沿江新区 is made up


def test_a_value_may_be_written_as_a_number_and_loses_no_digit(read, rows):
    rows[1]["value"] = 12.5
    assert read(rows)[1].value == Decimal("12.5")


def test_a_mention_that_moved_is_shown_with_where_it_stands(read, rows):
    rows[0] |= {"char_start": 24, "char_end": 29}
    assert problems(read, rows)[0] == (1, "expected '8.5亿元' at 24–29 of news-2014-05-01, found '5亿元，增'")
    with pytest.raises(ReviewError, match="It stands at 22–27: correct char_start, char_end and metric_id"):
        read(rows)


def test_a_mention_that_is_gone_is_said_to_be(read, rows):
    rows[0]["mention"] = "9.5亿元"
    with pytest.raises(
        ReviewError, match=r"expected '9\.5亿元' at 22–27 of news-2014-05-01, found '8\.5亿元'\. .* nowhere"
    ):
        read(rows)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"article_id": "news-2014-05-09"}, "no article 'news-2014-05-09' in this issue"),
        ({"char_start": "22"}, "mention, char_start and char_end are not a text and two whole numbers"),
        ({"char_start": -5, "char_end": 0}, "expected '8.5亿元' at -5–0 of news-2014-05-01, found ''"),
        ({"metric_id": "news-2014-05-01-00021"}, "metric_id is article_id, a hyphen and char_start in five digits"),
        ({"indicator": "no_such_thing"}, "unknown indicator 'no_such_thing'"),
        ({"unit": "florin"}, "unit: unknown unit 'florin': add it to schema/vocabulary/units.toml"),
        ({"comparison": "yoy"}, "comparison and base period belong to growth and change only"),
        ({"period_end": "2013-02-30"}, "period_end: Input should be a valid date"),
        ({"value": "viel"}, "value: Input should be a valid decimal"),
    ],
)
def test_every_fault_names_its_line(read, rows, change, what):
    rows[1]["relates_to"] = None
    found = problems(read, [rows[0] | change, rows[1]])
    assert [line for line, _ in found] == [1]
    assert found[0][1].startswith(what)


def test_a_link_must_lead_to_a_record(read, rows):
    rows[1]["relates_to"] = "news-2014-05-01-00099"
    assert problems(read, rows) == [(2, "relates_to news-2014-05-01-00099 is no record of this file")]


def test_one_number_belongs_to_one_record(read, rows):
    inside = rows[0] | {"metric_id": "news-2014-05-01-00024", "char_start": 24, "char_end": 27, "mention": "5亿元"}
    inside |= {"value": "500000000"}
    assert problems(read, [rows[0], inside, rows[1]]) == [
        (2, "'5亿元' stands inside '8.5亿元' of news-2014-05-01-00022")
    ]


def test_all_problems_come_at_once_in_the_order_of_lines(read, rows):
    rows[0]["mention"] = "9亿元"
    rows[1]["unit"] = "CNY"
    rows[1]["relates_to"] = "news-2014-05-01-00001"
    assert [line for line, _ in problems(read, rows)] == [1, 2, 2]


def test_lines_are_objects_with_all_fields_sorted_and_once(reviewed, article, rows):
    path = reviewed(rows) / "reviewed" / "metrics.jsonl"
    lacking = {name: cell for name, cell in rows[0].items() if name != "unit"}
    lines = [json.dumps(rows[1]), json.dumps(rows[0]), json.dumps(rows[1]), "", "[]", json.dumps(lacking)]
    lines.append(json.dumps(rows[0] | {"colour": "red"}))
    path.write_text("\n".join(lines), "utf-8")
    with pytest.raises(ReviewError) as caught:
        reviewed_metrics(path, {article.article_id: article})
    found = [(problem.line, problem.what) for problem in caught.value.problems]
    assert found == [
        (2, "news-2014-05-01-00022 stands after news-2014-05-01-00030"),
        (3, "repeats metric_id news-2014-05-01-00030 of line 1"),
        (4, "is an empty line"),
        (5, "is not a JSON object"),
        (6, "lacks unit"),
        (7, "has fields of no meaning here: colour"),
    ]


def test_an_empty_file_is_no_review(reviewed, article):
    path = reviewed([]) / "reviewed" / "metrics.jsonl"
    with pytest.raises(ReviewError, match="holds no record"):
        reviewed_metrics(path, {article.article_id: article})


def test_a_file_in_another_encoding_is_named_with_its_offset(reviewed, article):
    path = reviewed() / "reviewed" / "metrics.jsonl"
    path.write_bytes('{"mention": "亿"}'.encode("gb18030"))
    with pytest.raises(ReviewError, match=r"metrics.jsonl \(offset 13\): is not UTF-8"):
        reviewed_metrics(path, {article.article_id: article})


def test_what_a_reader_adds_is_kept_and_names_come_from_the_registry_where_it_is_left_out(read, rows):
    rows[0] |= {"claimant": "国家统计局", "claimant_en": None, "subject_en": "Yanjiang New Area", "statistic": "mean"}
    rows[0] |= {"per": "year", "indicator_en": "Investment attracted", "value_note": "as the text says"}
    rows[1] = {name: cell for name, cell in rows[1].items() if name not in ADDED}
    level, growth = read(rows)
    assert (level.subject_en, level.claimant_en) == ("Yanjiang New Area", "National Bureau of Statistics")
    assert (level.statistic, level.per, level.indicator_en) == ("mean", "year", "Investment attracted")
    assert (growth.statistic, growth.per, growth.indicator_en, growth.subject_en) == (None, None, None, None)


WRONG = [
    # (record, change, what is said of it)
    (0, {"value": "8.5"}, "value is 8.5, but '8.5亿元' says 850000000"),
    (0, {"value": "8500000000"}, "value is 8500000000, but '8.5亿元' says 850000000"),
    (0, {"value_max": "900000000"}, "value is 850000000 to 900000000, but '8.5亿元' says 850000000"),
    (0, {"value": "-850000000"}, "value is -850000000, but a level has no sign"),
    (0, {"unit_mult": 4}, "unit_mult is 4, but '8.5亿元' multiplies by ten to the 8"),
    (1, {"value": "1.25"}, "value is 1.25, but '12.5%' says 12.5"),
    (0, {"unit": "USD"}, "unit is USD, but '8.5亿元' is in CNY"),
    (0, {"unit": None}, "unit is null, but '8.5亿元' is in CNY"),
    (1, {"unit": "pp"}, "unit is pp, but '12.5%' is in %"),
]


@pytest.mark.parametrize(("at", "change", "what"), WRONG)
def test_a_value_that_its_mention_does_not_say_stops_the_build(read, rows, at, change, what):
    rows[at] |= change
    assert problems(read, rows) == [(at + 1, what)]


def test_a_growth_has_the_sign_of_its_sentence(reviewed, article, rows, level, growth):
    rows[1]["value"] = "-12.5"
    path = reviewed(rows) / "reviewed" / "metrics.jsonl"
    with pytest.raises(ReviewError, match="what is measured rises in the sentence"):
        reviewed_metrics(path, {article.article_id: article}, [level, growth])


def test_a_reader_who_means_it_says_so(read, rows):
    rows[0] |= {"value": "8500000000", "value_note": "the article's own correction at its end gives 85亿元"}
    assert read(rows)[0].value == Decimal("8500000000")


@pytest.mark.parametrize(
    ("code", "meant"), [("RMB", "CNY"), ("yuan", "CNY"), ("persons", "person"), ("enterprize", "enterprise")]
)
def test_an_unknown_unit_is_answered_with_the_one_it_means(read, rows, code, meant):
    rows[0]["unit"] = code
    assert problems(read, rows)[0] == (1, f"unit: unknown unit '{code}': did you mean {meant}?")
