"""Style: the one style sheet of all windows, from the palette's tokens, the measures and the text size.

No page, panel or window names a colour or a size of its own; widgets carry a `kind` and this sheet
dresses them. Main thread.
"""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from kindtimer.visuals.measures import (
    CHOSEN_BAR,
    CORNER,
    FOCUS_RING,
    GRID,
    LARGE_TYPE,
    MEDIUM_TYPE,
    MENU_END,
    MENU_ROW_EDGE,
    MENU_START,
    ROW,
    SMALL_TYPE,
    TARGET,
)
from kindtimer.visuals.palette import Palette


def sheet(palette: Palette, text_scale: float) -> str:
    """The style sheet; `text_scale` 1–2 is the person's text size."""
    return "".join(
        part(palette, text_scale) for part in (_buttons, _offer, _places, _texts, _fields, _menus, _surfaces)
    )


def _px(size: float, scale: float) -> str:
    return f"{round(size * scale)}px"


def _least(height: int, scale: float, less: int = 0) -> str:
    """Least height of something with a ring about it: the ring is outside what a sheet calls its height."""
    return f"{max(height, round(height * (0.5 + 0.5 * scale))) - 2 * FOCUS_RING - less}px"


def _buttons(p: Palette, scale: float) -> str:
    small, medium = _px(SMALL_TYPE, scale), _px(MEDIUM_TYPE, scale)
    # What is chosen is no higher than it was before, though its bar and what balances it take room.
    chosen_row = _least(ROW, scale, 2 * (CHOSEN_BAR - FOCUS_RING))
    target, row, pad = _least(TARGET, scale), _least(ROW, scale), _px(12, scale)
    return f"""
    QPushButton, QToolButton {{
        color: {_css(p.ink)}; background: {_css(p.raised)}; border: {FOCUS_RING}px solid transparent;
        border-radius: {CORNER}px; padding: 0 {pad}; min-height: {TARGET - 2 * FOCUS_RING}px;
        font-size: {small};
    }}
    QPushButton[kind] {{ min-width: {_px(20, scale)}; min-height: {target}; }}
    QPushButton:hover, QToolButton:hover {{ background: {_css(p.over)}; }}
    QPushButton:focus, QToolButton:focus {{ border-color: {_css(p.focus)}; outline: none; }}
    QPushButton::menu-indicator, QToolButton::menu-indicator {{ image: none; width: 0; }}
    QPushButton:disabled {{ color: {_css(p.quiet)}; }}
    QPushButton[brief="true"] {{ padding: 0 {_px(4, scale)}; }}
    QPushButton[tight="true"] {{
        padding: 0 3px; font-size: {_px(SMALL_TYPE, 1.0 + (scale - 1.0) * 0.3)};
    }}
    QPushButton[kind="main"] {{
        color: {_css(p.on_accent)}; background: {_css(p.accent)}; font-size: {medium}; min-height: {row};
        padding: 0 {_px(24, scale)}; min-width: 148px;
    }}
    QPushButton[kind="main"][brief="true"] {{ padding: 0 {_px(4, scale)}; }}
    QPushButton[kind="main"]:hover {{ background: {_css(p.accent_over)}; }}
    QPushButton[kind="main"]:focus {{ border-color: {_css(p.ink)}; }}
    QPushButton[kind="bare"], QToolButton[kind="bare"] {{
        color: {_css(p.in_text)}; background: transparent; padding: 0 {_px(6, scale)};
    }}
    QPushButton[kind="bare"]:hover, QToolButton[kind="bare"]:hover {{
        background: {_css(p.over)}; color: {_css(p.ink)};
    }}
    QPushButton[kind="bare"]:disabled, QToolButton[kind="bare"]:disabled {{ color: {_css(p.quiet)}; }}
    QPushButton[kind="door"] {{ min-height: {row}; }}
    QPushButton#choice {{
        font-size: {medium}; min-height: {ROW - 2 * FOCUS_RING}px; text-align: center;
    }}
    QPushButton#choice[compact="true"] {{
        font-size: {small}; min-height: {TARGET - 2 * FOCUS_RING}px; padding: 0 {_px(6, scale)};
    }}
    QPushButton#choice[tight="true"] {{
        padding: 0 3px; font-size: {_px(SMALL_TYPE, 1.0 + (scale - 1.0) * 0.3)};
    }}
    QPushButton[kind="row"] {{ min-height: {row}; text-align: left; }}
    QPushButton[kind="pill"] {{ padding: 0 {_px(16, scale)}; min-width: {_px(12, scale)}; }}
    QPushButton[kind="pill"][brief="true"] {{ padding: 0 {_px(4, scale)}; }}
    QPushButton[kind="row"]:checked, QPushButton[kind="pill"]:checked, QPushButton[chosen="true"] {{
        background: {_css(p.chosen)}; color: {_css(p.ink)};
        border-bottom: {CHOSEN_BAR}px solid {_css(p.accent)}; padding-top: {CHOSEN_BAR - FOCUS_RING}px;
    }}
    QPushButton[kind="row"][chosen="true"] {{ min-height: {chosen_row}; }}
    QPushButton[kind="row"]:checked:focus, QPushButton[kind="pill"]:checked:focus,
    QPushButton[chosen="true"]:focus {{
        border-color: {_css(p.focus)}; border-bottom-color: {_css(p.accent)};
    }}
    """


def _offer(p: Palette, scale: float) -> str:
    return f"""
    QPushButton[kind="offer"] {{ background: {_css(p.chosen)}; padding: 0 {_px(16, scale)}; }}
    QPushButton[kind="offer"]:hover {{ background: {_css(p.over)}; }}
    QPushButton[kind="more"] {{
        color: {_css(p.quiet)}; background: transparent; font-size: {_px(MEDIUM_TYPE, scale)}; padding: 0;
        min-width: {_least(TARGET, scale)};
    }}
    QPushButton[kind="arrow"] {{
        color: {_css(p.quiet)}; background: transparent; font-size: {_px(LARGE_TYPE, min(scale, 1.5))};
        padding: 0 0 {_px(4, scale)} 0;
    }}
    QPushButton[kind="arrow"]:hover {{ background: {_css(p.over)}; color: {_css(p.ink)}; }}
    QPushButton[kind="more"]:hover {{ background: {_css(p.over)}; color: {_css(p.ink)}; }}
    """


def _places(p: Palette, scale: float) -> str:
    return f"""
    QPushButton[kind="place"], QToolButton[kind="place"] {{
        background: transparent; color: {_css(p.quiet)}; text-align: left; padding: 0 {_px(10, scale)};
    }}
    QPushButton[kind="place"]:hover, QToolButton[kind="place"]:hover {{
        background: {_css(p.over)}; color: {_css(p.ink)};
    }}
    QPushButton[kind="place"]:checked, QToolButton[kind="place"]:checked {{
        background: {_css(p.raised)}; color: {_css(p.ink)};
    }}
    QPushButton[kind="place"][strong="true"], QToolButton[kind="place"][strong="true"] {{
        color: {_css(p.ink)};
    }}
    QToolButton[kind="place"] {{ padding: {_px(4, scale)} 0; }}
    QPushButton[kind="tile"] {{ background: {_css(p.raised)}; border-radius: {CORNER}px; }}
    """


def _texts(p: Palette, scale: float) -> str:
    return f"""
    QLabel {{
        color: {_css(p.quiet)}; background: transparent; font-size: {_px(SMALL_TYPE, scale)};
        selection-background-color: {_css(p.accent)}; selection-color: {_css(p.on_accent)};
    }}
    QLabel[kind="head"] {{ color: {_css(p.ink)}; font-size: {_px(LARGE_TYPE, scale)}; }}
    QLabel[kind="part"], QLabel#question {{ color: {_css(p.ink)}; font-size: {_px(MEDIUM_TYPE, scale)}; }}
    QLabel[kind="lead"] {{ font-size: {_px(MEDIUM_TYPE, scale)}; }}
    QLabel[kind="plain"] {{ color: {_css(p.ink)}; }}
    QLabel[kind="number"] {{ color: {_css(p.ink)}; font-size: {_px(LARGE_TYPE, scale)}; }}
    QLabel[kind="number"]:focus {{ background: {_css(p.over)}; }}
    """


def _fields(p: Palette, scale: float) -> str:
    handle, groove = round(24 * min(scale, 1.5)), 6
    return f"""
    QLineEdit, QPlainTextEdit {{
        color: {_css(p.ink)}; background: {_css(p.raised)}; border: {FOCUS_RING}px solid {_css(p.line)};
        border-radius: {CORNER}px; padding: 0 {_px(12, scale)}; font-size: {_px(SMALL_TYPE, scale)};
        min-height: {_least(TARGET, scale)}; placeholder-text-color: {_css(p.quiet)};
        selection-background-color: {_css(p.accent)}; selection-color: {_css(p.on_accent)};
    }}
    QPlainTextEdit {{ padding: {_px(8, scale)} {_px(10, scale)}; }}
    QPlainTextEdit#answer {{ font-size: {_px(MEDIUM_TYPE, scale)}; }}
    QPlainTextEdit[readOnly="true"] {{
        background: transparent; border-color: transparent; padding: 0; font-size: {_px(MEDIUM_TYPE, scale)};
    }}
    QPlainTextEdit#recalled {{
        background: {_css(p.raised)}; border-color: {_css(p.line)}; padding: {_px(8, scale)} {_px(10, scale)};
    }}
    QPlainTextEdit#recalled[tight="true"] {{
        font-size: {_px(SMALL_TYPE, scale)}; padding: {_px(4, scale)} {_px(6, scale)};
    }}
    QPlainTextEdit#recalled:focus {{ border-color: {_css(p.focus)}; }}
    QLineEdit:focus, QPlainTextEdit:focus {{ border-color: {_css(p.focus)}; }}
    QSlider {{ min-height: {TARGET}px; background: transparent; border: {FOCUS_RING}px solid transparent;
        border-radius: {CORNER}px; }}
    QSlider:focus {{ border-color: {_css(p.focus)}; }}
    QSlider::groove:horizontal {{
        height: {groove}px; background: {_css(p.line)}; border-radius: {groove // 2}px;
    }}
    QSlider::sub-page:horizontal {{ background: {_css(p.accent)}; border-radius: {groove // 2}px; }}
    QSlider::handle:horizontal {{
        width: {handle}px; height: {handle}px; margin: -{(handle - groove) // 2}px 0;
        background: {_css(p.accent)}; border-radius: {handle // 2}px;
    }}
    QCheckBox {{ color: {_css(p.ink)}; background: transparent; font-size: {_px(SMALL_TYPE, scale)}; }}
    """


def _menus(p: Palette, scale: float) -> str:
    return f"""
    QMenu {{
        color: {_css(p.ink)}; background: {_css(p.raised)}; border: 1px solid {_css(p.over)};
        padding: 8px; font-size: {_px(SMALL_TYPE, scale)}; menu-scrollable: 1;
    }}
    QMenu::indicator {{ width: {_px(14, scale)}; height: {_px(14, scale)}; }}
    QMenu::item {{
        padding: {_px(12, scale)} {_px(20, scale)}; border-radius: 8px; min-height: {_px(20, scale)};
    }}
    QMenu::item:selected {{ background: {_css(p.over)}; }}
    QMenu::item:checked {{ color: {_css(p.warmth_text)}; }}
    QMenu::separator {{ height: 1px; background: {_css(p.over)}; margin: 6px 8px; }}
    QToolTip {{
        color: {_css(p.ink)}; background: {_css(p.raised)}; border: 1px solid {_css(p.line)};
        padding: 6px; font-size: {_px(SMALL_TYPE, scale)};
    }}
    """


def _surfaces(p: Palette, scale: float) -> str:
    bar = round(10 * min(scale, 1.5))
    return f"""
    #panel {{ background: {_css(p.ground)}; border-radius: {CORNER}px; }}
    #panel[plain="true"] {{ background: transparent; }}
    QWidget#side {{ background: {_css(p.side)}; }}
    QWidget[kind="raised"] {{ background: {_css(p.raised)}; border-radius: {CORNER}px; }}
    QWidget[kind="message"] {{ background: {_css(p.chosen)}; border-radius: {CORNER}px; }}
    QFrame[kind="passage"] {{ border: {FOCUS_RING}px solid transparent; border-radius: {CORNER}px; }}
    QFrame[kind="passage"]:focus {{ border-color: {_css(p.focus)}; }}
    QScrollArea, QWidget#page {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ background: transparent; width: {bar + 6}px; margin: 3px; }}
    QScrollBar::handle:vertical {{
        background: {_css(p.line)}; border-radius: {bar // 2}px; min-height: {TARGET}px;
    }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def tray_menu_sheet() -> str:
    """The tray's menu, in the desktop's own colours, which belong to what stands around it.

    Qt's plain menus cut words at large type ("He…ow"), and their rows are low.
    """
    return f"""
    QMenu {{ padding: {GRID}px 0 }}
    QMenu::item {{ padding: {MENU_ROW_EDGE}px {MENU_END}px {MENU_ROW_EDGE}px {MENU_START}px }}
    QMenu::item:selected {{ background: palette(highlight); color: palette(highlighted-text) }}
    QMenu::separator {{ height: 1px; margin: {GRID}px 0; background: palette(mid) }}
    """


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the sheet asks for, and let it look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _css(colour: QColor) -> str:
    return colour.name(QColor.NameFormat.HexRgb)
