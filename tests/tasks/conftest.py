"""Five short articles of one issue, a fold each, with the claims that readers settled and one tie between them."""

import hashlib
from datetime import date
from decimal import Decimal

import pytest

from dianshang.extraction.tagging import tagged
from dianshang.publishing.dataset import dataset_files
from dianshang.publishing.edition import Edition
from dianshang.publishing.swap import put
from dianshang.schema import Article, Metric, Paragraph
from dianshang.schema.check import Check
from dianshang.tasks.material import material

ISSUE = "news-2014-06"
YEAR = {"period_start": date(2013, 1, 1), "period_end": date(2013, 12, 31), "period_basis": "context"}
# Title, body, and of each claim: mention, value, unit and what else is said of it.
TOLD = (
    (
        "北湖市旅游收入",
        "2013年北湖市旅游收入60亿元，比2012年的50亿元增长20%。景区免费开放。",
        (
            ("60亿元", "6000000000", "CNY", {"subject": "北湖市", "unit_mult": 8, **YEAR}),
            ("50亿元", "5000000000", "CNY", {"subject": "北湖市", "unit_mult": 8}),
            ("20%", "20", "%", {"measure": "growth", "comparison": "yoy", **YEAR}),
        ),
    ),
    (
        "青石镇茶叶",
        "青石镇茶叶产量约300吨。茶农说今年雨水好。",
        (("300吨", "300", "t", {"qualifier": "about", "subject": "青石镇"}),),
    ),
    (
        "东渡港",
        "东渡港建成泊位12个。",
        (("12个", "12", "berth", {"subject": "东渡港"}),),
    ),
    (
        "南桥网店",
        "南桥网店占全县网店的三成。店主多为青年。",
        (("三成", "30", "%", {"measure": "share", "denominator": "全县网店"}),),
    ),
    ("西岭大会", "西岭大会昨天闭幕。", ()),
)


def article_of(number, title, body):
    text = f"{title}\n{body}"
    return Article(
        article_id=f"{ISSUE}-{number:02d}",
        issue_id=ISSUE,
        position=number,
        section="城市",
        title=title,
        text=text,
        text_start=number * 1000,
        body=body,
        paragraphs=(
            Paragraph(kind="title", start=0, end=len(title)),
            Paragraph(kind="paragraph", start=len(title) + 1, end=len(text)),
        ),
        published=date(2014, 6, number),
        published_basis="url",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def claim_of(article, mention, value, unit, more):
    start = article.text.index(mention)
    sentence = next(part + "。" for part in article.body.split("。") if mention in part)
    fields = {"measure": "level", "indicator_text": "数量", "reviewed": True} | more
    return Metric(
        metric_id=f"{article.article_id}-{start:05d}",
        article_id=article.article_id,
        issue_id=ISSUE,
        mention=mention,
        char_start=start,
        char_end=start + len(mention),
        sentence=sentence,
        value=Decimal(value),
        unit=unit,
        **fields,
    )


@pytest.fixture
def articles():
    return [article_of(number, title, body) for number, (title, body, _) in enumerate(TOLD, 1)]


@pytest.fixture
def metrics(articles):
    told = zip(articles, TOLD, strict=True)
    return [claim_of(article, *claim) for article, (_, _, claims) in told for claim in claims]


@pytest.fixture
def sentences(articles, metrics):
    """With the number of the article less one as its fold."""
    rows = tagged(articles, metrics)
    return [row.model_copy(update={"fold": int(row.article_id[-2:]) - 1}) for row in rows]


@pytest.fixture
def check(metrics):
    later, earlier, growth = metrics[:3]
    return Check(
        check_id=f"{growth.metric_id}-growth",
        issue_id=ISSUE,
        article_id=growth.article_id,
        kind="growth",
        metric_ids=(later.metric_id, earlier.metric_id, growth.metric_id),
        formula="later level ÷ earlier level − 1",
        stated=Decimal(20),
        unit="%",
        computed_low=Decimal(18),
        computed_high=Decimal(22),
        deviation=Decimal(0),
        verdict="consistent",
        sentence_en="It grew as told.",
        sentence_zh="增长属实。",
    )


@pytest.fixture
def rows(articles, sentences, metrics, check):
    return material(articles, sentences, metrics, [check])


@pytest.fixture
def folder(articles, sentences, metrics, check, tmp_path):
    """The same, published."""
    tables = {"articles": articles, "sentences": sentences, "metrics": metrics, "checks": [check]}
    put(dataset_files(tables, Edition("1.2.3", {}, ())), tmp_path / "published")
    return tmp_path / "published"
