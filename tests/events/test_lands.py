"""What country the first words of a text tell, where they name none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

import monitor.flow
from monitor.articles.extract import extract
from monitor.errors import ModelError
from monitor.events.classify import Reader
from monitor.events.places.lands import LandModel, features
from monitor.events.places.where import Atlas
from monitor.events.weights import pack
from monitor.types import Event, Item
from tests.events.atlas import DATA, gazetteer

WEDNESDAY = datetime(2025, 6, 18, 9, 30, tzinfo=UTC)


def knows(*codes: str, **rows: dict[str, float]) -> LandModel:
    """A model that knows these words alone, and countries that are as likely without them: two if none is given."""
    known = codes or ("EC", "TR")
    weights = {word: {known.index(code): weight for code, weight in row.items()} for word, row in rows.items()}
    return LandModel(pack(known, [0.0] * len(known), weights))


def main_of(title: str, model: LandModel | None) -> Event:
    item = Item(source="t", key="1", subject="1", received=WEDNESDAY, published=WEDNESDAY,
                published_precision="minute", title=title, text="")  # fmt: skip
    return Reader(Atlas(gazetteer(), lands=model)).read(extract(item)).events[0]


def test_a_word_may_tell_the_country_that_nobody_names() -> None:
    """Rule: an act without a place is in the country that its words tell, and the reason names them."""
    title = "Noboa troops shell gang hideout, six killed"
    assert main_of(title, None).place is None
    told = main_of(title, knows(noboa={"EC": 3.0}))
    assert told.place is not None
    assert told.place.country == "EC"
    assert any("by its words (noboa; 95%)" in reason for reason in told.reasons)


def test_words_that_leave_it_open_tell_nothing() -> None:
    """Rule: unknown beats wrong: a small share is no answer."""
    three = knows("EC", "TR", "PE", noboa={"EC": 3.0})
    assert three.land("Troops shell gang hideout") is None
    assert three.land("Noboa's troops shell gang hideout").code == "EC"  # type: ignore[union-attr]


def test_a_named_country_outweighs_words_of_another() -> None:
    """Rule: where the text says where it was, its other words do not move it."""
    told = main_of("Shelling kills three in Kharkiv, says Erdogan", knows(erdogan={"TR": 3.0}))
    assert told.place is not None
    assert told.place.country == "UA"


def test_a_name_that_several_places_share_is_settled_by_words() -> None:
    """Rule: of the bearers of a name the one in the country that the words tell is meant."""
    title = "Car bomb wrecks police barracks in San Lorenzo, five killed"
    told = main_of(title, knows(barracks={"EC": 6.0}))
    assert told.place is not None
    assert told.place.name.startswith("San Lorenzo")
    assert told.place.country == "EC"


def test_the_front_is_read_in_words_and_in_pairs_of_names() -> None:
    """Rule: case and the possessive do not count, and two names in a row are one more word."""
    assert features("Northern Command’s jets hit camp") == {
        "northern", "command", "northern command", "jets", "hit", "camp",
    }  # fmt: skip


def test_a_long_text_is_heard_by_its_front_alone() -> None:
    """Rule: what stands far behind the lead tells of other lands, too."""
    assert "noboa" not in features(f"Shelling kills three. {'Nothing more is known. ' * 40} Noboa spoke.")


@pytest.mark.parametrize("data", [b"", b"{", pack([], [], {})[:-4]])
def test_a_broken_file_is_told_as_such(data: bytes) -> None:
    """Rule: weights that cannot be read are an error of the model, not of the article."""
    with pytest.raises(ModelError, match="weights of lands"):
        LandModel(data)


def test_without_its_file_the_reader_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule: a missing or broken model is logged and the daemon goes on."""

    def torn(*_: object) -> None:
        raise ModelError("torn")

    monkeypatch.setattr("monitor.events.places.lands.LandModel", torn)
    assert monitor.flow._lands() is None


def test_the_shipped_model_knows_who_rules_where() -> None:
    """Rule: the file in the package is one that the reader can read, and heads of state are among its words."""
    shipped = LandModel(DATA.joinpath("lands.bin").read_bytes())
    told = shipped.land("Naxals ambush patrol, four jawans martyred")
    assert told is not None
    assert told.code == "IN"
    assert "jawans" in told.words
