"""Word lists by which names of places are told from names of persons, offices and things."""

from __future__ import annotations

ARTICLES = frozenset("al el ad ar as ash at az an ed er es ez ain ayn".split())
DIRECTIONS = frozenset(
    """north south east west northern southern eastern western northeast northwest southeast southwest northeastern
    northwestern southeastern southwestern central""".split()
)
PROVINCE_WORDS = frozenset(
    """province provinces governorate governorates oblast region regions state department prefecture county krai
    republic territory division emirate voivodeship canton""".split()
)
DISTRICT_WORDS = frozenset(
    """district districts raion rayon subdistrict tehsil municipality community locality commune hromada regency
    regencies township townships upazila taluk taluka woreda microdistrict microdistricts mikrorayon microraion
    quarter arrondissement""".split()
)
TOWN_WORDS = frozenset(
    """city town village suburb suburbs neighborhood neighbourhood camp settlement kibbutz moshav area""".split()
)
SITE_WORDS = frozenset(
    """airport airfield airbase base port refinery dam bridge strait straits gulf sea bay island islands plant reactor
    terminal crossing junction hospital prison camp shoal reef peninsula valley heights plateau mountains river
    lake field oilfield gasfield corridor line zone border square embassy consulate region oblast province
    governorate mine hills coast front axis direction triangle highway salient pocket forest delta desert county
    district city channel canal ocean archipelago nuclear power complex facility factory station barracks
    garrison""".split()
)
#: lower-case words that may begin a sentence with a capital and are no names
FUNCTION_WORDS = frozenset(
    """a an the in on at near over off of from to into by for with and or but as after before since while when where
    that this these those inside outside around across between against toward towards under above within
    throughout is are was were be been has have had it its he she they we his her their our who which what why
    how if so no not all both many most some more two three four five six seven eight nine ten one several
    another other new old greater meanwhile also then now today earlier later yesterday monday tuesday wednesday
    thursday friday saturday sunday january february march april may june july august september october november
    december via amid despite because though although during following like than only just even still yet hits
    hit strikes strike attack attacks bombs shells kills mr mrs ms dr says said""".split()
)
#: words before a place's name that do not make a person's name of it
TITLES = frozenset(
    """city port mount lake fort camp island cape gulf bay river province state region district oblast greater downtown
    old new upper lower occupied syrian iraqi ukrainian russian yemeni lebanese turkish iranian israeli saudi
    pakistani indian afghan sudanese malian nigerian somali congolese ethiopian burmese libyan egyptian
    palestinian chinese taiwanese japanese korean american british french polish kurdish hub capital village
    town monday tuesday wednesday thursday friday saturday sunday""".split()
)
#: words behind a state's or capital's name that make an acting side of it
ROLES = frozenset(
    """president premier minister ministry government army navy forces military spokesman spokeswoman spokesperson
    ambassador embassy officials official authorities police parliament foreign defence defense prime gov
    governor mayor intelligence troops regime leader leaders air coast guard state media senator congress
    supreme national vice deputy secretary chief jets warplanes warships""".split()
)
#: words behind a name that make it the name of something else
NAME_TAILS = frozenset(
    """times post herald tribune journal gazette university college institute agreement agreements accord accords
    protocol protocols declaration treaty summit convention conference process talks stock exchange fc united
    club cup league championship marathon airlines airways tv television news agency observer monitor street-art
    philharmonic review dialogue communique communiqué consensus memorandum format report observatory""".split()
)
#: 'the Yemeni coast': nouns that make a place of the adjective before them, and words that may stand between
PLACE_NOUNS = frozenset(
    """capital coast coastline shore shores waters airspace territory soil skies city cities town towns village
    villages port ports province provinces region regions mainland island islands refinery heartland countryside
    exclave peninsula oblast oblasts border airport desert""".split()
)
PLACE_NOUN_FILLERS = frozenset(
    """port capital border coastal eastern western northern southern central main oil sovereign frontier occupied sea
    red black southeastern southwestern northeastern northwestern territorial north south east west biggest
    largest""".split()
)
#: lower-case words that begin hand-kept names: 'bridge to Crimea', 'tri-border area'
STARTERS = frozenset("bridge road border rebel tri line median annexed occupied semi besieged".split())
