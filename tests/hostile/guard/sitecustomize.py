"""Read by every Python that starts with this folder on its path: no call of it, nor of its copies, leaves the machine.

A call that would is refused, and noted in the file that NETWORK_CALLS names.
"""

import os
import socket
import sys

CALLS = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"}


def guard(event, words):
    # Processes of one machine may talk to each other, through a file.
    if event not in CALLS or (isinstance(words[0], socket.socket) and words[0].family == socket.AF_UNIX):
        return
    with open(os.environ["NETWORK_CALLS"], "a", encoding="utf-8") as noted:
        noted.write(f"{event} {words[1:]!r} in {os.getpid()}\n")
    raise RuntimeError(f"{event} is not to be called")


# The search for examples in docstrings imports this file too.
if "NETWORK_CALLS" in os.environ:
    sys.addaudithook(guard)
