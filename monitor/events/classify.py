"""What an article reports: every incident with type, modality, role, time, place, sides, toll, and its evidence.

The order: a cheap gate, the acts the words tell of, their modality, whether the text is news of ours at all, the
grouping of acts into incidents, and only then the fields of each.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Protocol

from msgspec import structs

from monitor.events import segments
from monitor.events.anything import anything
from monitor.events.flags import flags, separate
from monitor.events.genre import DOUBTFUL, QUIET, SURELY_TOLD, Genre, GenreModel
from monitor.events.keywords import NONE, keywords
from monitor.events.learned import NONE as NO_TYPE
from monitor.events.learned import Opinion, TypeModel, worth_asking
from monitor.events.linear import pattern
from monitor.events.modality import VIOLENT, clause, crashed, modality, occasion, recalled
from monitor.events.place_choice import NOBODY, Sides
from monitor.events.rules import Rules
from monitor.events.scan import BY_RULE, CLASS_OF, Act, Line, Scanner, plain
from monitor.events.seat import seat, speaker
from monitor.events.segments import GENERIC, Draft, Told, together
from monitor.events.sentences import Sentence, split
from monitor.events.toll import Tolls
from monitor.events.topics import TopicReader
from monitor.events.verdict import FALLBACK, FRONT, Verdict, kind_in, resolved, verdict
from monitor.events.weapons import weapon_for
from monitor.events.weigh import DOUBT, doubt, weighed
from monitor.events.when import Calendar, DayChooser
from monitor.events.who import Parties
from monitor.types import OPENING, Article, Event, Evidence, Modality, Place, Reading, Role, Silenced

#: the part of a text that is read for acts; what stands later is recollection
MAX_READ = 16_000
#: acts beyond this many add nothing but time: a table, a chronicle
MAX_ACTS = 150


class WhereAnswer(Protocol):
    """The place of an act."""

    @property
    def place(self) -> Place | None: ...
    @property
    def others(self) -> tuple[Place, ...]: ...
    @property
    def evidence(self) -> Evidence | None: ...
    @property
    def because(self) -> str: ...


class Located(Protocol):
    """The places of one document."""

    def for_act(
        self,
        start: int,
        end: int,
        *,
        scope: tuple[int, ...] = (),
        type: str = "",
        alone: bool = False,
        main: bool = False,
        sides: Sides = NOBODY,
    ) -> WhereAnswer: ...
    def named_with(self, start: int, end: int) -> Place | None: ...
    @property
    def countries(self) -> tuple[str, ...]: ...
    def country(self, code: str) -> Place | None: ...


class Locator(Protocol):
    """Finds the places of documents."""

    def locate(self, document: str, sentences: tuple[Sentence, ...], tags: Sequence[str] = ()) -> Located: ...


class Reader:
    """Reads articles. Built once, with its tables; reading changes nothing in it."""

    def __init__(
        self,
        atlas: Locator | None = None,
        *,
        rules: Rules | None = None,
        model: TypeModel | None = None,
        days: DayChooser | None = None,
        genre: GenreModel | None = None,
        accept_all: bool = False,
    ) -> None:
        self._atlas = atlas
        self._model = model
        self._days = days
        self._genre = genre
        self._rules = rules or Rules()
        self._accept_all = accept_all
        self._scanner = Scanner()
        self._topics = TopicReader()

    def read(self, article: Article) -> Reading:
        """The incidents of `article`, those kept quiet with their reason, and why. Where all is accepted, an article
        that was not written for an incident of ours has one of no type of ours."""
        reading = self._read(article)
        if not self._accept_all or any(event.role is Role.MAIN for event in reading.events):
            return reading
        return replace(reading, events=(*reading.events, self._anything(article, len(reading.events))))

    def _anything(self, article: Article, number: int) -> Event:
        document = article.document[:MAX_READ]
        sentences = split(document, has_title=bool(article.title))
        calendar = Calendar(
            document,
            sentences,
            published=article.published,
            published_precision=article.published_precision,
            published_inferred=article.published_inferred,
        )
        located = self._atlas.locate(document, sentences, article.tags) if self._atlas else None
        return anything(article, document, sentences, calendar, located, number)

    def _read(self, article: Article) -> Reading:
        if article.language not in ("en", "und"):
            return Reading(
                article_id=article.id,
                silenced=(
                    Silenced(type="", reason="language", text=f"written in '{article.language}', not in English"),
                ),
                reasons=(f"the text is in '{article.language}': only English is read",),
            )
        document = article.document[:MAX_READ]
        sentences = split(document, has_title=bool(article.title))
        lines = self._scanner.lines(document, sentences)
        acts = self._scanner.acts(lines)[:MAX_ACTS]
        if self._rules.phrases:
            acts = sorted([*acts, *_by_rule(self._rules, document, lines)], key=lambda act: (act.line, act.at))
        opinion = self._model.opinion(document, lines) if self._model and (acts or worth_asking(lines)) else None
        if not acts and (opinion is None or opinion.shares[NO_TYPE] > DOUBT):
            return self._quiet(article, (), (_WORDLESS.text,))
        topics = self._topics.read(plain(document), sentences)
        if not acts and opinion is not None and not weighed(_WORDLESS, opinion, topics).type:
            return self._quiet(article, (), (_WORDLESS.text,))
        calendar = Calendar(
            document,
            sentences,
            published=article.published,
            published_precision=article.published_precision,
            published_inferred=article.published_inferred,
            model=self._days,
        )
        told, silenced = self._told(document, lines, acts, calendar)
        opening = document[: sentences[min(2, len(sentences) - 1)].end]
        for reason, words in self._rules.quiet:
            if words.search(opening) is not None:
                text = f"{reason}: words of the user's own rules stand in title or lead"
                return self._quiet(article, silenced, (text,))
        judged = verdict(told, lines, topics) if acts else _WORDLESS
        if judged.type in GENERIC:
            judged = replace(judged, type=resolved(judged.type, lines))
        by_rules = judged
        ruled = bool(judged.type)
        if any(t.act.pattern.startswith(BY_RULE) and t.type == judged.type for t in told):
            opinion = None  # what the user's own rules say is not weighed
        if opinion is not None:
            judged = weighed(judged, opinion, topics, titled=bool(article.title))
        if not judged.type:
            quiet = tuple(
                Silenced(type=t.type, reason=judged.reason, text=judged.text, evidence=_trigger(document, t.act))
                for t in told[:5]
            )
            return self._quiet(article, (*silenced, *quiet), (judged.text,))
        if judged.recalls:
            told = [
                structs.replace(t, old=False) if t.rank < FRONT and (t.age is None or t.age <= 14) else t for t in told
            ]
        if opinion is not None and not any(t.type == judged.type and not t.old for t in told):
            spoken, unsaid = self._spoken(document, lines, opinion, judged.type, calendar)
            if not ruled and unsaid:
                return self._quiet(article, silenced, (f"{judged.text}; but {unsaid}",))
            if not ruled and spoken.age is not None and spoken.age > _STALE:
                text = f"{judged.text}; its day lies {spoken.age} days back"
                return self._quiet(article, silenced, (text,))
            told = [*told, spoken]
        located = self._atlas.locate(document, sentences, article.tags) if self._atlas else None
        if located is not None:
            told = _placed(told, lines, located)
        found = segments.drafts(told, judged.type, _apart)
        parties = Parties(document, sentences)
        tolls = Tolls(document, sentences)
        events: list[Event] = []
        for draft in found:
            if draft.role is not Role.MAIN and draft.type in GENERIC:
                head = draft.head.act
                draft.type = kind_in(draft.type, lines[head.line])
                if draft.type in GENERIC and any(t.place is not None or t.age is not None for t in draft.told):
                    draft.type = _like_the_main(draft, judged.type, lines)
            if not _worth(draft):
                continue
            if draft.role is Role.ALSO_NEW and not (_sure(draft) and _own_news(draft, judged.type, lines)):
                draft.role = Role.BACKGROUND
            event = self._event(article, document, sentences, draft, len(events), calendar, located, parties, tolls)
            if located is not None and events and draft.head.place is None:
                event = _answered(event, events[0], located)
            if event.role is Role.ALSO_NEW and events and _same_again(draft, event, found[0], events[0]):
                reasons = (*event.reasons, "the main act in other words: it opens no incident")
                event = replace(event, role=Role.BACKGROUND, reasons=reasons)
            events.append(event)
        if opinion is not None and not ruled and events and events[0].role is Role.MAIN:
            behind = _days_behind(events[0])
            if behind > _STALE:
                text = f"{judged.text}; its day lies {behind} days back"
                return self._quiet(article, silenced, (text,))
        if opinion is not None:
            doubts = [doubt(event, by_rules, opinion, topics) for event in events]
            events = [replace(event, doubt=why) if why else event for event, why in zip(events, doubts, strict=True)]
        if self._genre is not None and events and (opinion is not None or self._model is None):
            genre = self._genre.of(document, article.title, calendar.mentions, calendar.base_day())
            why = _no_report(genre)
            if genre.share >= QUIET and max(by_rules.votes.values(), default=0.0) < SURELY_TOLD:
                quiet = tuple(
                    Silenced(type=t.type, reason="genre", text=why, evidence=_trigger(document, t.act))
                    for t in told[:5]
                )
                return self._quiet(article, (*silenced, *quiet), (f"{judged.text}; but {why}",))
            if genre.share >= DOUBTFUL:
                events = [event if event.doubt else replace(event, doubt=why) for event in events]
        return Reading(article_id=article.id, events=tuple(events), silenced=tuple(silenced), reasons=(judged.text,))

    def _quiet(self, article: Article, silenced: Sequence[Silenced], reasons: Sequence[str]) -> Reading:
        return Reading(article_id=article.id, silenced=tuple(silenced), reasons=tuple(reasons))

    def _told(
        self, document: str, lines: Sequence[Line], acts: Sequence[Act], calendar: Calendar
    ) -> tuple[list[Told], list[Silenced]]:
        told: list[Told] = []
        silenced: list[Silenced] = []
        ranks = _ranks(lines[: acts[-1].line + 1]) if acts else []
        for act in acts:
            line = lines[act.line]
            mode, because = modality(line, act)
            if mode not in OPENING:
                silenced.append(
                    Silenced(
                        type=act.type, reason=str(mode), text=f"'{because}': {mode}", evidence=_trigger(document, act)
                    )
                )
                continue
            if crashed(line, act):
                silenced.append(
                    Silenced(
                        type=act.type,
                        reason="accident",
                        text="an aircraft or ship that came to grief by itself",
                        evidence=_trigger(document, act),
                    )
                )
                continue
            past = recalled(line, act)
            age = calendar.age_days(act.start, act.end)
            old = (age is not None and age > 3) or (bool(past) and (age is None or age > 2))
            rank = ranks[act.line]
            standing = 2.0 if rank == 0 else 1.5 if rank <= 1 else 1.0 if rank <= 4 else 0.6
            after = occasion(line, act)
            if mode is Modality.ANNOUNCED and act.type in VIOLENT:
                standing *= 0.4
            told.append(
                Told(
                    act=act,
                    type=kind_in(act.type, line, act) if act.type in GENERIC else act.type,
                    modality=mode,
                    because=because,
                    weight=act.weight * standing,
                    old=old,
                    age=age,
                    after=after,
                    past=past,
                    rank=rank,
                    further=_leads_on(line, act),
                )
            )
        return told, silenced

    def _spoken(
        self, document: str, lines: Sequence[Line], opinion: Opinion, kind: str, calendar: Calendar
    ) -> tuple[Told, str]:
        """The act that no pattern found, at the word that speaks most for it, in title or lead where one does; and why
        its clause does not tell of it as a fact, or ''."""
        at = opinion.speak_for(kind)
        number, word = next((place for place in at[:6] if place[0] <= 1), at[0] if at else (0, 0))
        line = lines[number]
        start, end = line.words[word].start, line.words[word].end
        share = opinion.shares[kind]
        act = Act(
            type=kind, line=number, start=start, end=end, at=word, first=word, last=word + 1, weight=1.0,
            pattern=f"{BY_MODEL}{share:.2f}",
        )  # fmt: skip
        mode, because = modality(line, act)
        opening = mode in OPENING
        told = Told(
            act=act,
            type=kind,
            modality=mode if opening else Modality.OCCURRED,
            because=because if opening else "",
            weight=1.0,
            old=False,
            age=calendar.age_days(start, end),
            after=False,
            rank=_ranks(lines[: number + 1])[number],
        )
        return told, "" if opening else f"'{because}': {mode}"

    def _event(
        self,
        article: Article,
        document: str,
        sentences: tuple[Sentence, ...],
        draft: Draft,
        number: int,
        calendar: Calendar,
        located: Located | None,
        parties: Parties,
        tolls: Tolls,
    ) -> Event:
        head = draft.head
        act = head.act
        main = draft.role is Role.MAIN
        scope = tuple(dict.fromkeys(t.act.line for t in sorted(draft.told, key=lambda t: -t.weight)))
        who = parties.for_act(act.start, act.end, type=draft.type, scope=() if main else scope)
        sides = Sides.of(who.actors, who.targets) if main else NOBODY
        where = (
            located.for_act(act.start, act.end, scope=scope, type=draft.type, main=main, sides=sides)
            if located
            else None
        )
        place = where.place if where else None
        if not main and head.place is not None and place is not None and place.country != head.place.country:
            place = head.place  # its own sentence knows better than those around
        if located:
            told = sentences[act.line].text
            before = document[sentences[act.line].start : act.start]
            if main and act.line:
                before = f"{before}\n{article.title}"
            place = seat(
                draft.type, place, who.actors, who.targets, told, located.country, before, countries=located.countries
            )
        zone = place.zone if place else None
        acts = [(t.act.start, t.act.end) for t in draft.told]
        when = calendar.for_act(act.start, act.end, scope=scope, zone=zone, type=draft.type if main else "", acts=acts)
        actors = who.actors
        if self._rules.sides and all(party.name == "unknown" for party in actors):
            near = " ".join(sentences[index].text for index in scope[:4])
            actors = tuple(side.party for side in self._rules.sides if side.pattern.search(near)) or actors
        weapon = weapon_for(document, sentences, act.start, act.end, () if main else scope, draft.type)
        toll = tolls.for_act(act.start, act.end, scope=() if main else scope, type=draft.type)
        evidence = [*_trigger(document, act)]
        for piece in (where.evidence if where else None, when.evidence, weapon.evidence):
            if piece is not None:
                evidence.append(piece)
        evidence += [*who.evidence, *toll.evidence]
        sentence = sentences[act.line]
        told_in = " ".join(sentences[index].text for index in scope[:4])
        telling = keywords(article.title, article.text) if main else NONE
        return Event(
            id=f"{article.id}#{number}",
            article_id=article.id,
            type=draft.type,
            modality=head.modality,
            role=draft.role,
            when=when.when,
            place=place,
            other_places=where.others if where else (),
            actors=actors,
            targets=who.targets,
            weapon=weapon.weapon,
            weapon_family=weapon.family,
            killed=toll.killed,
            wounded=toll.wounded,
            launched=toll.launched,
            intercepted=toll.intercepted,
            impacted=toll.impacted,
            claimed_by=who.claimed_by,
            denied_by=who.denied_by,
            flags=flags(draft.type, told_in, article.title if main else ""),
            official=who.official,
            separate=separate(draft.type, f"{article.title} {sentence.text}" if main else sentence.text),
            confidence=min(0.95, 0.4 + 0.1 * sum(t.weight for t in draft.told)),
            headline=(article.title if main and article.title else sentence.text)[:200],
            keywords=telling.words,
            named=telling.named,
            evidence=tuple(evidence),
            reasons=(
                f"'{document[act.start : act.end]}' in sentence {act.line}: {act.pattern}",
                *((when.because,) if when.because else ()),
                *((where.because,) if where and where.because and where.place is place else ()),
            ),
            published=article.published,
            received=article.received,
            outlet=article.outlet,
            publisher=article.publisher,
            wire=article.wire,
            source=article.source,
            url=article.url,
            title=article.title,
            digest=article.digest,
            signature=article.signature,
            trust=article.trust,
            quiet=article.quiet,
        )


#: an act that only the words tell of and that lies more days back is recalled, not reported
_STALE = 14


def _days_behind(event: Event) -> int:
    """How many days before its publication an act lies; 0 where one of the two is unknown."""
    if event.when is None or event.published is None:
        return 0
    return (event.published.date() - event.when.date).days


#: how the pattern of an act begins that the model found
BY_MODEL = "by its words: "
#: what the rules say where they find no act
_WORDLESS = Verdict(type="", reason="words", text="no words of an escalation were found")


def _by_rule(rules: Rules, document: str, lines: Sequence[Line]) -> list[Act]:
    """The acts that the user's own phrases find."""
    starts = [line.sentence.start for line in lines]
    found = []
    for phrase in rules.phrases:
        for start, end in phrase.find(document):
            number = max(0, bisect_right(starts, start) - 1)
            words = lines[number].words
            at = next((n for n, word in enumerate(words) if word.end > start), None)
            if at is None:
                continue
            found.append(
                Act(
                    type=phrase.type,
                    line=number,
                    start=start,
                    end=end,
                    at=at,
                    first=at,
                    last=at + 1,
                    weight=1.2,
                    pattern=f"{BY_RULE}{phrase.text}",
                )
            )
    return found


#: words that lead from the act a text was written for to another one
_ON = pattern(
    r"\b(?:another|an?\s+(?:second|third|further|separate|different|other)|separately|in\s+(?:addition|other\s+news)|"
    r"elsewhere|meanwhile|also|besides|for\s+(?:its|his|their)\s+part|in\s+turn|"
    r"(?:hours?|minutes?|shortly|later|earlier)\s+(?:earlier|later|before|afterwards?|on|the\s+same)|"
    r"earlier\s+(?:in\s+the\s+(?:day|week)|that|this\s+(?:week|month))|"
    r"(?:on\s+)?the\s+(?:previous|same)\s+(?:day|night|evening|morning|afternoon)|the\s+(?:day|night|evening)\s+before|"
    r"a\s+day\s+(?:earlier|later|before)|(?:by|in\s+the|that)\s+(?:afternoon|evening|night)|"
    r"answered|responded|hit\s+back|struck\s+back|in\s+(?:response|return|reply|retaliation|answer))\b",
    ignore_case=True,
)


def _leads_on(line: Line, act: Act) -> bool:
    """Whether the words of its sentence before an act lead from the news to a further one."""
    text = line.sentence.text
    return _ON.search(text, 0, act.start - line.sentence.start) is not None


def _ranks(lines: Sequence[Line]) -> list[int]:
    """For each line, how many telling ones stand before it."""
    return [0, *accumulate(line.telling for line in lines[:-1])]


def _trigger(document: str, act: Act) -> tuple[Evidence, ...]:
    return (Evidence(field="type", start=act.start, end=act.end, text=document[act.start : act.end]),)


def _placed(told: Sequence[Told], lines: Sequence[Line], located: Located) -> list[Told]:
    """The acts with their places, asked once for acts told in one breath: only a place named in the act's own sentence
    tells acts apart, and there one that the document has a likelier one for will do."""
    known: dict[tuple[int, int], tuple[Place | None, Place | None, bool]] = {}
    found = []
    for t in told:
        first, _ = clause(lines[t.act.line], t.act.at)
        key = (t.act.line, first)
        if key not in known:
            answer = located.for_act(t.act.start, t.act.end, alone=True)
            sentence = lines[t.act.line].sentence
            if answer.evidence is not None and sentence.start <= answer.evidence.start < sentence.end:
                known[key] = answer.place, answer.place, False
            else:
                known[key] = located.named_with(t.act.start, t.act.end), answer.place, True
        place, nearest, passing = known[key]
        if t.type == "interception" and t.further and (place is None or passing):
            line = lines[t.act.line].sentence
            code = speaker(line.text[: t.act.start - line.start])
            if code and code not in _ABROAD and (home := located.country(code)) is not None:
                place, passing = home, True  # who says that he shot it down did so at home
        found.append(t if nearest is None else structs.replace(t, place=place, nearest=nearest, passing=passing))
    return found


#: states that shoot down far from home
_ABROAD = frozenset({"US", "GB", "FR"})
#: two named places nearer than this may be one
_NEAR_KM = 40.0
#: ... and of these widths: the middle of a province says little of its edges, a gulf is no point
_NEAR_A_PROVINCE_KM = 75.0
_NEAR_A_SEA_KM = 400.0
_SMALL = frozenset({"site", "town", "district"})


def _apart(a: Place, b: Place) -> bool:
    """Whether two places cannot be those of one incident."""
    if a.country and b.country and a.country != b.country:
        return True
    if "country" in (a.precision, b.precision):
        return False
    if a.precision in _SMALL and b.precision in _SMALL:
        near = _NEAR_KM
    elif "sea" in (a.precision, b.precision):
        near = _NEAR_A_SEA_KM
    elif not a.region or not b.region or a.region == b.region:
        return False
    else:
        near = _NEAR_A_PROVINCE_KM
    if None in (a.lat, a.lon, b.lat, b.lon):
        return a.name != b.name
    return _kilometres(a, b) > near


def _kilometres(a: Place, b: Place) -> float:
    north = math.radians(a.lat or 0.0), math.radians(b.lat or 0.0)
    east = math.radians((b.lon or 0.0) - (a.lon or 0.0)) * math.cos(sum(north) / 2)
    return 6371 * math.hypot(north[1] - north[0], east)


def _own_news(draft: Draft, main: str, lines: Sequence[Line]) -> bool:
    """Whether a further act is told as news of its own: with its own time, or with its own place in sure words or after
    'another', 'also', 'separately'. What is only mentioned ('the fighting there') finds its incident and opens none."""
    if len(lines) <= _BRIEF and any(t.rank <= 1 for t in draft.told):
        return True
    further = any(t.further for t in draft.told)
    if not further and (
        draft.type in _SPOKEN_OF
        or (draft.type == "targeted_killing" and draft.head.act.weight < 1)
        or (draft.type == "maritime_incident" and not together(draft.type, main))
    ):
        return False
    if any(t.age is not None for t in draft.told):
        return further or draft.type != "ceasefire" or draft.head.act.weight >= 1
    sure = [t for t in draft.told if (t.act.weight >= 0.9 or t.further) and not t.after and t.type not in _LOOSE]
    return any((t.place is not None and not t.passing) or (t.type == "closure" and t.act.weight > 1) for t in sure)


#: in a text of so few sentences each act of the lead is news
_BRIEF = 3
#: types whose words run through every report of a war ('fighting', 'warned', 'pull out'): news beside other news only
#: where the text turns to them
_SPOKEN_OF = frozenset({"threat", "armed_clash", "deployment", "withdrawal"})


def _answered(event: Event, main: Event, located: Located) -> Event:
    """A further act from afar that is told without a place, where the text has only the ground of the side that did
    it: it fell on the side that had struck that ground."""
    if event.type not in _FLYING or event.place is None or main.place is None:
        return event
    home = {party.country for party in event.actors if party.country}
    struck = [party.country for party in main.actors if party.country and party.country not in home]
    if not struck or event.place.country not in home or main.place.country not in home:
        return event
    return replace(event, place=located.country(struck[0]) or event.place, other_places=())


def _same_again(draft: Draft, event: Event, first: Draft, main: Event) -> bool:
    """Whether a further act is the main one in words of another type: on its day, at its place, and told in its own
    sentences or in words that say as much of any fighting. It opens no incident."""
    if main.role is not Role.MAIN or main.when is None or event.when is None or main.when.date != event.when.date:
        return False
    if main.place is not None and event.place is not None and _apart(main.place, event.place):
        return False
    if any(t.further and t.rank >= FRONT for t in draft.told) and event.type != main.type:
        return False
    lines = {t.act.line for t in first.told}
    return event.type in _LOOSE or all(t.act.line in lines for t in draft.told)


#: types whose words are also the common nouns of a war ('fighting', 'attacks', 'warned')
_LOOSE = frozenset(
    {"armed_clash", "armed_assault", "threat", "talks", "ground_incursion", "deployment", "unrest", "military_exercise"}
)


def _no_report(genre: Genre) -> str:
    words = ", ".join(f"'{word}'" for word in genre.words)
    return f"its words as a whole are those of an analysis or a recollection ({genre.share:.0%}): {words}"


def _worth(draft: Draft) -> bool:
    """Whether a further incident is told surely enough to be kept, if only to find one that is known."""
    if draft.role is Role.MAIN:
        return True
    head = draft.head
    if draft.type in GENERIC or head.modality is Modality.ANNOUNCED:
        return False
    return head.act.weight >= _PLAIN or _sure(draft)


def _sure(draft: Draft) -> bool:
    """Whether its words, and a place or a day of its own, leave no doubt about a further incident."""
    least = 0.8
    if any(t.place is not None for t in draft.told):
        least -= 0.2
    if any(t.age is not None for t in draft.told):
        least -= 0.1
    return draft.head.act.weight >= least - 1e-9


#: words of this weight name an act, though they do not tell it surely
_PLAIN = 0.6


def _like_the_main(draft: Draft, main: str, lines: Sequence[Line]) -> str:
    """What a plain 'strike' or 'attack' of a further incident was: as the main one, where that came from afar and no
    gunman stands in its own sentences; unless it only gave occasion to it."""
    near = {CLASS_OF.get(word.symbol) for t in draft.told for word in lines[t.act.line].known}
    if near & _ON_FOOT:
        return FALLBACK[draft.type]
    if (
        draft.type == "attack"
        and near & {"SOLDIER", "JET"}
        and _TARGETS.search(lines[draft.head.act.line].sentence.text)
    ):
        return main if main in _FLYING else "airstrike"
    if main in _FLYING and (draft.type == "attack" or not any(t.after for t in draft.told)):
        return main
    return FALLBACK[draft.type]


#: what a further 'strike' of the same report is, too
_FLYING = frozenset({"airstrike", "drone_strike", "missile_strike", "rocket_fire", "shelling"})
#: what an army hits from afar
_TARGETS = pattern(r"\btargets\s+(?:in|across|inside|of|belonging)\b")
#: who attacks on the ground
_ON_FOOT = frozenset({"GUNMEN", "SHOOT", "PROTEST", "ABDUCT", "ENTER"})
