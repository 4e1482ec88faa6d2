"""A document read in a process of its own, so that what ends the process costs that document alone."""

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from dianshang.engines.documents import RawDocument
from dianshang.engines.records import Reject
from dianshang.engines.tabulation import fatal_document
from dianshang.schema.tables import Tables

TRIES = 2
_PR_SET_PDEATHSIG = 1

Reading = Callable[[RawDocument], Tables | Reject]


def apart(read: Reading, document: RawDocument) -> Tables | Reject:
    """Reads a document in a process of its own.

    Args:
        read: What reads it.
        document: The document.

    Returns:
        What `read` gives; a reject where the process was ended from outside twice, as by a system that lacks memory.

    >>> apart(lambda document: {"articles": []}, RawDocument(1, "a.jsonl", 1, "a", "某市去年增长三成", None))
    {'articles': []}
    """
    context = multiprocessing.get_context("fork")
    for _ in range(TRIES):
        receiver, sender = context.Pipe(duplex=False)
        reader = context.Process(target=_send, args=(read, document, sender))
        reader.start()
        sender.close()
        try:
            result: Tables | Reject = receiver.recv()
        except (EOFError, OSError):
            continue
        finally:
            receiver.close()
            reader.join()
        return result
    return fatal_document(document)


def end_with_parent() -> None:
    """Lets this process end when the one that started it does: what it waits for would never come.

    The system ends it with the process that it is a copy of, which may be a server of copies; that the one which asked
    for it is gone, a thread has to see.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    asked = multiprocessing.parent_process()
    if asked is not None:
        threading.Thread(target=_end_after, args=(asked,), daemon=True).start()


def _end_after(asked: BaseProcess) -> None:
    asked.join()
    os._exit(1)


def _send(read: Reading, document: RawDocument, sender: Connection) -> None:
    end_with_parent()
    try:
        sender.send(read(document))
    except MemoryError:
        os._exit(1)
