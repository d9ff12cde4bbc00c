"""What an article reports: every incident with type, modality, role, time, place, sides, toll, and its evidence.

The order: a cheap gate, the acts the words tell of, their modality, whether the text is news of ours at all, the
grouping of acts into incidents, and only then the fields of each.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from monitor.events import segments
from monitor.events.anything import anything
from monitor.events.buried import UNDER, Below, below
from monitor.events.days.when import Calendar, DayChooser
from monitor.events.fields import Fields, fields
from monitor.events.flags import flags, of_another_day, separate
from monitor.events.further import BRIEF, Beside, answered, bounded, days_behind, like_the_main, worth
from monitor.events.genre import Genre
from monitor.events.kinds import kind_in, resolved
from monitor.events.learned import NONE as NO_TYPE
from monitor.events.learned import Opinion, TypeModel, worth_asking
from monitor.events.places.apart import apart, placed
from monitor.events.places.where import Atlas
from monitor.events.relevance import SHORT_ITEM, Heard, Relevance, RelevanceModel
from monitor.events.rules import Rules
from monitor.events.scan import BY_RULE, Line, Scanner, plain
from monitor.events.segments import FRONT, GENERIC, Draft, Told
from monitor.events.sentences import Sentence, split
from monitor.events.sides.who import ClaimChooser
from monitor.events.standing import StandingModel
from monitor.events.telling import BY_MODEL, by_rule, spoken, telling, trigger
from monitor.events.tolls.opinion import TollChooser
from monitor.events.topics import TopicReader, Topics
from monitor.events.unruled import HeardLines, by_words
from monitor.events.verdict import Verdict, verdict
from monitor.events.weigh import DOUBT, HARDLY_NEWS, doubt, may_be_news, typed, weighed
from monitor.types import Article, Event, Modality, Reading, Role, Silenced

#: the part of a text that is read for acts; what stands later is recollection
MAX_READ = 16_000
#: acts beyond this many add nothing but time: a table, a chronicle
MAX_ACTS = 150
#: an act that only the words tell of and that lies more days back is recalled, not reported
_STALE = 14
#: of an act that is called another one: the one before may be of another day
_AGAIN = frozenset({"again"})
#: a reading under way: each `yield` is the end of a step
Steps = Generator[None, None, Reading]
#: what the rules say where they find no act
_WORDLESS = Verdict(type="", reason="words", text="no words of an escalation were found")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """An article taken apart."""

    article: Article
    document: str  #: as far as it is read
    sentences: tuple[Sentence, ...]
    lines: Sequence[Line]
    calendar: Calendar
    buried: bool = False  #: what it tells of ours stands behind other news


class Reader:
    """Reads articles. Built once, with its tables; reading changes nothing in it."""

    def __init__(
        self,
        atlas: Atlas | None = None,
        *,
        rules: Rules | None = None,
        model: TypeModel | None = None,
        days: DayChooser | None = None,
        relevance: RelevanceModel | None = None,
        standing: StandingModel | None = None,
        claims: ClaimChooser | None = None,
        tolls: TollChooser | None = None,
        accept_all: bool = False,
    ) -> None:
        self._atlas = atlas
        self._model = model
        self._days = days
        self._relevance = relevance
        self._standing = standing
        self._claims = claims
        self._tolls = tolls
        self._rules = rules or Rules()
        self._accept_all = accept_all
        self._scanner = Scanner()
        self._topics = TopicReader()

    def read(self, article: Article) -> Reading:
        """The incidents of `article`, those kept quiet with their reason, and why. Where all is accepted, an article
        that was not written for an incident of ours has one of no type of ours."""
        steps = self.steps(article)
        try:
            while True:
                next(steps)
        except StopIteration as end:
            reading: Reading = end.value
            return reading

    def steps(self, article: Article) -> Steps:
        """What `read` does, step by step, so that a step can be taken for many articles before the next one is."""
        reading = yield from self._read(article)
        if not self._accept_all or any(event.role is Role.MAIN for event in reading.events):
            return reading
        return replace(reading, events=(*reading.events, self._anything(article, len(reading.events))))

    def _anything(self, article: Article, number: int) -> Event:
        document = article.document[:MAX_READ]
        sentences = split(document, has_title=bool(article.title))
        calendar = _calendar(article, document, sentences)
        located = self._atlas.locate(document, sentences, article.tags) if self._atlas else None
        return anything(article, document, sentences, calendar, located, number)

    def _read(self, article: Article) -> Steps:
        if article.language not in ("en", "und"):
            return _in_another_language(article)
        document = article.document[:MAX_READ]
        sentences = split(document, has_title=bool(article.title))
        yield
        lines = self._scanner.lines(document, sentences)
        yield
        acts = self._scanner.acts(lines)[:MAX_ACTS]
        if self._rules.phrases:
            acts = sorted([*acts, *by_rule(self._rules, document, lines)], key=lambda act: (act.line, act.at))
        yield
        item = len(lines) <= SHORT_ITEM
        scaled = self._relevance is not None and (bool(article.title) or not item)
        asked = bool(acts) or worth_asking(lines) or (item and scaled)
        opinion = self._model.opinion(document, lines) if self._model and asked else None
        if not acts and (opinion is None or opinion.shares[NO_TYPE] > (HARDLY_NEWS if scaled else DOUBT)):
            return _quiet(article, (), _WORDLESS.text)
        yield
        topics = self._topics.read(plain(document), sentences)
        if not acts and not scaled and opinion is not None and not weighed(_WORDLESS, opinion, topics).type:
            return _quiet(article, (), _WORDLESS.text)
        yield
        calendar = _calendar(article, document, sentences, self._days)
        text = _Text(article=article, document=document, sentences=sentences, lines=lines, calendar=calendar)
        yield
        told, silenced = telling(document, lines, acts, calendar)
        if unwanted := self._unwanted(text):
            return _quiet(article, silenced, unwanted)
        yield
        ruled = _ruled(told, lines, topics) if acts else _WORDLESS
        if any(t.act.pattern.startswith(BY_RULE) and t.type == ruled.type for t in told):
            opinion = None  # what the user's own rules say is not weighed
        yield
        judged, unsure = ruled, ""
        if opinion is not None and not scaled:
            judged = weighed(ruled, opinion, topics, titled=bool(article.title))
        elif opinion is not None and self._relevance and (ruled.type or may_be_news(ruled, opinion, item=item)):
            genre = _genre(self._relevance, text)
            yield
            judged, unsure = _scaled(self._relevance, text, ruled, opinion, genre, topics, told, silenced)
        further_down = judged.reason in UNDER and not item and opinion is not None
        if further_down and (rest := below(told, lines, calendar.mentions)):
            yield
            deeper = self._buried(text, rest, judged.reason, silenced)
            if deeper is not None and deeper.told:
                judged = ruled = deeper.heard.ruled
                opinion, text = deeper.heard.opinion, replace(text, buried=True)
                unsure = "" if deeper.sure else f"told behind other news: {deeper.share:.0%} likely news of ours"
        if not judged.type:
            quiet = [
                Silenced(type=t.type, reason=judged.reason, text=judged.text, evidence=trigger(document, t.act))
                for t in told[:5]
            ]
            return _quiet(article, [*silenced, *quiet], judged.text)
        if judged.recalls:
            told = [
                structs.replace(t, old=False) if t.rank < FRONT and (t.age is None or t.age <= 14) else t for t in told
            ]
        if opinion is not None and not text.buried and not any(t.type == judged.type and not t.old for t in told):
            said, unsaid = spoken(lines, opinion, judged.type, calendar)
            if not ruled.type and unsaid:
                return _quiet(article, silenced, f"{judged.text}; but {unsaid}")
            if not ruled.type and said.age is not None and said.age > _STALE:
                return _quiet(article, silenced, f"{judged.text}; its day lies {said.age} days back")
            told = [*told, said]
        heard = HeardLines(document, lines, self._model) if self._model and opinion else None
        weak = list(by_words(lines, told, calendar, heard)) if heard else []
        events = yield from self._events(text, told, judged.type, weak, heard)
        if opinion is not None:
            behind = days_behind(events[0]) if events and events[0].role is Role.MAIN else 0
            if not ruled.type and behind > _STALE:
                return _quiet(article, silenced, f"{judged.text}; its day lies {behind} days back")
            weighed_before = self._standing is not None and len(lines) > BRIEF
            doubts = [
                (
                    event.doubt
                    if weighed_before and event.role is not Role.MAIN
                    else doubt(event, ruled, opinion, topics)
                )
                or unsure
                for event in events
            ]
            events = [replace(event, doubt=why) if why else event for event, why in zip(events, doubts, strict=True)]
        return Reading(article_id=article.id, events=tuple(events), silenced=tuple(silenced), reasons=(judged.text,))

    def _buried(self, text: _Text, rest: Below, why: str, silenced: Sequence[Silenced]) -> Relevance | None:
        """How likely what a text tells behind other news is news of ours; None where the rules see nothing in it."""
        if self._model is None or self._relevance is None:
            return None
        start = rest.lines[0].sentence.start
        low = f"{' ' * start}{plain(text.document)[start:]}"
        topics = self._topics.read(low, [line.sentence for line in rest.lines])
        ruled = _ruled(rest.told, rest.lines, topics)
        if not ruled.type:
            return None
        opinion = self._model.opinion(text.document, rest.lines)
        kind = typed(ruled, opinion)
        if any(t.type == kind.type and not t.old for t in rest.told):
            ruled = kind
        return self._relevance.of(
            Heard(
                ruled=ruled,
                opinion=opinion,
                genre=_genre(self._relevance, text),
                topics=topics,
                told=rest.told,
                silenced=silenced,
                sentences=len(text.lines),
                titled=bool(text.article.title),
                under=why,
            )
        )

    def _unwanted(self, text: _Text) -> str:
        """Why the user's own rules keep a text quiet, in words; '' where they do not."""
        opening = text.document[: text.sentences[min(2, len(text.sentences) - 1)].end]
        for reason, words in self._rules.quiet:
            if words.search(opening) is not None:
                return f"{reason}: words of the user's own rules stand in title or lead"
        return ""

    def _events(
        self, text: _Text, told: Sequence[Told], kind: str, weak: Sequence[Told], heard: HeardLines | None
    ) -> Generator[None, None, list[Event]]:
        """The incidents of a text that reports one of type `kind`, that one first."""
        document, sentences, lines = text.document, text.sentences, text.lines
        yield
        located = self._atlas.locate(document, sentences, text.article.tags) if self._atlas else None
        yield
        if located is not None:
            told, weak = placed(told, lines, located), placed(weak, lines, located)
        yield
        found = segments.drafts(told, kind, apart, weak)
        kept = [draft for draft in found if _kept(draft, kind, lines)]
        ruled = [draft for draft in found if not draft.head.act.pattern.startswith(BY_MODEL)]
        each = yield from fields(
            text.article,
            text.document,
            sentences,
            text.calendar,
            kept,
            ruled,
            located,
            self._claims,
            self._tolls,
            buried=text.buried,
        )
        yield
        events: list[Event] = []
        count = sum(draft.role is Role.ALSO_NEW for draft in kept)
        for told_of in each:
            draft = told_of.draft
            event = self._event(text, told_of, len(events))
            if located is not None and events and draft.head.place is None:
                event = answered(event, events[0], located, turned=draft.head.turned)
            if event.role is Role.ALSO_NEW:
                main = events[0] if events and events[0].role is Role.MAIN else None
                beside = Beside(
                    draft=draft, event=event, first=found[0], main=main, main_type=kind, lines=lines, count=count,
                    heard=heard.opinion(draft.head.act.line).shares if heard else None,
                )  # fmt: skip
                event = self._beside(beside)
            events.append(event)
        return events

    def _beside(self, beside: Beside) -> Event:
        """A further act with its role: by all that is known of it; by bounds without a model, in a brief text, and for
        acts that the user's own rules found."""
        users = any(t.act.pattern.startswith(BY_RULE) for t in beside.draft.told)
        if self._standing is None or len(beside.lines) <= BRIEF or users:
            return bounded(beside)
        return self._standing.judged(beside)

    def _event(self, text: _Text, fields: Fields, number: int) -> Event:
        article, document, sentences = text.article, text.document, text.sentences
        draft, scope, main = fields.draft, fields.scope, fields.main
        who, where, when, weapon, toll = fields.who, fields.where, fields.when, fields.weapon, fields.toll
        act = draft.head.act
        actors = who.actors
        if self._rules.sides and all(party.name == "unknown" for party in actors):
            near = " ".join(sentences[index].text for index in scope[:4])
            actors = tuple(side.party for side in self._rules.sides if side.pattern.search(near)) or actors
        evidence = [*trigger(document, act)]
        for piece in (where.evidence if where else None, when.evidence, weapon.evidence):
            if piece is not None:
                evidence.append(piece)
        evidence += [*who.evidence, *toll.evidence]
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
            flags=flags(draft.type, told_in, article.title if main else "") | again,
            official=who.official,
            separate=another,
            confidence=min(0.95, 0.4 + 0.1 * sum(t.weight for t in draft.told)),
            headline=(article.title if main and article.title and not text.buried else sentence.text)[:200],
            keywords=fields.about.words,
            named=fields.about.named,
            evidence=tuple(evidence),
            reasons=(
                f"'{document[act.start : act.end]}' in sentence {act.line}: {act.pattern}",
                *((when.because,) if when.because else ()),
                *((who.because,) if who.because else ()),
                *((fields.toll.because,) if fields.toll.because else ()),
                *((where.because,) if where and where.because and where.place is fields.place else ()),
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


def _kept(draft: Draft, kind: str, lines: Sequence[Line]) -> bool:
    """Whether an incident beside the main one, of type `kind`, is told at all; settles its type."""
    if draft.role is not Role.MAIN and draft.type in GENERIC:
        draft.type = kind_in(draft.type, lines[draft.head.act.line])
        if draft.type in GENERIC and any(t.place is not None or t.age is not None for t in draft.told):
            draft.type = like_the_main(draft, kind, lines)
    return worth(draft)


def _quiet(article: Article, silenced: Sequence[Silenced], reason: str) -> Reading:
    return Reading(article_id=article.id, silenced=tuple(silenced), reasons=(reason,))


def _in_another_language(article: Article) -> Reading:
    said = Silenced(type="", reason="language", text=f"written in '{article.language}', not in English")
    return _quiet(article, [said], f"the text is in '{article.language}': only English is read")


def _calendar(
    article: Article, document: str, sentences: tuple[Sentence, ...], days: DayChooser | None = None
) -> Calendar:
    return Calendar(
        document,
        sentences,
        published=article.published,
        published_precision=article.published_precision,
        model=days,
    )


def _ruled(told: Sequence[Told], lines: Sequence[Line], topics: Topics) -> Verdict:
    """What the rules make of the acts of a text."""
    ruled = verdict(told, lines, topics)
    return replace(ruled, type=resolved(ruled.type, lines)) if ruled.type in GENERIC else ruled


def _scaled(
    model: RelevanceModel,
    text: _Text,
    ruled: Verdict,
    opinion: Opinion,
    genre: Genre,
    topics: Topics,
    told: Sequence[Told],
    silenced: Sequence[Silenced],
) -> tuple[Verdict, str]:
    """What a longer text reports, or why it is kept quiet; and why it is in doubt, or ''."""
    relevance = model.of(
        Heard(
            ruled=ruled,
            opinion=opinion,
            genre=genre,
            topics=topics,
            told=told,
            silenced=silenced,
            sentences=len(text.lines),
            titled=bool(text.article.title),
        )
    )
    threatened = {s.type for s in silenced if s.reason == Modality.THREATENED}
    if relevance.sure:
        return typed(ruled, opinion, threatened), ""
    why = f"{relevance.share:.0%} likely news of ours by all that was heard; against it: {relevance.against}"
    if relevance.told:
        return typed(ruled, opinion, threatened), why
    reason = "words" if ruled.type else ruled.reason
    return Verdict(type="", reason=reason, text=f"{ruled.text}; {why}"), ""


def _genre(model: RelevanceModel, text: _Text) -> Genre:
    return model.genres.of(text.document, text.article.title, text.calendar.mentions, text.calendar.base_day())
