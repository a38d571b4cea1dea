"""The archive's reader: the shipped one, until the archive has weights of its own."""

import json

import pytest

from articles import loader, readers, reading
from articles.models import Article, Page
from articles.reading import READER_VERSION, BadTable
from articles.reading.model import shipped_model
from tests.training.lessons import text_of

TABLE = {"about": {}, "share": 1, "on_top": True, "scale": 1, "labels": ["+headline"], "transition": [[0]], "state": {}}


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    settings.ARCHIVE_DATA = tmp_path
    return tmp_path


def put(name: str = "own", source: bytes | None = None, **changes):
    readers.folder().mkdir(exist_ok=True)
    path = readers.folder() / f"{name}.json"
    path.write_bytes(json.dumps(TABLE | changes).encode() if source is None else source)
    return path


def test_it_is_the_shipped_reader_where_there_is_no_table():
    assert readers.model() is shipped_model()
    assert readers.version() == READER_VERSION
    assert readers.read_page(text_of(0).encode()) == reading.read_page(text_of(0).encode())


def test_it_adds_the_tables_of_the_archive():
    put(transition=[[5]])
    model = readers.model()
    assert model is readers.model()
    assert model is not shipped_model()
    assert len(model.about) == len(shipped_model().about) + 1


def test_it_is_another_version_for_other_tables():
    versions = {readers.version()}
    put()
    versions.add(readers.version())
    put(share=2)
    versions.add(readers.version())
    path = put("second")
    versions.add(readers.version())
    assert len(versions) == 4
    path.unlink()
    put()
    assert readers.version() in versions


def test_it_trains_a_table_without_its_former_self():
    put("own")
    assert readers.model_without("own") is shipped_model()
    put("other")
    assert len(readers.model_without("own").about) == len(shipped_model().about) + 1


@pytest.mark.parametrize("source", [b"{", json.dumps(TABLE | {"labels": ["title"]}).encode()])
def test_it_refuses_a_damaged_table_by_name(source):
    path = put("江州", source)
    for use in (readers.model, readers.version, lambda: readers.read_page(b"x")):
        with pytest.raises(BadTable) as raised:
            use()
        assert str(path) in raised.value.message


@pytest.mark.django_db
@pytest.mark.parametrize("again", [False, True])
def test_it_loads_nothing_with_a_damaged_table(tmp_path, again):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "p1.txt").write_text(text_of(0), "utf-8")
    path = put(source=b"{")
    with pytest.raises(BadTable):
        loader.load([seeds], again=again)
    assert not Page.objects.exists()
    path.unlink()
    assert loader.load([seeds]).loaded == 1


@pytest.mark.django_db
def test_it_tells_an_editor_of_a_damaged_table(admin_client, tmp_path):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "p1.txt").write_text(text_of(0), "utf-8")
    loader.load([seeds])
    article = Article.objects.first()
    address = f"/admin/articles/article/{article.pk}/change/"
    form = admin_client.get(address).context["adminform"].form
    path = put(source=b"{")
    typed = {name: form[name].value() or "" for name in form.fields}
    typed |= {"headline": "另一个标题", "kind": "misread", "reason": "看错"}
    typed |= {form.add_prefix(name): value for name, value in form.initial.items() if name not in typed}
    answer = admin_client.post(address, typed, follow=True)
    assert str(path) in answer.content.decode()
    article.refresh_from_db()
    assert article.headline != "另一个标题"
