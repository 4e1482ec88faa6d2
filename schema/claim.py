"""A quantified claim: how much, of what, whose, when, and who says so."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from dianshang.schema.areas import AREA_CODE, area_code
from dianshang.schema.codes import Comparison, Measure, ObsStatus, PeriodBasis, Qualifier, Statistic
from dianshang.schema.record import ArticleId, Code, IssueId, MetricId, Offset, Record, says
from dianshang.schema.units import UnitCode

RELATIVE_UNITS = frozenset({"%", "x", "pp"})

# Pairs of fields of which the first must not pass the second.
_ORDERED = (
    ("value", "value_max", "value must not exceed value_max"),
    ("period_start", "period_end", "period_start must not follow period_end"),
    ("base_period_start", "base_period_end", "base_period_start must not follow base_period_end"),
)
_MOVES_ONLY = ("comparison", "base_period_start", "base_period_end")
# What a claim of each measure has not, and of which measures it is.
_UNSET = {
    Measure.LEVEL: (*_MOVES_ONLY, "relates_to", "denominator"),
    Measure.SHARE: _MOVES_ONLY,
    Measure.GROWTH: ("denominator",),
    Measure.CHANGE: ("denominator",),
}
_BELONGS = dict.fromkeys(_MOVES_ONLY, "comparison and base period belong to growth and change only") | {
    "relates_to": "relates_to belongs to growth, share and change only",
    "denominator": "denominator belongs to shares only",
}
_STATED = {
    Measure.SHARE: (frozenset({"%"}), "a share is stated in %"),
    Measure.GROWTH: (RELATIVE_UNITS, "a growth is stated in %, x or pp"),
}

RefArea = Annotated[
    str,
    StringConstraints(pattern=rf"^{AREA_CODE.pattern}$"),
    # Told before the bare pattern would be: whoever writes 广东 is told CN-GD.
    BeforeValidator(lambda code: area_code(code) if isinstance(code, str) else code),
]
ClaimKey = Annotated[str, StringConstraints(pattern=r"^.*\d{5,}$")]


class Claim(Record):
    """One quantified claim of a text, with its exact place in it."""

    mention: Annotated[
        str,
        Field(min_length=1),
        says(
            "Number, multiplier and unit, verbatim, without leading or trailing modifier words.",
            "数字、倍数与单位的原文，不含前后修饰词。",
        ),
    ]
    char_start: Annotated[Offset, says("First code point of the mention in the text.", "原文起始码点位置。")]
    char_end: Annotated[Offset, says("Code point after its last.", "原文结束码点位置（不含）。")]
    sentence: Annotated[str, says("The sentence it stands in, verbatim.", "所在句子原文。")]
    indicator: Annotated[
        Code | None,
        says(
            "Code of the indicator in the codebook; null where none fits.", "指标代码（见指标表）；无合适代码则为空。"
        ),
    ] = None
    indicator_text: Annotated[
        str | None,
        says(
            "What is measured: a Chinese noun phrase, as explicit as the text allows.", "所度量的内容（中文名词短语）。"
        ),
    ] = None
    subject: Annotated[
        str | None, says("Whose property it is, in its canonical Chinese name.", "主体的规范中文名称。")
    ] = None
    subject_id: Annotated[Code | None, says("The subject among the entities.", "主体的实体编号。")] = None
    ref_area: Annotated[
        RefArea | None,
        says("Area it refers to: ISO 3166-1, ISO 3166-2 or UN M49.", "所指地区代码（ISO 3166-1/-2 或 UN M49）。"),
    ] = None
    measure: Annotated[Measure, says("Level, share, growth or change.", "度量类型：水平、占比、增长率或变动量。")]
    statistic: Annotated[
        Statistic | None,
        says(
            "Mean, minimum or maximum; null for a plain value or a total.",
            "均值、最小值或最大值；单个数值或总量则为空。",
        ),
    ] = None
    per: Annotated[
        UnitCode | None,
        says(
            "What the value is for one of (`person`, `enterprise`, `day`, `month`, `m2` …); null for a total.",
            "数值所对应的单位（每人、每家企业、每日、每月、每平方米等）；总量则为空。",
        ),
    ] = None
    denominator: Annotated[
        str | None, says("For a share: of what; null when unstated.", "占比的分母；未说明则为空。")
    ] = None
    value: Annotated[
        Decimal,
        Field(allow_inf_nan=False),
        says("Value in the base unit; a fall is negative.", "以基本单位计的数值；下降为负。"),
    ]
    value_max: Annotated[Decimal | None, Field(allow_inf_nan=False), says("Upper end of a range.", "区间上限。")] = None
    unit: Annotated[
        UnitCode | None,
        says(
            "ISO 4217, UCUM, `%`, `pp`, `x` or one English noun; null where the text leaves it open.",
            "单位：ISO 4217、UCUM、%、pp、x 或英文名词；原文无法判断则为空。",
        ),
    ] = None
    unit_mult: Annotated[
        int,
        Field(ge=0, le=24),
        says("Power of ten that the text multiplies by (8 for 亿).", "原文所用的十的幂次（亿为 8）。"),
    ] = 0
    qualifier: Annotated[
        Qualifier, says("How the text hedges the number.", "数字的限定：确切、约、超过、不足、几。")
    ] = Qualifier.EXACT
    period_start: Annotated[date | None, says("First day it holds for.", "所属时期首日。")] = None
    period_end: Annotated[date | None, says("Last day it holds for, inclusive.", "所属时期末日（含）。")] = None
    period_text: Annotated[
        str | None, says("The time expression that gives the period, verbatim.", "时间表达原文。")
    ] = None
    period_basis: Annotated[
        PeriodBasis | None,
        says(
            "Whether the period is stated in the sentence, taken from its context or from the publication date.",
            "时期依据：句内、上下文或发布日期。",
        ),
    ] = None
    comparison: Annotated[
        Comparison | None, says("Against what a growth or change is stated.", "增长或变动的比较基准。")
    ] = None
    base_period_start: Annotated[date | None, says("First day of the base period.", "基期首日。")] = None
    base_period_end: Annotated[date | None, says("Last day of the base period.", "基期末日（含）。")] = None
    obs_status: Annotated[
        ObsStatus, says("Actual, estimate, forecast or target.", "数据状态：实际、估计、预测或目标。")
    ] = ObsStatus.ACTUAL
    claimant: Annotated[str | None, says("To whom the text attributes the figure.", "原文所注的数据来源。")] = None
    claimant_id: Annotated[Code | None, says("The claimant among the entities.", "数据来源的实体编号。")] = None
    relates_to: Annotated[
        ClaimKey | None,
        says(
            "The level that a growth, share or change describes: its `metric_id`, or its `key` in a bare claim.",
            "增长、占比或变动所描述的水平记录。",
        ),
    ] = None
    indicator_en: Annotated[
        str | None, Field(min_length=1), says("What is measured, in English.", "所度量的内容（英文）。")
    ] = None
    subject_en: Annotated[
        str | None, Field(min_length=1), says("Whose property it is, in English.", "主体的英文名称。")
    ] = None
    claimant_en: Annotated[
        str | None, Field(min_length=1), says("To whom the text attributes it, in English.", "数据来源的英文名称。")
    ] = None
    gloss_en: Annotated[
        str | None, says("The claim in one English line, made from the fields.", "由各字段生成的英文说明。")
    ] = None

    @property
    def key(self) -> str:
        """The claim's name inside its text: `char_start` in five digits or more."""
        return f"{self.char_start:05d}"

    @model_validator(mode="after")
    def _holds(self) -> Self:
        if broken := _broken_rule(vars(self)):
            raise ValueError(broken)
        return self


def _broken_rule(claim: dict[str, Any]) -> str | None:
    # Straight comparisons over the bare fields: this runs once a claim and decides the speed of validation.
    if claim["char_end"] - claim["char_start"] != len(claim["mention"]):
        return "char_start and char_end must span exactly `mention`"
    for low, high, said in _ORDERED:
        least, most = claim[low], claim[high]
        if least is not None and most is not None and least > most:
            return said
    if (claim["period_basis"] is None) != (claim["period_start"] is None and claim["period_end"] is None):
        return "period_basis is set where a period is, and only there"
    measure = claim["measure"]
    for name in _UNSET[measure]:
        if claim[name] is not None:
            return _BELONGS[name]
    stated = _STATED.get(measure)
    return stated[1] if stated is not None and claim["unit"] not in stated[0] else None


class Metric(Claim):
    """A claim of the dataset: with its ids and its curation."""

    metric_id: Annotated[MetricId, says("Article id and `char_start` in five digits.", "文章编号加起始位置（5 位）。")]
    article_id: Annotated[ArticleId, says("Article it stands in.", "所在文章。")]
    issue_id: Annotated[IssueId, says("Issue it stands in.", "所在期号。")]
    fact_id: Annotated[
        MetricId | None,
        says(
            "First metric by the same claimant that states the same fact: the same for every restatement.",
            "同一来源首次陈述同一事实的指标编号；重述者编号相同。",
        ),
    ] = None
    reviewed: Annotated[bool, says("Whether readers settled this record.", "是否经读者审定。")] = False

    @model_validator(mode="after")
    def _identified(self) -> Self:
        if self.metric_id != f"{self.article_id}-{self.key}":
            raise ValueError("metric_id is article_id, a hyphen and char_start in five digits")
        if not self.article_id.startswith(f"{self.issue_id}-"):
            raise ValueError("article_id belongs to issue_id")
        return self
