"""Investment projects: where they are named, how far they are, what they cost and hold."""

from decimal import Decimal

from dianshang.extraction.speech.projects import projects
from dianshang.schema.article import Article
from dianshang.schema.claim import Metric
from dianshang.schema.codes import Measure, ProjectStage
from tests.extraction.pages import page


def metric(article: Article, mention: str, value: str, unit: str, what: str) -> Metric:
    start = article.text.index(mention)
    return Metric(
        metric_id=f"t-01-{start:05d}",
        article_id="t-01",
        issue_id="t",
        mention=mention,
        char_start=start,
        char_end=start + len(mention),
        sentence="",
        indicator_text=what,
        measure=Measure.LEVEL,
        value=Decimal(value),
        unit=unit,
    )


def test_a_list_after_a_colon() -> None:
    article = page("全市有三项重点建设工程。这些项目分别是：长江二桥；城北水厂二期；城南客运站。")
    found = projects(article)
    assert [one.name for one in found] == ["长江二桥", "城北水厂二期", "城南客运站"]
    assert [one.phase for one in found] == [None, 2, None]
    assert {one.stage for one in found} == {ProjectStage.CONSTRUCTION}


def test_costs_and_sizes_are_linked_to_their_own_project() -> None:
    article = page("前期项目有总投资3亿元的珠海港航道工程，建设8公里的航道；总投资5亿元的斗门垃圾处理厂一期等项目。")
    metrics = [
        metric(article, "3亿元", "300000000", "CNY", "总投资"),
        metric(article, "8公里", "8", "km", "航道长度"),
        metric(article, "5亿元", "500000000", "CNY", "总投资"),
    ]
    first, second = projects(article, metrics)
    assert (first.name, first.investment_metric, first.capacity_metrics) == (
        "珠海港航道工程",
        metrics[0].metric_id,
        (metrics[1].metric_id,),
    )
    assert (second.name, second.investment_metric, second.capacity_metrics) == (
        "斗门垃圾处理厂一期",
        metrics[2].metric_id,
        (),
    )
    assert first.stage is second.stage is ProjectStage.PREPARATION
    assert (first.place, first.ref_area) == ("珠海市", "CN-GD")


def test_batches_of_works() -> None:
    article = page("南昌将加快建设昌北机场、赣江隧道等多个交通项目，会展中心、红谷广场等若干商业项目。")
    found = projects(article)
    assert [one.name for one in found] == ["昌北机场", "赣江隧道", "会展中心", "红谷广场"]
    assert {one.place for one in found} == {"南昌市"}
    assert [one.stage for one in found] == [ProjectStage.CONSTRUCTION, ProjectStage.CONSTRUCTION, None, None]


def test_what_is_planned_by_its_size() -> None:
    article = page("洛阳规划建设30公顷的伊滨生态新区。")
    size = metric(article, "30公顷", "30", "ha", "面积")
    (found,) = projects(article, [size])
    assert (found.name, found.capacity_metrics, found.stage) == (
        "伊滨生态新区",
        (size.metric_id,),
        ProjectStage.PREPARATION,
    )


def test_lists_of_other_things_are_no_projects() -> None:
    assert projects(page("可检测甲醛、苯、氨等十个项目。")) == []
    assert projects(page("公司支持员工学习各项技能。")) == []


def test_a_project_named_again_is_the_same() -> None:
    article = page("绍兴规划建设镜湖新区。", "全市将推动绍兴镜湖新区等的建设。")
    assert [one.name for one in projects(article)] == ["镜湖新区"]
