"""Which article or page an entry of the journal speaks of, also after re-readings, renamed files and reprints."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from django.db.models import Q

from articles.keys import root
from articles.models import Article, Correction, KeyChange, Page

ARTICLE, PAGE = "article:", "page:"


def address(target: Article | Page) -> str:
    """`article:<key>` or `page:<key>`."""
    return f"{ARTICLE if isinstance(target, Article) else PAGE}{target.key}"


def page_key(target: Article | Page) -> str:
    """The key of the page itself, or of the page that the article stands on."""
    return target.page.key if isinstance(target, Article) else target.key


def corrections_of(target: Article | Page) -> list[Correction]:
    """The journal's entries about an article or a page, withdrawn ones too, oldest first."""
    page = page_key(target)
    keys = Article.objects.filter(page__key=page).values_list("key", flat=True)
    return for_page(page, list(keys)).get(address(target), [])


def for_page(page: str, keys: Collection[str]) -> dict[str, list[Correction]]:
    """Entries about a page whose articles have these keys, by present address; under "" those that find no article."""
    return for_pages({page: keys})[page]


def of_pages(pages: Iterable[Page]) -> dict[str, list[Correction]]:
    """{key: what corrections_of() gives} of pages, in one query: no other page's entry is ever about one."""
    found: dict[str, list[Correction]] = {address(page): [] for page in pages}
    for entry in Correction.objects.filter(target__in=found).order_by("created", "id"):
        found[entry.target].append(entry)
    return {target.removeprefix(PAGE): entries for target, entries in found.items()}


def for_articles(articles: Iterable[Article]) -> dict[str, list[Correction]]:
    """{key: entries about the article and about its page} of articles with their pages, in three queries."""
    articles = list(articles)
    keys: dict[str, list[str]] = {article.page.key: [] for article in articles}
    for page, key in Article.objects.filter(page__key__in=keys).order_by().values_list("page__key", "key"):
        keys[page].append(key)
    journals = for_pages(keys)
    return {
        article.key: [entry for target in (article, article.page) for entry in journal.get(address(target), [])]
        for article in articles
        for journal in [journals[article.page.key]]
    }


def for_pages(pages: Mapping[str, Collection[str]]) -> dict[str, dict[str, list[Correction]]]:
    """What for_page() gives, for several pages {page: keys of its articles}, in two queries."""
    page_of_key = {key: page for page, keys in pages.items() for key in keys}
    former = dict(KeyChange.objects.filter(new__in=page_of_key).values_list("old", "new"))
    found: dict[str, dict[str, list[Correction]]] = {page: {} for page in pages}
    for correction in _candidates(pages, [*page_of_key, *former]):
        about = correction.target.partition(":")[2]
        homes = {correction.page, about, page_of_key.get(about), page_of_key.get(former.get(about, ""))}
        for page in homes & pages.keys():
            home = _home(correction, page, pages[page], former)
            if home is not None:
                found[page].setdefault(home, []).append(correction)
    return found


def _candidates(pages: Iterable[str], keys: Iterable[str]) -> Iterator[Correction]:
    wanted = [f"{ARTICLE}{key}" for key in keys] + [f"{PAGE}{page}" for page in pages]
    rows = Correction.objects.filter(Q(page__in=list(pages)) | Q(target__in=wanted))
    return rows.order_by("created", "id").iterator()


def _home(correction: Correction, page: str, keys: Collection[str], former: dict[str, str]) -> str | None:
    """The address that the entry has on this page; "" when it belongs here but nowhere fits, None when elsewhere."""
    if correction.target.startswith(PAGE):
        return correction.target if correction.target == f"{PAGE}{page}" else None
    key = correction.target.removeprefix(ARTICLE)
    exact = next((own for own in (key, former.get(key)) if own in keys), None)
    if correction.page == page:
        found = exact or next((own for own in keys if root(own) == root(key)), None)
        return f"{ARTICLE}{found}" if found else ""
    return f"{ARTICLE}{exact}" if exact and not _stands_on(correction.page, key) else None


def _stands_on(page: str, key: str) -> bool:
    """Whether that page has the text too: then the entry is about that printing of it."""
    return Article.objects.filter(page__key=page, key__startswith=root(key)).exists()


def homes(entries: Collection[Correction]) -> dict[Correction, Article | Page]:
    """Which article (with its page) or page each entry speaks of now, in three queries; those of none are left out."""
    keys, pages = {_key(entry) for entry in entries}, {entry.page for entry in entries}
    former = dict(KeyChange.objects.filter(old__in=keys).values_list("old", "new"))
    # Through the ids of the pages, so that either side of the "or" has an index of this table.
    wanted = Q(key__in=[*keys, *former.values()]) | Q(
        page__in=Page.objects.filter(key__in=pages).order_by().values("pk")
    )
    rows: dict[str, Article | Page] = {}
    by_page: dict[str, list[str]] = {}
    for article in Article.objects.filter(wanted).order_by("page", "position").for_errata():
        rows[address(article)] = article
        by_page.setdefault(article.page.key, []).append(article.key)
    rows |= {address(page): page for page in Page.objects.filter(key__in=pages | keys).for_errata()}
    found = {entry: (rows.get(place) for place in _places(entry, by_page, former)) for entry in entries}
    return {entry: row for entry, choices in found.items() if (row := next(filter(None, choices), None))}


def _places(entry: Correction, by_page: dict[str, list[str]], former: dict[str, str]) -> list[str]:
    """The addresses where an entry may be at home, the likeliest first: on its own page, then anywhere."""
    if entry.target.startswith(PAGE):
        return [entry.target]
    names = [_key(entry), former.get(_key(entry), "")]
    own = by_page.get(entry.page, [])
    reprints = [key for key in own if root(key) == root(names[0])]
    return [f"{ARTICLE}{key}" for key in [*(name for name in names if name in own), *reprints, *names]]


def _key(entry: Correction) -> str:
    """The key of the article or page, as it was when the entry was written."""
    return entry.target.partition(":")[2]


def page_of(correction: Correction) -> str | None:
    """The key of the page where the entry belongs now, None when its article or page is not in the archive."""
    if correction.target.startswith(PAGE):
        key = correction.target.removeprefix(PAGE)
        return key if Page.objects.filter(key=key).exists() else None
    key = correction.target.removeprefix(ARTICLE)
    here = Article.objects.filter(page__key=correction.page)
    moved = KeyChange.objects.filter(old=key).values("new")
    choices = (
        here.filter(key__startswith=root(key)),
        here.filter(key__in=moved),
        Article.objects.filter(key=key),
        Article.objects.filter(key__in=moved),
    )
    return next((found for rows in choices if (found := rows.values_list("page__key", flat=True).first())), None)
