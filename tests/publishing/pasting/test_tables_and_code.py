"""Tables out of Excel, code out of Medium, checklists out of Google Docs."""

from __future__ import annotations

import base64

import pytest

from tests.publishing.pasting.pictures import encoded
from weeknotes_desktop.domain.brought import Brought
from weeknotes_desktop.publishing.pasting import reading

ROWS = "<tr><td>Gate</td><td>Oil</td></tr><tr><td>West</td><td>2 l</td></tr>"
TABLE = "| Gate | Oil |\n| --- | --- |\n| West | 2 l |"


def written(html: str) -> str:
    return reading.read(Brought(html=html)).text


@pytest.mark.parametrize(
    "inside",
    [
        f"<col width=64 style='width:48pt'><col width=64>{ROWS}",
        f"<colgroup><col><col></colgroup><tbody>{ROWS}</tbody>",
        f"<thead></thead><tbody>{ROWS}</tbody>",
        "<thead>{}</tr></thead><tbody>{}</tbody>".format(*ROWS.split("</tr>", 1)),
        "<tbody>{}</tr></tbody><tbody>{}</tbody>".format(*ROWS.split("</tr>", 1)),
    ],
)
def test_the_first_row_of_a_table_is_its_head(inside: str) -> None:
    assert written(f"<table border=0>{inside}</table>") == TABLE


@pytest.mark.parametrize("table", ["<caption>The <b>weir</b></caption>{}", "{}<caption>The weir"])
def test_the_caption_of_a_table_stands_above_it(table: str) -> None:
    html = f"<table>{table.replace('{}', ROWS)}</table>"
    assert written(html).replace("**", "") == f"The weir\n\n{TABLE}"


@pytest.mark.parametrize(
    "html",
    [
        "<pre>def f():<br>    return 1<br/></pre>",
        "<pre><span>def f():</span><br><span>    return 1</span></pre>",
        "<pre><code>def f():<br>    return 1</code></pre>",
        "<pre><div>def f():</div><div>    return 1</div></pre>",
        "<pre>def f():\n    return 1</pre>",
    ],
)
def test_each_line_of_code_stays_a_line(html: str) -> None:
    assert written(html) == "```\ndef f():\n    return 1\n```"
    assert reading.words(Brought(html=html)).text == "def f():\n    return 1"


def test_a_checklist_is_a_list_of_tasks_and_its_boxes_are_no_pictures() -> None:
    box = "data:image/png;base64," + base64.b64encode(encoded("PNG")).decode()
    shown = f'<img src="{box}" alt="checked" aria-roledescription="checkbox">'
    html = (
        f'<ul><li role="checkbox" aria-checked="true">{shown}<p>Call the vendor</p></li>'
        f'<li role="checkbox" aria-checked="false">{shown}<p>Oil <img src="{box}" alt="it"></p>'
        f'<ul><li role="checkbox" aria-checked="true"><div>{shown}</div><p>twice</p></li></ul>'
        "</li></ul>"
    )
    pasted = reading.read(Brought(html=html))
    (picture,) = pasted.pictures
    assert pasted.text == (
        f"- [x] Call the vendor\n- [ ] Oil ![it]({picture.address})\n  - [x] twice"
    )
