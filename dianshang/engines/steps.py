"""The steps of the pipeline: read, tabulate, write. Each executor runs the same list of them."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from datatrove.data import Document, DocumentsPipeline
from datatrove.pipeline.base import PipelineStep

from dianshang.engines.documents import RawDocument, documents
from dianshang.engines.isolation import apart
from dianshang.engines.parts import Entry, PartWriter, counts
from dianshang.engines.records import EngineError, Reject, RejectKind
from dianshang.engines.sources import file_system
from dianshang.engines.tabulation import Limits, tabulated
from dianshang.engines.workplace import Workplace
from dianshang.publishing.lock import locked
from dianshang.schema.tables import Tables

HANDING_IN = 60.0
READ, TABLES, REJECT = "dianshang_read", "dianshang_tables", "dianshang_reject"


class Job(NamedTuple):
    """What every step of a run knows.

    Attributes:
        place: Where the run works.
        corpus: The path or URL of the corpus.
        limits: What one document may take.
        quarantine: Whether a document may be turned away without stopping the run.
    """

    place: Workplace
    corpus: str
    limits: Limits
    quarantine: bool


class CorpusReader(PipelineStep):
    """Reads the documents of a task; what cannot be read travels on as a reject."""

    type = "📖 - READER"
    name = "📰 dianshang corpus"

    def __init__(self, job: Job) -> None:
        """Takes the run."""
        super().__init__()
        self.job = job

    def run(self, data: DocumentsPipeline = None, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """Yields a datatrove document for every document of the task."""
        system = file_system(self.job.corpus)
        for piece in self.job.place.pieces(rank):
            for found in documents(piece, system, self.job.limits.size):
                if isinstance(found, Reject):
                    yield Document(text="", id=found.reject_id, metadata={REJECT: found})
                else:
                    self.stat_update("documents")
                    yield Document(text=found.text, id=found.issue_id, metadata={READ: found._replace(text="")})


class Tabulator(PipelineStep):
    """Extracts the rows of each document."""

    type = "🔢 - EXTRACTOR"
    name = "🧮 dianshang tables"

    def __init__(self, job: Job) -> None:
        """Takes the run."""
        super().__init__()
        self.job = job

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """Adds its rows, or its reject, to each document."""
        place = self.job.place
        place.take(rank)
        read_one = partial(apart, self.rows) if place.is_distrusted(rank) else self.rows
        try:
            for document in data:
                read: RawDocument | None = document.metadata.get(READ)
                if read is not None:
                    with self.track_time():
                        result = read_one(read._replace(text=document.text))
                    document.metadata[REJECT if isinstance(result, Reject) else TABLES] = result
                yield document
        finally:
            place.let_go(rank)

    def rows(self, read: RawDocument) -> Tables | Reject:
        """The rows of a document, or why there are none."""
        return tabulated(read, self.job.limits)


class PartStep(PipelineStep):
    """Writes the rows of a task."""

    type = "💽 - WRITER"
    name = "🗂 dianshang part"

    def __init__(self, job: Job) -> None:
        """Takes the run."""
        super().__init__()
        self.job = job

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """Yields each document once its rows are taken over."""
        place = self.job.place
        part = PartWriter(place.part(rank))
        try:
            with open(place.progress, "ab", buffering=0) as progress:
                for document in data:
                    progress.write(b"." * self._take(part, document, rank))
                    yield document
        except BaseException:
            part.abandon()
            raise
        part.close()

    def _take(self, part: PartWriter, document: Document, rank: int) -> int:
        """Takes over the rows of a document; how many documents of the corpus it is."""
        reject: Reject | None = document.metadata.pop(REJECT, None)
        if reject is not None:
            self.stat_update("rejects")
            # A file of another kind is no bad document: it stops no run.
            if not self.job.quarantine and reject.kind is not RejectKind.OTHER_KIND:
                self.job.place.fail(rank, reject)
                raise EngineError(reject.problem())
            part.turn_away(reject)
            return reject.documents
        read: RawDocument = document.metadata[READ]
        tables: Tables = document.metadata.pop(TABLES)
        entry = Entry(read.ordinal, read.issue_id, read.file, read.line, counts(tables))
        part.add(entry, tables, len(document.text))
        return 1


def steps(job: Job) -> list[PipelineStep]:
    """The pipeline of a run.

    Args:
        job: The run.

    Returns:
        Its steps, in order.

    >>> from pathlib import Path
    >>> job = Job(Workplace(Path("run")), "archive.jsonl", Limits(), quarantine=True)
    >>> [type(step).__name__ for step in steps(job)]
    ['CorpusReader', 'Tabulator', 'PartStep']
    """
    return [CorpusReader(job), Tabulator(job), PartStep(job)]


class GatherStep(PipelineStep):
    """Gathers the parts of a run on a cluster, once all its tasks are done."""

    type = "🧺 - GATHER"
    name = "📦 dianshang dataset"

    def __init__(self, job: Job, out: Path, tasks: int, shard_bytes: int) -> None:
        """Takes the run, its target, the number of its tasks and the size of a shard."""
        super().__init__()
        self.job = job
        self.out = out
        self.tasks = tasks
        self.shard_bytes = shard_bytes

    def run(self, data: DocumentsPipeline = None, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """Puts the dataset in its place."""
        # Imported here: only this last step needs the libraries of cards and pages, and every worker would load them.
        from dianshang.engines.gathering import publish

        # Whoever handed the jobs in may not have let go yet.
        with locked(self.out, HANDING_IN):
            publish(self.job.place, self.out, self.tasks, self.shard_bytes, self.job.quarantine)
        return data
