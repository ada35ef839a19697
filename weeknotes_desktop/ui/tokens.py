"""The colours of the program, light and dark; everything drawn takes them from here."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One palette; each value is a colour as ``#RRGGBB``.

    Args:
        ground: Behind everything.
        panel: Archive and goals.
        page: Where one writes and reads.
        hover: Under the pointer.
        line: Quiet lines between things; carries no meaning.
        border: Edges of controls; at least 3:1 on every ground.
        grey: Quiet text; at least 4.5:1 on every ground.
        faint: What cannot be used just now.
        accent: What can be acted on; ``accent_ground`` lies under it.
        accent_hover: A button filled with ``accent``, under the pointer.
        selection: Under selected text.
        attention: What wants a look; ``attention_ground`` tints private passages.
        done: Reached; ``done_ground`` lies under words that are new.
        on_accent: Text on a button filled with ``accent``, a mark on ``done`` or ``attention``.
    """

    dark: bool
    ground: str
    panel: str
    page: str
    hover: str
    line: str
    border: str
    text: str
    grey: str
    faint: str
    accent: str
    accent_ground: str
    accent_hover: str
    selection: str
    attention: str
    attention_ground: str
    done: str
    done_ground: str
    on_accent: str

    def colours(self) -> dict[str, str]:
        """Every colour by its name."""
        return {name: value for name, value in asdict(self).items() if isinstance(value, str)}


LIGHT = Tokens(
    dark=False,
    ground="#F6F5F2",
    panel="#FBFAF8",
    page="#FFFEFC",
    hover="#F1EFEA",
    line="#E4E1DA",
    border="#8B867C",
    text="#23211D",
    grey="#66615A",
    faint="#A39D93",
    accent="#0F6B62",
    accent_ground="#DCEFEC",
    accent_hover="#0B544D",
    selection="#BFE0DB",
    attention="#96570B",
    attention_ground="#F8EFE4",
    done="#2D8A5B",
    done_ground="#E2F1E7",
    on_accent="#FFFFFF",
)

DARK = Tokens(
    dark=True,
    ground="#1D1F20",
    panel="#232627",
    page="#1F2223",
    hover="#2B2F30",
    line="#34383A",
    border="#7C8488",
    text="#E7E5E0",
    grey="#A8A49B",
    faint="#6E7270",
    accent="#5FC2B5",
    accent_ground="#203C39",
    accent_hover="#7BD3C7",
    selection="#2C5953",
    attention="#E0A458",
    attention_ground="#2E2A24",
    done="#6CC592",
    done_ground="#20362A",
    on_accent="#10201E",
)
