"""Whose property a number is."""

import pytest

from dianshang.extraction.names.holders import Holder, anaphor, holder, pointed_at

HOLDERS = [
    # A place by its full name; what lies in it keeps its own words.
    ("武汉", Holder("武汉市", None, "CN-HB")),
    ("武汉新建商品住宅", Holder("武汉新建商品住宅", None, "CN-HB")),
    ("我国", Holder("中国", None, "CN")),
    ("全国手机", Holder("中国手机", None, "CN")),
    ("国内手机市场", Holder("中国手机市场", None, "CN")),
    # A registered organisation by its canonical name.
    ("京东", Holder("京东商城", "jd", None)),
    # Any other by the ending of its name, without what follows it.
    ("瑞丰农机公司", Holder("瑞丰农机公司", None, None)),
    ("瑞丰农机公司主打产品", Holder("瑞丰农机公司", None, None)),
    ("鲜花电商行业", Holder("鲜花电商行业", None, None)),
    # Words before the name.
    ("拥有瑞丰农机公司", Holder("瑞丰农机公司", None, None)),
    # What only qualifies the indicator, or points back, is nobody.
    ("民生", None),
    ("门票", None),
    ("全市", None),
    ("新", None),
    ("", None),
    # 网 ends a name only at the end of the words.
    ("汽车网络", None),
]


@pytest.mark.parametrize(("prefix", "expected"), HOLDERS)
def test_the_subject_in_the_words_before_an_indicator(prefix: str, expected: Holder | None) -> None:
    assert holder(prefix) == expected


POINTERS = [
    ("全市财政收入", "全市"),
    ("该公司营业收入", "该公司"),
    ("公司营业收入", "公司"),
    ("其出口额", "其"),
    ("棉花价格", ""),
    ("", ""),
]


@pytest.mark.parametrize(("phrase", "expected"), POINTERS)
def test_the_word_that_points_back(phrase: str, expected: str) -> None:
    assert anaphor(phrase) == expected


MEANT = [
    # A word for a place means the speaker's place, any other the speaker.
    ("全市", "兰州市财政局", Holder("兰州市", None, "CN-GS")),
    ("我省", "广东省商务厅", Holder("广东省", None, "CN-GD")),
    ("公司", "瑞丰农机公司", Holder("瑞丰农机公司", None, None)),
    ("该行", "瑞丰农商行", Holder("瑞丰农商行", None, None)),
    ("全市", "瑞丰农机公司", None),
]


@pytest.mark.parametrize(("pointer", "speaker", "expected"), MEANT)
def test_who_is_meant_by_a_word_that_points_back(pointer: str, speaker: str, expected: Holder | None) -> None:
    assert pointed_at(pointer, speaker) == expected


SUBJECTS = [
    ("去年末武汉市常住人口为1022万人。", "1022万人", "武汉市", "CN-HB"),
    ("去年京东营业收入为693亿元。", "693亿元", "京东商城", None),
    ("我国网民达5亿人。", "5亿人", "中国", "CN"),
    # Words of quantity, time or the verb are no subject.
    ("去年每股分红0.35元。", "0.35元", None, None),
    ("自2010年以来，累计投资86亿元。", "86亿元", None, None),
    ("明年还会再增长20%。", "20%", None, None),
    ("去年全市有企业3.1万家。", "3.1万家", None, None),
    ("棉花价格为每吨1.9万元。", "1.9万元", "棉花", None),
]


@pytest.mark.parametrize(("text", "mention", "subject", "area"), SUBJECTS)
def test_the_subject_of_a_sentence(claim, text: str, mention: str, subject: str | None, area: str | None) -> None:
    found = claim(text, mention)
    assert (found.subject, found.ref_area) == (subject, area)
