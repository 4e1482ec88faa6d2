"""Answers of yes and no, counted and drawn again."""

from dianshang.tasks.verdicts import Verdict, accuracies


def test_who_always_agrees_is_right_on_half_of_the_kinds():
    always = [Verdict(f"d-{number}", number != 4, number != 4) for number in range(1, 5)]
    assert accuracies(always).rates == {"balanced_accuracy": 0.5, "accuracy": 0.75}


def test_what_is_right_in_every_article_has_no_spread():
    right = [Verdict(f"d-{number}", number % 2 == 0, True) for number in range(6)]
    assert accuracies(right).intervals == {"balanced_accuracy": (1.0, 1.0), "accuracy": (1.0, 1.0)}


def test_half_of_the_articles_has_a_wide_one():
    """Of ten articles drawn, those that are right are binomial (10, ½): 2 to 8 of them in the middle 95 %."""
    half = [Verdict(f"d-{number:02d}", True, number <= 5) for number in range(1, 11)]
    assert accuracies(half).intervals["accuracy"] == (0.2, 0.8)


def test_a_draw_without_one_of_the_kinds_is_judged_by_the_other():
    # Either article alone, or both: always wrong, the mean, or always right.
    two = [Verdict("d-1", True, True), Verdict("d-2", False, False)]
    assert accuracies(two).intervals == {"balanced_accuracy": (0.0, 1.0), "accuracy": (0.0, 1.0)}


def test_one_article_gives_none_and_no_answer_nothing():
    assert accuracies([Verdict("d-1", True, True)]).intervals == {"balanced_accuracy": None, "accuracy": None}
    assert accuracies([]) == (
        {"balanced_accuracy": 0.0, "accuracy": 0.0},
        dict.fromkeys(("balanced_accuracy", "accuracy")),
    )
