"""The arguments of a request: which a verb takes, and how each may be written."""

import re
from dataclasses import dataclass, field

from django.http import QueryDict

from articles.oai.errors import Refused

RESUME = "resumptionToken"
PREFIX = "oai_dc"
SELECTIVE = frozenset({"from", "until", "set", RESUME})
# Verb: what it needs, what else it takes. A resumption token stands alone.
VERBS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "Identify": (frozenset(), frozenset()),
    "ListMetadataFormats": (frozenset(), frozenset({"identifier"})),
    "ListSets": (frozenset(), frozenset({RESUME})),
    "ListIdentifiers": (frozenset({"metadataPrefix"}), SELECTIVE),
    "ListRecords": (frozenset({"metadataPrefix"}), SELECTIVE),
    "GetRecord": (frozenset({"identifier", "metadataPrefix"}), frozenset()),
}
SAFE = r"[A-Za-z0-9\-_.!~*'()]+"
FORMS = {
    "metadataPrefix": re.compile(SAFE),
    "set": re.compile(rf"{SAFE}(:{SAFE})*"),
    "from": re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?", re.ASCII),
    "until": re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?", re.ASCII),
}


@dataclass(frozen=True)
class Request:
    """A verb with its arguments, each lawful by itself; empty where the request could not be understood."""

    verb: str = ""
    given: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        return self.given.get(name, "")


def read(query: QueryDict) -> Request:
    """The request that these fields make; raises Refused with badVerb, every badArgument, cannotDisseminateFormat."""
    verbs = query.getlist("verb")
    if len(verbs) != 1 or verbs[0] not in VERBS:
        raise Refused(("badVerb", "verb 缺失、重复或不认识" if len(verbs) != 1 else "不认识这个 verb"))
    names = [name for name in query if name != "verb"]
    given = {name: query[name] for name in names}
    faults = [*_repeated(query, names), *_misplaced(verbs[0], given), *_malformed(given)]
    if faults:
        raise Refused(*(("badArgument", fault) for fault in faults))
    return Request(verbs[0], given)


def _repeated(query: QueryDict, names: list[str]) -> list[str]:
    return [f"{name} 重复" for name in names if len(query.getlist(name)) > 1]


def _misplaced(verb: str, given: dict[str, str]) -> list[str]:
    needed, taken = VERBS[verb]
    faults = [f"{verb} 不接受 {name}" for name in given if name not in needed | taken]
    if RESUME in given and RESUME in taken:
        return faults + [f"{RESUME} 只能单独出现"] * (len(given) > 1)
    return faults + [f"缺少 {name}" for name in sorted(needed) if not given.get(name)]


def _malformed(given: dict[str, str]) -> list[str]:
    return [f"{name} 写法不对" for name, form in FORMS.items() if name in given and not form.fullmatch(given[name])]
