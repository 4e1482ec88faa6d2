"""What happened over a year holds over its days, what there was at its end on the last (published on 1 July 2011)."""

from datetime import date

import pytest

from dianshang import extract

HAPPENED = """
零售规模亿元 销售规模亿元 交易规模亿元 成交规模亿元 市场规模亿元 需求量万吨 需求总量万吨 消费量万吨
消费总量万吨 用电量万吨 吞吐量万吨 货运量万吨 客流量万吨 订单量亿元 新接订单量亿元 发货量万吨 出货量万吨
产量万吨 产值亿元 工业总产值亿元 增加值亿元 营业收入亿元 净利润亿元 利润总额亿元 税收亿元 财政收入亿元
进口量万吨 出口额亿元 进出口总额亿元 贸易额亿元 投资额亿元 固定资产投资亿元 成交面积万平方米
销售面积万平方米 开工面积万平方米 竣工面积万平方米 供应面积万平方米 供应量万吨 采购量万吨 收购量万吨
消耗量万吨 发电量万吨 排放量万吨 专利申请量个 招聘人数万人 就业人数万人 接待游客万人 旅客发送量万吨
访问量万吨 下载量万吨 融资额亿元 募集资金亿元 贷款发放额亿元 捐款亿元 中标金额亿元 订单金额亿元
出口创汇亿元 补贴资金亿元 研发投入亿元 广告收入亿元 票房亿元 保费收入亿元 交货量万吨 保有增量万吨
新增用户万人 游客人数万人 参观人数万人 处理量万吨 回收量万吨 屠宰量万吨 出栏量万吨 播种面积万平方米
"""
EXISTED = """
产能万吨 总产能万吨 年产能万吨 生产能力万吨 保有量万吨 拥有量万吨 库存亿元 库存量万吨 港口库存亿元
用户数万人 会员数万人 网民规模万人 门店数个 店铺数个 网点数个 员工人数万人 从业人员万人 注册资本亿元
总资产亿元 净资产亿元 市值亿元 贷款余额亿元 存款余额亿元 外汇储备亿元 存栏量万吨 装机容量万吨
总装机容量万吨 里程万公里 通车里程万公里 耕地面积万平方米 森林面积万平方米 人口万人 常住人口万人 总数个
持股比例% 资产规模亿元 仓储面积万平方米 营业面积万平方米 覆盖率% 普及率% 渗透率% 储量万吨 探明储量万吨
收盘价亿元 股价亿元 总股本亿元 手持订单量亿元 在建面积万平方米 待售面积万平方米 库容万平方米 机组数个
设施总数个 充电桩总数个 油罐容量万吨
"""
# What a place has, and what it does: the verb tells, whatever noun follows.
HAS = """
拥有出租车8500辆 有中小学320所 建有污水处理厂12座 下辖乡镇18个 设有分公司26家 装备飞机85架 拥有专利850项
拥有水泥生产线12条 床位达8500张 经销网点增至3200个 专业市场数量达56个 渔船数量为8500艘 自有品牌达56个
中国驰名商标达32件 未偿债券达560亿元 养殖户发展到3200户 钢铁企业减少到860家 种养大户有860户 贷款余额增至560亿元
发放贷款余额达560亿元 生产企业达850家
"""
DOES = """
转移农村劳动力12万人 检查企业3200家 关停企业85家 淘汰落后产能320万吨 培育龙头企业12家 引进项目56个 种植玉米320万亩
退耕还林32万亩 偿还债务5.6亿元 授权专利850件 申请专利3200件 开行列车560列 新增床位560张 改造危房8500户 查处案件320起
组织展会56场 降水量为560毫米 推广面积达56万亩 毕业学生8500人 征地2100亩 回购股份3000万股
"""
YEAR, LAST = date(2010, 1, 1), date(2010, 12, 31)


def days(named: str) -> tuple[date | None, date | None]:
    unit = next(
        u for u in ("万平方米", "万吨", "万千瓦", "%", "万公里", "万人", "个", "亿份", "亿元") if named.endswith(u)
    )
    claim = extract(f"2010年，某县{named.removesuffix(unit)}为500{unit}。", date(2011, 7, 1))[0]
    return claim.period_start, claim.period_end


@pytest.mark.parametrize("named", HAPPENED.split())
def test_what_happened_holds_over_the_year(named: str) -> None:
    assert days(named) == (YEAR, LAST)


@pytest.mark.parametrize("named", EXISTED.split())
def test_what_existed_holds_on_the_last_day(named: str) -> None:
    assert days(named) == (LAST, LAST)


@pytest.mark.parametrize("told", HAS.split())
@pytest.mark.parametrize("time", ["2010年，", "到2010年底，", "截至2010年底，"])
def test_what_a_place_has_holds_on_the_last_day(told: str, time: str) -> None:
    claim = extract(f"{time}该市{told}。", date(2011, 7, 1))[-1]
    assert (claim.period_start, claim.period_end) == (LAST, LAST)


@pytest.mark.parametrize("told", DOES.split())
def test_what_a_place_does_holds_over_the_year(told: str) -> None:
    claim = extract(f"2010年，该市{told}。", date(2011, 7, 1))[-1]
    assert (claim.period_start, claim.period_end) == (YEAR, LAST)
