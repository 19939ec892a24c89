"""A link to a trial's record takes an old, insecure or tracked way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pattern import pattern
from checker.rule import Edit, Finding, Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "note"
fixable = "safe"

HOSTS = frozenset(
    {
        *("clinicaltrials.gov", "www.clinicaltrials.gov", "classic.clinicaltrials.gov"),
        *("isrctn.com", "www.isrctn.com", "www.anzctr.org.au", "anzctr.org.au", "drks.de", "www.drks.de"),
        *("www.clinicaltrialsregister.eu", "euclinicaltrials.eu", "jrct.mhlw.go.jp", "trialsearch.who.int"),
    }
)
"""Registries that are known to answer over https."""

ADDRESS = pattern(r"(?i)(https?)://([a-z0-9.-]{1,80})((?:/[^?#\s]{0,400})?)((?:\?[^#\s]{0,800})?)((?:#\S{0,200})?)")
STUDY = pattern(r"(?i)/(?:ct2/show/(?:study/|record/|(results)/)?|show/|study/)(NCT0[0-9]{7})/?")
TRACKING = pattern(r"(?i)utm_[a-z]{1,20}|gclid|fbclid|msclkid|mc_cid|mc_eid|igshid|_ga|_gl")
SEARCH = pattern(
    r"(?i)term|cond|intr|titles|outc|spons|lead|id|rank|draw|recrs?|age_v|gndr|type|rslt|city|dist|cntry|state\d?|locn"
)
"""What the registry's own search leaves behind in an address."""


def check(article: Article) -> Iterator[Finding]:
    for block in article.prose:
        for link in block.links:
            plain = plain_address(link.url)
            if plain is None or plain == link.url:
                continue
            written = article.text[link.url_span.start : link.url_span.end] == link.url
            fix = Fix(f"Link to {plain}", (Edit(link.url_span, plain),), safe=True)
            yield Finding(
                link.url_span if written else block.locate(link.start, link.end),
                _message(link.url),
                f"Link to {plain}.",
                fix=fix if written else None,
            )


def plain_address(url: str) -> str | None:
    """The lasting address of a registry's page; None for addresses that are no registry's."""
    match = ADDRESS.fullmatch(url)
    if match is None or match[2].lower() not in HOSTS:
        return None
    _, host, path, query, fragment = match.groups()
    host = host.lower()
    of_search = host.endswith("clinicaltrials.gov")
    kept = [part for part in query[1:].split("&") if part and not _is_noise(part.partition("=")[0], of_search)]
    if of_search:
        study = STUDY.fullmatch(path)
        if study is None:
            return None
        # Parameters and anchors of the old site mean nothing to the new one.
        if not path.lower().startswith("/study/"):
            kept, fragment = ["tab=results"] if study[1] else [], ""
        host, path = "clinicaltrials.gov", f"/study/{study[2].upper()}"
    query = "?" + "&".join(kept) if kept else ""
    return f"https://{host}{path}{query}{fragment}"


def _is_noise(parameter: str, of_search: bool) -> bool:
    return TRACKING.fullmatch(parameter) is not None or (of_search and SEARCH.fullmatch(parameter) is not None)


def _message(url: str) -> str:
    if "/ct2/" in url or "/show/" in url or "//classic." in url:
        return "The link leads to the old site of ClinicalTrials.gov."
    if url.lower().startswith("http:"):
        return "The link to the registry is not encrypted."
    if "?" in url:
        return "The link to the registry carries a search or a tracker with it."
    return "The link to the registry takes a detour."
