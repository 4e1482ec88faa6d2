"""Imported by the process of which all workers are copies: what every document needs is loaded there, once."""

from datetime import date

import dianshang.engines.steps  # noqa: F401 (what workers run)
from dianshang.engines.documents import RawDocument
from dianshang.engines.tabulation import Limits, tabulated

tabulated(
    RawDocument(1, "", 1, "a", "某市去年增长三成\n某市去年销售额达5亿元，同比增长三成。", date(2014, 1, 1)), Limits()
)
