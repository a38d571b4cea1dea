"""Places that a text names: those that are beyond doubt, and no others."""

import pytest

from articles import gazetteer


def called(text):
    return [place.called for place in gazetteer.places_in(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("他从浙江省杭州市来到德清县。", ["浙江", "杭州", "德清"]),
        ("安吉的茶农去了宁波，又去义乌。", ["安吉", "宁波", "义乌"]),
        ("景宁畲族自治县的畲歌", ["景宁畲族自治县"]),
        ("內蒙古與廣西的隊伍到了溫州。", ["内蒙古", "广西", "温州"]),
        ("杭州、杭州、杭州", ["杭州"]),
        ("船过三门峡", ["三门峡"]),
        ("", []),
    ],
)
def test_it_finds_places_by_either_name(text, names):
    assert called(text) == names


@pytest.mark.parametrize(
    "text",
    [
        *("江山如此多娇", "朝阳升起", "天台上晒着被子", "海盐与粗盐", "三门的蟹", "鼓楼下的长安街", "江北的雁"),
        *("西湖边上", "西湖区的学校", "江北区的码头", "吉林来的客人", "他穿着中山装", "大理石台面"),
    ],
)
def test_it_leaves_out_what_may_mean_something_else(text):
    assert called(text) == []


def test_it_takes_a_full_name_where_the_short_one_is_a_common_word():
    assert called("江山市和天台县的代表") == ["江山市", "天台县"]


def test_it_takes_a_shared_name_where_the_text_tells_which():
    assert called("杭州西湖区的学校") == ["杭州", "西湖区"]
    assert called("宁波的江北区") == ["宁波", "江北区"]
    assert called("南昌的西湖区") == ["南昌"]
    assert called("重庆市江北区") == ["重庆"]


def test_it_has_every_province_city_and_county_once():
    places = gazetteer.places()
    names = [place.called for place in places]
    assert len(names) == len(set(names)) == len({place.code for place in places})
    provinces = [place for place in places if not place.within]
    cities = [place for place in places if place.within == ("330000",)]
    assert len(provinces) == 34 and len(cities) == 11
    assert {"临平区", "钱塘区", "龙港市"} <= {place.name for place in places}
    assert all(gazetteer.named(name) for name in names) and gazetteer.named("没有") is None
