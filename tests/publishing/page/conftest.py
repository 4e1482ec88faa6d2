"""Claims, checks and hostile texts written by hand."""

import hashlib
from datetime import date
from decimal import Decimal

import pytest

from dianshang.schema import Article, Metric, Paragraph

HOSTILE = '</script><script>window.hacked=1</script><img src=x onerror="window.hacked=1">\'"&$version\u2028'


@pytest.fixture
def metric(level):
    """A way to make one claim of the hand-written article differ from `level` in some fields."""
    starts = iter(range(10_000, 99_999))

    def make(**fields):
        mention = fields.get("mention", level.mention)
        start = fields.pop("char_start", None)
        start = next(starts) if start is None else start
        own = {name: getattr(level, name) for name in Metric.model_fields}
        if fields.get("period_start", level.period_start) is None:
            own |= {"period_start": None, "period_end": None, "period_text": None, "period_basis": None}
        article_id = fields.get("article_id", level.article_id)
        place = {"char_start": start, "char_end": start + len(mention), "metric_id": f"{article_id}-{start:05d}"}
        if "value" in fields:
            fields["value"] = Decimal(fields["value"])
        return Metric(**own | place | fields)

    return make


@pytest.fixture
def year():
    """The fields of a calendar year."""
    return lambda number: {"period_start": date(number, 1, 1), "period_end": date(number, 12, 31)}


@pytest.fixture
def hostile_article():
    title, body = f"标题{HOSTILE.strip()}", f"正文{HOSTILE}共30家。"
    text = f"{title}\n{body}"
    return Article(
        article_id="news-2014-05-02",
        issue_id="news-2014-05",
        position=2,
        section=f"栏目{HOSTILE}",
        title=title,
        title_en=f"Title {HOSTILE}",
        text=text,
        text_start=60,
        body=body,
        paragraphs=(
            Paragraph(kind="title", start=0, end=len(title)),
            Paragraph(kind="paragraph", start=len(title) + 1, end=len(text)),
        ),
        source_name=HOSTILE,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


@pytest.fixture
def hostile_metric(hostile_article):
    start = hostile_article.text.index("30家")
    return Metric(
        metric_id=f"news-2014-05-02-{start:05d}",
        article_id="news-2014-05-02",
        issue_id="news-2014-05",
        mention="30家",
        char_start=start,
        char_end=start + 3,
        sentence=hostile_article.body,
        indicator_text=f"企业数{HOSTILE}",
        subject=HOSTILE,
        claimant=HOSTILE,
        gloss_en=HOSTILE,
        measure="level",
        value=Decimal(30),
        unit="enterprise",
    )


@pytest.fixture
def check(check_of, level, growth):
    return check_of(level, growth)
