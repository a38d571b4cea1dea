"""`admin`: makes an account that may do everything, asking for name and password; `./run admin` calls it."""

import os
from collections.abc import Callable
from getpass import getpass

from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError

NAME, PASSWORD, EMAIL = (f"DJANGO_SUPERUSER_{part}" for part in ("USERNAME", "PASSWORD", "EMAIL"))


class Command(BaseCommand):
    help = f"建立一个管理员帐号：问用户名和密码；设了环境变量 {NAME}、{PASSWORD} 就不问。"

    def handle(self, *args, **options):
        given = {name: os.environ.get(name, "") for name in (NAME, PASSWORD)}
        name, password = given.values() if all(given.values()) else self.asked()
        user = User(username=name, email=os.environ.get(EMAIL, ""))
        if problems := [*name_problems(name), *password_problems(password, user)]:
            raise CommandError("".join(problems))
        User.objects.create_superuser(name, user.email, password)
        self.stdout.write(f"帐号“{name}”已建立。网站运行时到 /admin/ 登录。")

    def asked(self) -> tuple[str, str]:
        """Name and password as typed, each asked for again until it will do."""
        try:
            name = self.until(lambda: input("用户名：").strip(), name_problems)
            self.stdout.write("密码至少十二个字符，输入时不显示。")
            password = self.until(
                lambda: getpass("密码："), lambda typed: password_problems(typed, User(username=name))
            )
            self.until(lambda: getpass("再输一次："), lambda typed: [] if typed == password else ["两次不一样。"])
        except (EOFError, KeyboardInterrupt):
            raise CommandError("没有建立帐号。") from None
        return name, password

    def until(self, ask: Callable[[], str], problems: Callable[[str], list[str]]) -> str:
        """What is typed, once there are no problems with it."""
        while found := problems(typed := ask()):
            self.stderr.write("".join(found))
        return typed


def name_problems(name: str) -> list[str]:
    """Why an account cannot bear this name; none if it can."""
    field = User._meta.get_field("username")
    try:
        field.clean(name, None)
    except ValidationError as error:
        return error.messages
    return [f"已有用户名“{name}”。"] if User.objects.filter(username=name).exists() else []


def password_problems(password: str, user: User) -> list[str]:
    """Why it will not do as this account's password; none if it will."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        return error.messages
    return []
