from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kindtimer.core.licences import Licence
from kindtimer.ui.about_section import AboutSection
from kindtimer.ui.long_names import MAY_BREAK
from tests.ui.dressing import dressed, nameless, settle, too_small

LICENCES = (
    Licence("KindTimer", "MIT", "The KindTimer developers", "LICENSE"),
    Licence("a-library-with-a-long-name", "BSD-3-Clause", "Somebody", "https://example.org/" + "x" * 90),
)


def made(qtbot: QtBot, done: list[str], wide: int = 600, scale: float = 1.0) -> AboutSection:
    section = AboutSection(
        "1.2.3", LICENCES, guide=lambda: done.append("guide"), welcome=lambda: done.append("welcome")
    )
    qtbot.addWidget(dressed(section, scale=scale))
    section.resize(wide, 900)
    section.show()
    settle()
    return section


def seen(section: AboutSection) -> str:
    texts = [one.text() for one in section.findChildren(QLabel) if one.isVisible()]
    return "\n".join(texts).replace(MAY_BREAK, "")


def test_it_says_its_version_what_it_is_not_and_its_licence(qtbot: QtBot) -> None:
    said = seen(made(qtbot, []))
    for words in ("KindTimer 1.2.3", "not treatment", "not for emergencies", "MIT licence"):
        assert words in said
    assert "a-library" not in said


def test_guide_and_first_start_open_from_here(qtbot: QtBot) -> None:
    done: list[str] = []
    section = made(qtbot, done)
    qtbot.mouseClick(section.guide, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(section.welcome, Qt.MouseButton.LeftButton)
    assert done == ["guide", "welcome"]


def test_licences_are_shown_and_put_away(qtbot: QtBot) -> None:
    section = made(qtbot, [], 312, 2.0)
    arrow = section.turn.icon().pixmap(24).toImage()
    qtbot.mouseClick(section.turn, Qt.MouseButton.LeftButton)
    settle()
    assert section.turn.icon().pixmap(24).toImage() != arrow
    said = seen(section)
    for one in LICENCES:
        assert all(text in said for text in (one.name, one.licence, one.holder, one.where))
    assert section.list.minimumSizeHint().width() <= 312
    qtbot.mouseClick(section.turn, Qt.MouseButton.LeftButton)
    assert not section.list.isVisible()
    assert section.turn.icon().pixmap(24).toImage() == arrow


def test_a_licence_that_is_asked_for_is_shown(qtbot: QtBot) -> None:
    section = made(qtbot, [])
    assert not section.narrow(["xylophone"])
    assert section.narrow(["somebody"])
    settle()
    assert section.list.isVisible()
    assert (too_small(section), nameless(section)) == ([], [])


def test_only_the_licences_that_were_asked_for_are_shown_and_only_so_long(qtbot: QtBot) -> None:
    section = made(qtbot, [])
    section.narrow(["somebody"])
    settle()
    assert "BSD-3-Clause" in seen(section)
    assert "LICENSE" not in seen(section)
    section.narrow([])
    assert not section.list.isVisible()
    section.show_licences()
    section.narrow(["somebody"])
    section.narrow([])  # a list that was opened by hand stays open
    settle()
    assert "LICENSE" in seen(section)
    assert "BSD-3-Clause" in seen(section)
