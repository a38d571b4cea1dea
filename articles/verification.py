"""Is the archive whole? What `verify` looks for, each finding with its remedy."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db import connection
from django.db.models import Count, F

from articles import holdings, search
from articles.conservation import breach, line_of
from articles.corrections import settle, targets
from articles.corrections.naming import Naming
from articles.loader import continuations, quantities, renaming, ties
from articles.loader.writer import digest, seed_of
from articles.models import Article, Byline, Correction, KeyChange, Load, Page, Person

RELOAD = "运行 load_seeds --again"
REBUILD = "运行 rebuild_index"
RESTORE = "停下站点，移开数据库，运行 ./run prepare 从 seeds/ 重建（更正在 seeds/corrections.jsonl）"
REPORT = "请报告"
LISTS = {"columns": "栏目一览", "places": "地名一览", "units": "数字的单位一览"}


class Finding(NamedTuple):
    """Something wrong, where, and what repairs it."""

    place: str
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}；{self.remedy}"


def findings() -> Iterator[Finding]:
    """Everything that is wrong with the archive; nothing when it is sound. Reads only."""
    yield from _database()
    for problem in search.check("default"):
        yield Finding("检索索引", problem, REBUILD)
    if (indexed := search.count("default")) != (stored := Article.objects.count()):
        yield Finding("检索索引", f"有 {indexed} 篇，档案有 {stored} 篇", REBUILD)
    for page in Page.objects.order_by("id").iterator(chunk_size=100):
        yield from _page(page)
    yield from _links()
    yield from _told()
    yield from _counts()


def _database() -> Iterator[Finding]:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for pragma in ("integrity_check", "foreign_key_check"):
            cursor.execute(f"PRAGMA {pragma}")
            for row in cursor.fetchall():
                if row != ("ok",):
                    yield Finding("数据库", " ".join(str(part) for part in row), RESTORE)


def _page(page: Page) -> Iterator[Finding]:
    place = f"版面 {page.key}"
    if found := breach(page.text, (span[:2] for span in page.spans)):
        yield Finding(f"{place} 第 {line_of(page.text, found[0])} 行", found[1], f"{RELOAD}；仍如此则{REPORT}")
    articles = list(page.articles.all())
    journal = targets.for_page(page.key, [article.key for article in articles])
    if page.digest != digest(seed_of(page), journal):
        yield Finding(place, "与读法或更正不同步", RELOAD)
    for target in (page, *articles):
        yield from _journal(target, journal.get(targets.address(target), []))


def _journal(target: Page | Article, entries: list[Correction]) -> Iterator[Finding]:
    settled = settle(target.printed, entries)
    for state, corrections in (("applied", settled.applied), ("conflict", settled.conflicts)):
        for entry in corrections:
            if entry.state != state:
                yield Finding(f"更正 {entry.id}", "状态与实际不合", RELOAD)
    if isinstance(target, Article) and sorted(target.corrected) != sorted(settled.differing(target.printed)):
        yield Finding(f"文章 {target.key}", "更正没有套用", RELOAD)


def _links() -> Iterator[Finding]:
    naming = Naming.load()
    for keys, of, finding in (
        (_unsigned(), "人物", "没有署名指向他"),
        (_miscounted(), "人物", "篇数与署名不合"),
        (_pictured_elsewhere(), "文章", "图片署名指向别篇的图片"),
        (renaming.out_of_step(naming), "文章", "署名或栏目与合并、分开、改名不合"),
        (continuations.out_of_step(), "文章", "与他版的接转与重算不合"),
        (_both_present_and_former(), "文章", "又是现用标识，又是旧标识"),
    ):
        yield from (Finding(f"{of} {key}", finding, RELOAD) for key in keys)


def _unsigned() -> Iterable[str]:
    return Person.objects.filter(bylines__isnull=True).values_list("key", flat=True)


def _miscounted() -> Iterable[str]:
    counted = Person.objects.annotate(signed=Count("bylines__article", distinct=True)).filter(signed__gt=0)
    return counted.exclude(articles=F("signed")).values_list("key", flat=True)


def _pictured_elsewhere() -> Iterable[str]:
    of_pictures = Byline.objects.filter(figure__isnull=False)
    return of_pictures.exclude(figure__article=F("article")).values_list("article__key", flat=True)


def _both_present_and_former() -> Iterable[str]:
    return KeyChange.objects.filter(old__in=Article.objects.values("key")).values_list("old", flat=True)


def _told() -> Iterator[Finding]:
    """What was read out of articles and bylines."""
    for key in quantities.out_of_step():
        yield Finding(f"文章 {key}", "记下的数字与正文不合", RELOAD)
    for pair in ties.out_of_step():
        yield Finding(f"人物 {pair}", "合写的篇数与署名不合", RELOAD)


def _counts() -> Iterator[Finding]:
    """What the newest load counted; what an older release did not count is counted where it is asked for."""
    newest = Load.objects.first()
    if newest is None:
        return
    lists = holdings.gather()
    if newest.holdings and newest.holdings != holdings.count(lists):
        yield Finding("馆藏数目", "与档案里的不合", RELOAD)
    for name, rows in lists.items():
        if name in newest.gathered and newest.gathered[name] != rows:
            yield Finding(LISTS[name], "与档案里的不合", RELOAD)
    if newest.months is not None and newest.months != [list(month) for month in holdings.count_months()]:
        yield Finding("逐月馆藏（词频以此折算）", "与档案里的不合", RELOAD)


def loose_ends() -> Iterator[str]:
    """The marks whose other end is not linked, in the order of the archive, each with whether that page is held."""
    articles = Article.objects.with_loose_ends().select_related("page", "continuation").newest_first()
    for article in articles.iterator(chunk_size=100):
        if article.continued_from and not article.continues_id:
            yield f"{_place(article)}上接{article.continued_from}，{_held(article.page, article.comes_from)}"
        if article.continued_to and not hasattr(article, "continuation"):
            yield f"{_place(article)}下转{article.continued_to}，{_held(article.page, article.goes_to)}"


def _place(article: Article) -> str:
    return f"文章 {article.key}（{article.page} 第 {article.position} 篇）“{article.title}”"


def _held(page: Page, number: str) -> str:
    issue = Page.objects.of_issue(page).for_lists()
    held = any(one.plain_number == number for one in issue if one.pk != page.pk)
    return "那一版已入藏，没有相合的一篇" if held else "那一版未入藏"
