"""What is said of a dataset beside its rows: its version, where its issues come from, how far readers agree."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dianshang.review.agreement import Agreement
from dianshang.schema.issue import Provenance


class Edition(NamedTuple):
    """The facts of one edition of the dataset.

    Attributes:
        version: Its version.
        origins: What is known of each issue, by its id.
        agreements: How far extractor and readers agree, for each reviewed issue.
    """

    version: str
    origins: Mapping[str, Provenance]
    agreements: Sequence[Agreement]
