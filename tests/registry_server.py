"""A registry on the loopback, with the manners and the failures of the real one."""

from __future__ import annotations

import json
import ssl
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

REAL = Path(__file__).parent / "data" / "registry"


def real_studies() -> dict[str, Any]:
    """The extracts of real records that the tests have, by number."""
    found = {}
    for path in sorted(REAL.glob("NCT*.json")):
        found[path.stem] = json.loads(path.read_text(encoding="utf-8"))
    return found


class Server:
    """Answers below `url` as version 2 of the API does. `script` holds what to do with the next requests instead.

    With a certificate (a file that holds its key too) it answers over TLS.
    """

    def __init__(self, studies: dict[str, Any], certificate: Path | None = None) -> None:
        self.studies = studies
        self.aliases: dict[str, str] = {}
        self.stamp = "2026-05-30T09:00:05"
        self.page = 1000
        self.requests: list[str] = []
        self.script: list[Callable[[Answering], bool] | None] = []
        self.always: Callable[[Answering], bool] | None = None
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Answering,), {"registry": self}))
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/api/v2"
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
            self.url = self.url.replace("http:", "https:")

    def __enter__(self) -> Server:
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *reason: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, path: str, given: dict[str, str]) -> tuple[int, Any, dict[str, str]]:
        """Status, body and headers of the answer to a request."""
        if path == "/version":
            return 200, {"apiVersion": "2.0.5", "dataTimestamp": self.stamp}, {}
        if path == "/studies":
            ids = given["filter.ids"].split(",")
            found = [self.studies[id] for id in ids if id in self.studies]
            size = min(int(given.get("pageSize", "10")), self.page)
            start = int(given.get("pageToken", "0"))
            body: dict[str, Any] = {"studies": found[start : start + size]}
            if start + size < len(found):
                body["nextPageToken"] = str(start + size)
            return 200, body, {}
        id = path.removeprefix("/studies/")
        if id in self.aliases:
            return 301, {}, {"Location": f"/api/v2/studies/{self.aliases[id]}"}
        if id in self.studies:
            return 200, self.studies[id], {}
        return 404, f"NCT number {id} not found", {}


class Answering(BaseHTTPRequestHandler):
    registry: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        self.registry.requests.append(self.path)
        act = self.registry.script.pop(0) if self.registry.script else self.registry.always
        if act is not None and act(self):
            return
        given = {key: values[0] for key, values in parse_qs(address.query).items()}
        status, said, headers = self.registry.answer(address.path.removeprefix("/api/v2"), given)
        self.say(status, said, headers)

    def do_CONNECT(self) -> None:
        self.registry.requests.append(f"CONNECT {self.path}")
        self.say(502, "No way there.")

    def say(self, status: int, said: Any, headers: dict[str, str] | None = None) -> bool:
        """Answer with a status and a body: JSON, or text as it is."""
        text = isinstance(said, str)
        body = said.encode() if text else json.dumps(said).encode()
        self.send_response(status)
        given = {"Content-Type": "text/plain" if text else "application/json", "Content-Length": str(len(body))}
        for name, value in {**given, **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        return True

    def raw(self, data: bytes) -> bool:
        """Send these bytes, and hang up."""
        self.wfile.write(data)
        self.wfile.flush()
        self.close_connection = True
        return True

    def log_message(self, *given: object) -> None:
        pass


def refusing(status: int, **headers: str) -> Callable[[Answering], bool]:
    """Answers with a status and no more."""
    return lambda here: here.say(status, "Not now.", {name.replace("_", "-"): text for name, text in headers.items()})


def saying(said: Any, **headers: str) -> Callable[[Answering], bool]:
    """Answers with another body than is true."""
    return lambda here: here.say(200, said, {name.replace("_", "-"): text for name, text in headers.items()})


def whole_answer(said: Any) -> bytes:
    """The bytes of a good answer."""
    body = json.dumps(said).encode()
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)


def cutting(data: bytes, at: int) -> Callable[[Answering], bool]:
    """Sends the first bytes of an answer, and hangs up."""
    return lambda here: here.raw(data[:at])


def dripping(data: bytes, every: float) -> Callable[[Answering], bool]:
    """Sends an answer byte by byte, with this many seconds between them."""

    def act(here: Answering) -> bool:
        try:
            for byte in data:
                here.wfile.write(bytes((byte,)))
                here.wfile.flush()
                time.sleep(every)
        except OSError:
            pass
        here.close_connection = True
        return True

    return act
