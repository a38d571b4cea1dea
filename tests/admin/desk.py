"""What an editor's browser does at the desk: opens a form, fills it in, sends it."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.models import Article, Page


def address(target: Article | Page) -> str:
    return reverse(f"admin:articles_{target._meta.model_name}_change", args=[target.pk])


def filled(client: Client, target: Article | Page, **changes: Any) -> dict[str, str]:
    """What a browser sends: every input as the page shows it, with the editor's changes."""
    form = client.get(address(target)).context["adminform"].form
    data = {"kind": "misread", "reason": "据次日更正栏"}
    for name in form.values:
        data[name] = data[form.add_initial_prefix(name)] = form[name].value()
    return data | {name.replace("__", "."): value for name, value in changes.items()}


def save(client: Client, target: Article | Page, **changes: Any) -> HttpResponse:
    return client.post(address(target), filled(client, target, **changes), follow=True)


def messages(response: HttpResponse) -> str:
    return "".join(str(message) for message in response.context["messages"])
