"""The text columns that came since 0011, in the order of their code points on PostgreSQL too."""

from django.db import migrations

from articles.migrations._code_points import order_by_code_points


class Migration(migrations.Migration):
    dependencies = [("articles", "0017_sitemaps")]

    operations = [migrations.RunPython(order_by_code_points, migrations.RunPython.noop)]
