"""The order of equal ties is that of the people's keys: a rebuilt archive shows them as the first did."""

from django.db import migrations, models


def name_pairs(apps, schema_editor):
    Tie = apps.get_model("articles", "Tie")
    ties = Tie.objects.select_related("first", "second").order_by("pk")
    while batch := list(ties.filter(pair="")[:1_000]):
        for tie in batch:
            tie.first, tie.second = sorted((tie.first, tie.second), key=lambda person: person.key)
            tie.pair = f"{tie.first.key}\n{tie.second.key}"
        Tie.objects.bulk_update(batch, ["first", "second", "pair"], batch_size=200)


class Migration(migrations.Migration):
    dependencies = [("articles", "0021_ties")]

    operations = [
        migrations.AddField(
            model_name="tie",
            name="pair",
            field=models.CharField(
                default="",
                help_text="both keys, the first's first: an order that no row gives",
                max_length=130,
                verbose_name="两人",
            ),
            preserve_default=False,
        ),
        migrations.RemoveIndex(model_name="tie", name="tie_by_strength"),
        migrations.AddIndex(
            model_name="tie",
            index=models.Index(fields=["publication", "year", "-articles", "pair"], name="tie_by_strength"),
        ),
        # last: PostgreSQL alters no table whose rows have changed in the same transaction
        migrations.RunPython(name_pairs, migrations.RunPython.noop, elidable=True),
    ]
