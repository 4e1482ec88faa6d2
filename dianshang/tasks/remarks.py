"""What the scorer has to say of its input: each kind of fault once, with how often it was met and a few examples."""

from typing import NamedTuple

from dianshang.columns import cut
from dianshang.schema.display import harmless

# Of 10,000 faults of one kind a person looks at the first.
SHOWN = 3


class Remark(NamedTuple):
    """One kind of fault.

    Attributes:
        what: What is the matter, and how it counts.
        times: How often.
        examples: Where, the first few.
    """

    what: str
    times: int
    examples: tuple[str, ...]

    def lines(self, limit: int) -> list[str]:
        """The fault and its examples, a line each, cut to a number of cells; none acts on a terminal."""
        rest = self.times - len(self.examples)
        below = [*self.examples, *([f"and {rest} more"] if rest else [])]
        told = [f"{self.times} × {self.what}", *(f"    {line}" for line in below)]
        return [cut(harmless(line), limit) for line in told]


class Remarks:
    """Gathers faults as the input is read."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[int, list[str]]] = {}

    def add(self, what: str, example: str) -> None:
        """Notes a fault.

        Args:
            what: Its kind, the same words for all of a kind.
            example: Where it was met.
        """
        count, examples = self._found.get(what, (0, []))
        if len(examples) < SHOWN:
            examples.append(example)
        self._found[what] = (count + 1, examples)

    def told(self) -> tuple[Remark, ...]:
        """All kinds, the most frequent first."""
        ranked = sorted(self._found.items(), key=lambda one: -one[1][0])
        return tuple(Remark(what, count, tuple(examples)) for what, (count, examples) in ranked)
