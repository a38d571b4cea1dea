"""The people whom bylines name, their credits, and who signed with whom."""

from django.db import models
from django.db.models import F

from articles.addresses import address
from articles.models.articles import Article, Figure
from articles.queries import BylineQuerySet, PersonQuerySet, TieQuerySet

# Where databases differ: the credits of no picture.
TEXT_FIRST = F("figure__position").asc(nulls_first=True)


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
        return address("person", self.key)


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
