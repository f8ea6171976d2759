from __future__ import annotations

from hrjournal.pages.upkeep.privacy import Situation, privacy_page
from support.pages.reading import read

NOW = Situation(
    path="/home/kim/.local/share/hrjournal/journal.db",
    there=True,
    private=True,
    encrypted=False,
    copies=3,
    lines=0,
)


def test_what_is_so_on_this_computer_is_said() -> None:
    shown = read(privacy_page(NOW))
    assert "Encrypted: No. To lock it with a passphrase: hrjournal encrypt" in shown
    assert "Who can read it: Your account" in shown
    assert "3 copies hold" in shown
    assert "so far" not in shown
    assert privacy_page(NOW).data == NOW._asdict()


def test_what_is_other_is_said_otherwise() -> None:
    other = NOW._replace(there=False, private=False, encrypted=True, copies=1, lines=1200)
    shown = read(privacy_page(other))
    assert "(nothing there yet)" in shown
    assert "Encrypted: Yes" in shown
    assert "Other accounts here too" in shown
    assert "1 copy holds" in shown
    assert "1,200 lines so far." in shown
    assert "1 line so far." in read(privacy_page(NOW._replace(lines=1)))
    assert "None yet." in read(privacy_page(NOW._replace(copies=0)))
