"""The pages as they were read."""

from django.db import models
from django.db.models import F

from articles.addresses import address
from articles.queries import PageQuerySet
from articles.reading.continuations import page_meant

# Where databases differ: what has no day.
UNDATED_FIRST = F("date").asc(nulls_first=True)


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
        return address("page", self.key)

    @property
    def plain_number(self) -> str:
        """The number as marks mean it: A06 is A6."""
        return page_meant(self.number) or self.number

    def is_inferred(self, field: str) -> bool:
        return self.bases.get(field) == self.Basis.INFERRED
