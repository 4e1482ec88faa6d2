"""Organisations, people and products of a text, and the canonical name of each."""

import pytest

from dianshang.extraction.names.entities import canonical, entities
from dianshang.schema.codes import EntityType


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("京东与当当打起价格战", ["jd", "dangdang"]),
        ("京东方面板产能", ["boe"]),  # longer than 京东
        ("京东金融上线", ["jd_finance"]),
        ("淘宝商城更名", ["tmall"]),  # its older name
        ("据CNNIC统计", ["cnnic"]),
        ("工信部与国家统计局联合发布", ["miit", "nbs"]),
        ("汕尾市统计局公布", []),  # a local office, not the national one
        ("马云称", ["person_ma_yun"]),
        ("中国移动互联网市场规模", []),  # 移动互联网
        ("中国移动净利润", ["china_mobile"]),
        ("中国银行业利润", []),
        ("中国银行间市场", []),
        ("中国银行业绩增长", ["boc"]),
        ("交通银行、招行下调利率", ["bocom", "cmb"]),
        ("其中行业龙头占三成", []),  # 其中|行业
        ("施工行业用工", []),
        ("商务部门人士", []),
        ("商务部数据", ["mofcom"]),
        ("通胀高企，产品高通胀", []),
        ("金融创新提速", []),
        ("中国投资总额", []),
        ("上海信息产业", []),
        ("中国美术市场", []),
        ("二百万科研经费", []),
        ("小微信贷余额", []),
        ("不同程度下滑", []),
        ("欧洲央行降息", ["ecb"]),
        ("央行降准", ["pboc"]),
        ("瑞士央行降息", []),
    ],
)
def test_entities_of_a_text(text: str, expected: list[str]) -> None:
    assert [mention.entity_id for mention in entities(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("苹果产量增长", []),
        ("苹果公司市值", ["apple"]),
        ("三星、苹果出货量", ["samsung", "apple"]),
        ("不禁让人联想", []),
        ("联想集团出货量", ["lenovo"]),
        ("美的风景", []),
        ("格力、美的销量", ["gree", "midea"]),
        ("普通大众消费", []),
        ("标致的外形", []),
    ],
)
def test_names_that_are_ordinary_words(text: str, expected: list[str]) -> None:
    assert [mention.entity_id for mention in entities(text)] == expected


def test_mentions_carry_place_canonical_name_and_type() -> None:
    text = "记者从苏宁电器获悉"
    (mention,) = entities(text)
    assert text[mention.char_start : mention.char_end] == "苏宁电器"
    assert (mention.name, mention.type) == ("苏宁", EntityType.ORGANISATION)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("京东", ("京东商城", "jd")),
        ("京东集团", ("京东商城", "jd")),
        ("阿里巴巴集团", ("阿里巴巴", "alibaba")),
        ("腾讯控股有限公司", ("腾讯", "tencent")),
        ("“凡客”", ("凡客诚品", "vancl")),
        ("苹果", ("苹果", "apple")),  # the whole name is not in doubt
        ("GARTNER", ("Gartner", "gartner")),
        ("拍拍网", ("拍拍网", "paipai")),  # an ending that belongs to the name
        ("某服装公司", None),
        ("公司", None),
        ("", None),
    ],
)
def test_canonical_name(name: str, expected: tuple[str, str] | None) -> None:
    assert canonical(name) == expected
