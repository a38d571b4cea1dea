"""Accounts at the desk: given roles by those who keep them, never deleted, never raised above the roles."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.urls import reverse

from newsroom.accounts import roles

pytestmark = pytest.mark.django_db
LIST, ADD = reverse("admin:auth_user_changelist"), reverse("admin:auth_user_add")
PASSWORD = "a long pass phrase 1"


@pytest.fixture
def keeper(client):
    user = User.objects.create_user("管帐号的", password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name="管理员"))
    client.force_login(user)
    return client


@pytest.fixture
def other():
    return User.objects.create_user("王编", password=PASSWORD, is_staff=True)


def form(user: User) -> str:
    return reverse("admin:auth_user_change", args=[user.pk])


def save(client, user: User, **changes):
    return client.post(form(user), {"is_active": "on", "groups": []} | changes)


def test_it_makes_accounts_for_the_desk(keeper):
    keeper.post(ADD, {"username": "新来的", "usable_password": "true", "password1": PASSWORD, "password2": PASSWORD})
    made = User.objects.get(username="新来的")
    assert made.is_staff and not made.is_superuser and made.check_password(PASSWORD)


@pytest.mark.parametrize("password", ["short", "password1234", "123456789012"])
def test_it_refuses_weak_passwords(keeper, password):
    keeper.post(ADD, {"username": "新来的", "usable_password": "true", "password1": password, "password2": password})
    assert not User.objects.filter(username="新来的").exists()


def test_it_gives_roles_and_switches_off(keeper, other):
    save(keeper, other, groups=[Group.objects.get(name="主编").pk])
    assert other.has_perm("articles.withdraw")
    keeper.post(form(other), {"groups": []})
    other.refresh_from_db()
    assert not other.is_active


def test_it_raises_nobody_above_the_roles(keeper, other):
    own = User.objects.get(username="管帐号的")
    for user in (other, own):
        save(keeper, user, is_superuser="on", user_permissions=["1"], is_staff="on")
        user.refresh_from_db()
        assert not user.is_superuser and not user.user_permissions.exists()


def test_it_keeps_hands_off_superusers(keeper, admin_user):
    assert save(keeper, admin_user).status_code == 403
    password = reverse("admin:auth_user_password_change", args=[admin_user.pk])
    assert keeper.post(password, {"password1": PASSWORD, "password2": PASSWORD}).status_code == 403


def test_it_changes_no_name_that_the_journal_knows(admin_client, other):
    save(admin_client, other, username="改了名")
    other.refresh_from_db()
    assert other.username == "王编"


def test_it_deletes_nobody(admin_client, other):
    assert admin_client.post(reverse("admin:auth_user_delete", args=[other.pk]), {"post": "yes"}).status_code == 403
    admin_client.post(LIST, {"action": "delete_selected", "_selected_action": [other.pk], "post": "yes"})
    assert User.objects.filter(pk=other.pk).exists()


class TestRoles:
    def test_it_makes_them_once(self, capsys):
        Group.objects.all().delete()
        call_command("roles")
        assert capsys.readouterr().out == "权限组已设好：编辑、主编、管理员。\n"
        call_command("roles")
        assert capsys.readouterr().out == ""

    def test_it_puts_them_right_and_leaves_other_groups_alone(self):
        own, editors = Group.objects.create(name="实习"), Group.objects.get(name="编辑")
        editors.permissions.clear()
        own.permissions.set(Group.objects.get(name="主编").permissions.all())
        assert roles.ensure() == ["编辑"]
        assert own.permissions.count() == len(roles.LEADS)

    def test_it_tells_of_a_right_that_there_is_not(self, monkeypatch):
        monkeypatch.setitem(roles.ROLES, "编辑", ["articles.fly"])
        with pytest.raises(LookupError, match="articles.fly"):
            roles.ensure()
