"""Columns as editors see them: a view of articles, no table."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("articles", "0015_harvest")]

    operations = [
        migrations.CreateModel(
            name="Column",
            fields=[],
            options={
                "verbose_name": "栏目",
                "verbose_name_plural": "栏目",
                "proxy": True,
                "default_permissions": (),
                "indexes": [],
                "constraints": [],
            },
            bases=("articles.article",),
        )
    ]
