"""The contract: the records of the dataset and its controlled vocabularies."""

from dianshang.schema.article import Article, Author, Paragraph
from dianshang.schema.claim import Claim, Metric
from dianshang.schema.numeral import Numeral
from dianshang.schema.problems import DianshangError, Problem
from dianshang.schema.record import Record

__all__ = [
    "Article",
    "Author",
    "Claim",
    "DianshangError",
    "Metric",
    "Numeral",
    "Paragraph",
    "Problem",
    "Record",
]
