"""Spellings that are a side's only in some texts, and names that hold a side's name and are none.

`SHARED` tells, by what else stands in the text, whose a spelling is: spellings | sign > side | sign > side ... The
first sign that stands in the text decides; nothing behind '>' is the side of the table, '-' nobody, and the sign '*'
is in every text. Without a sign the spelling is nobody's. `NO_SIDES` are papers, waters, companies and agreements.
"""

from __future__ import annotations

SHARED = """
IAF | Israel > | India > India
PAF | Pakistan > | Philippine > Philippines
SAF | Singapore > Singapore | * >
SNA | Somali > Somalia | * >
SDF | Japan > Japan | Libya > Special Deterrence Force | * >
RSF | Reporters Without > - | press freedom > - | * >
ADF | Congo > | Uganda > | Austral > Australia | * >
UPDF | Chittagong > United People's Democratic Front | Khagrachhari > United People's Democratic Front | * >
PLAN | PLA Navy > | Liberation Army Navy >
ISI | Pakistan > | Inter-Services >
National Security Council | White House > | U.S. National Security >
Joint Chiefs of Staff, JCS | Korea >
military junta, junta | Myanmar > | Burm > | Sagaing > | Yangon > | Rakhine > | Kachin > | National Unity Government > |
    Arakan Army > | Bamako > Mali | Ouagadougou > Burkina Faso | Niamey > Niger | Conakry > Guinea
Self-Defense Forces | Japan >
Republic of China | Taiwan >
occupiers | Ukrain > | Russia >
Security Service | Ukrain >
the Guards, the Guard, The Guards, Guards Corps | Iran >
Yemeni army, Yemeni forces, Yemeni armed forces, Yemeni Armed Forces, Yemeni rebels | Houthi > | Huthi > | Ansar Allah
    > | Ansarullah > | Saree > | Sarea > | Israel > | Red Sea > | Gulf of Aden > | Bab el-Mandeb >
Ansar al-Sharia | Yemen > | Libya > Ansar al-Sharia in Libya | Benghazi > Ansar al-Sharia in Libya | Tunisia > Ansar
    al-Sharia in Tunisia
Ansar al-Sunna, Ansar al-Sunnah | Mozambi > | Cabo Delgado >
al-Shabab, al-Shabaab, al-Shebab, Shebab, Shabaab | Somali > | Mogadishu > | Mozambi > Islamic State in Mozambique |
    Cabo Delgado > Islamic State in Mozambique | * >
Khawarij, khawarij, khwarij | Somali > Al-Shabaab | Mogadishu > Al-Shabaab | * >
STC | Yemen > | Aden > | Hadramawt > | separatist >
bandits, armed bandits | Niger > Nigerian bandits | Zamfara > Nigerian bandits | Katsina > Nigerian bandits | Kaduna >
    Nigerian bandits | * >
pirates, Pirates, armed pirates | Somali > Somali pirates | Gulf of Aden > Somali pirates | Guinea > Gulf of Guinea
    pirates | Nigeria > Gulf of Guinea pirates | * >
southern insurgents | Thai >
settlers | Israel > | Papua > - | Bengali > - | Chittagong > - | * >
coalition forces, coalition troops, international coalition | U.S.-led > | US-led > | American-led > | Saudi >
    Saudi-led coalition | * >
FLA, CMA | Mali > | Azawad >
AES | Mali > | Burkina > | Niger > | Sahel >
AU | African Union >
CPC, UPC, 3R, FPRC | Central Africa > | Bangui >
FACT | Chad >
LPR, LNR | Luhansk > | Lugansk > | Donetsk >
DPR, DNR | Donetsk > | Luhansk >
MSS | Haiti >
GSF | Haiti >
G9 | Haiti > | Port-au-Prince >
EPP | Paraguay >
PCC | Brazil > | Paraguay > | Bolivia >
AFC | M23 > | Congo > | Goma >
AFC/M23, AFC-M23 | * >
EMC | Colombia > | FARC >
AGC, EGC | Colombia >
National Liberation Army | Colombia > | Venezuela > | Ecuador > | ELN >
Popular Liberation Army | Colombia >
GNU, GNA, NTC, PFG | Libya >
Rada, RADA | Libya > | Tripoli >
National Transitional Council | Libya > | Gaddafi > | Gadhafi > | Qaddafi >
SLA, SLM | Darfur > | Sudan >
Burhan | Sudan >
White Army | South Sudan > | Nuer > | Jonglei >
FNL | Burundi >
OLA | Ethiopia > | Oromo > | Oromia >
TAK, MEK, MLKP | Turk > | Iran > | Iraq >
National Defence Forces, NDF, Islamic Front, Army of Conquest, Free Army | Syria > | Aleppo > | Idlib >
Army of Justice | Iran > | Sistan >
Jundallah, Jundullah | Iran > | Sistan >
Taliban | Afghan Taliban > | Taliban government > | Taliban authorities > | Taliban regime > | Taliban-run > |
    Pakistani Taliban > Tehrik-i-Taliban Pakistan | Pakistan Taliban > Tehrik-i-Taliban Pakistan |
    TTP > Tehrik-i-Taliban Pakistan | * >
KIA | killed in action > - | Kia > - | * >
PDF, PDFs, NUG, National Unity Government | Myanmar > | Burm >
People's Defence Force, People's Defense Force, People's Defence Forces, People's Defense Forces | Kurd > PKK | PKK >
    PKK | * >
NPA | Philippine > | ommunist > | Mindanao > | Manila >
Maoists, Maoist, Maoist rebels, Maoist insurgents, Maoist guerrillas | Philippine > New People's Army | Nepal > Nepal's
    Maoists | * >
Resistance Front | Kashmir > | Lashkar > | Pahalgam > | India >
ETA, Eta | Basque > | Spain > | Spanish >
Lazarus | North Korea > | hack > | Pyongyang >
Hafnium, Mercury hackers, Andariel, Turla | ransomware > | hack > | cyber > | malware > | leak >
Guardians of Peace | Sony > | hack >
Rusich | Russia > | Ukrain >
HUR | Ukrain > | Russia > | Crimea > | Kyiv >
Red Command | Brazil > | Rio de Janeiro >
Los Lobos | Ecuador >
Popular Resistance Committees | Gaza > | Palestin > | Israel >
Muslim Brotherhood | Egypt > | Cairo > | Sinai >
Palestinian Mujahideen Movement, Mujahideen Brigades, Mujahedeen Brigades | Gaza > | Palestin >
"""

NO_SIDES = """
Times of Israel, The Times of Israel, Israel Hayom, Bank of Israel, Iran International, Iran Daily, Tehran Times, Iran
Air, Times of India, The Times of India, India Today, Air India, Press Trust of India, Indian Express, Indian Ocean,
Washington Post, The Washington Post, Washington Times, Washington Examiner, Washington Institute, Voice of America,
Bank of America, Latin America, South America, North America, Central America, American Airlines, American University,
American Samoa, Native American, African American, African-American, Moscow Times, The Moscow Times, Russia Today,
Kyiv Independent, The Kyiv Independent, Kyiv Post, Jerusalem Post, The Jerusalem Post, Cairo University, Baghdad
Today, Syria TV, Syria Direct, Turkish Airlines, Turkish Stream, Qatar Airways, Qatar Energy, Kuwait Times, Kuwait
Airways, Saudi Aramco, Saudi Gazette, Yemen Monitor, Libya Observer, Libya Herald, Egypt Today,
Egypt Independent, Ethiopian Airlines, Kenya Airways, Sudan Tribune, Sudan War Monitor, Niger Delta, Niger State,
Niger state, Niger River, Niger river, Gulf of Guinea, Chad Basin, Benin City, Jordan Valley, Jordan River, South
China Sea, East China Sea, South China Morning Post, China Daily, China Airlines, Sea of Japan, Japan Times, The Japan
Times, Japan Airlines, Taiwan Strait, Taiwan News, Gulf
of Mexico, New Mexico, Gulf of Oman, Sea of Oman, Philippine Sea, West Philippine Sea, Philippine Star, Philippine
Daily Inquirer, Philippine News Agency, Gulf of Thailand, Myanmar Now, Bangkok Post, Jakarta Post, Jakarta Globe,
Dhaka Tribune, Kathmandu Post, Kabul Now, Afghanistan International, Radio Free Afghanistan, Pakistan Today, Pakistan
Observer, Ukrainian Orthodox Church, Russian Orthodox Church, Northern Ireland, Berlin Wall, German Press Agency,
British Airways, British Columbia, British Virgin Islands, London Stock Exchange, Paris Agreement, French Guiana,
French Polynesia, Air France, Agence France, Irish Times, Irish Independent, Ain Al Assad, Ain al Assad,
Al Assad Air Base, Lake Assad, Rome Statute, Trump Tower, Trump Organization, Trump International, Obama Foundation,
Havana Syndrome, Havana syndrome, Stockholm syndrome, Stockholm International Peace Research Institute, Oslo Accords,
Oslo accords, Minsk agreements, Minsk Agreements, Minsk accords, Minsk process, Minsk Group, Budapest Memorandum,
Panama Canal, Panama Papers, Cuban Missile Crisis, Chinese New Year
"""
