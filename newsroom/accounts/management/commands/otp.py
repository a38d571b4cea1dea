"""`otp`: gives an account its one-time passwords, as an address for an authenticator app."""

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import BaseCommand, CommandError
from django.db import transaction


class Command(BaseCommand):
    help = "为一个帐号设动态口令（先前的作废），印出给验证器应用的地址；须 OTP=1。"

    def add_arguments(self, parser):
        parser.add_argument("username", metavar="用户名")

    def handle(self, *args, username, **options):
        if not settings.OTP:
            raise CommandError("没有开动态口令：装上 requirements-otp.txt，再设 OTP=1")
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"没有这个帐号：{username}")
        devices = apps.get_model("otp_totp", "TOTPDevice").objects
        with transaction.atomic():
            devices.filter(user=user).delete()
            device = devices.create(user=user, name="验证器")
        self.stdout.write(device.config_url)
