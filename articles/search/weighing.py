"""What the words of a query weigh in articles that were read: BM25's weight, more where they stand near each other."""

from collections.abc import Callable, Iterable, Mapping
from heapq import heapify, heappop, heapreplace
from itertools import pairwise

from articles.search.coding import BREAK, LINE, decode, encode
from articles.search.levels import HEADLINE_WEIGHT, weight
from articles.search.structure import Query, words_of
from articles.search.tokens import atom
from articles.words import holds_word

FEW = 20  # several terms that stand as one string in so few articles were copied out of one of them
_NEAR, _NEARNESS = 60.0, 0.5  # bytes of text that halve the worth of nearness; its worth against one word's weight
_BYTES_A_WORD = 4.5
_AROUND, _OTHER_WORDS = 12, 0.2  # bytes read around a mention; its worth where the characters are of other words
_BREAK, _LINE = encode(BREAK), encode(LINE)

Mentions = Callable[[bytes, bytes, bytes, str], float]  # (text, the same with breaks, word as bytes, word)


def weighed(
    query: Query, texts: Iterable[tuple[int, bytes, bytes]], rarities: Mapping[str, float], most: int
) -> list[int]:
    """The numbers of the articles (number, headline, body), the best `most` of them first and in order.

    To tell whether a mention is the word (和服) or its characters are of others (和服务) takes long: it is told only of
    articles that come up by what they weigh at most.
    """
    asked = _Asked(query, rarities)
    articles = [_Article(asked, *text) for text in texts]
    copied = sum(article.joined for article in articles) <= FEW
    heap = [
        (not (copied and article.joined), article.tier, -article.most, -article.number, article) for article in articles
    ]
    heapify(heap)
    best: list[int] = []
    while heap and len(best) < most:
        others, tier, _, last, article = heap[0]
        if article is None:
            heappop(heap)
            best.append(-last)
        else:
            heapreplace(heap, (others, tier, -article.weight, last, None))
    return best + [-last for _, _, _, last, _ in sorted(heap)]


class _Asked:
    """A query as bytes, to weigh articles by."""

    def __init__(self, query: Query, rarities: Mapping[str, float]) -> None:
        self.whole = encode(query.whole)
        texts = (*query.terms, *query.titles)
        self.terms = [needle for text in texts if (needle := _needle(text))]
        self.title_words = frozenset(word for text in texts for word in words_of(text))
        self.words = [(word, encode(word), worth) for word, worth in rarities.items()]


class _Article:
    """One article, weighed by a query.

    joined: several terms stand as one string; tier: the least is the best; most: what it weighs at most.
    """

    def __init__(self, asked: _Asked, number: int, headline: bytes, body: bytes) -> None:
        self.asked, self.number, self.headline, self.body = asked, number, headline, body
        self.text, self.lines = body.replace(_BREAK, b""), headline.replace(_BREAK, b"")
        self.title = self.lines.replace(_LINE, b"")
        self.joined = len(asked.terms) > 1 and (asked.whole in self.text or asked.whole in self.title)
        self.tier = self._tier()
        self.nearness = self._nearness() if len(asked.words) > 1 else 0.0
        self.most = self._weight(_counted)

    @property
    def weight(self) -> float:
        return self._weight(_mentions)

    def _tier(self) -> int:
        asked = self.asked
        if not asked.whole:
            return 4
        if asked.whole in self.lines.split(_LINE) or asked.whole == self.title:
            return 0
        if asked.terms and all(term in self.title for term in asked.terms):
            return 1 if self._holds(asked.title_words) else 2
        return 3 if self.joined else 4

    def _holds(self, title_words: Iterable[str]) -> bool:
        """Whether the headline stack holds them as words."""
        stack = decode(self.headline) if title_words else ""
        return all(holds_word(stack, word) for word in title_words)

    def _weight(self, mentions: Mentions) -> float:
        length = len(self.text) / _BYTES_A_WORD
        if not self.asked.words:
            counts = (self.text.count(term) + HEADLINE_WEIGHT * self.headline.count(term) for term in self.asked.terms)
            return sum(weight(count, length) for count in counts)
        total = 0.0
        for word, needle, worth in self.asked.words:
            count = mentions(self.text, self.body, needle, word)
            count += HEADLINE_WEIGHT * mentions(self.lines, self.headline, needle, word)
            total += worth * weight(count, length)
        return total + self.nearness

    def _nearness(self) -> float:
        """How near to each other any two of the words stand."""
        places = sorted((at, needle) for _, needle, _ in self.asked.words for at in _places(self.text, needle, 20))
        gaps = [after[0] - before[0] for before, after in pairwise(places) if before[1] != after[1]]
        return _NEARNESS * _NEAR / (_NEAR + min(gaps)) if gaps else 0.0


def _counted(text: bytes, _with_breaks: bytes, needle: bytes, _word: str) -> float:
    """How often the characters of the word stand in the text."""
    return text.count(needle)


def _mentions(text: bytes, with_breaks: bytes, needle: bytes, word: str) -> float:
    """How often the word stands in the text; less where its characters belong to other words (和服 in 和服务)."""
    count = text.count(needle)
    if not count:
        return 0.0
    tried = [_around(with_breaks, at, at + len(needle)) for at in _places(with_breaks, needle, 2)]
    as_word = sum(holds_word(decode(piece), word) for piece in tried)
    return count * (_OTHER_WORDS + (1 - _OTHER_WORDS) * as_word / len(tried)) if tried else count * _OTHER_WORDS


def _around(text: bytes, start: int, end: int) -> bytes:
    """A stretch of the text and what stands beside it, up to the next break on either side."""
    before = text.rfind(_BREAK, 0, start) + 1
    after = text.find(_BREAK, end)
    return text[max(before, start - _AROUND) : min(after if after >= 0 else len(text), end + _AROUND)]


def _needle(text: str) -> bytes:
    asked = atom(text)
    return encode(asked.needle) if asked else b""


def _places(text: bytes, needle: bytes, most: int) -> list[int]:
    """Where the needle stands, up to so many times."""
    found: list[int] = []
    at = text.find(needle)
    while at >= 0 and len(found) < most:
        found.append(at)
        at = text.find(needle, at + 1)
    return found
