"""Page genres: what paper, which habits, and how often each kind of article stands on such a page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from random import Random

from tests.training import furniture
from tests.training.chance import chance, weighted
from tests.training.desk import Desk
from tests.training.kinds.continuations import continuation, continued
from tests.training.kinds.registry import CONTINUED, KINDS
from tests.training.phrases import clauses
from tests.training.story import Story
from tests.training.style import Style, habits, random_date
from tests.training.wordlists import lists, sentences

PLACES = lists("places")


@dataclass(frozen=True)
class Genre:
    """A kind of page: the papers that print it, its years, how many articles it holds, and its habits."""

    papers: str
    years: tuple[int, int]
    articles: tuple[int, int]
    share: float  # of all pages, where no genre is asked for
    half: float = 0.12  # share of pages with half-width punctuation
    bylines: str = "daily"
    short_names: float = 0.45


CATALOGUE: dict[str, Genre] = {
    "provincial": Genre("papers", (1998, 2025), (4, 9), 18, half=0.5),
    "national": Genre("national papers", (1996, 2025), (4, 8), 15, half=0.08, bylines="national", short_names=0.4),
    "evening": Genre("evening papers", (1995, 2022), (5, 10), 12, half=0.45, bylines="city"),
    "weekly": Genre("papers", (2000, 2025), (3, 6), 9, half=0.4),
    "supplement": Genre("papers", (1985, 2025), (4, 8), 9),
    "sports": Genre("papers", (1994, 2025), (5, 9), 8, half=0.45),
    "hongkong": Genre("hong kong papers", (1992, 2024), (5, 9), 8, half=0.0, bylines="city", short_names=0.15),
    "eighties": Genre("papers", (1980, 1995), (6, 12), 6),
    "world": Genre("papers", (1990, 2025), (5, 9), 5, bylines="national"),
    "economy": Genre("papers", (1994, 2025), (4, 8), 6, half=0.35),
    "county": Genre("papers", (1988, 2025), (5, 10), 6, half=0.4),
}
GENRES: tuple[str, ...] = tuple(CATALOGUE)
SHARES = tuple((name, genre.share) for name, genre in CATALOGUE.items())
# Pages whose first article may be the rest of one from another page.
CONTINUING = ("provincial", "national", "evening", "weekly", "economy", "county", "eighties", "hongkong")
FRONT_PAGES = ("provincial", "national", "evening", "hongkong")


@lru_cache(maxsize=32)
def mix(name: str) -> tuple[tuple[str, float], ...]:
    """(kind, weight) of a genre, from words/mixes.txt."""
    parts = [line.partition(" ") for line in sentences("mixes")[name]]
    return tuple((kind, float(weight)) for weight, _, kind in parts)


def page_style(rng: Random, name: str) -> Style:
    """The habits of one page of that genre."""
    genre = CATALOGUE[name]
    style = habits(rng, Style(name, rng.choice(PLACES[genre.papers]), random_date(rng, *genre.years)))
    style.half = chance(rng, genre.half)
    style.dated = rng.choice((0.1, 0.5, 0.9))
    if name == "national":
        _national(rng, style)
    if name == "hongkong":
        style.traditional, style.indent, style.pad_inline, style.dateline_gap = True, "", "", ""
    if name == "eighties" or style.date.year < 1995 and chance(rng, 0.7):
        style.han_digits = not style.traditional and chance(rng, 0.75)
        style.dateline_gap = rng.choice(("", "　", " "))
    return style


def _national(rng: Random, style: Style) -> None:
    style.dateline_gap = rng.choice((" ", " ", "\u00a0", ""))
    style.inline_gap, style.inline_role_gap, style.pad_inline = "、", "", ""
    style.name_gap, style.role_gap, style.credit_gap = (
        rng.choice(" 　"),
        rng.choice((" ", " ", "")),
        rng.choice(("", "", " ")),
    )
    style.furniture = rng.choice(("none", "none", "foot", "head"))
    style.label_in_brackets = chance(rng, 0.75)
    style.dated = rng.choice((0.9, 1.0, 1.0))


def page_stories(desk: Desk, name: str) -> list[Story]:
    """The articles of one page, in printed order; the first may continue another page, any may be continued."""
    rng = desk.rng
    stories = [continuation(desk)] if name in CONTINUING and chance(rng, 0.12) else []
    for _ in range(rng.randint(*CATALOGUE[name].articles)):
        kind = weighted(rng, mix(name))
        story = KINDS[kind](desk)
        if kind in CONTINUED and chance(rng, 0.04):
            continued(desk, story)
        _afterwards(desk, story)
        stories.append(story)
    return stories


def _afterwards(desk: Desk, story: Story) -> None:
    """What may stand under an article: 制图：X or an index (furniture), a source, a reference to another page (paragraphs)."""
    rng, genre = desk.rng, desk.style.genre
    if genre in FRONT_PAGES and chance(rng, 0.007):
        texts = [line.text for line in story.lines if line.label == "paragraph"]
        titles = [phrase for text in texts for phrase in clauses(text) if 6 <= len(phrase) <= 16]
        story.lines += furniture.index(rng, titles or ["要闻"])
    elif chance(rng, 0.06 if genre == "national" else 0.01):
        story.add("furniture", furniture.office(rng, desk.style))
    elif chance(rng, 0.012) and story.lines[-1].label == "paragraph":
        text = rng.choice(sentences("pieces")["sources"]).format(desk.style.paper, page=desk.page_number())
        story.add("paragraph", text, whole=True)
