"""Small corpora written by hand, and a way to run one in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

ROOT = Path(__file__).resolve().parents[2]
ISSUE = """【城市】
河湾市去年接待游客{count}万人次
河湾日报讯（记者周岚）河湾市去年接待游客{count}万人次，同比增长12.5%。
（河湾日报2014年5月12日http://news.example.org/2014/0512/{count}.html）
"""
STORY = "第{number}区去年引资8.5亿元\n第{number}区去年引资8.5亿元，比上年增长{number}.5%，其中外资占三成。"

RUN = """
import sys
from pathlib import Path
from dianshang.engines.run import Settings, run_corpus
from dianshang.schema.problems import DianshangError
if __name__ == "__main__":
    corpus, out, workers, engine = sys.argv[1:5]
    try:
        run_corpus(corpus, Path(out), Settings(engine=engine, workers=int(workers), task_bytes=2000))
    except DianshangError as error:
        sys.exit(str(error))
"""


def stories(count):
    return [{"id": f"story-{number}", "text": STORY.format(number=number)} for number in range(1, count + 1)]


def write_lines(path, records):
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
    return path


def tree(folder):
    """Every file of a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def archive(tmp_path):
    return write_lines(tmp_path / "archive.jsonl", stories(60))


@pytest.fixture
def newsletters(tmp_path):
    folder = tmp_path / "newsletters"
    folder.mkdir()
    for number in range(1, 4):
        (folder / f"2014-{number:02d}.txt").write_text(ISSUE.format(count=100 + number), "utf-8")
    return folder


@pytest.fixture
def process(tmp_path):
    """Starts a run in a process of its own; whatever of it still runs is ended with the test."""
    script = tmp_path / "run.py"
    script.write_text(RUN)
    started = []

    def start(corpus, out, workers=1, engine="local"):
        words = [sys.executable, str(script), str(corpus), str(out), str(workers), engine]
        run = subprocess.Popen(words, cwd=ROOT, env=environment(), stderr=(tmp_path / "errors").open("w"))
        started.append(run)
        return run

    yield start
    for run in started:
        run.kill()
        run.wait()


def environment():
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def rows(out, table):
    package = json.loads((out / "datapackage.json").read_text("utf-8"))
    paths = next((part["path"] for part in package["resources"] if part["name"] == table), [])
    return [row for path in paths for row in pq.read_table(out / path).to_pylist()]
