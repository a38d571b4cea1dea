"""The entrance to the desk: the stock admin behind our own login."""

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from newsroom.accounts.forms import LoginForm

if settings.OTP:
    from newsroom.accounts.otp import TokenLoginForm


class Desk(admin.AdminSite):
    """Tells a blocked visitor 429 and when to come again; with OTP, lets in only who has shown a token."""

    login_form = TokenLoginForm if settings.OTP else LoginForm
    login_template = "admin/login_token.html" if settings.OTP else None

    def login(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        response = super().login(request, extra_context)
        form = getattr(response, "context_data", None) and response.context_data["form"]
        if form and form.is_bound and form.wait:
            response.status_code, response["Retry-After"] = 429, str(form.wait)
        return response

    def has_permission(self, request: HttpRequest) -> bool:
        return super().has_permission(request) and (not settings.OTP or request.user.is_verified())
