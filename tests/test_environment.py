"""The environment is read into typed values; wrong ones are refused."""

import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom.environment import BASE_DIR, env_bool, env_hosts, env_int, env_path, env_secret


@pytest.mark.parametrize("text, value", [("1", True), ("YES", True), ("0", False), ("False", False), ("", True)])
def test_it_reads_truths_and_takes_an_empty_variable_for_unset(monkeypatch, text, value):
    monkeypatch.setenv("SWITCH", text)
    assert env_bool("SWITCH", default=True) is value


@pytest.mark.parametrize("text", ["maybe", "2", "真", "ture"])
def test_it_refuses_what_is_no_truth(monkeypatch, text):
    monkeypatch.setenv("SWITCH", text)
    with pytest.raises(ImproperlyConfigured, match="SWITCH"):
        env_bool("SWITCH")


@pytest.mark.parametrize("text", ["0", "61", "-1", "1.5", "①", "many"])
def test_it_refuses_numbers_out_of_range(monkeypatch, text):
    monkeypatch.setenv("NUMBER", text)
    with pytest.raises(ImproperlyConfigured, match="1 到 60"):
        env_int("NUMBER", 2, 1, 60)


def test_it_splits_lists_of_hosts(monkeypatch):
    monkeypatch.setenv("HOSTS", " a, b ,,c")
    assert env_hosts("HOSTS", "localhost") == ["a", "b", "c"]


def test_it_refuses_an_address_where_a_host_belongs(monkeypatch):
    monkeypatch.setenv("HOSTS", "archive.example,https://archive.example/")
    with pytest.raises(ImproperlyConfigured, match="https://archive.example/"):
        env_hosts("HOSTS", "localhost")


def test_it_takes_relative_paths_from_the_repository(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FOLDER", "some/where")
    assert env_path("FOLDER", "var") == BASE_DIR / "some" / "where"


def test_it_refuses_a_file_for_a_folder(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("FOLDER", str(tmp_path / "file"))
    with pytest.raises(ImproperlyConfigured, match="FOLDER"):
        env_path("FOLDER", "var")


def test_it_makes_a_key_of_its_own_for_each_installation(tmp_path):
    one, other = tmp_path / "one" / "key", tmp_path / "other" / "key"
    first = env_secret("NO_KEY", one)
    assert first == env_secret("NO_KEY", one)
    assert first != env_secret("NO_KEY", other)
    assert stat.S_IMODE(one.stat().st_mode) == 0o600
    assert stat.S_IMODE(one.parent.stat().st_mode) == 0o700


def test_it_refuses_a_half_written_key(tmp_path):
    (tmp_path / "key").write_text("short")
    with pytest.raises(ImproperlyConfigured, match="不完整"):
        env_secret("NO_KEY", tmp_path / "key")
