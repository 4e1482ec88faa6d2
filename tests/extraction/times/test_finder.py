"""Where atoms of time are looked for: nothing that a form or a word of time can match is passed over."""

import re
from itertools import product

import pytest

from dianshang.extraction.times.finder import beginnings, candidates_at
from dianshang.extraction.times.forms import Form, forms_of_time
from dianshang.extraction.times.readers import atoms
from dianshang.schema.calendar import time_words

# What stands before an atom, and the atom.
ATOMS = [
    ("", "2012-05-03"),
    ("在", "2012/5/3"),
    ("", "12Q3"),
    ("", "1H2012"),
    ("", "2012—2013年"),
    ("", "2012/13财年"),
    ("", "２０１２年度"),
    ("", "二〇一二年"),
    ("", "一千九百九十八年"),
    ("", "二十世纪90年代"),
    ("", "八十年代"),
    ("", "21世纪"),
    ("", "三个月前"),
    ("", "半年后"),
    ("", "2个星期前"),
    ("", "五天以来"),
    ("", "08年"),
    ("", "98学年"),
    ("", "5、6月"),
    ("", "5、6、7月"),
    ("", "十一月份"),
    ("", "3至5日"),
    ("", "二十四號"),
    ("", "三季度"),
    ("", "二、第三季报"),
    ("八月", "十五"),
    ("", "前三季度"),
    ("", "首季"),
    ("", "头8个月"),
    ("3月", "前两周"),
    ("", "第三季度"),
    ("今年", "第九个月"),
    ("9月", "第二周"),
    ("去年的", "冬季"),
    ("去年", "中报"),
    ("去年", "后４个月"),
    ("", "“十二五”规划"),
    ("在", "十一五期间"),
    ("", "‘双11’"),
    ("", "三八妇女节"),
    ("", "中秋小长假"),
    ("", "6.18"),
    ("", "上世纪90年代"),
    ("", "本世纪"),
    ("", "上上周四"),
    ("", "礼拜天"),
    ("", "过去一年"),
    ("", "近半年"),
    ("，", "前两年间"),
    ("去年", "同期"),
    ("在", "Q3"),
]


@pytest.mark.parametrize(("before", "atom"), ATOMS)
def test_each_form_of_time_is_found_whole(before: str, atom: str) -> None:
    start, end, _ = atoms(before + atom)[-1]
    assert (before + atom)[start:end] == atom


@pytest.mark.parametrize("word", sorted({form for word in time_words().word for form in word.forms}))
def test_each_word_of_time_is_found_whole(word: str) -> None:
    start, end, _ = atoms(f"，{word}，")[0]
    assert (start, end) == (1, 1 + len(word))


def _opened(form: Form) -> list[str]:
    return [first + second for first, second in product(form.firsts, form.seconds)]


@pytest.mark.parametrize("form", [form for form in forms_of_time() if form.firsts], ids=lambda form: form.kind)
def test_a_form_is_tried_wherever_its_first_characters_stand(form: Form) -> None:
    for pair in _opened(form):
        beginning = beginnings().search(f"（{pair}")
        assert beginning is not None and beginning.start() == 1
        assert form.kind in [kind for kind, _ in candidates_at(beginning, pair)]


def test_amounts_are_passed_over() -> None:
    text = "销售额达13205.6亿元，同比增长64.7%，用户4.5万人，共3家、五成、十余个、2012只"
    found = [match for match in beginnings().finditer(text) if re.match("[0-9一-十]", match[0])]
    assert found == []
