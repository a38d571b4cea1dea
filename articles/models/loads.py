"""What each run of the loader leaves: its numbers, and what became of articles that are gone or renamed."""

from django.db import models
from django.db.models.functions import Now


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
