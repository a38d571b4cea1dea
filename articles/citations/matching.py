"""Which article or page a line cites, and in what the line differs from the archive."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from articles.citations.recognition import PLACE_RE, Cited
from articles.citations.reference import refer
from articles.folding import fold, squeeze
from articles.models import Article, Page
from articles.queries.vocabulary import titled

# A shorter title is found in other lines by chance: it must be cited as the title.
TELLING = 6
HEADLINES, LOOKED_FOR = 20, 60  # headlines looked through, and signs of a title by which they are found
NAMED = 3
# What the title and the place of an article are made of.
NEEDED = ("headline", "opening", "page__publication", "page__number")


@dataclass
class Match:
    """The article, or only the page, that a line cites; else the reason. remarks: in what the line differs."""

    article: Article | None = None
    page: Page | None = None
    remarks: list[str] = field(default_factory=list)
    reason: str = ""


def match(cited: Cited) -> Match:
    """By key or address, else by title and day, else by title; a line that names no title by day and page."""
    if article := _by_key(cited) or _by_day(cited) or _by_title(cited):
        full = Article.objects.for_lists().get(pk=article.pk)
        return Match(full, full.page, [] if cited.is_bare else list(_remarks(full, cited)))
    pages = pages_cited(cited)
    if len(pages) == 1:
        return Match(page=pages[0], remarks=list(_remarks_on_page(pages[0], cited)))
    return Match(reason=_reason(cited, pages))


def pages_cited(cited: Cited) -> list[Page]:
    """The pages of the address, or of the day, the paper if one is named, and the number.

    Where none has the number, those whose number is not known: it may be theirs.
    """
    if cited.page_key:
        return list(Page.objects.filter(key=cited.page_key).for_lists())
    if not (cited.date and cited.number):
        return []
    pages = _of_paper(list(Page.objects.on(cited.date).for_lists()), cited)
    wanted = Page(number=cited.number).plain_number
    return [page for page in pages if page.plain_number == wanted] or [page for page in pages if not page.number]


def sole_article(page: Page) -> Article | None:
    """The article of a page that has but one."""
    articles = list(Article.objects.on_page(page)[:2])
    return articles[0] if len(articles) == 1 else None


def plain(text: str) -> str:
    """Letters and digits, however the text is written."""
    return squeeze(fold(text))


def _by_key(cited: Cited) -> Article | None:
    return Article.objects.called(cited.key) if cited.key else None


def _by_day(cited: Cited) -> Article | None:
    if not cited.date:
        return None
    return _best(Article.objects.on(cited.date).select_related("page").only(*NEEDED), cited)


def _by_title(cited: Cited) -> Article | None:
    """Found by its title alone, which must be the whole of it."""
    wanted = set(map(plain, cited.titles)) - {""}
    for title in cited.titles:
        numbers = titled(title[:LOOKED_FOR], Article.objects.db, HEADLINES)
        same = [one for one in Article.objects.select_related("page").ranked(numbers) if plain(one.title) in wanted]
        if same:
            return _best(same, cited)
    return None


def _best(articles: Iterable[Article], cited: Cited) -> Article | None:
    """The one with the longest title that the line holds; of several, that of the paper, page and names in it."""
    text, titles = plain(cited.text), set(map(plain, cited.titles))
    number = Page(number=cited.number).plain_number
    placed: dict[tuple, list[Article]] = {}
    for one in articles:
        title = plain(one.title)
        if title and title in text and (len(title) >= TELLING or title in titles):
            fits = len(title), plain(one.page.publication) in text, one.page.plain_number == number
            placed.setdefault(fits, []).append(one)
    best = placed[max(placed)] if placed else []
    return _signed(best, text) if len(best) > 1 else next(iter(best), None)


def _signed(articles: list[Article], text: str) -> Article:
    """Of articles with one title, 图片新闻 say, that whose authors the line names."""
    named = Article.objects.for_lists().filter(pk__in=[one.pk for one in articles]).order_by("-number")
    return max(named, key=lambda one: sum(plain(name) in text for name in refer(one).authors))


def _of_paper(pages: list[Page], cited: Cited) -> list[Page]:
    """Those of the paper that the line names; all where it seems to name none."""
    if cited.paper:
        return [page for page in pages if plain(page.publication) == plain(cited.paper)]
    text = plain(cited.text)
    return [page for page in pages if page.publication and plain(page.publication) in text] or pages


def _remarks_on_page(page: Page, cited: Cited) -> Iterator[str]:
    if not _names_no_title(cited):
        yield "这一版没有这个题名"
    if cited.number and not page.number:
        yield "这一版没有印版次，未必就是所引的一版"


def _remarks(article: Article, cited: Cited) -> Iterator[str]:
    reference, text, page = refer(article), plain(cited.text), article.page
    if plain(reference.title) not in text:
        yield f"题名：档案作“{reference.title}”"
    if authors := [name for name in reference.authors[:NAMED] if plain(name) not in text]:
        yield f"署名：没有写{'、'.join(authors)}"
    if plain(reference.publication) not in text:
        yield f"报名：档案作{reference.publication}"
    if page.date and cited.date != page.date:
        yield f"日期：档案作 {page.date.isoformat()}，{f'所引为 {cited.date.isoformat()}' if cited.date else '没有写'}"
    if page.number and Page(number=cited.number).plain_number != page.plain_number:
        yield f"版次：档案作 {page.number}，{f'所引为 {cited.number}' if cited.number else '没有写'}"


def _names_no_title(cited: Cited) -> bool:
    return bool(cited.page_key or PLACE_RE.fullmatch(cited.text))


def _reason(cited: Cited, pages: list[Page]) -> str:
    if len(pages) > 1:
        return f"这一天有 {len(pages)} 种报纸的这一版，没有写是哪一种"
    if cited.key or cited.page_key:
        return "档案里没有这个地址"
    if not cited.date:
        return "没有这个题名，也没有写日期" if cited.titles else "认不出题名和日期"
    if not Page.objects.on(cited.date).exists():
        return f"{cited.date.isoformat()} 没有入藏"
    return "这一天有入藏，但没有这个题名" if not _names_no_title(cited) else "这一天有入藏，但没有这一版"
