"""Fields as the index stores them: they come out as they went in, whatever they are called and hold."""

from hypothesis import given
from hypothesis import strategies as st

from articles.search.rows import BETWEEN, read_field, read_fields, written_fields

VALUE = st.text(st.sampled_from("江州日报A3·（金华）龘é 0") | st.characters(), min_size=1).map(str.split).map(" ".join)
NAME = st.sampled_from(
    ["person", "label", "column", "place", "paper", "page", "type", "named", "alias", "doubt", "topic"]
)


@given(st.lists(st.tuples(NAME, VALUE.filter(bool)), max_size=8))
def test_it_gives_the_fields_again(pairs):
    fields = tuple(pairs)
    assert read_fields(written_fields(fields)) == fields
    assert [read_field(line) for line in written_fields(fields).split(BETWEEN) if line] == pairs


def test_it_takes_few_bytes():
    fields = (("person", "徐坊"), ("paper", "江州日报"), ("page", "3"), ("type", "文字"))
    assert len(written_fields(fields)) < 30
