"""What an act was done with: the text's own words, and the family they belong to.

The table is read by people: family | words. The longest words win, and the weapon nearest to the act.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence, index_of
from monitor.taxonomy import STEPS
from monitor.types import Evidence

TABLE = """
drone | drone, drones, UAV, UAVs, UAS, unmanned aerial vehicle, unmanned aerial vehicles, unmanned aircraft, unmanned
    combat aerial vehicle, suicide drone, suicide drones, kamikaze drone, kamikaze drones, explosive drone, explosive
    drones, explosive-laden drone, explosive-laden drones, booby-trapped drone, booby-trapped drones, one-way attack
    drone, one-way attack drones, one-way drone, attack drone, attack drones, combat drone, combat drones, armed drone,
    armed drones, FPV drone, FPV drones, FPV, quadcopter, quadcopters, loitering munition, loitering munitions, Shahed,
    Shaheds, Shahed-136, Shahed-131, Shahed drone, Shahed drones, Geran, Geran-2, Lancet, Bayraktar, Bayraktar TB2,
    Wing Loong, Mohajer-6, Ababil, Samad-3, Qasef, Switchblade, MQ-9, MQ-9 Reaper, Reaper drone, sea drone, sea drones,
    naval drone, naval drones, unmanned surface vessel, unmanned surface vessels, unmanned boat, Sea Baby, Magura,
    Magura V5, drone boat, drone boats, drone swarm, Harop, spy drone, spy drones, reconnaissance drone, reconnaissance
    drones, surveillance drone, surveillance drones, interceptor drone, interceptor drones, underwater drone,
    underwater drones, fibre-optic drone, fibre-optic drones, fiber-optic drone, fiber-optic drones, long-range drone,
    long-range drones, unmanned surface vehicle, unmanned surface vehicles, uncrewed surface vessel, uncrewed surface
    vessels, unmanned underwater vehicle, unmanned underwater vehicles, remote-controlled boat, remote-controlled
    boats, explosive-laden boat, explosive-laden boats, explosives-laden boat, explosives-laden boats, unmanned aerial
    system, unmanned aerial systems, unmanned combat vehicle, unmanned combat vehicles, remotely piloted aircraft,
    remotely piloted aircrafts, pilotless aircraft, pilotless aircrafts, uncrewed aircraft, uncrewed aircrafts,
    uncrewed drone, uncrewed drones, kamikaze UAV, kamikaze UAVs, combat UAV, combat UAVs, attack UAV, attack UAVs,
    UCAV, UCAVs, USV, USVs, hexacopter, hexacopters, octocopter, octocopters, Predator drone, Predator drones, Reaper
    drones, decoy drone, decoy drones, Lancet drone, Lancet drones, Shahed-238, Shahed-129, Shahed-149, Shahed-107,
    Shahed-type drones, Shahed-type, Geran-1, Geran-3, Gerbera, Gerberas, Lancets, Orlan-10, Orlan-30, Forpost,
    Mohajer-4, Mohajer-10, Ababil-2, Ababil-T, Kaman-22, Samad-1, Samad-2, Sammad-3, Qasef-1, Qasef-2K, TB2, TB2s,
    Bayraktars, Bayraktar drones, Akinci, Anka-S, Kargu-2, CH-4, Wing Loong II, TB-001, BZK-005, WZ-7, MQ-1, MQ-1C,
    Gray Eagle, MQ-4C, MQ-9s, MQ-9B, RQ-4, Global Hawk, RQ-170, ScanEagle, Switchblades, Phoenix Ghost, Hermes 450,
    Hermes 900, Heron TP, SkyStriker, Harpy drones, Harops, Warmate, Baba Yaga, Lyutyi, Liutyi, UJ-22, UJ-26, FP-1,
    FP-2, Tu-141, Tu-143, Mugin-5, Magura V7, Magura drones, Sea Baby drones, drone submarine, DJI Mavic, YIHA-III,
    Songar, Nagastra-1, Haeil
missile | missile, missiles, ballistic missile, ballistic missiles, cruise missile, cruise missiles, hypersonic
    missile, hypersonic missiles, hypersonic ballistic missile, anti-ship missile, anti-ship missiles, anti-ship
    ballistic missile, anti-ship ballistic missiles, anti-ship cruise missile, anti-ship cruise missiles, antiship
    missile, guided missile, guided missiles, surface-to-surface missile, surface-to-surface missiles, surface-to-air
    missile, surface-to-air missiles, air-to-air missile, air-to-air missiles, air defense missile, anti-tank missile,
    anti-tank missiles, anti-tank guided missile, intercontinental ballistic missile, short-range ballistic missile,
    short-range ballistic missiles, medium-range ballistic missile, intermediate-range ballistic missile,
    submarine-launched ballistic missile, ICBM, ICBMs, SLBM, IRBM, Kalibr, Kalibr missile, Kalibr cruise missiles,
    Iskander, Iskander-M, Iskander missile, Iskander missiles, Kinzhal, Kinzhals, Kinzhal missile, Oreshnik, Kh-22,
    Kh-22 missile, Kh-32, Kh-59, Kh-69, Kh-101, Kh-101 missile, Kh-47M2, Oniks, Zircon, Tochka-U, S-300, S-400, S-300
    missile, S-300 missiles, S-300/S-400 missiles, S-200, ATACMS, Storm Shadow, Storm Shadows, SCALP, Taurus, Tomahawk,
    Tomahawks, Neptune, Patriot missile, Hellfire, Hellfire missile, Hellfire missiles, AIM-9, AIM-9X, AIM-9 missile,
    AIM-9X missile, AIM-120, Sidewinder, Fateh-110, Fateh-313, Emad, Ghadr, Kheibar Shekan, Sejjil, Zolfaghar, Qiam,
    Scud, Scuds, Burkan, Zulfiqar, Palestine-2, Almas, Kornet, BrahMos, Babur, Shaheen, Ababeel, Agni, Agni-V, Prithvi,
    Hwasong-17, Hwasong-18, Hwasong-15, Hwasong-12, Hwasong-19, KN-23, DF-21, DF-26, DF-41, JL-3, Sarmat, Topol-M,
    Yars, Bulava, Trident, Minuteman III, projectile, projectiles, Kh-55, Kh-31, Kh-31P, Kh-35, Kh-38, Kh-59 missile,
    Kh-101 missiles, Kh-22 missiles, Iskander-K, Iskander-M missiles, Iskanders, P-800, P-800 Oniks, Bastion, Tsirkon,
    Zircons, Avangard, Burevestnik, RS-28, RS-24, RS-26, RS-28 Sarmat, Topol, Tochka, R-360 Neptune, Long Neptune,
    FP-5, Flamingo missile, Flamingo missiles, Flamingo cruise missiles, Hrim-2, Grom-2, Sapsan, Palianytsia, Peklo,
    PrSM, Precision Strike Missile, JASSM, LRASM, Harpoon missile, Harpoon missiles, Harpoons, AGM-114, AGM-88, HARM
    missile, HARM missiles, Javelin, Javelins, Javelin missiles, NLAW, NLAWs, TOW missile, TOW missiles, BGM-71 TOW,
    Stinger, Stingers, Stinger missiles, Igla, Strela, Strela-2, SA-7, SA-11, SA-18, MANPADS, MANPAD, man-portable air
    defense system, man-portable air defence system, shoulder-fired missile, shoulder-fired missiles, shoulder-fired
    rocket, shoulder-launched missile, heat-seeking missile, heat-seeking missiles, Buk, Buk missile, Buk missiles,
    Buk-M1, Tor-M1, Tor-M2, Pantsir, Pantsir-S1, Pantsirs, Patriot missiles, Patriot interceptor, Patriot battery,
    Patriot batteries, Patriot system, Patriot systems, PAC-3, THAAD, NASAMS, IRIS-T, SAMP/T, HQ-9, HQ-16, HQ-22,
    Barak-8, David's Sling, Arrow 3, Arrow-3, Arrow 2, Tamir interceptor, Iron Dome interceptor, SM-2, SM-3, SM-6,
    Bavar-373, 3rd Khordad, S-125, S-350, S-500, S-300s, S-400s, S-300 system, S-400 system, interceptor missile,
    interceptor missiles, Fattah-1, Fattah-2, Fattah missile, Fattah missiles, Haj Qassem, Haj Qasem, Khorramshahr-4,
    Khorramshahr missile, Kheibar missile, Shahab-3, Shahab-1, Shahab-2, Dezful missile, Paveh cruise missile,
    Hoveyzeh, Soumar, Quds-1, Quds cruise missile, Quds-2, Khalij Fars, Abu Mahdi, Qassem Basir, Ghadr-110, Zolfaghar
    missile, Badr-1, Badr-F, Burkan-2, Burkan-2H, Burkan H2, Volcano H-2, Qaher-1, Qaher M-2, Tankil, Asef, al-Mandab
    2, Fadi 1, Fadi 2, Fadi-1, Fadi-2, Qader 1, Qader-1, Qader 2, Nasr-1, C-802, C-704, Silkworm missile, Silkworm
    missiles, Scud missile, Scud missiles, Scud-B, Scud-D, SS-21, Frog-7, Konkurs, Metis, Fagot missile, Kornets,
    Kornet missile, Kornet missiles, Spike missile, Spike missiles, Agni-P, Agni Prime, Agni-Prime, Agni-1, Agni-2,
    Agni-3, Agni-4, Agni-5, Agni-I, Agni-II, Agni-III, Agni-IV, Prithvi-II, Prithvi-2, Pralay, Nirbhay, K-4, K-4
    missile, K-15, Akash missile, BrahMos missile, BrahMos missiles, BrahMos cruise missile, Ghauri, Ghaznavi,
    Shaheen-I, Shaheen-II, Shaheen-III, Shaheen-2, Shaheen-3, Babur-3, Abdali, Nasr missile, Fatah-I, Fatah-II,
    Fatah-1, Fatah-2, Fatah-IV, PL-15, DF-5, DF-5C, DF-11, DF-15, DF-16, DF-17, DF-27, DF-31, DF-31AG, DF-61, DF-100,
    CJ-10, YJ-12, YJ-18, YJ-21, JL-2, Hsiung Feng, Hsiung Feng III, Sky Bow III, Hwasong-8, Hwasong-10, Hwasong-11,
    Hwasong-14, Hwasong-16, Hwasong-16B, Hwasong-20, Hwasal-1, Hwasal-2, Musudan, Nodong, Rodong, Taepodong,
    Taepodong-2, Pukguksong, Pukguksong-1, Pukguksong-2, Pukguksong-3, Pukkuksong-1, KN-02, KN-24, KN-25, Hyunmoo-2,
    Hyunmoo-3, Hyunmoo-4, Hyunmoo-5, Tayfun missile, Atmaca, Jericho missile, LORA missile, Minuteman 3, Trident II,
    Trident missile, Typhon, NMESIS, Exocet, Exocets, Brimstone missiles, Naval Strike Missile, Storm Shadow missile,
    Storm Shadow missiles, Taurus missiles, ATACMS missiles, Tomahawk missile, Tomahawk missiles, Tomahawk cruise
    missiles, Kinzhal missiles, Oreshnik missile, Kalibrs, Kalibr missiles, Kalibr cruise missile, Oniks missiles,
    Zircon missile, Zircon missiles, long-range missile, long-range missiles, antiship missiles, antitank missile,
    antitank missiles, anti-tank guided missiles, anti-aircraft missile, anti-aircraft missiles, anti-radar missile,
    laser-guided missile, intercontinental ballistic missiles, medium-range ballistic missiles, intermediate-range
    ballistic missiles, submarine-launched ballistic missiles, hypersonic missile system, tactical guided weapon,
    hypersonic glide vehicle, hypersonic weapon, ATGM, ATGMs
rocket | rocket, rockets, Katyusha, Katyushas, Katyusha rocket, Katyusha rockets, Grad, Grad rocket, Grad rockets,
    Grads, BM-21, BM-21 Grad, Qassam rocket, Qassam rockets, HIMARS, GMLRS, Smerch, Uragan, Tornado-S, multiple rocket
    launcher, multiple rocket launchers, multiple launch rocket system, multiple launch rocket systems, MLRS, Fajr-5,
    Falaq-1, Burkan rocket, 107mm rocket, 107mm rockets, 107 mm rockets, 122mm rockets, 122 mm rockets, mortar,
    mortars, mortar shell, mortar shells, mortar round, mortar rounds, mortar bombs, RPG, RPGs, rocket-propelled
    grenade, rocket-propelled grenades, BM-27, BM-30, Tornado-G, TOS-1, TOS-1A, Vilkha, RM-70, Chunmoo, PHL-16,
    PCL-191, Pinaka, Fajr-3, Fajr 3, Fajr 5, Falaq-2, Zelzal, Zelzal-2, M-75, M75 rocket, R-160, J-80, Ayyash 250,
    Qassams, Qassam, Grad missiles, Grad missile, 107-mm rockets, 107-mm rocket, 107mm katyusha rockets, 122-mm
    rockets, 122mm rocket, 240mm rockets, multiple-launch rocket system, multiple-launch rocket systems,
    multiple-rocket launcher, multiple rocket launch system, rocket launcher, rocket launchers, super-large multiple
    rocket launcher, rocket artillery, M270, GLSDB, Vampire rocket, 60mm mortars, 81mm mortars, 82mm mortar, 120mm
    mortar, 120mm mortars, 60mm mortar, mortar fire, RPG-7, rocket propelled grenade, rocket propelled grenades,
    anti-tank rocket, anti-tank rockets, homemade rocket, homemade rockets, improvised rockets, space launch vehicle,
    Unha-3, carrier rocket
artillery | artillery, artillery shell, artillery shells, artillery fire, artillery rounds, tank fire, tank shell, tank
    shells, howitzer, howitzers, shell, shells, tank, tanks, cannon fire, 155mm shells, 155 mm shells, 152mm shells,
    155mm howitzers, M777, M777s, PzH 2000, Panzerhaubitze 2000, Caesar howitzers, K9 howitzer, K9 howitzers, D-30,
    2S19, Msta-S, 2S7 Pion, self-propelled howitzer, self-propelled howitzers, self-propelled guns, field guns, heavy
    artillery, heavy weapons, heavy weaponry, artillery guns, artillery pieces, artillery shelling, artillery barrage,
    tank rounds, tank shelling, artillery and mortar fire, coastal artillery
bomb | bomb, bombs, glide bomb, glide bombs, guided bomb, guided bombs, guided aerial bomb, guided aerial bombs, aerial
    bomb, aerial bombs, laser-guided bombs, KAB, KABs, FAB-500, FAB-1500, JDAM, JDAMs, barrel bomb, barrel bombs,
    cluster bomb, cluster bombs, cluster munitions, bunker buster, bunker-buster bombs, MOP, car bomb, car bombs, truck
    bomb, truck bombs, vehicle bomb, suicide bomber, suicide bombers, suicide vest, suicide vests, suicide bombing,
    explosive vest, roadside bomb, roadside bombs, roadside bombing, IED, IEDs, VBIED, SVBIED, improvised explosive
    device, improvised explosive devices, explosive device, explosive devices, explosive charge, explosive charges,
    explosives, landmine, landmines, land mine, limpet mine, limpet mines, magnetic mine, magnetic mines, naval mine,
    naval mines, sea mine, mine, mines, booby trap, booby-trapped vehicle, booby-trapped car, pager, pagers, grenade,
    grenades, hand grenade, hand grenades, torpedo, TNT, scooter bomb, parcel bomb, letter bomb, sticky bomb, petrol
    bomb, petrol bombs, Molotov cocktail, Molotov cocktails, truck blast, car explosion, nuclear warhead, gliding bomb,
    gliding bombs, guided glide bomb, guided glide bombs, KAB-500, KAB-500s, GBU-39, GBU-39s, GBU-57, GBU-57s, GBU-31,
    GBU-31s, GBU-28, GBU-28s, GBU-38, GBU-38s, MK-84, MK-84s, 500-pound bomb, 500-pound bombs, 250-pound bomb,
    250-pound bombs, precision-guided bomb, precision-guided bombs, precision bomb, precision bombs, vacuum bomb,
    vacuum bombs, thermobaric bomb, thermobaric bombs, incendiary bomb, incendiary bombs, phosphorus bomb, phosphorus
    bombs, firebomb, firebombs, fire bomb, fire bombs, nail bomb, nail bombs, pipe bomb, pipe bombs, pressure cooker
    bomb, pressure cooker bombs, suitcase bomb, suitcase bombs, motorcycle bomb, motorcycle bombs, motorbike bomb,
    motorbike bombs, bicycle bomb, bicycle bombs, tanker bomb, tanker bombs, truck bombing, truck bombings, car
    bombing, car bombings, suicide car bomb, suicide car bombs, suicide truck bomb, suicide truck bombs, suicide car
    bombing, suicide car bombings, suicide belt, suicide belts, explosive belt, explosive belts, explosives belt,
    explosives belts, explosives vest, explosives vests, suicide jacket, suicide jackets, booby-trap, booby-traps,
    remote-controlled bomb, remote-controlled bombs, remote-controlled device, remote-controlled devices, remotely
    detonated bomb, remotely detonated bombs, time bomb, time bombs, magnetic bomb, magnetic bombs, roadside mine,
    roadside mines, improvised bomb, improvised bombs, homemade bomb, homemade bombs, home-made bomb, home-made bombs,
    crude bomb, crude bombs, anti-tank mine, anti-tank mines, antitank mine, antitank mines, anti-personnel mine,
    anti-personnel mines, anti-personnel landmine, anti-personnel landmines, anti-vehicle mine, anti-vehicle mines,
    drifting mine, drifting mines, floating mine, floating mines, incendiary device, incendiary devices, vehicle-borne
    improvised explosive device, vehicle-borne improvised explosive devices, explosive-laden vehicle, explosive-laden
    vehicles, explosives-laden vehicle, explosives-laden vehicles, explosive-laden car, explosive-laden cars,
    explosives-laden truck, explosives-laden trucks, explosive-laden truck, explosive-laden trucks, explosives-laden
    car, explosives-laden cars, explosive-laden rickshaw, explosive-laden rickshaws, stun grenade, stun grenades,
    walkie-talkie, walkie-talkies, plastic explosive, plastic explosives, underwater explosive, underwater explosives,
    nuclear device, nuclear devices, nuclear bomb, nuclear bombs, hydrogen bomb, hydrogen bombs, atomic bomb, atomic
    bombs, tactical nuclear weapon, tactical nuclear weapons, cluster bomblet, cluster bomblets, bomblet, bomblets,
    vehicle bombing, vehicle bombings, minibus bomb, minibus bombs, bus bomb, bus bombs, bunker-buster, bunker-busters,
    bunker-busting bomb, bunker-busting bombs, truck-bomb, truck-bombs, car-bomb, car-bombs, satchel charge, satchel
    charges, shaped charge, shaped charges, bomb vest, bomb vests, petrol-bomb, petrol-bombs, gasoline bomb, gasoline
    bombs, explosively formed penetrator, explosively formed penetrators, unexploded shell, unexploded shells, sound
    bomb, sound bombs, percussion bomb, percussion bombs, land mines, sea mines, torpedoes, explosive vests, vehicle
    bombs, sticky bombs, parcel bombs, letter bombs, cluster munition, FAB-250, FAB-3000, UMPB, UMPK, MOAB, Mother of
    All Bombs, Mk 84, precision-guided munitions, precision-guided munition, small diameter bomb, small diameter bombs,
    fuel-air explosive, unexploded ordnance, dynamite, gelignite, Semtex, RDX, ammonium nitrate, hand-grenade, suicide
    bombings, roadside bombings, pressure plate, booby-trapped motorcycle, booby-trapped truck, booby-trapped vehicles,
    booby-trapped cars, booby-trapped house, suicide attacker, suicide attackers, thermobaric, VBIEDs, SVBIEDs
firearm | gunfire, guns, gun, rifle, rifles, assault rifle, assault rifles, machine gun, machine guns, automatic
    weapons, automatic weapon, small arms, small-arms fire, Kalashnikov, Kalashnikovs, AK-47, AK-47s, pistol, pistols,
    sniper, sniper fire, firearms, shots, shooting, light weapons, medium weapons, gunmen, opened fire, gunshots,
    submachine gun, submachine guns, sub-machine gun, sub-machine guns, handgun, handguns, revolver, revolvers,
    shotgun, shotguns, sniper rifle, sniper rifles, snipers, machine-gun, machine-guns, heavy machine gun, heavy
    machine guns, heavy machine-gun, heavy machine-guns, automatic rifle, automatic rifles, semi-automatic rifle,
    semi-automatic rifles, hunting rifle, hunting rifles, anti-aircraft gun, anti-aircraft guns, antiaircraft gun,
    antiaircraft guns, firearm, air rifle, air rifles, M16 rifle, M16 rifles, AK-47 rifle, AK-47 rifles, Kalashnikov
    rifle, Kalashnikov rifles, AR-15, machine gun fire, machine-gun fire, small arms fire, automatic gunfire, automatic
    fire, automatic weapons fire, live ammunition, live rounds, live fire, live bullets, rubber bullets, bullets,
    bullet, anti-aircraft fire, antiaircraft fire, anti-aircraft artillery, DShK, warning shots, warning shot, light
    and heavy weapons, light and medium weapons, heavy and light weapons, heavy gunfire, ground fire, gunshot
aircraft | airstrike, airstrikes, air strike, air strikes, air raid, air raids, aerial bombardment, aerial attack,
    warplane, warplanes, fighter jet, fighter jets, jets, combat aircraft, war planes, helicopter gunship, helicopter
    gunships, gunship, attack helicopter, attack helicopters, F-16, F-16s, F-35, F-35s, F-15, F-22, F22, Su-34, Su-35,
    Su-24, Su-25, MiG-31, MiG-29, Mirage, Rafale, JF-17, J-10C, Tu-95, Tu-22M3, B-2, B-52, B-1B, paraglider,
    paragliders, helicopter, helicopters, bombers, F-4, F-4s, F-5, F-5s, F-14, F-14s, F-15s, F-15E, F-15Es, F-15I,
    F-15Is, F-16 jet, F-16 jets, F-16 fighter, F-16 fighters, F-16 fighter jet, F-16 fighter jets, F-18, F-18s, F/A-18,
    F/A-18s, F-22s, F-35I, F-35Is, F-35 jet, F-35 jets, F-35 fighter, F-35 fighters, A-10, A-10s, AC-130, AC-130s, B-1,
    B-1s, B-2 bomber, B-2 bombers, B-52s, B-52 bomber, B-52 bombers, B-1B bomber, B-1B bombers, B-1 bomber, B-1
    bombers, EA-18G, EA-18Gs, P-8, P-8s, P-8A, P-8As, RC-135, RC-135s, EP-3, EP-3s, U-2, U-2s, Apache helicopter,
    Apache helicopters, Black Hawk, Black Hawks, Black Hawk helicopter, Black Hawk helicopters, Ka-52, Ka-52s, Su-22,
    Su-22s, Su-27, Su-27s, Su-30, Su-30s, Su-33, Su-33s, Su-57, Su-57s, Su-34s, Su-35s, Su-24s, Su-25s, MiG-21,
    MiG-21s, MiG-23, MiG-23s, MiG-25, MiG-25s, MiG-31s, MiG-31K, MiG-31Ks, MiG-29s, Il-20, Il-20s, Il-38, Il-38s,
    Tu-22M3s, Tu-22M, Tu-22Ms, Tu-142, Tu-142s, Tu-160, Tu-160s, Tu-95s, Tu-95MS, Tu-95MSs, Yak-130, Yak-130s, Y-8,
    Y-8s, Y-9, Y-9s, KJ-500, KJ-500s, H-6, H-6s, H-6K, H-6Ks, H-6 bomber, H-6 bombers, J-10, J-10s, J-11, J-11s, J-15,
    J-15s, J-16, J-16s, J-20, J-20s, JH-7, JH-7s, JF-17s, L-39, L-39s, Gripen, Gripens, Eurofighter, Eurofighters,
    Rafales, Rafale jet, Rafale jets, Typhoon jet, Typhoon jets, Typhoon fighter, Typhoon fighters, Tornado jet,
    Tornado jets, Super Tucano, Super Tucanos, Mirage 2000, Mirage 2000s, Alpha Jet, Alpha Jets, Kfir, Kfirs, Sukhoi,
    Sukhois, Sukhoi jet, Sukhoi jets, MiG, MiGs, stealth bomber, stealth bombers, strategic bomber, strategic bombers,
    fighter plane, fighter planes, fighter-bomber, fighter-bombers, fighter bomber, fighter bombers, jet fighter, jet
    fighters, military jet, military jets, bomber plane, bomber planes, war plane, spy plane, spy planes, surveillance
    plane, surveillance planes, reconnaissance plane, reconnaissance planes, gyrocopter, gyrocopters, paramotor,
    paramotors, stealth fighter, stealth fighters, stealth fighter jet, stealth fighter jets, stealth jet, stealth
    jets, bombing raid, bombing raids, bombing run, bombing runs, air attack, air attacks, aerial bombing, aerial
    bombings, air bombardment, air bombardments, air-strike, air-strikes, surveillance aircraft, long-range bomber,
    long-range bombers, attack aircraft, helicopter attack, helicopter attacks, attack jet, attack jets, Eurofighter
    Typhoon, Eurofighter Typhoons, fighter aircraft, military aircraft, bomber aircraft, reconnaissance aircraft,
    patrol aircraft, maritime patrol aircraft, early warning aircraft, strike aircraft, aerial raids, aerial raid,
    strafing
cyber | malware, ransomware, wiper, wiper malware, DDoS, DDoS attack, denial-of-service attack, distributed
    denial-of-service, phishing, spyware, computer virus, cyberattack, cyberattacks, cyber attack, cyber attacks,
    cyber-attack, hacker attack, hacking attack, jamming, GPS jamming, GPS spoofing, Stuxnet, Shamoon, NotPetya,
    WannaCry, Petya, BlackEnergy, Industroyer, HermeticWiper, WhisperGate, AcidRain, backdoor, trojan, botnet,
    ransomware attack, ransomware attacks, hacking, hack, hacks, hacked, data breach, defacement, defaced, denial of
    service attack, denial of service attacks, denial-of-service attacks, distributed denial of service attack,
    distributed denial of service, distributed denial-of-service attack, distributed denial-of-service attacks, DDoS
    attacks, cyber-attacks, cyber assault, cyber espionage, zero-day, spear-phishing, phishing emails, computer worm,
    GPS interference, spoofing, electronic warfare, Pegasus spyware
naval | water cannon, water cannons, speedboat, speedboats, fast boats, skiff, skiffs, warship, warships, gunboat,
    gunboats, submarine, depth charges, patrol boat, patrol boats, fast attack craft, naval gunfire, aircraft carrier,
    aircraft carriers, carrier strike group, carrier strike groups, carrier group, carrier groups, amphibious assault
    ship, amphibious assault ships, guided-missile destroyer, guided-missile destroyers, missile boat, missile boats,
    motorboat, motorboats, fast boat, submarines, ballistic missile submarine, ballistic missile submarines, nuclear
    submarine, nuclear submarines, boarding party, boarding partys, nuclear-powered submarine, nuclear-powered
    submarines, ramming, frigates, destroyers
other | knife, knives, axes, machete, machetes, sword, arson, poison, nerve agent, Novichok, chlorine gas, sarin,
    chemical weapons, white phosphorus, laser, lasers, incendiary balloons, balloon, balloons, anchor, axe, hatchet,
    spears, bows and arrows, dagger, daggers, bayonet, blades, iron rods, clubs and stones, sticks and stones, sticks
    and clubs, stones and clubs, crossbow, sarin gas, mustard gas, mustard agent, chlorine, chlorine bomb, nerve gas,
    VX, chemical weapon, chemical agent, chemical agents, toxic gas, poison gas, polonium, polonium-210, ricin,
    phosphorus shells, military-grade laser, laser beam, flamethrower, incendiary kites, trash balloons, spy balloon,
    surveillance balloon, weather balloons, vehicle-ramming, car-ramming, car ramming, vehicle ramming, arson attack,
    arson attacks, flares, booster rocket
"""

#: the weapon a type implies where the text names none
IMPLIED = {"airstrike": ("airstrike", "aircraft"), "cyberattack": ("cyberattack", "cyber")}
#: which families can be the weapon of which type; others stay possible but stand behind. An aircraft named in a
#: shoot-down is what came down, as a rule
FITTING = {
    "airstrike": ("bomb", "aircraft", "missile"),
    "drone_strike": ("drone",),
    "missile_strike": ("missile",),
    "rocket_fire": ("rocket",),
    "shelling": ("artillery", "rocket"),
    "bombing": ("bomb",),
    "armed_assault": ("firearm", "bomb", "other"),
    "armed_clash": ("firearm", "artillery", "rocket", "drone"),
    "maritime_incident": ("missile", "drone", "naval", "bomb", "rocket", "firearm", "aircraft"),
    "interception": ("drone", "missile", "rocket", "other"),
    "aircraft_downed": ("missile", "firearm", "drone"),
    "cyberattack": ("cyber",),
    "sabotage": ("bomb", "drone", "naval", "other"),
    "targeted_killing": ("drone", "missile", "bomb", "aircraft", "firearm", "other"),
    "weapons_test": ("missile", "rocket", "drone", "bomb"),
    "deployment": ("missile", "aircraft", "naval", "artillery", "drone"),
    "airspace_violation": ("drone", "aircraft", "other", "naval", "missile"),
}
#: types without a weapon of their own
UNARMED = STEPS - {"deployment"}


class WeaponAnswer(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The weapon in the words of the text, its family, and where it stands."""

    weapon: str | None = None
    family: str | None = None
    evidence: Evidence | None = None


@lru_cache(maxsize=1)
def families() -> dict[str, str]:
    """Every word of the table, lower case, with its family; the first family that lists it owns it."""
    table: dict[str, str] = {}
    for line in TABLE.strip().replace("\n    ", " ").splitlines():
        family, words = line.split("|")
        for word in words.split(","):
            table.setdefault(" ".join(word.lower().split()), family.strip())
    return table


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = sorted(families(), key=len, reverse=True)
    body = "|".join(re.escape(word).replace(r"\ ", r"\s+").replace(" ", r"\s+") for word in words)
    return pattern(rf"(?i)\b(?:{body})\b")


def weapon_for(
    document: str,
    sentences: tuple[Sentence, ...],
    start: int,
    end: int,
    scope: tuple[int, ...] = (),
    type: str = "",
) -> WeaponAnswer:
    """The weapon of the act whose trigger is document[start:end]: of its sentence, else of the sentences in `scope`."""
    if type in UNARMED or not sentences:
        return WeaponAnswer()
    home = index_of(sentences, start)
    where = tuple(dict.fromkeys((home, *(scope or _context(sentences, home)))))
    fitting = FITTING.get(type, ())
    spare: tuple[int, int, str] | None = None
    for index in where:
        if not 0 <= index < len(sentences):
            continue
        sentence = sentences[index]
        best: tuple[float, int, int, str] | None = None
        for match in _pattern().finditer(sentence.text):
            word = " ".join(match.group().lower().split())
            family = families().get(word)
            if family is None or _is_name(match.group(), word):
                continue
            first, last = sentence.start + match.start(), sentence.start + match.end()
            distance = 0.0
            if index == home:
                distance = max(0, first - end, start - last) / 100
            if fitting and family not in fitting:
                spare = spare or (first, last, family)
                continue
            rank = distance + (0.5 * fitting.index(family) if fitting else 0)
            if best is None or rank < best[0]:
                best = (rank, first, last, family)
        if best is not None:
            return _answer(document, best[1], best[2], best[3])
    if type in IMPLIED:
        weapon, family = IMPLIED[type]
        return WeaponAnswer(weapon=weapon, family=family)
    if spare is not None and not fitting:
        return _answer(document, *spare)
    return WeaponAnswer()


def _context(sentences: tuple[Sentence, ...], home: int) -> tuple[int, ...]:
    here = sentences[home]
    if here.is_title or here.paragraph <= 1:
        return tuple(range(min(6, len(sentences))))
    return tuple(
        i for i in (home + 1, home - 1) if 0 <= i < len(sentences) and sentences[i].paragraph == here.paragraph
    )


_CASED = frozenset(
    """mop grad kab mines mine fpv trident patriot neptune mirage lancet lancets tornado-s yars scalp taurus conti emad
    agni tomahawk switchblade gerbera gerberas javelin javelins stinger stingers buk tor bastion topol harpoons strela
    igla metis typhon rodong konkurs gripen chinook hellfire burkan mig rdx vx sidewinder sapsan peklo asef abdali
    avangard songar trojan""".split()
)


def _is_name(written: str, word: str) -> bool:
    """'grad student', 'my scalp', 'the Mine Safety Board': words that are weapons in one spelling only."""
    if word in ("mine", "mines"):
        return written[:1].isupper()
    return word in _CASED and written.islower()


def _answer(document: str, first: int, last: int, family: str) -> WeaponAnswer:
    words = document[first:last]
    return WeaponAnswer(
        weapon=" ".join(words.split()),
        family=family,
        evidence=Evidence(field="weapon", start=first, end=last, text=words),
    )
