"""The numbers that articles quote."""

from django.db import models

from articles.models.articles import Article
from articles.queries import QuantityQuerySet


class Quantity(models.Model):
    """数字: a number that an article quotes, with its sentence; what lists are narrowed by stands in the row."""

    MOST = 10_000  # counted and paged through so far; beyond it a list is to be narrowed
    # A sentence ends at one of these; of a long one so much is kept on either side of the number.
    ENDS, LEFT, RIGHT = "。！？；\n", 90, 70

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
            # Each list is walked in its order by one of these; day and change ride along to narrow it, the article
            # where 数字:>1亿元 looks for the articles alone (search.quantities).
            models.Index(fields=["unit", "value", "id", "date", "change", "article"], name="quantity_by_value"),
            models.Index(fields=["column_key", "unit", "value", "id", "date"], name="quantity_of_column"),
            models.Index(fields=["place", "unit", "value", "id", "date"], name="quantity_of_place"),
            models.Index(fields=["change", "unit", "value", "id", "date", "article"], name="quantity_of_change"),
            models.Index(fields=["value", "id", "date", "article"], name="quantity_of_number"),
            models.Index(fields=["date", "value", "id", "change"], name="quantity_by_date"),
            models.Index(fields=["unit", "date", "value", "id", "change"], name="quantity_of_unit_by_date"),
        ]

    def __str__(self):
        return self.printed

    def get_absolute_url(self):
        return self.article.get_absolute_url() + f"#p{self.paragraph}"
