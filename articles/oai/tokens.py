"""Resumption tokens: where a list goes on, all in the token itself and signed, nothing kept here.

A token names the last row told, by its change and id. Both stay as they are from load to load while the article stays
as it is, so a list goes on through loads: what changes meanwhile moves to its end, is told there if the list reaches
so far, and never makes the harvester miss or repeat what did not change. Tokens therefore do not expire.
"""

from dataclasses import astuple, dataclass
from datetime import datetime

from django.core import signing

from articles.oai.errors import Refused
from articles.queries.harvest import Place

SALT = "articles.oai"
ARTICLES, TOMBSTONES = "a", "t"


@dataclass(frozen=True)
class Token:
    """A list (its verb, set and bounds, as asked), how much of it has been told, and behind which row to go on."""

    verb: str
    first: str = ""
    until: str = ""
    set: str = ""
    table: str = ARTICLES
    changed: str = ""
    id: int = 0
    cursor: int = 0
    total: int = 0

    @property
    def place(self) -> Place | None:
        return Place(datetime.fromisoformat(self.changed), self.id) if self.changed else None

    def __str__(self) -> str:
        return signing.dumps(astuple(self), salt=SALT, compress=True)


def read(text: str, verb: str) -> Token:
    """The token that an answer to this verb gave; raises Refused for any other text."""
    try:
        token = Token(*signing.loads(text, salt=SALT))
    except (signing.BadSignature, ValueError, TypeError):
        raise Refused(("badResumptionToken", "这个 resumptionToken 不是本站所发")) from None
    if token.verb != verb:
        raise Refused(("badResumptionToken", f"这个 resumptionToken 属于 {token.verb}"))
    return token
