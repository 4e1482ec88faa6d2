"""What a spreadsheet would compute stands there as text, in the exports and in the page alike."""

import re
from pathlib import Path

import pytest

from dianshang.publishing.exports.cells import FORMULA, NUMBER, harmless

SCRIPT = Path(__file__).parents[3] / "dianshang" / "publishing" / "page" / "script" / "table.js"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('-1+HYPERLINK("http://a.example")', '\'-1+HYPERLINK("http://a.example")'),
        ("+1\n=1", "'+1\n=1"),
        ("-1,5+1", "'-1,5+1"),
        ("-", "'-"),
        ("＋1", "'＋1"),
        ("-12.5%", "-12.5%"),
        ("+1,200", "+1,200"),
    ],
)
def test_only_whole_numbers_begin_with_a_sign(text, cell):
    assert harmless(text) == cell


def test_the_page_goes_by_the_same_patterns():
    script = SCRIPT.read_text("utf-8")
    found = {name: re.search(rf"const {name} = /(.*)/;", script)[1] for name in ("FORMULA", "NUMBER")}
    assert found == {"FORMULA": FORMULA.pattern, "NUMBER": NUMBER.pattern}
