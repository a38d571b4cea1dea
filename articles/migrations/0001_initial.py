"""The archive's tables, and those of its search index."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from articles import search


def create_index(apps, schema_editor):
    search.create_tables(schema_editor)


def drop_index(apps, schema_editor):
    search.drop_tables(schema_editor)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Article',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(help_text='from its own opening text', max_length=24, unique=True, verbose_name='文章标识')),
                ('number', models.PositiveBigIntegerField(help_text='day × 65536 + n, n falling in printed order: row number of the index, newest first when sorted down', unique=True, verbose_name='序号')),
                ('position', models.PositiveSmallIntegerField(help_text='1 for the first of the page', verbose_name='本版序')),
                ('column', models.CharField(blank=True, db_index=True, max_length=100, verbose_name='栏目')),
                ('kicker', models.TextField(blank=True, verbose_name='引题')),
                ('headline', models.TextField(blank=True, verbose_name='主题')),
                ('subtitle', models.TextField(blank=True, verbose_name='副题')),
                ('deck', models.JSONField(default=list, help_text='list of paragraphs', verbose_name='提要')),
                ('agency', models.CharField(blank=True, max_length=60, verbose_name='电头机构')),
                ('place', models.CharField(blank=True, db_index=True, max_length=60, verbose_name='电头地点')),
                ('dateline_date', models.CharField(blank=True, max_length=40, verbose_name='电头日期')),
                ('continued_from', models.CharField(blank=True, max_length=40, verbose_name='上接')),
                ('continued_to', models.CharField(blank=True, max_length=40, verbose_name='下转')),
                ('truncated', models.BooleanField(default=False, help_text='the text stops in mid-sentence', verbose_name='残缺')),
                ('length', models.PositiveIntegerField(default=0, help_text='characters of the text, white space left out', verbose_name='字数')),
                ('opening', models.CharField(blank=True, help_text='first words of the text, dateline left out, for lists', max_length=200, verbose_name='开头')),
                ('printed', models.JSONField(default=dict, help_text='{correctable field: text as printed}', verbose_name='印作')),
                ('corrected', models.JSONField(default=list, help_text='names of the fields that differ from the print', verbose_name='更正')),
                ('doubts', models.JSONField(default=list, help_text='[{code, start, end, score, runner_up}, …]', verbose_name='存疑')),
                ('confidence', models.FloatField(default=1.0, verbose_name='把握')),
            ],
            options={
                'verbose_name': '文章',
                'verbose_name_plural': '文章',
                'ordering': ['-number'],
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('target', models.CharField(db_index=True, help_text='article:<key> or page:<key>', max_length=220, verbose_name='对象')),
                ('page', models.CharField(blank=True, db_index=True, help_text='key of the page when written: tells reprints apart', max_length=200, verbose_name='所在版面')),
                ('field', models.CharField(max_length=60, verbose_name='字段')),
                ('old', models.TextField(blank=True, help_text='value replaced: the precondition', verbose_name='原值')),
                ('new', models.TextField(blank=True, verbose_name='新值')),
                ('kind', models.CharField(choices=[('misread', '档案误读（改读法）'), ('misprint', '原报有误（照录，加注）')], default='misread', max_length=10, verbose_name='性质')),
                ('reason', models.CharField(max_length=500, verbose_name='理由')),
                ('editor', models.CharField(max_length=150, verbose_name='编辑')),
                ('created', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='时间')),
                ('withdrawn_by', models.CharField(blank=True, max_length=150, verbose_name='撤回者')),
                ('withdrawn', models.DateTimeField(blank=True, null=True, verbose_name='撤回时间')),
                ('state', models.CharField(choices=[('applied', '已用'), ('withdrawn', '已撤回'), ('conflict', '未能套用')], default='applied', help_text='computed by each load', max_length=10, verbose_name='状态')),
            ],
            options={
                'verbose_name': '更正',
                'verbose_name_plural': '更正',
                'ordering': ['created', 'id'],
                'permissions': [('correct', '可以更正元数据'), ('withdraw', '可以撤回更正')],
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='KeyChange',
            fields=[
                ('old', models.CharField(max_length=24, primary_key=True, serialize=False, verbose_name='旧标识')),
                ('new', models.CharField(db_index=True, max_length=24, verbose_name='新标识')),
            ],
            options={
                'verbose_name': '标识变更',
                'verbose_name_plural': '标识变更',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Load',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('started', models.DateTimeField(verbose_name='开始')),
                ('finished', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='完成')),
                ('reader', models.CharField(help_text='version of the reader and of its weights', max_length=80, verbose_name='读法版本')),
                ('pages', models.PositiveIntegerField(verbose_name='版数')),
                ('articles', models.PositiveIntegerField(verbose_name='篇数')),
                ('changed', models.PositiveIntegerField(default=0, verbose_name='有变动的版数')),
            ],
            options={
                'verbose_name': '装载',
                'verbose_name_plural': '装载',
                'ordering': ['-id'],
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='Page',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=200, unique=True, verbose_name='版面标识')),
                ('publication', models.CharField(blank=True, db_index=True, max_length=80, verbose_name='报名')),
                ('date', models.DateField(blank=True, db_index=True, null=True, verbose_name='出版日期')),
                ('number', models.CharField(blank=True, max_length=20, verbose_name='版次')),
                ('name', models.CharField(blank=True, max_length=40, verbose_name='版名')),
                ('bases', models.JSONField(default=dict, help_text='{field: one of Basis}', verbose_name='依据')),
                ('printed', models.JSONField(default=dict, help_text="{field: value before corrections, '' if none}", verbose_name='印作')),
                ('text', models.TextField(verbose_name='原文')),
                ('spans', models.JSONField(default=list, help_text='[[start, end, field, article position or null], …] in text order', verbose_name='归属')),
                ('marks', models.JSONField(default=list, help_text="[[start, end, 'dateline' or 'name', label], …] inside paragraphs", verbose_name='字段')),
                ('furniture', models.JSONField(default=list, help_text='lines of the page that belong to no article', verbose_name='版头等')),
                ('doubts', models.JSONField(default=list, help_text='[{code, start, end, score, runner_up}, …]', verbose_name='存疑')),
                ('encoding', models.CharField(max_length=20, verbose_name='编码')),
                ('file', models.CharField(blank=True, help_text='where the seed lay at the last load', max_length=500, verbose_name='来源文件')),
                ('given', models.JSONField(default=dict, help_text='the side file: facts of the page and which of them are inferred', verbose_name='附注')),
                ('source', models.CharField(blank=True, db_index=True, help_text='sha256 of the text: equal for equal pages', max_length=64, verbose_name='原文摘要')),
                ('digest', models.CharField(help_text='of source, side file, corrections and reader: unchanged means nothing to do', max_length=64, verbose_name='摘要')),
            ],
            options={
                'verbose_name': '版面',
                'verbose_name_plural': '版面',
                'ordering': ['date', 'publication', 'number', 'key'],
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=60, unique=True, verbose_name='标识')),
                ('name', models.CharField(db_index=True, max_length=60, verbose_name='姓名')),
                ('note', models.CharField(blank=True, max_length=60, verbose_name='区别')),
                ('pinyin', models.CharField(db_index=True, help_text='surname in its own reading: qiu for 仇', max_length=120, verbose_name='拼音')),
            ],
            options={
                'verbose_name': '人物',
                'verbose_name_plural': '人物',
                'ordering': ['pinyin', 'key'],
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='Figure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(help_text='1 for the first of the article', verbose_name='序')),
                ('caption', models.TextField(blank=True, verbose_name='图说')),
                ('credit', models.TextField(blank=True, help_text='as printed', verbose_name='图片署名')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='articles.article', verbose_name='文章')),
            ],
            options={
                'verbose_name': '图片',
                'verbose_name_plural': '图片',
                'ordering': ['article', 'position'],
                'default_permissions': ('view',),
            },
        ),
        migrations.AddField(
            model_name='article',
            name='page',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='articles', to='articles.page', verbose_name='版面'),
        ),
        migrations.CreateModel(
            name='Byline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='序')),
                ('name', models.CharField(blank=True, max_length=60, verbose_name='姓名')),
                ('role', models.CharField(blank=True, max_length=40, verbose_name='身份')),
                ('affiliation', models.CharField(blank=True, max_length=60, verbose_name='单位')),
                ('action', models.CharField(blank=True, max_length=40, verbose_name='分工')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bylines', to='articles.article', verbose_name='文章')),
                ('figure', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='credits', to='articles.figure', verbose_name='图片')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bylines', to='articles.person', verbose_name='人物')),
            ],
            options={
                'verbose_name': '署名',
                'verbose_name_plural': '署名',
                'ordering': ['article', 'figure', 'position'],
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='Section',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='序')),
                ('heading', models.TextField(blank=True, verbose_name='小标题')),
                ('paragraphs', models.JSONField(default=list, verbose_name='段落')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sections', to='articles.article', verbose_name='文章')),
            ],
            options={
                'verbose_name': '小节',
                'verbose_name_plural': '小节',
                'ordering': ['article', 'position'],
                'default_permissions': ('view',),
            },
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.UniqueConstraint(fields=('page', 'position'), name='one_article_a_place'),
        ),
        migrations.RunPython(create_index, drop_index),
    ]
