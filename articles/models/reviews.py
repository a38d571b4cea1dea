"""The queue of what is to be reviewed."""

from django.db import models

from articles.models.articles import Article
from articles.models.pages import Page
from articles.queries import ReviewQuerySet


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
