"""The discreet view, whole: no word of a person's own comes back from any command."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from typer.main import get_command

from hrjournal.cli.app import app
from support.marked import everything, fill_whole, session

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
pytestmark = pytest.mark.slow
AT: Final = "2026-11-23 20:00"
THEN: Final = " && "  # between commands that go together
OWN: Final = re.compile(r"zq\w*", re.IGNORECASE)  # how every word of the person's own begins
FORMS: Final = ("", " --plain", " --json")
PARTS: Final = "--include reasons,screens,people,routes,places,roots,events,good,notes,letter"
PAGES: Final = (  # what shows own words, in every form that a page has
    *("today", "days --days 60", "days --on today", "search zqnote", "search zqpowder"),
    *("trends --weeks 6", "trends zqpowder --by day --weeks 2", "calendar", "calendar zqpowder"),
    *("wins --all", "wins", "notices", "notices --why", "config start", "reflect roots"),
    *("patterns", "patterns zqpowder --all"),
    *("measures --days 45", "measures zqpowder --days 45", "contact", "session", "safety naloxone"),
    *("substances", "substances serving"),
    *(
        "session list",
        "session talk",
        "session talk --all",
        "session agreed",
        "session agreed --all",
        *("goal", "goal list --all", "goal review"),
        "resources",
        "coping",
        "coping zqowncoping",
        "coping zqcoping",
    ),
    *(
        "reflect list",
        "reflect list ruler",
        "reflect show 20",
        "show 149",
        "safety card",
        "safety mixing zqnew alcohol",
    ),
    *(f"summary {PARTS}", "summary --with zqchoice", f"summary --without alcohol {PARTS}"),
)
LINES: Final = (  # answers, errors that name something, and the summary in its other forms
    *("log zqpowder 2 --note zqnew", "log zqnew 1 zqunit --trigger zqnew", "none zqpowder"),
    *("urge 5 --substance zqpowder --trigger zqnew", "step zqnew", "event today zqnew"),
    *(
        "step zqnew --new",
        "good zqnew 8",
        "again",
        "again zqother",
        "checkin --note zqnew",
        "checkin zqnew",
        "urge 5 zqnew",
    ),
    *(
        "log zqpowder --gave zqnew --after zqnew",
        "edit today 3",
        "edit 149 3 --note zqnew",
        "edit 149 --substance zqnew",
        "delete 149",
        "delete 153",
    ),
    *("delete 149 && undo", "urge 4 --substance zqdown && undo", "config start zqpowder 3"),
    *(
        "config start zqpowder --clear",
        "contact zqnew 123",
        "contact --remove 5",
        "session --remove 3",
    ),
    *(
        "session friday --with zqnew",
        "safety naloxone --place zqnew",
        "session talk --done 9 && session talk --all",
        "session agreed zqnew && session agreed",
        "session agreed zqnew && today",
        *("goal add zqnew", "goal add call zqnew twice a week", "goal add zqpowder 2 a day"),
        *("goal add no zqpowder && today", "goal change 29 no zqpowder", "goal rate 29 4"),
        *("goal end 28", "goal 'zqnew a day'", "goal add zqpowder 2 a day && trends"),
    ),
    *("coping --add zqnew", "coping --remove zqowncoping", "coping --add zqowncoping"),
    *("reflect roots zqnew", "reflect roots zqroot --remove", "reflect values zqnew"),
    *("reflect ruler importance 4 --about zqpowder --why zqnew", "summary --save-as zqnew"),
    *(f"summary --as {form} {PARTS}" for form in ("md", "html", "csv", "json", "txt")),
    # A preview shows the page as the file will name it, in any view.
    *("summary --title zqnew", "summary --preview --without zqpowder --json"),
    "summary --include zqnew",
    *("summary --with zqother", "summary --without zqother", "trends zqother"),
    *(
        "measures zqother",
        "patterns zqother",
        "search zqnothing",
        "coping zqnothing",
        "reflect roots zqnothing --remove",
    ),
    *(
        "log alcohol zqnew",
        "edit 149 zqnew",
        "log zqpowdre 1",
        "log zqpowder 3 zqnew zqnew",
        "days --on zqnew",
    ),
    *("log alcohol 2 --at zqnew", "safety safer zqnew", "safety overdose zqnew"),
    *("safety break zqnew", "safety stopping zqnew"),
    *("substances rename zqpowder zqnew", "substances merge zqpowder alcohol"),
    *("substances merge alcohol zqalias && undo", "substances hide zqpowder && log zqpowder 1"),
    *("substances show zqalias", "substances hide zqpowdre", "substances remove zqpowder"),
    *("substances remove zqpowder --yes", "substances remove zqnew", "substances alias zqpowder"),
    *("substances alias zqpowder zqnew", "substances alias alcohol zqalias"),
    *("substances alias --remove zqalias", "substances alias --remove zqnew"),
    *("substances prescribed zqpowder yes", "substances total zqdown day"),
    *("substances total zqnew use", "substances serving zqnew 2 zqscoop zqpowder"),
    *("substances serving --remove zqserving", "substances serving zqalias 2 zqscoop zqpowder"),
    *("substances alias alcohol zqserving", "substances rename alcohol zqpowder"),
)
ASKED: Final = {  # at a terminal, with these answers
    "urge": ("8", "zqtrigger", "", "", "", "3", "1", "1"),
    "log": ("zqpowder", "2", ""),
    "log zqpowdr 1": ("1",),
    "substances remove zqpowder": ("zqalias",),
    "summary": ("", "zqpowder", "", "", "-"),
    "contact --add": ("zqnew", "zqnew"),
    "session agreed": ("zqnew",),
    "goal add": ("zqnew", "y"),
    "goal review": ("", "", "", "zqnew"),
    "reflect edit 14": ("", "", ""),
    "reflect edit 15": ("",) * 5,
    "reflect edit 17": ("", ""),
    "reflect edit 18": ("",),
    "reflect edit 19": ("",),
    "reflect edit 20": ("",),
    "reflect balance": ("y", "zqpowder", "zqnew", *("",) * 5),
}
QUIET: Final = (  # what names nothing of the person's own in any view
    *("doctor", "privacy", "privacy --shell", "wipe", "config", "demo", "safety"),
    *("backup", "backup --list", "restore 99", "encrypt --change", "encrypt --off"),
    *("reflect screen", "reflect screen --list"),
    *("import csv no.csv", "import json no.json", "merge no.db"),
    *("days --on 2020-01-01", "summary --explain"),
    *(
        "session talk zqnew && undo",
        "session agreed zqnew && undo",
        "goal end 99",
        "reflect reason zqnew",
        "reflect delete 8",
    ),
    *("notices off mixing", "reflect question --answer zqnew", "config discreet", "reflect"),
    *("reflect letter -", "reflect edit 10 --text zqnew", "summary --preview --json"),
    *(
        "show 999",
        "pause numbers",
        "config start zqnew",
        "config discreet zqnew",
        "reflect screen zqnew",
    ),
    *(
        "none",
        "reflect question",
        "undo",
        "help",
        "completion bash",
        "remind due",
        "remind print cron",
    ),
)
OPENLY: Final = ("sos", "sos --plain", "sos --json", "export csv -", "export json -")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Folders of a journal with own words in every field: for the open view and the discreet."""
    folder = tmp_path_factory.mktemp("whole")
    folders = {view: folder / view for view in ("off", "on")}
    for view, place in folders.items():
        place.mkdir()
        fill_whole(place / "journal.db")
        for words in (["wins"], ["config", "discreet", view]):
            app(words, standalone_mode=False, obj=session(place / "journal.db"))
    return folders


@pytest.fixture
def said(home: Path, whole: Mapping[str, Path], run: Run, tell: Run) -> Callable[[str, str], str]:
    """What commands say in a fresh copy of such a journal."""

    def saying(view: str, lines: str) -> str:
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(whole[view], home)
        answers = [_answer(line, run, tell) for line in lines.split(THEN)]
        return "".join(f"{answer.out}\n{answer.err}\n" for answer in answers)

    return saying


def _answer(line: str, run: Run, tell: Run) -> Answer:
    if line in ASKED:
        return tell(*shlex.split(line), answers=ASKED[line], at=AT)
    return run(*shlex.split(line), at=AT)


def own_words(said: str) -> set[str]:
    return set(OWN.findall(everything(said.encode())))


def _commands(group: Any, before: str = "") -> Iterator[str]:
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        if hasattr(command, "list_commands"):
            yield from _commands(command, f"{before}{name} ")
        else:
            yield before + name


def test_every_command_is_among_these() -> None:
    lines = [f"{line} " for line in (*PAGES, *LINES, *ASKED, *QUIET, *OPENLY)]
    for name in _commands(get_command(app)):
        assert any(line.startswith(f"{name} ") for line in lines), name


@pytest.mark.parametrize(
    "lines", [*(page + form for page in PAGES for form in FORMS), *LINES, *ASKED]
)
def test_own_words_are_seen_in_the_open_view_alone(
    lines: str, said: Callable[[str, str], str]
) -> None:
    assert own_words(said("off", lines))
    assert own_words(said("on", lines)) == set()


@pytest.mark.parametrize("lines", QUIET)
def test_nothing_else_names_them_at_all(lines: str, said: Callable[[str, str], str]) -> None:
    assert own_words(said("off", lines)) == set()
    assert own_words(said("on", lines)) == set()


@pytest.mark.parametrize("form", ["", " --json"])
def test_no_sort_of_record_no_kept_word_and_no_win_tells_one(
    run: Run, said: Callable[[str, str], str], form: str
) -> None:
    wins = json.loads(said("on", "wins --all --json"))["wins"]
    by_rule = {(win["rule"], win["substance"], win["against"]): win["id"] for win in wins}
    pages = [f"wins --why {number}" for number in by_rule.values()]
    pages += [f"show {number}" for number in range(100, 157)]
    pages += [f"reflect show {number}" for number in (1, 8, *range(10, 21))]
    for page in pages:
        answer = run(*shlex.split(page + form), at=AT)
        assert (answer.code, own_words(answer.out + answer.err)) == (0, set()), page


def test_letters_in_place_of_names_stay_letters(said: Callable[[str, str], str]) -> None:
    shown = said("on", "summary --alias --days 90")
    assert "Substance B: used on 46 of 47 logged days." in shown
    assert own_words(shown) == set()
    whole = json.loads(said("on", "summary --alias --days 90 --json"))
    assert list(whole["measures"]["substances"]) == ["Substance A", "Substance B", "Substance C"]


@pytest.mark.parametrize("lines", OPENLY)
def test_where_naloxone_lies_and_what_leaves_the_program_are_never_masked(
    lines: str, said: Callable[[str, str], str]
) -> None:
    assert own_words(said("on", lines)) == own_words(said("off", lines)) != set()


@pytest.mark.parametrize("form", ["html", "md", "txt", "json", "csv", "pdf"])
def test_a_file_has_the_names_and_what_is_said_of_it_has_none(
    run: Run, said: Callable[[str, str], str], tmp_path: Path, form: str
) -> None:
    files = [tmp_path / f"{view}.{form}" for view in ("off", "on")]
    answers = [said(file.stem, f"summary {PARTS} --out '{file}'") for file in files]
    assert own_words(answers[1]) == set()
    shown = [everything(file.read_bytes()) for file in files]
    assert "zqpowder" in shown[0]
    assert set(OWN.findall(shown[0])) == set(OWN.findall(shown[1]))


@pytest.mark.parametrize("words", ["export json", "export csv", "safety card --out"])
def test_what_is_taken_out_is_the_same_in_any_view(
    said: Callable[[str, str], str], tmp_path: Path, words: str
) -> None:
    file = tmp_path / "taken.html"
    assert own_words(said("on", f"{words} '{file}'")) == set()
    assert own_words(file.read_text(encoding="utf-8"))


def test_own_words_can_be_asked_for(said: Callable[[str, str], str]) -> None:
    for line in ("today --names", "reflect list --names", "safety card --names"):
        assert own_words(said("on", line)) == own_words(said("off", line)) != set()
