"""STAND-IN (SIMULASI): a verification provider on this machine, as docs/verification-provider.md has it.

It verifies nobody. Tests tell it what to answer, and how to misbehave.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from inaproc_backend.registration.http_verification import REQUEST_ID, SIGNATURE, check_signature, sign

SECRET = "shared secret of the tests, long enough"
TOKEN = "token-of-the-tests"


@dataclass
class StandIn:
    """What it got, and what it answers.

    Attributes:
        cases: body of each submission by key; a second one with the same key is not added.
        answers: reference to status and codes.
        next_answer: of submissions.
        fault: ``status`` to answer instead, ``unsigned``, ``other_secret``, ``old``, ``other_request``,
            ``garbage``, ``slow``, ``huge``, ``other_reference``; empty: none.
    """

    clock: Callable[[], datetime]
    url: str = ""
    cases: dict[str, Any] = field(default_factory=dict)
    submissions: int = 0
    polls: int = 0
    answers: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    next_answer: tuple[str, list[str]] = ("waiting", [])
    fault: str = ""
    problems: list[str] = field(default_factory=list)

    def answer(self, method: str, path: str, headers: Any, body: bytes) -> tuple[int, dict[str, str], bytes]:
        now = int(self.clock().timestamp())
        given = {"method": method, "path": path, "request_id": headers.get(REQUEST_ID, "")}
        fault = check_signature(
            SECRET.encode(), headers.get(SIGNATURE, ""), now=now, tolerance=300, body=body, **given
        )
        if fault or headers.get("Authorization") != f"Bearer {TOKEN}":
            self.problems.append(fault or "no token")
            return 401, {}, b""
        if self.fault.isdecimal():
            return int(self.fault), {}, b""
        if method == "POST":
            reference = self._take(json.loads(body), headers.get("Idempotency-Key", ""))
        else:
            reference = path.rsplit("/", 1)[-1]
            self.polls += 1
            if reference not in self.answers:
                return 404, {}, b""
        status, codes = self.answers[reference]
        if self.fault == "other_reference":
            reference = "somebody-else"
        content = json.dumps({"reference": reference, "status": status, "codes": codes}).encode()
        if self.fault == "garbage":
            content = b'{"status": 7}'
        if self.fault == "huge":
            content = b" " * 400_000
        if self.fault == "slow":
            time.sleep(1.0)
        if self.fault == "unsigned":
            return 200, {}, content
        secret = b"another secret" if self.fault == "other_secret" else SECRET.encode()
        moment = now - 3600 if self.fault == "old" else now
        if self.fault == "other_request":
            given["request_id"] = "replayed"
        return 200, {SIGNATURE: sign(secret, moment=moment, body=content, **given)}, content

    def _take(self, case: Any, key: str) -> str:
        self.submissions += 1
        assert key == case["key"]
        reference = f"ref-{key[:8]}"
        if key not in self.cases:
            self.cases[key] = case
            self.answers[reference] = self.next_answer
        return reference


@contextmanager
def running(clock: Callable[[], datetime]) -> Iterator[StandIn]:
    """Serve on a free port of this machine until the block ends."""
    stand_in = StandIn(clock)

    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            status, headers, content = stand_in.answer(self.command, self.path, self.headers, body)
            try:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)
            except (BrokenPipeError, ConnectionResetError):
                return  # the client did not wait

        do_GET = _serve  # noqa: N815
        do_POST = _serve  # noqa: N815

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    stand_in.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield stand_in
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
