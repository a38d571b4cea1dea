"""A bar a year, labelled where there is room."""

from articles.display.histogram import histogram


def test_it_draws_every_year_between_the_first_and_the_last():
    bars = histogram([{"year": 2019, "articles": 4}, {"year": 2021, "articles": 2}])
    assert [(bar.label, bar.height) for bar in bars] == [("2019", 80), ("2020", 0), ("2021", 40)]
    assert all(bar.labelled for bar in bars)
    assert histogram([{"year": 2019, "articles": 4}]) == []


def test_it_labels_as_many_years_as_have_room():
    bars = histogram([{"year": 1949, "articles": 1}, {"year": 2024, "articles": 1}])
    labelled = [int(bar.label) for bar in bars if bar.labelled]
    assert len(bars) == 76 and len(labelled) <= 15
    assert (labelled[0], labelled[-1]) == (1949, 2024)
    assert min(after - before for before, after in zip(labelled, labelled[1:], strict=False)) >= 5
