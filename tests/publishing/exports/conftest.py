"""The small dataset with what a spreadsheet would take amiss: a formula, a text too long for a cell, a list of ids."""

from decimal import Decimal

import pytest

from dianshang.publishing.dataset import dataset_files
from dianshang.publishing.edition import Edition
from dianshang.schema.check import Check

LONG = "电" * 40_000


@pytest.fixture
def tables(tables, article, level, growth):
    check = Check(
        check_id=f"{growth.metric_id}-growth",
        issue_id="news-2014-05",
        article_id="news-2014-05-01",
        kind="growth",
        metric_ids=(level.metric_id, growth.metric_id),
        formula="=later/earlier-1",
        stated=Decimal("12.5"),
        unit="%",
        computed_low=Decimal(9),
        computed_high=Decimal(10),
        deviation=Decimal(-3),
        verdict="inconsistent",
        sentence_en="The levels give 9% to 10%.",
        sentence_zh="按水平值应为9%至10%。",
    )
    facts = [metric.model_copy(update={"fact_id": metric.metric_id}) for metric in (level, growth)]
    again = level.model_copy(update={"metric_id": "news-2014-05-01-00004", "fact_id": level.metric_id})
    return {
        **tables,
        "articles": [article.model_copy(update={"body": LONG})],
        "metrics": [*facts, again],
        "checks": [check],
    }


@pytest.fixture
def files(tables):
    return dataset_files(tables, Edition("1.2.3", {}, ()))


@pytest.fixture
def exported(files, tmp_path):
    """The folder with its files."""
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    return tmp_path
