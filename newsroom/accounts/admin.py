"""Accounts at the desk: made, given roles, switched off; never deleted, for the journal names them."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.models import Group, User
from django.http import HttpRequest

from newsroom.accounts.wording import PasswordForm, RightsField

admin.site.unregister([User, Group])
if settings.OTP:
    from django_otp.plugins.otp_totp.models import TOTPDevice

    admin.site.unregister(TOTPDevice)  # its secret is shown once, by the command `otp`


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Who keeps the accounts may not raise anyone, himself included, above the roles: only a superuser may."""

    list_display = ("username", "roles", "is_active", "is_superuser", "last_login")
    list_filter = ("is_active", "groups")
    search_fields = ("username",)
    actions = None
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("权限", {"fields": ("is_active", "groups", "is_superuser")}),
        ("登录", {"fields": ("last_login", "date_joined")}),
    )
    add_form = UserCreationForm  # every account has a password
    add_fieldsets = ((None, {"fields": ("username", "password1", "password2")}),)
    change_password_form = PasswordForm
    filter_horizontal = ()

    @admin.display(description="角色")
    def roles(self, user: User) -> str:
        return "、".join(group.name for group in user.groups.all())

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("groups")

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> tuple:
        fixed = ("username", "last_login", "date_joined") if obj else ()
        return fixed if request.user.is_superuser else (*fixed, "is_superuser")

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return not above and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        obj.is_staff = True  # accounts are for the desk; readers need none
        super().save_model(request, obj, form, change)


@admin.register(Group)
class RoleAdmin(GroupAdmin):
    """The three roles are the program's (accounts.roles): seen here, beside groups of one's own."""

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest | None = None, **kwargs: Any) -> Any:
        return super().formfield_for_manytomany(db_field, request, form_class=RightsField, **kwargs)
