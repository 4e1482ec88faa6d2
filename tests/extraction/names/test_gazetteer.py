"""Names in running text: the longest first, in bounds, and common words only in company."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianshang.extraction.names.gazetteer import compiled, sightings
from dianshang.schema.names import Guard, Tail

NAMES = compiled(
    ["国美", "国美在线", "苏宁", "中国银行", "IDC", "eMarketer", "苹果"],
    guards=[Guard(name="国美", preceded=frozenset({"中"}), followed=frozenset({"容"}))],
    tails=[Tail(ending="银行", followed=frozenset({"业"}), unless=frozenset({"业绩"}))],
    common=["苹果"],
    context=["公司"],
    joiners=["、"],
)


def names(text: str) -> list[str]:
    return [sighting.name for sighting in sightings(text, NAMES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国美在线降价", ["国美在线"]),  # the longest
        ("国美降价，苏宁跟进", ["国美", "苏宁"]),
        ("中国美容市场", []),  # a guard before, one after
        ("中国银行业贷款增长", []),  # a tail
        ("中国银行业绩增长", ["中国银行"]),  # the tail's exception
        ("据IDC统计", ["idc"]),  # Latin letters beside Chinese
        ("据idc统计", ["idc"]),
        ("IDCS规范", []),  # part of a longer Latin word
        ("www.idc.com", []),  # part of an address
        ("据EMARKETER.统计", ["emarketer"]),
        ("苹果价格上涨", []),  # an ordinary word
        ("苹果公司发布新品", ["苹果"]),  # with context
        ("苹果、苏宁签约", ["苹果", "苏宁"]),  # in company
        ("苏宁、苹果、苹果", ["苏宁", "苹果", "苹果"]),  # company spreads
        ("苏宁卖苹果", ["苏宁"]),
        ("", []),
    ],
)
def test_names_stand_in_bounds(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@given(st.lists(st.sampled_from(["国美", "在线", "中", "苏宁", "IDC", "苹果", "、", "容", "公司", "银行", "。", "x"])))
def test_offsets_slice_back_in_order(parts: list[str]) -> None:
    text, end = "".join(parts), 0
    for sighting in sightings(text, NAMES):
        assert sighting.char_start >= end
        end = sighting.char_end
        assert text[sighting.char_start : end].lower() == sighting.name
