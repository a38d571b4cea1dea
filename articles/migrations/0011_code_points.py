"""The same order on either kind of database: of text by code points, of what has no value first."""

from django.db import migrations, models

from articles.migrations._code_points import order_by_code_points


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_journal")]

    operations = [
        migrations.RunPython(order_by_code_points, migrations.RunPython.noop),
        migrations.AlterModelOptions(
            name="byline",
            options={
                "default_permissions": ("view",),
                "ordering": ["article", models.OrderBy(models.F("figure__position"), nulls_first=True), "position"],
                "verbose_name": "署名",
                "verbose_name_plural": "署名",
            },
        ),
        migrations.AlterModelOptions(
            name="page",
            options={
                "default_permissions": ("view",),
                "ordering": [models.OrderBy(models.F("date"), nulls_first=True), "publication", "number", "key"],
                "verbose_name": "版面",
                "verbose_name_plural": "版面",
            },
        ),
    ]
