"""What an article reports: every incident with type, modality, role, time, place, sides, toll, and its evidence.

The order: a cheap gate, the acts the words tell of, their modality, whether the text is news of ours at all, the
grouping of acts into incidents, and only then the fields of each.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace

from msgspec import structs

from monitor.events import segments
from monitor.events.anything import anything
from monitor.events.buried import without_front
from monitor.events.days.when import Calendar, DayChooser
from monitor.events.event import event_of, placed_in_capital
from monitor.events.fields import fields
from monitor.events.further import BRIEF, Beside, answered, bounded, days_behind, like_the_main, worth
from monitor.events.judgement import WORDLESS, Judge, Judged, Parsed
from monitor.events.kinds import kind_in
from monitor.events.learned import NONE as NO_TYPE
from monitor.events.learned import TypeModel, worth_asking
from monitor.events.places.apart import apart, placed
from monitor.events.places.where import Atlas
from monitor.events.relevance import SHORT_ITEM, RelevanceModel
from monitor.events.rules import Rules
from monitor.events.scan import BY_RULE, Line, Scanner, plain
from monitor.events.segments import FRONT, GENERIC, Draft, Told
from monitor.events.sentences import Sentence, split
from monitor.events.sides.choice import ClaimChooser, DoerChooser
from monitor.events.standing import StandingModel
from monitor.events.telling import BY_MODEL, by_rule, spoken, telling, trigger
from monitor.events.tolls.opinion import TollChooser
from monitor.events.topics import TopicReader
from monitor.events.unruled import HeardLines, by_words
from monitor.events.weigh import DOUBT, HARDLY_NEWS, doubt, may_be, weighed
from monitor.types import Article, Event, Reading, Role, Silenced

#: the part of a text that is read for acts; what stands later is recollection
MAX_READ = 16_000
#: acts beyond this many add nothing but time: a table, a chronicle
MAX_ACTS = 150
#: what lies more days back is recalled, not reported: an act that only words tell of, one of a front that recalls
_STALE = 14
#: a reading under way: each `yield` is the end of a step
Steps = Generator[None, None, Reading]


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
        doers: DoerChooser | None = None,
        tolls: TollChooser | None = None,
        accept_all: bool = False,
    ) -> None:
        self._atlas = atlas
        self._model = model
        self._days = days
        self._standing = standing
        self._claims = claims
        self._doers = doers
        self._tolls = tolls
        self._rules = rules or Rules()
        self._accept_all = accept_all
        self._scanner = Scanner()
        self._topics = TopicReader()
        self._judge = Judge(self._topics, model, relevance)

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
        scaled = self._judge.scales(titled=bool(article.title), item=item)
        asked = bool(acts) or worth_asking(lines) or (item and scaled)
        opinion = self._model.opinion(document, lines) if self._model and asked else None
        if not acts and (opinion is None or opinion.shares[NO_TYPE] > (HARDLY_NEWS if scaled else DOUBT)):
            return _quiet(article, (), WORDLESS.text)
        yield
        topics = self._topics.read(plain(document), sentences)
        if not acts and not scaled and opinion is not None and not weighed(WORDLESS, opinion, topics).type:
            return _quiet(article, (), WORDLESS.text)
        yield
        calendar = _calendar(article, document, sentences, self._days)
        text = Parsed(
            article=article, document=document, sentences=sentences, lines=lines, acts=acts, calendar=calendar
        )
        yield
        told, silenced = telling(document, lines, acts, calendar)
        if unwanted := self._unwanted(text):
            return _quiet(article, silenced, unwanted)
        yield
        judged = yield from self._judge.of(text, told, silenced, opinion, topics)
        if not judged.gist.type:
            quiet = [
                Silenced(
                    type=t.type,
                    reason=judged.gist.reason,
                    text=judged.gist.text,
                    evidence=trigger(document, t.act),
                )
                for t in told[:5]
            ]
            return _quiet(article, [*silenced, *quiet], judged.gist.text)
        return (yield from self._reported(text, judged, told, silenced))

    def _reported(self, text: Parsed, judged: Judged, told: Sequence[Told], silenced: Sequence[Silenced]) -> Steps:
        """The incidents of a text that reports something of ours, each with its doubt."""
        article, lines, opinion, kind = text.article, text.lines, judged.opinion, judged.gist
        if judged.buried:
            told = without_front(told, judged.buried)
        if kind.recalls:
            told = [structs.replace(t, old=False) if t.rank < FRONT and (t.age or 0) <= _STALE else t for t in told]
        if opinion is not None and not judged.buried and not any(t.type == kind.type and not t.old for t in told):
            said, unsaid = spoken(lines, opinion, kind.type, text.calendar)
            if not judged.ruled.type and unsaid:
                return _quiet(article, silenced, f"{kind.text}; but {unsaid}")
            if not judged.ruled.type and said.age is not None and said.age > _STALE:
                return _quiet(article, silenced, f"{kind.text}; its day lies {said.age} days back")
            told = [*told, said]
        heard = HeardLines(text.document, lines, self._model) if self._model and opinion else None
        weak = list(by_words(lines, told, text.calendar, heard)) if heard else []
        events = yield from self._events(text, judged, told, weak, heard)
        if opinion is not None:
            if events and events[0].role is Role.MAIN:
                events[0] = replace(events[0], maybe_type=may_be(events[0].type, opinion))
            behind = days_behind(events[0]) if events and events[0].role is Role.MAIN else 0
            if not judged.ruled.type and behind > _STALE:
                return _quiet(article, silenced, f"{kind.text}; its day lies {behind} days back")
            weighed_before = self._standing is not None and len(lines) > BRIEF
            doubts = [
                (
                    event.doubt
                    if weighed_before and event.role is not Role.MAIN
                    else doubt(event, judged.ruled, opinion, judged.topics)
                )
                or judged.unsure
                for event in events
            ]
            events = [replace(event, doubt=why) if why else event for event, why in zip(events, doubts, strict=True)]
        return Reading(article_id=article.id, events=tuple(events), silenced=tuple(silenced), reasons=(kind.text,))

    def _unwanted(self, text: Parsed) -> str:
        """Why the user's own rules keep a text quiet, in words; '' where they do not."""
        opening = text.document[: text.sentences[min(2, len(text.sentences) - 1)].end]
        for reason, words in self._rules.quiet:
            if words.search(opening) is not None:
                return f"{reason}: words of the user's own rules stand in title or lead"
        return ""

    def _events(
        self, text: Parsed, judged: Judged, told: Sequence[Told], weak: Sequence[Told], heard: HeardLines | None
    ) -> Generator[None, None, list[Event]]:
        """The incidents of a text, that which it was written for first."""
        document, sentences, lines, kind = text.document, text.sentences, text.lines, judged.gist.type
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
            self._doers,
            self._tolls,
            buried=bool(judged.buried),
        )
        yield
        events: list[Event] = []
        count = sum(draft.role is Role.ALSO_NEW for draft in kept)
        for told_of in each:
            draft = told_of.draft
            event = event_of(text, told_of, len(events), self._rules, buried=bool(judged.buried))
            if located is not None and events and draft.head.place is None:
                event = answered(event, events[0], located, turned=draft.head.turned)
            if located is not None:
                event = placed_in_capital(event, located)
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
