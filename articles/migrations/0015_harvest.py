"""One index by which harvesters walk, where a second kept the counts of columns off their own; one of links alone."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0014_reviews"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='article',
            name='article_by_change',
        ),
        migrations.RemoveIndex(
            model_name='article',
            name='article_by_column_change',
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['changed', 'id', 'page', 'column_key'], name='article_by_change'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('continues__isnull', False)), fields=['continues'], name='article_continuing'),
        ),
    ]
