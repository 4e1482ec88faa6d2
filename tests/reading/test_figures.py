"""Figures and the residue of text recognition."""

import pytest

from dianshang.reading.figures import figure_ends, is_figure
from dianshang.reading.lines import lines

# document → for each figure, its first and last line
FIGURES = [
    ("甲市增长。\n[image: a.png] 12 B2\n&7\n\n1310\n\n\n乙市也增长。", [(2, 5)]),
    ("[image: a.png]\n小标题在这里\n乙市也增长。", [(1, 1)]),
    ("[image: a.png]\n交易规模\n12 33 41\n乙市也增长。", [(1, 3)]),  # a label of the chart amid its numbers
    ("[image: a.png]\n图1：交易规模\n乙市也增长。", [(1, 2)]),
    ("[image: a.png]\n12\n[image: b.png]\n33\n乙市也增长。", [(1, 2), (3, 4)]),
    ("[image: a.png]\n（某某网http://example.com/1.html）", [(1, 1)]),
    ("[image: a.png]\n【动态】", [(1, 1)]),
    ("[image: a.png]\n交易规模\n（某某网http://example.com/1.html）", [(1, 1)]),
    ("[image: a.png]\nThe bureau said on Monday that a quarter of all orders came from abroad.", [(1, 1)]),
    ("![](a.png)\n12", [(1, 2)]),
    ("[figure: a.png]\n甲店\t5亿元\n乙店\t3亿元", [(1, 1)]),  # of a document: what follows was not recognised in it
    ("没有图。", []),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figures(text, expected):
    rows = lines(text)
    assert [(rows[start].number, rows[end - 1].number) for start, end in figure_ends(rows).items()] == expected


def test_marks():
    assert is_figure("（图片：某某）")
    assert not is_figure("图片说明")
