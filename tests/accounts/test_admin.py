"""`manage.py admin`: the first account, asked for in Chinese."""

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db
MODULE = "newsroom.accounts.management.commands.admin"


@pytest.fixture(autouse=True)
def _unset(monkeypatch):
    for part in ("USERNAME", "PASSWORD", "EMAIL"):
        monkeypatch.delenv(f"DJANGO_SUPERUSER_{part}", raising=False)


@pytest.fixture
def typing(monkeypatch):
    """Answers the questions for name and password, in order; then there is no more input."""

    def answer(names, passwords):
        for place, typed in (("builtins.input", iter(names)), (f"{MODULE}.getpass", iter(passwords))):
            monkeypatch.setattr(place, lambda prompt, typed=typed: _next(typed), raising=False)

    return answer


def _next(typed):
    try:
        return next(typed)
    except StopIteration:
        raise EOFError from None


def test_it_asks_until_name_and_password_will_do(typing, capsys):
    User.objects.create_user("王编")
    typing(["", "王编", "李 编", " 李编 "], ["123", "a long pass phrase 1", "another one", "a long pass phrase 1"])
    call_command("admin")
    user = User.objects.get(username="李编")
    assert user.is_superuser and user.is_staff and user.check_password("a long pass phrase 1")
    said = "".join(capsys.readouterr())
    for words in ("已有用户名“王编”", "密码太短，至少要 12 个字符", "两次不一样", "帐号“李编”已建立"):
        assert words in said
    assert not any(letter.isascii() and letter.isalpha() for letter in said.replace("/admin/", ""))


def test_it_asks_nothing_where_the_environment_tells(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_USERNAME", "editor")
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "a long pass phrase 1")
    call_command("admin")
    assert User.objects.get(username="editor").is_superuser
    with pytest.raises(CommandError, match="已有用户名"):
        call_command("admin")


def test_it_makes_no_account_with_a_weak_password(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_USERNAME", "editor")
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "short")
    with pytest.raises(CommandError, match="密码太短"):
        call_command("admin")
    assert not User.objects.exists()


def test_it_leaves_no_account_behind_where_input_ends(typing):
    typing(["李编"], [])
    with pytest.raises(CommandError, match="没有建立帐号"):
        call_command("admin")
    assert not User.objects.exists()
