"""The nouns that travel between stages: Item, Article, Event, Incident, Decision.

All are frozen values. Times are aware UTC datetimes; dates are local days at the place of the act. Change means a
new value (`dataclasses.replace`). `None` means 'not said' and never 'no'; a toll of 0 means the source says none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Day
from datetime import datetime
from enum import StrEnum

# ---- what arrives -------------------------------------------------------------------------------------------------


def sound(text: str) -> str:
    """`text` with U+FFFD for each half of a surrogate pair: JSON, YAML and mail can hold one, no database can."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


class Sound:
    """A slotted dataclass of texts from outside: each of them is made sound with it."""

    __slots__: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in self.__slots__:
            given = getattr(self, name)
            if isinstance(given, str):
                object.__setattr__(self, name, sound(given))
            elif isinstance(given, tuple):
                object.__setattr__(self, name, tuple(sound(x) if isinstance(x, str) else x for x in given))


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Sound):
    """One thing a source delivered, before it is read: a file, or a feed entry."""

    source: str  #: configured name of the source
    key: str  #: stable identity within the source: entry id, or content hash of a file
    subject: str  #: what a person would call it: path or address
    received: datetime  #: when we got it
    title: str = ""
    text: str = ""  #: plain text, where the source gives it; paragraphs split by blank lines
    html: str = ""  #: a page or fragment still to be cleaned; used when `text` is empty
    outlet: str | None = None
    url: str | None = None
    published: datetime | None = None
    published_precision: str = "unknown"  #: minute | day | unknown
    tags: tuple[str, ...] = ()
    trust: float = 0.5  #: 0..1, how far the source is trusted by configuration
    quiet: bool = False  #: store and match, but alert nobody (first import of a feed)
    article_id: str | None = None  #: given by replay and the write API; made from content otherwise


# ---- what is read -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A cleaned text with what is known of its origin."""

    id: str
    source: str
    subject: str
    title: str  #: '' where there is none
    text: str  #: body without furniture; paragraphs split by '\n\n'
    language: str  #: ISO 639-1, 'und' where undecided
    outlet: str | None
    publisher: str | None  #: family that owns the outlet; feeds of one publisher are one source
    wire: str | None  #: agency whose copy this is ('AFP', 'Reuters'), where it says so
    url: str | None  #: canonical
    published: datetime | None
    published_precision: str  #: minute | day | unknown
    published_inferred: bool  #: True where the text had to say it, not the source
    received: datetime
    digest: str  #: hash of the cleaned text; equal means an exact copy
    signature: bytes = b""  #: MinHash of the text, for near copies
    tags: tuple[str, ...] = ()
    trust: float = 0.5
    quiet: bool = False
    removed: tuple[str, ...] = ()  #: furniture that was cut, for `why`

    @property
    def document(self) -> str:
        """Title and text as one string; offsets of Evidence count in it."""
        return f"{self.title}\n\n{self.text}" if self.title else self.text


# ---- what an article reports --------------------------------------------------------------------------------------


class Role(StrEnum):
    """What an incident is to the article that mentions it."""

    MAIN = "main"  #: what the article was written to report
    ALSO_NEW = "also_new"  #: a further incident of the last two days
    BACKGROUND = "background"  #: only recalled


class Modality(StrEnum):
    """How the act stands to the truth, as the text has it."""

    OCCURRED = "occurred"
    CLAIMED = "claimed"  #: only the acting side, or one unverified party, says so
    DENIED = "denied"
    FOILED = "foiled"
    ANNOUNCED = "announced"
    THREATENED = "threatened"
    HYPOTHETICAL = "hypothetical"
    DRILL = "drill"
    HISTORICAL = "historical"


#: only these may open an incident (a `threat` is an occurred act of threatening)
OPENING = frozenset({Modality.OCCURRED, Modality.CLAIMED, Modality.FOILED, Modality.ANNOUNCED})

#: a source trusted no further than this confirms nothing
LOW_TRUST = 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where in `Article.document` a field comes from."""

    field: str  #: name of the Event field
    start: int
    end: int
    text: str  #: the words themselves: document[start:end]


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The interval in which the act happened. `date`..`date_to` are local days; earliest..latest bound it in UTC."""

    date: Day
    date_to: Day | None = None  #: last day, where it differs from the first
    earliest: datetime | None = None
    latest: datetime | None = None
    precision: str = "day"  #: hour | night | day | week | month | year
    inferred: bool = False  #: True where the text names no time and publication stands in
    as_written: str = ""
    maybe_on: tuple[tuple[Day, float], ...] = ()  #: other days it may have been, each with its likelihood


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the act happened. An unknown place is None, never a guess."""

    name: str  #: the gazetteer's name
    as_written: str
    precision: str  #: site | town | district | province | country | sea
    country: str | None  #: ISO 3166 alpha-2; None on the high seas
    lat: float | None
    lon: float | None
    region: str | None = None  #: first-level division, by name
    zone: str | None = None  #: IANA time zone
    key: str | None = None  #: the gazetteer's id, for equality

    @property
    def rough(self) -> bool:
        """Known to the province, sea or country only."""
        return self.precision in ("country", "province", "sea")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A side: a state, an armed group, a coalition, a person."""

    name: str  #: canonical ('Islamic Resistance in Iraq'); 'unknown' is legal
    kind: str = "unknown"  #: state | forces | group | coalition | person | civilians | asset | unknown
    country: str | None = None  #: ISO alpha-2 of the state it belongs to or acts from
    as_written: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many. low <= best <= high where all are given."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    vague: bool = False  #: 'dozens', 'several'
    said_by: str | None = None


def figure_of(count: Count | None) -> int | None:
    """The one figure of a count: its best, else the least, else the most."""
    if count is None:
        return None
    return next((figure for figure in (count.best, count.low, count.high) if figure is not None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One incident as one article reports it: the unit that identity is decided on."""

    id: str  #: '<article id>#<n>', n counting from 0 in the order of the text
    article_id: str
    type: str  #: name in the taxonomy
    modality: Modality
    role: Role
    maybe_type: tuple[tuple[str, float], ...] = ()  #: other types it may be of, each with its likelihood
    when: When | None = None
    place: Place | None = None
    other_places: tuple[Place, ...] = ()  #: further places of the same act (a wave over several towns)
    maybe_at: tuple[tuple[Place, float], ...] = ()  #: where else it may have been, each with its likelihood
    actors: tuple[Party, ...] = ()
    maybe_by: tuple[tuple[Party | None, float], ...] = ()  #: who else may have done it, None: nobody named
    targets: tuple[Party, ...] = ()
    weapon: str | None = None
    weapon_family: str | None = None  #: drone | missile | rocket | artillery | bomb | firearm | aircraft | cyber | ...
    killed: Count | None = None
    wounded: Count | None = None
    launched: Count | None = None
    intercepted: Count | None = None
    impacted: Count | None = None
    claimed_by: Party | None = None
    denied_by: Party | None = None
    flags: frozenset[str] = (
        frozenset()
    )  #: civilian_target, critical_infrastructure, capital, correction, retraction ...
    official: bool = False  #: an authority of either side confirms it on the record
    separate: bool = False  #: the text itself says this is another one ('a second attack', 'again')
    confidence: float = 0.5  #: 0..1
    doubt: str = ""  #: why it may be no news of ours all the same, in words: what speaks for it speaks alone
    headline: str = ""  #: one plain line for people
    keywords: tuple[str, ...] = ()  #: rare words and names, folded, for comparison
    named: int = 0  #: so many of the first of them are names and numbers
    evidence: tuple[Evidence, ...] = ()
    reasons: tuple[str, ...] = ()  #: why this type, this modality, this role
    # of the article, so that identity needs nothing else
    published: datetime | None = None
    received: datetime | None = None
    outlet: str | None = None
    publisher: str | None = None
    wire: str | None = None
    source: str = ""
    url: str | None = None
    title: str = ""
    digest: str = ""
    signature: bytes = b""
    trust: float = 0.5
    quiet: bool = False

    @property
    def places(self) -> tuple[Place, ...]:
        """The main place, where one is known, and the others."""
        return (self.place, *self.other_places) if self.place else self.other_places

    @property
    def owner(self) -> str:
        """Whose word it is: a wire copy is the wire's, and all outlets of a house are one."""
        return self.wire or self.publisher or self.outlet or self.source


@dataclass(frozen=True, slots=True, kw_only=True)
class Silenced:
    """A mention that was seen and kept quiet, with the reason in words."""

    type: str
    reason: str  #: code: 'historical', 'film', 'sport', 'drill', 'hypothetical', 'accident', 'language' ...
    text: str  #: one sentence for a person
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read in one article. No events and no silenced mentions: nothing of ours was in it."""

    article_id: str
    events: tuple[Event, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    reasons: tuple[str, ...] = ()  #: in words, why it is or is not news of ours


# ---- what is remembered -------------------------------------------------------------------------------------------


class Grade(StrEnum):
    """How well an incident is confirmed."""

    CLAIMED = "claimed"
    REPORTED = "reported"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One party's word on one field, kept for ever beside the fused value."""

    field: str
    value: str
    by: str  #: who says so: an official body, a party, or the outlet
    article_id: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One line of the severity sum."""

    name: str
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One real-world incident as all its reports together tell it. `version` grows with every material change."""

    id: str  #: minted once at opening; never reused
    version: int
    type: str
    family: str
    modality: Modality
    grade: Grade
    headline: str
    when: When | None
    place: Place | None
    other_places: tuple[Place, ...] = ()
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    weapon: str | None = None
    weapon_family: str | None = None
    killed: Count | None = None
    wounded: Count | None = None
    launched: Count | None = None
    intercepted: Count | None = None
    impacted: Count | None = None
    claimed_by: Party | None = None
    denied_by: Party | None = None
    flags: frozenset[str] = frozenset()
    doubt: str = ""  #: why it may be no news of ours, where every report leaves a doubt and few tell of it
    severity: float = 0.0  #: 0..10
    severity_terms: tuple[Term, ...] = ()
    state: str = "open"  #: open | retracted | dismissed | merged
    open_since: Day | None = None  #: of lasting states (closure, truce) still in force
    ended: Day | None = None
    events: tuple[Event, ...] = ()  #: every report joined, first first
    claims: tuple[Claim, ...] = ()
    independent: int = 0  #: independent sources: publishers, wire copies counted as the wire's
    first_report: datetime | None = None
    last_change: datetime | None = None
    parent: str | None = None  #: the barrage this is one place of
    linked: tuple[str, ...] = ()  #: retaliation, sequel: related and apart
    possible_duplicates: tuple[str, ...] = ()
    merged_into: str | None = None
    note: str = ""

    @property
    def places(self) -> tuple[Place, ...]:
        """The main place, where one is known, and the others."""
        return (self.place, *self.other_places) if self.place else self.other_places

    @property
    def trust(self) -> float:
        """That of the best source that reports it."""
        return max((event.trust for event in self.events), default=0.5)

    @property
    def trusted(self) -> bool:
        """False while only sources of low trust report it: the first better one is told as new, so that an impostor
        cannot silence the true report."""
        return self.trust > LOW_TRUST


class Verdict(StrEnum):
    """What became of an event, or of the article as a whole."""

    NEW = "new"
    UPDATE = "update"
    CORRECTION = "correction"
    RETRACTION = "retraction"
    ATTACHED = "attached"  #: joined silently: nothing material changed
    POSSIBLE = "possible"  #: opened, shown beside the incident it may be a duplicate of
    REFERENCE = "reference"  #: background that points at an old incident, or at none
    COPY = "copy"  #: the same text again
    REVISION = "revision"  #: an edited article: same address, changed text
    IRRELEVANT = "irrelevant"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One fact that spoke for or against."""

    fact: str  #: code, 'same_site'
    points: float  #: weight; negative speaks against; -inf separates
    text: str  #: for a person: 'both at Ain al-Asad Air Base'


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAlike:
    """The nearest incident that was not chosen, and what kept it apart."""

    incident_id: str
    score: float
    apart: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field that differs now. `text` is what a reader is told: 'killed 2 -> 5'."""

    field: str
    before: str | None
    after: str | None
    text: str
    material: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided on one event, with its reasons."""

    verdict: Verdict
    event: Event
    incident_id: str | None
    score: float = 0.0
    reasons: tuple[Reason, ...] = ()
    look_alikes: tuple[LookAlike, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """The operator's word: these two belong together, or never do. Subjects are event ids."""

    together: bool
    a: str
    b: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The fold's answer: the decision, and every incident that is different now (first the one decided on)."""

    decision: Decision
    changed: tuple[Incident, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the fold may know beside the candidates. All of it is a value; the fold asks nobody."""

    now: datetime
    rulings: tuple[Ruling, ...] = ()
    siblings: tuple[str, ...] = ()  #: incidents already taken by other events of the same article
    accept_all: bool = False


# ---- what people are told -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing to tell: an incident as it stands, and what is new about it."""

    id: str  #: stable: incident, version and kind
    kind: Verdict  #: NEW | UPDATE | CORRECTION | RETRACTION | POSSIBLE
    incident: Incident
    changes: tuple[Change, ...] = ()
    at: datetime | None = None
    reasons: tuple[str, ...] = ()
    context: tuple[str, ...] = field(default=())  #: 'Third strike at Kharkiv in 14 days'


class Mode(StrEnum):
    """How a recipient hears of a notice."""

    NOW = "now"  #: at once
    HELD = "held"  #: at once, but not before `due` (quiet hours, minimum gap)
    DIGEST = "digest"  #: in the next digest
    NEVER = "never"  #: recorded with its reason, counted in the digest, not told


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """What was decided about one notice for one recipient. Every notice has one for each recipient, told or not."""

    id: str  #: '<notice id>><recipient>'
    notice_id: str
    incident_id: str
    recipient: str
    mode: Mode
    code: str  #: why, as a code: rule | below | quiet_hours | gap | muted | first_import | no_rule | closed
    reason: str  #: why, in words
    rule: str = ""  #: the rule that decided, where one did
    channels: tuple[str, ...] = ()  #: where the rule names others than the recipient's own
    due: datetime | None = None  #: not before this; None for digest and never
    at: datetime | None = None  #: when it was decided


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTold:
    """What a recipient last heard at once about one incident."""

    at: datetime
    severity: float
    killed: int | None = None
    trusted: bool = True  #: False while only sources of low trust had reported it

    @classmethod
    def of(cls, incident: Incident, at: datetime) -> LastTold:
        """What a recipient knows of an incident once told of it as it stands."""
        return cls(at=at, severity=incident.severity, killed=figure_of(incident.killed), trusted=incident.trusted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mute:
    """A recipient's wish not to hear of something for a while. It always ends."""

    id: str
    scope: str  #: incident | place | country | type | source
    value: str
    until: datetime
    recipient: str | None = None  #: None: everybody
    wake: frozenset[str] = frozenset()  #: first_death | new_actor | severity: what ends it early
    created: datetime | None = None
    severity: float | None = None  #: of the incident when it was muted, for the wake condition
    killed: int | None = None
    actors: tuple[str, ...] = ()
    ended: datetime | None = None  #: lifted by hand, or woken
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An image that travels with a message; `name` is what the text refers to (cid:name)."""

    name: str
    media: str
    data: bytes
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message as it will be sent: finished text in each form, so that every retry sends the same."""

    id: str  #: stable: the same in every copy and retry
    kind: str  #: alert | burst | catch_up | summary | digest | test | heartbeat | trouble
    recipient: str
    subject: str
    text: str
    markdown: str = ""
    html: str = ""
    minimal: str = ""  #: stripped plain text of at most 1,000 characters, for a channel that refused the rest
    data: str = "{}"  #: the same as JSON, for machines
    thread: str | None = None  #: incident whose conversation this belongs to
    priority: float = 0.0  #: highest severity in it
    pictures: tuple[Picture, ...] = ()
    group: str = ""  #: what it counts to when bursts are gathered: 'strike, Kyiv oblast'
    source: str = ""  #: configured source it came from first; one source may not use up the hour
    created: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One message on its way through one channel."""

    id: str  #: '<message id>><channel>'
    seq: int
    message: Message
    channel: str
    due: datetime
    attempts: int = 0
    state: str = "waiting"  #: waiting | sending | sent | dead
    minimal: bool = False  #: refused once: now goes in minimal form
    left: tuple[str, ...] = ()  #: of several addresses, those still to be reached; empty: all
    first_failed: datetime | None = None
    fallback_of: str | None = None  #: channel this one stands in for
    outcome: str = ""  #: last answer, in words, without secrets
    done: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of the world was looked at between two digests: what makes 'nothing happened' trustworthy."""

    since: datetime | None = None
    until: datetime | None = None
    feeds: int = 0
    healthy: int = 0
    failing: tuple[str, ...] = ()  #: names, with the trouble in words: 'bbc: 403 for 6 h'
    silent: tuple[str, ...] = ()  #: names of feeds quiet beyond their norm
    read: int = 0  #: articles taken in
    irrelevant: int = 0
    attached: int = 0  #: joined an incident silently
    failed: int = 0  #: could not be read
    incidents: int = 0  #: opened
    longest_gap_h: float | None = None  #: longest time without any new article
    notes: tuple[str, ...] = ()


# ---- where each source was left -----------------------------------------------------------------------------------


class SourceState(StrEnum):
    """How a source stands. Nothing is ever switched off in silence: `paused` is told, and shown until it is lifted."""

    NEW = "new"  #: never read yet
    HEALTHY = "healthy"
    FAILING = "failing"  #: the last tries failed; it is tried again, ever more rarely, for good
    SILENT = "silent"  #: answers, but has brought nothing new for longer than it ever does
    PAUSED = "paused"  #: gone by its own word (410), or stopped by the operator
    REMOVED = "removed"  #: no longer configured; what it brought stays


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedCursor:
    """All that is remembered about one feed between two polls."""

    name: str  #: as configured; the source of its items
    url: str  #: as configured
    address: str  #: where it is asked for now: `url`, or where it has moved to for good
    host: str  #: of `address`; at most two requests run against one host
    state: SourceState = SourceState.NEW
    title: str = ""  #: the feed's own
    etag: str | None = None  #: sent back as it came
    last_modified: str | None = None
    next_due: datetime | None = None  #: None: at once
    interval_s: float = 900.0  #: what the adaptive interval stands at
    last_attempt: datetime | None = None
    last_success: datetime | None = None
    last_full: datetime | None = None  #: last whole body; a frozen validator may hide news no longer than 24 h
    last_new: datetime | None = None  #: when it last brought something new
    usual_gap_s: float | None = None  #: how far apart new things usually come
    failures: int = 0  #: in a row
    failing_since: datetime | None = None
    error: str | None = None  #: the last trouble, in words
    told: bool = False  #: whether the present trouble has been told
    imported: bool = False  #: False until a whole body with entries was taken in: what was there before it is quiet
    added: datetime | None = None  #: what is dated later is news also at first sight
    sightings: int = 0  #: bodies seen at first sight; an empty whole one counts for all
    moved_to: str | None = None  #: where it says it lives now; adopted after 7 steady days
    moved_since: datetime | None = None
    moved_seen: int = 0
    gone_seen: int = 0  #: 410 answers in a row
    entries: int = 0  #: taken in so far
    lost: str = ""  #: what of its last body could not be read, in words


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryMark:
    """One entry of a feed, remembered so that it is the same entry next time."""

    feed: str
    key: str  #: identity within the feed; the `key` of its Item
    guid: str = ""  #: as given
    link: str = ""  #: canonical
    title: str = ""  #: folded, for entries whose guid changes
    content: str = ""  #: hash of what is read of it
    first_seen: datetime | None = None
    last_seen: datetime | None = None
    revisions: int = 0  #: edits taken in
    idle_revisions: int = 0  #: of these, the last ones in a row that left the words of the title as they were


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMark:
    """One file of a watched folder, and what became of it."""

    source: str
    path: str  #: within the folder; bytes that are no text are escaped
    size: int
    changed_ns: int  #: the file's own time of change
    hash: str = ""  #: of the content; '' where it was not read
    key: str = ""  #: of its item: the hash at first reading, kept when the file grows
    outcome: str = "read"  #: read | part | same | empty | refused | failed
    reason: str = ""  #: in words, where it was not read, or not all of it
    items: int = 0
    at: datetime | None = None
    version: str = ""  #: of the program that dealt with it


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNotice:
    """Something about a source that a person should hear once: it fails, recovered, moved, is gone, fell silent."""

    source: str
    kind: str  #: failing | recovered | silent | spoke | gone | moved | imported | folder
    text: str
    at: datetime
