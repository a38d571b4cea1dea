"""The three roles: their groups are kept as they stand here; other mixtures belong into groups of one's own."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

READS = [f"articles.view_{model}" for model in ("article", "page", "person", "correction", "load")]
EDITS = [*READS, "articles.correct"]
LEADS = [*EDITS, "articles.withdraw", "articles.merge", "articles.import"]
KEEPS = ["auth.view_user", "auth.add_user", "auth.change_user", "auth.view_group"]
EDITOR, CHIEF, ADMINISTRATOR = "编辑", "主编", "管理员"
ROLES = {EDITOR: EDITS, CHIEF: LEADS, ADMINISTRATOR: KEEPS}


def ensure() -> list[str]:
    """Makes the groups as in ROLES; returns the names of those that were not. Raises LookupError for a wrong right."""
    with transaction.atomic():
        return [name for name, rights in ROLES.items() if _put_right(name, rights)]


def _put_right(name: str, rights: list[str]) -> bool:
    group, made = Group.objects.get_or_create(name=name)
    wanted = {_permission(right) for right in rights}
    if not made and set(group.permissions.all()) == wanted:
        return False
    group.permissions.set(wanted)
    return True


def _permission(right: str) -> Permission:
    app, codename = right.split(".")
    found = Permission.objects.filter(content_type__app_label=app, codename=codename).first()
    if found is None:
        raise LookupError(f"没有这项权限：{right}；请先运行 migrate")
    return found
