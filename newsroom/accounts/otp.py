"""A one-time password beside the password (RFC 6238), where OTP=1 and django-otp is installed."""

from django import forms
from django_otp import match_token

from newsroom.accounts.forms import LoginForm


class TokenLoginForm(LoginForm):
    """A wrong token is answered like a wrong password: nobody learns which of them was right."""

    error_messages = LoginForm.error_messages | {
        "invalid_login": "没有登录：用户名、密码或动态口令不对，或者这个帐号不能进入管理。"
    }
    token = forms.CharField(
        label="动态口令",
        max_length=16,
        widget=forms.TextInput({"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def confirm_login_allowed(self, user: object) -> None:
        super().confirm_login_allowed(user)
        user.otp_device = match_token(user, self.cleaned_data.get("token", ""))
        if user.otp_device is None:
            raise self.get_invalid_login_error()
