"""Disclaimers: what counts as equal, what is told of a difference, and what a fix leaves behind."""

from __future__ import annotations

import pytest

from checker.engine.article import check_article
from checker.engine.fixes import fix_text
from checker.reading import read
from checker.rules.disclaimer._elements import elements, is_said
from checker.rules.disclaimer._labels import is_label
from checker.rules.disclaimer._standings import is_name, name_places, resemblance, standings, stretch
from checker.rules.disclaimer._texts import changes, fold, in_words
from checker.rules.disclaimer._wanted import NAME, wanted
from checker.settings import Disclaimer, Settings

TEXT = "{publication} reports news. It does not give medical advice, and nothing here replaces your doctor."
OURS = TEXT.replace("{publication}", "Scleroderma Weekly")
FRONT = "---\ntype: news\ndate: 2018-10-31\n---\n"
SETTINGS = Settings(
    today="2026-06-01",
    publication="Scleroderma Weekly",
    disclaimers=(Disclaimer("medical-advice", TEXT),),
    select=("disclaimer",),
)


def with_texts(*disclaimers: Disclaimer) -> Settings:
    return SETTINGS._replace(disclaimers=disclaimers)


def kinds(text: str, settings: Settings = SETTINGS) -> list[str]:
    return [standing.kind for standing in standings(read("articles/a.md", text, settings))]


def fixed(text: str, settings: Settings = SETTINGS) -> str:
    verdict = check_article("articles/a.md", text, settings)
    return fix_text("articles/a.md", text, settings, verdict, unsafe=False).text


# What makes no difference


@pytest.mark.parametrize(
    "written",
    [
        OURS,
        OURS.replace(" ", "\n", 5),
        OURS.replace(" ", "\u00a0", 5),
        f"*{OURS}*",
        f"> {OURS}",
        f"- {OURS}",
        f"<p>{OURS}</p>",
        OURS.replace("medical", "med\u00adi\u200bcal"),
        OURS.replace("not", "**not**").replace("medical advice", "[medical advice](/advice)"),
        OURS.replace("advice,", "advice&#44;"),
        f"**Medical disclaimer:** {OURS}",
        f"Please note: {OURS}",
        OURS.replace(". It", ".\n\nIt"),
        f"![A logo](logo.png) {OURS}",
    ],
)
def test_what_a_reader_does_not_see_makes_no_difference(written: str) -> None:
    assert kinds(f"{FRONT}Twenty people.\n\n{written}\n") == ["present"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("it doesn’t “give” it", 'it doesn\'t "give" it'),
        ("news – and more", "news -- and more"),
        ("ﬁrst…", "first..."),
        (" a\u2009b\u202fc\n d ", "a b c d"),
    ],
)
def test_typography_folds_away(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("News", "news"), ("advice,", "advice"), ("not", "now"), ("a b", "ab")])
def test_words_capitals_and_commas_do_not_fold_away(one: str, other: str) -> None:
    assert fold(one) != fold(other)


# What is told of a difference


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("It does give advice.", '"not" is missing after "does"'),
        ("It does not never give advice.", '"never" is added after "not"'),
        ("It doesn't give advice.", '"not" is lost: the page says "doesn\'t", the approved text "does not"'),
        ("It does not give legal advice.", '"legal" is added after "give"'),
        ("It does not sell advice.", 'the page says "sell", the approved text "give"'),
        ("does not give advice.", '"It" is missing at the beginning'),
    ],
)
def test_a_difference_is_told_in_words(page: str, told: str) -> None:
    assert told == in_words(changes(["It", "does", "not", "give", "advice."], page.split()))


def test_a_lost_negation_comes_before_what_stands_earlier() -> None:
    approved, page = "We report news and do not sell drugs", "We spread news and do sell drugs"

    told = in_words(changes(approved.split(), page.split()))

    assert told == '"not" is missing after "do"; the page says "spread", the approved text "report"'


def test_many_differences_are_counted() -> None:
    approved, page = "a x b x c x d x e", "1 x 2 x 3 x 4 x 5"

    told = in_words(changes(approved.split(), page.split()))

    assert told.endswith("; and 2 more differences")


def test_two_words_for_one_thing_are_told_where_they_stand() -> None:
    text = f"{FRONT}Twenty people.\n\n{OURS.replace('medical', 'legal')}\n"

    (found,) = check_article("articles/a.md", text, SETTINGS).diagnostics

    start, end = found.range
    assert (start.line, text.split("\n")[6][start.column - 1 : end.column - 1]) == (7, "legal")


# Which text was meant


def test_resemblance_never_lets_a_text_pass() -> None:
    for word in ("not ", "medical ", "nothing "):
        assert kinds(f"{FRONT}Twenty people.\n\n{OURS.replace(word, '', 1)}\n") == ["altered"]


def test_a_text_of_its_own_is_no_altered_one() -> None:
    paragraph = "Your doctor gets the news first, it is said, and your doctor does not give it away."

    assert kinds(f"{FRONT}{paragraph}\n") == ["missing"]


def test_the_end_of_a_long_paragraph_is_found_and_compared() -> None:
    text = f"{FRONT}{'Many words stand here. ' * 500}{OURS.replace('not ', '')}\n"

    (found,) = check_article("articles/a.md", text, SETTINGS).diagnostics

    assert found.rule == "disclaimer-altered"
    assert '"not" is missing after "does"' in found.message
    assert found.fix is None


def test_far_longer_texts_are_compared_only_around_the_beginning() -> None:
    target, words = [f"t{n}" for n in range(10)], [f"w{n}" for n in range(10_000)]
    words[5000:5010] = target

    start, end = stretch(target, words)

    assert (start, end < 5050) == (5000, True)
    assert resemblance(target, words[start:end]) > 0


def test_two_texts_that_resemble_each_other_are_told_apart() -> None:
    other = OURS.replace("medical advice", "tips on trials")
    settings = with_texts(Disclaimer("medical-advice", TEXT), Disclaimer("tips", other))

    assert kinds(f"{FRONT}{OURS.replace('not ', '')}\n\n{other}\n", settings) == ["altered", "present"]


# Several paragraphs


PARAGRAPHS = "{publication} reports *news*.\n\nIt does not give advice to anyone who reads it here."


def test_a_text_of_two_paragraphs_is_found_in_two_blocks() -> None:
    settings = with_texts(Disclaimer("two", PARAGRAPHS))

    assert kinds(
        f"{FRONT}Twenty.\n\nScleroderma Weekly reports news.\n\nIt does not give advice to anyone who reads it here.\n",
        settings,
    ) == ["present"]


def test_a_text_of_two_paragraphs_with_one_in_a_comment_is_altered() -> None:
    settings = with_texts(Disclaimer("two", PARAGRAPHS))
    text = f"{FRONT}<!-- Scleroderma Weekly reports news. -->\n\nIt does not give advice to anyone who reads it here.\n"

    result = fixed(text, settings)

    assert kinds(text, settings) == ["altered"]
    assert kinds(result, settings) == ["present"]
    assert "Scleroderma Weekly reports *news*.\n\nIt does not" in result


# The publication's name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lupus Weekly reports. Lupus Weekly sleeps.", ["Lupus Weekly", "Lupus Weekly"]),
        ("Ours reports. lupus.org sleeps.", ["Ours", "lupus.org"]),
        (" reports. Ours sleeps.", None),
        ("Ours reports. Ours wakes.", None),
        ("Ours reported. Ours sleeps.", None),
    ],
)
def test_what_stands_for_a_name_is_found(text: str, names: list[str] | None) -> None:
    places = name_places(f"{NAME} reports. {NAME} sleeps.".split(NAME), text)

    assert names == (places if places is None else [text[start:end] for start, end in places])


@pytest.mark.parametrize("name", ["Lupus Weekly", "News of the World", "lupus.org", "BMJ", "{publication}", "eLife 24"])
def test_names_of_publications(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("text", ["this site", "Not Lupus Weekly", "Ignore this: Lupus Weekly", "Up", "It is false. X"])
def test_words_that_are_no_name(text: str) -> None:
    assert (text == "Up") == is_name(text)


@pytest.mark.parametrize("name", ["Lupus Weekly", "{publication}"])
def test_another_name_is_replaced_by_ours(name: str) -> None:
    text = f"{FRONT}Twenty people.\n\n{TEXT.replace('{publication}', name)}\n"

    assert kinds(text) == ["wrong-publication"]
    assert f"{FRONT}Twenty people.\n\n{OURS}\n" == fixed(text)


def test_a_negation_before_the_name_is_an_alteration() -> None:
    assert kinds(f"{FRONT}Twenty people.\n\nIt is not so that {OURS}\n") == ["altered"]


# Which text is wanted, and when


OLD = Disclaimer("advice", "We are no doctors, we only report what doctors say.", until="2017-12-31")
NEW = Disclaimer("advice", "Our newsroom has nobody who could advise you on health.", since="2018-01-01")
NEWEST = Disclaimer("advice", "Talk to a doctor whatever it is that we say.", since="2020-01-01")


@pytest.mark.parametrize(
    ("front", "text"),
    [
        ("date: 2017-12-31", OLD.text),
        ("date: 2018-01-01", NEW.text),
        ("date: 2017-12-31\nlastmod: 2019-12-31", NEW.text),
        ("date: 2020-01-01", NEWEST.text),
        ("draft: true", NEWEST.text),
        ("date: 2018-02-30", NEWEST.text),
    ],
)
def test_the_version_in_force_on_the_day_is_wanted(front: str, text: str) -> None:
    settings = with_texts(NEWEST, OLD, NEW)

    (one,) = wanted(read("articles/a.md", f"---\ntype: news\n{front}\n---\n", settings))

    assert [text] == [version.text for version in one.accepted]


def test_a_draft_remembers_the_day_on_which_its_disclaimer_changes() -> None:
    settings = with_texts(OLD, NEW)._replace(today="2017-06-01")

    verdict = check_article("articles/a.md", f"---\ntype: news\ndraft: true\n---\n{OLD.text}\n", settings)

    assert (verdict.diagnostics, verdict.valid_until) == ((), "2017-12-31")


@pytest.mark.parametrize(
    ("disclaimer", "is_wanted"),
    [
        (Disclaimer("x", "x", types=("news", "opinion")), True),
        (Disclaimer("x", "x", types=("opinion",)), False),
        (Disclaimer("x", "x", tags=("STEM CELLS",)), True),
        (Disclaimer("x", "x", tags=("cells",)), False),
        (Disclaimer("x", "x", conditions=("lupus", "Systemic Scleroderma")), True),
        (Disclaimer("x", "x", conditions=("lupus",)), False),
        (Disclaimer("x", "x", types=("news",), tags=("stem cells",), conditions=("lupus",)), False),
    ],
)
def test_types_conditions_and_tags_all_have_to_match(disclaimer: Disclaimer, is_wanted: bool) -> None:
    front = "---\ntype: news\ndate: 2018-10-31\ntags: [stem cells]\nconditions: [systemic scleroderma]\n---\n"

    assert is_wanted == bool(wanted(read("articles/a.md", front, with_texts(disclaimer))))


# What a fix leaves behind


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("end", ["", "|", "||", "|   "])
@pytest.mark.parametrize("position", ["start", "end"])
def test_an_inserted_text_keeps_the_rest_and_the_line_endings(line_break: str, end: str, position: str) -> None:
    settings = with_texts(Disclaimer("two", PARAGRAPHS, position=position))
    text = (f"{FRONT}# Title\n\nTwenty people.".replace("\n", "|") + end).replace("|", line_break)

    result = fixed(text, settings)

    assert kinds(result, settings) == ["present"]
    inserted = settings.disclaimers[0].text.replace("{publication}", "Scleroderma Weekly").replace("\n", line_break)
    assert inserted in result
    assert line_break * 2 + inserted + line_break in result
    assert set(result.replace(line_break, "")).isdisjoint("\r\n")
    assert text.split() == result.replace(inserted, "").split()


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Twenty people.\n",
        OURS.replace("not ", ""),
        f"> *{OURS.replace('not ', '')}*\n",
        f"**Scleroderma** Weekly {OURS[19:].replace('nothing', 'all')}\n",
        f"**Note:** {OURS.replace('doctor', 'friend')}\n",
        f"- One\n- {OURS.replace('doctor', 'friend')}\n",
        f"Twenty people.\n{OURS}\n",
        f"{OURS}\nTwenty people.\n",
        f"~~{OURS}~~\n",
        f"{OURS.split('.')[0]}. It does give medical advice.\n\nAnd nothing here replaces your doctor.\n",
        f"<p class='x'>{OURS.replace('not ', '')}</p>\n",
        "- One\n- Two",
        "Some\n\n    code\n",
        "| a |\n|---|\n| b |",
    ],
)
def test_a_fix_makes_the_article_pass_and_has_nothing_left_to_do(body: str) -> None:
    settings = with_texts(Disclaimer("medical-advice", TEXT, position="anywhere"))

    once = fixed(FRONT + body, settings)

    assert kinds(once, settings) == ["present"]
    assert once == fixed(once, settings)


@pytest.mark.parametrize("body", ["```\nnever closed\n", "<!-- never closed\n", "<div hidden>\n\nnever closed\n"])
def test_no_fix_is_offered_where_nobody_would_see_the_text(body: str) -> None:
    assert FRONT + body == fixed(FRONT + body)


def test_a_label_is_kept_where_the_text_behind_it_is_replaced() -> None:
    result = fixed(f"{FRONT}**Disclaimer:** {OURS.replace('not ', '')}\n")

    assert f"{FRONT}**Disclaimer:** {OURS}\n" == result


def test_words_of_the_author_in_the_same_paragraph_are_never_deleted() -> None:
    text = f"{FRONT}Ignore the following, says our lawyer: {OURS}\n"

    assert kinds(text) == ["altered"]
    assert text == fixed(text)


# No text in the settings


@pytest.mark.parametrize(
    ("said", "unsaid"),
    [
        ("Scleroderma News is strictly a news and information website.", "Scleroderma News is ours."),
        ("It does not provide medical advice, diagnosis or treatment.", "It does provide medical advice."),
        ("This is not meant as medical advice.", "Never disregard medical advice."),
        ("Nothing here replaces professional care.", "This replaces professional care."),
        ("It isn't a substitute for advice.", "It is a substitute for advice."),
        ("Talk first with a doctor.", "Never ask your doctor."),
        ("Don't hesitate to ask your GP.", "Ask your neighbours."),
        ("Never disregard advice because of us.", "Disregard advice because of us."),
        ("Do not delay seeking care.", "Delay seeking care."),
    ],
)
def test_an_element_is_said_only_with_its_polarity(said: str, unsaid: str) -> None:
    found = {element.clause for element in elements() if is_said(element, said)}
    left = {element.clause for element in elements() if is_said(element, unsaid)}

    assert found - left


# Labels


@pytest.mark.parametrize(
    "text",
    [
        "Sponsored content. This article was paid for by Lactiva Korea.",
        "Sponsored",
        "[Advertisement]",
        "Ad",
        "Paid content from Acme",
        "This is a sponsored post by Acme.",
        "This article is sponsored by Acme.",
        "In partnership with Acme",
        "Paid for by Acme",
        "SPONSORED CONTENT – Acme",
        "Sponsored article · Acme",
        "Promoted content | Acme",
        "This article was produced in partnership with Acme.",
        "This text is based on material supplied by a company.",
        "The makers of these drops paid for this article.",
        "Advertorial: what parents ask",
    ],
)
def test_a_label_of_sponsored_content(text: str) -> None:
    assert is_label(fold(text), "sponsored")


@pytest.mark.parametrize(
    "text",
    [
        "Every parent of a colicky baby counts minutes.",
        "The trial, sponsored by Acme, started in May.",
        "Acme sponsored the trial.",
        "This trial was sponsored by Acme.",
        "This is not sponsored content.",
        "Sponsored trials often go unreported, a study finds.",
        "Sponsored by Acme, the trial ran for two years.",
        "Our study was paid for by Acme.",
        "Paid leave helps mothers, a trial of 300 finds.",
        "Press release. Two studies are about to start.",
    ],
)
def test_no_label_of_sponsored_content(text: str) -> None:
    assert not is_label(fold(text), "sponsored")


@pytest.mark.parametrize(
    "text",
    [
        "Press release. This text is based on material supplied by a company.",
        "NEWS RELEASE",
        "This is a press release.",
    ],
)
def test_a_label_of_a_press_release(text: str) -> None:
    assert is_label(fold(text), "press-release")


@pytest.mark.parametrize(
    "text",
    ["In a press release, Acme announced two studies.", "This is not a press release.", "Press freedom matters."],
)
def test_no_label_of_a_press_release(text: str) -> None:
    assert not is_label(fold(text), "press-release")
