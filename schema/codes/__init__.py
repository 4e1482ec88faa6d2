"""The closed code lists of the dataset."""

from dianshang.schema.codes.claims import (
    Comparison,
    Granularity,
    Measure,
    Nature,
    ObsStatus,
    PeriodBasis,
    Qualifier,
    Statistic,
    UnitFamily,
)
from dianshang.schema.codes.code_list import CodeList
from dianshang.schema.codes.findings import CheckKind, Confidence, FigureBasis, ImpliedKind, Verdict
from dianshang.schema.codes.texts import (
    AuthorRole,
    NumeralKind,
    NumeralRole,
    ParagraphKind,
    PublishedBasis,
    SourceRelation,
    StatementMode,
    Tag,
)
from dianshang.schema.codes.things import AreaLevel, EntityType, ProjectStage

__all__ = [
    "AreaLevel",
    "AuthorRole",
    "CheckKind",
    "CodeList",
    "Comparison",
    "Confidence",
    "EntityType",
    "FigureBasis",
    "Granularity",
    "ImpliedKind",
    "Measure",
    "Nature",
    "NumeralKind",
    "NumeralRole",
    "ObsStatus",
    "ParagraphKind",
    "PeriodBasis",
    "ProjectStage",
    "PublishedBasis",
    "Qualifier",
    "SourceRelation",
    "StatementMode",
    "Statistic",
    "Tag",
    "UnitFamily",
    "Verdict",
]
