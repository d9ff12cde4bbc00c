"""What else a text may be about: sport, film, court, accident ... in whose words war is an idiom or long past.

Words of each topic are counted, those of the title thrice, every word once; a topic that outweighs the acts found
silences them, and its name is the reason given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import ahocorasick

from monitor.events.lexicon import spelled_out
from monitor.events.sentences import Sentence

TOPICS: dict[str, str] = {
    "sport": """
        midfielder, striker, goalkeeper, defender, quarterback, touchdown, overtime, playoff(|s), semi
        final(|s), semifinal(|s), quarterfinal(|s), quarter final(|s), innings, wicket(|s), batsman,
        batter(|s), bowler, league, premier league, la liga, (asian|african|world|gulf|euro|nations|club|fa|league)
        cup, cup (of nations|final|tie|qualifier|qualifiers), group stage,
        (late|early|second half|stoppage time|extra time) (goal|goals|winner|equaliser|equalizer), bundesliga, serie
        a, champions league, world cup,
        nba, nfl, mlb, nhl, ufc, fifa, uefa, olympic(|s), grand prix, formula 1, formula one, f1, coach, fans,
        stadium, season, scored, goals, halftime, half time, penalty shootout, knockout, boxing, rebounds,
        points per game, points lead, points clear, league points, tournament,
        championship, match, matches, test match, odi, t20, ipl, tour de france, cyclist,
        peloton, tennis, wimbledon, golf, pga, rugby, cricket, football, soccer, basketball, baseball, hockey,
        athlete(|s), medal(|s), derby, pitcher, yankees, dodgers, lakers, fixture, squad, transfer window,
        relegation, draft pick, racing, home run, jockey, racecourse, grand slam, ballon d'or, title race,
        inning, umpire(|s), three pointer(|s), fourth quarter, on the mound,
        off the bat, bullpen, outfielder, shortstop, point guard, timeout
    """,
    "tech": """
        malware, software, chatbot(|s), ai, users, devices, usb, password(|s), algorithm(|s), website,
        customers, microsoft, google, apple, android, windows, amazon, cnet, encryption, smartphone(|s),
        personal data, data leaked, social security numbers, cybersecurity firm, cloud, software bug, laptop,
        tiktok, open source, server(|s), contractors mistakenly, system outage, computer system,
        personal information, phone numbers, e mail addresses, account numbers, card details, users' data, hackers took
    """,
    "film": """
        movie set, prop gun, modeling, model, celebrit(y|ies), weight loss, red carpet, filming, biographer,
        novelist, opera, biopic, stars, royal, outfit, photos as she, filmmaker, sculptures, artists, chef,
        recipe, diet, film(|s), movie(|s), actor(|s), actress, box office, film director, screenplay, netflix,
        disney, hbo, trailer, documentary, sequel, franchise, episode, season finale, oscar(|s), academy
        award(|s), cinema, hollywood, series, drama, novel, author, book, books, review, album, singer,
        concert, song, band, tour dates, theatre, theater, broadway, museum, exhibition, painting, festival,
        marvel, star wars, tv show, sitcom, celebrity, kardashian, rapper, grammy, eurovision, bestseller,
        memoir, fiction, poet, comic, comics, anime, manga, streaming, showrunner, cast, starring, bollywood,
        miniseries, playwright, artist, musical, soundtrack, premiere
    """,
    "game": """
        game(|s), gamer(|s), gaming, video game(|s), playstation, xbox, nintendo, fortnite, call of duty,
        minecraft, steam deck, esports, gameplay, multiplayer, dlc, zelda, pokemon, rpg game, console, players
        can, roguelike, twitch
    """,
    "business": """
        shares, share price, stock(|s), shareholders, takeover bid, hostile bid, hostile takeover, merger,
        profit(|s), revenue, earnings, quarter, investors, price war, ceo, startup, ipo, market share,
        inflation, interest rate(|s), central bank, federal reserve, economy, retailer(|s), sales, customers,
        bid war, bidding war, acquisition, antitrust, bank(|s), bond(|s), analysts, dividend, wall street,
        crypto, bitcoin, smartphone, iphone, app, budget, bill, consumers, trading
    """,
    "labour": """
        union(|s), strike action, walkout, picket(|s), pay rise, wage(|s), dockworkers, longshoremen, workers'
        union, pay dispute, industrial action, on strike, general strike, machinists, nurses, junior doctors,
        rail strike(|s), teachers' strike, collective bargaining, contract offer, strikers, railway workers,
        strike ballot, writers strike, actors' strike, (labour|labor|pay|contract|wage) talks, teamsters
    """,
    "court": """
        court, sentenced, convicted, trial, jury, prosecutor(|s), indicted, pleaded guilty, pleads guilty,
        verdict, judge, appeal, extradit(|e|ed|ion), lawsuit, charged with, defendant, life sentence, years in
        prison, hearing, testified, tribunal, hague, ruling, ruled, lawyer(|s), acquitted, prosecution, war
        crimes trial, found guilty, jailed, suspect should
    """,
    "crime": """
        robbery, burglary, homicide, murder charge, police said the suspect, arrested, suspect, domestic,
        shooter, mass shooting, sheriff, sheriff's, county, road rage, drug, drugs, drug trafficking, cartel,
        gang violence, gang, stabbing, nightclub, bar, school shooting, police are, detectives, manhunt,
        boyfriend, girlfriend, husband, wife, ex wife, teen, teenager, mall, highschool, apartment complex,
        officers responded, police department, 911, neighbors, fbi, gun violence, ex boyfriend, serial killer,
        murdered, body was found, metropolitan police,
        by (|an |his |her |their )(uncle|aunt|stepfather|stepmother|father in law|nanny|babysitter|ex husband|ex wife),
        by (|his|her|own|their) (son|brother|nephew|cousin|neighbour|neighbor|colleague), thie(f|ves), copper theft,
        theft(|s), heist(|s), jewel(|s), jewel(lery|ry), display case(|s),
        robber(|s), atm, interstate gang, rival gangs, quarrel, feud, family dispute, land dispute, jealousy,
        ex partner, estranged, (kills|killed) (himself|herself), (turned|turns) (the|his|her) gun on
        (himself|herself), grudge, kindergarten (stabbing|attack), on campus, dorms, carjacking, vigilante(|s), shop
        owner, schoolmate(|s), classmate(|s)
    """,
    "accident": """
        crash, crashed, crashes, collision, collided, accident, accidental, accidentally, derailed,
        derailment, fire brigade, firefighters, gas leak, caught fire, a fire,
        ammonium nitrate, chemicals, faulty, gas explosion, boiler, technical malfunction, technical fault,
        engine failure, emergency landing, hard landing, air show, training flight,
        on (a|its|routine) training mission, routine training mission,
        rehearsal, bad weather, thick fog, mechanical, short circuit, electrical, bus plunged, stampede,
        capsized, sank in bad, mine collapse, fireworks, warehouse fire, refinery fire, factory fire, runway,
        take off, takeoff, black box, aerobatic, coal mine, coal, miner(|s), mineshaft, pit, methane,
        cylinder, power outage, outage,
        poor storage, cooking gas, gas pipe, gorge, went off the road, skidded, overturned, slid off, fireworks factory,
        hard hats, workplace, (ran|run|runs) aground, (heavy|rough|choppy) seas, came to grief, (high|strong) winds,
        (broke|broken|breaks|snapped) in (two|half), taking on water, took on water, in a storm, engine trouble,
        sandstorm, tanker (explosion|blast|truck|lorry|driver)(|s), scoop(|ed|ing) (|up )(fuel|petrol|the product),
        spilled fuel, furnace(|s), foundry, smelter, kiln, cast iron
    """,
    "nature": """
        earthquake, quake, magnitude, fishing accident, hurricane, tornado, thunderstorm(|s), snowstorm,
        tropical storm, storm warning, winter storm, flood(|s|ing|ed), heavy snow, snow, wildfire(|s),
        volcano, eruption, drought, landslide, cyclone, typhoon, heatwave, heat wave, rainfall, asteroid,
        meteor, lightning, animals, elephant(|s), wildlife, shark(|s), species, pandas, zoo, bees, birds,
        avalanche, tsunami, locust(|s), pesticide(|s), insect(|s), swarms of, climate change, weather, heart attack,
        cancer, virus, covid, vaccine, patients,
        disease, doctors, health,
        volcanic ash, ash cloud, shark attack(|s), orca(|s), killer whale(|s), bear attack, crocodile(|s)
    """,
    "space": """
        satellite, orbit, spacecraft, nasa, spacex, starship, isro, space station, moon, mars, astronaut(|s),
        cosmonaut(|s), payload, space agency, rocket lab, falcon 9, lift off, liftoff, space centre, space
        center, launch pad, spaceport, mission control, lunar, light show, drone show, world record, guinness
    """,
    "anniversary": """
        anniversary, commemorat(e|es|ed|ing|ion), remembrance, memorial, years on, years after, years ago
        today, years since, one year since, one year on, a year since, in memory of, on this day, remembers,
        remembered, wreath, minute of silence, minute's silence, laid to rest, survivors recalled, mourners,
        veterans, d day, holocaust, world war ii, second world war, first world war, world war i, genocide,
        centuries, archaeolog(ists|ical), historian(|s), ancient, bronze age, medieval, day of remembrance,
        honor the memory, honour the memory, obituary, dies at, dies aged, died peacefully, was born in,
        decades ago,
        pa(y|ys|id) (tribute|tributes|homage), tributes, honours martyrs, honoured martyrs, homage, in memoriam,
        wreaths, honors the, honours the
    """,
    "analysis": """
        analysis, opinion, explainer, explained, what to know, why, how, editorial, commentary, q&a, what we
        know, timeline, lessons, column, op ed, think tank, perspective, fact check, long read, in depth,
        exclusive, interview, profile, podcast, takeaways, scenarios, what could, what would, report finds,
        rights group finds, human rights watch, amnesty international, investigation finds, experts say,
        analysts say, what it means, meant to
    """,
    "diplomacy": """
        courtesy call, bilateral, bilateral ties, bilateral relations, cooperation, strengthen ties,
        strengthen relations, strategic partnership, friendship, trade ties, people to people,
        development cooperation, cultural exchange(|s),
        mutual interest, investment, tourism, connectivity, counterpart(|s), memorandum of understanding, state visit,
        official visit, credentials, congratulated
    """,
    "tally": """
        annual report, report says, report warns, a report by, a new report, think tank, so far this year,
        first half of, year on year, percent, per cent, pc, statistics, data show(|s), data shows,
        number of attacks, attacks up,
        steps up attacks, more than ever, on average, in total, compared with, compared to, surge(|s|d) in,
        monitoring group, in recent months, in recent weeks, over the past year, last year, every
        month, timeline, one by one, all the,
        at least one a
    """,
    "politics": """
        election(|s), polls, poll, candidate(|s), campaign, republican(|s), democrat(|s), congress, senate,
        coalition talks, chancellor, parliament, mps, vote, votes, voters, referendum, lawmakers, tory, labour
        party, conservatives, party leader, primary, brexit, coalition government, debate, immigration,
        abortion, culture war, legislation
    """,
}


#: names and turns of reports in which a word of a topic is none: the West Bank is no bank
_NOT_OF_A_TOPIC = """
    (west|east|left|right|river|north|south) bank(|s), banks of, european union, african union, soviet union,
    union territory, arab league, series of, health ministry, ministry of health, health minister, health
    official(|s), health authorities,
    health worker(|s), royal navy, royal air force, royal marines, royal thai, royal saudi, royal jordanian,
    trading fire,
    trading blame, trading accusations, trading blows, trading threats, shattered windows, windows shattered,
    windows were,
    broken windows, blew out windows, moon jae in, state actors, state actor, non state actor(|s), doctors
    without borders,
    stock of, stocks of
"""


@dataclass(frozen=True, slots=True)
class Topics:
    """Points a topic has in a text, and in its title."""

    points: dict[str, float]
    title: dict[str, float]
    words: dict[str, tuple[str, ...]]


class TopicReader:
    """Counts the words of topics. Built once."""

    def __init__(self) -> None:
        self._automaton: Any = ahocorasick.Automaton()
        table: dict[str, set[str]] = {}
        for name, text in TOPICS.items():
            for entry in text.split(","):
                for phrase in spelled_out(entry):
                    table.setdefault(phrase, set()).add(name)
        for entry in _NOT_OF_A_TOPIC.split(","):
            for phrase in spelled_out(entry):
                table.setdefault(phrase, set())
        for phrase, names in table.items():
            self._automaton.add_word(phrase, (len(phrase), phrase, tuple(sorted(names))))
        self._automaton.make_automaton()

    def read(self, low: str, sentences: Sequence[Sentence]) -> Topics:
        title_end = sentences[0].end if sentences and sentences[0].is_title else 0
        lead_end = sentences[min(2, len(sentences) - 1)].end if sentences else 0
        seen: dict[str, dict[str, float]] = {}
        title: dict[str, float] = {}
        last = len(low)
        found: list[tuple[int, int, str, tuple[str, ...]]] = [
            (at + 1 - length, at + 1, phrase, names)
            for at, (length, phrase, names) in self._automaton.iter(low)
            if not (at + 1 < last and low[at + 1].isalnum()) and not (at + 1 > length and low[at - length].isalnum())
        ]
        others = [(start, end) for start, end, _, names in found if not names]  # where the words of a topic are none
        for start, end, phrase, names in found:
            if others and any(first <= start and end <= close for first, close in others):
                continue
            points = 3.0 if end <= title_end else 1.5 if end <= lead_end else 1.0
            for name in names:
                words = seen.setdefault(name, {})
                words[phrase] = max(words.get(phrase, 0.0), points)
                if end <= title_end:
                    title[name] = title.get(name, 0.0) + 1
        return Topics(
            points={name: sum(words.values()) for name, words in seen.items()},
            title=title,
            words={name: tuple(words)[:6] for name, words in seen.items()},
        )
