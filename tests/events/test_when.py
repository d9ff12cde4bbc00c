"""Times of acts: every phrase below was written for this test, read as from a given day of publication."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.events.days.when import Calendar, WhenAnswer
from monitor.events.sentences import split

TUESDAY = datetime(2025, 6, 17, 9, 30, tzinfo=UTC)


def ask(
    text: str,
    trigger: str,
    *,
    published: datetime | None = TUESDAY,
    precision: str = "minute",
    zone: str | None = "Asia/Baghdad",
    scope: tuple[int, ...] = (),
    title: str = "",
) -> WhenAnswer:
    document = f"{title}\n\n{text}" if title else text
    calendar = Calendar(
        document,
        split(document, has_title=bool(title)),
        published=published,
        published_precision=precision,
    )
    at = document.index(trigger)
    return calendar.for_act(at, at + len(trigger), scope=scope, zone=zone)


#: (text, trigger, first day, last day or None)
SAID = (
    ("Two drones were shot down late Saturday near the base.", "shot down", "2025-06-14", None),
    ("Rockets hit the depot on Tuesday.", "hit", "2025-06-17", None),
    ("Rockets hit the depot on Wednesday, residents said.", "hit", "2025-06-11", None),
    (
        "Militants attacked the post overnight between Saturday, June 14, and Sunday June 15.",
        "attacked",
        "2025-06-14",
        "2025-06-15",
    ),
    ("The convoy was struck on Sunday, June 15, near the border.", "struck", "2025-06-15", None),
    ("The camp was shelled on the night of 13 June.", "shelled", "2025-06-13", None),
    ("The camp was shelled on the 13th of June.", "shelled", "2025-06-13", None),
    ("The camp was shelled on the 13th June by rebels.", "shelled", "2025-06-13", None),
    ("The camp was shelled on the night of the 13th of June.", "shelled", "2025-06-13", None),
    ("The camp was shelled on the 13th and the 14th of June.", "shelled", "2025-06-13", "2025-06-14"),
    ("The bridge was hit yesterday at dawn.", "hit", "2025-06-16", None),
    ("The bridge was hit early this morning.", "hit", "2025-06-17", None),
    ("Warplanes bombed the valley two days ago.", "bombed", "2025-06-15", None),
    ("Gunmen killed a judge on Jan. 8 in the city.", "killed", "2025-01-08", None),
    ("Gunmen killed a judge on December 28.", "killed", "2024-12-28", None),
    ("The ship was attacked on 23 May off the coast.", "attacked", "2025-05-23", None),
    ("The ship was attacked on May 23, 2019 off the coast.", "attacked", "2019-05-23", None),
    ("The siege began on Friday night and guards were killed.", "killed", "2025-06-13", None),
    ("A bomb killed four soldiers at 12:20 am on Tuesday.", "killed", "2025-06-17", None),
    ("The raid took place the night before last, and six died.", "raid", "2025-06-15", None),
    ("Fighters stormed the post on Thursday night into Friday.", "stormed", "2025-06-12", "2025-06-13"),
    ("In the night to Sunday a missile struck the port.", "struck", "2025-06-14", "2025-06-15"),
    ("Jets struck the airfield on Christmas Day.", "struck", "2024-12-25", None),
    ("A gunman who killed six at a Christmas market on Sunday was shot.", "killed", "2025-06-15", None),
    ("The patrol was ambushed on 2025-06-15 near the dam.", "ambushed", "2025-06-15", None),
    ("A drone hit the refinery, the ministry said. It struck at 3 a.m. on Monday.", "hit", "2025-06-16", None),
    ("On Tuesday crews cleared the mall, where a missile fell the evening before.", "fell", "2025-06-16", None),
    ("Mortars hit the camp shortly before eleven on Sunday morning.", "hit", "2025-06-15", None),
    ("Doctors say that deaths from Sunday's raid, which hit a park, rose to 72.", "hit", "2025-06-15", None),
    ("Two clinics were attacked early on the 8th, killing nine.", "attacked", "2025-06-08", None),
    ("A school was shelled on the 28th.", "shelled", "2025-05-28", None),
    ("Pirates boarded the dhow on June 3rd off the cape.", "boarded", "2025-06-03", None),
    ("The van was blown up on Thursday of last week.", "blown up", "2025-06-12", None),
    ("The van was blown up on Monday last week.", "blown up", "2025-06-09", None),
    ("The van was blown up on Tuesday of the previous week.", "blown up", "2025-06-10", None),
    ("The post on the 38th parallel was shelled on Sunday.", "shelled", "2025-06-15", None),
    (
        "A truce was signed on Sunday. It begins at 1 p.m., a day after shells hit the fort.",
        "signed",
        "2025-06-15",
        None,
    ),
    ("A jet dropped two bombs on 11 April last year.", "bombs", "2024-04-11", None),
    ("The war of 2020 ended when both signed a truce on 10 November of that year.", "signed", "2020-11-10", None),
    ("Nine died in the weekend's raid, the governor said on Monday.", "raid", "2025-06-14", "2025-06-15"),
    (
        "Rebels, said a minister who spoke at the scene on Monday, set the bomb. It went off on Sunday.",
        "bomb",
        "2025-06-15",
        None,
    ),
    ("Two days back a shell hit the market.", "hit", "2025-06-15", None),
    ("Police hold five men wanted for bombs that hit a club on Friday.", "hit", "2025-06-13", None),
    ("An inquiry will say why a helicopter was downed on Friday.", "downed", "2025-06-13", None),
    ("The mayor said early on Monday that a van blown up a day earlier killed two.", "blown up", "2025-06-15", None),
)


@pytest.mark.parametrize(("text", "trigger", "first", "last"), SAID, ids=[case[0][:40] for case in SAID])
def test_a_time_in_words_becomes_the_day_of_the_act(text: str, trigger: str, first: str, last: str | None) -> None:
    """Rule: a weekday is the last one (today if it is today's), a month and day the nearest, 'overnight' two days."""
    when = ask(text, trigger).when

    assert when is not None
    assert (str(when.date), str(when.date_to) if when.date_to else None) == (first, last)
    assert not when.inferred


def test_the_name_of_a_programme_or_paper_is_no_day() -> None:
    """Rule: 'TODAY' among words in lower case is a programme or part of a paper's name."""
    for told in ("A drone was shot down, a reporter says for TODAY.", "A drone was shot down, he told USA TODAY."):
        assert ask(told, "shot down").when.inferred  # type: ignore[union-attr]
    assert not ask("DRONE SHOT DOWN TODAY OVER BASE", "SHOT DOWN").when.inferred  # type: ignore[union-attr]


def test_a_year_that_is_part_of_a_name_dates_nothing() -> None:
    """'A veteran of the 2008 war', 'in breach of the 2020 ceasefire'; the war itself was in its year."""
    killed = ask("A driver, a veteran of the 2008 war, was killed.", "killed")
    broke = ask("Shells fell on a farm in breach of the 2020 ceasefire.", "fell")
    fought = ask("Nine villages burned in the 2008 war.", "2008 war")

    assert [answer.when is not None and answer.when.date.year for answer in (killed, broke, fought)] == [
        2025,
        2025,
        2008,
    ]


def test_what_a_step_follows_has_a_day_of_its_own() -> None:
    """'It follows the death of a man last night': the threat is of today."""
    answer = ask(
        "The brigade has threatened to attack the post.\n\nIt follows the killing of a farmer in the night to Sunday.",
        "threatened",
    )

    assert answer.when is not None
    assert answer.when.date == date(2025, 6, 17)


def test_the_weekday_behind_a_day_of_the_month_is_not_the_last_one() -> None:
    """Rule: 'on the 19th, a Monday' is a 19th that has gone by; 'on Monday' is the day before this Tuesday."""
    text = "They fled in spring. It began {} with shells that fell on the town."
    by_month = ask(text.format("on the 19th, a Monday,"), "fell")
    last = ask(text.format("on Monday"), "fell")

    assert by_month.when is not None
    assert by_month.when.date == date(2025, 5, 19)
    assert last.when is not None
    assert last.when.date == date(2025, 6, 16)


def test_a_weekday_that_is_called_the_last_one_is_never_to_come() -> None:
    """Rule: late in the day 'on Wednesday' may be told from where that has begun; 'last Wednesday' has gone by."""
    evening = datetime(2025, 6, 17, 14, 30, tzinfo=UTC)
    for told, day in (("on Wednesday", 18), ("last Wednesday", 11), ("Wednesday last week", 11)):
        answer = ask(f"Rockets hit the depot {told}.", "hit", published=evening, zone="Asia/Tokyo")

        assert answer.when is not None
        assert answer.when.date == date(2025, 6, day)


@pytest.mark.parametrize(
    ("words", "zone", "published", "day"),
    [
        ("on Wednesday", "Asia/Tokyo", "2025-06-17T14:30", "2025-06-18"),  # 23:30 there
        ("on Wednesday", "Europe/Kyiv", "2025-06-17T20:30", "2025-06-18"),
        ("on Wednesday", "Europe/Kyiv", "2025-06-17T12:00", "2025-06-11"),
        ("on the 18th,", "Europe/Kyiv", "2025-06-17T12:00", "2025-05-18"),
        ("on the 17th,", "Europe/Kyiv", "2025-06-17T12:00", "2025-06-17"),
        ("on the 31st,", "Europe/Kyiv", "2025-03-01T12:00", "2025-01-31"),
        ("on 10/09/2025", "Europe/Kyiv", "2025-09-27T12:00", "2025-09-10"),
        ("on 09/10/2025", "Europe/Kyiv", "2025-09-27T12:00", "2025-09-10"),
        ("at 10pm", "Europe/Kyiv", "2025-06-17T12:00", "2025-06-16"),
        ("at 10pm", "Europe/Kyiv", "2025-06-17T20:30", "2025-06-17"),
    ],
)
def test_an_act_that_happened_lies_before_its_report(words: str, zone: str, published: str, day: str) -> None:
    """Rule: a day that has not begun where the act was is not the act's; outlets stamp a text some hours early."""
    when = datetime.fromisoformat(published).replace(tzinfo=UTC)
    answer = ask(f"Rockets hit the depot {words} near the bridge.", "hit", published=when, zone=zone)

    assert answer.when is not None
    assert str(answer.when.date) == day


def test_a_day_of_mourning_to_come_is_not_the_day_of_the_attack() -> None:
    """Rule: what is planned dates no act that happened; talks may be to come."""
    text = "The country will observe a day of mourning on Sunday for the victims of the massacre."
    saturday = datetime(2025, 6, 14, 9, 30, tzinfo=UTC)
    calendar = Calendar(text, split(text), published=saturday, published_precision="minute")
    at = text.index("massacre")
    happened, planned = (calendar.for_act(at, at + 8, zone="Asia/Baghdad", ahead=ahead).when for ahead in (False, True))

    assert happened is not None
    assert planned is not None
    assert (happened.date, planned.date) == (date(2025, 6, 14), date(2025, 6, 15))


def test_an_attack_that_is_named_by_its_morning_has_happened() -> None:
    """Rule: 'for Saturday morning's bombing' looks back as 'for Saturday's bombing' does."""
    text = "The group took responsibility for Saturday morning's bombing."

    answer = ask(text, "bombing")

    assert answer.when is not None
    assert answer.when.date == date(2025, 6, 14)


SPOKEN = (
    "The coalition shot down a drone, two officials said Sunday.",
    "On Sunday the ministry said its forces shot down a drone.",
    "The army told reporters on Sunday that it shot down a drone.",
    "The military announced late on Sunday that it had shot down a drone.",
    "In a statement issued on Sunday, the command said a drone was shot down.",
    "A drone was shot down, and the emir boasted on Sunday that it was his men's doing.",
    "The minister, whose jet was shot down, argued on Sunday for revenge.",
    "The navy released a video on Sunday of how a drone was shot down.",
    "The ministry has put out pictures late Sunday of a drone that was shot down.",
    "The party hailed on Sunday those by whom the drone was shot down.",
)


@pytest.mark.parametrize("text", SPOKEN)
def test_the_day_somebody_spoke_bounds_the_act_and_is_marked_inferred(text: str) -> None:
    """Rule: 'officials said Sunday' dates the speech; with nothing else the act lies there, inferred."""
    when = ask(text, "shot down").when

    assert when is not None
    assert when.date == date(2025, 6, 15)
    assert when.inferred


#: headline, text and the day: only the text tells it
HEADLINED = (
    ("Town buries nine after shelling", "Coffins were laid out on Tuesday. Dozens were hurt in Monday's bombardment."),
    (
        "Army claims market blasts",
        "The group took credit on Tuesday for the carnage. Monday's blasts were the worst in years.",
    ),
    ("Jets downed over the gulf", "The premier told parliament on Tuesday that two were shot down on Monday night."),
)


@pytest.mark.parametrize(("title", "text"), HEADLINED)
def test_a_headline_takes_the_day_from_what_tells_of_the_act(title: str, text: str) -> None:
    """Rule: a sentence that tells of an act comes before one that stands nearer and tells of mourning or of words."""
    when = ask(text, title.split()[-1], title=title).when

    assert when is not None
    assert when.date == date(2025, 6, 16)


def test_the_act_keeps_its_own_day_beside_the_day_of_speech() -> None:
    """Rule: of two times in a sentence the act takes the one that is not speech's."""
    when = ask("The drones were intercepted late Saturday, officials said Sunday.", "intercepted").when

    assert when is not None
    assert when.date == date(2025, 6, 14)


def test_a_time_beyond_after_belongs_to_the_other_act() -> None:
    """Rule: 'in retaliation for the attack on Friday' does not date the strike."""
    when = ask("Jets struck the camp on Monday in retaliation for an attack on Friday.", "struck").when

    assert when is not None
    assert when.date == date(2025, 6, 16)


def test_no_time_in_the_text_means_the_day_of_publication_marked() -> None:
    """Rule: the publication day stands in only with the mark, and in the place's zone."""
    evening = datetime(2025, 6, 17, 22, 30, tzinfo=UTC)
    when = ask("A missile struck the port, residents said.", "struck", published=evening, zone="Asia/Tokyo").when

    assert when is not None
    assert when.date == date(2025, 6, 18)
    assert when.inferred


def test_an_hour_later_than_the_report_was_the_day_before() -> None:
    """Rule: a report at two in the night that tells of half past eleven speaks of yesterday."""
    night = datetime(2025, 6, 16, 23, 5, tzinfo=UTC)
    when = ask(
        "A missile struck the ship at around 11:30 a.m. local time.", "struck", published=night, zone="Asia/Aden"
    ).when

    assert when is not None
    assert when.date == date(2025, 6, 16)


def test_an_hour_is_kept_as_an_interval_in_utc_of_the_places_zone() -> None:
    """Rule: '6:30 p.m.' in Baghdad is 15:30 UTC."""
    when = ask("Rockets hit the embassy at 6:30 p.m. (Baghdad time) on June 16.", "hit").when

    assert when is not None
    assert when.precision == "hour"
    assert when.earliest == datetime(2025, 6, 16, 15, 30, tzinfo=UTC)


def test_a_dateline_dates_the_act_when_nothing_else_does() -> None:
    """Rule: 'KYIV, March 3 (Agency) -' gives a day, inferred, and is no day of an act by itself."""
    march = datetime(2025, 3, 4, tzinfo=UTC)
    when = ask(
        "KYIV, March 3 (Agency) - A missile struck a hospital, killing two.", "struck", published=march, precision="day"
    ).when

    assert when is not None
    assert when.date == date(2025, 3, 3)
    assert when.inferred


NO_DATES = (
    "Su-34 jets and the 1701 resolution were discussed, May said.",
    "They may march again; the Sun and 2,000 people agreed.",
    "AD-2024 batteries, M1701 trucks and 45 March Street.",
    "The supply boat Unaizah May 4 was rammed.",
    "A bomber struck in Mar Elias Church.",
    "Soldiers of the 35th and of the 82nd came on the 93rd.",
)


@pytest.mark.parametrize("text", NO_DATES)
def test_names_and_figures_are_no_dates(text: str) -> None:
    """Rule: 'Su-34', '1701', 'May said', 'march' and ships' names give no day."""
    calendar = Calendar(text, split(text), published=TUESDAY, published_precision="minute")

    assert [m.text for m in calendar.mentions if m.first is not None] == []


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("An explosion at 2:50 a.m. had destroyed it, the operator said.", "2025-06-17", None),
        ("An explosion at 11 p.m. had destroyed it, the operator said.", "2025-06-16", "2025-06-17"),
        ("The operator said that nothing was left of it.", "2025-06-16", "2025-06-17"),
    ],
)
def test_the_hour_says_which_day_of_a_night_it_was(told: str, first: str, last: str | None) -> None:
    """Rule: 'in the night to Tuesday ... at 2:50 a.m.' is Tuesday; without an hour, or before midnight, both days."""
    when = ask(f"The dam was blown up in the night to Tuesday. {told}", "blown up").when

    assert when is not None
    assert str(when.date) == first
    assert (str(when.date_to) if when.date_to else None) == last


def test_a_plan_is_told_from_what_happened_behind_it() -> None:
    """Rule: 'will be freed on Friday' lies ahead; 'until' lies ahead unless something lasted until then."""
    text = "He will be freed on Friday. The gates stay shut until Saturday. The battle ran until Sunday."
    calendar = Calendar(text, split(text), published=TUESDAY, published_precision="minute")

    assert [str(m.first) for m in calendar.mentions] == ["2025-06-20", "2025-06-21", "2025-06-15"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A truce came into force around the enclave on Saturday at 1900 GMT.", "2025-06-14"),
        ("The ban went into effect on Sunday and trucks turned back.", "2025-06-15"),
        ("The curfew has entered into force on Monday in three districts.", "2025-06-16"),
        ("A truce comes into force around the enclave on Saturday.", "2025-06-21"),
        ("The ban will have come into effect by the evening of Sunday.", "2025-06-22"),
    ],
)
def test_what_came_into_force_is_no_plan(text: str, day: str) -> None:
    """Rule: 'came into force on Saturday' tells of the last one, 'comes into force on Saturday' of the next."""
    calendar = Calendar(text, split(text), published=TUESDAY, published_precision="minute")

    assert [str(m.first) for m in calendar.mentions] == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The coalition said it would investigate Saturday's deadly bombing of the hall.", "2025-06-14"),
        ("Judges will hear more about Friday's ambush.", "2025-06-13"),
        ('Parliament is to debate Monday\'s "cowardly" attack on the mosque.', "2025-06-16"),
        ("Police will look into Sunday's riots at the port.", "2025-06-15"),
        ("Men gathered for Friday prayers when the gunmen came.", "2025-06-13"),
        ("They had come for Sunday evening mass.", "2025-06-15"),
        ("The party will boycott Sunday's election.", "2025-06-22"),
        ("Envoys will come to Friday's meeting on the border.", "2025-06-20"),
        ("A march is planned for Friday.", "2025-06-20"),
        ("The hearing was set for Sunday morning in Oran.", "2025-06-22"),
    ],
)
def test_an_attack_named_by_its_day_has_happened(text: str, day: str) -> None:
    """Rule: 'will investigate Saturday's bombing' is of the last Saturday, 'will boycott Sunday's vote' of the next;
    they gathered 'for Friday prayers' on the last Friday."""
    calendar = Calendar(text, split(text), published=TUESDAY, published_precision="minute")

    assert [str(m.first) for m in calendar.mentions if m.first is not None] == [day]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("in February 2015", "2015-02-01"),
        ("since March, 2013", "2013-03-01"),
        ("in mid-December 2021", "2021-12-10"),
        ("in May of 2014", "2014-05-01"),
        ("in February", "2025-02-01"),
        ("in March 2,000", "2025-03-01"),
    ],
)
def test_a_month_has_the_year_that_is_named_beside_it(words: str, day: str) -> None:
    """Rule: 'signed in February 2015' is of that year; without one, or beside a figure, it is the last February."""
    text = f"They kept to what was signed {words} at the lake."
    calendar = Calendar(text, split(text), published=TUESDAY, published_precision="minute")

    assert [str(m.first) for m in calendar.mentions] == [day]


def test_the_end_of_a_headline_makes_no_time_with_the_first_words_of_the_text() -> None:
    """Rule: 'in two days' and 'After the raid' on the next line are not 'two days after'."""
    text = "Second warning in two days\n\nAfter the raid the camp was shelled."
    calendar = Calendar(text, split(text, has_title=True), published=TUESDAY, published_precision="minute")

    assert calendar.mentions == ()


def test_age_tells_how_long_ago_the_text_itself_places_an_act() -> None:
    """Rule: None where the act's words give no time; days before publication otherwise."""
    text = "Rockets fell on the town today. In March a drone struck the port. A blast was heard."
    calendar = Calendar(text, split(text), published=TUESDAY, published_precision="minute")

    def age(word: str) -> int | None:
        at = text.index(word)
        return calendar.age_days(at, at + len(word))

    assert age("fell") == 0
    assert (age("struck") or 0) > 60
    assert age("blast") is None


def test_without_a_publication_time_only_full_dates_are_answered() -> None:
    """Rule: no clock and no guess: 'Sunday' alone means nothing, 'May 23, 2019' does."""
    assert ask("Rockets hit the depot on Sunday.", "hit", published=None).when is None
    when = ask("Rockets hit the depot on May 23, 2019.", "hit", published=None).when
    assert when is not None
    assert when.date == date(2019, 5, 23)


WORDS = st.sampled_from(
    """on in the late early Sunday Friday night between and June 14 May 31 Feb 29 2024 yesterday overnight ago two weeks
    last month 6:30 p.m. 24:00 struck said officials . , ( ) -- \n\n 2045 GMT since until Christmas Day dawn 0/0/2020
    31/02/2024 99 a few days earlier the previous next year this morning hours""".split(" ")
)


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("A constable hurt when a bomb went off on Friday died in hospital on Monday.", "went off", "2025-06-13"),
        ("A constable died when a bomb went off on Monday.", "went off", "2025-06-16"),
        ("A missile hit the cafe. People spent Monday digging. It happened on Sunday.", "hit", "2025-06-15"),
        ("Gunmen killed six at the weekend. They attacked the market at dusk on Sunday.", "killed", "2025-06-15"),
        ("Gunmen killed six at the weekend. A council met in emergency session on Sunday.", "killed", "2025-06-14"),
        ("Ghana expelled a consul. Togo had expelled a Ghanaian a day before.", "expelled", "2025-06-17"),
        ("Rebels shot a detective, says a note pinned to a wall in Derry on Sunday. He was hit on Friday.", "shot",
         "2025-06-13"),
        ("Kuwait recalled its envoy, pointing to Saturday's storming of a mission.", "recalled", "2025-06-17"),
    ],
)  # fmt: skip
def test_what_comes_of_an_act_does_not_date_it(text: str, trigger: str, day: str) -> None:
    """Rule: a death in hospital, a search, a letter or an older quarrel has a day of its own."""
    when = ask(text, trigger).when

    assert when is not None
    assert when.date == date.fromisoformat(day)


@given(
    st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)),
    st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2090, 1, 1)),
    st.sampled_from(["minute", "day", "unknown"]),
    st.sampled_from([None, "Asia/Baghdad", "America/New_York", "Pacific/Kiritimati", "No/Where"]),
)
def test_an_interval_never_runs_backwards(text: str, published: datetime, precision: str, zone: str | None) -> None:
    """Law: whatever the text, date <= date_to and earliest <= latest, and nothing is raised."""
    sentences = split(text)
    calendar = Calendar(
        text,
        sentences,
        published=published.replace(tzinfo=UTC),
        published_precision=precision,
    )
    for sentence in sentences or split("x"):
        at = min(sentence.start, len(text))
        answer = calendar.for_act(at, min(at + 3, len(text)), zone=zone)
        calendar.age_days(at, at + 3)
        when = answer.when
        assert when is not None
        assert when.date_to is None or when.date <= when.date_to
        if when.earliest is not None and when.latest is not None:
            assert when.earliest <= when.latest
        if answer.evidence is not None:
            assert text[answer.evidence.start : answer.evidence.end] == answer.evidence.text


@pytest.mark.parametrize(("hour", "day"), [("just after midnight", 20), ("at 10 p.m.", 19)])
def test_the_midnight_of_a_morning_report_is_of_the_day_that_had_begun(hour: str, day: int) -> None:
    text = f"The crowd scaled the wall {hour} and set a fire inside."
    calendar = Calendar(
        text, split(text), published=datetime(2023, 7, 20, 3, 12, tzinfo=UTC), published_precision="minute"
    )

    when = calendar.for_act(text.index("set"), text.index("set") + 3, zone="UTC").when

    assert when is not None
    assert when.date == date(2023, 7, day)
