"""Which of several statements of one thing goes with another: one row a rule, the expected one by its place."""

import pytest

from dianshang.audit.accounts import Shelf, nearest
from dianshang.schema.codes import Qualifier

OURS, THEIRS = "甲研究院", "乙研究院"
WITH_SHOPS, WITHOUT = "销售额（含海外门店）", "销售额"
ROWS = [
    ("the closest", [{"at": 100}, {"at": 450}, {"at": 900}], 450),
    ("of two equally far the first", [{"at": 400}, {"at": 600}], 400),
    ("its own article before another", [{"at": 100}, {"at": 499, "article": 2}], 100),
    ("its own source before none", [{"at": 100, "claimant": OURS}, {"at": 499}], 100),
    ("a number before a bound", [{"at": 499, "qualifier": Qualifier.OVER}, {"at": 100, "article": 2}], 100),
    ("a bound where there is no number", [{"at": 499, "qualifier": Qualifier.OVER}], 499),
    ("never another source", [{"at": 499, "claimant": THEIRS}, {"at": 100}], 100),
    ("never what includes something else", [{"at": 499, "text": WITH_SHOPS}, {"at": 100}], 100),
    ("none of several", [{"at": 499, "qualifier": Qualifier.SEVERAL}], None),
    ("none of nothing", [], None),
]


@pytest.mark.parametrize(("statements", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_the_statement_that_goes_best_with_another(told, statements, expected):
    near = told("20%", "20", "销售额（含线上渠道）", at=500, claimant=OURS)
    found = [told("120亿元", "12000000000", **{"text": WITHOUT} | one) for one in statements]
    for chosen in (nearest(found, near), nearest(found[::-1], near), Shelf(found).nearest(near)):
        assert (chosen and chosen.char_start) == expected
