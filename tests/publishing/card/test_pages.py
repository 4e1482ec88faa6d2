"""The cards: the same in both languages, every figure handed in, every example running as typed."""

import os
import re
import subprocess
import sys
from pathlib import Path
from string import Template

import pytest
from huggingface_hub import DatasetCard

from dianshang.extraction.tagging import tagged
from dianshang.publishing.baselines import Baselines
from dianshang.publishing.card.pages import pages
from dianshang.publishing.card.words import template, terms, words
from dianshang.publishing.edition import Edition
from dianshang.publishing.releases import Release
from dianshang.publishing.shards import shards
from dianshang.review.agreement import Agreement, extractor_score, of_metrics, reader_agreement

PUBLISHED = Path(__file__).parents[3] / "dist"
RATES = {"hits": 1, "predicted": 2, "gold": 2, "interval": {"f1": [0.25, 0.75]}}
LEVELS = {"span": RATES, "value_unit": RATES, "core_claim": RATES}
BASELINES = Baselines.model_validate(
    {
        "gold": {"claims": 1, "money": 1, "sha256": "0" * 64},
        "systems": [
            {"name": "Alpha", "asked": "money", "version": "3.1", "all": LEVELS, "money": LEVELS},
            {"name": "Beta", "asked": "money"},
        ],
    }
)


def examples(page):
    return re.findall(r"```python\n(.*?)```", page, re.S)


def headings(page):
    """The depth of each heading, code left out."""
    return [len(marks) for marks in re.findall(r"^(#+) ", re.sub(r"```.*?```", "", page, flags=re.S), re.M)]


@pytest.fixture
def edition(origins, level, growth):
    readers = reader_agreement(of_metrics([level, growth]), of_metrics([level, growth]))
    agreement = Agreement("news-2014-05", extractor_score([level], [level, growth]), readers)
    release = Release("1.2.3", None, "- One issue more.")
    return Edition("1.2.3", origins, [agreement], [release], BASELINES)


@pytest.fixture
def cards(tables, edition):
    return pages(shards(tables), edition, with_page=True)


def test_both_cards_come_from_one_plan(cards):
    assert headings(cards["README.md"]) == headings(cards["README_zh.md"])
    assert examples(cards["README.md"]) == examples(cards["README_zh.md"])
    english, chinese = (set(Template(template(f"{name}.md")).get_identifiers()) for name in ("en", "zh"))
    assert english == chinese
    assert {*re.findall(r"\{(\w+)\}", str(words("en")))} == {*re.findall(r"\{(\w+)\}", str(words("zh")))}


def test_the_labelling_rules_are_one_in_both_languages(cards):
    english, chinese = cards["LABELLING.md"], cards["LABELLING_zh.md"]
    assert headings(english) == headings(chinese)
    cases = [re.findall(r"^(\d+)\. ", page, re.M) for page in (english, chinese)]
    assert cases[0] == cases[1]


@pytest.mark.parametrize("name", ["README.md", "README_zh.md", "LICENSE.md", "LABELLING.md", "LABELLING_zh.md"])
def test_nothing_is_left_to_set_in(cards, name):
    prose = re.sub(r"```.*?```", "", cards[name], flags=re.S)
    assert not re.search(r"\$\w|\{\w+\}", prose)


def test_the_front_matter_is_that_of_the_english_card_alone(cards):
    data = DatasetCard(cards["README.md"]).data.to_dict()
    assert (data["license"], data["license_name"], data["license_link"]) == (
        "other",
        "compiled-news-texts",
        "LICENSE.md",
    )
    assert data["annotations_creators"] == ["machine-generated"]
    assert not cards["README_zh.md"].startswith("---")


def test_quality_is_what_was_handed_in(cards):
    # One of two claims found: precision 1, recall 1/2.
    assert "| span | 1.000 | 0.500 | 0.667 | 1 | 1 | 2 |" in cards["README.md"]
    assert "| 位置 | 1.000 | 0.500 | 0.667 | 1 | 1 | 2 |" in cards["README_zh.md"]
    assert "Two readers: 2 and 2 claims, 2 at the same offsets (F1 1.000)." in cards["README.md"]
    assert {"precision", "recall", "level", "growth", "share", "change"} <= terms("zh").keys()


def test_baselines_name_who_ran_and_who_did_not(cards):
    assert "| Alpha: span | 0.500 | 0.500 | 0.500 | 0.250–0.750 | 1 | 2 | 2 |" in cards["README.md"]
    assert "Beta could not be run." in cards["README.md"]
    # Measured on other claims than these.
    assert words("en")["outdated"] in cards["README.md"]


def test_beside_the_systems_stand_two_readers_and_the_place_of_a_model(cards):
    told = "2 and 2 claims, 2 at the same offsets: F1 1.000; of those both found, equal in `value` 1.000, `unit` 1.000."
    assert told in cards["README.md"]
    assert words("en")["model_line"] in cards["README.md"]
    assert words("zh")["model_line"] in cards["README_zh.md"]


def test_the_benchmark_says_how_much_there_is_to_be_tested_on(tables, article, level, growth, edition):
    settled = [level.model_copy(update={"reviewed": True}), growth]
    held = {**tables, "metrics": settled, "sentences": tagged([article], settled)}
    page = pages(shards(held), edition)["README.md"]
    # The title and one sentence, which has both claims.
    assert "1 reviewed articles in 2 sentences, of which 1 state something: 2 claims. 0 ties" in page
    assert words("en")["no_sentences"] in pages(shards(tables), edition)["README.md"]


def test_a_real_row_of_each_table_is_shown(cards):
    for key in ("news-2014-05-01", "news-2014-05-01-00022", "news-2014-05-n000027"):
        assert f"The row `{key}`" in cards["README.md"]
    assert '"mention": "8.5亿元"' in cards["README_zh.md"]


def test_a_bar_in_a_name_does_not_break_a_table(tables, article, origins):
    odd = article.model_copy(update={"source_name": "沿江|日报"})
    page = pages(shards({**tables, "articles": [odd]}), Edition("1.2.3", origins, ()))["README.md"]
    assert r"| news-2014-05 | 城市周报 | 1 | 2014-05-12 to 2014-05-12 | 沿江\|日报 |" in page


def test_what_an_issue_says_of_itself_is_no_html(tables, article, origins):
    title = "<script>alert(1)</script>"
    odd = origins["news-2014-05"].model_copy(update={"title": f"周报\n{title}", "about": title, "rights": "A & B"})
    outlet = article.model_copy(update={"source_name": "<b>沿江日报"})
    page = pages(shards({**tables, "articles": [outlet]}), Edition("1.2.3", {"news-2014-05": odd}, ()))["README.md"]
    assert "<script" not in page
    assert "| 周报 &lt;script&gt;alert(1)&lt;/script&gt; | 1 |" in page
    assert "&lt;b&gt;沿江日报" in page
    assert "A &amp; B" in page


def test_what_is_not_there_is_said_to_be_missing(tables):
    page = pages(shards({"numerals": tables["numerals"]}), Edition("1.2.3", {}, ()))["README.md"]
    for key in ("no_metrics", "no_audit", "no_articles", "no_review", "unmeasured", "no_release"):
        assert words("en")[key] in page


def test_what_changed_in_the_data_is_told(cards):
    assert "### 1.2.3\n\n- One issue more." in cards["README.md"]


@pytest.mark.parametrize("code", examples((PUBLISHED / "README.md").read_text("utf-8")))
def test_an_example_of_the_published_card_runs_in_its_folder(code):
    done = subprocess.run([sys.executable, "-c", code], cwd=PUBLISHED, capture_output=True, text=True, env=os.environ)
    assert done.returncode == 0, done.stderr
    assert done.stdout


@pytest.mark.parametrize("name", ["README.md", "README_zh.md"])
def test_links_of_the_published_card_lead_somewhere(name):
    page = (PUBLISHED / name).read_text("utf-8")
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", page) if not target.startswith("http")]
    missing = [target for target in targets if not target.startswith("#") and not (PUBLISHED / target).exists()]
    assert missing == []
    anchors = {re.sub(r"\W+", "-", head.lower()) for head in re.findall(r"^## (.+)$", page, re.M)}
    assert {target[1:] for target in targets if target.startswith("#")} <= anchors
