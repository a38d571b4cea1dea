"""Bad input is named, the rest goes on, and nothing is lost."""

import pytest
from django.core.management import CommandError, call_command

from articles.loader import numbers
from articles.models import Article, Page
from articles.reading import Unreadable
from tests.loading import everything, found, load, load_article
from tests.marked import article, page, read_marked, write

pytestmark = pytest.mark.django_db


class TestBadInput:
    BAD = {
        "empty": b"",
        "blank": b"\n \n",
        "binary": b"\x7fELF\x02\x01\x01\x00\x00\x00" * 20,
        "half": "版 江州日报\n题 桥通了\n文 昨天通车。".encode()[:-2],
        "mojibake": "江州大桥昨天通车".encode("gb18030") + b"\xff\xfe" * 3,
        "control": "题 桥\x01通了".encode(),
        "mark": "题 桥通了\n怪 什么".encode(),
    }

    @pytest.mark.parametrize("name", BAD)
    def test_it_names_a_bad_seed_and_loads_the_rest(self, seeds, name):
        write(seeds, "good", page(article()))
        (seeds / "bad.txt").write_bytes(self.BAD[name])
        report = load(seeds)
        ((file, line, message),) = report.failed
        assert file.endswith("bad.txt")
        assert line >= 1
        assert message
        assert list(Page.objects.values_list("key", flat=True)) == ["good"]

    def test_it_names_the_line(self, seeds):
        (seeds).mkdir()
        (seeds / "bad.txt").write_bytes("题 桥通了\n文 一段。\n文 ".encode() + b"\xff\xff\n")
        assert load(seeds).failed[0].line == 3

    def test_it_keeps_the_stored_page_when_its_file_goes_bad(self, seeds):
        write(seeds, "p1", page(article()))
        load(seeds)
        (seeds / "p1.txt").write_bytes(b"\x00\x01")
        report = load(seeds)
        assert (len(report.failed), report.missing) == (1, [])
        assert found("正式通车") == ["江州大桥昨日通车"]

    def test_it_goes_on_after_a_fault_of_the_reader(self, seeds, reads):
        def read(source, stated):
            if "另一" in source.decode():
                raise IndexError("list index out of range")
            return read_marked(source)

        reads(read)
        write(seeds, "p1", page(article()))
        write(seeds, "p2", page(article(headline="另一件事")))
        report = load(seeds)
        assert "IndexError" in report.failed[0].message
        assert Page.objects.count() == 1

    def test_it_tells_when_a_reading_loses_text(self, seeds, reads):
        def read(source, stated):
            draft = read_marked(source)
            return draft.__class__(draft.text, draft.articles, (), draft.facts)

        reads(read)
        write(seeds, "p1", page(article()))
        assert "不归任何字段" in load(seeds).warnings[0].message

    def test_it_refuses_a_bad_side_file_with_its_line(self, seeds):
        write(seeds, "p1", page(article()), '\npaper = "江州日报"')
        ((file, line, _),) = load(seeds).failed
        assert (file.endswith("p1.toml"), line) == (True, 2)
        assert not Page.objects.exists()

    def test_it_keeps_values_too_long_for_their_column_out_of_the_way(self, seeds):
        load_article(seeds, article(extra=f"栏 {'长' * 300}"))
        assert len(Article.objects.get().column) == 100

    def test_it_writes_nothing_where_a_day_has_no_number_left(self, seeds, monkeypatch):
        write(seeds, "p1", page(article()))
        load(seeds)
        before = everything()
        monkeypatch.setattr(numbers, "day_numbers", lambda day: range(10**9, 10**9 + 1))
        write(seeds, "p2", page(article(headline="甲"), article(headline="乙")))
        with pytest.raises(CommandError, match="一天最多存 1 篇"):
            call_command("load_seeds", str(seeds))
        assert everything() == before


def test_it_refuses_what_the_reader_cannot_read():
    with pytest.raises(Unreadable):
        read_marked(b"")
