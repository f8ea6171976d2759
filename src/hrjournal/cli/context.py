"""One run of the program: what time it is, where the journal lies, and how things are shown."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from hrjournal.cli.system.zone import SystemZone, moment_here
from hrjournal.domain.substances.substance import PSEUDONYM, letter_name
from hrjournal.errors import AfterSaveError, HrjournalError, JournalError, UsageError
from hrjournal.store import Place, open_journal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from hrjournal.blocks import Page
    from hrjournal.domain.draft import TypedWords
    from hrjournal.domain.entries.entry import Moment
    from hrjournal.domain.substances.substance import Catalogue
    from hrjournal.domain.substances.units import Units
    from hrjournal.domain.time.clock import CurrentTime
    from hrjournal.domain.time.vocabulary import TimeWords
    from hrjournal.store import Journal

HOME = "HRJOURNAL_HOME"


class AppContext:
    """Built once for a run and handed to the command."""

    def __init__(
        self,
        file: Path | None = None,
        *,
        plain: bool = False,
        names: bool = False,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Takes another place for the journal, ways of showing, and a clock.

        `names` shows own words as they are, also where the person chose the discreet view.
        """
        self.file = file
        self.plain = plain
        self.names = names
        self.clock = clock
        self.passphrase_fd: int | None = None  # where a passphrase can be read
        self._passphrase: str | None = None
        self.saved = False  # whether the last change of this run is safe in the file
        self.typed: TypedWords | None = None  # in a flow of questions: what was answered so far
        self._discreet: bool | None = None  # what the person chose, once it was looked up
        self._journal: Journal | None = None  # the one that is open now
        self._letters: Mapping[str, str] = {}  # what names go by in the discreet view

    @cached_property
    def instant(self) -> int:
        """Seconds since 1970: the one place where the clock is read."""
        return int(self.clock())

    @cached_property
    def zone(self) -> SystemZone:
        """The zone that the person is in."""
        return SystemZone()

    @cached_property
    def moment(self) -> Moment:
        """Now, as the clock on the wall shows it."""
        return moment_here(self.instant, self.zone)

    def today(self, journal: Journal) -> int:
        """The person's day that runs now, in days since 1970."""
        return self.moment.day(journal.day_start)

    def current_time(self, journal: Journal) -> CurrentTime:
        """Now, for reading times as they are said where the person is."""
        from hrjournal.domain.time.clock import CurrentTime

        return CurrentTime(self.moment, self.zone, journal.day_start, lambda: _time_words(journal))

    @cached_property
    def place(self) -> Place:
        """Where the journal lies."""
        if self.file is not None:
            return Place(self.file.expanduser().absolute(), unlock=self.passphrase)
        home = os.environ.get(HOME)
        if home:
            folder = Path(home).expanduser().absolute()
        else:
            from platformdirs import user_data_path

            folder = user_data_path("hrjournal", appauthor=False)
        return Place(folder / "journal.db", own=True, unlock=self.passphrase)

    def passphrase(self) -> str:
        """What opens the journal, asked for once a run."""
        if self._passphrase is None:
            from hrjournal.cli.system.passphrase import passphrase

            self._passphrase = passphrase(self.passphrase_fd, self.place)
        return self._passphrase

    def prove_passphrase(self) -> None:
        """Asks for the passphrase, and opens the journal with it.

        Raises:
            JournalError: when it does not open it.
        """
        self.journal().close()

    @cached_property
    def backup_suffix(self) -> str:
        """Now, as a name for a copy."""
        return time.strftime("%Y%m%d-%H%M%S", time.gmtime(self.instant))

    @cached_property
    def catalogue(self) -> Catalogue:
        """The kinds of substances that the program knows."""
        from hrjournal.content.units import catalogue

        return catalogue()

    def journal(self, **how: bool) -> Journal:
        """Opens the journal, to write in or to read; `how` is as `store.open_journal` has it."""
        return open_journal(self.place, self.catalogue.kinds, self.backup_suffix, **how)

    @contextmanager
    def open_journal(self, **how: bool) -> Iterator[Journal]:
        """The journal for the length of a block; `how` is as `store.open_journal` has it."""
        journal = self.journal(**how)
        try:
            self.plain = self.plain or journal.preferences.on("plain")
            self._discreet = journal.preferences.on("discreet") and not self.names
            self._journal = journal
            with self.seen_errors(), self._true_after_save(journal):
                if not how.get("write"):
                    self._print_unsound(journal)
                if journal.unread:
                    self._print_unread(journal.unread)
                yield journal
            self.letters()
            self._copy_of_the_day(journal)
        finally:
            self._journal = None
            journal.close()

    @contextmanager
    def _true_after_save(self, journal: Journal) -> Iterator[None]:
        """What goes wrong after a save is said as that: what was saved is never called lost."""
        try:
            yield
            self.saved = self.saved or journal.saved
        except (UsageError, AfterSaveError):
            raise
        except (JournalError, OSError, ValueError, LookupError, TypeError) as error:
            if not journal.saved:
                raise
            raise after_save(error) from error

    def _print_unsound(self, journal: Journal) -> None:
        """Says what is not as it was written, where figures would rest on it."""
        if not journal.checked:
            from hrjournal.formats import say
            from hrjournal.pages.settings.unsound import unsound_lines

            say(unsound_lines(journal.unsound.entries, len(journal.unsound.rows)), sys.stderr)

    def _copy_of_the_day(self, journal: Journal) -> None:
        """Makes the copy of a day after its first change, and says it if none could be made."""
        if journal.saved and not self.place.has_copy_of(self.backup_suffix[:8]):
            from hrjournal.store.backups.routine import copy_of_the_day

            if line := copy_of_the_day(journal, self.backup_suffix):
                from hrjournal.formats import say

                say([line], sys.stderr)

    def _print_unread(self, keys: Sequence[str]) -> None:
        from hrjournal.formats import say
        from hrjournal.pages.settings.unsound import unread_line

        say([unread_line(keys)], sys.stderr)

    @property
    def discreet(self) -> bool:
        """Whether own words are masked. A journal that was not opened is glanced at."""
        if self._discreet is None:
            from hrjournal.store.peek import glance

            try:
                chosen = glance(self.place).get("discreet") == "on"
            except (OSError, RuntimeError):  # even the place may be impossible to tell
                chosen = False
            self._discreet = chosen and not self.names
        return self._discreet

    @contextmanager
    def seen_errors(self) -> Iterator[None]:
        """What went wrong within it is said as the view that the person chose shows it."""
        try:
            yield
        except HrjournalError as error:
            error.args = (self.seen_text(error.marked),)
            raise

    def letters(self) -> Mapping[str, str]:
        """The letter of each tracked name in the discreet view; none in any other.

        What goes by a letter already, as in a summary with `--alias`, stays as it is.
        """
        if self.discreet and self._journal is not None:
            names = [substance.name for substance in self._journal.substances().values()]
            letters = {name: letter_name(place) for place, name in enumerate(names)}
            aliases = [f"{PSEUDONYM}{letter}" for letter in letters.values()]
            self._letters = dict(zip(aliases, aliases, strict=True)) | letters
        return self._letters

    def seen(self, page: Page) -> Page:
        """The page as the view that the person chose shows it."""
        if not self.discreet:
            return page
        from hrjournal.formats.mask import Mask

        return Mask(self.letters()).page(page)

    def seen_text(self, text: str) -> str:
        """A sentence as the view that the person chose shows it."""
        if not self.discreet:
            return text
        from hrjournal.formats.mask import Mask

        return Mask(self.letters()).text(text)

    @contextmanager
    def open_for_viewing(self) -> Iterator[Journal]:
        """The journal for reading, where small wins that are due may be entered.

        A journal that is not there yet is not made by looking.
        """
        with self.open_journal(viewing=True) as journal:
            yield journal

    @property
    def has_file(self) -> bool:
        """Whether something lies at the place of the journal."""
        try:
            return self.place.path.exists()
        except OSError:  # a folder that may not be looked into; opening the journal says so
            return True

    def units(self, journal: Journal, *, openly: bool = False) -> Units:
        """How amounts are read and said in the person's country; `openly` in any view."""
        from hrjournal.content.units import units

        masked = self.discreet and not openly
        drink_size = journal.preferences.value("drink_size")
        return units(self.country(journal), drink_size, masked=masked)

    def country(self, journal: Journal) -> str:
        """The country whose drinks and servings hold: as chosen, else as this computer says."""
        from hrjournal.cli.system.locale import country_of_drinks

        return journal.preferences.values.get("country") or country_of_drinks()

    def print_lines(self, *lines: str) -> None:
        """A few plain lines on the screen."""
        from hrjournal.formats import say

        with self._flushed():
            say(map(self.seen_text, lines), sys.stdout)

    def print_page(self, page: Page, *, as_json: bool = False, plain: bool = False) -> None:
        """A page on the screen, plainly, or as data."""
        from hrjournal.formats import Form, write

        form = Form.JSON if as_json else Form.PLAIN if plain or self.plain else Form.SCREEN
        with self._flushed():
            write(self.seen(page), form, sys.stdout)

    @contextmanager
    def _flushed(self) -> Iterator[None]:
        """After a save, what cannot be shown must not look as if it had not been saved."""
        saved = self.saved or (self._journal is not None and self._journal.saved)
        try:
            yield
            if saved:
                sys.stdout.flush()
        except (OSError, ValueError) as error:
            if not saved:
                raise
            raise after_save(error) from error

    @property
    def is_interactive(self) -> bool:
        """Whether somebody sits at a terminal who can be asked."""
        return sys.stdin.isatty() and sys.stdout.isatty()

    def words_saved(self) -> None:
        """What was typed at questions is in the journal from now on."""
        if self.typed is not None:
            self.typed.saved = True

    @property
    def is_first_run(self) -> bool:
        """Whether somebody sits at a terminal who has no journal yet."""
        return self.is_interactive and not self.has_file


class HasAppContext(Protocol):
    """What a command is handed by the command-line library: it holds this run."""

    def find_object(self, object_type: type[AppContext]) -> AppContext | None:
        """The one that was put in when the program started, or None."""


def after_save(error: Exception) -> AfterSaveError:
    """That all was saved, and what could not be done after it."""
    if isinstance(error, HrjournalError):
        return AfterSaveError(f"It is saved. What comes after it did not work: {error.marked}")
    if isinstance(error, BrokenPipeError):
        return AfterSaveError("")
    if isinstance(error, OSError):
        return AfterSaveError("It is saved. The answer could not be shown.")
    return AfterSaveError("It is saved. Something unforeseen came up after it.")


def app_context(ctx: HasAppContext) -> AppContext:
    """This run of the program."""
    found = ctx.find_object(AppContext)
    return found if found is not None else AppContext()


def _time_words(journal: Journal) -> TimeWords:
    """How times are said where the person is, as far as anything says where that is."""
    from hrjournal.cli.system.locale import country_of_locale
    from hrjournal.content.words.times import time_words

    return time_words(journal.preferences.values.get("country") or country_of_locale())
