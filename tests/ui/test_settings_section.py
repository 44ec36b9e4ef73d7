from pytestqt.qtbot import QtBot

from kindtimer.core.setting import Section
from kindtimer.core.settings import Settings
from kindtimer.core.settings_table import table
from kindtimer.ui.setting_row import SettingRow
from kindtimer.ui.settings_section import SettingsSection, heap_holds
from tests import fakes


def made(qtbot: QtBot) -> SettingsSection:
    rows = [
        SettingRow(one, Settings(), lambda _row, _value: None)
        for one in table(fakes.patterns())
        if one.section is Section.SOUND
    ]
    section = SettingsSection(Section.SOUND, rows)
    qtbot.addWidget(section)
    return section


def shown(section: SettingsSection) -> list[str]:
    return [row.setting.name for row in section.rows if not row.isHidden()]


def test_rows_are_narrowed_to_what_holds_the_words(qtbot: QtBot) -> None:
    section = made(qtbot)
    assert section.narrow([])
    assert len(shown(section)) == 4
    assert section.narrow(["gong"])
    assert shown(section) == ["bells"]
    assert section.first is section.rows[1].focused
    assert not section.narrow(["xylophone"])
    assert section.isHidden()


def test_a_row_with_nothing_to_show_stays_away(qtbot: QtBot) -> None:
    section = made(qtbot)
    late = section.rows[3]
    section.let_stand(late, there=False)
    assert section.narrow([])
    assert "late_ms" not in shown(section)
    assert not section.narrow(["bluetooth"])
    section.let_stand(late, there=True)
    assert section.narrow(["bluetooth"])


def test_all_of_the_words_are_looked_for() -> None:
    assert heap_holds(["mit", "numpy"], "NumPy", "MIT")
    assert not heap_holds(["mit", "scipy"], "NumPy", "MIT")
