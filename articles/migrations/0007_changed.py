"""When an article last changed, and tombstones of those that are gone."""

from django.db import migrations, models
from django.utils import timezone


def date_all(apps, schema_editor):
    """What is held counts as changed now: when it really was, nobody noted."""
    now = timezone.now().replace(microsecond=0)
    apps.get_model("articles", "Article").objects.filter(changed=None).update(changed=now)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0006_search'),
    ]

    operations = [
        migrations.CreateModel(
            name='Tombstone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=24, unique=True, verbose_name='文章标识')),
                ('publication', models.CharField(blank=True, max_length=80, verbose_name='报名')),
                ('column_key', models.CharField(blank=True, max_length=100, verbose_name='栏目标识')),
                ('changed', models.DateTimeField(verbose_name='删去时间')),
            ],
            options={
                'verbose_name': '已删文章',
                'verbose_name_plural': '已删文章',
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='article',
            name='changed',
            field=models.DateTimeField(help_text='when the load ended that last changed what is read of it, to the second; null only inside a load', null=True, verbose_name='变动时间'),
        ),
        migrations.AddField(
            model_name='article',
            name='fingerprint',
            field=models.CharField(blank=True, help_text='sha256 of what is read of it', max_length=64, verbose_name='指纹'),
        ),
        migrations.RunPython(date_all, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['changed', 'id'], name='article_by_change'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['column_key', 'changed', 'id'], name='article_by_column_change'),
        ),
        migrations.AddIndex(
            model_name='tombstone',
            index=models.Index(fields=['changed', 'id'], name='tombstone_by_change'),
        ),
    ]
