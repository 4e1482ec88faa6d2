"""The small dataset with what a spreadsheet would take amiss: a formula, a text too long for a cell, a list of ids."""

import pytest

from dianshang.publishing.dataset import dataset_files
from dianshang.publishing.edition import Edition

LONG = "电" * 40_000


@pytest.fixture
def tables(tables, article, level, growth, check_of):
    check = check_of(level, growth, formula="=later/earlier-1")
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
