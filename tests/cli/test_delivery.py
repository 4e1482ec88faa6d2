"""`dianshang validate`, `diff`, `review` and `build`: what they print, and how they end."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from dianshang import build as small_build
from dianshang.build import BuiltIssue
from dianshang.cli import main
from dianshang.publishing.dataset import dataset_files
from dianshang.publishing.edition import Edition
from dianshang.publishing.swap import put

ROOT = Path(__file__).parents[2]


@pytest.fixture
def later(tables, level, tmp_path):
    put(dataset_files({**tables, "metrics": [level]}, Edition("1.2.4", {}, ())), tmp_path / "later")
    return tmp_path / "later"


def test_validate_a_whole_folder(folder, capsys):
    assert main(["validate", str(folder)]) == 0
    assert capsys.readouterr().out == f"{folder} is whole.\n"
    assert main(["validate", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"problems": []}


def test_validate_a_damaged_folder(folder, capsys):
    (folder / "LICENSE.md").unlink()
    (folder / "extra.txt").write_text("x")
    assert main(["validate", str(folder)]) == 1
    head, *problems = capsys.readouterr().out.splitlines()
    assert (head, len(problems)) == (f"2 problems in {folder}:", 2)
    assert main(["validate", str(folder), "--json"]) == 1
    assert len(json.loads(capsys.readouterr().out)["problems"]) == 2


def test_what_is_no_dataset_is_bad_input(tmp_path, capsys):
    assert main(["validate", str(tmp_path), "--json"]) == 2
    shown = capsys.readouterr()
    assert "datapackage.json: cannot be read" in shown.err
    assert json.loads(shown.out)["problems"][0]["where"].endswith("datapackage.json")


def test_diff_tells_and_ends_as_diff_does(folder, later, capsys):
    assert main(["diff", str(folder), str(folder)]) == 0
    assert main(["diff", str(folder), str(later)]) == 1
    assert "  - news-2014-05-01-00030  12.5%" in capsys.readouterr().out.splitlines()
    assert main(["diff", str(folder), str(later), "--json"]) == 1
    [table] = json.loads(capsys.readouterr().out)["tables"]
    assert table["rows"][0]["kind"] == "removed"


def test_diff_of_a_table_that_is_nowhere_is_bad_input(folder, later, capsys):
    assert main(["diff", str(folder), str(later), "--table", "metric"]) == 2
    told = capsys.readouterr().err
    assert told == "table 'metric': is in neither folder. Choose one of articles, metrics, numerals.\n"


def test_diff_is_coloured_on_a_terminal_alone(folder, later, capsys, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    main(["diff", str(folder), str(later), "--table", "metrics"])
    assert "\033[31m  - news-2014-05-01-00030  12.5%\033[0m" in capsys.readouterr().out


def test_build_goes_by_the_folder_it_is_called_in(tables, tmp_path, monkeypatch, capsys):
    (tmp_path / "seeds" / "news-2014-05").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(small_build, "built_issue", lambda folder: BuiltIssue("news-2014-05", tables, None, None))
    assert main(["build", "--check"]) == 1
    assert main(["build"]) == 0
    assert main(["build", "--check"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "dist is up to date."
    assert main(["validate", "dist"]) == 0


def test_build_without_seeds_is_bad_input(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 2
    assert capsys.readouterr().err.startswith("The dataset is as it was:\nseeds: cannot be listed")


def test_build_to_a_place_that_is_not_ours_cannot_write(tables, tmp_path, monkeypatch, capsys):
    (tmp_path / "seeds" / "news-2014-05").mkdir(parents=True)
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "mine.txt").write_text("x")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(small_build, "built_issue", lambda folder: BuiltIssue("news-2014-05", tables, None, None))
    assert main(["build"]) == 3


def test_review_writes_a_sheet(tmp_path, capsys):
    shutil.copytree(ROOT / "tests" / "fixtures" / "news-2013-03", tmp_path / "news-2013-03")
    assert main(["review", "news-2013-03", "--seeds", str(tmp_path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert Path(told["metrics"]).is_file()
    assert told["claims"] > 0


@pytest.mark.parametrize(
    ("module", "words"), [("dianshang.build", ["build"]), ("dianshang.cli.review", ["review", "news-2013-03"])]
)
def test_an_issue_that_takes_too_long_is_one_sentence(module, words, tmp_path, monkeypatch, capsys):
    shutil.copytree(ROOT / "tests" / "fixtures" / "news-2013-03", tmp_path / "seeds" / "news-2013-03")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(f"{module}.PATIENCE", 0.001)
    assert main(words) == 2
    told = capsys.readouterr().err.splitlines()[-1]
    assert told == (
        "seeds/news-2013-03: took more than 0.001 seconds of processor time. Split it into issues of fewer articles."
    )
