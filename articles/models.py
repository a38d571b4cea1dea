"""The archive's rows: what the loader computes from the pages and the corrections, and what editors wrote."""

import uuid

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Left, Now, Replace
from django.db.models.lookups import Exact
from django.urls import reverse

from articles.queries import (
    ArticleQuerySet,
    BylineQuerySet,
    CorrectionQuerySet,
    PageQuerySet,
    PersonQuerySet,
    QuantityQuerySet,
    ReviewQuerySet,
    TieQuerySet,
)
from articles.reading.continuations import page_meant

FIRST_WORDS = 20
# Blanks by which a printer spaces a label out: 社　评.
BLANKS = ("　", " ")
# Where databases differ: what has no day, and the credits of no picture.
UNDATED_FIRST, TEXT_FIRST = F("date").asc(nulls_first=True), F("figure__position").asc(nulls_first=True)


class Load(models.Model):
    """One run of the loader: every row and the index belong to the newest one."""

    started = models.DateTimeField("开始")
    finished = models.DateTimeField("完成", db_default=Now())
    reader = models.CharField("读法版本", max_length=80, help_text="version of the reader and of its weights")
    pages = models.PositiveIntegerField("版数")
    articles = models.PositiveIntegerField("篇数")
    changed = models.PositiveIntegerField("有变动的版数", default=0)
    holdings = models.JSONField("馆藏", default=dict, help_text="the archive in numbers (articles.holdings)")
    gathered = models.JSONField(
        "栏目与地名", default=dict, help_text="columns and places, each as ArticleQuerySet lists them"
    )

    months = models.JSONField("逐月馆藏", null=True, help_text="[[month, pages, characters], …] (articles.holdings)")

    class Meta:
        default_permissions = ("view",)
        verbose_name = verbose_name_plural = "装载"
        ordering = ["-id"]

    def __str__(self):
        return f"{self.articles} 篇，{self.pages} 版"

    @property
    def seconds(self) -> float:
        """How long it took."""
        return round((self.finished - self.started).total_seconds(), 1)


class Page(models.Model):
    """版: one page of one issue, read from one seed file; the file's stem is its key."""

    class Basis(models.TextChoices):
        PRINTED = "printed", "版面所印"
        GIVEN = "given", "附注所载"
        INFERRED = "inferred", "推断"
        CORRECTED = "corrected", "编辑更正"
        UNKNOWN = "unknown", "未知"

    key = models.CharField("版面标识", max_length=200, unique=True)
    publication = models.CharField("报名", max_length=80, blank=True, db_index=True)
    date = models.DateField("出版日期", null=True, blank=True)
    number = models.CharField("版次", max_length=20, blank=True)
    name = models.CharField("版名", max_length=40, blank=True)
    bases = models.JSONField("依据", default=dict, help_text="{field: one of Basis}")
    printed = models.JSONField("印作", default=dict, help_text="{field: value before corrections, '' if none}")
    text = models.TextField("原文")
    spans = models.JSONField(
        "归属", default=list, help_text="[[start, end, field, article position or null], …] in text order"
    )
    marks = models.JSONField(
        "字段", default=list, help_text="[[start, end, 'dateline' or 'name', label], …] inside paragraphs"
    )
    furniture = models.JSONField("版头等", default=list, help_text="lines of the page that belong to no article")
    doubts = models.JSONField("存疑", default=list, help_text="[{code, start, end, score, runner_up}, …]")
    stated = models.JSONField(
        "自述", default=list, help_text="[[start of line, label or fact], …] that an HTML file states (reading.stated)"
    )
    encoding = models.CharField("编码", max_length=20)
    file = models.CharField("来源文件", max_length=500, blank=True, help_text="where the seed lay at the last load")
    given = models.JSONField(
        "附注", default=dict, help_text="the side file: facts of the page and which of them are inferred"
    )
    source = models.CharField(
        "原文摘要",
        max_length=64,
        db_index=True,
        blank=True,
        help_text="sha256 of the text, of the file for HTML and PDF: equal for equal pages",
    )
    digest = models.CharField(
        "摘要", max_length=64, help_text="of source, side file, corrections and reader: unchanged means nothing to do"
    )

    objects = PageQuerySet.as_manager()

    class Meta:
        default_permissions = ("view",)
        verbose_name = verbose_name_plural = "版面"
        ordering = [UNDATED_FIRST, "publication", "number", "key"]
        indexes = [
            models.Index(fields=["publication", "date"], name="page_by_paper"),
            models.Index(fields=["date", "publication"], name="page_by_day"),
        ]

    def __str__(self):
        return " ".join(
            filter(
                None,
                [self.publication or "报名未知", str(self.date or "日期未知"), self.number and f"第{self.number}版"],
            )
        )

    def get_absolute_url(self):
        return reverse("page", args=[self.key])

    @property
    def plain_number(self) -> str:
        """The number as marks mean it: A06 is A6."""
        return page_meant(self.number) or self.number

    def is_inferred(self, field: str) -> bool:
        return self.bases.get(field) == self.Basis.INFERRED


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
        return reverse("article", args=[self.key])

    @property
    def title(self) -> str:
        """The headline, or the first words of the text; of an untitled photo, of its caption."""
        return self.headline or first_words(self.opening) or "无题"

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


class Quantity(models.Model):
    """数字: a number that an article quotes, with its sentence; what lists are narrowed by stands in the row."""

    MOST = 10_000  # counted and paged through so far; beyond it a list is to be narrowed

    article = models.ForeignKey(Article, models.CASCADE, verbose_name="文章", related_name="quantities")
    position = models.PositiveIntegerField("序", help_text="1 for the first of the article")
    paragraph = models.PositiveIntegerField("段", help_text="1 for the first of the text; 0 for a caption")
    start = models.PositiveIntegerField("起", help_text="where it stands in the paragraph or caption")
    end = models.PositiveIntegerField("止")
    printed = models.CharField("原文", max_length=60)
    number = models.CharField("数", max_length=40)
    measure = models.CharField("印作单位", max_length=20, blank=True)
    value = models.FloatField("值", help_text="in the unit: 24亿元 is 2400000000")
    high = models.FloatField("上限", null=True, blank=True, help_text="of a range")
    unit = models.CharField("单位", max_length=20, blank=True)
    about = models.CharField("约数", max_length=20, blank=True)
    what = models.CharField("说的是", max_length=40, blank=True)
    period = models.CharField("时间", max_length=40, blank=True)
    comparison = models.CharField("比较", max_length=60, blank=True)
    change = models.CharField("增减", max_length=4, blank=True)
    base = models.CharField("基数", max_length=40, blank=True)
    sentence = models.TextField("原句")
    offset = models.PositiveSmallIntegerField("句中位置", help_text="of the number in the sentence")
    date = models.DateField("出版日期", null=True, blank=True)
    column_key = models.CharField("栏目", max_length=100, blank=True)
    place = models.CharField("电头地点", max_length=60, blank=True)

    objects = QuantityQuerySet.as_manager()

    class Meta:
        default_permissions = ("view",)
        verbose_name = verbose_name_plural = "数字"
        ordering = ["article", "position"]
        indexes = [
            # Each list is walked in its order by one of these; day and change ride along to narrow it.
            models.Index(fields=["unit", "value", "id", "date", "change"], name="quantity_by_value"),
            models.Index(fields=["column_key", "unit", "value", "id", "date"], name="quantity_of_column"),
            models.Index(fields=["place", "unit", "value", "id", "date"], name="quantity_of_place"),
            models.Index(fields=["change", "unit", "value", "id", "date"], name="quantity_of_change"),
            models.Index(fields=["value", "id", "date"], name="quantity_of_number"),
        ]

    def __str__(self):
        return self.printed

    def get_absolute_url(self):
        return self.article.get_absolute_url() + (f"#p{self.paragraph}" if self.paragraph else "")


class Person(models.Model):
    """Whom bylines name; the key (name, with a note where namesakes are told apart) is the public address."""

    key = models.CharField("标识", max_length=60, unique=True)
    name = models.CharField("姓名", max_length=60, db_index=True)
    note = models.CharField("区别", max_length=60, blank=True)
    pinyin = models.CharField("拼音", max_length=120, db_index=True, help_text="surname in its own reading: qiu for 仇")
    sorting = models.CharField(
        "排序",
        max_length=240,
        blank=True,
        help_text="he!何 ruo!若 gu!谷: by sound, then character; ~ before what has none",
    )
    articles = models.PositiveIntegerField("篇数", default=0, help_text="counted by the loader, as the next two")
    years = models.JSONField("逐年篇数", default=dict, help_text='{"2019": 4}; "" for undated pages')
    latest = models.DateField("最近署名", null=True, blank=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        default_permissions = ("view",)
        verbose_name = verbose_name_plural = "人物"
        ordering = ["pinyin", "key"]
        indexes = [
            models.Index(fields=["sorting", "articles"], name="person_by_sound"),
            models.Index(fields=["-articles", "sorting"], name="person_by_work"),
            models.Index(fields=["-latest", "sorting"], name="person_by_latest"),
        ]

    def __str__(self):
        return f"{self.name}（{self.note}）" if self.note else self.name

    def get_absolute_url(self):
        return reverse("person", args=[self.key])


class Byline(models.Model):
    """署名: one person's credit on an article, or on one of its figures."""

    article = models.ForeignKey(Article, models.CASCADE, verbose_name="文章", related_name="bylines")
    figure = models.ForeignKey(
        Figure, models.CASCADE, verbose_name="图片", related_name="credits", null=True, blank=True
    )
    person = models.ForeignKey(
        Person, models.PROTECT, verbose_name="人物", related_name="bylines", null=True, blank=True
    )
    position = models.PositiveSmallIntegerField("序")
    name = models.CharField("姓名", max_length=60, blank=True)
    role = models.CharField("身份", max_length=40, blank=True)
    affiliation = models.CharField("单位", max_length=60, blank=True)
    action = models.CharField("分工", max_length=40, blank=True)

    objects = BylineQuerySet.as_manager()

    class Meta:
        default_permissions = ("view",)
        verbose_name = verbose_name_plural = "署名"
        ordering = ["article", TEXT_FIRST, "position"]


class Tie(models.Model):
    """Two people who signed articles together: how many, in all, of one paper, of one year, and of both.

    Which of the four a row tells: its publication is "" for all papers, its year 0 for all years.
    """

    first = models.ForeignKey(Person, models.CASCADE, related_name="+", db_index=False)
    second = models.ForeignKey(Person, models.CASCADE, related_name="+", db_index=False)
    publication = models.CharField("报名", max_length=80, blank=True)
    year = models.PositiveSmallIntegerField("年", default=0)
    articles = models.PositiveIntegerField("篇数")
    pair = models.CharField(
        "两人", max_length=130, help_text="both keys, the first's first: an order that no row gives"
    )

    objects = TieQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        verbose_name = verbose_name_plural = "合作"
        indexes = [
            models.Index(fields=["publication", "year", "-articles", "pair"], name="tie_by_strength"),
            models.Index(fields=["first", "publication", "year", "-articles"], name="tie_by_first"),
            models.Index(fields=["second", "publication", "year", "-articles"], name="tie_by_second"),
        ]


class KeyChange(models.Model):
    """An article's former key: its address redirects to the present one."""

    old = models.CharField("旧标识", max_length=24, primary_key=True)
    new = models.CharField("新标识", max_length=24, db_index=True)

    class Meta:
        default_permissions = ()
        verbose_name = verbose_name_plural = "标识变更"


class Tombstone(models.Model):
    """What is left of an article that is gone or bears another key: told to harvesters (OAI-PMH: a deleted record)."""

    key = models.CharField("文章标识", max_length=24, unique=True)
    publication = models.CharField("报名", max_length=80, blank=True)
    column_key = models.CharField("栏目标识", max_length=100, blank=True)
    changed = models.DateTimeField("删去时间")

    class Meta:
        default_permissions = ()
        verbose_name = verbose_name_plural = "已删文章"
        indexes = [models.Index(fields=["changed", "id"], name="tombstone_by_change")]


class Correction(models.Model):
    """更正: one entry of the append-only journal; withdrawing marks it, nothing deletes it."""

    class Kind(models.TextChoices):
        MISREAD = "misread", "档案误读（改读法）"
        MISPRINT = "misprint", "原报有误（照录，加注）"
        NAMING = "naming", "名称规范（人物、栏目）"
        CHECKED = "checked", "核对无误（读法存疑，无须更正）"

    class State(models.TextChoices):
        APPLIED = "applied", "已用"
        WITHDRAWN = "withdrawn", "已撤回"
        CONFLICT = "conflict", "未能套用"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    target = models.CharField(
        "对象", max_length=220, db_index=True, help_text="article:<key>, page:<key>, person:<key> or column:<key>"
    )
    page = models.CharField(
        "所在版面",
        max_length=200,
        blank=True,
        db_index=True,
        help_text="key of the page when written: tells reprints apart",
    )
    field = models.CharField("字段", max_length=60)
    old = models.TextField("原值", blank=True, help_text="value replaced: the precondition")
    new = models.TextField("新值", blank=True)
    kind = models.CharField("性质", max_length=10, choices=Kind, default=Kind.MISREAD)
    reason = models.CharField("理由", max_length=500)
    editor = models.CharField("编辑", max_length=150)
    created = models.DateTimeField("时间", db_default=Now())
    withdrawn_by = models.CharField("撤回者", max_length=150, blank=True)
    withdrawn = models.DateTimeField("撤回时间", null=True, blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.APPLIED, help_text="computed by each load"
    )
    erratum = models.GeneratedField(
        expression=Case(
            When(~Q(old=F("new")), then=F("kind")),
            When(Exact(Left("target", 5), Value("page:")), then=Value("confirmed")),
            default=Value(""),
        ),
        output_field=models.CharField("勘误", max_length=10),
        db_persist=True,
        help_text="as readers are told it: the kind; confirmed for a fact of a page that stands as it was inferred",
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        default_permissions = ("view",)
        permissions = [
            ("correct", "可以更正元数据"),
            ("withdraw", "可以撤回更正"),
            ("merge", "可以合并、分开、改名人物与栏目"),
            ("import", "可以收入更正文件"),
        ]
        verbose_name = verbose_name_plural = "更正"
        ordering = ["created", "id"]
        # 勘误 is listed, narrowed and counted from the index alone.
        indexes = [
            models.Index(fields=["state", "-created", "id", "erratum", "page"], name="errata"),
            models.Index(fields=["-created", "id"], name="journal_by_time"),
            models.Index(fields=["editor", "-created", "id"], name="journal_by_editor"),
        ]

    def __str__(self):
        return f"{self.old or '（空）'} → {self.new or '（空）'}"

    @property
    def confirms(self) -> bool:
        """Whether it holds and says that a fact of a page is as it was inferred."""
        return self.state == self.State.APPLIED and self.target.startswith("page:") and self.old == self.new

    @property
    def is_correction(self) -> bool:
        """Whether it says that a printed value is wrong: 核对无误 says that none is."""
        return self.kind in (self.Kind.MISREAD, self.Kind.MISPRINT)


class Review(models.Model):
    """复核: an article or page with open doubts, once for each kind of doubt it has and once (code "") for all of them.

    Made with the rows it speaks of; what the queue is narrowed by stands in the row, so that an index answers each.
    """

    MOST = 1000  # counted so far; beyond it the queue is simply long

    code = models.CharField("存疑", max_length=20, blank=True)
    confidence = models.FloatField("把握")
    page = models.ForeignKey(Page, models.CASCADE, verbose_name="版面", related_name="reviews", db_index=False)
    article = models.ForeignKey(
        Article, models.CASCADE, verbose_name="文章", related_name="reviews", null=True, blank=True
    )
    position = models.PositiveSmallIntegerField("本版序", help_text="of the article; 0 for the page itself")
    publication = models.CharField("报名", max_length=80, blank=True)
    date = models.DateField("出版日期", null=True, blank=True)
    column_key = models.CharField("栏目", max_length=100, blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        verbose_name = verbose_name_plural = "待核"
        ordering = ["confidence", "page", "position"]
        constraints = [models.UniqueConstraint(fields=["page", "position", "code"], name="one_review_a_doubt")]
        indexes = [
            models.Index(fields=["code", "confidence", "page", "position"], name="review_worst_first"),
            models.Index(fields=["code", "publication", "confidence", "page", "position"], name="review_by_paper"),
            models.Index(fields=["code", "date", "confidence", "page", "position"], name="review_by_day"),
            models.Index(fields=["code", "column_key", "confidence", "page", "position"], name="review_by_column"),
        ]

    def __str__(self):
        return str(self.article or self.page)


def first_words(text: str) -> str:
    """What stands for the headline an article lacks: up to a pause, if one is near, with …… where the text goes on."""
    if len(text) <= FIRST_WORDS:
        return text
    head = text[:FIRST_WORDS]
    pause = max(head.rfind(sign) for sign in "，、；：。！？,;:!?")
    return head[: pause if pause > FIRST_WORDS // 2 else FIRST_WORDS] + "……"
