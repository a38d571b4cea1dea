"""What Django says in English on the pages of accounts and cannot be told by a translation."""

from typing import Any

from django import forms
from django.contrib.admin.templatetags import admin_list
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.contrib.auth.models import Permission
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

ACTIONS = {"add": "新建", "change": "修改", "delete": "删除", "view": "查看"}
ICONS = {True: ("yes", "是"), False: ("no", "否"), None: ("unknown", "不明")}


class RightsField(forms.ModelMultipleChoiceField):
    """Rights by name: Django keeps those of its own making in English in the database, "Can view 文章"."""

    def label_from_instance(self, obj: Permission) -> str:
        made = obj.name.startswith("Can ")
        said = ACTIONS.get(obj.codename.partition("_")[0], obj.name) if made else obj.name
        return f"{obj.content_type} | {said}"


class PasswordForm(AdminPasswordChangeForm):
    """A new password, or none any more."""

    # The id and classes are those that Django's script shows once “no password” is chosen.
    usable_password_help_text = format_html(
        '{}<ul id="id_unusable_warning" class="messagelist"><li class="warning">{}</li></ul>',
        "禁用以后，他不能再用密码登录。",
        "现在的密码会随即作废。",
    )


def boolean_icon(value: Any) -> SafeString:
    """Django's own, with 是 or 否 for who hears the page: Django says True or False."""
    name, said = ICONS[value]
    return format_html('<img src="{}" alt="{}">', static(f"admin/img/icon-{name}.svg"), said)


admin_list._boolean_icon = boolean_icon  # Django asks for it by this name wherever it shows one, and takes no other
