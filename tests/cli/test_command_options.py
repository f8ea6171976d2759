from __future__ import annotations

import pytest

from hrjournal.cli.command_options import CommandOptions, OutputOptions
from hrjournal.cli.days.views import DaysOptions
from hrjournal.report.periods import By


class Sample(OutputOptions):
    words: tuple[str, ...] = ()
    by: str = By.WEEK


def test_what_is_not_given_has_its_default() -> None:
    options = DaysOptions(on="yesterday", plain=True)
    assert (options.last_days, options.on) == (14, "yesterday")
    assert (options.as_json, options.plain) == (False, True)
    assert DaysOptions().plain is False


def test_a_misspelt_option_is_refused_by_the_type_checker_and_when_it_runs() -> None:
    with pytest.raises(TypeError, match="DaysOptions has no option last_day"):
        DaysOptions(last_day=3)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        OutputOptions(True)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        CommandOptions(_names=())


def test_equal_options_are_of_one_class_and_say_the_same() -> None:
    assert Sample(by="week") == Sample() != Sample(by="day")
    assert hash(Sample(by="week")) == hash(Sample(words=()))
    assert OutputOptions(plain=True) != Sample(plain=True)


def test_options_are_shown_with_their_names() -> None:
    assert repr(OutputOptions(plain=True)) == "OutputOptions(as_json=False, plain=True)"
