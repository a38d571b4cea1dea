"""What an HTML page file states of its lines is kept, so that a page is computed anew without its file."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_continuations")]
    operations = [
        migrations.AddField(
            model_name="page",
            name="stated",
            field=models.JSONField(
                default=list,
                help_text="[[start of line, label or fact], …] that an HTML file states (reading.stated)",
                verbose_name="自述",
            ),
        ),
        migrations.AlterField(
            model_name="page",
            name="source",
            field=models.CharField(
                blank=True,
                db_index=True,
                help_text="sha256 of the text, of the file for HTML and PDF: equal for equal pages",
                max_length=64,
                verbose_name="原文摘要",
            ),
        ),
    ]
