"""The index of one table of tokens and levels; row numbers closer together, which makes it smaller."""

from django.db import migrations, models

from articles import search

FORMER, PRESENT = 65_536, 1_024
UNDATED = 364  # pages without a date share the numbers of the days up to this one


def create_index(apps, schema_editor):
    """Empty: the next load fills it."""
    search.create_tables(schema_editor)


def drop_index(apps, schema_editor):
    search.drop_tables(schema_editor)


def draw_together(apps, schema_editor):
    """day × 65536 + n → day × 1024 + n; numbers of a day keep their order and stand at the end of its range."""
    articles = apps.get_model("articles", "Article").objects
    taken: dict[int, int] = {}
    for key, number in articles.order_by("-number").values_list("pk", "number").iterator():
        day = max(number // FORMER, UNDATED)
        taken[day] = taken.get(day, 0) + 1
        if taken[day] > (PRESENT if day > UNDATED else (UNDATED + 1) * PRESENT):
            raise ValueError(f"more than {PRESENT} articles of one day (ordinal {day})")
        articles.filter(pk=key).update(number=(day + 1) * PRESENT - taken[day])


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_lists")]

    operations = [
        migrations.RunPython(draw_together, migrations.RunPython.noop, elidable=True),
        migrations.RunPython(create_index, drop_index),
        migrations.AlterField(
            "article",
            "number",
            models.PositiveBigIntegerField(
                help_text="day × 1024 + n, n falling in printed order: row number of the index, newest first when sorted",
                unique=True,
                verbose_name="序号",
            ),
        ),
    ]
