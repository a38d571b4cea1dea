"""Failed logins, kept in the database so that all workers count together."""

from django.db import models


class LoginAttempt(models.Model):
    """How often entering failed for a name, an address, or a name from an address; gone when its time is up."""

    key = models.CharField("对象", max_length=64, primary_key=True, help_text="keyed hash: no name is stored")
    failures = models.PositiveIntegerField("次数", default=0)
    since = models.DateTimeField("起始", db_index=True, help_text="when the first of them was")

    class Meta:
        default_permissions = ()
        verbose_name = verbose_name_plural = "登录失败"
