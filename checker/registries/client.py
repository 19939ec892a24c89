"""Asks ClinicalTrials.gov, or a mirror of it, for studies: slowly, patiently, and believing nothing unseen.

The only module that opens a connection.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn
from urllib.parse import urljoin, urlsplit

import httpx

from checker import __version__
from checker.registries.ctgov import FIELDS, Fetched, StudyProblem, read_study

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

HERE = ("all://localhost", "all://127.0.0.1", "all://[::1]")
"""The addresses of this machine."""

BATCH = 100
"""How many studies one request asks for."""


class Manners(NamedTuple):
    """How the registry is asked. Seconds, and bytes of an answer after decompression."""

    pause: float = 1.0
    tries: int = 5
    deadline: float = 30.0
    silence: float = 10.0
    longest_wait: float = 120.0
    largest: int = 64 * 1024 * 1024


CAREFUL = Manners()


class RegistryProblem(Exception):
    """The registry could not be asked, or what it answered cannot be believed; the message is for who asked."""


class State(NamedTuple):
    """Of which state of the registry the answers are, in its own words."""

    api_version: str
    data_timestamp: str


class Answer(NamedTuple):
    """What the registry says of one number: its study, or None where it knows none. `raw` is the study as it came.

    `refused` says in a sentence why what came of this one number cannot be used; nothing else is known of it then.
    """

    asked: str
    found: Fetched | None
    raw: Any = None
    refused: str = ""


class _Gone(RegistryProblem):
    """The registry says that it has nothing at this address."""


class _Moved(RegistryProblem):
    """The registry says that what is asked for stands elsewhere."""

    def __init__(self, message: str, location: str) -> None:
        super().__init__(message)
        self.location = location


class _Odd(RegistryProblem):
    """What the registry says of one study cannot be used."""


class _Again(Exception):
    """Something that may be better a little later; `after` is how many seconds the registry asks to wait."""

    def __init__(self, message: str, after: float | None = None) -> None:
        super().__init__(message)
        self.after = after


class Client:
    """A connection to one registry. Used as an asynchronous context.

    `sleep`, `clock` (monotonic seconds), `now` and `chance` (a number from 0 to 1) are the world's, and a test's own.
    """

    def __init__(
        self,
        base_url: str,
        manners: Manners = CAREFUL,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.base_url = checked_url(base_url)
        self.manners = manners
        self._sleep, self._clock, self._now, self._chance = sleep, clock, now, chance
        self._next: float | None = None
        try:
            self._http = httpx.AsyncClient(
                headers={"User-Agent": f"trial-checker/{__version__}", "Accept": "application/json"},
                timeout=httpx.Timeout(manners.silence),
                # Without TLS, which only this machine may do, there are no certificates to load.
                verify=self.base_url.startswith("https:"),
                follow_redirects=False,
                limits=httpx.Limits(max_connections=1),
                mounts=dict.fromkeys(HERE),  # No proxy leads back to this machine.
            )
        except (OSError, ValueError, ImportError) as error:  # The proxy or the certificates of the environment.
            raise RegistryProblem(f"The connection could not be set up: {error}.") from None

    async def __aenter__(self) -> Client:
        return self

    async def __aexit__(self, *reason: object) -> None:
        await self._http.aclose()

    async def state(self) -> State:
        """The version of the API and the moment of its data. Raises RegistryProblem.

        A mirror may be named by its host alone: the API is then looked for where the registry itself has it.
        """
        try:
            said = await self._ask("/version", {})
        except _Gone:
            if urlsplit(self.base_url).path:
                raise
            self.base_url += "/api/v2"
            said = await self._ask("/version", {})
        version, stamp = said.get("apiVersion"), said.get("dataTimestamp")
        if not isinstance(version, str) or not isinstance(stamp, str) or not version or len(version + stamp) > 100:
            self._disbelieve("/version", "it does not say of which version and moment its data are")
        return State(version, stamp)

    async def studies(self, ids: Sequence[str]) -> AsyncIterator[list[Answer]]:
        """What the registry says of each number, a batch at a time. Raises RegistryProblem."""
        for start in range(0, len(ids), BATCH):
            yield await self._batch(ids[start : start + BATCH])

    async def _batch(self, ids: Sequence[str]) -> list[Answer]:
        answers: dict[str, Answer] = {}
        token: Any = None
        tokens: set[str] = set()
        while True:
            given = {"filter.ids": ",".join(ids), "fields": ",".join(FIELDS), "pageSize": str(len(ids))}
            page = await self._ask("/studies", given if token is None else {**given, "pageToken": token})
            self._take(page, ids, answers)
            token = page.get("nextPageToken")
            if token is None:
                break
            if not isinstance(token, str) or token in tokens or len(tokens) > len(ids):
                self._disbelieve("/studies", "its pages do not come to an end")
            tokens.add(token)
        # What a batch leaves out may be an alias, which the registry resolves only where it is asked for one study.
        for id in ids:
            if id not in answers:
                try:
                    answers[id] = await self._one(id)
                except _Odd as problem:
                    answers[id] = Answer(id, None, refused=str(problem))
        return [answers[id] for id in ids]

    def _take(self, page: dict[str, Any], ids: Sequence[str], answers: dict[str, Answer]) -> None:
        studies = page.get("studies")
        if not isinstance(studies, list):
            self._disbelieve("/studies", "it holds no list of studies")
        for raw in studies:
            try:
                found = self._study(raw)
            except _Odd as problem:
                id = _number(raw)
                if id not in ids:
                    raise
                answers[id] = Answer(id, None, refused=str(problem))
                continue
            # What nobody asked for may be the record behind an alias, and is then asked for by that.
            for id in (found.id, *found.aliases):
                if id in ids:
                    answers[id] = Answer(id, found, raw)

    async def _one(self, id: str) -> Answer:
        path, seen = f"/studies/{id}", {f"/studies/{id}"}
        while True:
            try:
                raw = await self._ask(path, {"fields": ",".join(FIELDS)})
            except _Gone:
                return Answer(id, None)
            except _Moved as moved:
                path = self._path_of(moved.location, path)
                if path in seen or len(seen) > 5:
                    raise _Odd(self._unusable(path, "it leads round in circles")) from None
                seen.add(path)
                continue
            found = self._study(raw)
            if len(seen) > 1 and id != found.id and id not in found.aliases:
                found = found._replace(aliases=(*found.aliases, id))
            if id not in (found.id, *found.aliases):
                raise _Odd(self._unusable(path, f"it holds {found.id}, and {id} was asked for"))
            return Answer(id, found, raw)

    def _study(self, raw: Any) -> Fetched:
        try:
            return read_study(raw)
        except StudyProblem as problem:
            raise _Odd(f"{self.base_url} gave an answer that cannot be used. {problem}") from None

    def _path_of(self, location: str, path: str) -> str:
        """Where a redirection leads: to another study of the same registry, or nowhere."""
        here, target = urlsplit(self.base_url), urlsplit(urljoin(f"{self.base_url}{path}", location))
        match = re.search(r"/studies/(NCT[0-9]{8})$", target.path)
        if match is None or (target.scheme, target.netloc) != (here.scheme, here.netloc):
            where = target.geturl()[:80]
            raise _Odd(self._unusable(path, f"it leads to {where}, which is no study of the same registry"))
        return f"/studies/{match[1]}"

    async def _ask(self, path: str, given: dict[str, str]) -> dict[str, Any]:
        """One answer, asked for again as long as that may help. Raises RegistryProblem, _Gone and _Moved."""
        tried = 0
        while True:
            tried += 1
            await self._wait_for_turn()
            try:
                try:
                    async with asyncio.timeout(self.manners.deadline):
                        return await self._answer(path, given)
                finally:
                    # Connecting takes its time too: a second from the end of one is more than one from its beginning.
                    self._next = self._clock() + self.manners.pause
            except _Again as problem:
                reason, after = str(problem), problem.after
            except TimeoutError:
                # What drips once is given one more chance, and not minutes and minutes.
                tried = max(tried, self.manners.tries - 1)
                reason, after = f"no whole answer came within {self.manners.deadline:.0f} seconds", None
            except (httpx.TransportError, httpx.DecodingError) as error:
                reason, after = _in_words(error), None
            except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
                raise RegistryProblem(f"{self.base_url}{path} could not be asked: {error}.") from None
            if tried >= self.manners.tries:
                raise RegistryProblem(f"{self.base_url}{path} gave no answer that can be used: {reason}.")
            await self._sleep(self._delay(tried, after))

    async def _wait_for_turn(self) -> None:
        """No two requests arrive within a second of each other."""
        now = self._clock()
        if self._next is not None and now < self._next:
            await self._sleep(self._next - now)

    def _delay(self, tried: int, after: float | None) -> float:
        """How many seconds to wait before the next try: as long as asked, else twice as long each time, by chance."""
        if after is not None:
            return min(max(after, self.manners.pause), self.manners.longest_wait)
        return min(2.0 ** (tried - 1) * (0.5 + self._chance()), self.manners.longest_wait)

    async def _answer(self, path: str, given: dict[str, str]) -> dict[str, Any]:
        async with self._http.stream("GET", f"{self.base_url}{path}", params=given) as answer:
            status = answer.status_code
            if status == 404:
                raise _Gone(f"{self.base_url}{path} is not there: it answered 404.")
            if status in (301, 302, 303, 307, 308) and answer.headers.get("Location"):
                location = answer.headers["Location"]
                raise _Moved(f"{self.base_url}{path} leads elsewhere, to {location[:80]}.", location)
            if status == 429 or status >= 500 or status == 408:
                raise _Again(f"it answered {status}", self._retry_after(answer.headers.get("Retry-After")))
            if status != 200:
                self._disbelieve(path, f"it answered {status}")
            kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
            if kind != "application/json":
                self._disbelieve(path, f"it is {kind[:40] or 'of no named type'} where JSON belongs")
            return self._parsed(await self._body(path, answer))

    async def _body(self, path: str, answer: httpx.Response) -> bytes:
        declared = answer.headers.get("Content-Length", "")
        body = bytearray()
        if declared.isdecimal() and len(declared) < 20 and int(declared) > self.manners.largest:
            self._disbelieve(path, f"it would be larger than {self.manners.largest} bytes")
        async for chunk in answer.aiter_bytes(64 * 1024):
            body += chunk
            if len(body) > self.manners.largest:
                self._disbelieve(path, f"it is larger than {self.manners.largest} bytes")
        return bytes(body)

    def _parsed(self, body: bytes) -> dict[str, Any]:
        try:
            said = json.loads(body)
        except (ValueError, RecursionError):
            raise _Again("what it sent is not whole JSON") from None
        if not isinstance(said, dict):
            raise _Again("what it sent is no JSON object")
        return said

    def _retry_after(self, said: str | None) -> float | None:
        """The seconds that the registry asks to wait, whether it says how long or until when."""
        if said is None:
            return None
        if re.fullmatch(r"\s*\d{1,9}\s*", said, re.ASCII):
            return float(said)
        try:
            until = parsedate_to_datetime(said)
        except (ValueError, TypeError, OverflowError):
            return None
        return (until if until.tzinfo else until.replace(tzinfo=UTC)).timestamp() - self._now().timestamp()

    def _disbelieve(self, path: str, why: str) -> NoReturn:
        raise RegistryProblem(self._unusable(path, why))

    def _unusable(self, path: str, why: str) -> str:
        return f"The answer of {self.base_url}{path} cannot be used: {why}."


def checked_url(url: str) -> str:
    """The address of an API without a slash at its end.

    Raises RegistryProblem for one that is none, or that would be asked without TLS and is not this machine's own.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or parts.scheme not in ("http", "https") or parts.query or parts.fragment:
        raise RegistryProblem(f'"{url}" is no address of a registry; write it like https://registry.example/api/v2.')
    if parts.scheme == "http" and not _is_here(host):
        raise RegistryProblem(f"{url} would be asked without encryption; write https://.")
    return url.rstrip("/")


def _is_here(host: str) -> bool:
    """Whether a host is this machine. A name that only looks like its address is not."""
    from ipaddress import ip_address

    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _number(raw: Any) -> str:
    """The number that a study gives itself, as far as that can be read; else nothing."""
    try:
        return str(raw["protocolSection"]["identificationModule"]["nctId"])
    except (TypeError, KeyError, IndexError):
        return ""


def _in_words(error: Exception) -> str:
    if isinstance(error, httpx.TimeoutException):
        return "it was silent for too long"
    if isinstance(error, httpx.ConnectError):
        return f"no connection could be made ({str(error)[:100] or type(error).__name__})"
    return f"the connection broke ({str(error)[:100] or type(error).__name__})"
