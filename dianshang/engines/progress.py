"""How far a run is: the documents done, their rate and the time left, on a terminal."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tqdm import tqdm

EVERY = 0.5


@contextmanager
def shown_progress(done: Path, documents: int, before: int) -> Iterator[None]:
    """Shows a bar while the work inside goes on, wherever the workers are.

    Args:
        done: A file that grows by one byte for every document.
        documents: How many there are in all.
        before: How many of them were done before.

    >>> import tempfile
    >>> done = Path(tempfile.mkdtemp(), "progress")
    >>> with shown_progress(done, documents=3, before=1):
    ...     _ = done.write_bytes(b"...")
    """
    over = threading.Event()
    done.write_bytes(b"." * before)
    # disable=None shows the bar on a terminal only.
    with tqdm(total=documents, initial=before, unit="doc", desc="documents", disable=None) as bar:

        def watch() -> None:
            while not over.wait(EVERY):
                bar.update(done.stat().st_size - bar.n)

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        try:
            yield
        finally:
            over.set()
            watcher.join()
            bar.update(done.stat().st_size - bar.n)
