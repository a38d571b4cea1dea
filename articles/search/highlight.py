"""Hits marked on the original text: found in the folded text, mapped back, each piece escaped, then wrapped."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles.folding import fold, sources, spread, squeeze
from articles.search.structure import Query, words_of

PASSAGE_WIDTH = 60
_MOST_HITS = 20  # of one term, considered for passages
_STOPS = "。！？；!?;\n"
_NOT_FIRST = "，、；：。！？,;:.!?”’」』）)》】 \t\n\u3000\xa0"  # what would stand oddly at the head of a passage
_REST_RE = re.compile("[^（(）)]{0,8}[）)]")  # of a bracket that opened before the passage


class Hit(NamedTuple):
    """A stretch of the original text, end excluded, and the needle that stands there."""

    start: int
    end: int
    needle: str


def mark(text: str, query: Query) -> SafeString:
    """The text, escaped, with the query's hits in <mark>.

    A hit is found across width, script, punctuation and line joins, and marked as printed. Where a term does not stand
    as such, its words are marked. Unescaped and without its tags the output is the text again.
    """
    return _marked(text, 0, len(text), spans(text, query))


def spans(text: str, query: Query) -> list[tuple[int, int]]:
    """Where the hits stand that are marked, ends excluded; those that touch are one."""
    return _merged(_hits(text, query))


def passages(text: str, query: Query, count: int = 3, width: int = PASSAGE_WIDTH) -> list[SafeString]:
    """Up to `count` stretches of about `width` characters with hits, marked, in the order of the text.

    Those with the most different terms are chosen; … stands where a stretch is cut. Empty if nothing is hit.
    """
    hits = _hits(text, query)
    merged = _merged(hits)
    return [_cut_out(text, start, end, merged) for start, end in sorted(_chosen(text, _first(hits), count, width))]


def _hits(text: str, query: Query) -> list[Hit]:
    """All hits in the order of the text; of a term's words only where the term does not stand as typed."""
    folded = fold(text)
    squeezed = squeeze(folded)
    present: set[str] = set()
    signs: set[str] = set()
    for needle, words in _needles(query):
        if not squeeze(needle):
            signs |= set(needle) & set(folded)
        elif needle in squeezed:
            present.add(needle)
        else:
            present |= {word for word in words if word in squeezed}
    if not present and not signs:
        present = {typed for text in query.literal if (typed := squeeze(fold(text))) and typed in squeezed}
    found = _of_needles(text, folded, present) if present else ()
    return sorted({*found, *(_of_signs(text, signs) if signs else ())})


@lru_cache(maxsize=256)
def _needles(query: Query) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What is searched, squeezed (or folded if it is nothing but signs), each with the words it may fall into."""
    literal = {*query.phrases, *query.persons}
    texts = (*query.texts, *query.persons)
    needles = {squeeze(fold(text)) or "".join(fold(text).split()): text for text in texts}
    return tuple((needle, () if text in literal else words_of(text)) for needle, text in needles.items() if needle)


def _of_needles(text: str, folded: str, needles: Iterable[str]) -> Iterator[Hit]:
    origin = sources(text, folded)
    for needle in needles:
        pattern = spread(needle)
        found = pattern.search(folded)
        while found:
            yield Hit(origin[found.start()], origin[found.end() - 1] + 1, needle)
            found = pattern.search(folded, found.start() + 1)


def _of_signs(text: str, signs: set[str]) -> Iterator[Hit]:
    for offset, char in enumerate(text):
        if signs & set(fold(char)):
            yield Hit(offset, offset + 1, char)


def _merged(hits: Iterable[Hit]) -> list[tuple[int, int]]:
    """The hits' stretches without overlaps; neighbours that touch become one."""
    spans: list[tuple[int, int]] = []
    for start, end, _ in hits:
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _marked(text: str, start: int, end: int, spans: Iterable[tuple[int, int]]) -> SafeString:
    """text[start:end], every piece escaped on its own, the spans in <mark>."""
    pieces, at = [], start
    for first, last in spans:
        if first >= end or last <= start:
            continue
        first, last = max(first, start), min(last, end)
        pieces += [escape(text[at:first]), f"<mark>{escape(text[first:last])}</mark>"]
        at = last
    return mark_safe("".join(pieces) + escape(text[at:end]))  # noqa: S308 — all pieces are escaped


def _cut_out(text: str, start: int, end: int, spans: Iterable[tuple[int, int]]) -> SafeString:
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return mark_safe(before + _marked(text, start, end, spans) + after)  # noqa: S308 — as above


def _first(hits: list[Hit]) -> list[Hit]:
    """The first hits of each term, in the order of the text."""
    seen: Counter[str] = Counter()
    kept = []
    for hit in hits:
        seen[hit.needle] += 1
        if seen[hit.needle] <= _MOST_HITS:
            kept.append(hit)
    return kept


def _chosen(text: str, hits: list[Hit], count: int, width: int) -> list[tuple[int, int]]:
    """Windows around hits, none touching another, the one that adds the most terms not yet shown first."""
    chosen: list[tuple[int, int]] = []
    shown: set[str] = set()
    windows = {_uncut(_window(text, hit, width), hit, hits): None for hit in hits}
    while windows and len(chosen) < count:
        held = {window: {hit.needle for hit in hits if window[0] <= hit.start < window[1]} for window in windows}
        best = max(windows, key=lambda window: (len(held[window] - shown), len(held[window]), -window[0]))
        chosen.append(best)
        shown |= held[best]
        windows = {window: None for window in windows if window[1] <= best[0] or window[0] >= best[1]}
    return chosen


def _uncut(window: tuple[int, int], own: Hit, hits: list[Hit]) -> tuple[int, int]:
    """The window of a hit, narrowed where it would cut another one in two."""
    start, end = window
    start = max([start, *(hit.end for hit in hits if hit.start < start < hit.end <= own.start)])
    end = min([end, *(hit.start for hit in hits if own.end <= hit.start < end < hit.end)])
    return start, end


def _window(text: str, hit: Hit, width: int) -> tuple[int, int]:
    """About `width` characters with the hit, opening with its sentence or after a bracket if that is near."""
    start = max(hit.start - max(width - (hit.end - hit.start), 0) // 3, 0)
    stop = max(text.rfind(sign, start, hit.start) for sign in _STOPS)
    start = stop + 1 if stop >= 0 else start
    if start and (rest := _REST_RE.match(text, start, hit.start)):
        start = rest.end()
    start += len(text[start : hit.start]) - len(text[start : hit.start].lstrip(_NOT_FIRST))
    return start, min(max(start + width, hit.end), len(text))
