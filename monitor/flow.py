"""The four functions of the middle, and how they are loaded: with rules, tables and weights, and what the user adds.

A learned part whose file is missing or broken is left out with a line in the log: the rules read without it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, TypeVar

import structlog

from monitor import taxonomy
from monitor.errors import ModelError
from monitor.types import Article, Context, Event, Incident, Item, Outcome, Reading

if TYPE_CHECKING:
    from monitor.config import Config
    from monitor.events.days.choice import DayModel
    from monitor.events.learned import TypeModel
    from monitor.events.places.choice import PlaceModel
    from monitor.events.places.gazetteer import Gazetteer
    from monitor.events.places.lands import LandModel
    from monitor.events.places.where import Atlas
    from monitor.events.relevance import RelevanceModel
    from monitor.events.sides.choice import ClaimModel, DoerModel
    from monitor.events.standing import StandingModel
    from monitor.events.tolls.choice import TollModel

log = structlog.get_logger(__name__)

_Model = TypeVar("_Model")


@dataclass(frozen=True, slots=True)
class Flow:
    """The four functions of the middle, from values to values."""

    extract: Callable[[Item], Article]
    read: Callable[[Article], Reading]
    block: Callable[[Event], tuple[str, ...]]  #: keys under which the same incident must be found
    match: Callable[[Sequence[Incident], Event, Context], Outcome]
    steps: Callable[[Article], Generator[None, None, Reading]] | None = None  #: `read` step by step, for `prepare_all`


def build_flow(config: Config | None = None, *, accept_all: bool = False) -> Flow:
    """The product's own four functions, with their data loaded. Raises ConfigError where a file of the user's cannot be
    used, with its line."""
    from monitor.articles.extract import extract
    from monitor.events.classify import Reader
    from monitor.incidents.match import block, match
    from monitor.own import Own, read

    own = read(config.reading.rules, config.reading.places) if config else Own()
    taxonomy.know(own.rules.types)
    reader = Reader(
        _atlas(own.places),
        rules=own.rules,
        model=_model(),
        days=_days(),
        relevance=_relevance(),
        standing=_standing(),
        claims=_claims(),
        doers=_doers(),
        tolls=_tolls(),
        accept_all=accept_all,
    )
    return Flow(extract=extract, read=reader.read, block=block, match=match, steps=reader.steps)


def _atlas(extra: Sequence[tuple[str, bytes]]) -> Atlas:
    """The places that texts name, and what weighs them."""
    from monitor.events.places.where import Atlas

    return Atlas(gazetteer(extra), model=_places(), lands=_lands())


def knows_place(name: str, config: Config | None = None) -> bool:
    """Whether there is a place of this name, in our table or in a file of the user's own."""
    from monitor.events.places.gazetteer import PRECISION, fold
    from monitor.own import Own, read

    own = read(config.reading.rules, config.reading.places) if config else Own()
    return any(entry.kind in PRECISION for entry in gazetteer(own.places).find(fold(name)))


def gazetteer(extra: Sequence[tuple[str, bytes]] = ()) -> Gazetteer:
    """The table of places, from the files of `monitor/data` and the user's own."""
    from monitor.events.places.gazetteer import Gazetteer

    data = files("monitor.data")
    places, sites, countries = (
        data.joinpath(name).read_bytes() for name in ("places.bin", "sites.tsv", "countries.tsv")
    )
    return Gazetteer.from_bytes(places, sites, countries, extra=extra)


def _places() -> PlaceModel | None:
    """What weighs the places of an article; None, and the rules alone, where its file is missing or broken."""
    from monitor.events.places.choice import PlaceModel

    return _learned(PlaceModel, "where.json", without="placing by rules alone")


def _lands() -> LandModel | None:
    """What hears of which country a text speaks; None, and names alone, where its file is missing or broken."""
    from monitor.events.places.lands import LandModel

    return _learned(LandModel, "lands.bin", without="telling countries by names alone")


def _model() -> TypeModel | None:
    """The second opinion of the reader; None, and the rules alone, where its file is missing or cannot be read."""
    from monitor.events.learned import TypeModel

    return _learned(TypeModel, "reading.bin", without="reading by rules alone")


def _days() -> DayModel | None:
    """What weighs the days of an article; None, and the rules of days alone, where its file is missing or broken."""
    from monitor.events.days.choice import DayModel

    return _learned(DayModel, "days.json", without="dating by rules alone")


def _relevance() -> RelevanceModel | None:
    """What weighs whether a longer text is news of ours; None, and fixed bounds, where a file of it is missing or
    broken."""
    from monitor.events.genre import GenreModel
    from monitor.events.relevance import RelevanceModel

    without = "telling reports from other texts by fixed bounds"
    genres = _learned(GenreModel, "genre.json", without=without)
    if genres is None:
        return None
    return _learned(lambda data: RelevanceModel(data, genres), "relevance.json", without=without)


def _standing() -> StandingModel | None:
    """What weighs whether a further act is news of its own; None, and fixed bounds, where its file is missing or
    broken."""
    from monitor.events.standing import StandingModel

    return _learned(StandingModel, "standing.json", without="telling further acts by fixed bounds")


def _claims() -> ClaimModel | None:
    """What weighs who claims an act; None, and the rules alone, where its file is missing or broken."""
    from monitor.events.sides.choice import ClaimModel

    return _learned(ClaimModel, "claims.bin", without="reading claims by rules alone")


def _doers() -> DoerModel | None:
    """What weighs who did an act; None, and the rules alone, where its file is missing or broken."""
    from monitor.events.sides.choice import DoerModel

    return _learned(DoerModel, "doers.bin", without="reading who did it by rules alone")


def _tolls() -> TollModel | None:
    """What weighs the figures of an article; None, and the rules alone, where its file is missing or broken."""
    from monitor.events.tolls.choice import TollModel

    return _learned(TollModel, "tolls.bin", without="reading tolls by rules alone")


def _learned(make: Callable[[bytes], _Model], name: str, *, without: str) -> _Model | None:
    """The model of a file of `monitor/data`; None, with `without` in the log, where it is missing or broken."""
    try:
        return make(files("monitor.data").joinpath(name).read_bytes())
    except (OSError, ModelError) as error:
        log.warning(without, reason=str(error))
        return None
