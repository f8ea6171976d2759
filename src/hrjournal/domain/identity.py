"""Numbers by which a record is known in every copy of a journal."""

from __future__ import annotations

from typing import Final

LARGEST: Final = 2**63 - 1
HEX: Final = frozenset("0123456789abcdef")


def uid_from(name: str) -> int:
    """A number that follows from a name: the same for the same name, everywhere."""
    from hashlib import blake2b

    digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def first_name(number: int, written: int) -> str:
    """What the uid follows from, of a record that is older than uids are."""
    return f"entry.{number}.{written}"


def uid_of_origin(origin: str) -> int:
    """The uid of a record that came from a file under this name.

    A record of a journal keeps the one that it has there.
    """
    journal, _, name = origin.rstrip("+").partition(".")
    if journal == "uid" and len(name) == 16 and HEX.issuperset(name):
        return int(name, 16) & LARGEST
    numbers = name.split(".")
    of_a_journal = (
        len(numbers) == 2 and HEX.issuperset(journal) and HEX.issuperset("".join(numbers))
    )
    return uid_from(f"entry.{name}" if of_a_journal else origin)


def successor(uid: int) -> int:
    """The number of a record that comes back after the one with this number was deleted.

    It is as good as one by chance, and the same wherever it is worked out (splitmix64).
    """
    mixed = (uid + 0x9E3779B97F4A7C15) % 2**64
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB % 2**64
    return (mixed ^ (mixed >> 31)) & LARGEST
