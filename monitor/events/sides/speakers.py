"""Persons who speak for an armed group, by which a text may name it: its spokesmen, and chiefs who own up to its acts.

One line a group: its name in `groups.py` | the persons. A text that says "Ali Mohamud Rage, a spokesman" names
Al-Shabaab; given out is the name of the group.
"""

from __future__ import annotations

SPEAKERS = """
Abu Sayyaf | Abu Rami
Al-Shabaab | Ali Mohamud Rage, Ali Dhere, Abdiasis Abu Musab, Abdulaziz Abu Musab, Abdiaziz Abu Musab
Arakan Army | Khaing Thukha, Khine Thu Kha
BIFF | Abu Misry Mama
Balochistan Liberation Army | Azad Baloch
Balochistan Liberation Front | Gwahram Baloch, Gohram Baloch
Boko Haram | Abubakar Shekau, Shekau, Abu Qaqa
ELN | Pablo Beltrán, Pablo Beltran
FLEC | Jean-Claude Nzita
Freedom of Russia Legion | Ilya Ponomarev, Ilya Ponomaryov
Gran Grif | Luckson Elan
Hamas | Abu Obaida, Sami Abu Zuhri, Fawzi Barhoum, Osama Hamdan, Hazem Qassem
Houthis | Mohammed al-Bukhaiti, Nasruddin Amer, Mahdi al-Mashat
IPOB | Emma Powerful
IRGC | Ramezan Sharif, Ramazan Sharif, Ali Mohammad Naeini, Ali-Mohammad Naini
Islamic State | Abu Mohammed al-Adnani, Abu Muhammad al-Adnani, Abu Mohammad al-Adnani
Kachin Independence Army | Naw Bu
Karen National Liberation Army | Padoh Saw Taw Nee, Saw Taw Nee
Karenni Nationalities Defence Force | Khun Bedu
Libyan National Army | Ahmed al-Mismari, Ahmed Mismari
M23 | Lawrence Kanyuka, Willy Ngoma, Bertrand Bisimwa, Sultani Makenga
MEND | Jomo Gbomo
MNDAA | Li Kyar Win
Moro Islamic Liberation Front | Mohagher Iqbal, Ghazali Jaafar, Von Al-Haq, Eid Kabalu
New People's Army | Joma Sison, Jose Maria Sison, Marco Valbuena, Jorge Madlos
Niger Delta Avengers | Mudoch Agbinibo
Oromo Liberation Army | Odaa Tarbii, Odaa Tarbi, Jaal Marroo
PKK | Murat Karayilan, Cemil Bayik, Zagros Hiwa, Bakhtiyar Dogan
Polisario Front | Brahim Ghali
Rapid Support Forces | Al-Fateh Qurashi
Russian Volunteer Corps | Denis Kapustin, Denis Nikitin
Saudi-led coalition | Ahmed al-Asiri, Ahmed Asiri
Syrian Democratic Forces | Farhad Shami, Farhad al-Shami, Mustafa Bali
TNLA | Mai Aik Kyaw, Tar Aik Kyaw, Lway Yay Oo
Tehrik-i-Taliban Pakistan | Muhammad Khurasani, Mohammad Khurasani, Mohammed Khurasani, Ehsanullah Ehsan, Shahidullah
    Shahid
Tigray forces | Debretsion Gebremichael, Getachew Reda
West Papua National Liberation Army | Sebby Sambom, Egianus Kogoya
"""
