"""The group 编辑: sees the archive, corrects and withdraws, and can do nothing else."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUP = "编辑"
PERMISSIONS = [
    *(("view_" + model, model) for model in ("article", "page", "person", "correction", "load")),
    ("correct", "correction"),
    ("withdraw", "correction"),
]


def create_group(apps, schema_editor):
    """Permissions are otherwise made only after the last migration: too late for a group of them."""
    config = apps.get_app_config("articles")
    config.models_module = True  # the stub of a migration has none, and is passed over without
    create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    config.models_module = None
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=GROUP)
    for codename, model in PERMISSIONS:
        found = {"codename": codename, "content_type__app_label": "articles", "content_type__model": model}
        group.permissions.add(apps.get_model("auth", "Permission").objects.get(**found))


def delete_group(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name=GROUP).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(create_group, delete_group)]
