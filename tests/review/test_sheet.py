"""The curator's way: a new issue, its sheet, the corrected sheet."""

import hashlib
import html
import json
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dianshang.extraction.tables import extract_issue
from dianshang.reading.issue import Issue, read_issue
from dianshang.review.curation import corrected, curate
from dianshang.review.errors import ReviewError
from dianshang.review.page import page
from dianshang.review.records import FIELDS, record
from dianshang.review.sheet import write_sheet

SECOND = Path(__file__).parent.parent / "fixtures" / "news-2013-03"


@pytest.fixture
def folder(tmp_path):
    """The second issue as a curator has it: the document and its provenance, nothing reviewed."""
    return Path(shutil.copytree(SECOND, tmp_path / "seeds" / "news-2013-03"))


def rows(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_the_sheet_holds_the_extracted_claims_in_the_form_of_reviewed_ones(folder, tmp_path):
    sheet = write_sheet(folder, tmp_path / "sheet")
    proposed = rows(sheet.metrics)
    assert proposed == [record(metric) for metric in extract_issue(read_issue(folder)).metrics]
    assert len(proposed) == sheet.claims
    assert all(tuple(row) == FIELDS for row in proposed)
    assert [row["article_id"] for row in rows(sheet.articles)] == [
        "news-2013-03-01",
        "news-2013-03-02",
        "news-2013-03-03",
    ]


def test_a_corrected_sheet_is_what_the_next_build_publishes(folder, tmp_path):
    before = curate(folder, read_issue(folder), extract_issue(read_issue(folder)).metrics)
    assert not any(metric.reviewed for metric in before.metrics)

    sheet = write_sheet(folder, tmp_path / "sheet")
    proposed = rows(sheet.metrics)
    kept = [row for row in proposed if row["mention"] != "980家"]
    kept[0]["claimant"] = "云舟市商务局"
    titles = rows(sheet.articles)
    titles[0]["title_en"] = "Yunzhou Sells CNY 640 m of New Year Goods Online"
    reviewed = folder / "reviewed"
    reviewed.mkdir()
    for name, changed in (("metrics.jsonl", kept), ("articles.jsonl", titles)):
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in changed)
        (reviewed / name).write_text(text, "utf-8")

    issue = corrected(folder, read_issue(folder))
    extracted = extract_issue(issue).metrics
    after = curate(folder, issue, extracted)
    assert [record(metric) for metric in after.metrics] == kept
    assert all(metric.reviewed for metric in after.metrics)
    assert after.articles[0].title_en == titles[0]["title_en"]
    assert after.agreement is None


def test_a_changed_document_stops_at_the_reviewed_records_it_moved(folder, tmp_path):
    sheet = write_sheet(folder, tmp_path / "sheet")
    shutil.copytree(sheet.metrics.parent, folder / "reviewed", ignore=shutil.ignore_patterns("*.html", "label_studio"))
    document = (folder / "issue.txt").read_text("utf-8").replace("截至2012年12月31日，", "截至2012年12月31日止，")
    (folder / "issue.txt").write_text(document, "utf-8")
    toml = (folder / "issue.toml").read_text("utf-8")
    old = hashlib.sha256((SECOND / "issue.txt").read_bytes()).hexdigest()
    (folder / "issue.toml").write_text(toml.replace(old, hashlib.sha256(document.encode()).hexdigest()), "utf-8")
    issue = read_issue(folder)
    with pytest.raises(ReviewError) as caught:
        curate(folder, issue, [])
    first = caught.value.problems[0]
    mention = rows(sheet.metrics)[first.line - 1]["mention"]
    assert mention == "4500万"
    assert first.what.startswith(f"expected '{mention}' at ")
    assert "It stands at " in first.remedy


def test_a_sheet_never_overwrites_a_curators_work(folder, tmp_path):
    write_sheet(folder, tmp_path / "sheet")
    with pytest.raises(ReviewError, match="is there already"):
        write_sheet(folder, tmp_path / "sheet")


def test_a_place_that_cannot_be_written_is_named(folder, tmp_path):
    (tmp_path / "sheet").write_text("a file", "utf-8")
    with pytest.raises(ReviewError, match="cannot be written"):
        write_sheet(folder, tmp_path / "sheet")


class Tags(HTMLParser):
    """Collects what is open, to see that everything closes."""

    def __init__(self):
        super().__init__()
        self.open, self.marked, self.seen = [], [], set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "mark" in self.open:
            self.marked.append(data)


def test_the_page_marks_every_claim_in_its_text_and_in_its_sentence(folder):
    issue = read_issue(folder)
    metrics = extract_issue(issue).metrics
    tags = Tags()
    tags.feed(page(issue, metrics))
    assert tags.open == []
    assert not tags.seen & {"script", "link", "img"}
    for number, metric in enumerate(metrics, 1):
        assert f"[{number}]" in tags.marked
        assert metric.mention in tags.marked


def test_the_page_escapes_all_text(article, level):
    evil = "<script>alert('&')</script>"
    issue = Issue("news-2014-05", article.text, (article.model_copy(update={"title": evil, "source_name": evil}),))
    shown = page(issue, [level.model_copy(update={"subject": evil, "gloss_en": evil})])
    assert "<script>" not in shown
    assert html.unescape(shown).count(evil) == 4


@pytest.mark.parametrize("name", ["", "metrics.jsonl", "metrics.html", "statements.jsonl", "label_studio"])
def test_a_sheet_is_not_written_through_a_link(folder, tmp_path, name):
    elsewhere = tmp_path / "elsewhere"
    out = folder / "sheet"
    if name:
        out.mkdir()
    (out / name).symlink_to(elsewhere)
    with pytest.raises(ReviewError, match="is a link"):
        write_sheet(folder, out)
    assert not elsewhere.exists()


def test_a_sheet_is_not_written_over_a_file_that_is_linked(folder, tmp_path):
    (tmp_path / "letter.txt").write_text("dear")
    (folder / "sheet").mkdir()
    (folder / "sheet" / "metrics.html").symlink_to(tmp_path / "letter.txt")
    with pytest.raises(ReviewError, match=r"metrics\.html: is a link"):
        write_sheet(folder, folder / "sheet")
    assert (tmp_path / "letter.txt").read_text() == "dear"
