"""What changed between two editions, as records and in words."""

import json
from decimal import Decimal

import pytest

from dianshang.delivery.changelog import changelog
from dianshang.delivery.changes import CellChange, RowChange
from dianshang.delivery.difference import difference
from dianshang.delivery.intake import FolderError
from dianshang.publishing.dataset import dataset_files
from dianshang.publishing.edition import Edition
from dianshang.publishing.swap import put


@pytest.fixture
def edition(tmp_path):
    def publish(name, tables, version="1.2.4"):
        put(dataset_files(tables, Edition(version, {}, ())), tmp_path / name)
        return tmp_path / name

    return publish


def test_the_same_rows_make_no_difference(folder, edition, tables):
    found = difference(folder, edition("new", tables))
    assert found.tables == ()
    assert [*changelog(found)] == ["1.2.3 → 1.2.4: no row differs."]


def test_a_changed_cell_is_told_with_both_values(folder, edition, tables, level, growth):
    dearer = level.model_copy(update={"value": Decimal("860000000"), "subject_id": "riverside"})
    [table] = difference(folder, edition("new", {**tables, "metrics": [dearer, growth]})).tables
    assert [*table.rows] == [
        RowChange(
            "changed",
            "news-2014-05-01-00022",
            None,
            "8.5亿元",
            (CellChange("subject_id", None, "riverside"), CellChange("value", 850000000.0, 860000000.0)),
        )
    ]
    assert (table.name, table.old_rows, table.new_rows) == ("metrics", 2, 2)


def test_added_and_removed_rows_are_told(folder, edition, tables, level, growth):
    old = edition("old", {**tables, "metrics": [level]}, "1.2.2")
    [table] = difference(old, folder).tables
    assert [*table.rows] == [RowChange("added", "news-2014-05-01-00030", None, "12.5%")]
    [table] = difference(folder, old).tables
    assert [*table.rows] == [RowChange("removed", "news-2014-05-01-00030", None, "12.5%")]


def test_a_row_that_says_the_same_elsewhere_has_moved(folder, edition, tables, level, growth):
    shifted = growth.model_copy(update={"metric_id": "news-2014-05-01-00031", "char_start": 31, "char_end": 36})
    found = difference(folder, edition("new", {**tables, "metrics": [level, shifted]}))
    [table] = found.tables
    assert [*table.rows] == [RowChange("moved", "news-2014-05-01-00030", "news-2014-05-01-00031", "12.5%")]
    assert "  > news-2014-05-01-00030 → news-2014-05-01-00031  12.5%" in changelog(found)


def test_a_table_that_came_is_told_whole(folder, edition, tables):
    fewer = {name: rows for name, rows in tables.items() if name != "numerals"}
    [table] = difference(edition("old", fewer, "1.0.0"), folder).tables
    assert table.head() == {
        "name": "numerals",
        "old_rows": 0,
        "new_rows": 1,
        "columns_added": (),
        "columns_removed": (),
    }
    assert [*table.rows] == [RowChange("added", "news-2014-05-n000027", None, "8.5亿")]


def test_only_the_tables_that_were_asked_for_are_compared(folder, edition, tables, level):
    new = edition("new", {**tables, "metrics": [level]})
    assert difference(folder, new, ["articles"]).tables == ()
    assert [table.name for table in difference(folder, new, ["metrics"]).tables] == ["metrics"]


def test_the_words_are_a_changelog(folder, edition, tables, level, growth):
    dearer = level.model_copy(update={"value": Decimal("860000000"), "subject_id": "riverside"})
    new = edition("new", {**tables, "metrics": [dearer]})
    assert [*changelog(difference(folder, new))] == [
        "1.2.3 → 1.2.4",
        "",
        "metrics: 2 → 1 rows; 1 removed, 1 changed",
        "  ~ news-2014-05-01-00022  8.5亿元",
        "      subject_id: null → riverside",
        "      value: 850,000,000 → 860,000,000",
        "  - news-2014-05-01-00030  12.5%",
    ]


def test_of_a_long_text_the_place_of_the_change_is_shown(folder, edition, tables, level):
    import dianshang.delivery.changelog as words

    old = "甲" * 60 + "旧" + "乙" * 60
    found = words._passage(old, old.replace("旧", "新文"))
    assert found == repr("…" + "甲" * 12 + "[旧 → 新文]" + "乙" * 12 + "…")


def test_columns_that_came_or_went_are_told(folder, edition, tables):
    new = edition("new", tables)
    path = new / "datapackage.json"
    described = json.loads(path.read_text("utf-8"))
    resource = next(entry for entry in described["resources"] if entry["name"] == "numerals")
    import pyarrow.parquet as pq

    held = pq.read_table(new / resource["path"])
    pq.write_table(held.drop_columns(["role"]).append_column("mood", held["text"]), new / resource["path"])
    [table] = difference(folder, new).tables
    assert (table.columns_added, table.columns_removed, [*table.rows]) == (("mood",), ("role",), [])
    assert "  column mood is new" in changelog(difference(folder, new))


def test_a_folder_that_is_no_dataset_is_refused(folder, tmp_path):
    with pytest.raises(FolderError, match="Name a folder that a build made"):
        difference(folder, tmp_path)
