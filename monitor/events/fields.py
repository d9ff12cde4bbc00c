"""The fields of the incidents of an article: who, where, when, with what, at what cost.

One field of all incidents is read after the other: what reads a field is much code, and it is still at hand for the
next incident.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from datetime import date

from monitor.events.days.when import Calendar, WhenAnswer
from monitor.events.keywords import NONE, Keywords, keywords
from monitor.events.places.choice import NOBODY, Sides
from monitor.events.places.seat import ON_OWN_GROUND, seat
from monitor.events.places.uttered import in_common, to_ships
from monitor.events.places.where import Located, WhereAnswer
from monitor.events.segments import Draft
from monitor.events.sentences import Sentence
from monitor.events.sides.choice import ClaimChooser, DoerChooser
from monitor.events.sides.who import Parties, WhoAnswer
from monitor.events.telling import BY_MODEL
from monitor.events.tolls.division import divided
from monitor.events.tolls.occasion import occasions
from monitor.events.tolls.opinion import TollChooser
from monitor.events.tolls.scenes import Setting, scenes
from monitor.events.tolls.toll import BLOODLESS, Span, Toll, Tolls
from monitor.events.weapons import WeaponAnswer, weapon_for
from monitor.types import Article, Place, Role


class Fields:
    """What a text says of one incident, field by field."""

    __slots__ = (
        "about",
        "draft",
        "end",
        "main",
        "place",
        "scope",
        "start",
        "sure",
        "toll",
        "weapon",
        "when",
        "where",
        "who",
    )
    who: WhoAnswer
    when: WhenAnswer
    weapon: WeaponAnswer
    toll: Toll
    about: Keywords

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        act = draft.head.act
        self.start, self.end = act.start, act.end
        self.main = draft.role is Role.MAIN
        #: the sentences that tell of it, those of the weightiest acts first
        self.scope = tuple(dict.fromkeys(t.act.line for t in sorted(draft.told, key=lambda t: -t.weight)))
        phrased = {t.act.line for t in draft.told if not t.act.pattern.startswith(BY_MODEL)}
        #: ... but for those of which only the words as a whole tell of it: who does something there may be another
        self.sure = tuple(n for n in self.scope if n == act.line or n in phrased)
        self.where: WhereAnswer | None = None
        self.place: Place | None = None


def fields(
    article: Article,
    document: str,
    sentences: tuple[Sentence, ...],
    calendar: Calendar,
    drafts: Sequence[Draft],
    found: Sequence[Draft],
    located: Located | None,
    claims: ClaimChooser | None = None,
    doers: DoerChooser | None = None,
    harm: TollChooser | None = None,
    *,
    buried: bool = False,
) -> Generator[None, None, list[Fields]]:
    """What an article says of each of `drafts`, step by step; `found` are all its acts make, those left out as well;
    `buried` says that headline and lead tell other news."""
    each = [Fields(draft) for draft in drafts]
    parties = Parties(
        document, sentences, claims, lambda: located.spoken_of if located is not None else (), article.outlet, doers
    )
    yield
    for f in each:
        f.who = parties.for_act(f.start, f.end, type=f.draft.type, scope=() if f.main else f.sure)
    yield
    for f in each:
        if located is not None:
            f.where, f.place = _where(article, document, sentences, f, located, buried=buried)
    yield
    news: date | None = None  # the day of the main act, which comes first
    for f in each:
        others = [t.act for other in found if other is not f.draft for t in other.told] if f.main else []
        f.when = calendar.for_act(
            f.start,
            f.end,
            scope=f.scope,
            zone=f.place.zone if f.place else None,
            type=f.draft.type if f.main else "",
            acts=[(t.act.start, t.act.end) for t in f.draft.told],
            others=[(act.start, act.end) for act in others],
            news=news,
            ahead=f.draft.type in BLOODLESS,
        )
        if f.main and f.when.when is not None:
            news = f.when.when.date
    yield
    for f in each:
        f.weapon = weapon_for(document, sentences, f.start, f.end, () if f.main else f.scope, f.draft.type)
    yield
    tolls = Tolls(document, sentences, harm)
    told = scenes(sentences, located.spots() if located is not None else [()] * len(sentences))
    settings = [_setting(f, told, calendar) for f in each]
    after = [_occasions(f, found, document, sentences) for f in each]

    def read(n: int, lost: frozenset[Span] = frozenset()) -> Toll:
        f = each[n]
        if f.main:
            return tolls.for_act(f.start, f.end, type=f.draft.type, setting=settings[n], lost=lost, after=after[n])
        return tolls.for_act(f.start, f.end, scope=f.scope, type=f.draft.type, lost=lost, after=after[n])

    found_tolls = [read(n) for n in range(len(each))]
    for f, toll in zip(each, divided(settings, found_tolls, sentences, read), strict=True):
        f.toll = toll
    yield
    for f in each:
        f.about = keywords(article.title, article.text) if f.main else NONE
    return each


def _occasions(
    fields: Fields, found: Sequence[Draft], document: str, sentences: Sequence[Sentence]
) -> list[tuple[int, int]]:
    """Where the text tells what an incident came after, of all that it tells of."""
    own = [(t.act.start, t.act.end, t.act.line) for t in fields.draft.told]
    others = [(t.act.start, t.act.end, t.act.line) for d in found if d is not fields.draft for t in d.told]
    return occasions(document, sentences, own, others)


def _setting(fields: Fields, told: Sequence[Sequence[Place]], calendar: Calendar) -> Setting:
    """When and where an incident was, for telling its figures from those of other acts."""
    zone = fields.place.zone if fields.place else None
    day, base = fields.when.when, calendar.base_day(zone)
    age = (base - day.date).days if base is not None and day is not None else None

    def age_of(start: int, end: int) -> int | None:
        return calendar.age_days(start, end, zone=zone)

    lines = frozenset(fields.scope)
    return Setting(place=fields.place, scenes=told, age=age, age_of=age_of, main=fields.main, lines=lines)


def _where(
    article: Article,
    document: str,
    sentences: tuple[Sentence, ...],
    fields: Fields,
    located: Located,
    *,
    buried: bool,
) -> tuple[WhereAnswer, Place | None]:
    """What the text says of where, and the place itself, which an act or its sentence may know better."""
    draft, who, main = fields.draft, fields.who, fields.main
    head, act = draft.head, draft.head.act
    sides = Sides.of(who.actors, who.targets) if main else NOBODY
    told = sentences[act.line].text
    before = document[sentences[act.line].start : act.start]
    if main and act.line:
        before = f"{before}\n{article.title}"
    actors = who.actors
    if draft.type in ON_OWN_GROUND:
        # 'Fatah' is a missile too: a state that the text hardly speaks of did not test it
        actors = tuple(party for party in actors if not party.country or located.speaks_of(party.country))

    def seated(found: Place | None) -> Place | None:
        place = seat(
            draft.type, found, actors, who.targets, told, located.country, before, located.spoken_of, main=main
        )
        if not main:
            return place
        if in_common(draft.type, f"{article.title}\n{told}"):
            return located.venue(act.start, fields.scope) or place
        wide = place is None or place.precision in ("country", "province")
        if wide and to_ships(draft.type, f"{article.title}\n{told}"):
            return located.waters(fields.scope) or place
        if draft.type in ON_OWN_GROUND and place is not None and place.precision == "country":
            return located.site_in(place.country, draft.type) or place
        return place

    where = located.for_act(
        act.start,
        act.end,
        scope=fields.scope,
        type=draft.type,
        main=main,
        sides=sides,
        seated=seated if main else None,
        buried=buried and main,
    )
    if main:
        return where, where.place
    place = where.place
    own = sentences[act.line]
    named = where.evidence is not None and own.start <= where.evidence.start < own.end
    if not named and head.place is not None and place is not None and place.country != head.place.country:
        place = head.place  # its own sentence knows better than those around
    return where, seated(place)
