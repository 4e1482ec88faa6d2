"""Every numeral of an issue in exactly one row."""

import pytest

from dianshang.extraction.claims.claims import extract
from dianshang.extraction.ledger import LedgerError, ledger
from dianshang.extraction.records import Reading
from dianshang.extraction.tables import extract_issue
from dianshang.reading.issue import Issue
from dianshang.schema.codes import NumeralKind, NumeralRole, ParagraphKind

HEAD = "【5月】\n"


@pytest.fixture
def issue(article):
    """Article news-2014-05-01, 8.5亿元 twice and 12.5% once, under a section head with a number of its own."""
    return Issue("news-2014-05", HEAD + article.text, (article,))


@pytest.fixture
def readings(issue):
    outside = [Reading(1, 2, "5", NumeralKind.DATE, None)]
    return extract_issue(issue).readings | {None: outside}


def test_every_numeral_has_its_row(issue, readings, level, growth) -> None:
    rows = ledger(issue, readings, [level, growth])
    assert [(row.numeral_id, row.article_id, row.text, row.kind, row.role, row.metric_id) for row in rows] == [
        ("news-2014-05-n000001", None, "5", NumeralKind.DATE, NumeralRole.PERIOD, None),
        ("news-2014-05-n000013", "news-2014-05-01", "8.5亿", NumeralKind.MONEY, NumeralRole.NONE, None),
        ("news-2014-05-n000027", "news-2014-05-01", "8.5亿", NumeralKind.MONEY, NumeralRole.METRIC, level.metric_id),
        ("news-2014-05-n000035", "news-2014-05-01", "12.5", NumeralKind.PERCENT, NumeralRole.METRIC, growth.metric_id),
    ]


def test_the_offsets_of_a_row_count_in_its_article(issue, readings, level, growth) -> None:
    for row in ledger(issue, readings, [level, growth]):
        whole = issue.text if row.article_id is None else issue.articles[0].text
        assert whole[row.char_start : row.char_end] == row.text


def test_a_numeral_in_no_row_is_named_with_its_place(issue, readings, level) -> None:
    first, second, _ = readings["news-2014-05-01"]
    with pytest.raises(LedgerError) as caught:
        ledger(issue, readings | {"news-2014-05-01": [first, second]}, [level])
    # 12.5 has three digits, none of them accounted for; the point is no numeral of its own.
    assert [(problem.where, problem.offset) for problem in caught.value.problems] == [
        ("news-2014-05-01", 30),
        ("news-2014-05-01", 31),
        ("news-2014-05-01", 33),
    ]
    assert "in no row" in caught.value.problems[0].what


def test_a_numeral_outside_every_article_counts_too(issue, readings) -> None:
    with pytest.raises(LedgerError) as caught:
        ledger(issue, readings | {None: []}, [])
    assert [(problem.where, problem.offset) for problem in caught.value.problems] == [("news-2014-05", 1)]


def test_a_numeral_in_two_rows_is_named_with_its_place(issue, readings) -> None:
    first, second, third = readings["news-2014-05-01"]
    with pytest.raises(LedgerError) as caught:
        ledger(issue, readings | {"news-2014-05-01": [first, second, second, third]}, [])
    assert [(problem.what, problem.offset) for problem in caught.value.problems] == [("a numeral is in two rows", 22)]


def test_a_metric_without_a_numeral_is_named(issue, readings, level) -> None:
    astray = level.model_copy(update={"char_start": 14, "char_end": 19, "metric_id": "news-2014-05-01-00014"})
    with pytest.raises(LedgerError) as caught:
        ledger(issue, readings, [astray])
    assert [problem.where for problem in caught.value.problems] == ["news-2014-05-01-00014"]


# What a curator claims of a numeral outweighs how it was read: unit of the metric → kind of its row.
CURATED = [
    ("CNY", NumeralKind.MONEY),
    ("%", NumeralKind.PERCENT),
    ("pp", NumeralKind.PERCENTAGE_POINT),
    ("x", NumeralKind.MULTIPLE),
    ("year", NumeralKind.AGE),
    ("hour", NumeralKind.DURATION),
    ("TEU", NumeralKind.COUNT),
    ("shop", NumeralKind.COUNT),
    (None, NumeralKind.COUNT),
]


@pytest.mark.parametrize(("unit", "kind"), CURATED)
def test_a_claimed_word_takes_the_kind_of_its_metric(
    issue, readings, level, unit: str | None, kind: NumeralKind
) -> None:
    first, second, third = readings["news-2014-05-01"]
    read_as_word = {"news-2014-05-01": [first, second._replace(kind=NumeralKind.WORD, quantity=None), third]}
    rows = ledger(issue, readings | read_as_word, [level.model_copy(update={"unit": unit})])
    assert [row.kind for row in rows if row.metric_id] == [kind]


def test_the_metrics_of_an_issue_are_its_claims_with_ids(issue, article) -> None:
    metrics = extract_issue(issue).metrics
    assert [metric.metric_id for metric in metrics] == [
        "news-2014-05-01-00008",
        "news-2014-05-01-00022",
        "news-2014-05-01-00030",
    ]
    assert [metric.mention for metric in metrics] == ["8.5亿元", "8.5亿元", "12.5%"]
    assert [metric.relates_to for metric in metrics] == [None, None, "news-2014-05-01-00022"]
    bare = extract(article.text, article.published)
    own = {"relates_to", "metric_id", "article_id", "issue_id", "reviewed", "fact_id"}
    assert [metric.model_dump(exclude=own) for metric in metrics] == [claim.model_dump(exclude=own) for claim in bare]


def test_the_readings_of_an_issue_are_by_article(issue) -> None:
    found = extract_issue(issue).readings
    assert [reading.text for reading in found["news-2014-05-01"]] == ["8.5亿", "8.5亿", "12.5"]


def test_a_numeral_left_of_a_figure_is_noise(issue, readings, level) -> None:
    (article,) = issue.articles
    last = article.paragraphs[-1].model_copy(update={"kind": ParagraphKind.FIGURE})
    drawn = article.model_copy(update={"paragraphs": (*article.paragraphs[:-1], last)})
    rows = ledger(Issue(issue.issue_id, issue.text, (drawn,)), readings, [level])
    # The 8.5亿 that a metric states is no noise; the 12.5 beside it is.
    assert [(row.text, row.kind, row.role) for row in rows[-2:]] == [
        ("8.5亿", NumeralKind.MONEY, NumeralRole.METRIC),
        ("12.5", NumeralKind.NOISE, NumeralRole.NONE),
    ]
