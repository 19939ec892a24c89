"""Percentages and the counts that they were made of."""

from __future__ import annotations

import pytest

from checker.claims.numbers import numbers
from checker.claims.shares import bare_shares, is_cut_off, is_rounded, rounded, shares, wholes_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("7 of 14 (50%) improved", [(50, 7, 14)]),
        ("7 out of the 14 patients, or 50%, improved", [(50, 7, 14)]),
        ("24 of 60, that is 40%, left", [(40, 24, 60)]),
        ("39 per cent (61/158) against 54% (43 of 79)", [(39, 61, 158), (54, 43, 79)]),
        ("Of the 20 who finished, 14 (70%) managed that", [(70, 14, 20)]),
        ("Of the 143 who went in, 118 still take it three years on, 83%.", [(83, 118, 143)]),
        ("Fourteen of the 20 who finished AKL-T03 managed that (70%)", [(70, 14, 20)]),
        ("alike (41.8% [171/409] on the drug; 42.0% [86/205] on placebo)", [(41.8, 171, 409), (42, 86, 205)]),
        ("55 [34%] of 161 patients died, and 38 (23%) of the 163 on placebo", [(34, 55, 161), (23, 38, 163)]),
        ("Six of the 40 women on the higher dose fell ill, which is 15%, as against three", [(15, 6, 40)]),
        ("24 of 39 treated children, or 62 per cent (95% CI 45 to 78), could", [(62, 24, 39)]),
        ("55 (34%) of about 160, 12 (34%) of 3 weeks, 40 (34%) of 9", []),
        ("7 of 14 (nearly 50%), 7 of 14 (95% CI 23% to 77%)", []),
        ("Of 94 enrolled, 60 completed, of whom 30 (50%) were women", []),
        ("In 5 of 24 hospitals use was low (12%)", []),
        ("it worked in 5 of 8 trials (62%); 72% (20/20 mg)", []),
    ],
)
def test_a_share_has_its_part_and_its_whole(text: str, found: list[tuple[float, int, int]]) -> None:
    assert found == [(share.percent.value, share.part, share.whole) for share in shares(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("66 on the new app (84%) and 56 on the old one (71%)", [(66, 84), (56, 71)]),
        ("befell 337 people on the polypill, 8.0%, and more", [(337, 8.0)]),
        ("of 66 users (84% women)", []),
        ("554 of those treated (37 per cent) were alive", [(554, 37)]),
        ("12 of the hospitals (5%) and 12 of whom (5%)", []),
        ("a total of 212 people (84%) stayed", [(212, 84)]),
        ("one in three of 66 users (84%)", []),
    ],
)
def test_a_bare_share_has_a_part_alone(text: str, found: list[tuple[int, float]]) -> None:
    assert found == [(count.value, percent.value) for count, percent in bare_shares(text, numbers(text))]


def test_a_half_may_be_rounded_either_way() -> None:
    two, three = numbers("2% 3%")

    assert is_rounded(two, 1, 40)
    assert is_rounded(three, 1, 40)
    assert rounded(1, 40, 0) == "3"


def test_two_thirds_may_be_cut_off_but_not_less() -> None:
    sixty_six, sixty_five = numbers("66% 65%")

    assert is_cut_off(sixty_six, 2, 3)
    assert not is_cut_off(sixty_five, 2, 3)


def test_the_wholes_of_a_share_are_those_that_round_to_it() -> None:
    percent = numbers("54%")[0]
    low, high = wholes_of(percent, 7)

    assert (low, high) == (13, 13)
    assert [whole for whole in range(7, 60) if is_rounded(percent, 7, whole) or is_cut_off(percent, 7, whole)] == [13]
