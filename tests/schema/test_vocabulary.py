"""Vocabulary files: read once, checked by their models, every fault named."""

import pytest

from dianshang.schema import vocabulary
from dianshang.schema.problems import VocabularyError
from dianshang.schema.record import Record
from dianshang.schema.vocabulary import load


class Shelf(Record):
    source: str
    book: tuple[int, ...]


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    monkeypatch.setattr(vocabulary, "FOLDER", tmp_path)
    vocabulary._read.cache_clear()
    yield tmp_path / "shelf.toml"
    vocabulary._read.cache_clear()


def test_a_file_is_read_once(shelf):
    shelf.write_text('source = "own"\nbook = [1, 2]\n')
    assert load("shelf", Shelf) is load("shelf", Shelf)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (None, r"shelf\.toml: cannot be read: No such file"),
        ("book = [", r"shelf\.toml: is not TOML"),
        ('source = "own"\nbook = ["x"]\n', r"shelf\.toml at book\.0"),
        ("book = [1]\n", r"shelf\.toml at source: Field required"),
    ],
)
def test_a_fault_is_named_with_its_place(shelf, content, fault):
    if content is not None:
        shelf.write_text(content)
    with pytest.raises(VocabularyError, match=fault):
        load("shelf", Shelf)


@pytest.mark.parametrize("file", sorted(vocabulary.FOLDER.glob("*.toml")), ids=lambda file: file.name)
def test_every_file_names_its_source(file):
    assert "\nsource = " in f"\n{file.read_text('utf-8')}"
