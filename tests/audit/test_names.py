import pytest

from dianshang.audit.names import indicator_of, is_group, opposite, plain, quantity, whole_names


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("童装销售额", "中国童装市场"), ("我国童装市场销售额", "中国童装市场")),
        (("网购用户数", "网络购物"), ("网络零售用户数量", "网络购物")),
        (("童装销售总额（含鞋帽）", "童装市场"), ("童装市场销售额", "童装市场")),
        # A growth is of the level's quantity.
        (("童装销售额同比增长率", "童装市场"), ("童装销售额", "童装市场")),
    ],
)
def test_one_quantity_under_two_names(told, a, b):
    kind = {"indicator": "user_count" if "用户" in a[0] else "sales_revenue"}
    assert quantity(told("1亿元", "100000000", *a, **kind)) == quantity(told("1亿元", "100000000", *b, **kind))


@pytest.mark.parametrize(
    ("changed"),
    [
        {"subject": "女装市场"},
        {"text": "童装线下销售额"},
        {"indicator": "profit"},
        {"ref_area": "US"},
    ],
)
def test_two_quantities(told, changed):
    one = {"text": "童装销售额", "subject": "童装市场"}
    assert quantity(told("1亿元", "100000000", **one)) != quantity(told("1亿元", "100000000", **one | changed))


def test_nothing_names_it(told):
    assert quantity(told("1亿元", "100000000", "销售额", None)) is None


def test_a_whole_is_known_with_and_without_its_indicator():
    assert whole_names("全球童装销售总额") == {plain("全球童装销售额"), "全球童装"}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("省内客户占比", "省外客户占比", True),
        ("本地商户占比", "外地商户占比", True),
        ("男性读者占比", "女性读者占比", True),
        ("省内客户占比", "省内商户占比", False),
        ("省内客户占比", "省内客户占比", False),
        # Opposites of two different things are no pair.
        ("省内客户占比", "市外客户占比", False),
    ],
)
def test_opposites(a, b, expected):
    assert opposite(a, b) is expected


def test_groups():
    assert is_group("前十家企业") and is_group("甲、乙") and is_group("TOP5品牌")
    assert not is_group("甲公司")


def test_the_indicator_a_name_ends_in():
    assert indicator_of("地方财政收入") == "fiscal_revenue"
    assert indicator_of("全球市场") is None
