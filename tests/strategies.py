"""Weeks, goals and notes for laws about all of them."""

from __future__ import annotations

from hypothesis import strategies as st

from weeknotes_desktop.domain.week import Week

weeks = st.dates().filter(lambda day: 2 <= day.year <= 9997).map(Week.of)
