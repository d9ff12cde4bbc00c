"""One incident as an article reports it, made of its fields, with the evidence and the reasons of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from monitor.events.fields import Fields
from monitor.events.flags import flags, of_another_day, separate
from monitor.events.judgement import Parsed
from monitor.events.places.where import Located
from monitor.events.rules import Rules
from monitor.events.sides.claims.denials import disputes
from monitor.events.telling import trigger
from monitor.taxonomy import FORCEFUL, type_of
from monitor.types import Article, Event, Party

#: of an act that is called another one: the one before may be of another day
_AGAIN = frozenset({"again"})
_DENIAL = 120  #: so many characters of a denial say what is denied
#: families of acts of force, which weigh more in a capital; a ship is struck in none
_IN_A_CAPITAL = FORCEFUL - {"sea"}


def origin(article: Article) -> dict[str, Any]:
    """What an incident has of the article that reports it: when and where it was published, how far it is trusted."""
    return {
        "published": article.published,
        "received": article.received,
        "outlet": article.outlet,
        "publisher": article.publisher,
        "wire": article.wire,
        "source": article.source,
        "url": article.url,
        "title": article.title,
        "digest": article.digest,
        "signature": article.signature,
        "trust": article.trust,
        "quiet": article.quiet,
    }


def event_of(text: Parsed, fields: Fields, number: int, rules: Rules, *, buried: bool) -> Event:
    """The incident with these fields, the `number`th of its text; what stands behind other news (`buried`) is headed
    by its own sentence."""
    article, document, sentences = text.article, text.document, text.sentences
    draft, scope, main = fields.draft, fields.scope, fields.main
    who, where, when, weapon, toll = fields.who, fields.where, fields.when, fields.weapon, fields.toll
    act = draft.head.act
    actors = who.actors
    if rules.sides and all(party.name == "unknown" for party in actors):
        near = " ".join(sentences[index].text for index in scope[:4])
        actors = tuple(side.party for side in rules.sides if side.pattern.search(near)) or actors
    evidence = [*trigger(document, act)]
    for piece in (where.evidence if where else None, when.evidence, weapon.evidence):
        if piece is not None:
            evidence.append(piece)
    denied = _denied(text, fields, actors)
    evidence += [piece for piece in who.evidence if denied is not None or piece.field != "denied_by"]
    evidence += toll.evidence
    sentence = sentences[act.line]
    told_in = " ".join(sentences[index].text for index in scope[:4])
    called = f"{article.title} {sentence.text}" if main else sentence.text
    another = separate(draft.type, called)
    again = _AGAIN if another and of_another_day(called) else frozenset[str]()
    return Event(
        id=f"{article.id}#{number}",
        article_id=article.id,
        type=draft.type,
        modality=draft.head.modality,
        role=draft.role,
        when=when.when,
        place=fields.place,
        other_places=where.others if where else (),
        maybe_at=where.maybe if where and where.place is fields.place else (),
        actors=actors,
        maybe_by=who.maybe_by if actors is who.actors else (),
        targets=who.targets,
        weapon=weapon.weapon,
        weapon_family=weapon.family,
        killed=toll.killed,
        wounded=toll.wounded,
        launched=toll.launched,
        intercepted=toll.intercepted,
        impacted=toll.impacted,
        claimed_by=who.claimed_by,
        denied_by=denied,
        flags=flags(draft.type, told_in, article.title if main else "") | again,
        official=who.official,
        separate=another,
        confidence=min(0.95, 0.4 + 0.1 * sum(t.weight for t in draft.told)),
        headline=(article.title if main and article.title and not buried else sentence.text)[:200],
        keywords=fields.about.words,
        named=fields.about.named,
        evidence=tuple(evidence),
        reasons=(
            f"'{document[act.start : act.end]}' in sentence {act.line}: {act.pattern}",
            *((when.because,) if when.because else ()),
            *who.because,
            *((fields.toll.because,) if fields.toll.because else ()),
            *((where.because,) if where and where.because and where.place is fields.place else ()),
        ),
        **origin(article),
    )


def _denied(text: Parsed, fields: Fields, actors: Sequence[Party]) -> Party | None:
    """Who denies the act; not who says alone that it had no part in what others did."""
    who, place = fields.who, fields.place
    said = next((piece.start for piece in who.evidence if piece.field == "denied_by"), None)
    if who.denied_by is None or said is None:
        return None
    doers = (*actors, *(party for party, _ in who.maybe_by if party))
    struck = (*who.targets, *((Party(name=place.name, country=place.country),) if place else ()))
    told = text.sentences[fields.draft.head.act.line].text
    counts = disputes(who.denied_by, doers, struck, told, text.document[said : said + _DENIAL])
    return who.denied_by if counts else None


def placed_in_capital(event: Event, located: Located) -> Event:
    """`event` with the mark of a capital where it is an act of force in one."""
    if event.place is None or type_of(event.type).family not in _IN_A_CAPITAL or not located.in_capital(event.place):
        return event
    return replace(event, flags=event.flags | {"capital"})
