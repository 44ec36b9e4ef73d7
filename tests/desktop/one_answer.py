"""One answer: a stand-in for a server on a local socket, which answers one caller in turn."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def answering(path: Path, *answers: bytes) -> Iterator[None]:
    """Listen at `path`; after each thing that is read of a caller the next answer is sent."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        server.settimeout(10.0)

        def serve() -> None:
            with suppress(OSError):
                caller, _address = server.accept()
                with caller:
                    caller.settimeout(10.0)
                    for answer in answers:
                        if not caller.recv(1 << 16):
                            return
                        caller.sendall(answer)

        thread = threading.Thread(target=serve, name="one answer", daemon=True)
        thread.start()
        try:
            yield
        finally:
            with suppress(OSError):
                server.shutdown(socket.SHUT_RDWR)
            thread.join(10.0)
