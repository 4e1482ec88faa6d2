"""The same document gives the same rows whether a small build reads it or a corpus run."""

import shutil
from pathlib import Path

import pytest

from dianshang.build import build
from dianshang.delivery.package import package
from dianshang.delivery.tables import table
from dianshang.engines.run import run_corpus
from dianshang.publishing.swap import put

SEEDS = Path(__file__).parents[2] / "seeds"
# One process, which makes what all of them need once.
pytestmark = pytest.mark.xdist_group("same_rows")


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """The real issues without what readers settled, built both ways."""
    place = tmp_path_factory.mktemp("same")
    shutil.copytree(SEEDS, place / "seeds", ignore=shutil.ignore_patterns("reviewed", "sheet"))
    put(build(place / "seeds").files, place / "small")
    run_corpus(str(place / "seeds"), place / "corpus")
    return place / "small", place / "corpus"


def test_every_table_is_the_same(folders):
    small, corpus = map(package, folders)
    assert {"areas", "units", "entities", "metrics"} <= set(corpus.resources)
    assert set(small.resources) == set(corpus.resources)
    for name, resource in small.resources.items():
        rows = table(folders[1], corpus.resources[name]).sort_by(resource.key)
        assert rows.equals(table(folders[0], resource)), name
        assert rows.schema.equals(table(folders[0], resource).schema, check_metadata=True), name
