"""The command that looks whether everything is well."""

from __future__ import annotations

import argparse

from weeknotes_desktop.cli.terminal import Terminal
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.soundness import Finding
from weeknotes_desktop.parts import Parts


def doctor(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Say what every check found.

    Raises:
        WeekNotesError: If something is not well, after all was said.
    """
    found = (*parts.checks().thorough(), _settings(parts))
    ill = [finding.name for finding in found if not finding.ok]
    checks = [{"name": finding.name, "ok": finding.ok, "found": finding.found} for finding in found]
    terminal.answer(given, {"ok": not ill, "checks": checks}, "\n".join(map(_line, found)))
    if ill:
        raise WeekNotesError(
            f"Something is not well: {', '.join(ill)}.",
            "Nothing was changed; the window mends a damaged library when it is opened.",
        )


def _settings(parts: Parts) -> Finding:
    _, remarks = parts.settings_store().load()
    return Finding("settings", not remarks, " ".join(remarks) or "Every setting can be read.")


def _line(finding: Finding) -> str:
    return f"{'well' if finding.ok else 'ILL ':4}  {finding.name:12}  {finding.found}"
