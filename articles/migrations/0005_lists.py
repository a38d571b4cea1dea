"""What lists need: columns without blanks in their names, people in the order of sounds, with their counts."""

import django.db.models.functions.text
from django.db import migrations, models

from articles.migrations._code_points import order_by_code_points


def sort_by_sound(apps, schema_editor):
    """The order of those who are already known; their counts come with the next load."""
    people = apps.get_model("articles", "Person").objects
    for person in people.iterator():
        signs = [sign for sign in person.name if sign.isalnum()]
        pairs = [f"{sound}!{sign}" for sound, sign in zip(person.pinyin.split(), signs, strict=False)] or [person.name]
        person.sorting = ("" if "a" <= pairs[0][:1] <= "z" else "~") + " ".join(pairs)
        person.save(update_fields=["sorting"])


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0004_stated"),
    ]

    operations = [
        migrations.RunPython(order_by_code_points, migrations.RunPython.noop),  # before column_key is computed of one
        migrations.AddField(
            model_name="article",
            name="column_key",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.db.models.functions.text.Replace(
                    django.db.models.functions.text.Replace("column", models.Value("\u3000"), models.Value("")),
                    models.Value(" "),
                    models.Value(""),
                ),
                help_text="the label without blanks: 社\u3000评 and 社评 are one column",
                output_field=models.CharField(max_length=100, verbose_name="栏目标识"),
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="articles",
            field=models.PositiveIntegerField(
                default=0, help_text="counted by the loader, as the next two", verbose_name="篇数"
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="latest",
            field=models.DateField(blank=True, null=True, verbose_name="最近署名"),
        ),
        migrations.AddField(
            model_name="person",
            name="sorting",
            field=models.CharField(
                blank=True,
                help_text="he!何 ruo!若 gu!谷: by sound, then character; ~ before what has none",
                max_length=240,
                verbose_name="排序",
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="years",
            field=models.JSONField(
                default=dict, help_text='{"2019": 4}; "" for undated pages', verbose_name="逐年篇数"
            ),
        ),
        migrations.AlterField(
            model_name="article",
            name="column",
            field=models.CharField(blank=True, max_length=100, verbose_name="栏目"),
        ),
        migrations.AlterField(
            model_name="article",
            name="place",
            field=models.CharField(blank=True, max_length=60, verbose_name="电头地点"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["column_key", "number", "column"], name="article_by_column"),
        ),
        migrations.AddField(
            model_name="article",
            name="doubtful",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="存疑处数"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["doubtful", "length"], name="article_totals"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["place", "number"], name="article_by_place"),
        ),
        migrations.AlterField(
            model_name="page",
            name="date",
            field=models.DateField(blank=True, null=True, verbose_name="出版日期"),
        ),
        migrations.AddIndex(
            model_name="page",
            index=models.Index(fields=["date", "publication"], name="page_by_day"),
        ),
        migrations.AddIndex(
            model_name="page",
            index=models.Index(fields=["publication", "date"], name="page_by_paper"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["sorting", "articles"], name="person_by_sound"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["-articles", "sorting"], name="person_by_work"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["-latest", "sorting"], name="person_by_latest"),
        ),
        migrations.RunPython(sort_by_sound, migrations.RunPython.noop),
    ]
