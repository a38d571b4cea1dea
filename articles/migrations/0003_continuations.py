"""Parts of one story on several pages are linked."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_editors")]
    operations = [
        migrations.AddField(
            model_name="article",
            name="continues",
            field=models.OneToOneField(
                blank=True,
                help_text="the part on another page that this one goes on from",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="continuation",
                to="articles.article",
                verbose_name="接自",
            ),
        ),
    ]
