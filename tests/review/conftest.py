"""A reviewed issue of one article with two claims, in a folder of its own."""

import json

import pytest

from dianshang.reading.issue import Issue
from dianshang.review.records import record


def write(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


@pytest.fixture
def issue(article):
    return Issue("news-2014-05", article.text, (article,))


@pytest.fixture
def rows(level, growth):
    """Two reviewed records, as a curator writes them: 8.5亿元 at 22–27, 12.5% at 30–35."""
    return [record(level), record(growth)]


@pytest.fixture
def reviewed(tmp_path, rows):
    """Writes the reviewed records of the issue, as changed by the test, and gives the issue's folder."""

    def put(changed=rows, name="metrics.jsonl"):
        write(tmp_path / "news-2014-05" / "reviewed" / name, changed)
        return tmp_path / "news-2014-05"

    return put
