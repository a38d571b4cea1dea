"""OTP=1: nobody comes in without a token, however right the password, and no token twice."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "a long pass phrase 1"
# A visit to a site that runs with OTP=1; each line printed is what the visitor met.
VISIT = f"""
import re
from io import StringIO
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

user = User.objects.create_superuser("王编", password="{PASSWORD}")
said = StringIO()
call_command("otp", "王编", stdout=said)
device = TOTPDevice.objects.get()
print(said.getvalue().startswith("otpauth://totp/"))


def enter(token, password="{PASSWORD}"):
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    client = Client(headers={{"host": "localhost"}})
    answer = client.post("/admin/login/", {{"username": "王编", "password": password, "token": token}})
    errors = re.findall('errornote">([^<]*)', answer.content.decode())
    return answer.status_code, errors, client.get("/admin/").status_code


token = str(TOTP(device.bin_key, device.step, device.t0, device.digits).token()).zfill(6)
wrong = enter("000000" if token != "000000" else "111111")
print(wrong[0], wrong[2], "没有登录" in wrong[1][0])
print(wrong == enter(token, "wrong"))
print(enter("")[0], enter("")[2])
for _ in range(2):
    came = enter(token)
    print(came[0], came[2])
client = Client(headers={{"host": "localhost"}})
client.force_login(user)
print(client.get("/admin/").status_code)
page = client.get("/admin/login/").content.decode()
print("动态口令" in page, 'autocomplete="one-time-code"' in page, "style=" in page)
"""


def manage(data: Path, *arguments: str, **options) -> subprocess.CompletedProcess:
    environment = {"PATH": os.environ["PATH"], "ARCHIVE_DATA": str(data), "PYTHONUTF8": "1", "OTP": "1"}
    command = [sys.executable, ROOT / "manage.py", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=120, **options)


@pytest.mark.slow
def test_it_demands_a_token(tmp_path):
    assert manage(tmp_path, "migrate", "-v0").returncode == 0
    assert manage(tmp_path, "collectstatic", "-v0", "--noinput").returncode == 0
    done = manage(tmp_path, "shell", "-v0", "-c", VISIT)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "True",
        "200 302 True",
        "True",
        "200 302",
        "302 200",
        "200 302",  # the token is spent
        "302",
        "True True False",
    ]


@pytest.mark.slow
def test_it_tells_of_an_account_that_there_is_not(tmp_path):
    assert manage(tmp_path, "migrate", "-v0").returncode == 0
    done = manage(tmp_path, "otp", "无此人")
    assert done.returncode == 1 and "没有这个帐号" in done.stderr
