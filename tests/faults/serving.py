"""A real gunicorn over an archive of its own, and readers that ask it without rest."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Event, Thread
from urllib.parse import quote, urlencode

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("/", "/about/", "/issues/", "/people/", "/search/?q=浙江")


class Site:
    """gunicorn as ./run starts it."""

    def __init__(self, data: Path, **environment: str) -> None:
        self.environment = environment
        self.data, self.pid_file, self.log = data, data / "gunicorn.pid", data / "gunicorn.log"
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]

    def start(self) -> None:
        given = {"ARCHIVE_DATA": str(self.data), "DJANGO_SETTINGS_MODULE": "tests.faults.settings", "PYTHONUTF8": "1"}
        command = [
            sys.executable,
            str(Path(sys.executable).with_name("gunicorn")),
            "--config",
            "newsroom/gunicorn.conf.py",
            "--max-requests",
            "0",
        ]
        command += ["--bind", f"127.0.0.1:{self.port}", "--pid", str(self.pid_file)]
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=os.environ | given | self.environment, stdout=log, stderr=log
            )
        self.wait_until(lambda: self.status("/healthz") == 200)

    def stop(self) -> None:
        for pid in {self.process.pid, self.master}:
            if is_alive(pid):
                os.kill(pid, signal.SIGTERM)
        self.process.wait(40)
        self.wait_until(lambda: self.status("/healthz") is None, seconds=40)

    @property
    def master(self) -> int:
        """The process that the pid files name last: another one after an upgrade."""
        named = [file for file in (self.data / f"{self.pid_file.name}.2", self.pid_file) if file.exists()]
        return int(named[0].read_text() or 0) if named else self.process.pid

    @property
    def workers(self) -> list[int]:
        children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(self.master)], capture_output=True, text=True)
        return [int(pid) for pid in children.stdout.split()]

    def get(self, path: str, seconds: float = 30) -> tuple[int, dict[str, str], str]:
        """(status, headers, body), over a connection of its own."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=seconds)
        try:
            connection.request("GET", quote(path, safe="/?=&"))
            answer = connection.getresponse()
            return answer.status, dict(answer.headers), answer.read().decode()
        finally:
            connection.close()

    def status(self, path: str, seconds: float = 30) -> int | None:
        """None when the connection failed."""
        try:
            return self.get(path, seconds)[0]
        except (OSError, HTTPException):
            return None

    def log_in(self, password: str) -> int | None:
        """Writes a session: the status of the answer, None when the form can't be had."""
        status, headers, body = self.get("/admin/login/")
        if status != 200:
            return status
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', body)[1]
        form = {"username": "editor", "password": password, "csrfmiddlewaretoken": token, "next": "/admin/"}
        sent = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": headers["Set-Cookie"].split(";")[0]}
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("POST", "/admin/login/", urlencode(form), sent)
            return connection.getresponse().status
        finally:
            connection.close()

    @staticmethod
    def wait_until(holds, seconds: float = 30) -> float:
        """How long it took."""
        began = time.monotonic()
        while not holds():
            assert time.monotonic() - began < seconds, "waited in vain"
            time.sleep(0.05)
        return time.monotonic() - began

    @contextmanager
    def traffic(self, readers: int = 4) -> Iterator[Counter]:
        """Readers that ask for one page after another while the block runs: answers by status, failures by error."""
        counted: Counter = Counter()
        over = Event()

        def read(first: int) -> None:
            place = first
            while not over.is_set():
                try:
                    counted[self.get(PAGES[place % len(PAGES)])[0]] += 1
                except (OSError, HTTPException) as error:
                    counted[repr(error)] += 1
                place += 1

        threads = [Thread(target=read, args=(number,)) for number in range(readers)]
        for thread in threads:
            thread.start()
        try:
            yield counted
        finally:
            over.set()
            for thread in threads:
                thread.join()


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
