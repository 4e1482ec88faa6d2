"""A small dataset written by hand, and a fresh, offline Hugging Face cache for every test."""

import hashlib
from datetime import date
from decimal import Decimal
from itertools import count

import pytest

from dianshang.publishing.dataset import dataset_files
from dianshang.publishing.edition import Edition
from dianshang.publishing.swap import put
from dianshang.review.agreement import Agreement, extractor_score, of_metrics, reader_agreement
from dianshang.schema import Article, Author, Metric, Numeral, Paragraph
from dianshang.schema.check import Check
from dianshang.schema.issue import Provenance
from dianshang.schema.tables import Tables

TITLE = "沿江新区去年引资8.5亿元"
TEXT = f"{TITLE}\n沿江新区去年引资8.5亿元，增长12.5%。"


@pytest.fixture(scope="session")
def caches(tmp_path_factory):
    """Ever new names of folders for a cache."""
    homes = tmp_path_factory.mktemp("hf")
    return (homes / str(number) for number in count())


@pytest.fixture(autouse=True)
def fresh_cache(caches, monkeypatch):
    """Nothing is fetched, and nothing that an earlier test loaded is seen again."""
    home = next(caches)
    monkeypatch.setenv("HF_HOME", str(home))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    import datasets

    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", str(home / "datasets"))
    return home


@pytest.fixture(scope="session")
def article():
    return Article(
        article_id="news-2014-05-01",
        issue_id="news-2014-05",
        position=1,
        section="城市",
        title=TITLE,
        text=TEXT,
        text_start=5,
        body=TEXT.split("\n")[1],
        paragraphs=(Paragraph(kind="title", start=0, end=13), Paragraph(kind="paragraph", start=14, end=len(TEXT))),
        authors=(Author(name="周岚", role="reporter"),),
        source_name="沿江日报",
        source_url="http://news.example.org/2014/0512/1.html",
        source_relation="original",
        published=date(2014, 5, 12),
        published_basis="url",
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
    )


@pytest.fixture(scope="session")
def level():
    return Metric(
        metric_id="news-2014-05-01-00022",
        article_id="news-2014-05-01",
        issue_id="news-2014-05",
        mention="8.5亿元",
        char_start=22,
        char_end=27,
        sentence=TEXT.split("\n")[1],
        indicator_text="引资",
        subject="沿江新区",
        measure="level",
        value=Decimal("850000000"),
        unit="CNY",
        unit_mult=8,
        period_start=date(2013, 1, 1),
        period_end=date(2013, 12, 31),
        period_text="去年",
        period_basis="publication",
    )


@pytest.fixture(scope="session")
def growth():
    return Metric(
        metric_id="news-2014-05-01-00030",
        article_id="news-2014-05-01",
        issue_id="news-2014-05",
        mention="12.5%",
        char_start=30,
        char_end=35,
        sentence=TEXT.split("\n")[1],
        measure="growth",
        value=Decimal("12.5"),
        unit="%",
        comparison="yoy",
        relates_to="news-2014-05-01-00022",
        reviewed=True,
    )


@pytest.fixture(scope="session")
def numeral():
    return Numeral(
        numeral_id="news-2014-05-n000027",
        article_id="news-2014-05-01",
        char_start=22,
        char_end=26,
        text="8.5亿",
        kind="money",
        role="metric",
        metric_id="news-2014-05-01-00022",
    )


@pytest.fixture(scope="session")
def check_of():
    """A way to say that a level and the growth to it do not fit."""

    def check(level, growth, **fields):
        own = {
            "check_id": f"{growth.metric_id}-growth",
            "issue_id": growth.issue_id,
            "article_id": growth.article_id,
            "kind": "growth",
            "metric_ids": (level.metric_id, growth.metric_id),
            "formula": "later ÷ earlier − 1",
            "stated": growth.value,
            "unit": growth.unit,
            "computed_low": Decimal(9),
            "computed_high": Decimal(10),
            "deviation": Decimal(-3),
            "verdict": "inconsistent",
            "sentence_en": "The text states 12.5%, the levels give 9% to 10%.",
            "sentence_zh": "原文为12.5%，按水平值应为9%至10%。",
        }
        return Check(**own | fields)

    return check


@pytest.fixture
def tables(article, level, growth, numeral) -> Tables:
    return {"articles": [article], "metrics": [growth, level], "numerals": [numeral]}


@pytest.fixture
def origins():
    about = "A weekly,\nin two lines."
    known = Provenance(title="城市周报", file="weekly.txt", sha256="0" * 64, about=about, rights="Texts belong to it.")
    return {"news-2014-05": known}


@pytest.fixture
def agreements(level, growth):
    """The extractor found one of the two claims that readers settled."""
    both = reader_agreement(of_metrics([level, growth]), of_metrics([level, growth]))
    return [Agreement("news-2014-05", extractor_score([level], [level, growth]), both)]


@pytest.fixture
def folder(tables, origins, agreements, tmp_path):
    """The small dataset, published."""
    put(dataset_files(tables, Edition("1.2.3", origins, agreements)), tmp_path / "published")
    return tmp_path / "published"
