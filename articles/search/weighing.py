"""What the words of a query weigh in articles that were read: BM25's weight, more where they stand near each other."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from heapq import heapify, heappop, heapreplace
from itertools import pairwise

from articles.search.coding import BREAK, LINE, decode, encode
from articles.search.levels import HEADLINE_WEIGHT, saturation
from articles.search.structure import Query, words_of
from articles.search.tokens import atom
from articles.words import holds_word, words

FEW = 20  # several terms that stand as one string in so few articles were copied out of one of them
_NEAR, _NEARNESS = 60.0, 0.5  # bytes of text that halve the worth of nearness; its worth against one word's weight
_BYTES_A_WORD = 4.5
_AROUND, _OTHER_WORDS = 12, 0.2  # bytes read around a mention; its worth where the characters are of other words
_BREAK, _LINE = encode(BREAK), encode(LINE)


def weighed(
    query: Query,
    texts: Iterable[tuple[int, bytes, bytes]],
    rarities: Mapping[str, float],
    most: int,
    least: float = 0.0,
) -> list[int]:
    """The numbers of the articles (number, headline, body), the best `most` of them first and in order.

    Left out are those whose words of the query are worth less than the `least`.

    To tell whether a mention is the word (和服) or its characters are of others (和服务) takes long: it is told only of
    articles that come up by what they weigh at most.
    """
    asked = _Asked(query, rarities)
    read = (_Article(asked, *text) for text in texts)
    articles = [article for article in read if article.worth >= least] if least else list(read)
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
        self.saturation = saturation(len(self.text) / _BYTES_A_WORD)
        self.joined = len(asked.terms) > 1 and (asked.whole in self.text or asked.whole in self.title)
        self.tier = self._tier()
        self.most = self._at_most()

    @property
    def worth(self) -> float:
        """Of the words that stand in it, what they tell."""
        return sum(worth for _, needle, worth in self.asked.words if needle in self.text or needle in self.title)

    @cached_property
    def title_words(self) -> frozenset[str]:
        return frozenset(words(decode(self.headline)))

    @property
    def weight(self) -> float:
        """As BM25 has it, and more where the words stand near each other."""
        asked = self.asked
        if not asked.words:
            return self.most
        total = sum(worth * self._share(self._mentions(word, needle)) for word, needle, worth in asked.words)
        return total + (self._nearness() if len(asked.words) > 1 else 0.0)

    def _at_most(self) -> float:
        """The weight if every mention were the word, and all words stood side by side."""
        asked, text = self.asked, self.text
        if not asked.words:
            counts = (text.count(term) + HEADLINE_WEIGHT * self.headline.count(term) for term in asked.terms)
            return sum(map(self._share, counts))
        total = _NEARNESS if len(asked.words) > 1 else 0.0
        for _, needle, worth in asked.words:
            if count := text.count(needle) + HEADLINE_WEIGHT * self.lines.count(needle):
                total += worth * self._share(count)
        return total

    def _share(self, mentions: float) -> float:
        return mentions / (mentions + self.saturation)

    def _tier(self) -> int:
        asked = self.asked
        if not asked.whole:
            return 4
        if asked.whole in self.title and (asked.whole == self.title or asked.whole in self.lines.split(_LINE)):
            return 0
        if asked.terms and all(term in self.title for term in asked.terms):
            return 1 if not asked.title_words or asked.title_words <= self.title_words else 2
        return 3 if self.joined else 4

    def _mentions(self, word: str, needle: bytes) -> float:
        """How often the word stands there; less where its characters belong to other words (和服 in 和服务)."""
        count, titled = float(self.text.count(needle)), float(self.lines.count(needle))
        if count:
            tried = [_around(self.body, at, at + len(needle)) for at in _places(self.body, needle, 2)]
            as_word = sum(holds_word(decode(piece), word) for piece in tried)
            count *= _OTHER_WORDS + (1 - _OTHER_WORDS) * as_word / max(len(tried), 1)
        if titled:
            titled *= 1 if word in self.title_words else _OTHER_WORDS
        return count + HEADLINE_WEIGHT * titled

    def _nearness(self) -> float:
        """How near to each other any two of the words stand."""
        places = sorted((at, needle) for _, needle, _ in self.asked.words for at in _places(self.text, needle, 20))
        gaps = [after[0] - before[0] for before, after in pairwise(places) if before[1] != after[1]]
        return _NEARNESS * _NEAR / (_NEAR + min(gaps)) if gaps else 0.0


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
