"""What `patterns` claims of simulated people: how often falsely, and how often it finds what is so.

Run: python tests/bench/patterns.py [PEOPLE]

Of 400 people a cell without anything to find, at most 10 % may be told of something over all
cells, and at most 13 % in any one. Half as many, with something to find, are told of it often
enough. It ends with 1 where one of these bars is missed.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

sys.path.append(str(Path(__file__).parents[1]))

from support.report.simulated_days import LENGTHS, NULL_CELLS, Cell, counted

if TYPE_CHECKING:
    from collections.abc import Iterator

POOLED: Final = 0.10
ANY_CELL: Final = 0.13
USE: Final = ("amount", "argument"), (0.36, 0.70, 0.94)  # at 56, 84 and 182 days
MOOD: Final = ("heavier-mood", ""), (0.22, 0.45, 0.90)


def false_claims(people: int) -> Iterator[tuple[str, float, float]]:
    """Each cell without anything to find, and all of them: name, share with a claim, bar."""
    shares = []
    for cell in NULL_CELLS:
        shares.append(counted(cell, people)[None] / people)
        yield _name(cell), shares[-1], ANY_CELL
    yield "all cells", sum(shares) / len(shares), POOLED
    for days in LENGTHS:
        along = Cell(days, 0.4, 0.5, along=True)
        yield f"{_name(along)}, noted with use", counted(along, people)[None] / people, ANY_CELL


def found_effects(people: int) -> Iterator[tuple[str, float, float]]:
    """Each effect: name, share of people who are told of it, bar."""
    for days, of_use, of_mood in zip(LENGTHS, USE[1], MOOD[1], strict=True):
        more = counted(Cell(days, 0.4, 0.5, more=1), people)[USE[0]] / people
        yield f"{days} days, use +1 SD on days with it", more, of_use
        lower = counted(Cell(days, 0.4, 0.5, lower=1), people)[MOOD[0]] / people
        yield f"{days} days, mood -1 SD the day after", lower, of_mood


def main() -> None:
    """Counts, prints, and compares with the bars."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    missed = 0
    for name, share, most in false_claims(people):
        missed += share > most
        sys.stdout.write(f"{name:44} {share:6.1%}  (at most {most:.0%})\n")
        sys.stdout.flush()
    for name, share, least in found_effects(people // 2):
        missed += share < least
        sys.stdout.write(f"{name:44} {share:6.1%}  (at least {least:.0%})\n")
        sys.stdout.flush()
    if missed:
        raise SystemExit(1)


def _name(cell: Cell) -> str:
    return f"{cell.days} days, memory {cell.memory}, spells {cell.spell}"


if __name__ == "__main__":
    main()
