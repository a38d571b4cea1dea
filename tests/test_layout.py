"""The news grid: order, widths, and that no row has a hole."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.display.layout import COLUMNS, arrange


def article(*, is_photo: bool = False, length: int = 500, kicker: str = "", subtitle: str = "", column: str = ""):
    return SimpleNamespace(is_photo=is_photo, length=length, kicker=kicker, subtitle=subtitle, column=column)


ARTICLES = st.builds(article, is_photo=st.booleans(), length=st.integers(0, 3000), kicker=st.sampled_from(["", "引题"]))


def sizes(*articles) -> list[str]:
    return [cell.size for cell in arrange(articles)]


def test_it_lets_the_first_text_lead():
    assert sizes(article(is_photo=True), article(), article(kicker="引题")) == ["lead", "photo", "wide"]


@pytest.mark.parametrize("given", [{"kicker": "引题"}, {"subtitle": "副题"}, {"column": "栏目"}, {"length": 1001}])
def test_it_sets_stacked_and_long_articles_wide(given):
    assert sizes(article(), article(**given))[1] == "wide"


def test_it_lets_a_photo_stand_two_rows_beside_a_wide_article_and_two_short_ones():
    cells = arrange([article(), article(), article(column="栏目"), article(is_photo=True), article(), article()])
    photo = next(cell for cell in cells if cell.size == "photo")
    assert "g3h2" in photo.classes.split()


def rows_filled(cells, columns: int) -> list[list[bool]]:
    """Places the cells as CSS grid does (in order, no going back) and tells which places are taken."""
    taken: list[list[bool]] = []
    row = column = 0
    for cell in cells:
        width, height = cell.widths[columns], 2 if columns in cell.tall else 1
        while True:
            while len(taken) < row + height:
                taken.append([False] * columns)
            if column + width <= columns and not any(taken[row][column : column + width]):
                break
            row, column = (row, column + 1) if column + width < columns else (row + 1, 0)
        for line in taken[row : row + height]:
            line[column : column + width] = [True] * width
        column += width
    return taken


@given(st.lists(ARTICLES, max_size=14))
def test_it_leaves_no_hole_on_any_grid(articles):
    cells = arrange(articles)
    assert len(cells) == len(articles)
    for columns in COLUMNS:
        assert all(all(row) for row in rows_filled(cells, columns))


def widths(cells, columns: int) -> list[int]:
    return [cell.widths[columns] for cell in cells]


def test_it_gives_a_photo_left_over_the_company_of_the_row_above():
    cells = arrange([article(), article(), article(kicker="引题"), article(is_photo=True)])
    assert [cell.size for cell in cells] == ["lead", "item", "wide", "photo"]
    assert widths(cells, 4) == [3, 1, 3, 1]
    cells = arrange([article(), article(), article(kicker="引题"), article(kicker="引题")])
    assert [cell.size for cell in cells] == ["lead", "item", "wide", "wide"]
    assert widths(cells, 4) == [3, 1, 2, 2]


def test_it_widens_texts_before_photos():
    cells = arrange([article(), article(), article(is_photo=True), article(is_photo=True), article()])
    assert [cell.size for cell in cells[2:]] == ["photo", "photo", "item"]
    cells = arrange([article(is_photo=True), article(), article()])
    assert [(cell.size, cell.widths[3]) for cell in cells] == [("lead", 3), ("item", 2), ("photo", 1)]


def test_it_lets_more_of_the_text_stand_below_a_wide_headline():
    lead, item, wide = arrange([article(), article(), article(kicker="引题")])
    assert (lead.lede, item.lede, wide.lede) == (180, 80, 180)  # the last has a row of its own on three columns
