"""The way in: folders good and bad, and what holds for every text."""

import hashlib
import os
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dianshang.reading.errors import ReadingError
from dianshang.reading.issue import outside, parse_issue, read_issue

TEXT = "某某周报\n2014年第8期\n【3月动态】\n甲市增长三成\n\n去年增长。\n（某某网http://example.com/1.html）\n\n【空】\n"


def toml(data, **more):
    fields = {"title": "某某周报", "file": "a.txt", "sha256": hashlib.sha256(data).hexdigest(), **more}
    return "".join(f"{key} = {value!r}\n" for key, value in fields.items())


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "news-2014-03"
    path.mkdir()
    return path


def put(folder, data, **more):
    (folder / "issue.txt").write_bytes(data)
    (folder / "issue.toml").write_text(toml(data, **more), "utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_offsets_count_in_the_decoded_text(folder, encoding, line_end):
    put(folder, TEXT.replace("\n", line_end).encode(encoding))
    issue = read_issue(folder)
    (article,) = issue.articles
    assert (issue.issue_id, issue.text) == ("news-2014-03", TEXT)
    assert (article.article_id, article.text_start) == ("news-2014-03-01", TEXT.index("甲市"))
    assert article.text == TEXT[TEXT.index("甲市") : TEXT.index("）\n\n【空】") + 1]


def test_the_year_of_the_issue_reaches_its_articles(folder):
    put(folder, "甲市增长\n（某某网讯）3月5日消息，去年增长。".encode(), year=2014)
    assert read_issue(folder).articles[0].published.year == 2014


def test_both_missing_files_are_named(folder):
    with pytest.raises(ReadingError) as caught:
        read_issue(folder)
    assert [(problem.where, problem.what) for problem in caught.value.problems] == [
        (str(folder / "issue.txt"), "is missing"),
        (str(folder / "issue.toml"), "is missing"),
    ]


def test_a_missing_toml_alone(folder):
    (folder / "issue.txt").write_text(TEXT, "utf-8")
    with pytest.raises(ReadingError, match=r"issue\.toml: is missing"):
        read_issue(folder)


def test_a_folder_in_the_place_of_the_document(folder):
    put(folder, b"x")
    (folder / "issue.txt").unlink()
    (folder / "issue.txt").mkdir()
    with pytest.raises(ReadingError, match="cannot be read"):
        read_issue(folder)


@pytest.mark.parametrize("name", ["issue.txt", "issue.toml"])
def test_a_pipe_in_the_place_of_a_file(folder, name):
    put(folder, b"x")
    (folder / name).unlink()
    os.mkfifo(folder / name)
    with pytest.raises(ReadingError, match="cannot be read: it is no regular file"):
        read_issue(folder)


def test_an_endless_toml_is_not_read(folder):
    put(folder, b"x")
    with (folder / "issue.toml").open("ab") as file:
        file.truncate(1 << 40)
    with pytest.raises(ReadingError, match=r"issue\.toml: has 1,099,511,627,776 bytes"):
        read_issue(folder)


def test_another_document_than_the_one_described(folder):
    put(folder, TEXT.encode())
    (folder / "issue.txt").write_text(TEXT + " ", "utf-8")
    with pytest.raises(ReadingError, match=r"not the document that issue\.toml describes"):
        read_issue(folder)


def test_another_number_of_articles_than_counted(folder):
    put(folder, TEXT.encode(), articles=2)
    with pytest.raises(ReadingError, match="counts 2 articles, but 1 were found"):
        read_issue(folder)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b" \n\n", "nothing but white space"),
        (b"GIF89a\0\0", "is binary"),
        (b"\xff\xff", "bytes that are not"),
        ("\n\n只是一行字".encode(), "holds no recognisable article"),
    ],
)
def test_documents_that_are_no_issue(folder, data, what):
    put(folder, data)
    with pytest.raises(ReadingError) as caught:
        read_issue(folder)
    (problem,) = caught.value.problems
    assert what in problem.what
    assert problem.where == str(folder / "issue.txt")


@pytest.mark.parametrize(
    "text", ["hello world", "【动态】\n【观点】\n", "只是几行字\n没有文章", "一句话。\n又一句话。"]
)
def test_no_article_names_the_line_and_what_was_expected(text):
    with pytest.raises(ReadingError) as caught:
        parse_issue("news-2014-03", f"\n\n{text}", "news-2014-03/issue.txt")
    (problem,) = caught.value.problems
    assert (problem.where, problem.line) == ("news-2014-03/issue.txt", 3)
    assert "expected at least one article: a title on a line of its own" in problem.what


@pytest.mark.parametrize(("issue_id", "text"), [("", TEXT), ("../x", TEXT), ("news-2014-03", TEXT + "\ud800")])
def test_ids_and_characters_that_are_none(issue_id, text):
    with pytest.raises(ReadingError):
        parse_issue(issue_id, text)


def test_outside_the_articles():
    issue = parse_issue("news-2014-03", TEXT)
    assert [issue.text[span.start : span.end] for span in outside(issue)] == [
        "某某周报\n2014年第8期\n【3月动态】",
        "【空】",
    ]


ROWS = [
    "【动态】",
    "【相关链接】",
    "【某某网讯】",
    "甲市增长三成",
    "去年增长三成。",
    "3月5日，甲市公布数据。",
    "本报讯 （记者王小明）去年增长。",
    "1、规模：3亿元。",
    "一、政策",
    "[image: a.png] 12",
    "&7 1310",
    "（某某网http://example.com/20140305/1.html）",
    "转载自：某某日报 2014-03-05",
    "作者：王小明",
    "（完）",
    "-----",
    "",
    " ",
    "Trade Grew",
]
issues = st.lists(st.sampled_from(ROWS) | st.text(max_size=12), max_size=30).map("\n".join)


@settings(deadline=None)
@given(issues)
def test_what_holds_for_every_text(text):
    try:
        issue = parse_issue("news-2014-03", text)
    except ReadingError:
        return
    end = 0
    for article in issue.articles:
        assert issue.text[article.text_start : article.text_start + len(article.text)] == article.text
        assert article.text_start >= end
        end = article.text_start + len(article.text)
        assert article.paragraphs[0].kind == "title"
        at = 0
        for paragraph in article.paragraphs:
            assert at <= paragraph.start < paragraph.end <= len(article.text)
            assert not re.sub(r"[\s\-—=_*~·.]", "", article.text[at : paragraph.start])  # blanks and rules only
            at = paragraph.end
    inside = sum(len("".join(article.text.split())) for article in issue.articles)
    beyond = sum(len("".join(text[span.start : span.end].split())) for span in outside(issue))
    assert inside + beyond == len("".join(text.split()))


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_an_issue_or_a_reading_error(text):
    try:
        assert parse_issue("news-2014-03", text).articles
    except ReadingError as error:
        assert error.problems
