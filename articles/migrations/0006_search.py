"""The index of one table of tokens and levels; row numbers closer together, which makes it smaller."""

import datetime
from collections.abc import Iterator

from django.db import migrations, models

from articles import search
from articles.search.numbering import numbers_of, undated_numbers

def create_index(apps, schema_editor):
    """Empty: the next load fills it."""
    search.create_tables(schema_editor)


def drop_index(apps, schema_editor):
    search.drop_tables(schema_editor)


def draw_together(apps, schema_editor):
    """Numbers anew from the end of each day's range down; articles of a day, and undated ones, keep their order.

    Former numbers were day × 65536 + n: above all new ones of the same day, so that none is taken twice on the way.
    """
    articles = apps.get_model("articles", "Article").objects
    fresh: dict[datetime.date | None, Iterator[int]] = {}
    rows = articles.order_by("-number").values_list("pk", "page__date")
    for key, day in list(rows):
        numbers = fresh.setdefault(day, reversed(numbers_of(day, day) if day else undated_numbers()))
        articles.filter(pk=key).update(number=next(numbers))


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_lists")]

    operations = [
        migrations.RunPython(draw_together, migrations.RunPython.noop, elidable=True),
        migrations.RunPython(create_index, drop_index),
        migrations.AlterField(
            "article",
            "number",
            models.PositiveBigIntegerField(
                help_text="row number of the index, by day, falling in printed order (search.numbering)",
                unique=True,
                verbose_name="序号",
            ),
        ),
    ]
