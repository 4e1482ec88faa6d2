"""`dianshang show`: an article as a person reads it."""

import json
import re
import sys

import pytest

from dianshang import access
from dianshang.cli import main
from dianshang.publishing.dataset import dataset_files
from dianshang.publishing.edition import Edition
from dianshang.publishing.swap import put


@pytest.fixture
def published(folder, monkeypatch):
    monkeypatch.setattr(access, "folder", lambda: folder)


def test_claims_are_marked_and_numbered_in_their_places(published, capsys):
    assert main(["show", "news-2014-05-01"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "news-2014-05-01 · 2014-05-12 · 沿江日报 · 城市"
    assert lines[2:4] == ["沿江新区去年引资8.5亿元", "沿江新区去年引资⟦8.5亿元⟧¹，增长⟦12.5%⟧²。"]
    assert [line.split()[:2] for line in lines[5:]] == [["1", "8.5亿元"], ["2", "12.5%"]]


def test_on_a_terminal_colour_takes_the_place_of_brackets(published, capsys, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    main(["show", "news-2014-05-01"])
    assert "引资\033[33;4m8.5亿元\033[0m¹" in capsys.readouterr().out


def test_without_an_id_the_articles_are_listed(published, capsys):
    assert main(["show"]) == 0
    head, row = capsys.readouterr().out.splitlines()
    assert head.split() == ["article", "published", "claims", "title"]
    assert row.split() == ["news-2014-05-01", "2014-05-12", "2", "沿江新区去年引资8.5亿元"]


def test_json(published, capsys):
    main(["show", "--json"])
    assert json.loads(capsys.readouterr().out)["claims"] == 2
    main(["show", "news-2014-05-01", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert found["article"]["title"] == "沿江新区去年引资8.5亿元"
    assert [metric["mention"] for metric in found["metrics"]] == ["8.5亿元", "12.5%"]


def test_any_dataset_folder_is_shown(folder, capsys):
    assert main(["show", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("news-2014-05-01")
    assert main(["show", str(folder), "news-2014-05-01"]) == 0
    assert "引资⟦8.5亿元⟧¹" in capsys.readouterr().out
    assert main(["show", str(folder), "news-2014-06-01"]) == 2
    assert "Try news-2014-05-01" in capsys.readouterr().err


def test_a_folder_that_is_no_dataset_is_bad_input(tmp_path, capsys):
    assert main(["show", str(tmp_path)]) == 2
    assert "datapackage.json: cannot be read" in capsys.readouterr().err
    assert main(["show", "a", "b", "c"]) == 2
    assert "the folder first" in capsys.readouterr().err


def test_what_a_text_says_moves_no_cursor(article, tables, tmp_path, capsys):
    hostile = "沿江\x1b[2J新区\x9b5n去\u202e年"
    damaged = article.model_copy(update={"source_name": hostile, "title": hostile})
    put(dataset_files({**tables, "articles": [damaged]}, Edition("1.2.3", {}, ())), tmp_path / "dist")
    for words in ([], ["news-2014-05-01"], ["news-2014-05-01", "--json"], ["--json"]):
        assert main(["show", str(tmp_path / "dist"), *words]) == 0
        shown = capsys.readouterr().out
        assert "[2J" in shown
        assert not re.search(r"[\x1b\x9b\u202e]", shown)


def test_an_unknown_article_is_refused_with_the_nearest(published, capsys):
    assert main(["show", "news-2014-05-1"]) == 2
    assert "news-2014-05-1: is no article of the dataset. Try news-2014-05-01" in capsys.readouterr().err
