"""Each role at each address of the desk: who sees it, who may send it; a new address must be entered here."""

import json
import uuid
from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import URLPattern, URLResolver, reverse

from articles import loader
from articles.corrections import current_values, journal
from articles.corrections.printed import PAGE_FIELDS
from articles.models import Article, Column, Correction, Load, Page, Person, Review
from tests.admin.conftest import at_the_desk
from tests.admin.desk import address, filled
from tests.loading import everything

pytestmark = pytest.mark.django_db
ACTORS = {"nobody": (), "editor": ("编辑",), "chief": ("主编",), "keeper": ("管理员",), "superuser": ()}
DESK, CHIEFS, KEEPERS, SUPER, NONE = (
    {"editor", "chief", "superuser"},
    {"chief", "superuser"},
    {"keeper", "superuser"},
    {"superuser"},
    set(),
)
STOCK = ("changelist", "change", "history", "add", "delete")
# {model: who may open the list, one row, its history, the form for a new one, the question whether to delete}
MODELS = {
    **{f"articles_{name}": (DESK, DESK, DESK, NONE, NONE) for name in ("article", "page", "person", "load")},
    "articles_correction": (DESK, DESK, DESK, NONE, NONE),
    "articles_column": (DESK, DESK, DESK, NONE, NONE),
    "auth_user": (KEEPERS, KEEPERS, KEEPERS, KEEPERS, NONE),
    "auth_group": (KEEPERS, KEEPERS, KEEPERS, SUPER, SUPER),
}
# Addresses beside those that each model has.
COLUMN_PAGES = [f"articles_column_{name}" for name in ("of", "merge", "rename", "distinct")]
PERSON_PAGES = ("variants", "namesakes", "merge", "split", "rename", "distinct", "single")
FURTHER = {
    "articles_review_changelist": DESK,
    **dict.fromkeys(COLUMN_PAGES, CHIEFS),
    **{f"articles_person_{name}": CHIEFS for name in PERSON_PAGES},
    "articles_correction_withdraw": CHIEFS,
    "articles_correction_import": CHIEFS,
    "articles_correction_export": DESK,
    "auth_user_password_change": KEEPERS,
}
# For everyone who is at the desk, or for everyone at all.
OPEN = {"index", "login", "logout", "password_change", "password_change_done", "jsi18n", "app_list"}
OPEN |= {"autocomplete", "view_on_site"}  # they ask for the rights of the model that they are asked about
WHO_MAY = FURTHER | {
    f"{model}_{name}": may for model, who in MODELS.items() for name, may in zip(STOCK, who, strict=True)
}


def names() -> Iterator[str]:
    """The name of every address of the desk."""

    def walk(patterns: list) -> Iterator[str]:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns)
            elif isinstance(pattern, URLPattern) and pattern.name:
                yield pattern.name

    return walk(admin.site.urls[0])


@pytest.fixture
def rows(target) -> dict:
    """One row of each model, for the addresses that name one."""
    changes = {"headline": (target.headline, "渡口新桥"), "column": ("", "江声")}
    loader.correct(target, changes, "misread", "理由", "王编")
    found = {model: model.objects.first() for model in (Article, Page, Person, Load, Correction, Column, Group)}
    found[User] = User.objects.create_user("另一人", is_staff=True)
    user = {"user": found[User], "change_message": "", "action_flag": ADDITION}
    for row in found.values():
        LogEntry.objects.log_actions(user["user"].pk, [row], ADDITION, single_object=True)
    return {f"{model._meta.app_label}_{model._meta.model_name}": row for model, row in found.items()}


def path(name: str, rows: dict) -> str:
    if name in COLUMN_PAGES:
        return reverse(f"admin:{name}", query={"column": rows["articles_column"].column})
    if name.endswith(("_changelist", "_add", "_import", "_export", "_variants", "_namesakes")):
        return reverse(f"admin:{name}")
    return reverse(f"admin:{name}", args=[next(row.pk for model, row in rows.items() if name.startswith(f"{model}_"))])


def many(page: Page) -> dict:
    """What the form for many pages at once sends."""
    seen = json.dumps({page.key: {name: current_values(page)[name] for name in PAGE_FIELDS}})
    data = {"action": "correct_pages", "_selected_action": [page.pk], "_store": "1", "seen": seen}
    return data | {"kind": "misread", "reason": "据报头", "name": "改了的版名"}


def actor(client, who: str):
    if who == "superuser":
        client.force_login(User.objects.create_superuser("root"))
        return client
    return at_the_desk(client, who, *ACTORS[who])


def test_it_knows_every_address():
    assert set(names()) - OPEN - set(WHO_MAY) == set(), "enter new addresses into FURTHER, new models into MODELS"


@pytest.mark.parametrize("who", ACTORS)
def test_it_opens_to_those_who_may_and_to_no_others(client, rows, who):
    visitor = actor(client, who)
    seen = {name: visitor.get(path(name, rows)).status_code for name in WHO_MAY}
    assert seen == {name: 200 if who in may else 403 for name, may in WHO_MAY.items()}


def test_it_opens_to_no_stranger(client, rows):
    for name in WHO_MAY:
        for answer in (client.get(path(name, rows)), client.post(path(name, rows))):
            assert answer.status_code == 302 and answer["Location"].startswith(reverse("admin:login")), name


def test_it_opens_to_nobody_who_is_not_of_the_desk(client, rows):
    client.force_login(User.objects.create_user("读者", is_superuser=True))
    assert {client.get(path(name, rows)).status_code for name in WHO_MAY} == {302}


class TestSending:
    """What each role can do, sent as its browser would send it had it been shown the form."""

    MAY = {"correct": DESK, "correct_many": DESK, "withdraw": CHIEFS, "take_in": CHIEFS}
    MAY |= {"switch_off": KEEPERS, "change_role": SUPER}

    def correct(self, client, rows) -> bool:
        data = rows["correct"]
        client.post(address(rows["articles_article"]), data)
        return Article.objects.get(pk=rows["articles_article"].pk).column == "江州观察"

    def correct_many(self, client, rows) -> bool:
        client.post(path("articles_page_changelist", rows), many(rows["articles_page"]))
        return Page.objects.get().name == "改了的版名"

    def withdraw(self, client, rows) -> bool:
        client.post(path("articles_correction_withdraw", rows))
        return Correction.objects.get(pk=rows["articles_correction"].pk).withdrawn is not None

    def take_in(self, client, rows) -> bool:
        text = "".join(journal.export_lines()).encode()
        Correction.objects.all().delete()
        client.post(reverse("admin:articles_correction_import"), {"file": SimpleUploadedFile("c.jsonl", text)})
        return Correction.objects.exists()

    def switch_off(self, client, rows) -> bool:
        client.post(path("auth_user_change", rows), {"groups": []})
        return not User.objects.get(username="另一人").is_active

    def change_role(self, client, rows) -> bool:
        client.post(path("auth_group_change", rows), {"name": "改了名"})
        return Group.objects.filter(name="改了名").exists()

    @pytest.mark.parametrize("deed", MAY)
    @pytest.mark.parametrize("who", ACTORS)
    def test_it_takes_from_those_who_may_and_from_no_others(self, client, rows, who, deed):
        rows["correct"] = filled(actor(client, "superuser"), rows["articles_article"], column="江州观察")
        User.objects.filter(username="root").delete()
        assert getattr(self, deed)(actor(client, who), rows) == (who in self.MAY[deed])


class TestNothingIsDeleted:
    # The queue is made anew with each page: its rows go when their doubts do, which the journal tells.
    MODELS = [model for model in admin.site._registry if model._meta.app_label == "articles" and model is not Review]

    @pytest.mark.parametrize("model", [*MODELS, User], ids=lambda model: model._meta.model_name)
    def test_it_has_no_address_nor_action_that_deletes(self, client, rows, model):
        visitor, label = actor(client, "superuser"), f"{model._meta.app_label}_{model._meta.model_name}"
        before = model.objects.count()
        assert visitor.post(path(f"{label}_delete", rows), {"post": "yes"}).status_code == 403
        everyone = [row.pk for row in model.objects.all()]
        request = visitor.get(path(f"{label}_changelist", rows)).wsgi_request
        for action in {"delete_selected", *admin.site._registry[model].get_actions(request)}:
            data = {"action": action, "_selected_action": everyone, "post": "yes", "select_across": "1"}
            visitor.post(path(f"{label}_changelist", rows), data)
        assert model.objects.count() == before

    def test_it_keeps_what_the_admin_notes_of_itself(self):
        assert LogEntry not in admin.site._registry


class TestEveryChangeIsInTheJournal:
    """Whatever is sent to whatever address, nothing of the archive changes without an entry that says so."""

    REASON = {"reason": "理由", "kind": "misread", "post": "yes"}

    def bodies(self, client, rows, name: str) -> Iterator[dict]:
        yield {}
        yield self.REASON | {"headline": "篡改", "name": "篡改", "key": "篡改", "old": "篡改", "state": "withdrawn"}
        yield {"action": "delete_selected", "_selected_action": [rows["articles_article"].pk], "post": "yes"}
        if name in ("articles_article_change", "articles_page_change"):
            yield filled(client, rows[name.removesuffix("_change")], column="江州观察", name="改了的版名")
        if name == "articles_page_changelist":
            yield many(rows["articles_page"]) | {"name": "又改了的版名"}
        if name == "articles_review_changelist":
            everyone = list(Review.objects.values_list("pk", flat=True))
            yield {"action": "looks_right", "_selected_action": everyone, "select_across": "1"}
        if name == "articles_correction_import":
            target = Article.objects.get(pk=rows["articles_article"].pk)
            line = json.loads(next(journal.export_lines())) | {"id": str(uuid.uuid4()), "new": "渡口老桥"}
            line |= {"old": target.headline}
            text = json.dumps({name: value for name, value in line.items() if not name.startswith("withdrawn")})
            yield {"file": SimpleUploadedFile("c.jsonl", text.encode())}

    def state(self) -> tuple[dict, list]:
        """All that readers and editors see of the archive."""
        return everything(), list(Article.objects.order_by("key").values_list("key", "kicker", "subtitle", "doubts"))

    def entries(self) -> list[str]:
        return sorted(journal.export_lines())

    def test_it_changes_nothing_without_an_entry(self, client, rows):
        visitor, changed = actor(client, "superuser"), set()
        for name in WHO_MAY:
            for body in self.bodies(visitor, rows, name):
                before, entries = self.state(), self.entries()
                visitor.post(path(name, rows), body)
                if self.state() != before:
                    changed.add(name)
                    assert self.entries() != entries, (name, body)
        ways = ("article_change", "page_change", "page_changelist", "correction_withdraw", "correction_import")
        assert changed >= {f"articles_{way}" for way in ways}

    def test_it_takes_nothing_back_out_of_the_journal(self, client, rows):
        visitor, entry = actor(client, "superuser"), rows["articles_correction"]
        kept = ("target", "field", "old", "new", "kind", "reason", "editor", "created")
        before = Correction.objects.values_list(*kept).get(pk=entry.pk)
        for name in WHO_MAY:
            for body in self.bodies(visitor, rows, name):
                visitor.post(path(name, rows), body)
        assert Correction.objects.values_list(*kept).get(pk=entry.pk) == before
