"""Whose property a number is and what it measures, each sentence with the readings of its numbers in order."""

from datetime import date

import pytest

from dianshang import extract

TOLD = [
    # What a light verb brings is the indicator, who stands before it the subject; 分别 deals out in turn.
    (
        "海达轴承去年实现营业收入35亿元，净利润2.1亿元，分别增长12%和8%。",
        [
            ("海达轴承", "营业收入"),
            ("海达轴承", "净利润"),
            ("海达轴承", "营业收入增长率"),
            ("海达轴承", "净利润增长率"),
        ],
    ),
    (
        "宁波港完成货物吞吐量3亿吨，集装箱吞吐量800万标箱，分别增长10%和15%。",
        [
            ("宁波港", "货物吞吐量"),
            ("宁波港", "集装箱吞吐量"),
            ("宁波港", "货物吞吐量增长率"),
            ("宁波港", "集装箱吞吐量增长率"),
        ],
    ),
    # Of goods that a place trades in, the goods of that place.
    (
        "去年我国玩具出口额达102亿美元，其中对欧盟出口额30亿美元，占29.4%。",
        [("中国玩具", "玩具出口额"), ("中国玩具", "对欧盟出口额"), ("中国玩具", "占对欧盟出口额的比重")],
    ),
    ("国内玉米均价为2200元/吨，较上周上涨20元/吨。", [("中国玉米", "玉米均价（每吨）"), ("中国玉米", "玉米均价")]),
    ("中石化0#柴油报8850元/吨。", [("中国石化0#柴油", "0#柴油价格（每吨）")]),
    # An exchange is where goods are traded, not whose they are.
    (
        "大连商品交易所豆粕1201合约收于3358元/吨，下跌14元/吨。",
        [("豆粕1201合约", "豆粕1201合约收盘价（每吨）"), ("豆粕1201合约", "豆粕1201合约收盘价")],
    ),
    # What a place has or does is counted for the place.
    ("目前，全国共有童鞋企业3000多家，从业人员50万人。", [("中国", "童鞋企业数量"), ("中国", "从业人员")]),
    ("浙江省今年安排技改资金8亿元，支持项目200个。", [("浙江省", "安排技改资金"), ("浙江省", "支持项目")]),
    (
        "中山市有灯具企业2000家，产值150亿元，占全国市场的30%。",
        [("中山市", "灯具企业数量"), ("中山市", "产值"), ("中山市", "占全国市场的比重")],
    ),
    # A breakdown is told of each part, and never becomes what the text goes on to tell of.
    (
        "今年前五个月，全国汽车销量达800万辆，其中轿车500万辆，客车20万辆。",
        [("中国汽车", "汽车销量"), ("轿车", "汽车销量"), ("客车", "汽车销量")],
    ),
    # What something is compared with is none of the noun phrase.
    ("秋季展会成交1297套，较春季展会减少28.4%。", [("秋季展会", "秋季展会成交"), ("秋季展会", "秋季展会成交增长率")]),
    ("英特尔一季度营收128亿美元，高于分析师预期的116亿美元。", [("英特尔", "营收"), ("英特尔", "营收")]),
    # A sum in brackets is what was told of the whole; no 零 is read in 零部件.
    (
        "年销售额超过百亿元的企业有2家，即海达集团(705亿元)、东丰集团(263亿元)。",
        [(None, "年销售额"), ("企业", "企业数量"), ("海达集团", "年销售额"), ("东丰集团", "年销售额")],
    ),
    ("零部件的合格率为95%。", [("零部件", "零部件的合格率")]),
    ("秸秆需求量在8亿吨左右，每年递增。", [("秸秆", "秸秆需求量")]),
    # Of a share the part, measured by the whole.
    ("铁矿石占钢铁成本的40%左右。", [("铁矿石", "占钢铁成本的比重")]),
    (
        "全球风电装机容量达2亿千瓦，中国占22%，美国占20%。",
        [("全球风电", "风电装机容量"), ("中国", "占风电装机容量的比重"), ("美国", "占风电装机容量的比重")],
    ),
    # 28个国家的1200家厂商: what a number counts is not whose the next one is.
    (
        "海口机床展面积12万平方米，吸引了28个国家的1200家厂商。",
        [("海口机床展", "面积"), ("海口机床展", "国家数量"), ("海口机床展", "厂商数量")],
    ),
    # Nouns are whole: no 会 is cut off 广交会, no 能达 read in 产能达.
    ("本届广交会展位5.8万个。", [("广交会", "广交会展位")]),
    ("甲厂轮胎产能达200万条。", [("甲厂轮胎", "甲厂轮胎产能")]),
    ("山东省汽车保有量达500万辆。", [("山东省汽车", "汽车保有量")]),
    ("到2015年各类秸秆年利用量将达4000万吨。", [("秸秆", "秸秆年利用量")]),
    # Whoever researches others is not what is told of; where nothing else is, what is counted is.
    ("易观国际分析认为，2012年规模将达1万亿元。", [(None, "规模")]),
    ("今年以来，已有12家纺织企业倒闭。", [("纺织企业", "纺织企业数量")]),
    # Names that hold a particle in second place.
    ("润和软件去年净利润2亿元。", [("润和软件", "净利润")]),
    ("瑞达期货去年净利润2亿元。", [("瑞达期货", "净利润")]),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_whose_a_number_is_and_what_it_measures(text: str, told: list[tuple[str | None, str]]) -> None:
    assert [(claim.subject, claim.indicator_text) for claim in extract(text, date(2012, 3, 1))] == told


NONE = [
    "网贷期限较上一个工作日增加。",
    "旧小区二次供水设施陈旧。",
    "公司位于万达广场A座6层616室。",
    "该市建有220千伏变电站。",
    "相机有1200万像素。",
    "价格比上一个交易日回落。",
]


@pytest.mark.parametrize("text", NONE)
def test_what_points_or_names_is_no_claim(text: str) -> None:
    assert extract(text, date(2012, 3, 1)) == []


def test_ships_are_measured_in_their_tonnes() -> None:
    claims = extract("上半年造船完工500万载重吨，新接订单300万修正总吨，最大一艘1.5万总吨。", date(2012, 8, 1))
    assert [claim.unit for claim in claims] == ["DWT", "CGT", "GT"]


# An event owns what is told of it, on its days, also where the text only points back at it.
EVENTS = [
    (
        "第十届海口机床展将于5月11日至14日在海口举行。\n本届展会面积达12万平方米。\n预计观众将达5万人次。",
        [("海口机床展", "2012-05-11", "2012-05-14"), ("海口机床展", "2012-05-11", "2012-05-14")],
    ),
    (
        "为期5天的义乌小商品博览会昨日闭幕。本届博览会成交额达150亿元，参会客商20万人次。",
        [("义乌小商品博览会", "2012-04-01", "2012-04-01"), ("义乌小商品博览会", "2012-04-01", "2012-04-01")],
    ),
    (
        "第五届中国国际家具展览会于3月8日至10日举办。展会设展位2000个。",
        [("中国国际家具展览会", "2012-03-08", "2012-03-10")],
    ),
]


@pytest.mark.parametrize(("text", "told"), EVENTS)
def test_an_event_owns_what_is_told_of_it(text: str, told: list[tuple[str, str, str]]) -> None:
    claims = extract(text, date(2012, 4, 2))
    assert [(claim.subject, str(claim.period_start), str(claim.period_end)) for claim in claims] == told


def test_what_develops_is_no_show() -> None:
    assert extract("产业发展较快，产值达5亿元。", date(2012, 4, 2))[0].subject != "产业发展"


# A verb or an adverb ends whose it is; a word that only points, or a time, is nobody.
BEFORE_THE_VERB = [
    ("大股东李明共持有股份800万股。", "大股东李明"),
    ("新来的教练可赚取年薪10万元。", "新来的教练"),
    ("经营性现金净流入447亿元。", "经营性现金"),
    ("老董事长拟减持150万股。", "老董事长"),
    ("高档餐具大概要1600万元。", "高档餐具"),
    ("他强调房租每月3000元。", None),
    ("什么样的200元。", None),
]


@pytest.mark.parametrize(("text", "subject"), BEFORE_THE_VERB)
def test_a_verb_ends_whose_it_is(text: str, subject: str | None) -> None:
    assert [claim.subject for claim in extract(text, date(2012, 3, 1))] == [subject]


def test_an_index_owns_its_level_and_its_moves() -> None:
    text = "周四沪指收盘于2980.80点，跌2.43%；恒指收盘于23337点。沪深300指数基金规模达20亿元。"
    claims = extract(text, date(2010, 9, 15))
    assert [(claim.subject, claim.indicator_text) for claim in claims][:3] == [
        ("沪指", "收盘点位"),
        ("沪指", "收盘点位增长率"),
        ("恒生指数", "收盘点位"),
    ]
    assert claims[3].subject != "沪深300指数"


# Each with the one thing that it is about, or two.
ABOUT = [
    ("每股收益0.78元。", [(None, "每股收益")]),
    ("总裁金明透露，今年改造门店200家。", [(None, "改造门店")]),
    (
        "宏达集团去年收入5亿元，其网上商城京东商城销售额为20亿元。",
        [("宏达集团", "收入"), ("京东商城", "销售额")],
    ),
    ("宏达集团旗下的宏达医药公司去年收入5亿元。", [("宏达医药公司", "收入")]),
    ("全县约有两成的中小企业停工。", [("中小企业", "停工的比重")]),
    ("调查显示，45%的用户表示满意，三成网民选择网购。", [("用户", "表示满意的比重"), ("网民", "选择网购的比重")]),
    ("900克装的奶粉，目前售价为238元。", [("900克装的奶粉", "售价")]),
    ("受原料涨价影响，批发价上涨5%。", [(None, "批发价增长率")]),
    ("干散货运价指数下跌12点。", [("干散货运价指数", "干散货运价指数")]),
    ("两市成交额达900亿元。", [("沪深两市", "成交额")]),
    ("昨日煤价每吨850元。", [("煤", "煤价（每吨）")]),
    ("其中液晶电视占比达45%。", [("液晶电视", "液晶电视占比")]),
    ("公司完成第二轮融资，金额超过1亿美元。", [(None, "融资金额")]),
    ("淘宝商城去年交易额达300亿元。", [("淘宝商城", "交易额")]),
    ("橡胶从年初的每吨2.8万元涨到3.6万元。", [("橡胶", "橡胶价格（每吨）"), ("橡胶", "橡胶价格")]),
    ("华为和中兴分别售出手机700万部和960万部。", [("华为", "手机销量"), ("中兴", "手机销量")]),
    ("海螺水泥年产水泥1.5亿吨。", [("海螺水泥", "水泥产量")]),
    ("诺基亚以25.1%的市场份额位居第一。", [("诺基亚", "市场份额")]),
    ("茶农人均增收800元。", [("茶农", "茶农收入")]),
    ("今年春茶总产量达1.8万吨，平均每公斤160元。", [("春茶", "春茶总产量"), ("春茶", "春茶价格（每公斤）")]),
    ("“我们关掉了两条生产线。”黄河皮革有限公司总经理张三说。", [("黄河皮革有限公司", "生产线数量")]),
    (
        "该港完成集装箱吞吐量610万标准箱，其中海铁联运完成1.6万标准箱。",
        [(None, "集装箱吞吐量"), ("海铁联运", "海铁联运集装箱吞吐量")],
    ),
    ("宏达集团去年扭亏。这家企业今年投入3000万元。", [("宏达集团", "投入额")]),
    ("港口拥有航线228条，其中远洋干线117条。", [(None, "港口拥有航线"), ("远洋干线", "远洋干线数量")]),
    ("海达动力公告称，与宝钢集团签订供货合同，合同金额为3亿元。", [("海达动力", "合同金额")]),
    ("甲工（000528）披露一季报，公司实现营业收入58亿元。", [("甲工", "营业收入")]),
    (
        "快递公司上调了同城快递价格，由每件8元涨到10元。",
        [("同城快递", "同城快递价格（每件）"), ("同城快递", "同城快递价格")],
    ),
    ("皮棉报价每吨24856元，比3月初的高点下跌6000元。", [("皮棉", "皮棉报价（每吨）"), ("皮棉", "皮棉报价")]),
    ("宁波慈溪有整机企业2000多家。", [("慈溪市", "整机企业数量")]),
    ("我国钛白粉市场规模达90亿元。", [("中国钛白粉市场", "市场规模")]),
    ("为期3天的海口机床展昨日闭幕。历时3天的展会共吸引观众4万人次。", [("海口机床展", "共吸引观众")]),
    ("2月服装出口额为15亿美元。原料涨幅在30%以上。", [("服装", "服装出口额"), ("原料", "原料增长率")]),
    ("海达超市今日公告，拟设立全资子公司，投资3亿元。", [("海达超市", "投资额")]),
    ("华锐风电预计，净利润下降50%。", [("华锐风电", "净利润增长率")]),
    ("今年以来共销售新家电680万台，回收旧家电700万台。", [(None, "新家电销售量"), (None, "旧家电回收量")]),
    ("鲜活市场的市场日均交易量在1万吨左右。", [("鲜活市场", "市场日均交易量")]),
]


@pytest.mark.parametrize(("text", "told"), ABOUT)
def test_what_a_number_is_about(text: str, told: list[tuple[str | None, str]]) -> None:
    claims = extract(text, date(2012, 3, 1))
    assert [(claim.subject, claim.indicator_text or "") for claim in claims] == told


@pytest.mark.parametrize("text", ["直径25毫米螺纹钢供应偏紧。", "重点城市直径25毫米螺纹钢供应偏紧。"])
def test_the_size_of_goods_is_no_claim(text: str) -> None:
    assert extract(text, date(2012, 3, 1)) == []
