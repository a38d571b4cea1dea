"""The editors' desk: stock Django admin over the journal."""

from django.conf import settings
from django.contrib import admin

from articles.admin import archive, columns, journal, people, queue

__all__ = ["archive", "columns", "journal", "people", "queue"]

admin.site.site_header = admin.site.site_title = f"{settings.SITE_NAME} 管理"
admin.site.index_title = "编辑台"
admin.site.enable_nav_sidebar = False  # the source needs the width
