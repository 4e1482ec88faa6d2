"""The data part of the changelog."""

from datetime import date

import pytest

from dianshang.publishing.releases import ChangelogError, Release, releases

TEXT = """# Changelog

## 0.2.0 (2015-03-02)

### Data

- One more issue.
- `claims` has a new name.

### Code

- Faster.

## 0.1.0

### Code

- First.
"""


def test_releases_are_read_with_their_day_and_the_part_on_data(tmp_path):
    path = tmp_path / "CHANGELOG.md"
    path.write_text(TEXT, "utf-8")
    assert releases(path) == (
        Release("0.2.0", date(2015, 3, 2), "- One more issue.\n- `claims` has a new name."),
        Release("0.1.0", None, ""),
    )


def test_without_a_changelog_there_is_no_release(tmp_path):
    assert releases(tmp_path / "CHANGELOG.md") == ()


def test_a_day_that_is_none_is_refused(tmp_path):
    path = tmp_path / "CHANGELOG.md"
    path.write_text("## 0.2.0 (2015-02-30)\n", "utf-8")
    with pytest.raises(ChangelogError, match=r"CHANGELOG\.md"):
        releases(path)
