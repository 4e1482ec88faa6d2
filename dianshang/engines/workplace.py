"""The folder a run works in, beside its target: its plan and parts outlive a crash, and a run resumes from them."""

import json
import shutil
from pathlib import Path
from typing import Any, NamedTuple

from dianshang.engines.parts import is_whole
from dianshang.engines.planning import Plan
from dianshang.engines.records import InputKind, Piece, Reject
from dianshang.publishing.durable import sync, write_whole


class Workplace(NamedTuple):
    """The paths of a run.

    Attributes:
        root: The folder.
    """

    root: Path

    @classmethod
    def beside(cls, target: Path) -> "Workplace":
        """The workplace of a target."""
        return cls(target.with_name(f".{target.name}.run"))

    @property
    def about(self) -> Path:
        """What the run is; stands from the moment its plan is complete."""
        return self.root / "plan.json"

    @property
    def progress(self) -> Path:
        """One byte for every document that is done."""
        return self.root / "progress"

    @property
    def logs(self) -> Path:
        """Where datatrove notes the tasks it has completed."""
        return self.root / "log"

    @property
    def dataset(self) -> Path:
        """Where the dataset grows before it is put in its place."""
        return self.root / "dataset"

    def part(self, rank: int) -> Path:
        """Where a task leaves its rows."""
        return self.root / "parts" / f"{rank:05d}"

    def task(self, rank: int) -> Path:
        """The pieces of a task."""
        return self.root / "tasks" / f"{rank:05d}.json"

    def failure(self, rank: int) -> Path:
        """The document that stopped a task which may turn none away."""
        return self.root / "failed" / f"{rank:05d}.json"

    def in_hand(self, rank: int) -> Path:
        """The mark of a task at work; stays behind when its process is ended from outside."""
        return self.root / "in-hand" / f"{rank:05d}"

    def take(self, rank: int) -> None:
        """Marks a task as at work."""
        self.in_hand(rank).parent.mkdir(exist_ok=True)
        self.in_hand(rank).touch()

    def let_go(self, rank: int) -> None:
        """Takes that mark away."""
        self.in_hand(rank).unlink(missing_ok=True)

    def distrust(self) -> list[int]:
        """Notes the tasks whose processes were ended: each document of theirs is read in a process of its own.

        Returns:
            Those tasks.
        """
        found = sorted(self.root.glob("in-hand/*"))
        (self.root / "distrusted").mkdir(exist_ok=True)
        for mark in found:
            mark.replace(self.root / "distrusted" / mark.name)
        return [int(mark.name) for mark in found]

    def is_distrusted(self, rank: int) -> bool:
        """Whether a process that worked at this task was ended."""
        return (self.root / "distrusted" / f"{rank:05d}").exists()

    def begin(self, plan: Plan, mark: str) -> bool:
        """Lays out the plan of a run, unless the same run was begun here before.

        Args:
            plan: The tasks.
            mark: The fingerprint of the run.

        Returns:
            Whether earlier work is taken up.
        """
        shutil.rmtree(self.root / "failed", ignore_errors=True)
        about = {"fingerprint": mark, "tasks": len(plan.tasks), "documents": plan.documents, "bytes": plan.size}
        resumed = _read(self.about) == json.dumps(about)
        if resumed:
            self.distrust()
            self.sort_out(len(plan.tasks))
        else:
            self.remove()
            sync(self.root.parent)
        for folder in ("tasks", "parts"):
            (self.root / folder).mkdir(parents=True, exist_ok=True)
        for rank, task in enumerate(plan.tasks):
            if _read(self.task(rank)) != (planned := json.dumps(task)):
                write_whole(self.task(rank), planned)
        write_whole(self.about, json.dumps(about))
        return resumed

    def sort_out(self, tasks: int) -> list[int]:
        """Takes away the parts that are not what their task wrote, as a loss of power leaves them.

        Args:
            tasks: How many tasks there are.

        Returns:
            Those whose parts are damaged or missing: they count as not done any more.
        """
        bad = [rank for rank in range(tasks) if not is_whole(self.part(rank))]
        for rank in bad:
            shutil.rmtree(self.part(rank), ignore_errors=True)
            (self.logs / "completions" / f"{rank:05d}").unlink(missing_ok=True)
        return bad

    def pieces(self, rank: int) -> list[Piece]:
        """Reads the pieces of a task."""
        rows: list[list[Any]] = json.loads(self.task(rank).read_text())
        return [Piece._make([*row[:2], InputKind(row[2]), *row[3:]]) for row in rows]

    def done(self, tasks: int) -> list[int]:
        """The tasks whose parts are complete."""
        return [rank for rank in range(tasks) if self.part(rank).is_dir()]

    def fail(self, rank: int, reject: Reject) -> None:
        """Notes the document that stops a run."""
        place = self.failure(rank)
        place.parent.mkdir(exist_ok=True)
        place.write_text(reject.model_dump_json())

    def failures(self) -> list[Reject]:
        """The documents that stopped a run, in the order of the corpus."""
        return [Reject.model_validate_json(path.read_text()) for path in sorted(self.root.glob("failed/*.json"))]

    def remove(self) -> None:
        """Takes the folder away: the plan first, so that a run that dies here is begun afresh, not taken up."""
        self.about.unlink(missing_ok=True)
        shutil.rmtree(self.root, ignore_errors=True)


def _read(path: Path) -> str | None:
    """What stands in a file; None where it is missing or no text any more."""
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError):
        return None
