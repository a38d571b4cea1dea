"""The index's fields in the code of its texts. What it holds is out of step then: the next load makes it anew."""

from django.db import migrations

from articles import search


def refit(apps, schema_editor):
    search.refit(schema_editor)


class Migration(migrations.Migration):
    dependencies = [("articles", "0025_lines")]

    operations = [migrations.RunPython(refit, migrations.RunPython.noop)]
