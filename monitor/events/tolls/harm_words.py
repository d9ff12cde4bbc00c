"""The words of death and injury, and the figure that is read from them.

Which words count somebody, which stand beside a figure without changing it, and who is told of as attacker or militant.
"""

from __future__ import annotations

import msgspec

from monitor.events.linear import pattern
from monitor.types import Count

#: a sentence longer than this is read only so far; a table pasted as one line stays cheap
MAX_SENTENCE = 1_500

TRIGGER = pattern(
    r"(?i)\b(?:kill\w*|dead|died|dies|die|deaths?|fatalit\w+|toll|lives|life|perish\w*|slain|martyr\w*|bodies|corpses|"
    r"coffins|funerals|wound\w*|injur\w*|uninjured|unscathed|hurt\w*|hospital\w*|casualt\w*|victims?|harm\w*|unharmed|"
    r"unhurt|neutrali[sz]\w*|eliminat\w+|liquidat(?:ed|ion)|body|falls|thumb|limb|burn(?:s|ed|t)?|shot|gunned|murder\w*|execut\w+|assassinat\w+|behead\w+|"
    r"drown\w*|massacr\w+|slaughter\w*|slew|slaying|treat(?:ed|ing|ment)|patients|maimed|concussed|bruised|doctors|safe|fine|"
    r"scratch|plaster|loss(?:es)?|lost|fell|fallen|burials|bur(?:ied|ies|y|ying)|hit|suffer(?:ed)?|in\s+all|altogether|all\s+told|in\s+total|bloodshed|"
    r"accounted|violence|cuts|ineffective|names|wards|cared|alive|survived|aboard|safety|safely|succumb\w*|"
    r"surviv\w+|saved|revived|sacrifice|to\s+hell|out\s+of\s+action|(?:mow(?:ed|n|s|ing)|wip(?:ed|es|ing)|cut|cutting)\s+(?:down|out)|"
    r"blown|lynch\w*|butchered|felled|remains\s+of|intensive|condition|surgery|admitted|grazed|concussions?|brain|"
    r"contusions|bruises|fractures|shock|breathed|passed\s+away|"
    r"(?:medical|first)\s+(?:aid|help|assistance|attention|care)|material|"
    r"(?:count|tally)\s+(?:(?:has|had|now)\s+)?(?:reached|stands|stood|rose|risen)|"
    r"damages?\s+to\s+(?:people|persons|life|civilians|residents)|are\s+(?:all\s+|both\s+)?well|any(?:one|body))\b"
)

DEATH = frozenset(
    """killed dead died dies die perished perish slain martyred neutralised neutralized eliminated murdered executed
    assassinated beheaded drowned drown massacred slaughtered succumbed felled lynched liquidated butchered
    electrocuted incinerated""".split()
)

INJURY = frozenset(
    """wounded injured hurt hospitalised hospitalized harmed burned burnt maimed concussed bruised treated
    tended""".split()
)

ACTIVE_DEATH = frozenset(
    """killed kill kills killing neutralised neutralized neutralise neutralize
    neutralises neutralizes eliminated martyred murdered murdering executed executing
    assassinated beheaded beheading massacred massacring slaughtered slew felled lynched lynching liquidated
    liquidating butchered butchering eliminating eliminates eliminate neutralising neutralizing murders murder martyring
    martyrs executes assassinate assassinates assassinating""".split()
)

COUNTED_WORDS = (
    DEATH
    | INJURY
    | ACTIVE_DEATH
    | frozenset(
        """killed kill kills killing neutralise neutralize neutralises neutralizes
        wounding wounds wound injuring injures injure hurting lives life deaths fatalities bodies
        corpses coffins funerals victims injuries burns injury cuts shot hospital hospitals thumb finger hand arm leg
        eye limb foot gunned murdering executing beheading massacring slew death fell fallen burials buried burying bury
        buries suffered lost loss treating
        neutralisation neutralization elimination liquidation execution slaying murder beheading falls body
        patients treatment doctors wards cared ineffective martyrs martyrdom remains""".split()
    )
)

INFINITIVE = frozenset("kill injure hurt die murder assassinate eliminate execute neutralise neutralize".split())

WISH = frozenset({"to", "could", "would", "may", "might", "can", "will", "not"})

#: '... to death'
TO_DEATH = frozenset("put bled burned burnt stabbed shot hacked beaten crushed frozen starved".split())

#: who dies where it says that he fell
WHO_FALL = frozenset(
    """soldier trooper member officer fighter serviceman airman pilot marine guard policeman jawan people peshmerga
    militant insurgent rebel commando paratrooper conscript sergeant""".split()
)

#: whom an army or a family has lost where it lost them
WHO_ARE_LOST = WHO_FALL | frozenset("man fighter comrade policeman sailor child son brother crewman gendarme".split())

FELL_AS = frozenset("ill into sick asleep silent from to short back down apart behind harmlessly".split())

LIMBS = frozenset({"thumb", "finger", "hand", "arm", "leg", "eye", "limb", "foot"})

CUT = frozenset({"severed", "lost", "crushed", "amputated", "cut", "torn"})

THEIR = frozenset({"his", "her", "its", "their"})

COMPANIONS = frozenset({"aide", "assistant", "driver", "bodyguard", "wife", "deputy", "adjutant", "guard", "secretary"})

ACTIVE_INJURY = frozenset(
    {
        "wounded",
        "wounding",
        "wounds",
        "injured",
        "injuring",
        "injures",
        "injure",
        "hurt",
        "hurting",
        "treated",
        "treating",
    }
)

BE = frozenset({"was", "were", "been", "be", "being", "are", "is", "get", "got", "gets"})

AUX = BE | frozenset(
    """has have had reportedly also already believed feared reported confirmed either still now known to badly
    seriously slightly critically severely lightly more others or left least fatally all""".split()
)

BARRIER = frozenset(
    """; : that which when after before while as but because since whose although if where until . — – ? !""".split()
)

ATTACKERS = frozenset(
    """attackers attacker assailants assailant bomber bombers perpetrators gunmen gunman shooter shooters""".split()
)

MILITANTS = frozenset(
    """militants militant fighters fighter terrorists terrorist rebels rebel insurgents insurgent operatives
    jihadists jihadist guerrillas guerrilla maoists maoist naxals naxal naxalites naxalite takfiris takfiri
    khwarij kharji extremists extremist""".split()
)


class Statement(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One figure the text gives for the dead or the wounded."""

    kind: str  #: killed | wounded
    count: Count
    start: int
    end: int
    sentence: int
    total: bool = False  #: a running toll ('rose to 12'): beats the figures beside it
    attackers: bool = False  #: counts the attacking side
    militants: bool = False
    running: bool = False  #: a total that has changed, or one of all: later than what stands before it
    whole: bool = False  #: of a whole war, or only possible: no act's figure
    dated: bool = False  #: a day of the calendar stands before it, beyond the lead: perhaps another act's
    other: bool = False  #: of another act than the one the article was written for
    some: bool = False  #: of one kind of people ('four fighters', 'nine of its staff'): there may be more
    parts: tuple[int, ...] = ()  #: figures said to be parts of it: '..., 11 of them civilians'
    single: bool = False  #: one by its article only: 'a man', 'one of the officers'
    more: bool = False  #: beside the dead already told: 'another member also died', 'one more person'
    boast: bool = False  #: of the side that takes the act on itself: 'the group claims to have killed 45'
    several: bool = False  #: of more than one act: 'two attacks killed 31'
    companion: bool = False  #: 'his aide', 'her driver': one beside the one who is named
    weak: bool = False  #: read from grammar alone ('the general was killed'), or people in hospital
