"""What the values of a chart, an audit or an inference rest on."""

from dianshang.schema.codes.code_list import CodeList


class FigureBasis(CodeList):
    """Where a value of a chart comes from."""

    READ = "read", "its digits are legible", "数字可辨"
    COMPUTED = "computed", "follows by arithmetic from its neighbours", "由相邻数值算得"
    UNKNOWN = "unknown", "cannot be recovered", "无法恢复"


class Confidence(CodeList):
    """How well a value of a chart is confirmed."""

    HIGH = (
        "high",
        "a number outside the chart, or arithmetic with two other labels, meets it",
        "图外数字或与另外两个标注的运算相符",
    )
    MEDIUM = (
        "medium",
        "arithmetic with one other label meets it, or it follows from values that are high",
        "与另一个标注的运算相符，或由高可信值算得",
    )
    LOW = "low", "only its place in the series speaks for it", "仅凭在序列中的位置判断"


class CheckKind(CodeList):
    """What ties the numbers of a check."""

    GROWTH = "growth", "a later level, an earlier one and the growth between them", "后期水平、前期水平与其间增长率"
    SHARE = "share", "a part, its whole and its share", "部分、整体与占比"
    SUM = "sum", "shares of one whole", "同一整体的各部分占比"
    POINT_CHANGE = "point_change", "two shares or rates and the points between them", "两个比率与其间百分点变动"
    DIFFERENCE = "difference", "two levels and the amount between them", "两个水平与其间差额"
    PARTS = "parts", "a span and the shorter spans that fill it", "一个时期与组成它的各段时期"
    REPEAT = "repeat", "the same quantity stated by two sources", "两个来源所述的同一数量"
    WITHIN = (
        "within",
        "a part and the whole that cannot be smaller: of an area, or of a span",
        "部分与不应小于它的整体（地区或时期）",
    )
    QUALIFIER = (
        "qualifier",
        "a stated bound (over, under) and the numbers that must lie on its side",
        "限定词所示界限与应在其一侧的数字",
    )


class Verdict(CodeList):
    """Whether a computed interval and a stated value agree."""

    CONSISTENT = "consistent", "they agree within the precision of the printed digits", "在原文精度内一致"
    ROUNDING = (
        "rounding",
        "one unit in the last printed place of the stated value makes them agree",
        "相差在末位一个单位之内",
    )
    INCONSISTENT = "inconsistent", "they do not agree", "不一致"
    SOURCES_DIFFER = "sources_differ", "two sources state different values", "两个来源数字不同"


class ImpliedKind(CodeList):
    """How an implied value follows from stated ones."""

    BASE = "base", "an earlier level, from a later one and its growth", "由后期水平与增长率推得前期水平"
    LATER = "later", "a later level, from an earlier one and the growth", "由前期水平与增长率推得后期水平"
    WHOLE = "whole", "a whole, from a part and its share", "由部分与占比推得整体"
    PART = "part", "a part, from the whole and a share of it", "由整体与占比推得部分"
    EARLIER_SHARE = (
        "earlier_share",
        "an earlier share, from a share and its change in points",
        "由占比与百分点变动推得前期占比",
    )
    TOTAL = "total", "a total, from a count and the average of what is counted", "由数量与平均数推得总量"
    REMAINDER = (
        "remainder",
        "the rest of a span, from the span and its beginning or end",
        "由整个时期与其首段或末段推得其余",
    )
