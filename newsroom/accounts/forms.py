"""The form at the entrance: one answer for every failure, and a pause after several."""

import logging
from math import ceil

from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError

from newsroom.accounts import throttle

logger = logging.getLogger(__name__)


class LoginForm(AdminAuthenticationForm):
    """Name and password; `wait` says how many seconds a blocked visitor has to."""

    error_messages = AdminAuthenticationForm.error_messages | {
        "invalid_login": "没有登录：用户名或密码不对（区分大小写），或者这个帐号不能进入管理。",
        "blocked": "登录失败次数过多，请在 %(minutes)d 分钟后再试。",
    }
    wait = 0

    def clean(self) -> dict:
        name, address = self.cleaned_data.get("username"), throttle.address_of(self.request)
        if not name or not self.cleaned_data.get("password"):
            return self.cleaned_data
        self._stop_if_blocked(name, address)
        try:
            cleaned = super().clean()
        except ValidationError:
            logger.warning("login failed: %r from %s", name, address)
            raise
        throttle.succeed(name, address)
        logger.info("login: %r from %s", name, address)
        return cleaned

    def _stop_if_blocked(self, name: str, address: str) -> None:
        self.wait = ceil(throttle.begin(name, address).total_seconds())
        if self.wait:
            logger.warning("login blocked: %r from %s", name, address)
            minutes = {"minutes": ceil(self.wait / 60)}
            raise ValidationError(self.error_messages["blocked"], "blocked", minutes)
