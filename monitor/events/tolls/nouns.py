"""Which nouns name people, things and months, and which words tell of death and injury: what a number may count."""

from __future__ import annotations

from functools import lru_cache

#: nouns that are counted beside the dead and are not people
THINGS = frozenset(
    """missile missiles rocket rockets drone drones uav uavs projectile projectiles shell shells bomb bombs
    munition munitions vehicle vehicles tank tanks ship ships vessel vessels boat boats tanker tankers aircraft
    jet jets plane planes helicopter helicopters warplane warplanes km kms kilometer kilometers kilometre
    kilometres mile miles meter meters metre metres m nm nautical feet foot ft hour hours hr hrs day days week
    weeks month months year years minute minutes seconds am pm a.m p.m percent per cent % dollar dollars euro
    euros billion site sites target targets location locations position positions post posts house houses home
    homes building buildings apartment apartments flat flats ton tons tonne tonnes kg kilograms litres liters
    country countries attack attacks strike strikes raid raids time times explosion explosions blast blasts wave
    waves round rounds base bases district districts village villages town towns sq mm square degrees points
    goals occasions incidents clashes operations launchers warehouses cars trucks buses storeys stories story
    storey floors rooms shops stores schools hospitals facilities hits impacts impact directions ballistic
    cruise hypersonic guided one-way kamikaze unmanned anti-ship quadcopters balloons warheads mortars artillery
    gmt utc o'clock page pages minute-long cases case stages parts areas area fires sorties sailings camps
    bridges families households
    regiment battalion brigade division squadron rifles
    bullets shots gunshots containers barrels crossings shooting shootings""".split()
)

NATIONALS = frozenset(
    """american israeli palestinian russian ukrainian iraqi iranian syrian lebanese turk saudi emirati indian
    pakistani afghan filipino chinese korean frenchman briton german pole congolese rwandan sudanese somali
    ethiopian kenyan nigerian malian algerian egyptian libyan tunisian moroccan jordanian kuwaiti qatari omani
    bahraini yemeni kurd nepali bangladeshi indonesian malaysian thai vietnamese cambodian japanese uzbek tajik
    kazakh azerbaijani azeri armenian georgian moldovan romanian bulgarian greek serb croat bosnian albanian
    italian spaniard austrian belgian dutchman norwegian swede dane finn estonian latvian lithuanian belarusian
    czech swiss hungarian canadian mexican colombian venezuelan peruvian brazilian haitian ghanaian senegalese ivorian
    burkinabe chadian cameroonian angolan mozambican zambian burundian ugandan tanzanian eritrean djiboutian
    australian zealander""".split()
)

PEOPLE = NATIONALS | frozenset(
    """person civilian soldier serviceman servicewoman servicemember troop trooper marine officer policeman policewoman
    guard fighter militant terrorist rebel insurgent gunman sailor seafarer crewman crewmember mariner member pilot
    contractor worker employee man woman child boy girl baby infant toddler teenager teen youth student pupil
    teacher journalist reporter cameraman photographer medic doctor nurse patient resident villager local citizen
    national hostage prisoner detainee peacekeeper commander general colonel major captain lieutenant sergeant
    corporal admiral leader chief official minister governor mayor diplomat ambassador consul driver passenger
    pedestrian tourist pilgrim worshipper worshiper farmer fisherman herder herdsman miner volunteer rescuer groundsman
    paramedic firefighter attacker assailant bomber suspect victim daughter son father mother wife husband brother
    sister relative uncle cousin grandmother grandfather aide assistant bodyguard couple pair jawan conscript
    reservist settler operative scientist engineer cleric imam priest shopkeeper labourer laborer guest bystander
    migrant refugee lawmaker politician activist candidate judge prosecutor technician operator inspector monitor
    agent spy informant bishop lecturer professor lawyer mechanic cook trader pastor rabbi carpenter builder tailor
    baker butcher barber electrician plumber welder waiter vendor seller merchant businessman elder mukhtar
    chieftain secretary parent adult retiree pensioner caretaker guardsman paratrooper commando ranger sniper crew
    staff colleague comrade friend neighbour neighbor passer-by passerby classmate companion headmaster headteacher
    principal director motorcyclist cyclist motorist biker rider trucker shopper commuter spectator onlooker mourner
    protester protestor demonstrator rioter inmate smuggler bandit robber kidnapper pirate sapper deminer observer
    envoy councillor councilor senator manager clerk cleaner gardener housewife widow nun monk preacher missionary
    airman aviator seaman deckhand cadet recruit mercenary gendarme constable superintendent jihadist extremist
    separatist guerrilla warlord intruder infiltrator hijacker porter vigilante hunter sheikh emir adviser advisor
    photojournalist correspondent editor poet artist actor footballer coach sepoy havildar subedar naik ranker
    staffer co-pilot copilot accomplice fugitive deserter captive abductee survivor schoolboy schoolgirl grandson
    granddaughter nephew niece fiancee stepson in-law deputy aunt grandparent grandchild stepfather stepmother
    fiance bride groom orphan newborn peshmerga legionnaire infantryman tribesman clansman militiaman watchman
    businesswoman salesman rifleman artilleryman gunner auxiliary cadre naxalite naxal maoist takfiri
    kharji gangster mobster trafficker poacher assassin informer dissident clergyman seminarian devotee parishioner
    churchgoer reveller concertgoer festivalgoer holidaymaker picnicker backpacker trekker logger woodcutter
    shepherd hawker translator interpreter trainee instructor warden jailer sentry courier evacuee returnee headman
    schoolteacher gateman gatekeeper doorman skipper
    janitor chef stallholder pedlar peddler fishmonger ambulanceman ironworker
    bosun helmsman conductor postman headmistress midwife pharmacist surgeon fireman lifeguard gamekeeper attache
    attaché consultant visitor hiker nomad banker nanny maid stoker trawlerman steward stewardess dean chaplain
    rector muezzin deacon choirboy usher receptionist foreman overseer supervisor apprentice intern babysitter
    roommate flatmate tenant landlord homeowner beekeeper lumberjack quarryman steelworker roofer locksmith
    jeweller goldsmith grocer florist hairdresser cobbler busker musician singer dancer drummer actress novelist
    historian archaeologist geologist biologist chemist physicist meteorologist economist accountant cashier
    saleswoman signalman railwayman railwayworker dockworker docker stevedore sherpa mountaineer climber skier
    swimmer surfer diver golfer jockey goalkeeper referee bailiff sheriff detective patrolman widower boyfriend
    girlfriend stepdaughter godfather newlywed abbot archbishop patriarch sultan prince princess king queen
    president spokesman spokeswoman treasurer commissioner quartermaster orderly stretcher-bearer undertaker
    gravedigger healer herbalist blogger influencer stringer newsagent shoeshine beggar collaborator
    ringleader mastermind financier bombmaker recruiter""".split()
)
_PEOPLE_PLURAL = frozenset(
    """people persons men women children servicemen personnel policemen crewmen gunmen others members troops
    fishermen policemen""".split()
)
#: words of death and injury; the noun of a quantity ends before them
CASUALTY = frozenset(
    """killed kill kills killing dead died dies die dying deaths death fatalities fatality perished slain martyred
    martyrs wounded wounding wounds injured injuring injures injure injuries hurt hurting hurts hospitalised
    hospitalized casualties victims lives life lost harmed unharmed neutralised neutralized eliminated burned
    burnt tended felled lynched liquidated butchered martyrdom""".split()
)
MONTH_WORDS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec jan. feb. mar. apr. aug. sept. oct. nov. dec.""".split()
)


def singular(word: str) -> str:
    """A plural noun without its ending, roughly: enough to look it up."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=4_000)
def is_people(word: str) -> bool:
    """True for nouns that name persons, in either number."""
    return word in PEOPLE or word in _PEOPLE_PLURAL or singular(word) in PEOPLE
