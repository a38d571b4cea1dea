"""Entering: five failures and a pause, for every worker, whatever is claimed about the address."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from newsroom.accounts import throttle
from newsroom.accounts.models import LoginAttempt

pytestmark = pytest.mark.django_db
LOGIN = reverse("admin:login")
PASSWORD = "a long pass phrase 1"
FAILED = "没有登录"


@pytest.fixture
def owner():
    return User.objects.create_user("王编", password=PASSWORD, is_staff=True)


def enter(client, name: str = "王编", password: str = "wrong", address: str = "192.0.2.1", **options):
    return client.post(LOGIN, {"username": name, "password": password}, REMOTE_ADDR=address, **options)


def pass_time(**ago) -> None:
    LoginAttempt.objects.update(since=timezone.now() - timedelta(**ago))


def test_it_lets_the_owner_in(client, owner):
    assert enter(client, password=PASSWORD).status_code == 302
    assert not LoginAttempt.objects.filter(failures__gt=0).exists()


def test_it_asks_for_a_pause_and_then_refuses_the_right_password_too(client, owner):
    for _ in range(5):
        assert FAILED in enter(client).text
    for password in ("wrong", PASSWORD):
        response = enter(client, password=password)
        assert response.status_code == 429
        assert "登录失败次数过多，请在 15 分钟后再试。" in response.text and FAILED not in response.text
        assert 0 < int(response["Retry-After"]) <= 900
    assert "_auth_user_id" not in client.session


def test_it_lets_the_owner_in_from_elsewhere_and_here_after_the_pause(client, owner):
    for _ in range(6):
        enter(client)
    assert enter(client, password=PASSWORD, address="192.0.2.9").status_code == 302
    client.logout()
    pass_time(minutes=16)
    assert enter(client, password=PASSWORD).status_code == 302


def test_it_does_not_make_the_pause_longer_for_trying(client, owner):
    for _ in range(5):
        enter(client)
    pass_time(minutes=10)
    assert "请在 5 分钟后再试" in enter(client).text
    assert "请在 5 分钟后再试" in enter(client).text


def test_it_forgets_failures_after_a_success(client, owner):
    for _ in range(3):
        for _ in range(4):
            enter(client)
        assert enter(client, password=PASSWORD).status_code == 302
        client.logout()


def test_it_stops_an_address_that_tries_many_names(client, owner):
    for number in range(30):
        assert enter(client, name=f"名{number}").status_code == 200
    assert enter(client, password=PASSWORD).status_code == 429


def test_it_lets_nobody_with_an_account_clear_the_failures_of_an_address(client, owner):
    for number in range(30):
        enter(client, name=f"名{number}")
        if number < 29:
            enter(client, password=PASSWORD)
            client.logout()
    assert enter(client, name="另一名").status_code == 429


def test_it_stops_many_addresses_that_try_one_name(client, owner):
    for number in range(50):
        assert enter(client, address=f"198.51.100.{number}").status_code == 200
    assert enter(client, password=PASSWORD, address="203.0.113.1").status_code == 429


def test_it_does_not_reveal_which_names_there_are(client, owner):
    User.objects.create_user("reader", password=PASSWORD)
    User.objects.create_user("left", password=PASSWORD, is_staff=True, is_active=False)
    tries = [("王编", "wrong"), ("无此人", "wrong"), ("reader", PASSWORD), ("left", PASSWORD)]
    for _ in range(6):
        answers = [enter(client, name, password, address=f"192.0.2.{len(name)}") for name, password in tries]
        said = {(answer.status_code, *errors(answer)) for answer in answers}
        assert len(said) == 1, said


def errors(response) -> list[str]:
    return response.context["form"].non_field_errors()


def test_it_keeps_no_names(client):
    enter(client, name="不该留下的名字")
    assert all(len(row.key) == 64 for row in LoginAttempt.objects.all())


def test_it_counts_nothing_where_something_is_left_out(client):
    client.post(LOGIN, {"username": "王编", "password": ""})
    client.post(LOGIN, {})
    assert not LoginAttempt.objects.exists()


def test_it_believes_a_forwarded_address_only_behind_a_proxy(client, owner, settings):
    def claim(number: int):
        return enter(client, headers={"x-forwarded-for": f"198.51.100.{number}, 203.0.113.{number}"})

    for number in range(5):
        claim(number)
    assert claim(9).status_code == 429
    settings.BEHIND_PROXY = True
    assert claim(9).status_code == 200


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("198.51.100.1, 203.0.113.5", "203.0.113.5"),
        ("", "192.0.2.1"),
        ("evil\nFAKE", ""),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
    ],
)
def test_it_takes_the_proxys_word_alone(settings, forwarded, address):
    settings.BEHIND_PROXY = True
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", headers={"x-forwarded-for": forwarded})
    assert throttle.address_of(request) == address


def test_it_does_not_grow_without_bound(monkeypatch):
    monkeypatch.setattr(throttle, "MOST_ROWS", 50)
    for number in range(100):
        throttle.begin(f"名{number}", f"198.51.100.{number}")
    assert LoginAttempt.objects.count() <= 53
    pass_time(minutes=16)
    throttle.begin("王编", "192.0.2.1")
    assert LoginAttempt.objects.count() == 3


def test_it_makes_no_rows_for_those_who_are_blocked():
    for number in range(40):
        throttle.begin(f"名{number}", "192.0.2.1")
    assert LoginAttempt.objects.count() == 2 * 30 + 1


def test_it_logs_who_came_and_who_did_not_on_one_line_each(client, owner, caplog):
    caplog.set_level("INFO", "newsroom")
    enter(client, name="a\nFAKE line")
    enter(client, password=PASSWORD)
    lines = [record.getMessage() for record in caplog.records if record.name == "newsroom.accounts.forms"]
    assert lines == [r"login failed: 'a\nFAKE line' from 192.0.2.1", "login: '王编' from 192.0.2.1"]
    assert PASSWORD not in caplog.text
