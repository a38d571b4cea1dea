"""Accounts as a Django app, and the admin with the desk's own entrance."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class AccountsConfig(AppConfig):
    name = "newsroom.accounts"
    verbose_name = "帐号"


class DeskConfig(AdminConfig):
    default_site = "newsroom.accounts.entrance.Desk"
