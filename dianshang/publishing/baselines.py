"""What readers of quantities score on the reviewed claims, as `bench/baselines.py` measured and wrote it."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import pyarrow as pa
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dianshang.review.score import Rate
from dianshang.schema.problems import DianshangError, Problem

FILE = "baselines.json"


class BaselinesError(DianshangError):
    """The file of baselines cannot be read or has another form."""


class _Part(BaseModel):
    # A measurement may say more than the card shows.
    model_config = ConfigDict(frozen=True, extra="ignore")


class Counts(_Part):
    """Hits among predictions and gold claims."""

    hits: int
    predicted: int
    gold: int
    interval: Mapping[str, tuple[float, float] | None] = Field(default_factory=dict)

    @property
    def rate(self) -> Rate:
        """The same as a rate."""
        return Rate(self.hits, self.predicted, self.gold)


class Levels(_Part):
    """The rates of one system on one set of claims."""

    span: Counts
    value_unit: Counts
    core_claim: Counts | None = None
    whole_claim: Counts | None = None

    @property
    def counts(self) -> Mapping[str, Counts]:
        """The counts by name, from the mildest level to the strictest."""
        names = ("span", "value_unit", "core_claim", "whole_claim")
        return {name: counts for name in names if (counts := getattr(self, name)) is not None}


class System(_Part):
    """A reader of quantities and how it did; `all` and `money` are None where it could not be run."""

    name: str
    asked: str
    version: str | None = None
    all: Levels | None = None
    money: Levels | None = None


class Gold(_Part):
    """The claims that it was measured on."""

    claims: int
    money: int
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Baselines(_Part):
    """The file `baselines.json`."""

    gold: Gold
    systems: tuple[System, ...]


def baselines(path: Path) -> Baselines | None:
    """Reads what was measured.

    Args:
        path: The file; it need not exist.

    Returns:
        The measurements, or None if there is no such file.

    Raises:
        BaselinesError: The file cannot be read or has another form.

    >>> baselines(Path("nowhere.json")) is None
    True
    """
    if not path.exists():
        return None
    remedy = "Measure again: python bench/baselines.py --json"
    try:
        return Baselines.model_validate_json(path.read_bytes())
    except OSError as error:
        raise BaselinesError(Problem(str(path), f"cannot be read: {error.strerror}", remedy)) from error
    except ValidationError as error:
        faults = error.errors()
        where = (f"{path} at {'.'.join(map(str, fault['loc']))}" for fault in faults)
        raise BaselinesError(
            *(Problem(place, fault["msg"], remedy) for place, fault in zip(where, faults, strict=True))
        ) from error


def gold_fingerprint(metrics: pa.Table) -> str:
    """Tells one set of reviewed claims from another.

    Args:
        metrics: The table `metrics`.

    Returns:
        The SHA-256 of place, value and unit of its reviewed rows.

    >>> row = {"metric_id": "a", "mention": "3%", "value": 3.0, "unit": "%", "reviewed": False}
    >>> gold_fingerprint(pa.Table.from_pylist([row]))[:12]
    'e3b0c44298fc'
    """
    rows = metrics.select(["metric_id", "mention", "value", "unit", "reviewed"]).to_pylist()
    lines = (f"{row['metric_id']} {row['mention']} {row['value']} {row['unit']}\n" for row in rows if row["reviewed"])
    return hashlib.sha256("".join(lines).encode()).hexdigest()
