"""What the archive calls things: names to offer while a reader types, and names like one that was not found."""

from itertools import islice

from articles import search
from articles.folding import fold, squeeze
from articles.search.likeness import one_off, same_sound

NAMED = ("person", "column", "place", "paper")
_TITLED = 60  # headlines looked at for those that begin with what was typed


def offered(typed: str, using: str, limit: int) -> list[search.Value]:
    """People, then columns, places and papers that the text names or begins, by name, pinyin or initials."""
    return [value for field in NAMED for value in search.values(field, typed, using, limit)]


def titled(typed: str, using: str, limit: int) -> list[int]:
    """The numbers of articles whose headline stack holds the text, newest first."""
    if not squeeze(fold(typed)):
        return []
    query = search.Query(titles=(typed,))
    return search.find(query, using=using, order="newest", limit=min(limit, _TITLED)).numbers


def place_in(headline: str, typed: str) -> int:
    """Where the text stands in the headline, however either is written: 0 at its beginning, -1 if nowhere."""
    return squeeze(fold(headline)).find(squeeze(fold(typed)))


def alike(field: str, name: str, using: str, limit: int) -> list[search.Value]:
    """Values of a field that sound like the name or are written nearly as it is."""
    return search.near(field, name, using, limit)


def misspelt(term: str, using: str, tries: int) -> list[tuple[str, int]]:
    """(word, articles) of what the term may have meant, as far as it is found.

    Words of the same sound, for which `tries` searches are made; else one with another character.
    """
    counted = [(word, _total(word, using)) for word in islice(same_sound(term), tries)]
    if found := [(word, total) for word, total in counted if total]:
        return found
    likely = ((word, _total(word, using)) for word in search.perhaps(one_off(term), using))
    return list(islice((pair for pair in likely if pair[1]), 1))


def _total(word: str, using: str) -> int:
    """How many articles hold the word just so."""
    query = search.Query(terms=(word,), phrases=(word,))
    return search.find(query, using=using, order="newest", limit=0).total
