import hashlib
import json
import re
from base64 import b64encode
from html.parser import HTMLParser

import pytest

from dianshang.publishing.page.bilingual import labels
from dianshang.publishing.page.page import page
from dianshang.schema import Article


class Elements(HTMLParser):
    """The tags of a page, and the text inside those asked for."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.inside, self.texts = [], [], {"script": [], "style": [], "mark": []}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag in self.texts:
            self.inside.append(tag)
            self.texts[tag].append("")

    def handle_endtag(self, tag):
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data):
        if self.inside:
            self.texts[self.inside[-1]][-1] += data

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture
def made(tables, check):
    return page({**tables, "checks": [check]}, "1.2.3").decode()


def test_the_same_records_give_the_same_bytes_in_any_order(tables, check):
    shuffled = {name: list(reversed(rows)) for name, rows in reversed(tables.items())}
    assert page({**tables, "checks": [check]}, "1.0") == page({"checks": [check], **shuffled}, "1.0")


def test_every_claim_is_marked_in_its_place(made):
    elements = Elements(made)
    marks = [
        (attrs["id"], text)
        for attrs, text in zip(elements.all("mark"), elements.texts["mark"], strict=True)
        if "id" in attrs
    ]
    assert marks == [("news-2014-05-01-00022", "8.5亿元"), ("news-2014-05-01-00030", "12.5%")]
    ids = {attrs["id"] for _, attrs in elements.tags if "id" in attrs}
    assert all(attrs["aria-describedby"] in ids for attrs in elements.all("mark") if "id" in attrs)


def test_ids_are_unique(made):
    ids = [attrs["id"] for _, attrs in Elements(made).tags if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_the_record_carries_every_field_and_the_verdict(made):
    data = json.loads(Elements(made).texts["script"][1])
    level, growth = (dict(zip(data["fields"], claim["raw"], strict=True)) for claim in data["claims"])
    assert (level["value"], level["unit"], growth["relates_to"]) == ("850000000", "CNY", "news-2014-05-01-00022")
    assert [claim["verdict"] for claim in data["claims"]] == [None, "inconsistent"]
    assert data["checks"][0][0] == "inconsistent"


def test_nothing_is_fetched_and_only_its_own_code_runs(made):
    elements = Elements(made)
    policy = next(attrs["content"] for attrs in elements.all("meta") if attrs.get("http-equiv"))
    early, _, script = elements.texts["script"]
    for text in (early, script, *elements.texts["style"]):
        assert b64encode(hashlib.sha256(text.encode()).digest()).decode() in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not any(
        "src" in attrs or "style" in attrs or any(key.startswith("on") for key in attrs) for _, attrs in elements.tags
    )
    assert [attrs["href"] for attrs in elements.all("link")] == ["data:,"]
    assert "@import" not in made
    assert not re.search(r"url\((?!#)", made)


def test_a_hostile_article_stays_text(tables, hostile_article, hostile_metric):
    plain = Elements(page(tables, "1.2.3").decode())
    hostile = {
        "articles": [*tables["articles"], hostile_article],
        "metrics": [*tables["metrics"], hostile_metric],
    }
    elements = Elements(page(hostile, "1.2.3").decode())
    assert len(elements.all("script")) == len(plain.all("script")) == 3
    assert elements.all("img") == []
    data = json.loads(elements.texts["script"][1])
    assert data["articles"][1]["title"] == hostile_article.title
    assert data["claims"][2]["subject"][1] == hostile_metric.subject
    assert "30家" in elements.texts["mark"]


def test_a_part_without_its_table_is_left_out(tables, made):
    bare = page({"articles": tables["articles"], "metrics": tables["metrics"]}, "1.2.3").decode()
    assert 'id="verdicts"' in made
    assert 'id="ledger"' in made
    assert 'id="verdicts"' not in bare
    assert 'id="ledger"' not in bare


def test_no_table_at_all_is_still_a_page():
    assert b"<!DOCTYPE html>" in page({}, "0")


def test_too_many_articles_leave_the_last_and_a_notice(article):
    body = "沿江新区引资增长。" * 6000
    text = f"{article.title}\n{body}"
    many = [
        Article.model_validate(
            article.model_dump()
            | {
                "position": place,
                "article_id": f"news-2014-05-{place:02d}",
                "text": text,
                "sha256": hashlib.sha256(text.encode()).hexdigest(),
                "paragraphs": [
                    {"kind": "title", "start": 0, "end": len(article.title)},
                    {"kind": "paragraph", "start": len(article.title) + 1, "end": len(text)},
                ],
            }
        )
        for place in range(1, 31)
    ]
    made = page({"articles": many}, "1.2.3")
    assert len(made) < 2_000_000
    assert b'id="news-2014-05-30"' in made
    assert b'id="news-2014-05-01"' not in made
    assert labels().page["partial"].en.encode() in made


def test_every_code_has_a_label():
    from dianshang.schema import check, codes, figure

    named = {
        "measure": codes.Measure, "status": codes.ObsStatus, "comparison": codes.Comparison, "verdict": check.Verdict,
        "check": check.CheckKind, "numeral": codes.NumeralKind, "confidence": figure.Confidence,
        "basis": figure.FigureBasis, "author": codes.AuthorRole, "statistic": codes.Statistic,
        "entity": codes.EntityType, "mode": codes.StatementMode, "stage": codes.ProjectStage,
    }  # fmt: skip
    for group, enum in named.items():
        assert set(labels().codes[group]) == {member.value for member in enum}, group


def test_the_script_is_made_of_parts_below_a_hundred_lines():
    from dianshang.publishing.page import page as module

    parts = [module._file(f"script/{name}.js") for name in module.SCRIPT]
    assert max(len(part.splitlines()) for part in parts) <= 100
