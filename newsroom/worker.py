"""gunicorn's threaded worker, but no slow client occupies a thread, and the probes never wait in the queue."""

import select
import selectors
import socket
import struct
import time
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any

from gunicorn import util
from gunicorn.http.errors import LimitRequestLine
from gunicorn.workers.gthread import _DEFER, TConn, ThreadWorker

HEAD_END, HEAD_BYTES = b"\r\n\r\n", 64 * 1024  # beyond so many bytes gunicorn's own limits answer
HEAD_SECONDS = 10.0  # for the head of a request, from its first byte to its last
STALL_SECONDS = 15  # without a byte moving, of a body or an answer
TOO_LONG = (
    '<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>地址太长</title>'
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">'
    "<p>地址太长，收不下。请回上一页删短，或分几次来。".encode()
)
TOO_LONG_HEAD = "\r\n".join(
    ("HTTP/1.1 414 URI Too Long", "Connection: close", "Content-Type: text/html", f"Content-Length: {len(TOO_LONG)}")
)
PROBES = (b"GET /healthz", b"GET /readyz", b"HEAD /healthz", b"HEAD /readyz")


class PatientWorker(ThreadWorker):
    """Collects the head of a request on the poller; a thread gets the connection when all of it has come."""

    def init_process(self) -> None:
        """The kernel gives up on a peer that neither sends nor takes anything: what is accepted inherits this."""
        for listener in self.sockets:
            for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
                listener.sock.setsockopt(socket.SOL_SOCKET, option, struct.pack("ll", STALL_SECONDS, 0))
        self.probes = ThreadPoolExecutor(max_workers=1)
        super().init_process()

    def enqueue_req(self, conn: TConn) -> None:
        """A thread of its own answers the probes; who has said nothing yet waits on the poller."""
        began = peek(conn)
        if began is None and self.alive and not read_ahead(conn):
            conn.timeout = time.monotonic() + self.cfg.keepalive
            self.pending_conns.append(conn)
            self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_pending_socket_readable, conn))
            return
        pool = self.probes if began and began.startswith(PROBES) else self.tpool
        done = partial(self.method_queue.defer, self.finish_request, conn)
        pool.submit(self.handle, conn).add_done_callback(done)

    def handle(self, conn: TConn) -> Any:
        if self.cfg.is_ssl or read_ahead(conn):
            return super().handle(conn)
        if getattr(conn, "head", None) is None:
            conn.head, conn.head_until = b"", time.monotonic() + HEAD_SECONDS
        while is_open := receive(conn):
            if HEAD_END in conn.head or len(conn.head) >= HEAD_BYTES:
                break
            if self.alive:
                return _DEFER if time.monotonic() < conn.head_until else False
            if not await_more(conn):  # a worker that stops has no poller to give it back to
                return False
        return is_open and self.handle_whole(conn)

    def handle_whole(self, conn: TConn) -> Any:
        """Lets gunicorn read what has been collected."""
        conn.init()
        conn.parser.unreader.unread(conn.head)
        conn.head = None
        return super().handle(conn)

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: Exception) -> None:
        """A form filled with too much is answered in the reader's language; what no reader sends, as gunicorn does."""
        if isinstance(exc, LimitRequestLine):
            self.log.warning("address too long from %s", addr)
            util.write_nonblock(client, TOO_LONG_HEAD.encode() + HEAD_END + TOO_LONG)
        else:
            super().handle_error(req, client, addr, exc)

    def finish_request(self, conn: TConn, fs: Future) -> None:
        """A connection that was given back just as the worker was told to stop is waited for in a thread."""
        if not self.alive and not fs.cancelled() and not fs.exception() and fs.result() is _DEFER:
            self.enqueue_req(conn)
        else:
            super().finish_request(conn, fs)


def read_ahead(conn: TConn) -> bool:
    """Whether gunicorn has read of the next request already, which the poller can't know."""
    return conn.parser is not None and bool(conn.parser.unreader.buf.getvalue())


def peek(conn: TConn) -> bytes | None:
    """The first bytes that wait to be read; None while there are none."""
    conn.sock.setblocking(False)
    try:
        return bytes(conn.sock.recv(16, socket.MSG_PEEK))
    except BlockingIOError:
        return None
    except OSError:
        return b""  # reading will tell


def receive(conn: TConn) -> bool:
    """Adds to the head what has come by now; False when the client has gone."""
    conn.sock.setblocking(False)
    try:
        more = conn.sock.recv(HEAD_BYTES)
    except BlockingIOError:
        return True
    except OSError:
        return False
    conn.head += more
    return bool(more)


def await_more(conn: TConn) -> bool:
    return bool(select.select([conn.sock], [], [], max(conn.head_until - time.monotonic(), 0))[0])
