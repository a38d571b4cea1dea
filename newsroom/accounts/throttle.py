"""How often somebody may try to enter: counted before the password is looked at, so parallel tries gain nothing."""

import ipaddress
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from newsroom.accounts.models import LoginAttempt

WINDOW = timedelta(minutes=15)
# So many failures within WINDOW: of a name from an address (someone guesses), from an address whatever the name
# (someone tries a list), of a name from anywhere (many machines guess; the owner elsewhere gets in until then).
BOTH, ADDRESS, NAME = "both", "address", "name"
LIMITS = {BOTH: 5, ADDRESS: 30, NAME: 50}
MOST_ROWS = 10_000


def address_of(request: HttpRequest) -> str:
    """Where a request comes from: what our own proxy saw if there is one (BEHIND_PROXY), else the other end.

    Only the last address of X-Forwarded-For is the proxy's word. Of IPv6, where everyone has 2⁶⁴ of them, the network.
    """
    seen = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        seen = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip() or seen
    try:
        address = ipaddress.ip_address(seen)
    except ValueError:
        return ""
    return str(address if address.version == 4 else ipaddress.ip_network(f"{address}/64", strict=False))


def begin(name: str, address: str) -> timedelta:
    """Counts a try as failed until it succeeds; returns how long to wait, zero when it may go on."""
    keys, now = _keys(name, address), timezone.now()
    with transaction.atomic():
        _sweep(now)
        if wait := _wait(keys, now, more=1):
            return wait
        rows = [LoginAttempt(key=key, since=now) for key in keys.values()]
        LoginAttempt.objects.bulk_create(rows, ignore_conflicts=True)
        LoginAttempt.objects.filter(key__in=keys.values()).update(failures=F("failures") + 1)
        return _wait(keys, now)


def succeed(name: str, address: str) -> None:
    """Forgets the failures of a name; those of the address stand, or whoever has an account could clear them."""
    keys = _keys(name, address)
    LoginAttempt.objects.filter(key__in=[keys[BOTH], keys[NAME]]).delete()
    LoginAttempt.objects.filter(key=keys[ADDRESS]).update(failures=F("failures") - 1)


def _wait(keys: dict[str, str], now: datetime, more: int = 0) -> timedelta:
    """Until the last of the full counts runs out; more is a try that is not yet counted."""
    rows = LoginAttempt.objects.in_bulk(keys.values())
    ends = [
        rows[key].since + WINDOW
        for kind, key in keys.items()
        if key in rows and rows[key].failures + more > LIMITS[kind]
    ]
    return max(ends, default=now) - now


def _keys(name: str, address: str) -> dict[str, str]:
    parts = {BOTH: f"{name}\n{address}", ADDRESS: address, NAME: name}
    return {kind: salted_hmac(f"login {kind}", text, algorithm="sha256").hexdigest() for kind, text in parts.items()}


def _sweep(now: datetime) -> None:
    """Counts whose time is up go, and the oldest where a flood of names would fill the disk."""
    LoginAttempt.objects.filter(since__lte=now - WINDOW).delete()
    if (
        edge := LoginAttempt.objects.order_by("-since")
        .values_list("since", flat=True)[MOST_ROWS : MOST_ROWS + 1]
        .first()
    ):
        LoginAttempt.objects.filter(since__lte=edge).delete()
