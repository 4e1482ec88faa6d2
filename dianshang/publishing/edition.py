"""What is said of a dataset beside its rows: its version, where its issues come from, how far readers agree."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from dianshang.publishing.baselines import Baselines
from dianshang.publishing.releases import Release
from dianshang.review.agreement import Agreement
from dianshang.review.people_scores import PeopleAgreement
from dianshang.schema.issue import Provenance


class Edition(NamedTuple):
    """The facts of one edition of the dataset.

    Attributes:
        version: Its version.
        origins: What is known of each issue, by its id.
        agreements: How far extractor and readers agree, for each reviewed issue.
        releases: What changed in the data, the newest release first; empty where no changelog is kept.
        baselines: What readers of quantities score on the reviewed claims; None where nobody has measured.
        people: How far rules and readers agree on people and events, by reviewed issue.
    """

    version: str
    origins: Mapping[str, Provenance]
    agreements: Sequence[Agreement]
    releases: Sequence[Release] = ()
    baselines: Baselines | None = None
    people: Mapping[str, PeopleAgreement] = MappingProxyType({})
