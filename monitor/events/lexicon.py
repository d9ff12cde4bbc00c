"""The words of the field: what each one stands for when a sentence is read.

A phrase belongs to one class, the first that names it; the longest phrase at a place wins ('shot down' before 'shot').
Phrases are parted by commas; `(|s|ed)` spells out endings. Hyphens count as spaces, case does not count. The classes
are the vocabulary of the patterns in `patterns.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from monitor.events.sides.aliases import aliases

_CLASSES: dict[str, str] = {
    # ---- what flies and explodes ----
    "DRONE": """
        drone(|s), uav(|s), uas, ucav(|s), quadcopter(|s), shahed(|s), shahed 136, shahed drone(|s), mq 9(|s),
        mq 9 reaper(|s), reaper drone(|s), reaper(|s), fpv(|s), fpv drone(|s), unmanned aircraft, unmanned
        aerial vehicle(|s), unmanned aerial system(|s), unmanned aerial aircraft, unmanned aircraft
        system(|s), unmanned plane(|s), unmanned vehicle(|s), pilotless aircraft, pilotless plane(|s),
        bayraktar(|s), tb2, loitering munition(|s), one way attack drone(|s), attack drone(|s), suicide
        drone(|s), kamikaze drone(|s), explosive drone(|s), explosive laden drone(|s), bomb laden drone(|s),
        armed drone(|s), combat drone(|s), surveillance drone(|s), spy drone(|s), sea drone(|s), naval
        drone(|s), lancet(|s), geran(|s), geran 2, suspicious aircraft, hostile aircraft infiltration,
        remotely piloted aircraft, remotely piloted vehicle(|s), unmanned combat aerial vehicle(|s), unmanned
        surface vessel(|s), drone boat(|s), bomb carrying drone(|s), global hawk, rq 4, rq 170, scaneagle,
        mohajer, samad 3, drone swarm(|s), swarm(|s) of drones
    """,
    "MISSILE": """
        hypersonic (weapon|glide vehicle)(|s),
        manpad(|s), stinger(|s), igla(|s), pantsir(|s), pantsir s,
        brahmos, sejjil, khorramshahr, shahab 3, zircon, tsirkon, dongfeng, df (17|21|26|31|41), hwasal,
        missile(|s), ballistic missile(|s), cruise missile(|s), hypersonic missile(|s), guided missile(|s),
        anti ship missile(|s), anti ship ballistic missile(|s), anti ship cruise missile(|s), iskander(|s),
        iskander m, kinzhal(|s), kalibr(|s), tomahawk(|s), atacms, storm shadow(|s), scalp, scud(|s), s
        300(|s), s 400, kh 22(|s), kh 47, kh 59(|s), kh 69(|s), kh 101(|s), oreshnik, zolfaghar, zolfaqar,
        fateh 110, fattah, emad, projectile(|s), ballistic projectile(|s), icbm(|s), slbm, intercontinental
        ballistic missile(|s), guided munition(|s), long range missile(|s), surface to surface missile(|s),
        surface to air missile(|s), anti tank missile(|s), hellfire, irbm, neptune missile(|s),
        flamingo, taurus, precision missile(|s), short range ballistic missile(|s), intermediate range
        ballistic missile(|s), submarine launched ballistic missile(|s), ballistic type missile(|s)
    """,
    "TESTED": """
        tayfun, hwasong(|s), pukguksong(|s), musudan, taepodong, nodong, unha 3, agni(| i| ii| iii| iv| v| p| prime),
        prithvi(| ii), shaheen(| ii| iii), ghauri, ababeel, sarmat, rs 28, bulava, yars, topol m, burevestnik, avangard,
        minuteman(| iii), trident ii, jl 2, jl 3
    """,
    "ROCKET": """
        grads, grad (salvo|volley|missile)(|s|es), rocket(|s), katyusha(|s), katyusha rocket(|s), mortar(|s), mortar
        round(|s), mortar shell(|s), mortar
        bomb(|s), mortar fire, grad rocket(|s), qassam(|s), himars, multiple launch rocket(|s), rocket
        launcher(|s), unguided rocket(|s), multiple rocket launcher(|s), artillery rocket(|s), indirect fire,
        rpg(|s), rocket propelled grenade(|s)
    """,
    "ROCKETFIRE": """
        fire(|s) (|more |two |three |four |dozens of )rockets (at|on|toward|towards),
        rocket fire, rocket attack(|s), rocket barrage(|s), rocket strike(|s), mortar attack(|s), rocket
        salvo(|s), rocket and mortar attack(|s), rocket launch(|es)
    """,
    "MISSILESTRIKE": """
        fire(|s) (|ballistic |cruise |more |two |three |four |dozens of )missiles (at|on|toward|towards),
        missile strike(|s), missile attack(|s), missile barrage(|s), missile salvo(|s), missile fire,
        ballistic missile attack(|s), ballistic missile strike(|s), cruise missile attack(|s), cruise missile
        strike(|s), missile raid(|s), missile bombardment, massive strike(|s), group strike(|s), high
        precision strike(|s), missile and drone attack(|s), missile and drone barrage(|s), missile and drone
        strike(|s), missile onslaught
    """,
    "DRONESTRIKE": """
        fire(|s) (|more |two |three |four |dozens of )drones (at|on|toward|towards),
        drone strike(|s), drone attack(|s), drone raid(|s), drone barrage(|s), drone assault(|s), uav
        attack(|s), uav strike(|s), kamikaze attack(|s), drone and missile attack(|s), drone and missile
        barrage(|s), drone and missile strike(|s), drone bombing(|s), drone onslaught, drone wave
    """,
    "ARTY": """
        artillery, howitzer(|s), tank fire, tank shell(|s), artillery shell(|s), artillery round(|s), heavy
        artillery, field gun(|s), self propelled gun(|s), shell(|s), long range guns
    """,
    "SHELLING": """
        fire(|s) (|artillery |mortar |tank )shells (at|on|into|toward|towards),
        guns (pound|pounded|shell|shelled|hammer|hammered),
        shelling(|s), artillery fire, artillery bombardment(|s), artillery barrage(|s), artillery strike(|s),
        artillery attack(|s), shellfire, cannonade, cross border fire, tank shelling, artillery duel(|s),
        artillery shelling
    """,
    "RAZE": """
        level, levels, levelling, demolish(|es|ed|ing), pulveri(s|z)(e|es|ed|ing), wip(e|es|ed|ing) out,
        turn(|s|ed) to (rubble|dust|ruins)
    """,
    "SHELLV": """
        shells
        (southern|northern|eastern|western|central|south|north|border|village|villages|town|city|positions|besieged
        |encircled|flooded|crowded|evacuated|occupied|residential|homes|houses|hospital|market|school|refugee|camp|camps
        |outskirts|frontline|front line|rebel held|government held|opposition held),
        shelled
    """,
    "AIRSTRIKE": """
        airstrike(|s), air strike(|s), air raid(|s), air attack(|s), aerial attack(|s), aerial
        bombardment(|s), aerial bombing(|s), aerial strike(|s), bombing raid(|s), bombing run(|s), bombing
        sortie(|s), bombing campaign, air bombardment, airstrike campaign, warplane strike(|s), helicopter
        strike(|s), precision strike(|s), air operation, aerial raid(|s), air offensive, bombing mission(|s),
        jet strike(|s), carpet bombing, raid(|s) from the air, attack(|s) from the air, bombs (fall|fell|rain|rained) on
    """,
    "JET": """
        warplane(|s), fighter jet(|s), war plane(|s), combat aircraft, combat plane(|s), fighter plane(|s),
        fighter bomber(|s), jets, fighter aircraft, bomber(|s), air force, f 15(|s), f 16(|s), f 22(|s), f
        35(|s), f 18(|s), f/a 18(|s), mirage(|s), military aircraft, military plane(|s), attack
        helicopter(|s), gunship(|s), helicopter gunship(|s), b 52(|s), b 2(|s), b 1(|s), tu 95(|s), tu
        22m3(|s), tu 160, jet fighter(|s), stealth bomber(|s), strike aircraft, rafale(|s), su 57(|s), j
        16(|s), j 10(|s), fighters jets, air force planes, military jet(|s), army aircraft, air force jet(|s),
        aviation, (army|military|government|combat) helicopters, paramotor(|s), gyrocopter(|s),
        (motori(s|z)ed|powered|military|army|junta) paraglider(|s), armed paraglider(|s)
    """,
    "PLANE": """
        c 130(|s), c 17(|s), awacs, sukhoi(|s), reconnaissance plane(|s), military chopper(|s),
        aircraft, plane(|s), jet, helicopter(|s), airliner(|s), chopper(|s), mig 21(|s), mig 29(|s), mig
        31(|s), su 24(|s), su 25(|s), su 27(|s), su 30(|s), su 34(|s), su 35(|s), mi 8(|s), mi 24(|s), mi 17,
        mi 28, mi 35, ka 52(|s), black hawk(|s), apache(|s), chinook(|s), a 50, il 76, il 22, transport
        plane(|s), spy plane(|s), military helicopter(|s), fighter (|s), military transport plane, bomber
        jet(|s), surveillance plane(|s), passenger plane, passenger jet, p 8, p 8a
    """,
    "GLIDEBOMB": """
        glide bomb(|s), guided bomb(|s), aerial bomb(|s), guided aerial bomb(|s), cluster bomb(|s), barrel
        bomb(|s), bunker buster(|s), kab(|s), bomb dropped, bombs dropped, gliding bomb(|s), jdam(|s), fab
        500, air dropped bomb(|s), thermobaric bomb(|s)
    """,
    "BALLOON": """
        balloon(|s), spy balloon(|s), surveillance balloon(|s), unidentified object(|s), flying object(|s),
        high altitude object(|s), airship(|s)
    """,
    "AERIAL": """
        object(|s), aerial target(|s), air target(|s), hostile target(|s), aerial threat(|s), hostile
        object(|s), aerial object(|s), incoming fire, incoming threat(|s), airborne target(|s), air
        threat(|s), suspicious aerial target(|s)
    """,
    "BOMB": """
        explosives laid, underwater explosive(|s), underwater charge(|s), bomb, m84s, explosive vests, hand
        made bomb, homemade explosive device, home made explosive device, detonator, vbieds, primitive
        explosive device, limpet, ied(|s), improvised explosive device(|s), explosive device(|s),
        explosive(|s), explosive charge(|s), mine(|s), landmine(|s), land mine(|s), grenade(|s), hand
        grenade(|s), parcel bomb(|s), limpet mine(|s), magnetic bomb(|s), petrol bomb(|s), pager(|s), walkie
        talkie(|s), booby trap(|s), booby trapped, explosive belt(|s), suicide vest(|s), explosive vest(|s),
        sticky bomb(|s), tnt, pipe bomb(|s), letter bomb(|s), nail bomb(|s), firebomb(|s), naval mine(|s)
    """,
    "BOMBING": """
        roadside (blast|explosion|explosive)(|s), parcel(|s) (explode|blow up|blew up)(|s|d), (parcel|letter) blast(|s),
        bombing plot(|s), bomb plot(|s), female kamikazes, homemade bomb, home made bomb, suicide bombers,
        improvised explosive device explosion, car bomb(|s), car bombing(|s), truck bomb(|s), truck
        bombing(|s), suicide bomb(|s), suicide bombing(|s), suicide bomber(|s), suicide attack(|s), suicide
        attacker(|s), roadside bomb(|s), roadside bombing(|s), bomb attack(|s), bomb blast(|s), bomb
        explosion(|s), twin bombing(|s), bombing attack(|s), ied blast(|s), ied attack(|s), ied explosion,
        grenade attack(|s), landmine explosion(|s), landmine blast(|s), vehicle bomb(|s), twin blasts, twin
        explosions, vbied, motorcycle bomb(|s), bike bomb, explosive laden vehicle(|s), explosives laden
        vehicle(|s), explosive laden truck, explosives laden truck, suicide car bomb(|s), suicide blast(|s),
        mine blast(|s), mine explosion(|s), blew himself up, blew herself up, blew themselves up, detonated
        his vest, detonated his explosives, pager explosions, pager attack(|s), exploding pagers, suicide
        truck bomb(|s), grenade explosion, booby trapped car(|s), pager blasts
    """,
    "BLAST": "explosion(|s), blast(|s), detonation(|s), deflagration",
    "EXPLODE": """
        explode(|s|d), exploding, detonate(|s|d), detonating, went off, goes off, blew up, blows up, blown up,
        blow up, set off, sets off, blew apart, rip(|s|ped) through, ripping through, tore through, tears
        through, blowing up, tearing through
    """,
    "BOMBV": """
        bombed, bombard(|s|ed|ing), bombardment(|s), bombing(|s), air bombed, dropped bombs, drop bombs, drops
        bombs, dropping bombs, flattened, carpet bombed, carried out sorties, flew sorties, dropped munitions
    """,
    # ---- attack in general ----
    "HIT": """
        raz(e|es|ed|ing), reduced to rubble, rip(|s|ped) into, tore into,
        (hit|hits|struck) what (it|they) (called|calls|described as|termed|said were|say were),
        hit, hits, hitting, struck, slam(|s|med) into, slamming into, plough(|s|ed) into, plow(|s|ed) into,
        smash(|es|ed) into, pound(|s|ed|ing), pummel(|s|ed|led|ling), hammer(|s|ed|ing), batter(|ed|ing),
        flatten(|s|ing), wrecking, ravag(e|es|ed|ing), peppered,
        blitz(|ed|ing), pierced, target(|s|ed|ing), aimed at, fired at, was directed at, were directed at,
        took out, takes out, taking out, (tear|tears|tore|torn|rip|rips|ripped) (open|apart), tears into,
        damage(|s|d), damaging, devastate(|s|d), wreck(|s|ed), levelled,
        leveled, destruction of, obliterate(|s|d), set ablaze, set on fire, set alight, ignited, came under
        fire, come under fire, comes under fire, under fire, came under attack, come under attack, comes under
        attack, under attack, dropped on, penetrated, blast(|ed) into
    """,
    "STRIKE": """
        strike(|s), striking, retaliatory strike(|s), deadly strike(|s), double tap strike(|s), joint
        strike(|s), night strike(|s), overnight strike(|s), military strike(|s), limited strike(|s)
    """,
    "ATTACK": """
        executed (a|an) (|deadly|coordinated|suicide|complex|terrorist) (attack|raid|operation), siege(|s),
        besieg(e|es|ed|ing), lay(|s) siege,
        (fell|fall|falls|set) upon,
        raid, raids, raided, raiding, barrage of, fire barrage, heavy barrage, overnight barrage, massive
        barrage, charged a camp, stormed and attacked, attack(|s|ed|ing), assault(|s|ed|ing), onslaught,
        salvo(|s), volley(|s), massacre(|s|d), military operation(|s), targeting of, bloodbath,
        hostile act(|s), terror attack(|s), terrorist attack(|s), deadly attack(|s), massive attack(|s), armed
        attack(|s), terrorist act, rampage, slaughter(|ed), carnage, cross border attack(|s), surprise
        attack(|s), coordinated attack(|s), combined attack
    """,
    "FIRE": """
        let(|s|ting) fly, let(|s|ting) loose,
        fire(|s|d|r) at, fired, fires, firing, launch(|es|ed|ing), lob(|s|bed|bing), unleash(|es|ed|ing),
        shoot(|s), hurled, rained down, blast(|s|ed) off, shoot(|s|ing) at, opened up
    """,
    "SHOT": "shot",
    "DOWN": """
        felled, swat(|s|ted|ting) (down|away), swats, blasted out of the sky, shot out of the air, blown from the
        sky, averted, destroyed by air defen(s|c)es, shot down, shoot(|s|ing) down, shot out of the sky, shot two
        down, downed, downs, downing(|s), bring(|s|ing) down, brought down, intercept(|s|ed|ing|ion|ions),
        shootdown(|s), shoot down(|s), knocked down, knocked out of the sky, knocks down, neutrali(s|z)ed,
        neutrali(s|z)es, neutrali(s|z)e, repelled, repel(|s), repulsed, thwart(|s|ed), foil(|s|ed), took down, takes
        down, take down, taken down, blown out of the sky, destroyed in the air, destroyed in flight, shot from the
        sky, suppressed, jammed, swatted, fended off, stave(|s|d) off, blew from the sky, destroyed over
    """,
    "DOWNED": "down",
    "KILL": """
        slit(|s) (|the )throat(|s), behead(|s|ing), toll
        (rises|climbs|passes|crosses|hits|reaches|now|jumps|from|in), kill(|s|ed|ing|ings), dead, die(|s|d), dying,
        death(|s), death toll, slain, slay(|s), slew, lost (his|her|their) li(fe|ves), lost its life, lives lost,
        fatalit(y|ies), fatally, deadly, lethal, corpse(|s), bod(y|ies), martyr(|s|ed), perished, claim(|s|ed|ing)
        (|the |at least )li(fe|ves), victim(|s), casualt(y|ies), murdered, murder(|s), mown down, execution style,
        beheaded, hacked to death, hacked and (burned|burnt|shot|killed)
    """,
    "WOUND": """
        critical after, critically (ill|hurt|wounded|injured), in critical condition, fighting for (|his |her |their
        )li(fe|ves), wound(|s|ed|ing), injur(y|ies|ed|es|e|ing), hurt, maimed, hospitali(s|z)ed, shrapnel
    """,
    "GUNMEN": """
        hooded (men|gunmen), armed riders, m(an|en) on (motorbikes|motorcycles), gunmen on (motorbikes|motorcycles),
        kamikaze(|s), extremists opened, cattle rustlers, rustlers, raiders, gunm(an|en), armed m(an|en),
        attacker(|s), assailant(|s), armed attackers, unidentified armed men, masked men, unknown gunmen,
        terrorist(|s), armed group(|s), armed bandits, bandit(|s), armed tribesmen, armed individuals,
        herdsmen, armed herders, armed settlers, settler(|s), hitmen, hitman, armed persons, armed assailants,
        sniper(|s)
    """,
    "SHOOT": """
        (israeli|azerbaijani|armenian|pakistani|indian|russian|ukrainian|turkish|syrian|afghan|army|enemy) fire,
        (police|troops|soldiers|forces|guards|army) (fire|fires) on,
        fire on (protesters|demonstrators|protest|crowd|crowds|villagers|worshippers|mourners|tourists|students),
        fire on (civilians|aid seekers|convoy|patrol|outpost|army base|military base|army post|police post|troops),
        fire on (soldiers|police|officers|church|mosque|village),
        warning shot(|s),
        open(|s|ed) up on, sniper fire, machine gun(ned|ning),
        bullet(|s), heavy gunfire, machine gun fire,
        gun attacks, tank attack, opened fire, open(|s|ing) fire, gunfire, gun attack(|s), gun fire,
        (open|opens|opened|opening) (indiscriminate|heavy|intense) fire,
        shooting(|s), sprayed with bullets, sprayed bullets, shot at, small arms fire, fired on, fired upon,
        fires on, shooting spree, stabbing, stabbed, knife attack, knife(|d), ramming attack,
        machetes, gun assault, shooting attack(|s), drive by shooting, shots, mowed down, burst of fire, shot
        and wounded, shot and killed
    """,
    "CLASH": """
        rout(|s|ed|ing), overwhelm(|s|ed|ing) (|the) (army|troops|defenders|garrison),
        trad(e|es|ed|ing) (blows|shots|shells|artillery), (renewed|heavy|unprovoked|intense|cross border) firing,
        (shot|shoot|shooting|fired|fire|firing) at each other, exchange(|s) of (firing|shots), firing exchange(|s),
        exchang(ed|ing) shots,
        (exchange|exchanges|exchanged|exchanging|trade|trades|traded|trading) (heavy|intense|fierce|sporadic|sustained|
        overnight|fresh|artillery|mortar|small arms|cross border) fire,
        fought with, blitzt, duel, clash(|es|ed|ing), firefight(|s), fire fight, skirmish(|es), gun
        battle(|s), gunbattle(|s), gunfight(|s), shootout(|s), shoot out, heavy fighting, fierce fighting,
        fighting, intense fighting, fought, fight, battle(|s|d), battling, exchange(|s|d|ing) fire,
        exchange(|s) of fire, exchange(|s) of gunfire, traded fire, trade fire, trading fire, exchanging fire,
        crossfire, ambush(|es|ed), hostilities, combat, encounter(|s), gun fights, firing between, traded
        gunfire, exchanged gunfire, pitched battle(|s), engagement, engaged, exchanges of artillery, exchanged
        artillery, exchanged shelling, border fighting, street fighting, raged,
        hold(|s|ing) off, held off, beat(|s|en|ing) back, fight(|s|ing) off, fought off
    """,
    "TAKES": "take(|s) (|back), took (|back), now control(|s)",
    "ARREST": "arrest(|s|ed|ing), detain(|s|ed|ing)",
    "STRIKEON": "(|deadly )strike(|s) (on|against)",
    "UNVEIL": "unveil(|s|ed|ing), show(|s|ed|ing) off, parad(e|es|ed|ing), flaunt(|s|ed|ing)",
    "MOBILISE": "(|partial |general |full )mobili(s|z)ation, (military|army) call up",
    "UNDERWAY": "under way, underway, (|has |have )(begun|began), (start|begin|mount)(|s|ed|ing), open(|s|ing)",
    "OFFENSIVE": "(|military )(counteroffensive|counter offensive|offensive)(|s)",
    "RAGES": """
        heavy gunfire (heard|reported|erupts|erupted), heavy gunfire (is|was) (heard|reported),
        heavy gunfire (rings|rang) out,
        (|heavy |fierce |deadly |intense |new |fresh |renewed |street )(fighting|battle|battles|clashes|gunfights)
        (rage|rages|raged|raging|is raging|are raging|was raging|were raging
        |erupt|erupts|erupted|resume|resumes|resumed|flare|flares|flared|flares up|flare up
        |flared up|break out|breaks out|broke out|grip|grips|gripped|engulf|engulfs|engulfed
        |reported|continues|intensifies|intensified|spreads|under way)
    """,
    # ---- sides ----
    "SOLDIER": """
        mercenar(y|ies), military (trainer|instructor|adviser|advisor)(|s), (special forces|commando) unit(|s),
        jawan(|s), legionnaires,
        irgc, revolutionary guard(|s), guards, guard corps, soldier(|s), troop(|s), troopers, army, armed
        forces, military, forces, marines, navy, security forces, security personnel, servicem(an|en),
        servicemember(|s), service member(|s), paramilitar(y|ies), peacekeeper(|s), border guard(|s),
        gendarme(|s), garrison, convoy, patrol(|s), army base, military base, base(|s), air base, outpost(|s),
        checkpoint(|s), checkpost, post(|s), barracks, army camp, military camp, brigade, battalion,
        commando(|s), crpf, idf, special forces, infantry, army patrol, military convoy, guardsmen, coast
        guard, national guard, peshmerga, defence forces, defense forces, security force, airmen, sailors,
        army post, military post, military outpost, army position(|s), military position(|s), position(|s)
    """,
    "MILITANT": """
        shebab, al shebab, shabaab, shabab, islamists, infiltrator(|s),
        militant(|s), insurgent(|s), rebel(|s), rebel group(|s), fighter(|s), jihadist(|s), jihadi(|s),
        guerrilla(|s), guerilla(|s), militia(|s), militiam(an|en), extremist(|s), separatist(|s),
        islamist(|s), taliban, houthi(|s), ansar allah, ansarallah, pkk, ypg, hezbollah, hizbollah, hizbullah,
        hamas, islamic jihad, isis, isil, islamic state, daesh, al qaeda, al qaida, al shabaab, al shabab,
        boko haram, iswap, jnim, aqap, m23, adf, rsf, rapid support forces, kataib hezbollah, kata'ib
        hezbollah, jaish e mohammed, jem, lashkar e taiba, ttp, bla, baloch, naxal(|s), naxalite(|s),
        maoist(|s), npa, abu sayyaf, farc, eln, sdf, wagner, islamic resistance, islamic resistance in iraq,
        resistance, faction(|s), terror group, janjaweed, fano, tplf, lra, rebel fighters, rebel forces,
        mujahideen, kurdish forces, sendero luminoso, mutineers
    """,
    "STATE": "",  # filled from _STATES
    "PERSON": """
        generals, (co |)founder, ex minister, speaker of parliament, parliament speaker,
        commander(|s), general, lt. gen., lieutenant general, major general, maj. gen., brig. gen., brigadier
        general, brigadier, colonel, col., leader, leaders, chief, chieftain, deputy leader, scientist(|s),
        nuclear scientist(|s), official, governor, mayor, journalist, minister, president, prime minister,
        judge, politician, lawmaker, mp, senior official, commander in chief, head of, mastermind, activist,
        candidate, opposition leader, figure, spokesman, ambassador, operative(|s), senior commander, top
        commander, military leader, adviser, advisor, councillor, spy chief, army chief, police chief, cleric,
        imam, priest, tribal leader, bureau chief, deputy chief, deputy head, chief of staff, major, captain,
        lieutenant colonel, propagandist, blogger, agent(|s)
    """,
    "ASSASSINATE": """
        assassinat(e|es|ed|ing|ion|ions), targeted killing(|s), assassination attempt(|s), attempt on
        (his|her|the) life, attempt on the life of, targeted assassination, decapitation strike,
        liquidat(e|ed|es|ion), eliminated, eliminates, extrajudicial killing, killing of a senior
    """,
    "CIVIL": """
        girl(|s), boy(|s), toddler(|s), baby, babies, clergym(an|en), pastor(|s), fishermen, herders, bystander(|s),
        mourners, medics, schoolchildren, schoolgirls, pupils, missionaries, couple, monks, foreigner, civilian(|s),
        people, villager(|s), resident(|s), worshippers, students, children, passengers, worker(|s), farmers,
        tourists, pilgrims, commuters, shoppers, women, men, person(|s), miners, labourers, laborers, teachers, aid
        workers, worshipers, christians, muslims, protester's, woman, man, child
    """,
    # ---- sea ----
    "SHIP": """
        ship(|s), vessel(|s), tanker(|s), oil tanker(|s), bulker(|s), bulk carrier(|s), cargo ship(|s), cargo
        vessel(|s), freighter(|s), container ship(|s), merchant ship(|s), merchant vessel(|s), commercial
        ship(|s), commercial vessel(|s), car carrier, trawler(|s), fishing boat(|s), supply boat(|s),
        boat(|s), supply ship(|s), resupply boat(|s), yacht(|s), flotilla, warship(|s), frigate(|s),
        destroyer(|s), corvette(|s), patrol boat(|s), speedboat(|s), m/v, mv, uss, hms, merchantman,
        seafarer(|s), merchant sailor(|s), ferry, landing ship, submarine(|s), coast guard vessel(|s), coast
        guard ship(|s), patrol ship, patrol vessel, cutter, minesweeper, merchant mariner(|s), shipping,
        tugboat, barge, dhow, resupply mission, civilian trading vessels, chemical tanker, gas carrier, lng
        carrier, lng tanker, ukmto
    """,
    # of ships and aircraft alike
    "CREW": """
        crew, crewman, crewmen, aircrew, crew member(|s), crewmember(|s)
    """,
    # tankers on wheels are no ships
    "LORRY": """
        tanker (truck|lorry|trailer|wagon|driver)(|s), tanker lorries, tank truck(|s), (fuel|petrol|gasoline|road)
        tanker(|s), (fuel|oil|petrol|gasoline) tanker (truck|lorry|trailer|wagon|driver)(|s)
    """,
    "SEAACT": """
        close call(|s), near miss(|es), near collision(|s), cut(|s|ting) (|sharply) across,
        (crosses|crossed|crossing) (|the) (path|bow|bows) of, (unsafe|dangerous|reckless|aggressive)
        (manoeuvre|maneuver)(|s), chas(e|es|ed|ing) away, hijack(|s|ed|ing), boarded, boards, boarding, board
        (a|the|two), commandeer(|ed|s), water cannon(|s), ram(|s|med|ming), collid(e|ed|es|ing) with, collision,
        rope(|d) down, piracy, pirate(|s), limpet mines attached, harass(|ed|es|ing|ment), abandon ship, abandoned
        ship, torpedo(|ed|es), sank, sunk, sink, sinks, sinking
    """,
    # ---- ground ----
    "SEIZE": """
        in (rebel|taliban|militant|jihadist|insurgent) hands, into (rebel|taliban|militant|jihadist|insurgent)
        hands, rounded up, claim(|s|ed|ing) (control of|the settlement|the village|the town|the settlements of),
        (has|have|had) fallen to, under (russian|rebel|taliban|insurgent|militant|rsf|m23) control, taken over, have
        taken the control, taken the control, takes control, take control, regain(|s|ed|ing), retaken, retake(|s),
        liberat(e|es|ed|ing), recapture(|s), liberation of, tak(es|e|en|ing) control of, controlled the, gained
        control, wrested, drove out, driven out, seiz(e|es|ed|ing|ure), captur(e|es|ed|ing), took control, taking
        control, taken control, takes over, took over, overran, overrun(|s), fell to, falls to, recaptured, retook,
        occup(y|ied|ies|ying), conquered, in control of, full control of, under (their|its) control, take over, hold
        of, taken the
        (town|city|village|capital|port|base|airport|airfield|settlement|heights|hill|district|province)
    """,
    "ENTER": """
        push(|es|ing) deeper, ground (raids|operations|incursion|incursions|attack|attacks),
        (launch|launches|launched|launching|begins|began|start|starts|started|open|opens|opened) (|a|its|their|the)
        (|long awaited|new|fresh|major|large|big|large scale|huge|massive|all out|full scale)
        (counteroffensive|counter offensive|ground offensive|military offensive|offensive|counterattack|counter
        attack), roll(|s|ing) (in|into), pour(|s|ed|ing) (across|over the border), push(|es|ed|ing) across,
        sw(eep|eeps|ept|eeping) into, punch(|es|ed|ing) through, broke past, break past, broke police lines, smashed
        through, forced their way past, burst into, burst through, (force|forced) (their|its) way into, climbed the
        walls, climbed over the walls, scaled the walls, broke into, breaks into, break into, enter(|s|ed|ing),
        march(|ed|es) into, storm(|s|ed|ing), invad(e|es|ed|ing), invasion, incursion(|s), ground offensive, ground
        operation(|s), ground assault, cross(|es|ed|ing) the border, cross into, crossed into, crossing into,
        crosses into, push(|es|ed) into, advanc(e|es|ed|ing), thrust into, rolled into, pours into, poured into,
        broke through, break(|s) through, breached, breach(|es), ground invasion, cross border raid, land offensive,
        cross border operation, ground raid, ground troops, penetrat(e|ing), moved into, moves into, pushed deeper,
        offensive into, encircl(e|es|ed|ing), clos(e|es|ed|ing) in on, reach(|es|ed) (|the )(gates|outskirts|edge)
        of
    """,
    "ABDUCT": """
        snatch(es|ing), (led|marched|dragged|carried) away, dragged off, grabbed (in|near|by|at|on), held captive,
        held by kidnappers,
        carried off, carries off, march(|ed|es) into the (forest|bush), herded into the (forest|bush), bundled
        into, grabbed from, led into the (forest|bush),
        hijack a train, abduct(|s|ed|ing|ion|ions), kidnap(|s|ped|ping|pings|ed), kidnapper(|s), took hostage,
        taken hostage, takes hostage, took hostages, take hostage, held hostage, hostage taking, taken
        captive, took captive, snatched, snatch, hostage (crisis|situation|siege),
        seized hostages, spirited away, takes
        captive, captors
    """,
    "HOSTAGE": "held for ransom, nuns, abductees, hostage(|s), captive(|s)",
    "SABOTAGE": """
        (data|undersea|subsea|submarine|telecom|communications|fibre optic|fiber optic|internet) cables
        (cut|severed), power cable cut, rail link cut, cable(|s) cut, cables severed, pipeline(|s) blown up, tracks
        blown up, on purpose, deliberately (cut|damaged|severed|destroyed|set), deliberate damage, malicious act,
        external activity, arson attacks, arsonists, was cut, were cut, been cut, have been cut, cut off the seabed,
        been severed, sabotage(|d|s), saboteur(|s), sabotaging, act of sabotage, severed, cut cable(|s), arson
        attack, arson, derailed, derailment, blew a hole, underwater explosion(|s), blown up pipeline,
        vandali(s|z)ed, damage to cable
    """,
    "BLAME": """
        accus(e|es|ed|ing), blam(e|es|ed|ing), trad(e|es|ed|ing) (blame|accusations),
        point(|s|ed|ing) (|a |the )finger(|s) at, hold(|s) responsible
    """,
    "BEHIND": "(|is |was |were |are |being )(behind|to blame for|responsible for)",
    "INFRA": """
        rail link(|s), rail traffic, rail services, power cable(|s), electricity cable(|s), estlink, nord
        stream(| 1| 2), gas link,
        (fuel|freight|oil|cargo) train(|s), (rail|railway) bridge(|s),
        gas pipe(|s), oil pipe(|s), telecoms line(|s), tgv line(|s), signal box(|es), fast trains, rail lines,
        communication cable(|s), radio cable(|s), high speed lines,
        pipeline(|s), gas pipeline(|s), oil pipeline(|s), undersea cable(|s), subsea cable(|s), submarine
        cable(|s), power line(|s), cable(|s), dam, dams, railway(|s), rail line(|s), railway track(|s),
        railway line(|s), train line, rail tracks, substation(|s), power grid, pylon(|s), transmission
        tower(|s), data cable(|s), telecom cable(|s), high speed line, power plant, power station,
        hydroelectric dam, hydro electric (dam|plant|station)(|s), hydroelectric (plant|station|power plant)(|s), water
        canal(|s), water pipeline, rail network, telecommunications cables, interconnector, fibre
        optic cable(|s), fiber optic cable(|s), cables under the sea, signal cables, electricity tower(|s)
    """,
    "CYBER": """
        gps (|signal |signals )(|was |were |is |are |had been |has been |being )(jammed|spoofed|disrupted),
        defac(e|es|ed|ing),
        cyber (strike|onslaught|heist|blitz|weapon|warfare)(|s), cyberwarfare, hack attack(|s), hacktivist(|s),
        malicious (code|software), botnet(|s), killnet, lazarus group, sandworm, fancy bear, cozy bear, volt typhoon,
        salt typhoon, predatory sparrow, kimsuky, flood of requests,
        cyberattack(|s), cyber attack(|s), cyber assault(|s), hacking attack(|s), hack, hacked, hacks,
        hacking, hacker(|s), ransomware, ddos, ddos attack(|s), denial of service, malware, cyber
        operation(|s), cyber sabotage, data breach, wiper, cyber espionage, cyber incident(|s), computer
        virus, cyberespionage, knocked offline, cyber intrusion, phishing, cyber campaign, spyware, cyber
        raid, hacking group
    """,
    # ---- posture ----
    "DEPLOY": """
        builds up, built up, building up, (high|higher) readiness,
        (start|starts|started|begin|begins|began|launch|launches|launched|step up|steps up)
        (|navy|naval|air|sea|border|joint) patrols, airlift(|s|ed|ing) into, (full|combat|full
        combat|highest|maximum|heightened|higher|increased|greater) readiness, on standby, mass(es|ed|ing)
        (troops|tanks|forces|soldiers|armour|armor|artillery), (boost|step|stepp|strengthen)(s|ed|ing) (|up)
        (its|their|military|troop|naval) (presence|patrols), (highest|full|maximum|combat) alert,
        activat(e|es|ed|ing), reinforces, set up (|a|an|its|new|three|the) (|new|sixth|military) observation
        post(|s), observation point(|s), military observation point(|s), established a base, set up a base, on
        alert, remained on alert, military presence, defect(|s|ed|ing|ion), demobili(s|z)ed,
        deploy(|s|ed|ing|ment|ments), redeploy(|s|ed|ing|ment), mobili(s|z)e(|s|d), mobili(s|z)ing,
        reinforcement(|s), re enforcement(|s), reinforc(e|es|ed|ing), buildup, build up, massed, massing, troops
        mass, forces mass, tanks mass, amassed, amassing, beef(|s|ed|ing) up, bolster(|s|ed|ing), repositioned,
        moved in, dispatch(|es|ing), ordered to the region, call(|s|ed) up reservists, calling up reservists, surge,
        rush(|ed|es|ing), sends more, sent more, sending more, troop movement(|s), put on combat alert, high alert,
        heightened alert, troops sent, moves forces
    """,
    "HARDWARE": """
        (us|american|chinese|french|british|second|third|another|navy) (|us) carrier, carrier
        (eisenhower|truman|lincoln|ford|vinson|nimitz|roosevelt|reagan|washington|shandong|liaoning|fujian|kuznetsov|charles
        de gaulle), b 52 bombers, bomber task force, standby force(|s), rapid reaction force(|s), reaction
        force(|s), armo(|u)red car(|s), armo(|u)red personnel carrier(|s), aircraft carrier(|s), carrier strike
        group(|s), strike group(|s), carrier group(|s), amphibious ready group, patriot batteries, air defense
        battery, air defence battery, thaad, missile defen(s|c)e, tank(|s), armo(|u)red vehicle(|s), battle
        group(|s), battlegroup(|s), reservists, squadron(|s), fleet, flotilla of warships, missile system(|s),
        launcher(|s), armoured column, armored column, additional forces, additional troops, more troops, extra
        troops, thousands of troops, nuclear weapons to, ground forces, military equipment, aircraft carrier group,
        bombers to
    """,
    "EXERCISE": """
        combat (|readiness) patrol(|s), (joint|combined) (military|air|air force|naval|combat|army) training,
        (army|navy|naval|air force|military) training, combat readiness (check|inspection|test)(|s), (snap|surprise)
        (inspection|check|test), (landing|amphibious|invasion) (rehearsal|practice)(|s),
        (practise|practises|practising|practice|practices|practicing|rehearse|rehearses|rehearsing) (|an|a)
        (repelling|defending|amphibious|invasion|landing|island|evacuation|seizing|assault), (simulate|simulates)
        (|an|a) (amphibious|invasion|landing|island|blockade|assault), (practi(s|c)e|rehearse|simulate)(|s|d) (|a
        |mock |precision |joint ) (missile|air|drone|naval|island|nuclear|bombing)
        (strike|attack|landing|raid|blockade)(|s), (joint|combined)
        (|naval|air|maritime|military|sea|bomber|strategic|coast guard) patrol(|s), combat training, show of force,
        training exercise(|s), zapad, zapad 2021, zapad 2025, freedom shield, ulchi freedom shield, ulchi freedom
        guardian, ulchi, key resolve, foal eagle, vigilant storm, vigilant ace, freedom edge, joint sword, joint
        sword 2024a, joint sword 2024b, strait thunder, strait thunder 2025a, han kuang, rimpac, balikatan, cobra
        gold, talisman sabre, steadfast defender, steadfast noon, air defender, defender europe, anakonda, saber
        strike, rapid trident, trident juncture, cold response, nordic response, baltops, african lion, juniper oak,
        eager lion, maritime security belt, yudh abhyas, garuda shield, keen sword, malabar exercise(|s),
        (practis|practic|rehears|simulat)(e|es|ed|ing) (|an|a) (attack|attacks|strike|strikes|blockade|landing),
        military exercise(|s), naval exercise(|s), joint exercise(|s), military drill(|s), naval drill(|s), joint
        drill(|s), war game(|s), wargame(|s), manoeuvres, maneuvers, live fire exercise(|s), live fire drill(|s),
        live fire, drill(|s), military maneuver(|s), military manoeuvre(|s), air drill(|s), exercise(|s), joint
        military exercise(|s), large scale exercise(|s), combat readiness drill(|s), snap drill(|s), joint military
        drill(|s), air defen(s|c)e exercise(|s), joint naval exercise(|s), war gaming, snap exercise(|s), nuclear
        exercise(|s)
    """,
    "ARMTEST": """
        hydrogen bomb test, h bomb test, atomic test(|s), nuclear explosion, weapons test(|s), missile
        test(|s), nuclear test(|s), nuclear weapons test(|s), missile launch(|es), underground nuclear test,
        ballistic missile test(|s), ballistic missile launch(|es), hypersonic test
    """,
    "TEST": """
        satellite (into|in) orbit, satellite launch(|es), satellite rocket, carrier rocket, lift(|s|ed) off,
        splash(|es|ed) down, splashed into, lofted, flies its longest, flew its longest, maiden flight, test
        launches, test fires, test fir(e|es|ed|ing), test launch(|es|ed), test launching, test flight, tested,
        tests, rocket test, test, testing, trial launch, launch of a, engine test, successfully tested
    """,
    "CLOSECALL": """
        (came|comes|come|flew|flies|fly|passed|passes|sailed|closed to) within, dangerously close, too close for
        comfort, (release|deploy|discharge|eject)(|s|d|ed) (|a |several )(flare|chaff)(|s),
        (drop|drops|dropped|dropping|fire|fires|fired|firing|releasing|deploying) (|a |several )(flares|chaff),
        cut(|s|ting) (across|in front of), (cross|crosses|crossed|crossing) (|the )bow(|s), unsafe
        (intercept|interception|pass|manoeuvre|maneuver|encounter|approach)
    """,
    "INFILTRATE": "infiltrat(e|es|ed|ing|ion|or|ors), break(|s|ing) through",
    "VIOLATE": """
        airspace breaches, fly into, cross(|es|ed|ing) (|the|military|the military) demarcation line, stray(|s|ing)
        (over|across), strayed across, buzz(|es|ing), swarmed, swarm(|s) (around|taiwan), slip(|s|ped)
        (into|across), drift(|s|ing) (in|into|over|across), drifted across, kadiz, strayed over, drifted into,
        drifted over, flew across, flew over its, intruded into, breached its airspace, breached the airspace,
        breached airspace, breaches airspace, airspace breach, entered its airspace, enter its airspace, enters its
        airspace, violat(e|es|ed|ing|ion|ions), intrud(e|ed|es), intrusion(|s), encroach(|ed|ment), stray(|ed|s)
        into, trespass(|ed), breach of, crossed the median line, crossing the median line, cross the median line,
        median line, adiz, air defen(s|c)e identification zone, overflew, overflight(|s), flew into, flew over, fly
        over, flies into, flown into, buzzed, scrambled, scramble(|s), scrambling, entered the airspace, airspace
        violation(|s), airspace incursion(|s)
    """,
    "AIRSPACE": """
        economic zone,
        airspace, air space, territorial waters, waters, contiguous zone, exclusive economic zone,
        sovereignty, skies, air zone, territorial sea, flight information region, fir
    """,
    "CLOSE": """
        slam(|s|med) shut, bolt(|s|ed), shutter(|s|ed), clos(e|es|ed|ing|ure|ures), shut(|s), shut down, shuts down,
        shutting, shutting down, suspend(|s|ed|ing), suspension, halt(|s|ed|ing), cancel(|s|ed|led|ling|ling),
        ground(|ed), grounds, divert(|s|ed|ing), reroute(|s|d), seal(|s|ed) off, sealed, seal(|s),
        block(|s|ed|ing|ade|aded), blockade(|s), stopped, called off, no fly zone, rerouting, sealing,
        (stop|stops|stopped|not) (accepting|receiving|admitting|handling), (introduce(|s|d)|impose(|s|d)|temporary)
        restrictions, restrictions (on the arrival|on arrivals|at|introduced|imposed), neither receives, neither accepts
    """,
    "SHUN": """
        shun(|s|ned|ning), avoid(|s|ed|ing), steer(|s|ed|ing) clear of, (re
        route|reroute|divert|pause|halt|suspend|stop)(|s|d|ed|ing)
        (|all |their |its )(ship|vessel|tanker|shipping|transit|sailing|voyage)(|s) (from|through|in|via|away
        from|across)
    """,
    "READY": """
        ready to (fire|open fire|strike|attack|launch|shoot|hit), (stand|be|on) (|full )(readiness|standby) to
        (fire|strike|attack|launch)
    """,
    "CLOSABLE": """
        flight(|s), air traffic, airport(|s), port, ports, canal, air route(|s), airline(|s), air travel, air
        corridor(|s), trade route, shipping lane(|s), seaport(|s), naval traffic, carriers
    """,
    "EVAC": """
        flown to safety, whisk(|s|ed) to safety, plucked from, moved to safety, brought to safety, taken to safety,
        taken out of, took out of, evacuat(e|es|ed|ing|ion|ions), evacuee(|s), told to leave, urg(e|es|ed) to leave,
        ordered to leave, leave immediately, leave the country, airlift(|s|ed|ing), flee immediately, departure of,
        ordered departure, get out now, leave now, repatriat(e|ed|es|ing|ion), advised to leave, do not travel,
        leave as soon as possible, extract(|ed), flown out, flies out, brought home, fly out, flew out, moved out
        of, flee south, flown home, bring home, withdraw its staff, pull(|s|ed) out staff, non essential staff,
        nonessential staff, nonessential personnel
    """,
    "EVACORDER": "(evacuation|displacement) (order|warning|notice|alert|call)(|s), (order|warning)(|s) to evacuate",
    "FLEE": """
        (residents|civilians|thousands|hundreds|families|villagers|people|foreigners|inhabitants) (flee|flees|fled),
        leave(|s) homes, left (|their) homes, fle(e|es|d|eing) (|their) homes, driven from (|their) homes,
        forced (from|out of) (|their) homes, leave their homes, uprooted
    """,
    "BRINGHOME": """
        (brings|bringing) home, (bring|brings|bringing|brought) back, (get|gets|getting) home, flying home, flies home
    """,
    "EVACUEE": """
        citizen(|s), diplomat(|s), embassy staff, nationals, foreigners, expatriates, personnel, families, family
        members, inhabitants, population, dependents, staff, employees, villages, neighbourhoods, neighborhoods, non
        essential employees, expats, hospital(|s)
    """,
    "EMBASSY": "embassy, embassies, consulate, consulates, legation, diplomatic mission, diplomatic missions, chancery",
    # ---- coercion ----
    "THREAT": """
        (will|would) take (resolute|decisive|forceful|necessary|all necessary|tough|strong), will face
        (consequences|retaliation|war|punishment), (will|would) (hold|be held)
        (|it|them|him|you|iran|tehran|damascus|moscow|pyongyang|the regime) responsible if, (it|he|they|we) will
        kill, will be targets, (it|he|they|we|army|forces|troops) will
        (strike|hit|attack|destroy|retaliate|target|sink|bomb|invade|enter|crush|annihilate|obliterate|flatten|fight),
        (will|would|could|may) use (|tactical) nuclear (weapons|arms), fight to the end, ready (for|to)
        (war|fight|strike back|hit back|go to war|respond|retaliate|use force|attack|defend), ready for battle, war
        footing, will burn, would burn, or face (war|force|attack|military|destruction|annihilation), any
        (attack|aggression|strike|invasion|intervention|incursion|assault|act of aggression) (will|would), stone
        age, sea of fire, turn(|ed) (to|into) (ashes|ash|dust), possible target(|s), become a target, become
        targets, would be a target, be treated as a target, not a bluff, not bluffing, all means at its disposal,
        all the means at its disposal, by any means, by all means, every inch, nuclear threat(|s), would regret,
        will regret, will not stand idly by, would not stand idly by, crossed a red line, playing with fire, open
        the gates, sabre rattling, saber rattling, would face war, final warning, last warning, threatens to, has
        threatened, have sworn, said it would boycott, will boycott, prepared to, will resume, deliver devastating,
        threaten(|s|ed|ing), threat(|s), ultimatum(|s), vow(|s|ed|ing), warn(|s|ed|ing), swear, swears, swore,
        sworn, will retaliate, would retaliate, will respond, would respond, will strike back, will pay, would pay,
        pay a heavy price, heavy price, severe consequences, grave consequences, dire consequences, crushing
        response, harsh response, legitimate target(|s), annihilat(e|ed|ion), open the gates of hell, all hell, fire
        and fury, retaliation will, will be met with, would be met with, red line(|s), declare war, declared war,
        declares war, declaration of war, act of war, prepared to use force, not hesitate, state of war, severe
        revenge, warning(|s), in danger
    """,
    "RETALIATE": """
        (resolute|decisive|forceful|tough|strong) action,
        (forceful|strong|resolute|firm|tough|necessary|decisive) measures, countermeasures, counter measures,
        misadventure(|s), crushing (|reply|answer|blow), retaliat(e|es|ed|ing|ion|ory), revenge,
        aveng(e|es|ed|ing), vengeance, respond(|s|ed|ing), response, reprisal(|s), consequences, hit back,
        hits back, hitting back, strike back, act militarily, military action, use force, use of force,
        punish(|es|ed|ment), price, war, nuclear, target american, target us, further action, force
    """,
    "ANSWERED": """
        fire(|s|d) back with, firing back with, answer(|s|ed|ing) with, retaliat(e|es|ed|ing) with,
        (hit|hits|hitting|strike|strikes|struck|striking) back with, return(|s|ed|ing) fire with
    """,
    "SANCTION": """
        sdn list, entry (stop|ban) list, freeze list, slap(|s|ped) (curbs|sanctions) on, penalises, penalizes,
        treasury (targets|hits|blacklists|designates|acts against|goes after), (ban|bans|banned|banning)
        (|us|american|new) investment, (ban|bans|banned|banning) (|all|most) (russian|iranian|belarusian|north
        korean|venezuelan|syrian)
        (diamonds|steel|metals|aluminium|uranium|titanium|products|imports|goods|timber|fish|lng|petroleum), visa
        ban(|s), visa restriction(|s), entry ban(|s), visa sanctions, magnitsky, unreliable entit(y|ies), entity
        list, (oil|crude) ban, ban(|s|ned|ning) (|most|all) (russian|iranian|north korean)
        (crude|oil|gas|coal|gold), new penalties, freez(e|es|ing) the assets, package against, bar(|s|red) trade,
        ban(|s|ned|ning) trade, new investment, penalties (on|against), economic penalties, assets abroad, the swift
        system, cut from swift, out of swift, trade curbs, oil restrictions, arms restrictions, halt(|s|ed) all
        trade, halt(|s|ed) trade, stop(|s|ped) all trade, suspend(|s|ed) all trade, suspend(|s|ed) trade, trade
        embargo, sanctions list, sanctions package, package of sanctions, package of measures, stopped all exports,
        cut(|s) off trade, retaliatory measures, punitive measures, punitive actions, restrictive measures, new
        actions targeting, embargoes, cut off aid, suspended military aid, suspend military aid, suspended part of a
        military aid, prohibit all aid, deny entry, sanction(|s|ed|ing), embargo(|es), arms embargo, oil embargo,
        asset freeze(|s), freez(e|es|ing) assets, froze assets, frozen assets, assets frozen, blacklist(|s|ed|ing),
        export control(|s), price cap, travel ban(|s), trade ban, designat(ed|es) as terrorist, export curbs,
        tariffs on russian, cut aid, aid cut, suspended aid, suspend(|s) aid, freeze aid, halted aid, oil sanctions
    """,
    "TRADEBAN": """
        (bar|bars|barred) (|arms|weapons|dual use|chip|oil) (exports|imports|sales|shipments), ban on
        (imports|exports|import|export), (export|import) ban(|s), (ban|bans|banned) all imports,
        (ban|bans|banned|banning|halt|halts|halted|halting|suspend|suspends|suspended|stop|stops|stopped|curb|curbs|restrict|restricts)
        (|all|the|its) (|arms|weapons|oil|fuel|gas|chip|military|dual use)
        (export|exports|import|imports|sale|sales|transit|supplies|shipment|shipments|deliveries),
        (stop|stops|stopped|stopping|phase out|phases out|phasing out) (|buying|importing|purchasing|all)
        (russian|iranian|venezuelan) (|fossil) (oil|gas|fuel|crude|lng|energy), (measures|penalties) against
    """,
    "LISTED": """
        (list|lists|listed|designate|designates|declare|declares|label|labels|brand|brands|classif|classifies)
    """,
    "TERRORLIST": """
        as (|a|an) (|foreign|global) (terrorist|terror)
        (group|groups|organisation|organisations|organization|organizations|entity|entities|movement), (|a|an)
        (|foreign) (terrorist|terror) (organisation|organization)
    """,
    "IMPOSE": """
        impos(e|es|ed|ing), slap(|s|ped|ping), announc(e|es|ed|ing), adopt(|s|ed|ing), approv(e|es|ed|ing),
        agree(|s|d), tighten(|s|ed|ing), extend(|s|ed|ing), renew(|s|ed|ing), expand(|s|ed|ing), widen(|s|ed|ing),
        package, round, levied, hit with, lift(|s|ed|ing), eas(e|es|ed|ing), new, fresh, placed,
        introduc(e|es|ed|ing), enact(|ed|s), put under, add(|s|ed) to, against, call(|s|ed) for, reimposed,
        reimpose, snap back, snapback
    """,
    "DIPLO": """
        must pack, told to pack, send(|s|ing) packing, sent packing, show(|s|ed|n|ing) the door, boot(|s|ed|ing)
        out, thrown out, order(|s|ed) home, cut(|s|ting) relations, suspend(|s|ed|ing) relations, send(|s|ing) home,
        to pack up, pack (his|her|their|its) bags, within 24 hours, within 48 hours, within 72 hours, hours to go,
        no longer welcome, sever(|s|ed|ing) ties, sever(|s|ed|ing) (|all|its) diplomatic ties, sever(|s|ed|ing)
        (|all|its) diplomatic relations, sever(|s|ed|ing) relations, break(|s|ing) off (|all|diplomatic) relations,
        break(|s|ing) off (|all|diplomatic) ties, broke off (|all|diplomatic) ties, broke off diplomatic relations,
        cut(|s|ting) off (|all|diplomatic) ties, withdraw(|s|n|ing) its ambassador, withdrew its ambassador,
        withdrawing its consent, expel(|s|led|ling), expulsion(|s), recall(|s|ed|ing), sever(|s|ed|ing), broke off
        relations, broken off relations, (break|breaks|breaking|broke|broken|sever|severs|severed) (|off) (|all|its)
        (diplomatic|all) (ties|relations|links), (switch|switches|switched|switching) (|diplomatic)
        (ties|recognition|relations|allegiance) (from|to), cut(|s) ties, cut(|s) diplomatic, cutting ties,
        downgrad(e|es|ed|ing), declared unwelcome, summon(|s|ed|ing), kick(|s|ed) out, throwing out, end(|s|ed|ing)
        (|diplomatic|all) (ties|relations), severance, break(|s) ties, broke ties, breaking off diplomatic, broke
        off diplomatic, cut off relations, suspends diplomatic, freez(e|es) relations, cut(|s) all ties, sent home,
        throw(|s) out, threw out, ejected, forced out, ordered out, given 48 hours to leave, given 72 hours to leave
    """,
    "UNWELCOME": """
        persona non grata, personae non gratae, personas non grata
    """,
    "DEADLINE": """
        (hours|days|weeks|week) to (leave|go|quit|depart|pack), leave (|the country) within
        (24|48|72|five|seven) (hours|days), (given|gives|gave|has|have) (24|48|72|five|seven) (hours|days)
    """,
    "PACTEND": """
        (suspend|suspends|suspended|freeze|freezes|froze|end|ends|ended) (|its|their) membership,
        (end|ends|ended|ending|scrap|scraps|scrapped|tear|tears|cancel|cancels|cancelled|annul|annuls|annulled|terminate|terminates|terminated|suspend|suspends|suspended|freeze|freezes|quit|quits|exit|exits)
        (|up) (|its|their|the) (|defence|defense|military|security|nuclear|border|water|friendship)
        (pact|accord|accords|agreement|agreements|treaty|deal|cooperation)
    """,
    "RECALL": """
        (call|calls|called|calling) back (|its|their|all) (ambassador|ambassadors|envoy|envoys|diplomats),
        (call|calls|called|calling|bring|brings|brought) (|its|their|his) (|top)
        (ambassador|ambassadors|envoy|envoys) home, (pull|pulls|pulled|pulling|withdraw|withdraws|withdrew)
        (|all) (ambassador|ambassadors|envoy|envoys),
        (call|calls|called|calling|bring|brings|brought|order|orders|ordered|summon|summons|summoned)
        (its|their|his|her|the) (ambassador|ambassadors|envoy|envoys|charge d'affaires|chargé
        d'affaires|diplomats) (home|back), (call|calls|called|calling|bring|brings|brought) home
        (|its|their|his|her|the|top) (ambassador|ambassadors|envoy|envoys|charge d'affaires|chargé
        d'affaires|diplomats),
        (pull|pulls|pulled|pulling|withdraw|withdraws|withdrew|withdrawn|withdrawing|take|took|taken)
        (its|their|his|her) (ambassador|ambassadors|envoy|envoys|diplomats) (out|away|from),
        (told|ordered|asked) (its|their|his|her) (ambassador|envoy|ambassadors) to (leave|return|come home),
        (sent|send|sends) (its|their|his|her|the) (ambassador|envoy) (home|away|packing), withdrawing
        (its|their) (ambassador|envoy|ambassadors|envoys), withdrew (their|his|her) (ambassador|ambassadors),
        (broke|breaks|broken|breaking) off (relations|ties|all ties|all relations|diplomatic ties) with, with
        which it (broke|broke off|cut|severed) (relations|ties), (relations|ties) severed, severed (its|their)
        (relations|ties|diplomatic relations)
    """,
    "DIPLOMAT": """
        diplomatic relations, diplomatic ties, diplomatic staff, ambassador(|s), envoy(|s), attache(|s), charge
        d'affaires, ties, relations, mission(|s), consul, consul general, refugee agency, un agency
    """,
    "TREATY": """
        (defence|defense|security|military|border|friendship) (pact|accord|agreement|treaty), (landmine|land
        mine)(|s) (treaty|ban|convention), cluster (bomb|munition|munitions) (treaty|convention), nuclear accord,
        icc, international criminal court, rome statute, council of europe, landmark treaty, arms treaty, treaty,
        open skies, nuclear deal, nuclear agreement, (iran|iranian) (|nuclear) (deal|accord), jcpoa, pact,
        accord(|s), convention, grain deal, arms control, black sea grain
    """,
    "BLOC": """
        ecowas, csto, g5 sahel, arab league, african union, igad, organi(s|z)ation of american states, oas
    """,
    "ARMSPACT": """
        nuclear non proliferation treaty,
        new start, start treaty, nuclear test ban (treaty|pact), nuclear test ban, inf, inf treaty, inf pact,
        nuclear (|arms|missile) (pact|treaty), missile (pact|treaty), arms control treaty, npt, non
        proliferation treaty, test ban treaty, ctbt
    """,
    "QUIT": """
        on ice, on hold, in abeyance, shelv(e|es|ed|ing), walk(|s|ed) away from, ditch(|es|ed|ing),
        dump(|s|ed|ing),
        walk(|s|ed|ing) out of, put(|s|ting) on ice,
        tear(|s) up, tore up, torn up, no longer be bound by, no longer bound by, terminat(e|es|ed|ing),
        formally withdrew from, withdrew from, withdraws from, withdrawing from, withdrawal from the,
        withdraw(|s|ing|n) from the, quit(|s|ting), pull(|s|ed|ing) out of the, exit(|s|ed|ing),
        abandon(|s|ed|ing), leave the, leaves the, left the, leaving the, scrap(|s|ped|ping), suspends
        participation, suspend participation, suspended participation, revok(e|es|ed|ing), de
        ratif(y|ies|ied), rip(|s|ped) up, walk(|s|ed) out of the, denounced the
    """,
    "NUCLEAR": """
        nuclear capable,
        nuclear arms, nuclear bomb(|s), nuclear stockpile, nuclear force,
        tactical nuclear (weapon|weapons|arms|warhead|warheads), nuclear deterrence forces, enrichment
        (plant|facility|site)(|s), hydrogen bomb(|s), h bomb(|s), hydrogen device, international atomic energy
        agency, atomic energy agency, nuclear inspectors, un inspectors, tactical nuke(|s), atomic watchdog,
        enrich(|es|ed|ing|ment), enriched uranium, uranium enrichment, centrifuge(|s), weapons grade, iaea,
        nuclear watchdog, nuclear programme, nuclear program, plutonium, reprocess(|ing), uranium, nuclear
        alert, nuclear forces, nuclear deterrent, nuclear weapon(|s), atomic weapon(|s), nuclear site(|s),
        nuclear arsenal, nuclear response, nuclear triad, nuclear sharing, nuclear warhead(|s), nuclear
        facilit(y|ies), atomic agency, reactor, heavy water, nuclear material
    """,
    "GROW": """
        increas(e|es|ed|ing) (the number of|number of|its|stockpile of|stock of|production of|output of),
        (step|steps|stepped|stepping|speed|speeds|sped|speeding|ramp|ramps|ramped|ramping) up, tripl(e|es|ed|ing),
        doubl(e|es|ed|ing), accelerat(e|es|ed|ing), expansion of
    """,
    "NUCSTEP": """
        fir(e|es|ed|ing) up, inject(s|ed|ing) gas, breach of obligations, exponential(|ly),
        (suspend|suspends|suspended|halt|halts|halted|end|ends|ended|cut|cuts) (|all) work with,
        disconnect(|s|ed|ing), no longer verify, unplug(|s|ged), (special|full|combat) alert, in breach of, (in|of)
        (non compliance|noncompliance), censur(e|es|ed|ing), (take|takes|took|taken|taking) delivery of,
        (remove|removes|removed|removing) (|iaea|un|surveillance) (|surveillance) cameras,
        (curb|curbs|curbed|limit|limits|limited|restrict|restricts|restricted) (access|cooperation|inspections),
        (return|returns|returned) to (iran|north korea), cut(|s) cooperation, expel inspectors, expelled inspectors,
        bar(|s|red) inspectors, doctrine, begin(|s) enriching, began enriching, start(|s|ed) enriching, 60 percent,
        60 per cent, 60%, 20%, 20 percent, 90%, to 60, purity, halt(|s|ed) cooperation, stockpile, inspectors,
        cooperation with, resum(e|es|ed) enrichment, installed, installs, lower(|s|ed) (the|threshold), lowering
    """,
    # ---- unrest ----
    "TORCH": "torch(|es|ed|ing), set(|s) fire to, setting fire",
    "UNREST": """
        scuffl(e|es|ed|ing), suspended the constitution, (detained|arrested) the president, dissolved the
        government, taken control of (|the )country, took control of (|the )country, taken over (|the )country,
        (ethnic|sectarian|intercommunal|inter communal|tribal|religious|post election) violence, take(|s) power,
        took power, taken power, taking power, grab(|s|bed) power, seize(|s) power, power grab, rampag(ed|ing)
        through, very violent, turned violent, turn violent, smashed windows, smashed store windows, smashing
        windows, threw objects, throwing objects, throw objects, hurled objects, set ablaze by protesters, trashed,
        trashing, burned cars, torched cars, hurled petrol bombs, threw petrol bombs, throwing petrol bombs,
        storming of, riot(|s|ed|ing), rioter(|s), mob(|s), coup, coup attempt, attempted coup, coup d'etat, military
        takeover, violent protest(|s), violent demonstration(|s), looted, looting, looters, putsch, mutiny,
        insurrection, lynch(|ed|ing|es), vandali(z|s)ing, ransack(|s|ed|ing), pelt(|s|ed|ing), hurl(|ed|ing) stones,
        threw stones, stone pelting, throwing stones, burning tyres, burned tires, burning tires, burned tyres,
        molotov cocktail(|s), street violence, communal violence, bloody protest(|s), set fires, molotovs,
        overthr(ow|ew|own), toppled, ousted the president, seized power, pelted stones
    """,
    "MARCH": """
        protest(|s|ed|ing|or|ors|er|ers), demonstrat(or|ors|ion|ions|ed|ing), rally, rallies, crowd(|s), marchers
    """,
    "PROTEST": """
        strikers, supporters, activists, looter, youths, locals, opposition supporters
    """,
    "MISSIONBLDG": """
        national assembly, assembly building, legislature, government house, government headquarters,
        palace, residence of, government building, ministry building, prime minister's office, presidential
        residence, hall of parliament, parliament, presidential palace,
        government buildings, u.n. base, un base, capitol, congress building, state television, police
        stations
    """,
    # ---- de-escalation ----
    "CEASEFIRE": """
        (lay|lays|laid|laying) down weapons, (lay|lays|laid|laying) down (its|his|their) (arms|weapons),
        dissolv(e|es|ed|ing) itself, disband(|s|ed|ing) itself, (reach|reaches|reached|sign|signs|signed) (|a)
        (deal|agreement) to (end|halt|stop) (|the) (war|fighting|hostilities), (deal|agreement|accord|pact) to
        (halt|stop|end|cease) (|the|its|their) (war|fighting|hostilities|conflict|clashes),
        (halt|halts|halted|halting|stop|stops|stopping|pause|pauses|paused|pausing|suspend|suspends|suspending|cease|ceases|ceasing)
        (|all|the|their|its) (strikes|attacks|air strikes|airstrikes|hostilities|bombing|shelling|fire|fighting),
        halt to (|all) (strikes|attacks|hostilities|fire), end(|s|ed|ing) (|its|their|of|of the|to|the) armed
        (struggle|campaign|rebellion), end of fire, guns to (rest|fall silent), stop(|s|ped|ping) (firing|shooting),
        guns f(all|alls|ell) silent, hold(|s|ing) (|its|their|our) fire, (keep|keeps|kept|hold|holds) (|its |their
        |the )(guns|weapons|arms) silent, lay(|s|ing) off attacks, (hours|days|weeks) of (quiet|calm), ceas(e|es|ed)
        hostilities, deal to end
        (the|six|seven|five|four|three|two|years|months|weeks|decades|fighting|hostilities|war), agreement to end
        (the|six|seven|five|four|three|two|years|months|weeks|decades|fighting|hostilities|war), accord to end, pact
        to end, agreed to end, agree to end, agreed to stop fighting, agree to stop fighting, peace deal, peace
        agreement, lay down arms, surrender(|s|ed|ing) to, surrendered, surrender, ceasefire(|s), cease fire(|s),
        truce(|s), armistice, cessation of hostilities, humanitarian pause, pause in fighting, halt in fighting,
        halt to fighting, end to hostilities, end of hostilities, lull, silence the guns, lay(|s) down arms, end
        hostilities, pause in the fighting, suspended attacks, suspension of attacks,
        (halt|pause|stop|moratorium|break|suspension|freeze) (in|of|to|on|for) (|all|further)
        (attacks|strikes|bombing|air strikes|airstrikes|hostilities),
        (stop|stopped|stopping|halted|halting|end|ends|ended|ending|suspended|ceased|cease|call|calls|called) (|off
        )(|all |its |their |our |the )(attacks|suicide attacks|suicide bombings|bombings|bombing campaign|rocket
        attacks|rocket fire|armed attacks|military operations),
        (halt|halts|stop|stops|end|ends|suspend|suspends|pause |pauses|paused) (|all |its |their |our |the )(suicide
        bombings|bombings|bombing campaign|rocket attacks|rocket fire|armed attacks|military operations),
        (stop|halt|pause|suspend|cease)(|s|ed|ping|ing) (|all|air) strikes, laid down arms, disarm(|s|ed|ament)
    """,
    "TRUCEACT": """
        agree(|s) to, takes effect, took effect, take effect, holds, holding, enter(|s|ed) into force, came into
        force, comes into force, come into force, in effect, collaps(e|es|ed), expire(|s|d), broke down, breaks
        down, end(|s|ed), accepts, accepted, accept, declare(|s|d), declaring, brokered, signed, sign, signs,
        mediated, into effect, proclaimed, reached
    """,
    "WITHDRAW": """
        on (its|their) way out of,
        hand(|s|ed) (|over) the keys,
        pull(|s|ed|ing) all its, completed its retreat, complete(|s|d) its withdrawal, finish(|es|ed)
        withdrawing, last flag lowered, leave for good, withdraw, withdrew,
        withdraws, withdrawn, withdrawing, withdrawal(|s), pull(|s|ed|ing) out, pullout(|s), pull out(|s),
        pullback, pull(|s|ed|ing) back, drawdown, draw(|s) down, retreat(|s|ed|ing),
        hand(|s|ed) over the base,
        depart(|s|ed|ing|ure), mission ends, ended its mission, vacat(e|es|ed), scale(|s|d) down,
        disengage(|d), evacuated its base, leaves base
    """,
    "HANDOVER": """
        hand(|s|ed|ing) over, hand(|s|ed|ing) back, handover(|s), (turn|turns|turned|turning) over
    """,
    "FORCESOUT": """
        (last|final) (|french|american|us|british|german|russian|un|turkish|italian)
        (troops|soldiers|forces|peacekeepers|contingent), (pull|pulls|pulled|pulling) (|its|their|the|all|all
        its) (troops|soldiers|forces|tanks) (back|out), troop (withdrawal|pullout|pull
        out|pullback|cut|reduction|drawdown)(|s), (military|force) (withdrawal|pullout|drawdown)(|s),
        disengagement,
        (cut|cuts|cutting|reduce|reduces|reduced|reducing|halve|halves|halved|halving|slash|slashes|trim|trims)
        (|its|their|the|number of|the number of) (troops|soldiers|troop numbers|troop levels|troop
        presence|military presence),
        (end|ends|ended|ending|terminate|terminates|terminated|complete|completes|completed|conclude|concludes)
        (|its|their|the|a) (troop|military|peacekeeping|combat|training|advisory)
        (mission|presence|operation|force|mandate)
    """,
    "TALKS": """
        sit down, sitting down, spoke by phone, speak by phone, sat down, sits down, meet face to face, met face to
        face, re establish diplomatic relations, reestablish diplomatic relations, restore diplomatic relations,
        restoring diplomatic relations, re establish ties, restore relations, resume diplomatic relations,
        normali(s|z)e relations, normali(s|z)e ties, met in, sat down with, held a summit, face to face, signed a
        joint statement, sign statement, to meet, delegations, meets with, will meet, meeting with, ceasefire
        discussions, gaza talks, talks about a ceasefire, talks, negotiation(|s), negotiat(e|es|ed|ing|or|ors),
        summit, mediat(e|ed|es|ing|ion|or|ors), agreement, memorandum, delegation(|s), dialogue, meeting, met with,
        diplomatic talks, phone call, peace process, normali(s|z)ation, restore diplomatic, restore ties,
        resum(e|ed|es) ties, rapprochement, peace initiative, hold talks, held talks, round of talks, peace pact,
        peace treaty, detente, peace proposal, contacts
    """,
    "MEASURES": """
        (fresh|new|more|further|additional|tougher) (measures|penalties|restrictions),
        (new|fresh|latest|10th|11th|12th|13th|14th|15th|16th|17th|18th|19th|20th|21st) package
    """,
    "DEAL": """
        (mediated|brokered) (deal|agreement|accord),
        (reach|reaches|reached|strike|strikes|struck|sign|signs|signed) (|a|an|the)
        (|provisional|interim|initial|preliminary|landmark)
        (deal|agreement|accord|understanding|declaration|memorandum|roadmap), agree(|s|d) (|to) (not to|to
        end|to ease|to defuse|to normalise|to normalize|to de escalate|to resolve), agree(|s|d) roadmap
    """,
    "DISCUSS": """
        discuss(|es|ed|ing), consultations, in contact, hotline
    """,
    "SOIL": "soil, on (its|their) (soil|territory)",
    "ESCORT": """
        escort(|s|ed|ing)
    """,
    "BAR": """
        bar(|s|red|ring), ban(|s|ned|ning), prohibit(|s|ed)
    """,
    "AIRLINE": """
        lufthansa, wizz air, ryanair, easyjet, klm, emirates airline, flydubai, etihad, air
        (france|india|canada|china|serbia|malta|new zealand|algerie|europa|baltic),
        (turkish|ethiopian|american|austrian|brussels|singapore|japan|pakistan international|iraqi|ukraine
        international|south african) airlines, (qatar|kenya|british|kuwait|iraqi|thai) airways, iran air,
        royal jordanian, korean air
    """,
    "SIGHTED": """
        spotted, sighted, sighting(|s), hover(|s|ed|ing), seen, (now |)visible, show(|s) up, appear(|s|ed) (at|in),
        observed, circl(e|es|ed|ing), loiter(|ed|ing)
    """,
    "GIVES": "gives, gave",
    "TIME": "hours, days, week, weeks",
    "MEET": "meet, meets, met",
    "HURL": "(lob|lobbed|hurl|hurled|throw|threw|thrown|toss|tossed|flung) (at|into|in|inside|on)",
    "VOLLEY": "salvo(es), barrage(|s)",
    "ACCESS": "access to",
    "EXCHANGE": """
        trade(|s|d) (captives|prisoners), swap(|s|ped) captives,
        prisoner swap(|s), prisoner exchange(|s), exchange of prisoners, swap of prisoners, prisoners of war,
        pows, prisoner of war, hostage release, release of hostages, hostage deal, swapped, hostage exchange,
        freed in exchange, hostages freed, hostages released, prisoner release, prisoners exchanged, exchanged
        prisoners, swap deal, captives exchanged, detainee exchange, prisoner deal, hostage swap, exchange
        prisoners, swap prisoners
    """,
    "RELEASE": """
        let(|s) go, trad(e|es|ed) places, releas(e|es|ed|ing), free(|s|d|ing), returned, set free,
        (regain|regains|regained|win|wins|won|gain|gains) freedom, let go by, were let go, was let go, been let go,
        walk(|s|ed) free, go(|es) free, went free
    """,
    "RETURNS": """
        returns, handed to, (get|gets|got) back
    """,
    "PRISONER": """
        prisoner(|s), detainee(|s), captured (soldier|troop|serviceman|pilot|fighter)(|s), captured
        servicemen, inmate(|s), bodies of soldiers, bodies of hostages
    """,
    # ---- how it is said ----
    "NEG": """
        no, not, never, without, didn't, doesn't, don't, wasn't, weren't, isn't, aren't, hasn't, haven't,
        hadn't, cannot, can't, nobody, none, neither, nor, failed to, fail to, fails to, failure to, unable
        to, unlikely to, no evidence, no sign, instead of, rather than, far from, unharmed, ruled out, rules
        out
    """,
    "DENY": """
        den(y|ies|ied|ying), denial, reject(|s|ed|ing) claims, rejected, refut(e|es|ed), untrue, false claims,
        false reports, rumo(|u)rs, unfounded, dismissed, dismisses, disputes, fake, baseless
    """,
    "WILL": """
        will, won't, is to, are to, plan(|s|ned|ning) to, plans, set to, going to, about to, expected to, ready to,
        due to (begin|start|open|meet|hold|take|arrive|leave|visit|travel|sign|resume|end|expire|deploy|return|be),
        prepar(e|es|ed|ing) to, prepar(e|es|ing) for, intend(|s|ed) to, to begin, scheduled, slated to, poised to,
        later this, next week, next month, tomorrow, upcoming, shall, i'll, we'll, they'll, to be, aim(|s|ed) to,
        want(|s|ed) to, seek(|s|ing) to, vows to, ordered to
    """,
    "MIGHT": """
        considers, considering, weighs, weighing, mulls, mulling, ponders, waits for, awaits, awaiting, braces for,
        bracing for, brace for, expects, would, could, may, might, should, if, unless, possible, possibly,
        potential, potentially, risk, risks, risk of, fear(|s|ed|ing), concern(|s) that, concern, in case of,
        whether, hypothetical, scenario, imminent, likely, likelihood, chance of, possibility, worr(y|ies|ied), were
        to, must, can, speculation, eventual, prospect, in the event, threat of, plot(|s|ted|ting) to,
        attempt(|s|ed) to, tried to, tries to, try to, prevent(|s|ed|ing), deter(|s|red|ring), avert(|s|ed|ing),
        protect(|s|ing) against, able to, capable of, capability, ability to, call(|s|ed|ing) for,
        demand(|s|ed|ing), proposed, proposal, offer(|s|ed), willing to, hope(|s|d)
    """,
    "PAST": """
        ago, last year, anniversary, anniversaries, on this day, in the 19, decade(|s), century, centuries,
        way back in, years later,
        memorial (service|ceremony|unveiled|opens|opened|stone|day), commemorat(e|es|ed|ing|ion), remembered,
        remembrance, earlier this year, last month, months ago, years ago, during world war, second world war,
        world war ii, first world war, world war i, cold war, in recent weeks, in recent months, since then,
        at the time, a year ago,
        last summer, last spring, last autumn, last winter, past years, in the past, for years, weeks ago,
        last week, days after, earlier attack(|s), mark(|s|ed|ing) the, previously,
        in the (first|early|opening) (days|weeks|months|phase) of the (war|conflict|invasion),
        at the (start|beginning|outset) of the (war|conflict|invasion), early in the (war|conflict|invasion)
    """,
    "CLAIM": """
        claim(|s|ed|ing) responsibility, claimed, claims, claim, responsibility, took credit, taken credit,
        alleg(e|es|ed|edly|ing|ation|ations), purported, purportedly
    """,
    "SAY": """
        sa(y|ys|id), report(|s|ed|edly|ing), according to, announced that, confirm(|s|ed|ing),
        stat(e|es|ed|ing|ement), spokes(man|woman|person), sources, ministry, reuters, afp, ap
    """,
    "CRASH": "crash(|es) during, crash(|es|ed) into, crashing into, crash(|es|ed) near, crash(|es|ed) in, crashed",
    "DESTROY": "destroy(|s|ed|ing)",
    "AT": """
        at, over, near, above, outside, close to, off, en route, on its way, before reaching, short of,
        overnight
    """,
    "SEA": """
        shoal, reef, atoll, red sea, gulf of aden, gulf of oman, persian gulf, black sea, south china sea,
        baltic sea, arabian sea, bab al mandab, bab el mandeb, bab al mandeb, high seas, at sea, nautical
        mile(|s), sea of azov, mediterranean, strait of taiwan, taiwan strait, east china sea, yellow sea,
        indian ocean
    """,
    "SWAP": "swap(|s|ped|ping), exchange(|d|s)",
    "FLY": """
        fly, flies, flew, flown, flying, ferr(y|ied|ies), shuttled, bring(|s), brought, carr(y|ied|ies), taken,
        whisked
    """,
    "PULL": "pull(|s|ed|ing)",
    "BACK": "back",
    "OUT": "out, out of, home, to safety, away, abroad",
    "NUCDOC": """
        (iaea|un|surveillance|monitoring|nuclear) cameras, mini nukes, (to|will) enrich (|more) uranium,
        (bar|bars|barred|barring|expel|expels|expelled|expelling|kicks out|throws out) (|iaea|un) (|nuclear)
        inspectors, (resum|restart)(e|es|ed|ing) (|its) nuclear (|weapons|weapon) (testing|tests|test), nuclear
        (weapons|power|armed) status, status as (|a) nuclear (power|state), nuclear armed state, nuclear doctrine,
        nuclear strategy, nuclear posture, nuclear threshold, nuclear policy, weapons grade uranium, doctrine on
        nuclear weapons, nuclear deterrence doctrine, bar for nuclear, threshold for nuclear, use of nuclear weapons
        doctrine, iaea inspectors, nuclear sites inspections, un nuclear watchdog
    """,
    "CHEM": """
        chlorine, poison(|ous) gas, toxic gas, nerve gas, nerve agent, sarin, mustard gas, chemical weapon(|s),
        chemical attack(|s), gas attack(|s), chemical munitions
    """,
    "IDIOM": """
        without (|any |prior )(warning|notice), on board (a|the|two), room and board,
        (workers|staff|crew|crews|pilots|controllers|nurses|doctors|teachers|dockers|employees|drivers) strike(|s),
        (bus|taxi|truckers|metro|tube|ferry|lorry drivers|garbage|students) strike(|s), strike(|s) on (|the
        )(monday|tuesday|wednesday|thursday|friday|saturday|sunday|pay|wages|jobs|railways|buses), (take|takes|took)
        (oath|office|aim|charge|part|place|steps|credit|shelter), (take|takes|took) (refuge|over
        as|issue|note|stock|heed|turns|responsibility|action), (take|takes|took) (advantage|questions|centre
        stage|center stage|a break|to the streets|on|up|off|down), air traffic (|control) strike(|s),
        (keep|kept|lay|laid|put) (|their |its )guns down, (prison|jail)
        (riot|riots|clash|clashes|brawl|fight|fights), power tools, (wwii|ww2|world war ii|world war two|second
        world war|unexploded|old) (bomb|bombs|mine|landmine|shell|grenade|ordnance|device), unexploded
        (wwii|ww2|world war ii|second world war) (bomb|bombs|shell), rocket debris, smuggled (fuel|oil|diesel), fuel
        smuggling, (tower|apartment|residential|housing|office|city|flat|trade) block(|s), block(|s) of
        (flats|apartments|houses), (in|of|off|to|from|near|over|into|across|for|around) occupied,
        (russian|pakistan|israeli|turkish|militarily| illegally|temporarily|partly) occupied, occupied
        (territory|territories|areas|lands|parts|palestinian), early warning, storm warning(|s), weather
        warning(|s), brought home by, brought home to airlift(|ed|ing) to (|a|the) (hospital|hospitals|trauma
        centre|trauma center), airlift(|s|ed|ing) (food|aid|supplies|grain|cattle|patients|climbers|hikers), shark
        attack(|s), (bear|dog|tiger|elephant|crocodile|orca|whale) attack(|s), attacked by (a|an|his|her|the)
        (shark|bear|dog|dogs|tiger|lion|crocodile|elephant|leopard|bees|whale), sonic boom(|s), strike new economic,
        strike a new, strikes a new, strikes new, new partnership, encryption blast, experts blast, pepper spray,
        amid backlash, offensive social media, offensive post, offensive joke, tailstrikes, tests positive, tested
        positive, authenticity test, taste test, test fails, death threats, writers' strike, writers strike,
        writer's strike, actors' strike, actors strike, hollywood strike, sag aftra strike, hunger strike(|s),
        strike action, on strike, going on strike, go on strike, goes on strike, went on strike, general strike(|s),
        rail strike(|s), train strike(|s), nurses' strike, doctors' strike, teachers' strike, strike a balance,
        strikes a balance, striking a balance, striking workers, striking writers, striking actors, striking
        performers, strike by workers, lightning strike(|s), bird strike(|s), strike out, strikeout(|s), strike
        rate, strike price, strike zone, strike force one, tailstrike(|s), tail strike(|s), strike gold, struck
        gold, struck a chord, struck by lightning, striking resemblance, striking images, striking photographs,
        strikes out, heart attack(|s), panic attack(|s), asthma attack(|s), anxiety attack(|s), personal attack(|s),
        attack ad(|s), scathing attack, verbal attack(|s), political attack(|s), counter attacking, attacking
        midfielder, attacking football, attacking midfield, attacking play, attacking style, animal attack(|s), acid
        attack(|s), attack line(|s), under attack from critics, transphobic attack, attack on titan, culture
        war(|s), court battle(|s), legal battle(|s), cancer battle, health battle, custody battle(|s), battle with
        cancer, battle against cancer, battle of wills, bidding battle, battle royale, leadership battle, political
        battle, battle for survival, title battle, relegation battle, ratings battle, battle lines, uphill battle,
        losing battle, battle scenes, fight for survival, fight back tears, fighting cancer, fight cancer, fight
        climate, food fight, fighting chance, fight night, title fight, prize fight, fighting stereotypes, crime
        fighting, fire fighting, dogfight, bullfight, fight crime, infighting, box office bomb(|s), photo bomb,
        photobomb(|ed), bombshell(|s), time bomb(|s), bath bomb(|s), cherry bomb, f bomb, bombed at the box office,
        bomb cyclone, atomic bomb museum, sex bomb, seed bombs, flour bomb, love bomb(|ing), the bomb squad, bomb
        disposal, review bombing, review bombed, stink bomb, wartime bomb, world war bomb, bomb threat(|s), bomb
        scare, bomb hoax, riot games, laugh riot, a riot of, riot of colour, riot of color, white riot, riot grrrl,
        runs riot, run riot, ran riot, quiet riot, pussy riot, riot fest, population explosion, explosion of
        interest, price war(|s), trade war(|s), star wars, bidding war, war of words, turf war, war room, console
        war, civil war drama, war film, war movie, war drama, war crimes trial, tug of war, war chest, warhammer,
        war of attrition, war on woke, cold war thriller, world of warcraft, houston rockets, rockets coach, rocket
        stage, rocket lab, rocket launch site, rocket science, rocket company, rocket engine, rocket league, rocket
        booster, rocketed, rocket body, rocket bodies, deadly weapon, ousted (leader|president|former|autocrat),
        deposed (leader|president|former), air raid (siren|alert|alarm|shelter|warning)(|s), sworn in, close air
        support, closed session, bomb shelter(|s), pocket rocket, space rocket(|s), skyrocket, crew rocket, moon
        rocket, falcon rocket, rocket fuel, rocket scientist, rocket man, bottle rocket, rocket mortgage, soyuz
        rocket, delivery drone(|s), drone show(|s), drone footage, drone light show, drone delivery, drone video,
        drone photography, drone photo(|s), drone image(|s), drone racing, drone shots, drone pilot licence, drone
        camera, camera drone(|s), drone maker dji, mini drone, drone operators club, hobby drone, dji, had a blast,
        have a blast, full blast, blast from the past, blast as, viewers blast, critics blast, fans blast, at full
        blast, brain injury, knee injury, hamstring injury, ankle injury, injury time, injury list, injury update,
        foot injury, shoulder injury, injury concerns, injury crisis, injury prone, injury setback, groin injury,
        hostage drama, film shoot, photo shoot, photoshoot, shooting star(|s), shooting guard, shooting a film,
        shoot out of, shooting script, shooting hoops, trigger warning, killer app, kill the mood, dressed to kill,
        drop dead, crowd (crush|surge|stampede)(|es|s), stampede(|s), dead heat, deadline, deadlock, dead end, dead
        ball, dead zone, kill switch, killing it, killing time, killjoy, body positivity, student body, body image,
        body of work, governing body, body camera, body shop, sudden death, death metal, death row, near death,
        death knell, walking dead, evil dead, grateful dead, dead ringer, black death, death penalty, dead sea, dead
        or alive, kill bill, life or death, death on the nile, dead in the water, hacky sack, life hack(|s), hack
        and slash, travel hack(|s), food hack(|s), beauty hack(|s), cooking hack(|s), hacks for, ios hack,
        hackathon, hacking cough, target audience, target price, price target, target man, target practice, off
        target, on target, shots on target, target stores, target corp, climate target, emissions target, inflation
        target, net zero target, sales target, transfer target(|s), ice raid, dawn raid, police raid(|s), drug raid,
        tomb raid, tomb raider, corporate raid, tax raid, sexual assault(|s), indecent assault, assault on nature,
        assault charge(|s), assault rifle(|s), assault allegations, assault weapon(|s), assault weapons ban, common
        assault, assault case, alleged assault, assault course,
        (charm|diplomatic|peace|media|pr|trade|legal|economic|propaganda|political|price|marketing) offensive(|s),
        offensive line, offensive coordinator, offensive lineman, offensive language, offensive remarks, offensive
        comments, offensive tweet(|s), offensive jokes, minesweeper game, mine craft, gold mine, coal mine, data
        mine, mine workers, crypto mine, land mine museum, relationship, friendship, championship, leadership,
        membership, sponsorship, ownership, battleship game, cruise ship, spaceship, starship, ship it, shipwreck,
        ghost ship, dream boat, love boat, houseboat, boat race, boat show, boat trip, party boat, rubber boat,
        migrant boat(|s), narco boat, fishing trip, camera crew, film crew, cabin crew, flight crew, ground crew,
        swat team, jet ski, jet lag, private jet(|s), jet set, jet2, new york jets, winnipeg jets, jets coach, jets
        quarterback, the jets, apache junction, apache software, chinook salmon, reaper man, grim reaper, grenade
        launcher cosplay, invasion of privacy, privacy invasion, alien invasion, home invasion, pitch invasion,
        british invasion, bug invasion, storming performance, storming start, storms out, stormed out, storm to
        victory, stormed to victory, advances to, advance tickets, advance sale, captured the imagination, captured
        hearts, captured on camera, captured on video, captured by photographer, capture the flag, carbon capture,
        motion capture, screen capture, seizes the moment, seized the moment, occupied with, invade privacy,
        breached its contract, breach of contract, data breach notification, breach of trust, breach of rules,
        breach of conduct, kidnap thriller, coup for, coup de grace, casting coup, diplomatic coup, coup of the
        season, coup de theatre, transfer coup, mob wife, mob boss, mob museum, mob drama, flash mob, mob film,
        lynch mob mentality, david lynch, merrill lynch, lynch syndrome, looted art, looted artefacts, looted
        artifacts, looted antiquities, looted relics, nazi looted, looted treasures, olympic torch, torch relay,
        torch bearer, torchlight, passing the torch, tear gas song, rally driver, rally car, stock rally, stocks
        rally, shares rally, bond rally, market rally, rally championship, tennis rally, world rally, wrc,
        demonstrates, demonstrated that, peace of mind, peace prize, nobel peace prize, rest in peace, justice and
        peace, peace negotiations between the exes, ceasefire between the royals, truce between the exes, trade
        talks, contract talks, pay talks, transfer talks, takeover talks, merger talks, coalition talks, climate
        talks, debt ceiling talks, budget talks, ted talk(|s), tech talks, talks about her, talks about his, talks
        about their, she talks, he talks, talks to the, talks up, who talks, small talks, climate summit, tech
        summit, business summit, investor summit, ai summit, ai safety summit, summit of mount, summit of everest,
        everest summit, delegation of powers, fish tank, think tank(|s), tank top(|s), water tank(|s), septic tank,
        fuel tank, gas tank, tanks water, shark tank, oxygen tank, naval gazing, navel, shell company, shell
        companies, shell shock, shell out, shelled out, sea shell(|s), seashell(|s), egg shell, shell plc, oil giant
        shell, in a nutshell, nutshell, shell of, taco shell, shell profits, shell shares, shell gas, shell's,
        shelling out, mortar board, bricks and mortar, brick and mortar, mass mobilisation of voters, release
        date(|s), released a statement, new release, press release, releases new, album release, released on bail,
        early release, free agent, free kick, free to, free of, free for, free speech, for free, free trade, free
        agency, free market, evacuated to hospital, airlifted to hospital, taken to hospital, exercise and diet,
        exercise class, exercise routine, exercise bike, exercise more, diet and exercise, physical exercise,
        exercise regime, stress test(|s), test cricket, covid test(|s), blood test(|s), drug test(|s), test kit,
        test tube, test drive(|s|d), test pilot, dna test, pregnancy test, breath test, screen test, beta test,
        field test, test win, test century, test match, ashes test, driving test, eye test, test scores, test
        result(|s), test side, nuclear family, nuclear fusion, nuclear power, nuclear energy, nuclear option,
        nuclear plant water, nuclear medicine, nuclear waste, close friend(|s), close relationship, close ties,
        close up, closely, closing argument(|s), closing ceremony, closing date, closing night, closing time, at the
        close, close of, flight attendant(|s), flight shame, flight deal(|s), cheap flights, flight path, flight of
        fancy, flights of stairs, usb port, usb c port, port of call, port vale, portfolio, charging port, port
        strike(|s), border collie, crossing the line, level crossing, pedestrian crossing, zebra crossing, crossing
        fingers, bridge the gap, london bridge, bridgerton, cambridge, tower bridge, fall of the, falls in love,
        fell in love, falling in love, fell asleep, fell ill, falls ill, fall tv, this fall, in the fall, fall
        season, prices fell, prices fall, shares fell, shares fall, falling prices, falling down, fell short, falls
        short, fell to his death, fell to her death, fell to their death, fall victim, rates fell, sales fell, fall
        in prices, landed a role, landed the role, landed in hospital, landed a job, landed on netflix, crash
        landed, landing page, moon landing, safe landing, landed safely, soft landing, landing gear, reach out,
        reached out, reached for comment, reaching out, reaches final, reached the final, reach the final, reaches
        semi finals, hit song(|s), hit show, hit series, hit film, hit single, hit movie, hits out, hit out, smash
        hit(|s), greatest hits, hit drama, hit by pitch, hit and run, hits streaming, hit the road, hits the road,
        hits theaters, hits cinemas, hit theaters, hit cinemas, hit shelves, hits shelves, hit record, hits record,
        hit record high, pinch hit, hit list of, hit home, big hit, biggest hits, hit tv, hit game, hits netflix,
        hit netflix, no hitter, hits milestone, hit with lawsuit, hit with a lawsuit, hit by inflation, hit the
        market, hit the streets, fire sale, fire department, fire crews, fire chief, fire brigade, fire engine(|s),
        fire alarm, fire safety, wildfire(|s), forest fire(|s), open fire grill, fired coach, fires coach, hired and
        fired, fired as, got fired, fires back, fired back, fire his, shots fired at rival, tucker carlson fired,
        launch event, launch party, launched a campaign, launches campaign, launched a new, launches new, product
        launch, launched into space, launches satellite, launched an investigation, launched an inquiry, launched
        her, launched his career, launch date, launches today, launch price, launches app, book launch, long shot,
        mug shot, mugshot, big shot, headshot, shot put, shot clock, shot of, screenshot(|s), flu shot, booster
        shot, one shot, winning shot, shot stopper, gunshot wedding, slap shot, snapshot, to combat, combating,
        combatting, under fire for, commons clash(|es)
    """,
    "LABOUR": """
        train drivers, bus drivers, train crews, rail workers, dock workers, shorter hours, pay dispute, wages, port
        workers, union, unions, dockworkers, longshoremen, machinists, picket, pay rise, industrial action, walkout
    """,
    "NATIONAL": """
        presidential office, president's office, voter data, electoral register, electoral roll, water
        (system|systems|supply|utility|utilities|works|plant), phone company, telecoms, mobile phone, filling
        station(|s), petrol pumps, government site(|s), state site(|s), public service(|s), national
        lab(|s|oratory|oratories), research lab(|s|oratories), treasury, health service, city hall, city council,
        municipal(|ity|ities), tax (office|authority|agency), customs, stock exchange, post office, social security,
        electoral commission, state services, state institutions, registers, ministries, agencies, public bodies,
        government websites, mobile network, mobile phone company, satellite operator, government(|s), petrol
        station(|s), gas station(|s), fuel pumps, mobile operator, telecom, defen(s|c)e, national, critical
        infrastructure, state websites, electricity, banks, pro russian, election commission, state backed, state
        sponsored, military intelligence, operator, fuel stations
    """,
    "SEAWARD": """
        (toward|towards) (|the) (east sea|yellow sea|sea of japan|pacific),
        into sea, into east sea, into yellow sea, into (japan|pacific) (sea|waters), toward sea, off
        (east|west|eastern|western) coast, off the (east|west|eastern|western) coast, into the sea, into the
        sea of japan, into the east sea, into waters, into the ocean, into the pacific, into the yellow sea,
        off its (east|west|eastern|western) coast, toward(|s) the sea, at sea off
    """,
    "TERRAIN": """
        corridor,
        suburb(|s), outskirts, refugee camp, southern suburbs,
        neighbo(|u)rhood, village, town, city, district, hilltop(|s), hill, airfield,
        territory, settlement, stronghold, frontline town, provincial capital, regional capital, swathe(|s), enclave
    """,
    "GANG": "gang(|s), cartel(|s), riot police, mafia",
    "SETUP": "set up, sets up, setting up, establish(|es|ed|ing), erected, opened, form(|s|ed)",
    "PEACEFUL": """
        peaceful, peacefull, peacefully, non violent, nonviolent, human chain, sit in, candle(|s), vigil
    """,
    "SEND": """
        sent, send(|s|ing), dispatched, mov(e|es|ed|ing), shift(|s|ed|ing), station(|ed|s|ing), position(|ed|ing),
        repositioning, transfer(|red|s)
    """,
    "TOWARD": """
        toward, towards, to the region, closer to, into, to the border, to its border, to reinforce, to
        bolster, to protect, to defend, to deter, to counter
    """,
    "TELL": """
        asks, asked,
        tells, call(|s|ed) on, advises, tell(|s|ing), told, instruct(|s|ed|ing), advis(e|es|ed|ing),
        urg(e|es|ed|ing)
    """,
    "LEAVE": """
        to depart, leaves, left, to leave, to flee, leave, leaving, get out, get out of, go south, move south, head
        south, flee to, to go north, to move (to|out|away|north|south|west|east|from|towards), get away from, quit
        the country, leave while, on any ticket, on the next available flight, while commercial options remain
    """,
    "CROSS": "cross(|es|ed|ing)",
    "BURN": """
        (cause|start|spark)(|s) (|a )(|huge |massive |large |big |major )(fire|blaze|inferno)(|s) (at|in|on),
        (caused|causing|started|starting|sparked|sparking) (|a )(|huge |massive |large |big |major )
        (fire|blaze|inferno)(|s) (at|in|on), (set|sets|setting) (|a )fire(|s) (at|in|on), sets ablaze, setting
        ablaze, sets alight, ignit(e|es|ing), ablaze, in flames, goes up in flames, went up in flames,
        burn(|s|ed|t|ing) (|down), set it alight, set fire to the, set it on fire, torched the
    """,
    "TOPPLE": """
        ousted, oust, overthrow(|s|n), toppl(e|es|ed|ing), deposed, removed from power, unseat(|s|ed), in a coup
    """,
    "TOPPLING": "to oust, to overthrow, to topple, to unseat",  # what is only meant, or who is to be driven off
    "REOPEN": "reopen(|s|ed|ing), re open(|ed|s)",
    "PROMISE": "pledg(e|es|ed|ing), promis(e|es|ed|ing)",
    "DRUG": """
        cocaine, heroin, narcotic(|s), cannabis, fentanyl, methamphetamine, contraband, smuggled, smugglers,
        hashish, tonnes of drugs
    """,
    "ASK": "ask(|s|ed|ing) for, request(|s|ed|ing), appeal(|s|ed) for",
    "IN": "in, from",
    "BOMBS": "bombs",
    "LAND": """
        land (near|in|on|at|inside|outside|close), rain(|s) on, fall, landed, landing, lands, impact(|ed|ing), fell,
        falls, falling, fallen, came down, comes down, come down, reaches, reach, rain down, rained
    """,
    "POLICE": """
        cops, police, policem(an|en), police officer(|s), police station(|s), swat, officers, detectives
    """,
    "AIRDEF": """
        air defen(s|c)es, air defen(s|c)e, air defen(s|c)e system(|s), iron dome, arrow system, patriot(|s), patriot
        battery, anti aircraft fire, interceptor(|s), david's sling, air defense batteries
    """,
    "AIRDEFACT": """
        air defen(s|c)e (opens|opened) fire, air defen(s|c)es (open|opened) fire, as air defen(s|c)es respond,
        air defen(s|c)e(|s) (active|activated|engaged|at work) (in|over|above),
        air defen(s|c)e(|s) (repel|repels|repelling),
        air defen(s|c)e (is|was) (active|activated|at work), air defen(s|c)es (are|were) (active|activated|at work),
        anti aircraft guns (open|opened) (fire|up)
    """,
    "MOVE": """
        nears, nearing, on (its|their|the) way to, gulf bound, (gather|gathers|gathering|mass|massing|assemble)
        (off|in|near), touch(|es|ed|ing) down, set(|s|ting) sail, bound for, roll(|s|ed|ing) toward(|s),
        sail(|s|ed|ing) (for|into), steam(|s|ed|ing) (to|into|through), arrived in, arrives in, arrive in, arrived
        at, arrive at, arrives at, heads to, heads for, heading for, headed for, headed to, heading to, set sail
        for, sail(|s|ed|ing) to, steam(|s|ed|ing) toward
    """,
    "UNDERWATER": """
        underwater, under water, below the waterline, beneath the surface, laid underwater, divers, on the
        seabed, sea bed, seabed
    """,
    "BRIDGE": "bridge(|s)",
    "SHOTDEAD": """
        gun(|s|ning) down, shot to death, fatally shot, riddled with bullets, gunned down, shot dead, shoot dead,
        shoots dead, executed
    """,
    "DROP": "drop(|s|ped|ping)",
    "BORDERS": """
        hormuz,
        border crossing(|s), border, borders, crossing(|s), the crossing(|s), crossing(|s) (at|with|between|is|was|in),
        crossing point(|s), strait, strait of hormuz, suez
        canal, rafah crossing, frontier, border gate, border gates, land crossings, bosphorus, airspace to
    """,
    "ORDER": "order(|s|ed|ing)",
    "PEACETALKS": """
        peace talks, direct talks, indirect talks, nuclear talks, nuclear negotiations, peace negotiations, peace
        agreement(|s), peace accord(|s), peace conference, peace plan, ceasefire talks, truce talks, ceasefire
        negotiations, truce negotiations, talks on a ceasefire, talks on a truce, hostage talks, talks to end the
        war, security talks, crisis talks, border talks, talks on ending, peace dialogue
    """,
    "BREAK": """
        in retaliation for, retaliation for, in response to, response to, revenge for, reprisal for, in reprisal
        for, in reply to, in answer to, in return for, ahead of, on the eve of, on eve of, retaliat(es|ed|ing) for,
        payback for, following a, after, before, while, as, when, amid, following, since, but, because, although,
        though, which, who, whose, where, until, despite, and then, whereas, hours after, day after, a day after,
        during, so that, unlike, that
    """,
    "WITH": "with, by, using, via",
}

_STATES = """
    afghan(|s|istan), albania(|n), algeria(|n), angola(|n), argentin(a|e), armenia(|n|ns), australia(|n),
    austria(|n), azerbaijan(|i|is), azeri, bahrain(|i), bangladesh(|i), belarus(|ian), belgi(um|an),
    bolivia(|n), bosnia(|n), brazil(|ian), bulgaria(|n), burkina faso, burkinabe, burundi(|an), cambodia(|n),
    cameroon(|ian), canad(a|ian), chad(|ian), chile(|an), china, chinese, colombia(|n), congo(|lese), drc, dr
    congo, croatia(|n), cuba(|n), cypr(us|iot), czech, danish, denmark, djibouti, dutch, ecuador(|ian),
    egypt(|ian), eritrea(|n), estonia(|n), ethiopia(|n), eu, european union, finland, finnish, france, french,
    gabon, georgia(|n), german(|s|y), ghana(|ian), greek(|s), greece, guinea(|n), haiti(|an), hungar(y|ian),
    iceland, india(|n|ns), indonesia(|n), iran(|ian|ians), iraq(|i|is), ireland, irish, israel(|i|is), italy,
    italian, ivory coast, japan(|ese), jordan(|ian), kazakh(|stan), kenya(|n), kosovo, kuwait(|i),
    kyrgyz(|stan), laos, latvia(|n), leban(on|ese), libya(|n), lithuania(|n), mali(|an), malaysia(|n),
    mauritania(|n), mexic(o|an), moldova(|n), mongolia(|n), montenegro, morocc(o|an), mozambique, myanmar,
    burma, burmese, belize(|an), benin(|ese), bhutan(|ese), botswana(|n), brunei, central african republic,
    comoros, costa rica(|n|ns), dominican republic, east timor, el salvador, salvadoran, equatorial guinea, eswatini,
    fiji(|an), gambia(|n), guatemala(|n), guyana, guyanese, honduras, honduran, jamaica(|n), lesotho, liberia(|n),
    luxembourg, madagascar, malawi(|an), maldives, malta, maltese, namibia(|n), new zealand, north macedonia,
    papua new guinea, solomon islands, somaliland, south ossetia, abkhazia(|n), suriname, transnistria, trinidad,
    vanuatu, caracas, bogota, kinshasa, kigali, addis ababa, asmara, bamako, niamey, ouagadougou, minsk, tbilisi,
    yerevan, baku, chisinau, vilnius, helsinki, stockholm, oslo, copenhagen, canberra, hanoi, phnom penh, dhaka,
    nato, g7, sadc, security council, nepal(|ese), netherlands, nicaragua(|n), niger, nigeria(|n|ns), nigerien, north
    korea(|n|ns), norw(ay|egian), oman(|i), pakistan(|i|is), palestin(e|ian|ians), gaza, junta, panama, paraguay,
    peru(|vian), philippine(|s), filipino(|s), poland, polish, portug(al|uese), qatar(|i), romania(|n),
    russia(|n|ns), rwanda(|n), saudi(|s), saudi arabia(|n), saudi led coalition, senegal(|ese), serbia(|n),
    sierra leone, singapore(|an), slovak(|ia), slovenia(|n), somalia, somali(|s), south africa(|n), south
    korea(|n), south sudan(|ese), spain, spanish, sri lanka(|n), sudan(|ese), swed(en|ish), swiss,
    switzerland, syria(|n|ns), taiwan(|ese), tajik(|istan), tanzania(|n), thai(|land), togo, tunisia(|n),
    turkey, turkiye, turkish, turkmenistan, uae, emirat(i|es), united arab emirates, uganda(|n), ukraine,
    ukrainian(|s), kyiv, kiev, moscow, tehran, jerusalem, ankara, beijing, pyongyang, seoul, islamabad, new
    delhi, delhi, riyadh, washington, london, kremlin, pentagon, white house, uruguay, u.s., u.s, usa, united
    states, american(|s), us led, u.s. led, coalition, international coalition, central command, centcom,
    united nations, u.n., britain, british, britons, united kingdom, u.k., uk, uzbek(|istan), venezuela(|n),
    vietnam(|ese), vietnamese led, yemen(|i|is), zambia(|n), zimbabwe(|an), kurdistan, chechen(|s|ya),
    crimea(|n), donetsk, luhansk, kashmir, iran backed, iranian backed, west bank, occupiers, zionist, regime,
    kabul, baghdad, damascus, beirut, doha, cairo, khartoum, nagorno karabakh, manila, taipei, warsaw,
    brussels, berlin, paris, ottawa, tokyo, western, sbu, ssu, mossad, fsb, cia, gru, druze,
    druzhba, kurd(|s|ish)
"""
_CLASSES["STATE"] = _STATES

# As `scan.plain` reads them: a quotation mark at the edge of a word is a space, and "writers' strike" has two.
_QUOTE = re.compile(r"(?<!\w)['’]|['’](?!\w)")
_ALTERNATIVES = re.compile(r"\(([^()]*)\)")


def spelled_out(entry: str) -> Iterator[str]:
    """Every phrase an entry stands for: 'down(|s|ed)' gives down, downs, downed."""
    found = _ALTERNATIVES.search(entry)
    if found is None:
        phrase = " ".join(entry.split())
        if phrase:
            yield phrase
        return
    for ending in found.group(1).split("|"):
        yield from spelled_out(entry[: found.start()] + ending + entry[found.end() :])


#: names that stand in every text on politics at home
_AT_HOME = frozenset(
    "trump biden obama macron merkel scholz pompeo assad maduro rouhani duterte america americans".split()
) | {
    "donald trump",
    "joe biden",
    "barack obama",
    "emmanuel macron",
    "bashar al assad",
    "treasury department",
}


def _sides() -> Iterator[tuple[str, str]]:
    """States and armed groups of the table of sides, as phrases; what is short could be any word ('us', 'it')."""
    classes = {"state": "STATE", "group": "MILITANT"}
    for alias in aliases().values():
        phrase = " ".join(alias.spelling.lower().replace("-", " ").split())
        name = classes.get(alias.party.kind)
        if name and len(phrase) > 3 and phrase not in _AT_HOME:
            yield phrase, name
            if alias.demonym:
                yield phrase + "s", name


def phrases() -> Mapping[str, str]:
    """phrase -> class. Where two classes name one phrase, the first in the table has it."""
    table: dict[str, str] = {}
    for name, text in _CLASSES.items():
        for entry in text.split(","):
            for phrase in spelled_out(entry):
                table.setdefault(_QUOTE.sub(" ", phrase).strip(), name)
    for phrase, name in _sides():
        table.setdefault(_QUOTE.sub(" ", phrase).strip(), name)
    return MappingProxyType(table)


CLASSES: tuple[str, ...] = tuple(_CLASSES)
