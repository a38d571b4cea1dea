"""Which of a name's articles are another person's: a rule that an entry of the journal states in a line a part."""

from collections.abc import Collection
from dataclasses import dataclass

from articles.keys import root

PAPERS, UNITS, ARTICLES = "报纸", "单位", "文章"
PARTS = {PAPERS: "publications", UNITS: "affiliations", ARTICLES: "articles"}


@dataclass(frozen=True)
class Signature:
    """What can be known of who signed: the printed name and unit, the paper, the keys (roots) of the article."""

    name: str
    affiliation: str = ""
    publication: str = ""
    articles: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Rule:
    """Those articles of a name are the person's of this key that appeared in, were signed for, or are one of these."""

    key: str
    publications: frozenset[str] = frozenset()
    affiliations: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()

    def fits(self, signature: Signature) -> bool:
        """Whether any part of the rule takes it."""
        return bool(
            signature.publication in self.publications
            or signature.affiliation in self.affiliations
            or signature.articles & self.articles
        )

    def __bool__(self) -> bool:
        return bool(self.publications or self.affiliations or self.articles)


def write_rule(
    key: str, publications: Collection[str] = (), affiliations: Collection[str] = (), articles: Collection[str] = ()
) -> str:
    """A rule as the journal keeps it.

    >>> write_rule("张伟（金华）", publications=["金华日报"])
    '张伟（金华）\\n报纸：金华日报'
    """
    listed = " ".join(sorted(set(map(root, articles))))
    parts = {PAPERS: publications, UNITS: affiliations, ARTICLES: [listed] if listed else []}
    lines = (f"{word}：{value}" for word, values in parts.items() for value in sorted(set(values)))
    return "\n".join([key, *lines])


def read_rule(text: str) -> Rule:
    """The rule of an entry; what is no part of one is passed over, so that any text gives some rule."""
    key, *lines = text.split("\n")
    parts: dict[str, set[str]] = {name: set() for name in PARTS.values()}
    for line in lines:
        word, _, value = line.partition("：")
        if word in PARTS and value:
            parts[PARTS[word]].update(value.split() if word == ARTICLES else [value])
    return Rule(key, **{name: frozenset(values) for name, values in parts.items()})
