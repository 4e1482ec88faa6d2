"""Places of a text: which words are a statement of area, and by which code."""

import pytest

from dianshang.extraction.names.areas import area_code, areas, innermost
from dianshang.extraction.names.entities import entities


def found(text: str) -> list[tuple[str, str | None]]:
    return [(mention.name, mention.code) for mention in areas(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("去年我国网民增加", [("中国", "CN")]),
        ("国内手机市场", [("中国", "CN")]),
        ("印尼棕榈油出口", [("印度尼西亚", "ID")]),
        ("该品牌在全球销售", [("全球", "001")]),
        ("拉美地区增速最快", [("拉丁美洲", "419")]),
        ("欧盟提高关税", [("欧盟", None)]),  # a region without a code of the standards
        ("港资银行看好香港楼市", [("香港", "HK")]),
        ("佛山陶瓷产量", [("佛山市", "CN-GD")]),
        ("佛山市陶瓷产量", [("佛山市", "CN-GD")]),
        ("昆山台企用工", [("昆山市", "CN-JS")]),  # a county-level city
        ("恩施州旅游收入", [("恩施土家族苗族自治州", "CN-HB")]),
        ("襄樊汽车产业", [("襄阳市", "CN-HB")]),  # the name before 2010
        ("海淀写字楼租金", [("海淀区", "CN-BJ")]),
        ("其中韩国占三成", [("韩国", "KR")]),
        ("近日美国公布", [("美国", "US")]),
        ("粤西水果外运", [("粤西", "CN-GD")]),
        ("伦敦住房均价", [("伦敦", "GB")]),
        ("山西煤炭，陕西苹果", [("山西省", "CN-SX"), ("陕西省", "CN-SN")]),
    ],
)
def test_places_and_codes(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "中国移动用户数",  # an organisation
        "上海证券交易所公告",
        "北京银行净利润",
        "中国银行存款",
        "南京路步行街客流",  # a road
        "武汉大学毕业论文获奖",  # a university
        "北京时间晚八点",
        "3月5日本报讯",  # 本报, not 日本
        "今日本版要闻",
        "其中国有股占比",
        "沿海地区工资",
        "网上海淘订单",
        "十大连锁品牌",
        "经济南北差异",
        "企业经营口碑",
        "两江门户网站长江门户",
        "国内生产总值",
        "国内外游客",
        "拓展业务合作",  # 合作 is a city of Gansu
        "白银价格下跌",
        "长江沿线货运",
    ],
)
def test_words_that_are_not_an_area(text: str) -> None:
    assert [name for name, code in found(text) if code is not None] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("珠海、中山两市", ["珠海市", "中山市"]),
        ("甘肃白银矿区", ["甘肃省", "白银市"]),
        ("白银期货", []),
        ("浙江省外订单", []),  # what lies outside
        ("浙江省外贸订单", ["浙江省"]),
        ("义乌以外的市场", []),
        ("发展中国家市场", []),
        ("欧美国家市场", ["欧美"]),
        ("广州路面交通", ["广州市"]),  # 路面 is no road's name
    ],
)
def test_doubtful_names(text: str, expected: list[str]) -> None:
    assert [name for name, _ in found(text)] == expected


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("广东省家具市场", "CN-GD"),
        ("中国广东网购用户", "CN-GD"),  # the inner one
        ("广东佛山卫浴企业", "CN-GD"),
        ("中国香港", "HK"),
        ("全球和中国市场", "CN"),
        ("英国和法国", None),
        ("浙江与江苏", None),
        ("二手车市场", None),
        ("亚太地区", None),
        (" 美国 ", "US"),
        ("中国移动用户", None),
    ],
)
def test_area_code_of_a_phrase(phrase: str, code: str | None) -> None:
    assert area_code(phrase) == code


def test_innermost_of_no_codes_is_none() -> None:
    assert innermost([]) is None
    assert innermost([None, "CN"]) is None


def test_entities_already_read_are_not_read_again() -> None:
    text = "招商银行上海分行"
    assert areas(text, entities(text)) == areas(text)
    assert [mention.name for mention in areas("中国移动用户", [])] == ["中国"]


def test_offsets_slice_back() -> None:
    text = "昨日，深圳市与东莞签约。"
    assert [text[mention.char_start : mention.char_end] for mention in areas(text)] == ["深圳市", "东莞"]
