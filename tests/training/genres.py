"""Page genres: what paper, which habits, and how often each kind of article stands on such a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from random import Random

from tests.training import bylines, furniture
from tests.training.chance import chance, weighted
from tests.training.desk import Desk
from tests.training.kinds import features, listings, news, opinion, pictures, talk, verse
from tests.training.phrases import clauses
from tests.training.story import Story
from tests.training.style import Style, habits, random_date
from tests.training.wordlists import lists

PLACES = lists("places")
Kind = Callable[[Desk], Story]
Mix = tuple[tuple[Kind, float], ...]
sport = partial(news.news, kind="sport")
culture = partial(news.news, kind="culture")


@dataclass(frozen=True)
class Genre:
    """A kind of page: the papers that print it, its years, its mix of articles and how many of them."""

    papers: str
    years: tuple[int, int]
    mix: Mix
    articles: tuple[int, int]
    makers: tuple[tuple[bylines.Maker, float], ...] = bylines.DAILY
    short_names: float = 0.45


PROVINCIAL: Mix = (
    (news.news, 34.0),
    (news.brief, 8.0),
    (features.feature, 20.0),
    (pictures.photo, 11.0),
    (news.wire, 7.0),
    (news.repeated, 3.0),
    (opinion.opinion, 5.0),
    (listings.digest, 3.0),
    (listings.table, 1.5),
    (talk.interview, 3.0),
    (listings.correction, 0.8),
    (listings.numbers, 2.0),
    (features.case_list, 1.5),
    (listings.notice, 1.0),
    (listings.results, 0.7),
    (talk.voices, 0.8),
    (pictures.photo_essay, 0.8),
)
NATIONAL: Mix = (
    (news.news, 30.0),
    (features.signed_sections, 11.0),
    (features.feature, 16.0),
    (news.wire, 16.0),
    (pictures.photo, 11.0),
    (opinion.opinion, 6.0),
    (news.foreign, 4.0),
    (listings.digest, 2.0),
    (talk.interview, 3.0),
    (talk.told, 2.0),
    (talk.voices, 1.5),
    (listings.regulation, 1.0),
    (features.case_list, 2.0),
    (opinion.thesis, 3.0),
)
EVENING: Mix = (
    (news.news, 30.0),
    (news.brief, 10.0),
    (features.feature, 12.0),
    (pictures.photo, 9.0),
    (listings.digest, 6.0),
    (talk.letter, 5.0),
    (listings.prices, 4.0),
    (talk.answers, 4.0),
    (opinion.opinion, 4.0),
    (listings.table, 2.0),
    (news.wire, 5.0),
    (listings.notice, 3.0),
    (listings.correction, 1.0),
    (talk.voices, 1.5),
    (listings.numbers, 3.0),
    (listings.classified, 4.0),
)
WEEKLY: Mix = (
    (features.feature, 38.0),
    (talk.interview, 9.0),
    (talk.voices, 7.0),
    (opinion.opinion, 9.0),
    (features.case_list, 5.0),
    (pictures.photo, 6.0),
    (talk.answers, 4.0),
    (pictures.photo_essay, 3.0),
    (listings.numbers, 2.0),
    (opinion.editors_page, 3.0),
    (listings.digest, 4.0),
    (news.news, 6.0),
    (listings.regulation, 1.5),
    (talk.told, 3.0),
    (opinion.thesis, 1.5),
)
SUPPLEMENT: Mix = (
    (opinion.essay, 40.0),
    (verse.poem, 17.0),
    (opinion.review, 10.0),
    (opinion.serial, 6.0),
    (listings.notice, 4.0),
    (listings.digest, 4.0),
    (pictures.photo, 6.0),
    (opinion.opinion, 6.0),
    (culture, 4.0),
    (pictures.photo_essay, 2.0),
    (talk.interview, 1.5),
    (talk.told, 1.5),
    (opinion.artwork, 4.0),
    (opinion.word_entry, 2.5),
    (listings.bookshelf, 3.0),
)
SPORTS: Mix = (
    (sport, 26.0),
    (culture, 18.0),
    (listings.results, 9.0),
    (listings.table, 8.0),
    (features.feature, 11.0),
    (pictures.photo, 11.0),
    (listings.digest, 6.0),
    (opinion.opinion, 3.0),
    (news.wire, 4.0),
    (talk.interview, 2.5),
    (opinion.review, 2.0),
    (listings.notice, 1.5),
)
HONGKONG: Mix = (
    (news.news, 36.0),
    (features.feature, 14.0),
    (pictures.photo, 9.0),
    (opinion.opinion, 10.0),
    (listings.digest, 7.0),
    (talk.interview, 7.0),
    (news.wire, 6.0),
    (listings.prices, 5.0),
    (listings.table, 3.0),
    (listings.notice, 1.5),
    (talk.voices, 1.0),
)
EIGHTIES: Mix = (
    (news.news, 42.0),
    (news.brief, 16.0),
    (news.wire, 12.0),
    (pictures.photo, 6.0),
    (opinion.opinion, 7.0),
    (listings.digest, 4.0),
    (features.feature, 7.0),
    (talk.letter, 3.0),
    (listings.notice, 1.5),
    (opinion.editors_page, 1.0),
    (listings.regulation, 1.0),
    (listings.correction, 0.5),
)
WORLD: Mix = (
    (partial(news.wire, kind="world"), 42.0),
    (news.foreign, 24.0),
    (listings.digest, 8.0),
    (pictures.photo, 8.0),
    (features.feature, 6.0),
    (opinion.opinion, 6.0),
    (listings.numbers, 2.0),
    (news.wire, 4.0),
    (features.signed_sections, 2.0),
)
ECONOMY: Mix = (
    (news.news, 26.0),
    (features.feature, 24.0),
    (talk.interview, 8.0),
    (listings.table, 7.0),
    (listings.prices, 4.0),
    (opinion.opinion, 8.0),
    (news.wire, 8.0),
    (pictures.photo, 7.0),
    (listings.digest, 5.0),
    (listings.numbers, 3.0),
)
COUNTY: Mix = (
    (news.news, 36.0),
    (news.brief, 16.0),
    (pictures.photo, 10.0),
    (listings.digest, 6.0),
    (listings.notice, 5.0),
    (features.feature, 10.0),
    (opinion.opinion, 4.0),
    (listings.results, 3.0),
    (listings.regulation, 2.0),
    (listings.table, 2.0),
    (talk.letter, 2.0),
    (verse.poem, 2.0),
    (opinion.essay, 2.0),
    (listings.classified, 4.0),
)
CATALOGUE: dict[str, Genre] = {
    "provincial": Genre("papers", (1998, 2025), PROVINCIAL, (4, 9)),
    "national": Genre("national papers", (1996, 2025), NATIONAL, (4, 8), bylines.NATIONAL, 0.4),
    "evening": Genre("evening papers", (1995, 2022), EVENING, (5, 10), bylines.CITY),
    "weekly": Genre("papers", (2000, 2025), WEEKLY, (3, 6)),
    "supplement": Genre("papers", (1985, 2025), SUPPLEMENT, (4, 8)),
    "sports": Genre("papers", (1994, 2025), SPORTS, (5, 9)),
    "hongkong": Genre("hong kong papers", (1992, 2024), HONGKONG, (5, 9), bylines.CITY, 0.15),
    "eighties": Genre("papers", (1980, 1995), EIGHTIES, (6, 12)),
    "world": Genre("papers", (1990, 2025), WORLD, (5, 9), bylines.NATIONAL),
    "economy": Genre("papers", (1994, 2025), ECONOMY, (4, 8)),
    "county": Genre("papers", (1988, 2025), COUNTY, (5, 10)),
}
GENRES: tuple[str, ...] = tuple(CATALOGUE)
SHARES = (
    ("provincial", 18.0),
    ("national", 15.0),
    ("evening", 12.0),
    ("weekly", 9.0),
    ("supplement", 9.0),
    ("sports", 8.0),
    ("hongkong", 8.0),
    ("eighties", 6.0),
    ("world", 5.0),
    ("economy", 6.0),
    ("county", 6.0),
)


def page_style(rng: Random, name: str) -> Style:
    """The habits of one page of that genre."""
    genre = CATALOGUE[name]
    style = habits(rng, Style(name, rng.choice(PLACES[genre.papers]), random_date(rng, *genre.years)))
    style.half = chance(
        rng,
        {"provincial": 0.5, "evening": 0.45, "weekly": 0.4, "sports": 0.45, "county": 0.4, "economy": 0.35}.get(
            name, 0.12
        ),
    )
    style.dated = rng.choice((0.1, 0.5, 0.9))
    if name == "national":
        _national(rng, style)
    if name == "hongkong":
        style.traditional, style.half, style.indent, style.pad_inline = True, False, "", ""
        style.dateline_gap = ""
    if name == "eighties" or style.date.year < 1995 and chance(rng, 0.7):
        style.han_digits = not style.traditional and chance(rng, 0.75)
        style.dateline_gap = rng.choice(("", "　", " "))
    return style


def _national(rng: Random, style: Style) -> None:
    style.half = chance(rng, 0.08)
    style.dateline_gap, style.inline_gap, style.inline_role_gap = rng.choice((" ", " ", "\u00a0", "")), "、", ""
    style.pad_inline, style.pad, style.name_gap, style.role_gap = (
        "",
        rng.choice((" ", " ", "　")),
        rng.choice((" ", " ", "　")),
        rng.choice((" ", " ", "")),
    )
    style.credit_gap = rng.choice(("", "", " "))
    style.furniture = rng.choice(("none", "none", "foot", "head"))
    style.label_in_brackets = chance(rng, 0.75)
    style.dated = rng.choice((0.9, 1.0, 1.0))


def page_stories(desk: Desk, name: str) -> list[Story]:
    """The articles of one page, in printed order; the first may continue another page, any may be continued."""
    rng, genre = desk.rng, CATALOGUE[name]
    desk.makers = genre.makers
    stories: list[Story] = []
    if name not in ("supplement", "world", "sports") and chance(rng, 0.12):
        stories.append(features.continuation(desk))
    for _ in range(rng.randint(*genre.articles)):
        kind = weighted(rng, genre.mix)
        story = kind(desk)
        if kind in (news.news, features.feature, opinion.opinion, news.repeated) and chance(rng, 0.04):
            features.continued(desk, story)
        _afterwards(desk, story)
        stories.append(story)
    return stories


def _afterwards(desk: Desk, story: Story) -> None:
    """What may stand under an article: 制图：X (furniture), a source, a reference to another page (paragraphs)."""
    rng = desk.rng
    if desk.style.genre in ("provincial", "national", "evening", "hongkong") and chance(rng, 0.007):
        titles = [
            phrase
            for line in story.lines
            if line.label == "paragraph"
            for phrase in clauses(line.text)
            if 6 <= len(phrase) <= 16
        ]
        story.lines += furniture.index(rng, titles or ["要闻"])
        return
    share = 0.06 if desk.style.genre == "national" else 0.01
    if chance(rng, share):
        story.add("furniture", furniture.office(rng, desk.style))
    elif chance(rng, 0.012) and story.lines[-1].label == "paragraph":
        city = desk.style.paper[:2]
        story.add(
            "paragraph",
            rng.choice(
                (
                    f"（相关报道见{desk.page_number()}）",
                    f"据{city}新闻客户端",
                    f"（据{city}发布）",
                    f"据《{desk.style.paper}》",
                    "（本版稿件均由本报记者采写）",
                    "（数据来源：市统计局）",
                    "（更多内容请关注本报客户端）",
                )
            ),
            whole=True,
        )
