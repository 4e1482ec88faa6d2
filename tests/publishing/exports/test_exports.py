"""The exports among the files of the dataset."""

from dianshang.publishing.checksums import listed
from dianshang.publishing.dataset import dataset_files
from dianshang.publishing.edition import Edition


def test_they_are_listed_with_their_hashes_and_made_the_same_again(tables, files):
    sums = listed(files["SHA256SUMS"].decode())
    names = ["articles", "checks", "metrics", "numerals"]
    exported = {"dianshang.sqlite", "dianshang.xlsx", *(f"csv/{name}.csv" for name in names)}
    assert exported <= sums.keys()
    again = dataset_files(tables, Edition("1.2.3", {}, ()))
    assert {path: again[path] for path in exported} == {path: files[path] for path in exported}
