from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from hrjournal.store import Journal, changes
from hrjournal.store.integrity import verify_journal
from support.examples import EXAMPLES
from support.keeping import opened, own, state
from support.store.copies import LIVES, Deed, another, content, live, merge

pytestmark = pytest.mark.slow
BEGINNING = [Deed(0, "add", which, 1) for which in range(5)] + [Deed(0, "keep", 0, 1)] * 2


@contextmanager
def three_copies() -> Iterator[list[Journal]]:
    """One journal, and two copies of it."""
    with TemporaryDirectory() as folder, opened(own(Path(folder)), unsynced=True) as journal:
        live([journal], BEGINNING)
        copies = [journal, another(journal), another(journal)]
        yield copies
        for one in copies[1:]:
            one.close()


@settings(max_examples=EXAMPLES // 20, deadline=None)
@given(deeds=LIVES)
def test_three_copies_come_out_the_same_in_whatever_order_they_are_merged(
    deeds: list[Deed],
) -> None:
    with three_copies() as copies:
        now = live(copies, deeds)
        found = []
        for first, second, third in permutations(copies):
            one_by_one = another(first)
            merge(one_by_one, second, now)
            merge(one_by_one, third, now)
            together, all_at_once = another(second), another(first)
            merge(together, third, now)
            merge(all_at_once, together, now)
            found += [one_by_one, all_at_once]
        contents = [content(one) for one in found]
        assert all(one == contents[0] for one in contents)
        for one in found:
            assert verify_journal(one).faults == ()
            for other in (*copies, found[0]):
                assert merge(one, other, now).is_idle
            assert content(one) == contents[0]
        for one in found:
            one.close()


@settings(max_examples=EXAMPLES // 20, deadline=None)
@given(deeds=LIVES)
def test_a_merge_that_is_taken_back_leaves_everything_as_it_was(deeds: list[Deed]) -> None:
    with three_copies() as copies:
        now = live(copies, deeds)
        for journal, other in permutations(copies, 2):
            before, said = content(journal), state(journal)
            if merge(journal, other, now).size:
                changes.undo(journal, now)
                assert state(journal) == said
                assert content(journal) | {"words": 0} == before | {"words": 0}
                assert verify_journal(journal).faults == ()
