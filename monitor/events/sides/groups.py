"""The armed groups, coalitions, unrecognised governments and hackers that conflict news speaks of, by region.

A table a person can edit, a side a line: name | kind | country it acts from | aliases. Aliases are matched as written,
with their capitals; the Arabic article, and the hyphens of Urdu names, are found in every spelling of the one given.
A front is a line of its own, also where it serves another: whoever claims as the front is told as the front. What is
also a common word, or the name of a side elsewhere, is told apart in `shared.py`. Gangs of hackers that only extort are
left out: what they do is crime and no escalation.
"""

from __future__ import annotations

GROUPS = """
Houthis | group | YE | Houthi, Huthi, Huthis, Ansar Allah, Ansarallah, Ansarullah, Houthi rebels, Houthi movement,
    Yemeni armed forces, Yemeni Armed Forces, Yemeni army, Yemeni forces, Yemeni Navy, Yemeni naval forces,
    Sanaa government, Yahya Saree,
    Yahya Sare'e, Yahya Sarea, Yahya Sari, Yemeni rebels, al-Houthi, Abdul-Malik al-Houthi, Mohammed Abdulsalam
Yemeni government | state | YE | internationally recognised government, internationally recognized government,
    Presidential Leadership Council, Yemen's government, National Shield Forces, Giants Brigades, Giants Brigade
Southern Transitional Council | group | YE | STC, Security Belt Forces, Security Belt, Shabwani Elite
AQAP | group | YE | al-Qaeda in the Arabian Peninsula, al-Qaida in the Arabian Peninsula, al-Qaeda in Yemen, Aqap,
    Ansar al-Sharia
IRGC | forces | IR | Islamic Revolutionary Guard Corps, Islamic Revolution Guard Corps, Revolutionary Guard Corps,
    Revolutionary Guards, Revolutionary Guard, Iranian Revolutionary Guards, Iranian Revolutionary Guard, Quds Force,
    Qods Force, Al-Quds Force, Islamic Revolution Guards Corps, Islamic Revolutionary Guards Corps, Revolutionary
    Guards Corps, IRGC Navy, Iran's Guards, Iran's Guard,
    Iranian Guard, Iranian Guards, IRGC-QF, IRGCN, Guards Corps, Basij, Pasdaran, the Guards, the Guard, The
    Guards, Iran's Revolutionary Guards, Iran's Revolutionary Guard
Hezbollah | group | LB | Hizbollah, Hizbullah, Hezballah, Hizballah, Hezbullah, Lebanese Hezbollah, Islamic Resistance
    in Lebanon, Naim Qassem
Abdullah Azzam Brigades | group | LB | Abdallah Azzam Brigades
Amal Movement | group | LB | Amal
Fatah al-Islam | group | LB |
Osbat al-Ansar | group | LB | Asbat al-Ansar
Jund al-Sham | group | LB | Jund ash-Sham
Al-Fajr Forces | group | LB | Jamaa Islamiya, Jama'a al-Islamiya
Free Sunnis of Baalbek Brigade | group | LB | Free Sunnis Brigade
Hamas | group | PS | al-Qassam Brigades, Qassam Brigades, Izz ad-Din al-Qassam, Ezzedine al-Qassam, Izz al-Din
    al-Qassam, Izz el-Deen al-Qassam, Ezzedeen al-Qassam, Izzedine al-Qassam, Ezz al-Din al-Qassam, al-Qassam brigade,
    Islamic Resistance Movement, Abu Obeida, Abu Ubaida, Hamas-run government
Palestinian Islamic Jihad | group | PS | Islamic Jihad, PIJ, al-Quds Brigades, Saraya al-Quds
Palestinian Authority | state | PS | Fatah, Palestinian security forces, Mahmoud Abbas
Al-Aqsa Martyrs' Brigades | group | PS | al-Aqsa Martyrs Brigades, al-Aqsa Martyrs' Brigades, al-Aqsa Martyrs Brigade
PFLP | group | PS | Popular Front for the Liberation of Palestine, Abu Ali Mustafa Brigades
PFLP-GC | group | SY | Popular Front for the Liberation of Palestine-General Command, Popular Front for the Liberation
    of Palestine - General Command
DFLP | group | PS | Democratic Front for the Liberation of Palestine, National Resistance Brigades
Palestinian Mujahideen Movement | group | PS | Mujahideen Brigades, Mujahedeen Brigades
Popular Resistance Committees | group | PS | al-Nasser Salah al-Deen Brigades, al-Nasser Salah al-Din Brigades
Mujahideen Shura Council in the Environs of Jerusalem | group | PS | Magles Shoura al-Mujahddin, Magles Shoura
    al-Mujahideen
Army of Islam in Gaza | group | PS | Jaish al-Islam in Gaza, Doghmush clan, Dughmush clan
Popular Forces in Gaza | group | PS | Yasser Abu Shabab, Abu Shabab militia, Abu Shabab gang
Lions' Den | group | PS | Lion's Den, Areen al-Usud
Jenin Brigade | group | PS | Jenin Brigades, Jenin Battalion
Palestinian militants | group | PS | Palestinian factions, Palestinian armed groups, Palestinian gunmen
Islamic Resistance in Iraq | group | IQ | Iraqi Resistance, Iraqi resistance, Iraqi Islamic Resistance
Kataib Hezbollah | group | IQ | Kataeb Hezbollah, Kata'ib Hezbollah, Kataib Hizbollah, Hezbollah Brigades, Kataib
    Hizballah, Kata'ib Hizballah, Ketaib Hezbollah, Kateb Hezbollah, Kata'ib Hizbullah, Kataib Hizbullah
Harakat al-Nujaba | group | IQ | Nujaba, al-Nujaba, Harakat Hezbollah al-Nujaba, Nujaba Movement, Akram al-Kaabi
Asaib Ahl al-Haq | group | IQ | Asa'ib Ahl al-Haq, AAH, Asaib Ahl al-Haqq, Asa'ib Ahl al-Haqq, League of the Righteous
Kataib Sayyid al-Shuhada | group | IQ | Kata'ib Sayyid al-Shuhada, Kataib Sayyed al-Shuhada, Sayyid al-Shuhada Brigades
Saraya Awliya al-Dam | group | IQ | Awliya al-Dam, Guardians of Blood, Guardians of the Blood
Ashab al-Kahf | group | IQ | Companions of the Cave
Usbat al-Thaireen | group | IQ | Usbat al-Thaerin, League of Revolutionaries, League of the Revolutionaries
Ansar Allah al-Awfiya | group | IQ | Ansarallah al-Awfiya, Ansar Allah al-Awfiyaa
Kataib Imam Ali | group | IQ | Kata'ib al-Imam Ali, Imam Ali Brigades, Kataib al-Imam Ali
Popular Mobilization Forces | group | IQ | PMF, Popular Mobilisation Forces, Popular Mobilization Units, Popular
    Mobilisation Units, Popular Mobilization Committee, PMU, Hashd al-Shaabi, Hashed al-Shaabi, Hashd Shaabi, Hashd
    ash-Shaabi, Hashed, Hashd
Badr Organization | group | IQ | Badr Organisation, Badr Brigades
Mukhtar Army | group | IQ | al-Mukhtar Army
Coordination Committee of the Iraqi Resistance | group | IQ | Iraqi Resistance Coordination Committee, Iraqi Resistance
    Coordinating Committee
Alwiyat al-Waad al-Haq | group | IQ | True Promise Brigades, Alwiyat al-Wa'ad al-Haq
Kurdistan Region | forces | IQ | Peshmerga, KRG, Kurdistan Regional Government, Kurdistan Counter Terrorism,
    Counter-Terrorism Group of Kurdistan, Asayish, Kurdish counterterrorism, Kurdistan counterterrorism, Masrour
    Barzani, Masoud Barzani
KDP | group | IQ | Kurdistan Democratic Party
PUK | group | IQ | Patriotic Union of Kurdistan
Sinjar Resistance Units | group | IQ | YBS, Shingal Resistance Units
Sadrists | group | IQ | Mahdi Army, Saraya al-Salam, Peace Brigades, Promised Day Brigade
Al-Qaeda in Iraq | group | IQ | al-Qaida in Iraq, AQI, al-Qaeda in Mesopotamia, Islamic State of Iraq
Naqshbandi Army | group | IQ | Naqshabandi Army, JRTN, Army of the Men of the Naqshbandi Order
Islamic State | group | | ISIS, ISIL, Isis, Isil, Daesh, IS group, Islamic State group, Islamic State of Iraq and
    Syria, Islamic State in Iraq and Syria, Islamic State of Iraq and the Levant, Islamic State in Iraq and the Levant,
    Islamic State of Iraq and al-Sham, Daech, Da'esh, IS, Amaq, Amaq News Agency, Amaq agency
Islamic State Khorasan | group | AF | ISIS-K, ISKP, IS-K, Isis-K, IS-KP, Islamic State Khorasan Province, Islamic
    State-Khorasan, Islamic State in Khorasan, Islamic State-Khorasan Province, ISIL-K, ISPP, Islamic State Pakistan
    Province, Islamic State in Khorasan Province, Wilayat Khorasan
ISWAP | group | NG | Iswap, Islamic State West Africa Province, Islamic State in West Africa, Islamic State in West
    Africa Province, Islamic State West African Province, Islamic State's West Africa Province
Islamic State in the Sahel | group | ML | Islamic State in the Greater Sahara, Islamic State in Greater Sahara, ISGS,
    Islamic State Sahel Province, Islamic State Sahel, IS Sahel, ISSP, Islamic State in Sahel Province
Islamic State Central Africa Province | group | CD | ISCAP, Islamic State's Central Africa Province, Islamic State
    Central African Province
Islamic State in Mozambique | group | MZ | Ansar al-Sunna, Ansar al-Sunnah, ISIS-Mozambique, al-Shabab in Mozambique,
    Islamic State Mozambique, Islamic State Mozambique Province, IS-Mozambique, Ahlu-Sunna wal Jama'a, Ahlu Sunnah Wa
    Jama, Ahlu Sunna Wal Jammah
Islamic State in Somalia | group | SO | ISS Somalia, IS-Somalia, Islamic State Somalia
Islamic State Sinai Province | group | EG | Ansar Bait al-Maqdis, Ansar Beit al-Maqdis, Ansar Bayt al-Maqdis, Wilayat
    Sinai, Sinai Province, State of Sinai, Province of Sinai, Wilayet Sinai, Welayat Sinai, Islamic State in Sinai,
    Islamic State-Sinai Province
Islamic State Caucasus Province | group | RU | Islamic State in the Caucasus, Wilayat Kavkaz
Islamic State East Asia Province | group | PH | ISEAP
Al-Qaeda | group | | al-Qaeda, al-Qaida, al-Qa'ida, al-Qa'eda
AQIM | group | DZ | Aqim, al-Qaeda in the Islamic Maghreb, al-Qaida in the Islamic Maghreb, al-Qaeda in the Land of the
    Islamic Maghreb
AQIS | group | | al-Qaeda in the Indian Subcontinent, al-Qaida in the Indian Subcontinent, al-Qaeda in the Indian
    subcontinent
Hasm | group | EG | HASM, Hasm Movement, Hassm, Hasm movement
Ajnad Misr | group | EG | Soldiers of Egypt
Liwa al-Thawra | group | EG | Liwaa al-Thawra, Lewaa al-Thawra, Louwaa al-Thawra
Muslim Brotherhood | group | EG |
JNIM | group | ML | Jnim, GSIM, Jama'at Nusrat al-Islam wal-Muslimin, Jamaat Nusrat al-Islam wal Muslimin, Group for
    the Support of Islam and Muslims, Jama'at Nusrat al-Islam wal Muslimeen, Jama'at Nusrat ul-Islam wa al-Muslimin,
    Jama'a Nusrat ul-Islam wa al-Muslimin, Jama'at Nasr al-Islam wal Muslimin, Jamaat Nasr al-Islam wal Muslimin,
    Jama'at Nusrat al-Islam wal Muslimin, Support Group for Islam and Muslims, Group to Support Islam and Muslims,
    Nusrat al-Islam, Group for Support of Islam and Muslims, Jama'at Nusrat al-Islam wa al-Muslimin
Ansar Dine | group | ML | Ansar Eddine, Ansar ad-Din, Ansar Eddin
MUJAO | group | ML | Mujao, MUJWA, Movement for Oneness and Jihad in West Africa, Movement for Unity and Jihad in West
    Africa
MNLA | group | ML | National Movement for the Liberation of Azawad, National Liberation Movement of Azawad
Ansarul Islam | group | BF | Ansaroul Islam
Al-Mourabitoun | group | ML | al-Murabitoun, Signatories in Blood, Signed-in-Blood Battalion, Those Who Sign in Blood
Masked Brigade | group | ML | Masked Men Brigade
Katiba Macina | group | ML | Macina Liberation Front
FLA | group | ML | Azawad Liberation Front, Front for the Liberation of Azawad, CSP-DPA, CSP-PSD, Coordination of
    Azawad Movements, Coordination of Movements of Azawad, CMA, Permanent Strategic Framework
GATIA | group | ML | Gatia
VDP | forces | BF | Volunteers for the Defence of the Homeland, Volunteers for the Defense of the Homeland
Koglweogo | group | BF | Koglweogos
Dozo | group | ML | Dozos, Dan Na Ambassagou
Patriotic Liberation Front | group | NE | Front for Patriotic Liberation
Boko Haram | group | NG | JAS, Jama'atu Ahlis Sunna, Jama'atu Ahlus Sunna
Ansaru | group | NG | Jama'atu Ansarul Muslimina
Lakurawa | group | NG | Lakurawas
Nigerian bandits | group | NG |
bandits | group | | armed bandits
Fulani herdsmen | group | NG | Fulani militia, Fulani militias, Fulani militants, Fulani gunmen, Fulani herders, Fulani
    bandits
Civilian Joint Task Force | group | NG |
Niger Delta Avengers | group | NG |
Niger Delta Greenland Justice Mandate | group | NG |
Adaka Boro Avengers | group | NG |
MEND | group | NG | Movement for the Emancipation of the Niger Delta
Niger Delta militants | group | NG |
Gulf of Guinea pirates | group | NG | Nigerian pirates
IPOB | group | NG | Indigenous People of Biafra, Eastern Security Network
Anglophone separatists | group | CM | Ambazonian separatists, Ambazonia separatists, Ambazonians, Ambazonia, anglophone
    separatists, English-speaking separatists, Anglophone rebels
Ambazonia Defence Forces | group | CM | Ambazonia Defense Forces, Ambazonian Defence Forces, Ambazonian Defense Forces
Southern Cameroons Defence Forces | group | CM | SOCADEF, Southern Cameroons Defense Forces
Red Dragons | group | CM | Red Dragon militia
FACT | group | TD | Front for Change and Concord in Chad
Union of Resistance Forces | group | TD |
Seleka | group | CF | Séléka, ex-Seleka, Ex-Seleka, ex-Séléka
Anti-balaka | group | CF | anti-balaka, anti-Balaka, Anti-Balaka
CPC | group | CF | Coalition of Patriots for Change
3R | group | CF | Reclamation and Rehabilitation
UPC | group | CF | Union for Peace in the Central African Republic, Unity for Peace in Central Africa
FPRC | group | CF | Popular Front for the Rebirth of the Central African Republic
Azande Ani Kpi Gbe | group | CF | AAKG
Al-Shabaab | group | SO | Harakat al-Shabaab al-Mujahideen, Harakat Shabaab al-Mujahideen, Harakat al-Shabab,
    al-Shabaab, al-Shabab, al-Shebab, al-Shebaab, Shabaab, Shebab
Jubaland | forces | SO | Jubaland forces
Puntland | forces | SO | Puntland forces
Somaliland | state | SO | Somaliland forces
SSC-Khatumo | group | SO | SSC Khatumo, Dhulbahante militia
Ahlu Sunna Waljama'a | group | SO | Ahlu Sunna Wal Jamaa, Ahlu Sunnah Wal Jamaa
Ma'awisley | group | SO | Macawisley, Macawiisley
AUSSOM | coalition | SO | ATMIS, AMISOM, Amisom, Atmis, African Union mission, African Union Mission in Somalia
Somali pirates | group | SO |
pirates | group | | Pirates, armed pirates
Rapid Support Forces | group | SD | RSF, Janjaweed, Hemedti, Hemeti, Hemetti, Mohamed Hamdan Dagalo
Sudanese Armed Forces | forces | SD | SAF, Sudan Armed Forces, Sudanese army, Sudan's army, Sudanese military, Sudan's
    military, al-Burhan, Burhan, Abdel Fattah al-Burhan
SPLM-N | group | SD | Sudan People's Liberation Movement-North, Sudan People's Liberation Movement - North, Sudan
    People's Liberation Army-North, SPLA-N, SPLM-North, Abdelaziz al-Hilu
Sudan Liberation Movement | group | SD | SLM, SLA, Sudan Liberation Army, Joint Darfur Force, Joint Forces in Darfur
Justice and Equality Movement | group | SD | JEM
Sudan Revolutionary Front | group | SD | Sudanese Revolutionary Front
SPLA-IO | group | SS | SPLM-IO, SPLM/A-IO, SPLA-in-Opposition, Sudan People's Liberation Army-in-Opposition, Sudan
    People's Liberation Movement-in-Opposition, White Army, Riek Machar, Machar
SSOMA | group | SS | South Sudan Opposition Movement Alliance, South Sudan Opposition Movements Alliance
South Sudan Liberation Army | group | SS | South Sudan Liberation Movement, SSLA
SSUF | group | SS | South Sudan United Front, Paul Malong
Tigray forces | group | ET | TPLF, Tigray People's Liberation Front, Tigray Defence Forces, Tigray Defense Forces,
    Tigrayan forces, Tigray rebels, Tigrayan rebels, Tigray Interim Administration
Fano | group | ET | Fano militia, Amhara militia, Fano militias, Amhara Fano
Oromo Liberation Army | group | ET | OLA, Shene, OLF-Shene, OLF Shene
Oromo Liberation Front | group | ET | OLF
ONLF | group | ET | Ogaden National Liberation Front
Gumuz militia | group | ET | Gumuz militias, Gumuz rebels, Gumuz People's Democratic Movement
M23 | group | CD | March 23 Movement, M23 rebels, M23 movement, March 23 movement
Congo River Alliance | group | CD | AFC, AFC/M23, AFC-M23, Alliance Fleuve Congo, River Congo Alliance, Corneille
    Nangaa
ADF | group | CD | Allied Democratic Forces, Allied Democratic Force
CODECO | group | CD | Codeco, Cooperative for the Development of Congo, Cooperative for the Development of the Congo
FDLR | group | CD | Democratic Forces for the Liberation of Rwanda
Wazalendo | group | CD | Mai-Mai, Mai Mai, Mayi-Mayi, Mayi Mayi
Twirwaneho | group | CD |
Nyatura | group | CD |
Raia Mutomboki | group | CD | Raïa Mutomboki
NDC-R | group | CD | Nduma Defence of Congo, Nduma Defense of Congo
FRPI | group | CD | Front for Patriotic Resistance in Ituri
Convention for the Popular Revolution | group | CD |
Kamwina Nsapu | group | CD | Kamuina Nsapu
Mobondo | group | CD |
Red-Tabara | group | BI | RED-Tabara, RED Tabara, Red Tabara
FNL | group | BI | National Forces of Liberation
Imbonerakure | group | BI |
LRA | group | UG | Lord's Resistance Army, Joseph Kony
Renamo | group | MZ | RENAMO, Mozambican National Resistance
FLEC | group | AO | Front for the Liberation of the Enclave of Cabinda, FLEC-FAC
MFDC | group | SN | Movement of Democratic Forces of Casamance, Casamance separatists, Casamance rebels
MONUSCO | coalition | CD | Monusco, UN peacekeepers in Congo
SAMIDRC | coalition | CD | SADC Mission in DRC
SAMIM | coalition | MZ | SADC Mission in Mozambique
East African Regional Force | coalition | CD | EACRF, EAC Regional Force
MINUSCA | coalition | CF | Minusca
MINUSMA | coalition | ML | Minusma
UNAMID | coalition | SD | Unamid
UNISFA | coalition | SD |
UNIFIL | coalition | LB | Unifil, UN peacekeepers in Lebanon, United Nations Interim Force in Lebanon
UNMISS | coalition | SS | Unmiss
UNDOF | coalition | SY | Undof
Libyan National Army | forces | LY | LNA, Haftar's forces, Libyan Arab Armed Forces, Khalifa Haftar, Haftar, Saddam
    Haftar, Saiqa Special Forces, al-Saiqa
Government of National Unity | state | LY | GNU, Government of National Accord, GNA, 444 Brigade, Abdul Hamid Dbeibah,
    Dbeibah, Dbeibeh, Dbeiba, Fayez al-Sarraj, Fayez al-Serraj
Stability Support Apparatus | group | LY | Stability Support Authority, Ghaniwa
Special Deterrence Force | group | LY | Special Deterrence Forces, Rada, RADA
Libya Dawn | group | LY | Libyan Dawn, Fajr Libya
National Transitional Council | group | LY | NTC, Transitional National Council
Gaddafi loyalists | group | LY | pro-Gaddafi forces, pro-Gadhafi forces, Gadhafi loyalists, Gaddafi forces
Ansar al-Sharia in Libya | group | LY | Ansar al-Sharia Libya, Ansar al-Sharia Benghazi
Ansar al-Sharia in Tunisia | group | TN | Ansar al-Sharia Tunisia
Okba Ibn Nafaa Brigade | group | TN | Uqba ibn Nafi Battalion, Okba Ibn Nafaa, Uqba bin Nafi,
    Uqba ibn Nafi, Okba ibn Nafaa
Jund al-Khilafah in Tunisia | group | TN | Jund al-Khilafah Tunisia
Jund al-Khilafah in Algeria | group | DZ | Jund al-Khilafah, Jund al-Khilafa, Soldiers of the Caliphate
Benghazi Defence Brigades | group | LY | Benghazi Defense Brigades, Benghazi Defence Brigade
Benghazi Revolutionaries Shura Council | group | LY | Shura Council of Benghazi Revolutionaries, Benghazi Revolutionary
    Shura Council
Derna Mujahideen Shura Council | group | LY | Mujahideen Shura Council of Derna, Shura Council of Mujahideen in Derna,
    Derna Protection Force
Petroleum Facilities Guard | group | LY | PFG, Petroleum Facilities Guards
Kaniyat | group | LY | al-Kaniyat, Kani militia
Misrata forces | group | LY | Misratan forces, Misrata brigades, Misrata militia, Misrata militias
Polisario Front | group | EH | Polisario, Sahrawi Army, Sahrawi People's Liberation Army
Syrian Democratic Forces | group | SY | SDF, YPG, People's Protection Units, YPJ, Kurdish YPG, Popular Protection
    Units, Manbij Military Council, Deir ez-Zor Military Council, Mazloum Abdi
Free Syrian Army | group | SY | FSA, Free Army
Hayat Tahrir al-Sham | group | SY | HTS, al-Nusra Front, Nusra Front, al-Nusra, Jabhat al-Nusra, Jabhat Fateh al-Sham,
    Jabhat Fatah al-Sham, Tahrir al-Sham, Hay'at Tahrir al-Sham, Hayat Tahrir ash-Sham, Nusra, al-Jolani, al-Julani,
    al-Golani
Syrian National Army | group | SY | SNA, Turkish-backed Syrian factions, Turkish-backed fighters, Turkish-backed
    rebels, Turkey-backed rebels, Hamza Division, Sultan Murad, Ahrar al-Sharqiya
Ahrar al-Sham | group | SY | Ahrar ash-Sham
Jaish al-Islam | group | SY | Jaysh al-Islam
Jaish al-Fatah | group | SY | Army of Conquest, Jaysh al-Fatah, Jaish al-Fateh
Islamic Front | group | SY |
Faylaq al-Sham | group | SY | Failaq al-Sham, Sham Legion
Nour al-Din al-Zenki | group | SY | Nour al-Din al-Zinki, Noureddin al-Zinki
Hurras al-Din | group | SY | Huras al-Din, Guardians of Religion
Jund al-Aqsa | group | SY |
Yarmouk Martyrs Brigades | group | SY | Yarmouk Martyrs Brigade, Martyrs of Yarmouk
Fatemiyoun | group | SY | Liwa Fatemiyoun, Fatemiyoun Brigade, Fatemiyoun Division, Zaynabiyoun
National Defence Forces | group | SY | NDF, Shabiha, shabiha
Liwa al-Quds | group | SY | Liwaa al-Quds
Syrian Free Army | group | SY | Maghawir al-Thawra, Revolutionary Commando Army, New Syrian Army
Syrian Electronic Army | group | SY |
Assad government | state | SY | Assad regime, Syrian regime
Assad loyalists | group | SY | regime remnants, pro-Assad gunmen, pro-Assad fighters, remnants of the former regime,
    remnants of the Assad regime, Assad loyalist fighters
Saraya Ansar al-Sunnah | group | SY | Saraya Ansar al-Sunna
Druze militias | group | SY | Druze fighters, Druze gunmen, Men of Dignity, Druze factions, Suwayda Military Council
Bedouin tribes | group | SY | Bedouin fighters, tribal fighters, Bedouin gunmen
PKK | group | TR | Kurdistan Workers' Party, Kurdistan Workers Party, Kurdish Workers' Party, Kurdish Workers Party,
    Kurdistan Workers’ Party, HPG, Kurdish militants, Kurdish rebels, KCK, Kurdistan Communities Union, YDG-H
TAK | group | TR | Kurdistan Freedom Falcons, Kurdistan Freedom Hawks
DHKP-C | group | TR | DHKP/C, Revolutionary People's Liberation Party-Front, Revolutionary People's Liberation
    Party/Front, Revolutionary People's Liberation Front
TKP/ML | group | TR | TIKKO, MLKP
Turkish Hezbollah | group | TR | Kurdish Hezbollah
Gulen movement | group | TR | FETO, FETÖ, Gulenists, Gülen movement, Gulenist Terror Group
PJAK | group | IR | Kurdistan Free Life Party, Party of Free Life of Kurdistan
KDPI | group | IR | PDKI, Democratic Party of Iranian Kurdistan, Kurdish Democratic Party of Iran
Komala | group | IR | Komala Party
Kurdistan Freedom Party | group | IR |
Jaish al-Adl | group | IR | Jaish ul-Adl, Jaysh al-Adl, Jaish al-Zulm, Jaish-ul-Adl, Army of Justice
Jundallah | group | IR | Jundullah, Jondollah, People's Resistance Movement of Iran
Ansar al-Furqan | group | IR |
ASMLA | group | IR | Arab Struggle Movement for the Liberation of Ahwaz, al-Ahvaz National Resistance, Ahvaz National
    Resistance, Ahwaz National Resistance
MEK | group | IR | Mujahedin-e Khalq, People's Mujahedin, Mojahedin-e Khalq, Mujahedeen-e-Khalq, Mujahideen-e Khalq,
    People's Mujahideen Organization of Iran, PMOI
Al-Ashtar Brigades | group | BH | Saraya al-Ashtar
National Resistance Front | group | AF | NRF
Afghanistan Freedom Front | group | AF |
Haqqani network | group | AF | Haqqani Network, Haqqanis
Nepal's Maoists | group | NP | Unified Communist Party of Nepal
Hizb-e-Islami | group | AF | Hezb-e-Islami, Hezb-i-Islami, Hezb-e Islami, Gulbuddin Hekmatyar
Islamic Movement of Uzbekistan | group | UZ | IMU
Islamic Jihad Union | group | UZ |
East Turkestan Islamic Movement | group | CN | ETIM, Turkistan Islamic Party, Turkestan Islamic Party, East Turkistan
    Islamic Movement
Tehrik-i-Taliban Pakistan | group | PK | TTP, Pakistani Taliban, Pakistan Taliban, Tehreek-e-Taliban Pakistan,
    Tehreek-i-Taliban Pakistan, Tehrik-e-Taliban Pakistan, Tehreek-e-Taliban, Tehrik-e-Taliban, Fitna al-Khawarij,
    Fitna-al-Khawarij, Fitna-ul-Khawarij, Fitna al Khwarij, khawarij, khwarij, Khawarij
Hafiz Gul Bahadur group | group | PK | Hafiz Gul Bahadar group, Hafiz Gul Bahadur faction, Ittehad-ul-Mujahideen
    Pakistan, Ittihad-ul-Mujahideen Pakistan, Hafiz Gul Bahadur
Jaish-e-Fursan-e-Muhammad | group | PK | Jaish-e-Fursan-i-Muhammad
Jamaat-ul-Ahrar | group | PK | Jamaatul Ahrar, Jamat-ul-Ahrar, JuA, TTP Jamaat-ul-Ahrar
Hizb-ul-Ahrar | group | PK | Hizbul Ahrar
Tehreek-e-Jihad Pakistan | group | PK | Tehrik-e-Jihad Pakistan, TJP
Ansarul Mujahideen | group | PK | Ansar-ul-Mujahideen
Lashkar-e-Islam | group | PK |
Lashkar-e-Jhangvi | group | PK | Lashkar-e-Jhangvi al-Alami, LeJ
Sipah-e-Sahaba | group | PK |
Tehreek-e-Labbaik Pakistan | group | PK | TLP, Tehreek-e-Labbaik, Tehrik-e-Labbaik Pakistan, Tehrik-e-Labbaik
Balochistan Liberation Army | group | PK | BLA, Baloch Liberation Army, Baluchistan Liberation Army, Majeed Brigade,
    Baloch separatists, Jeeyand Baloch
Balochistan Liberation Front | group | PK | BLF, Baluchistan Liberation Front, Baloch Liberation Front
Baloch Raji Aajoi Sangar | group | PK | BRAS, Baloch Raaji Aajoi Sangar
Baloch Republican Guards | group | PK | BRG, Baloch Republican Guard, Baluch Republican Guards
Baloch Republican Army | group | PK | Baluch Republican Army
United Baloch Army | group | PK | United Baluch Army
Baloch Nationalist Army | group | PK |
Baloch militants | group | PK | Fitna al-Hindustan, Fitna-al-Hindustan, Fitna-ul-Hindustan, Baloch insurgents, Baloch
    rebels, Baluch separatists
Sindhudesh Revolutionary Army | group | PK | Sindhudesh Liberation Army
Jaish-e-Mohammed | group | PK | Jaish-e-Mohammad, Jaish-e-Muhammad, JeM, Jaish, Jaish-i-Muhammad
Lashkar-e-Taiba | group | PK | LeT, Lashkar-e-Tayyiba, Lashkar-e-Tayyaba, Lashkar-e-Toiba, Lashkar-e-Tayiba,
    Lashkar-e-Taibah, The Resistance Front, Resistance Front, TRF, Jamaat-ud-Dawa, Jama'at-ud-Da'wah, Hafiz Saeed
Hizbul Mujahideen | group | IN | Hizb-ul-Mujahideen, Hizbul Mujahedeen, Hizb-ul-Mujahedeen, Hizbul Mujahidin
Kashmir Tigers | group | IN |
PAFF | group | IN | People's Anti-Fascist Front
Ansar Ghazwat-ul-Hind | group | IN |
Indian Mujahideen | group | IN | Indian Mujahedeen
Harkat-ul-Jihad al-Islami | group | BD | HuJI, Harkat-ul-Jihad-al-Islami, Harkat-ul-Jihad-e-Islami
Indian Maoists | group | IN | Maoists, Naxalites, Naxals, Maoist rebels, Maoist insurgents, Maoist guerrillas, CPI
    (Maoist), CPI-Maoist, CPI(Maoist), Communist Party of India (Maoist), Naxal, Naxalite, Maoist
ULFA | group | IN | ULFA-I, ULFA(I), ULFA (I), United Liberation Front of Asom, United Liberation Front of Assam
NDFB | group | IN | National Democratic Front of Bodoland, Bodo militants
Kuki militants | group | IN | Kuki National Army, United Kuki National Army, Kuki insurgents, Kuki armed groups
Meitei militants | group | IN | Arambai Tenggol, Meitei insurgents
United National Liberation Front | group | IN | UNLF
PREPAK | group | IN | People's Revolutionary Party of Kangleipak
Kangleipak Communist Party | group | IN | KCP
Kanglei Yawol Kanna Lup | group | IN | KYKL
People's Liberation Army of Manipur | group | IN | PLA of Manipur, Manipur's PLA, PLA-Manipur
Hynniewtrep National Liberation Council | group | IN | HNLC
People's Liberation Front of India | group | IN | PLFI
Lawrence Bishnoi gang | group | IN | Bishnoi gang, Lawrence Bishnoi group, Lawrence Bishnoi
Babbar Khalsa International | group | IN | BKI
Communist Party of Nepal (Chand) | group | NP | Nepal Communist Party (Chand), Biplav group, Chand-led Communist Party
People's Liberation Army of Manipur | group | IN | Revolutionary People's Front
Manipur Naga People's Front | group | IN | MNPF
Garo National Liberation Army | group | IN | GNLA
Kamtapur Liberation Organisation | group | IN | Kamtapur Liberation Organization
NSCN | group | IN | NSCN-K, NSCN-IM, NSCN(K), NSCN (K), NSCN (Khaplang), NSCN(IM), NSCN (IM), National Socialist
    Council of Nagaland, National Socialist Council of Nagalim
NLFT | group | IN | National Liberation Front of Tripura
Khalistan militants | group | IN | Babbar Khalsa, Khalistan Zindabad Force, Khalistan Commando Force, Khalistan Tiger
    Force
JMB | group | BD | Jamaat-ul-Mujahideen Bangladesh, Jamaatul Mujahideen Bangladesh, Jama'atul Mujahideen Bangladesh,
    Neo-JMB
Ansarullah Bangla Team | group | BD | Ansar al-Islam Bangladesh
Kuki-Chin National Front | group | BD | Kuki-Chin National Army
United People's Democratic Front | group | BD |
Parbatya Chattagram Jana Samhati Samiti | group | BD | PCJSS
National Thowheed Jamath | group | LK | National Thowheed Jamaath, National Thowheeth Jama'ath, National Thawheed
    Jamaath
LTTE | group | LK | Tamil Tigers, Tamil Tiger, Liberation Tigers of Tamil Eelam
Arakan Army | group | MM | AA rebels, United League of Arakan
MNDAA | group | MM | Myanmar National Democratic Alliance Army, Kokang army, Kokang rebels
TNLA | group | MM | Ta'ang National Liberation Army
Three Brotherhood Alliance | group | MM | Brotherhood Alliance
Kachin Independence Army | group | MM | KIA, Kachin Independence Organisation, Kachin Independence Organization, KIO
Karen National Liberation Army | group | MM | KNLA, Karen National Union, KNU, Karen rebels
DKBA | group | MM | Democratic Karen Benevolent Army, Democratic Karen Buddhist Army
Karen Border Guard Force | group | MM | Karen BGF, Karen National Army
Karenni Nationalities Defence Force | group | MM | KNDF, Karenni Nationalities Defense Force, Karenni Army, KNPP,
    Karenni National Progressive Party
Shan State Army | group | MM | Shan State Army-South, Shan State Army-North, Shan State Army (South), Shan State Army
    (North), SSA-S, SSA-N, RCSS, SSPP, Restoration Council of Shan State, Shan State Progress Party
Pa-O National Army | group | MM | Pa-O National Organisation, Pa-O National Organization
Chin National Army | group | MM | Chin National Front, Chinland Defence Force, Chinland Defense Force, Chin
    Brotherhood, Chin National Defence Force, Chin National Defense Force
Bamar People's Liberation Army | group | MM | BPLA
People's Defence Force | group | MM | PDF, PDFs, People's Defense Force, People's Defence Forces, People's Defense
    Forces, National Unity Government, NUG
ARSA | group | MM | Arakan Rohingya Salvation Army, Harakah al-Yaqin
RSO | group | MM | Rohingya Solidarity Organisation, Rohingya Solidarity Organization
United Wa State Army | group | MM | UWSA
BRN | group | TH | Barisan Revolusi Nasional, southern insurgents, Runda Kumpulan Kecil, RKK
PULO | group | TH | Patani United Liberation Organisation, Patani United Liberation Organization, Pattani United
    Liberation Organisation
New People's Army | group | PH | NPA, Communist Party of the Philippines, CPP-NPA
Abu Sayyaf | group | PH | Abu Sayyaf Group, ASG, Abu Sayaf
Moro Islamic Liberation Front | group | PH | MILF
Moro National Liberation Front | group | PH | MNLF
BIFF | group | PH | Bangsamoro Islamic Freedom Fighters, Bangsamoro Islamic Freedom Movement
Maute group | group | PH | Dawlah Islamiyah, Daulah Islamiyah, Dawlah Islamiya, Maute Group, Maute
Royal Sulu Army | group | PH | Royal Army of Sulu, Royal Sulu Sultanate Army
West Papua National Liberation Army | group | ID | TPNPB, TPNPB-OPM, OPM, Free Papua Movement, Free Papua Organisation,
    Free Papua Organization, Papuan separatists, Papua separatists, Papuan rebels, Papua rebels, West Papua Liberation
    Army, West Papuan separatists, TPN-OPM
Jemaah Islamiyah | group | ID | Jemaah Islamiah, Jemaah Islamiya
Jamaah Ansharut Daulah | group | ID | JAD, Jemaah Ansharut Daulah, Jamaah Anshorut Daulah
East Indonesia Mujahideen | group | ID | Mujahidin Indonesia Timur, Mujahideen of Eastern Indonesia, Eastern Indonesia
    Mujahideen, East Indonesia Mujahidin
Islamic Defenders Front | group | ID |
Kurdish forces | group | | Kurdish-led forces, Kurdish fighters
Wagner Group | group | RU | Wagner, Wagner mercenaries, Wagner PMC, PMC Wagner, Wagner private military company,
    Prigozhin
Africa Corps | forces | RU | Russian mercenaries
SBU | forces | UA | Security Service of Ukraine, Ukraine's Security Service, Ukrainian Security Service, SSU, Ukraine's
    security service, Kyiv's security service, Security Service, Vasyl Malyuk
GUR | forces | UA | HUR, Main Directorate of Intelligence, Defence Intelligence of Ukraine, Defense Intelligence of
    Ukraine, Main Intelligence Directorate, Budanov
Freedom of Russia Legion | group | UA | Legion Freedom of Russia, Freedom for Russia Legion, Free Russia Legion,
    Siberian Battalion, Sibir Battalion
Russian Volunteer Corps | group | UA | RDK
Atesh | group | UA | ATESH
National Republican Army | group | RU |
Donetsk separatists | group | UA | DPR, DNR, Donetsk People's Republic, pro-Russian separatists, Russian-backed
    separatists, pro-Russian rebels, Pro-Russian rebels, Pro-Russian separatists, Russian-backed rebels, Russia-backed
    rebels, Russia-backed separatists, pro-Russia separatists, pro-Russian militants, Pro-Russian militants,
    pro-Russian insurgents, pro-Russian fighters, Donetsk rebels, Denis Pushilin, Vostok battalion, Vostok Battalion
Luhansk separatists | group | UA | LPR, LNR, Luhansk People's Republic, Lugansk People's Republic
Chechen forces | forces | RU | Akhmat, Kadyrovites, Kadyrov, Ramzan Kadyrov
Rusich | group | RU | Rusich Group
Solntsepek | group | RU | Solntsepyok
Sandworm | group | RU |
Fancy Bear | group | RU | APT28, Fancy Bears, Forest Blizzard
Cozy Bear | group | RU | APT29, Midnight Blizzard, Nobelium
Gamaredon | group | RU | Armageddon hackers
Turla | group | RU |
NoName057(16) | group | RU | NoName057
KillNet | group | RU | Killnet
Silent Crow | group | UA |
Cyber Toufan | group | | Cyber Toufan Al-Aqsa
Edalat-e Ali | group | IR | Edalat-e-Ali, Adalat Ali, Ali's Justice
Black Reward | group | IR |
Tapandegan | group | IR |
CyberBerkut | group | UA | Cyber Berkut
Cyber Caliphate | group | | CyberCaliphate, Cyber Caliphate Army
Cutting Sword of Justice | group | |
Guacamaya | group | |
XakNet | group | RU |
Cyber Army of Russia Reborn | group | RU | People's Cyber Army of Russia
Evil Corp | group | RU |
Lazarus Group | group | KP | Lazarus, Lazarus group, TraderTraitor, APT38, Bluenoroff, Andariel
Kimsuky | group | KP |
Volt Typhoon | group | CN |
Salt Typhoon | group | CN |
Flax Typhoon | group | CN |
Silk Typhoon | group | CN | Hafnium
APT41 | group | CN | Winnti
APT31 | group | CN |
APT40 | group | CN |
APT10 | group | CN |
Mustang Panda | group | CN |
UNC3886 | group | CN |
IT Army of Ukraine | group | UA | Ukraine's IT Army, Ukrainian IT Army
Silent Crow | group | |
Cyber Partisans | group | BY | Belarusian Cyber-Partisans, Belarusian Cyber Partisans, Cyber-Partisans, Belarus Cyber
    Partisans
Anonymous Sudan | group | |
Guardians of Peace | group | KP |
Shadow Brokers | group | |
Cutting Sword of Justice | group | IR |
CyberAv3ngers | group | IR | Cyber Av3ngers, CyberAvengers, Cyber Avengers
Handala | group | IR | Handala Hack
Charming Kitten | group | IR | APT35, APT42, Mint Sandstorm
MuddyWater | group | IR | Mercury hackers
APT33 | group | IR | Peach Sandstorm
APT34 | group | IR | OilRig
Moses Staff | group | IR | Moses' Staff
Black Shadow | group | IR | BlackShadow
Homeland Justice | group | IR | HomeLand Justice
Predatory Sparrow | group | | Gonjeshke Darande
Transnistria | group | MD | Transnistrian forces, Transdniestria
South Ossetia | group | GE | South Ossetian
Abkhazia | group | GE | Abkhaz
Northern Cyprus | state | CY | Turkish Cypriots, Turkish Cypriot, Turkish Republic of Northern Cyprus
Kosovo Serbs | group | XK | Kosovo Serb, Serb gunmen, ethnic Serbs, Milan Radoicic
Bosnian Serbs | group | BA | Bosnian Serb, Republika Srpska, Milorad Dodik, Dodik
Nagorno-Karabakh forces | group | AZ | Artsakh, Karabakh Armenians, Artsakh Defence Army, Artsakh Defense Army,
    Nagorno-Karabakh Defence Army, Nagorno-Karabakh Defense Army, Karabakh army
Caucasus Emirate | group | RU | Imarat Kavkaz, Doku Umarov
ETA | group | ES | Eta, Euskadi Ta Askatasuna, Basque separatists
New IRA | group | GB | Real IRA, new IRA, dissident republicans
Continuity IRA | group | GB | CIRA
Ulster Volunteer Force | group | GB | UVF
Conspiracy of Fire Nuclei | group | GR | Conspiracy of Cells of Fire, Conspiracy of the Cells of Fire,
    Conspiracy of Fire Cells, Fire Nuclei
Popular Fighters Group | group | GR | Group of Popular Fighters, Popular Fighters' Group
Revolutionary Struggle | group | GR | Epanastatikos Agonas
Sect of Revolutionaries | group | GR |
Organisation for Revolutionary Self-Defence | group | GR | Organization for Revolutionary Self-Defense, Revolutionary
    Self-Defence Organisation, Revolutionary Self-Defense
Informal Anarchist Federation | group | IT | FAI-FRI, FAI/FRI, Federazione Anarchica Informale
Red Brigades | group | IT | New Red Brigades
Resistencia Galega | group | ES | Galician Resistance
Palestine Action | group | GB |
Ulster Defence Association | group | GB |
Oglaigh na hEireann | group | GB | Óglaigh na hÉireann, Oglaigh na h'Eireann, ONH
Arm na Poblachta | group | GB |
Irish Republican Movement | group | GB |
Stop the Wagons | group | RU |
Combat Organization of Anarcho-Communists | group | RU | BOAK, Combat Organisation of Anarcho-Communists
Imam Shamil Battalion | group | RU | Imam Shamil's battalion
Informal Anarchist Federation | group | IT |
Volcano Group | group | DE | Vulkangruppe
FLNC | group | FR | National Liberation Front of Corsica, Corsican National Liberation Front
ELN | group | CO | National Liberation Army
FARC | group | CO | Farc, Revolutionary Armed Forces of Colombia
FARC dissidents | group | CO | Estado Mayor Central, EMC, FARC dissident, Farc dissidents, Farc dissident, dissident
    FARC, ex-FARC, FARC splinter, Central General Staff, dissidents of the FARC, Dagoberto Ramos
Segunda Marquetalia | group | CO | Second Marquetalia
Comandos de la Frontera | group | CO | Border Commandos, Comandos de Frontera
Clan del Golfo | group | CO | Gulf Clan, AGC, EGC, Gaitanist Army, Gaitanist Self-Defense Forces, Gaitanista
    Self-Defense Forces, Gaitanistas, Clan Usuga, Usuga Clan, Los Urabenos, Los Urabeños, Urabeños
Popular Liberation Army | group | CO | Pelusos
Shining Path | group | PE | Sendero Luminoso
Militarized Communist Party of Peru | group | PE | MPCP
Tren de Aragua | group | VE |
Cartel of the Suns | group | VE | Cartel de los Soles, Cártel de los Soles
Sinaloa Cartel | group | MX | Sinaloa cartel, Los Chapitos, Chapitos, Cártel de Sinaloa
Jalisco New Generation Cartel | group | MX | CJNG, Jalisco cartel, Jalisco Cartel, Jalisco New Generation cartel,
    Jalisco New Generation
Gulf Cartel | group | MX | Gulf cartel, Cartel del Golfo
Zetas | group | MX | Los Zetas
Northeast Cartel | group | MX | Cartel del Noreste, Cartel of the Northeast
Knights Templar cartel | group | MX | Knights Templar Cartel, Caballeros Templarios, Knights Templar drug cartel
La Familia Michoacana | group | MX | La Familia cartel, Familia Michoacana, Nueva Familia Michoacana
Santa Rosa de Lima Cartel | group | MX | Santa Rosa de Lima cartel
Juarez Cartel | group | MX | Juarez cartel, Juárez cartel, Juárez Cartel
Beltran Leyva cartel | group | MX | Beltran Leyva, Beltrán Leyva
Carteles Unidos | group | MX | Cárteles Unidos, United Cartels
Guerreros Unidos | group | MX |
Los Choneros | group | EC | Choneros
Los Lobos | group | EC |
Los Tiguerones | group | EC | Tiguerones
Viv Ansanm | group | HT | G9, G-Pep, G-Pèp, Haitian gangs, Jimmy Cherizier, Jimmy Chérizier
Kraze Barye | group | HT | Kraze Baryè
Gran Grif | group | HT |
400 Mawozo | group | HT |
Kenyan-led mission | coalition | HT | Multinational Security Support mission, Multinational Security Support, MSS, Gang
    Suppression Force, GSF
Paraguayan People's Army | group | PY | EPP
Armed Peasant Association | group | PY | Agrupación Campesina Armada, Armed Peasant Group
Army of Marshal López | group | PY | Army of Marshal Lopez, Ejército del Mariscal López
Popular Revolutionary Army | group | MX | Ejército Popular Revolucionario
Zapatistas | group | MX | EZLN, Zapatista National Liberation Army, Zapatista Army of National Liberation
Individualists Tending to the Wild | group | MX | Individuals Tending to the Wild, Individuals Tending Towards Savagery,
    Individualists Tending Toward the Wild, Individuals Tending toward Savagery
MS-13 | group | SV | Mara Salvatrucha, MS13
Barrio 18 | group | SV | Barrio-18, 18th Street gang
PCC | group | BR | Primeiro Comando da Capital, First Capital Command
Comando Vermelho | group | BR | Red Command
Mapuche militants | group | CL | Mapuche radicals
Coordinadora Arauco-Malleco | group | CL | Coordinadora Arauco Malleco, Arauco-Malleco Coordinator, Arauco Malleco
    Coordinator, Arauco-Malleco Coordinating Committee
Resistencia Mapuche Lafkenche | group | CL | Resistencia Mapuche Lavkenche, Mapuche Lafkenche Resistance
Resistencia Mapuche Malleco | group | CL | Mapuche Malleco Resistance
Weichan Auka Mapu | group | CL |
Resistencia Ancestral Mapuche | group | AR | Ancestral Mapuche Resistance
US-led coalition | coalition | | Operation Inherent Resolve, Combined Joint Task Force, international coalition,
    International Coalition, U.S.-led coalition, US-led Coalition, Global Coalition, global coalition, coalition
    forces, anti-ISIS coalition, coalition troops
ISAF | coalition | AF | Isaf, International Security Assistance Force, Resolute Support
Saudi-led coalition | coalition | SA | Saudi-led alliance, Saudi-led military coalition, coalition led by Saudi Arabia,
    alliance led by Saudi Arabia, Arab coalition, Arab Coalition, Coalition to Support Legitimacy, Coalition to Restore
    Legitimacy, Coalition to Support Legitimacy in Yemen, Turki al-Maliki, Turki Al-Maliki, Turki al-Malki
NATO | coalition | | Nato, North Atlantic Treaty Organization, KFOR, Kfor, Jens Stoltenberg, Stoltenberg
European Union | coalition | | EU, E.U., EUNAVFOR, Operation Aspides, Aspides, EUNAVFOR Aspides, European Commission,
    European Council, Kaja Kallas, Kallas, Josep Borrell, Borrell, von der Leyen, Federica Mogherini
Operation Prosperity Guardian | coalition | | Prosperity Guardian
Combined Maritime Forces | coalition | BH |
United Nations | coalition | | UN, U.N., U.N. peacekeepers, UN peacekeepers, United Nations peacekeepers, peacekeepers,
    UN Security Council, U.N. Security Council
African Union | coalition | | AU
Arab League | coalition | | League of Arab States
CSTO | coalition | | Collective Security Treaty Organization, Collective Security Treaty Organisation
SADC | coalition | | Southern African Development Community
ECOWAS | coalition | | Ecowas, Economic Community of West African States
Alliance of Sahel States | coalition | | AES
UKMTO | unknown | GB | UK Maritime Trade Operations, United Kingdom Maritime Trade Operations
G5 Sahel | coalition | |
Multinational Joint Task Force | coalition | | MNJTF
Lakhdar Brigade | group | LY |
Zintan forces | group | LY | Zintan militia, Zintan militias, Zintan brigades
Iran-backed militias | group | | Iraqi militias, Iraqi militia, Shiite militias, Shia militias, Shiite militia
militias | group | | outlawed militias, outlaw militias, Outlaw militias, illegal militias, militia groups, outlaw
    militia groups, outlawed groups
Jewish settlers | group | IL | Israeli settlers, settlers
gunmen | group | | unidentified gunmen, armed men, unknown gunmen, gunman
protesters | civilians | | demonstrators, rioters, looters, Protesters, Demonstrators, Rioters
hackers | group | | hacker group, hacking group
"""
