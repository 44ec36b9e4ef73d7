import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kindtimer.ui.page import Page
from kindtimer.ui.place_button import PlaceButton, PlacesButton
from kindtimer.ui.sidebar import Form, Place, Sidebar, form_for
from kindtimer.visuals.measures import ROOM_BESIDE
from tests.ui.dressing import dressed, nameless, settle, too_small

PLACES = [
    Place("today", "Today", "today", lambda: Page("Today")),
    Place("breathe", "Breathe", "breathe", lambda: Page("Breathe")),
    Place("hard", "Something is hard", "hard", lambda: Page("Hard"), listed=False),
    Place("settings", "Settings", "settings", lambda: Page("Settings"), foot=True),
    Place("help_now", "Help now", "help_now", lambda: Page("Help"), foot=True, strong=True),
]


def made(qtbot: QtBot, form: Form, scale: float = 1.0) -> Sidebar:
    sidebar = Sidebar(PLACES)
    qtbot.addWidget(sidebar)
    sidebar.take_form(form)
    dressed(sidebar, scale=scale)
    sidebar.show_now("today")
    sidebar.resize(200 if form is Form.LIST else 900, 600)
    sidebar.show()
    return sidebar


@pytest.mark.parametrize(
    ("wide", "high", "scale", "form"),
    [
        (1440, 900, 1.0, Form.LIST),
        (900, 600, 1.0, Form.RAIL),
        (1440, 900, 1.5, Form.RAIL),
        (900, 600, 2.0, Form.BAR),
        (1440, 900, 2.0, Form.RAIL),
        (1400, 900, 2.0, Form.BAR),
        (600, 600, 1.0, Form.BAR),
        (1440, 300, 1.0, Form.BAR),
        (1440, 700, 2.0, Form.BAR),
    ],
)
def test_the_form_follows_the_room_there_is(wide: int, high: int, scale: float, form: Form) -> None:
    assert form_for(wide, high, scale) is form


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("form", [Form.RAIL, Form.LIST])
def test_all_places_find_room_in_the_lowest_window_that_has_them_beside_it(
    qtbot: QtBot, form: Form, scale: float
) -> None:
    more = [  # as many as the home has
        Place("practices", "Practices", "practices", lambda: Page("Practices")),
        Place("offers", "Offers", "offers", lambda: Page("Offers"), foot=True, beside=lambda: "14:30"),
        Place("guide", "Guide", "guide", lambda: Page("Guide"), foot=True),
    ]
    sidebar = Sidebar(PLACES[:-1] + more + PLACES[-1:])
    qtbot.addWidget(sidebar)
    sidebar.take_form(form)
    dressed(sidebar, scale=scale)
    assert sidebar.minimumSizeHint().height() <= ROOM_BESIDE * scale


@pytest.mark.parametrize("form", [Form.LIST, Form.RAIL])
def test_each_place_is_one_click_and_the_open_one_is_marked(qtbot: QtBot, form: Form) -> None:
    sidebar = made(qtbot, form)
    chosen: list[str] = []
    sidebar.chosen.connect(chosen.append)
    for name in ("breathe", "settings", "help_now"):
        button = sidebar.button(name)
        assert button is not None
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert not button.isChecked()  # until it is open
    assert chosen == ["breathe", "settings", "help_now"]
    assert sidebar.button("hard") is None
    sidebar.show_now("settings")
    marked = {name: button.isChecked() for name in ("today", "settings") if (button := sidebar.button(name))}
    assert marked == {"today": False, "settings": True}


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_can_be_hit_and_is_named(qtbot: QtBot, form: Form, scale: float) -> None:
    sidebar = made(qtbot, form, scale)
    assert (too_small(sidebar), nameless(sidebar)) == ([], [])


def test_in_a_bar_the_places_stand_behind_one_button_and_help_beside_it(qtbot: QtBot) -> None:
    sidebar = made(qtbot, Form.BAR, 2.0)
    menu_button = sidebar.findChild(PlacesButton)
    assert menu_button is not None
    assert "Today" in menu_button.text()
    chosen: list[str] = []
    sidebar.chosen.connect(chosen.append)
    menu = menu_button.places
    menu_button.fill()
    words = [action.text() for action in menu.actions()]
    assert words == ["Today", "Breathe", "Settings", "Help now"]
    assert [action.isChecked() for action in menu.actions()] == [True, False, False, False]
    menu.actions()[1].trigger()
    button = sidebar.button("help_now")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert chosen == ["breathe", "help_now"]


def buttons_go(sidebar: Sidebar) -> None:
    """Let the buttons of the form before be taken away for good."""
    settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()


def test_the_keyboard_stays_where_it_was_when_the_form_changes(qtbot: QtBot) -> None:
    sidebar = made(qtbot, Form.LIST)
    button = sidebar.button("today")
    assert button is not None
    button.setFocus()
    sidebar.take_form(Form.RAIL)
    buttons_go(sidebar)
    assert sidebar.focusWidget() is sidebar.button("today")
    sidebar.take_form(Form.BAR)
    buttons_go(sidebar)
    assert sidebar.focusWidget() is sidebar.findChild(PlacesButton)
    sidebar.take_form(Form.LIST)
    buttons_go(sidebar)
    assert sidebar.focusWidget() is sidebar.button("today")


def test_in_the_narrowest_window_no_name_of_the_bar_is_cut(qtbot: QtBot) -> None:
    for wide in (360, 480, 700):
        sidebar = made(qtbot, Form.BAR, 2.0)
        sidebar.resize(wide, 90)
        sidebar.show_now("settings")
        assert sidebar.findChildren(QPushButton) != []
        for button in sidebar.findChildren(QPushButton):
            assert button.sizeHint().width() <= wide // 2 + 60
            assert button.accessibleName()
        assert sum(button.sizeHint().width() for button in sidebar.findChildren(QPushButton)) <= wide


def test_the_bar_names_and_draws_the_open_place_also_one_that_is_not_listed(qtbot: QtBot) -> None:
    sidebar = made(qtbot, Form.BAR)
    opens = sidebar.findChild(PlacesButton)
    assert opens is not None
    seen: dict[str, bytes] = {}
    for place in PLACES:
        sidebar.show_now(place.id)
        assert place.words in opens.text()
        assert place.words in opens.accessibleName()
        picture = opens.icon().pixmap(48, 48).toImage()
        seen[place.drawing] = bytes(picture.constBits())
    assert len(set(seen.values())) == len({place.drawing for place in PLACES}) == 5


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_in_the_bars_button_lies_on_its_ring(
    qtbot: QtBot, direction: Qt.LayoutDirection, scale: float
) -> None:
    sidebar = made(qtbot, Form.BAR, scale)
    sidebar.setLayoutDirection(direction)
    sidebar.show_now("hard")
    settle()
    opens = sidebar.findChild(PlacesButton)
    assert opens is not None
    picture = sidebar.grab(opens.geometry()).toImage()
    free = round(8 * scale)
    middle = range(picture.height() // 4, picture.height() * 3 // 4)
    for columns in (range(3, free), range(picture.width() - free, picture.width() - 3)):
        assert len({picture.pixel(x, y) for x in columns for y in middle}) == 1
    assert len({picture.pixel(x, y) for x in range(picture.width()) for y in middle}) > 1


class Tells(QObject):
    """Somebody who says a few words, and that they are others now."""

    changed = Signal(object)
    words = "14:30"


def with_words(qtbot: QtBot, form: Form, tells: Tells, scale: float = 1.0) -> Sidebar:
    said = Place(
        "offers",
        "Offers",
        "offers",
        lambda: Page("Offers"),
        foot=True,
        beside=lambda: tells.words,
        beside_changes=(tells.changed,),
    )
    sidebar = Sidebar([*PLACES, said])
    qtbot.addWidget(sidebar)
    sidebar.take_form(form)
    dressed(sidebar, scale=scale)
    sidebar.resize(200 if form is Form.LIST else 900, 700)
    sidebar.show()
    settle()
    return sidebar


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_quiet_words_stand_at_the_far_edge_of_a_place_and_follow_what_is_said(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    tells = Tells()
    sidebar = with_words(qtbot, Form.LIST, tells)
    sidebar.setLayoutDirection(direction)
    settle()
    button = sidebar.button("offers")
    assert isinstance(button, PlaceButton)
    assert (button.accessibleName(), button.accessibleDescription()) == ("Offers", "14:30")
    full = button.grab().toImage()
    tells.words = ""
    tells.changed.emit(None)
    assert button.accessibleDescription() == ""
    free = button.grab().toImage()
    high = range(full.height())
    other = [x for x in range(full.width()) if any(full.pixel(x, y) != free.pixel(x, y) for y in high)]
    middle = full.width() // 2
    mirrored = direction is Qt.LayoutDirection.RightToLeft
    assert other
    assert all((x < middle) is mirrored for x in other)


def test_where_words_find_no_room_they_are_told_and_not_drawn_over_the_name(qtbot: QtBot) -> None:
    tells = Tells()
    tells.words = "something far too long to stand there"
    button = with_words(qtbot, Form.LIST, tells).button("offers")
    assert isinstance(button, PlaceButton)
    full = button.grab().toImage()
    button.beside = ""
    assert button.grab().toImage() == full
    assert button.accessibleDescription() == tells.words
    rail = with_words(qtbot, Form.RAIL, tells).button("offers")
    assert rail is not None
    assert (rail.text(), rail.accessibleDescription()) == ("Offers", tells.words)


def test_in_a_rail_they_stand_under_the_name_and_in_a_bar_in_the_menu(qtbot: QtBot) -> None:
    rail = with_words(qtbot, Form.RAIL, Tells()).button("offers")
    assert rail is not None
    assert rail.text() == "Offers\n14:30"
    assert rail.height() >= rail.sizeHint().height()
    bar = with_words(qtbot, Form.BAR, Tells())
    opens = bar.findChild(PlacesButton)
    assert opens is not None
    opens.fill()
    assert opens.places.actions()[-1].text() == "Offers\t14:30"


@pytest.mark.parametrize("form", list(Form))
def test_a_page_within_a_place_leaves_that_place_marked(qtbot: QtBot, form: Form) -> None:
    inner = Place("one", "One of them", "today", lambda: Page("One"), listed=False, within="breathe")
    sidebar = Sidebar([*PLACES, inner])
    qtbot.addWidget(sidebar)
    sidebar.take_form(form)
    dressed(sidebar)
    for name, marked in (("one", ["Breathe"]), ("hard", []), ("today", ["Today"])):
        sidebar.show_now(name)
        opens = sidebar.findChild(PlacesButton)
        if opens is not None:
            opens.fill()
            assert [action.text() for action in opens.places.actions() if action.isChecked()] == marked
        else:
            found = [sidebar.button(place.id) for place in PLACES if place.listed]
            assert [one.accessibleName() for one in found if one and one.isChecked()] == marked
