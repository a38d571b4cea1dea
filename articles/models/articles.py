"""The articles of each page, with their parts and pictures."""

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Replace

from articles.addresses import address
from articles.models.pages import Page
from articles.queries import ArticleQuerySet
from articles.reading.continuations import page_meant

FIRST_WORDS = 20
# Blanks by which a printer spaces a label out: 社　评.
BLANKS = ("　", " ")


class Article(models.Model):
    """文章: a function of its page's text and its corrections; only the loader writes it."""

    key = models.CharField("文章标识", max_length=24, unique=True, help_text="from its own opening text")
    number = models.PositiveBigIntegerField(
        "序号",
        unique=True,
        help_text="row number of the index, by day, falling in printed order (search.numbering)",
    )
    page = models.ForeignKey(Page, models.CASCADE, verbose_name="版面", related_name="articles")
    position = models.PositiveSmallIntegerField("本版序", help_text="1 for the first of the page")
    column = models.CharField("栏目", max_length=100, blank=True)
    column_key = models.GeneratedField(
        expression=Replace(Replace("column", Value(BLANKS[0]), Value("")), Value(BLANKS[1]), Value("")),
        output_field=models.CharField("栏目标识", max_length=100),
        db_persist=True,
        help_text="the label without blanks: 社　评 and 社评 are one column",
    )
    kicker = models.TextField("引题", blank=True)
    headline = models.TextField("主题", blank=True)
    subtitle = models.TextField("副题", blank=True)
    deck = models.JSONField("提要", default=list, help_text="list of paragraphs")
    agency = models.CharField("电头机构", max_length=60, blank=True)
    place = models.CharField("电头地点", max_length=60, blank=True)
    dateline_date = models.CharField("电头日期", max_length=40, blank=True)
    continued_from = models.CharField("上接", max_length=40, blank=True)
    continued_to = models.CharField("下转", max_length=40, blank=True)
    continues = models.OneToOneField(
        "self",
        models.SET_NULL,
        verbose_name="接自",
        related_name="continuation",
        null=True,
        blank=True,
        help_text="the part on another page that this one goes on from",
    )
    truncated = models.BooleanField("残缺", default=False, help_text="the text stops in mid-sentence")
    length = models.PositiveIntegerField("字数", default=0, help_text="characters of the text, white space left out")
    opening = models.CharField(
        "开头", max_length=200, blank=True, help_text="first words of the text, dateline left out, for lists"
    )
    printed = models.JSONField("印作", default=dict, help_text="{correctable field: text as printed}")
    corrected = models.JSONField("更正", default=list, help_text="names of the fields that differ from the print")
    doubts = models.JSONField("存疑", default=list, help_text="[{code, start, end, score, runner_up}, …]")
    doubtful = models.PositiveSmallIntegerField("存疑处数", default=0)
    confidence = models.FloatField("把握", default=1.0)
    changed = models.DateTimeField(
        "变动时间",
        null=True,
        help_text="when the load ended that last changed what is read of it, to the second; null only inside a load",
    )
    fingerprint = models.CharField("指纹", max_length=64, blank=True, help_text="sha256 of what is read of it")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        default_permissions = ("view",)
        verbose_name = verbose_name_plural = "文章"
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["page", "position"], name="one_article_a_place")]
        # A column or place is listed and counted from the index alone, so are the totals of the archive.
        indexes = [
            models.Index(fields=["column_key", "number", "column"], name="article_by_column"),
            models.Index(fields=["place", "number"], name="article_by_place"),
            models.Index(fields=["doubtful", "length"], name="article_totals"),
            models.Index(fields=["number", "changed"], name="article_by_day"),
            # Harvesters walk by change, those of a paper or a column too; a row keeps its id, not its number.
            models.Index(fields=["changed", "id", "page", "column_key"], name="article_by_change"),
            # Without the many that continue nothing: they make SQLite think the links too alike to look one up.
            models.Index(fields=["continues"], name="article_continuing", condition=Q(continues__isnull=False)),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return address("article", self.key)

    @property
    def title(self) -> str:
        """The headline, or the first words of the text; of an untitled photo, of its caption."""
        return title_of(self.headline, self.opening)

    @property
    def comes_from(self) -> str:
        """The number of the page that the 上接 mark means, "" if none."""
        return page_meant(self.continued_from)

    @property
    def goes_to(self) -> str:
        """The number of the page that the 下转 mark means, "" if none."""
        return page_meant(self.continued_to)


class Column(Article):
    """栏目 as editors see it: the articles that stand under one label."""

    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name = verbose_name_plural = "栏目"


class Section(models.Model):
    """A part of an article's text under one subhead; the opening has none."""

    article = models.ForeignKey(Article, models.CASCADE, verbose_name="文章", related_name="sections")
    position = models.PositiveSmallIntegerField("序")
    heading = models.TextField("小标题", blank=True)
    paragraphs = models.JSONField("段落", default=list)

    class Meta:
        default_permissions = ("view",)
        verbose_name = verbose_name_plural = "小节"
        ordering = ["article", "position"]


class Figure(models.Model):
    """A picture printed with an article, known by its caption and credits."""

    article = models.ForeignKey(Article, models.CASCADE, verbose_name="文章", related_name="figures")
    position = models.PositiveSmallIntegerField("序", help_text="1 for the first of the article")
    caption = models.TextField("图说", blank=True)
    credit = models.TextField("图片署名", blank=True, help_text="as printed")

    class Meta:
        default_permissions = ("view",)
        verbose_name = verbose_name_plural = "图片"
        ordering = ["article", "position"]


def title_of(headline: str, opening: str) -> str:
    """What an article is called: 无题 if there is nothing to call it by."""
    return headline or first_words(opening) or "无题"


def first_words(text: str) -> str:
    """What stands for the headline an article lacks: up to a pause, if one is near, with …… where the text goes on."""
    if len(text) <= FIRST_WORDS:
        return text
    head = text[:FIRST_WORDS]
    pause = max(head.rfind(sign) for sign in "，、；：。！？,;:!?")
    return head[: pause if pause > FIRST_WORDS // 2 else FIRST_WORDS] + "……"
