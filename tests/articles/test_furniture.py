"""Lines that are the page's, and lines that only look like it."""

from __future__ import annotations

import pytest

from monitor.articles.furniture import cut, is_furniture

PAGE = [
    "Advertisement",
    "Share this article",
    "Telegram Whatsapp",
    "COMMENTS SHARE READ LATER",
    "You can share this story on social media:",
    "5608 View",
    "2 min read",
    "close_game",
    "Skip to main content",
    "We use cookies to improve your experience. You can change the settings in your browser.",
    "Read also: Two more ports close",
    "ALSO READ: Who commands the fleet?",
    "Read more stories like this >> • One thing • Another thing",
    "You may like: The generals under pressure",
    "Most Popular | Sign up to our newsletter",
    "Filed Under: World | Tagged With: Kyiv, Odesa",
    "Tags: navy | yemen | tanker",
    "Yemen | Prisoner Exchange | Houthis | Red Cross",
    "Subscribe to our newsletter",
    "Support us or become our patron!",
    "If you liked this article, follow us on LinkedIn and Facebook",
    "Get all the latest news and updates delivered to your inbox here",
    "(Photo by JANE DOE / AFP)",
    "A soldier at the gate of the base, July 8, 2021. /CFP",
    "The port before the attack (photo: DW)",
    "Jane Doe / AFP via Getty Images",
    "IMAGE: The ship at anchor. Photograph: Courtesy Navy on X",
    "In this handout photo provided by the coast guard, two ships lie side by side.",
    "© 2023 Thomson/Reuters. All rights reserved.",
    "(This is an unedited and auto-generated story from a syndicated feed.)",
    "With inputs from agencies",
    "The-CNN-Wire",
    "https://example.org/story",
    "Published: 28 Oct 2023, 1:48 PM",
    "Saturday, 23 December 2023 05:21 PM EST",
    "Reuters | Jan 16, 2024 05:29 AM IST",
    "By Jane Doe in London January 16, 2023",
    "The post Two ports shelled appeared first on Example News.",
    "Continue reading...",
    "Jane Doe is a freelance reporter based in Beirut.",
    "(©2016 A Broadcaster. All Rights Reserved. This material may not be published.)",
]

STORY = [
    "Two people were killed when a shell hit the market of the town on Monday.",
    "Trending downward for months, attacks on ships rose again in May, the navy said.",
    "Also in Kharkiv, a drone wounded three people, the mayor said.",
    "Like US officials before him, he said the strike had been a mistake.",
    "Read aloud in parliament, the letter threatened war within a week.",
    "The attack was claimed by the group on Telegram.",
    "Share prices fell in Tehran after the strike.",
    "The missile struck at 6:30 p.m. on January 20, 2024, Central Command said.",
    "On 27 October 2023 a drone was shot down near the base.",
    "Related attacks killed two policemen in Mosul and Kirkuk on Friday.",
    "Watch towers along the border were shelled overnight.",
    "“These attacks must stop,” she added.",
    "The crew is safe, the ministry said. (Reuters)",
    "A reporter of the state broadcaster was killed in the strike on Beirut.",
    "Follow-up raids destroyed two launchers, the army said in a statement.",
    "Support for the truce came from Cairo and Doha.",
    "One such witness is Amal Haddad, a journalist of the town, who saw the missile come down.",
    "The governor was a reporter before the war.",
]


@pytest.mark.parametrize("line", PAGE)
def test_lines_of_the_page_are_known(line: str) -> None:
    """Cookies, share bars, pointers, pleas, credits, stamps and tags are none of the article's own."""
    assert is_furniture(line, near_top=True, near_end=True)


@pytest.mark.parametrize("line", STORY)
def test_sentences_of_the_story_stay(line: str) -> None:
    """A lost sentence can hide an incident: what only begins like furniture is kept."""
    assert not is_furniture(line, near_top=True, near_end=True)


def test_headlines_under_a_list_of_links_go_with_it() -> None:
    """Other stories' headlines would be taken for incidents of this one."""
    told = "The port was shelled on Monday, the mayor said."

    assert cut([told, "More Top Reads:", "Missile hits Odesa", "Ten dead in Sumy"]).kept == (told,)


def test_a_caption_printed_twice_goes_and_a_repeated_paragraph_stays_once() -> None:
    """Alternative text doubles captions; a summary may double a paragraph."""
    told = "The army said on Monday that it had hit two launch sites in the hills across the border."
    lines = [
        told,
        "A launcher in the hills near the border",
        "A launcher in the hills near the border",
        "Nobody died.",
        told,
    ]

    assert cut(lines).kept == (told, "Nobody died.")


def test_a_line_that_says_who_is_where_in_a_picture_goes_unless_it_reports() -> None:
    """The picture is seldom of the day, and its date would become that of the act."""
    told = "The launcher was hit on Monday, the ministry said."
    posed = "The general (left) at the firing of a long-range rocket on 3 March 2022. AFP"
    reported = (
        "The general (right) told reporters in the capital on Monday that the army had fired at two of the boats."
    )

    bracketed = "[Smoke over the hills after a raid, 8 May 2025. Getty]"
    assert cut([posed, bracketed, told, reported]).kept == (told, reported)


@pytest.mark.parametrize("credit", ["REUTERS/Ann Otherman", "(AP Photo/Ann Otherman)", "EPA/STR", "AFP/Ann Otherman"])
def test_a_line_that_ends_with_an_agency_and_its_photographer_is_a_caption(credit: str) -> None:
    """A report with two agencies behind it is none."""
    caption = f"Fighters with a gun near the northern town, March 13, 2018. {credit}"

    kept = cut([caption, "The launcher was hit on Monday. (AFP/Reuters)", "Nobody died."]).kept

    assert kept == ("The launcher was hit on Monday.", "Nobody died.")


def test_an_agency_behind_the_last_sentence_is_cut_off_it() -> None:
    """The credit is recorded; the sentence stays."""
    found = cut(["The first paragraph.", "It was the third attack in a week. (ANI/TPS)"])

    assert found.kept[-1] == "It was the third attack in a week."
    assert "(ANI/TPS)" in found.removed


def test_a_dateline_on_its_own_line_joins_the_next() -> None:
    """'New Delhi:' is where the report was written, not a paragraph."""
    assert cut(["New Delhi:", "Twelve soldiers died in a clash."]).kept == (
        "New Delhi: Twelve soldiers died in a clash.",
    )


def test_cutting_twice_equals_cutting_once() -> None:
    """What is left holds no more furniture."""
    once = cut([*PAGE[:9], *STORY, *PAGE[9:]])

    assert cut(once.kept).kept == once.kept
