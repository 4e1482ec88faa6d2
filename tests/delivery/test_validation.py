"""A damaged dataset folder: every fault is found, with the file or the row it is in, and all of them at once."""

import hashlib
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dianshang.delivery.intake import FolderError
from dianshang.delivery.package import package
from dianshang.delivery.tables import table
from dianshang.delivery.validation import validate
from dianshang.publishing.checksums import checksums
from dianshang.publishing.dataset import dataset_files
from dianshang.publishing.edition import Edition
from dianshang.publishing.parquet import content_name, parquet_bytes
from dianshang.publishing.swap import put


def told(folder):
    return [f"{problem.where.removeprefix(str(folder) + '/')}: {problem.what}" for problem in validate(folder)]


def rewrite(folder, name, change):
    """Publishes a table with other rows, so that only the rows are wrong: hashes, names and card follow."""
    resource = package(folder).resources[name]
    [(old, sha256)] = resource.files.items()
    held = table(folder, resource)
    content = parquet_bytes(change(held))
    path = f"data/{name}/{content_name(content)}"
    (folder / old).unlink()
    (folder / path).write_bytes(content)
    rows = pq.ParquetFile(pa.BufferReader(content)).metadata.num_rows
    for page in ("README.md", "datapackage.json", "croissant.json"):
        text = (folder / page).read_text("utf-8").replace(old, path)
        (folder / page).write_text(text.replace(sha256, hashlib.sha256(content).hexdigest()), "utf-8")
    described = json.loads((folder / "datapackage.json").read_text("utf-8"))
    next(entry for entry in described["resources"] if entry["name"] == name)["rows"] = rows
    (folder / "datapackage.json").write_text(json.dumps(described), "utf-8")
    card = (folder / "README.md").read_text("utf-8")
    head, _, tail = card.partition(f"- config_name: {name}\n  version: 1.2.3\n  features")
    tail = tail.replace(f"num_examples: {held.num_rows}", f"num_examples: {rows}", 1)
    (folder / "README.md").write_text(f"{head}- config_name: {name}\n  version: 1.2.3\n  features{tail}", "utf-8")
    resum(folder)


def resum(folder):
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    files.pop("SHA256SUMS")
    (folder / "SHA256SUMS").write_text(checksums({name: path.read_bytes() for name, path in files.items()}), "utf-8")


def with_cells(held, row, **cells):
    rows = held.to_pylist()
    rows[row] |= cells
    return pa.Table.from_pylist(rows, held.schema)


def test_a_whole_folder_has_no_problem(folder):
    assert validate(folder) == []


def test_what_version_control_keeps_there_is_no_problem(folder):
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_text("x")
    (folder / ".gitattributes").write_text("x")
    assert validate(folder) == []


def test_what_nobody_vouches_for_is_named(folder, tmp_path):
    (folder / ".env").write_text("TOKEN=x")
    (tmp_path / "outside").write_text("x")
    (folder / ".DS_Store").symlink_to(tmp_path / "outside")
    assert sorted(Path(problem.where).name for problem in validate(folder)) == [".DS_Store", ".env"]


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (lambda f: (f / "LICENSE.md").unlink(), "LICENSE.md: is missing"),
        (lambda f: (f / "LICENSE.md").write_text("x"), "LICENSE.md: is not the file that SHA256SUMS lists"),
        (lambda f: (f / "extra.txt").write_text("x"), "extra.txt: is not listed in SHA256SUMS"),
        (lambda f: (f / "SHA256SUMS").write_text("x\n"), "SHA256SUMS: line 1 is not a hash"),
        (lambda f: (f / "SHA256SUMS").unlink(), "SHA256SUMS: cannot be read: No such file or directory"),
        (
            lambda f: (f / "SHA256SUMS").open("a").write(f"{'0' * 64}  ../outside\n"),
            "SHA256SUMS: ../outside leads out of the folder",
        ),
    ],
)
def test_files(folder, damage, expected):
    damage(folder)
    assert any(problem.startswith(expected) for problem in told(folder))


def test_a_file_that_is_no_parquet(folder):
    [path] = package(folder).resources["metrics"].files
    (folder / path).write_bytes(b"PAR1")
    resum(folder)
    found = told(folder)
    assert any(problem.startswith(f"{path}: cannot be read") for problem in found)
    assert f"{path}: has one hash in the descriptor and another in SHA256SUMS" in found
    assert f"{path}: bears a name that is not that of its content" in found


# The rows of the small dataset: metrics …00022 (8.5亿元, a level) and …00030 (12.5%, its growth).
@pytest.mark.parametrize(
    ("name", "row", "cells", "expected"),
    [
        ("metrics", 0, {"measure": "sum"}, "metrics news-2014-05-01-00022: measure: Input should be"),
        ("metrics", 0, {"char_start": 21, "char_end": 26}, "metrics news-2014-05-01-00022: metric_id"),
        (
            "metrics",
            1,
            {"relates_to": "news-2014-05-01-00099"},
            "metrics news-2014-05-01-00030: relates_to: news-2014-05-01-00099 is",
        ),
        (
            "metrics",
            1,
            {"mention": "13.5%"},
            "metrics news-2014-05-01-00030: expected '13.5%' at 30–35 of news-2014-05-01",
        ),
        (
            "numerals",
            0,
            {"article_id": "news-2014-05-02"},
            "numerals news-2014-05-n000027: article_id: news-2014-05-02 is no row of",
        ),
        ("numerals", 0, {"text": "9.5亿"}, "numerals news-2014-05-n000027: expected '9.5亿' at 22–26"),
        ("articles", 0, {"text": "x"}, "articles news-2014-05-01: "),
    ],
)
def test_rows(folder, name, row, cells, expected):
    rewrite(folder, name, lambda held: with_cells(held, row, **cells))
    found = told(folder)
    assert any(problem.startswith(expected) for problem in found), found


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda held: held.drop_columns(["unit"]), "metrics.unit: is missing"),
        (lambda held: held.append_column("mood", pa.array(["x", "y"])), "metrics.mood: is a column that the model"),
        (
            lambda held: held.set_column(
                held.schema.get_field_index("value"), "value", held["value"].cast(pa.float32())
            ),
            "metrics.value: is of the type float, not double",
        ),
        (lambda held: held.take([1, 0]), "metrics news-2014-05-01-00022: stands after news-2014-05-01-00030"),
        (lambda held: held.take([0, 0, 1]), "metrics news-2014-05-01-00022: stands in more than one row"),
    ],
)
def test_columns_and_order(folder, change, expected):
    rewrite(folder, "metrics", change)
    assert [problem for problem in told(folder) if problem.startswith(expected)]


def test_only_what_is_wrong_is_told(folder):
    rewrite(folder, "metrics", lambda held: with_cells(held, 1, relates_to="news-2014-05-01-00099"))
    assert told(folder) == ["metrics news-2014-05-01-00030: relates_to: news-2014-05-01-00099 is no row of metrics"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("num_examples: 2", "num_examples: 3", "README.md: says that metrics has 3 rows, but it has 2"),
        ("config_name: metrics", "config_name: claims", "README.md: does not list the file of metrics"),
        ("configs:", "other:", "README.md: is damaged (configs: Field required)"),
    ],
)
def test_the_card(folder, old, new, expected):
    page = folder / "README.md"
    page.write_text(page.read_text("utf-8").replace(old, new), "utf-8")
    resum(folder)
    assert [problem for problem in told(folder) if problem.startswith(expected)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"version": "1.2.3"', '"version": "1.2.2"', "croissant.json: is of version 1.2.2, the descriptor of 1.2.3"),
        ('"sha256": "', '"sha256": "0', "croissant.json: does not tell data/articles/"),
        ('"@id": "metrics/value"', '"@id": "metrics/price"', "croissant.json: does not tell the columns of metrics"),
        ('"recordSet":', '"records":', "croissant.json: is damaged (recordSet: Field required)"),
    ],
)
def test_the_metadata(folder, old, new, expected):
    page = folder / "croissant.json"
    page.write_text(page.read_text("utf-8").replace(old, new), "utf-8")
    resum(folder)
    assert [problem for problem in told(folder) if problem.startswith(expected)]


def test_everything_is_told_at_once(folder):
    (folder / "LICENSE.md").unlink()
    (folder / "extra.txt").write_text("x")
    rewrite(folder, "metrics", lambda held: with_cells(held, 1, mention="13.5%", relates_to="news-2014-05-01-00099"))
    (folder / "more.txt").write_text("x")
    assert len(validate(folder)) == 3  # two of the row, one of the file that came after the list was made


@pytest.mark.parametrize("text", [None, "{", "[]", '{"resources": [{}], "version": "1"}'])
def test_without_a_descriptor_nothing_can_be_checked(tmp_path, text):
    if text is not None:
        (tmp_path / "datapackage.json").write_text(text)
    with pytest.raises(FolderError, match=r"datapackage\.json"):
        validate(tmp_path)


def test_a_path_that_leads_out_of_the_folder_is_not_followed(folder):
    path = folder / "datapackage.json"
    [inside] = package(folder).resources["metrics"].files
    path.write_text(path.read_text("utf-8").replace(inside, "../../secret.parquet"), "utf-8")
    with pytest.raises(FolderError, match="leads out of the folder"):
        validate(folder)


def test_a_table_of_another_version_is_named(folder):
    path = folder / "datapackage.json"
    path.write_text(path.read_text("utf-8").replace('"name": "numerals"', '"name": "moods"'), "utf-8")
    resum(folder)
    assert [problem for problem in told(folder) if "names a table moods that this version does not know" in problem]


def test_every_place_of_an_entity_is_looked_up(tables, tmp_path):
    from dianshang.schema.entity import Entity, Mention

    here = Mention(article_id="news-2014-05-01", char_start=0, char_end=4, text="沿江新区")
    off = Mention(article_id="news-2014-05-01", char_start=15, char_end=19, text="沿江新区")
    entity = Entity(entity_id="x_a", type="place", name_zh="沿江新区", n_mentions=2, mentions=(here, off))
    put(dataset_files({**tables, "entities": [entity]}, Edition("1.2.3", {}, ())), tmp_path / "published")
    assert told(tmp_path / "published") == [
        "entities x_a: expected '沿江新区' at 15–19 of news-2014-05-01, found '江新区去'"
    ]


@pytest.fixture
def corpus(folder):
    """The small dataset as a corpus has it: the metrics in two files, in an order of their own."""
    resource = package(folder).resources["metrics"]
    [old] = resource.files
    held = table(folder, resource)
    (folder / old).unlink()
    files = []
    for row in (1, 0):
        content = parquet_bytes(held.slice(row, 1))
        path = f"data/metrics/{content_name(content)}"
        (folder / path).write_bytes(content)
        files.append({"path": path, "sha256": hashlib.sha256(content).hexdigest()})
    described = json.loads((folder / "datapackage.json").read_text("utf-8"))
    entry = next(entry for entry in described["resources"] if entry["name"] == "metrics")
    entry |= {"path": [file["path"] for file in files], "files": files, "primaryKey": ["metric_id"]}
    (folder / "datapackage.json").write_text(json.dumps(described), "utf-8")
    paths = "".join(f"\n    - {file['path']}" for file in files)
    card = (folder / "README.md").read_text("utf-8")
    (folder / "README.md").write_text(card.replace(f"path: {old}", f"path:{paths}"), "utf-8")
    told = json.loads((folder / "croissant.json").read_text("utf-8"))
    others = [part for part in told["distribution"] if part["@id"] != old]
    own = [{"@type": "cr:FileObject", "@id": file["path"], "sha256": file["sha256"]} for file in files]
    (folder / "croissant.json").write_text(json.dumps(told | {"distribution": [*own, *others]}), "utf-8")
    resum(folder)
    return folder


def test_a_table_of_several_files_is_whole_in_the_order_of_its_corpus(corpus):
    assert told(corpus) == []


def test_every_file_of_a_table_is_looked_at(corpus):
    first, second = package(corpus).resources["metrics"].files
    (corpus / first).write_bytes(b"PAR1")
    (corpus / second).unlink()
    found = told(corpus)
    assert [problem for problem in found if problem.startswith(f"{first}: cannot be read")]
    assert f"{second}: is missing" in found


def test_the_published_dataset_is_whole():
    assert validate(Path(__file__).parents[2] / "dist") == []
