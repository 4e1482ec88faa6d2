"""`dianshang score`: files in, a table of eighty columns or one JSON object out."""

import json

import pytest

from dianshang.cli import main, score
from dianshang.columns import width
from dianshang.schema.sentence import FOLDS
from dianshang.tasks.benchmarks import BENCHMARKS


@pytest.fixture
def predicted(tmp_path, growth):
    path = tmp_path / "predicted.jsonl"
    stray = {"article_id": growth.article_id, "mention": "一百零八家各地的生产企业与经销企业" * 4}
    lines = [growth.model_dump(mode="json"), stray, stray]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def test_the_table_fits_eighty_columns(predicted, folder, capsys):
    assert main(["score", str(predicted), "--gold", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(width, lines)) <= 80
    # One of the three predictions is the one reviewed claim; nobody can place the others.
    assert lines[1].split() == ["span", "33.3%", "100.0%", "50.0%", "–", "1", "3", "1"]
    assert "2 × quotes words that are not there, counted as wrong" in lines


def test_what_a_file_says_acts_on_no_terminal(predicted, folder, capsys, monkeypatch):
    monkeypatch.chdir(predicted.parent)
    with predicted.open("a", encoding="utf-8") as file:
        file.write("\x1b[2J\x9b2J no JSON\n")
        file.write(json.dumps({"article_id": "\x1b[1A\u202e", "mention": "\x07"}) + "\n")
    assert main(["score", predicted.name, "--gold", str(folder)]) == 0
    told = capsys.readouterr().out
    assert "\\x1b[2J\\x9b2J no JSON" in told
    assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(told)


def test_what_extract_prints_is_scored_as_it_is(article, folder, tmp_path, capsys):
    """Its rows name no article; they are found by their sentences, and the one reviewed claim, 12.5%, is among them."""
    text, predicted = tmp_path / "article.txt", tmp_path / "predicted.jsonl"
    text.write_text(article.text, "utf-8")
    assert main(["extract", str(text), "--published", "2014-05-12", "--json"]) == 0
    predicted.write_text(capsys.readouterr().out, "utf-8")
    assert main(["score", str(predicted), "--gold", str(folder), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["span"]["recall"] == 1
    assert told["remarks"] == []


def test_one_fold(predicted, folder, capsys):
    """The small dataset has one article, hence one fold that holds it; of any other there is nothing to score."""
    codes = [main(["score", str(predicted), "--gold", str(folder), "--fold", str(fold), "--json"]) for fold in range(5)]
    assert sorted(codes) == [0, 2, 2, 2, 2]
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (scored,) = (one for one in told if "span" in one)
    assert scored["span"]["hits"] == 1
    problems = [one["problems"][0]["what"] for one in told if "problems" in one]
    assert problems == ["holds no article of the truth"] * 4


def test_a_table_that_the_truth_has_not(predicted, folder, capsys):
    assert main(["score", str(predicted), "--gold", str(folder), "--table", "statements"]) == 2
    assert "has no statements. It has articles, metrics, numerals." in capsys.readouterr().err


def test_the_choices_are_those_of_the_scorer():
    assert tuple(BENCHMARKS) == score.TABLES
    assert range(FOLDS) == score.FOLDS
