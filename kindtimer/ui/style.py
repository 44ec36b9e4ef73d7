"""Style: the one style sheet of the session's controls, from palette tokens and the text size.

No page or panel names a colour or a size of its own; they carry object names and this sheet dresses them.
"""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from kindtimer.visuals.palette import Palette, mixed

TARGET = 44
"""Least height and width of anything to click, px at 100 %."""

CORNER = 12


def sheet(palette: Palette, text_scale: float) -> str:
    """The style sheet; `text_scale` 1 is 14 px for controls."""
    ground = mixed(palette.ground_top, palette.ground_bottom, 0.5)
    raised = mixed(ground, palette.ink, 0.08)
    over = mixed(ground, palette.ink, 0.16)
    px, title = round(14 * text_scale), round(18 * text_scale)
    target = max(TARGET, round(22 * text_scale))
    return f"""
    #panel {{ background: {_css(ground)}; border-radius: {CORNER}px; }}
    #panel[plain="true"] {{ background: transparent; }}
    QPushButton {{
        color: {_css(palette.ink)}; background: {_css(raised)}; border: 2px solid transparent;
        border-radius: {CORNER}px; padding: 0 {round(12 * text_scale)}px; min-height: {target - 4}px;
        font-size: {px}px;
    }}
    QPushButton:hover {{ background: {_css(over)}; }}
    QPushButton:focus {{ border-color: {_css(palette.breath_in)}; outline: none; }}
    QPushButton[brief="true"] {{ padding: 0 {round(4 * text_scale)}px; }}
    QPushButton::menu-indicator {{ image: none; width: 0; }}
    QPushButton#choice {{ font-size: {title}px; min-height: {max(56, target) - 4}px; text-align: center; }}
    QPushButton#choice[compact="true"] {{
        font-size: {px}px; min-height: {target - 4}px; padding: 0 {round(6 * text_scale)}px;
    }}
    QLabel {{ color: {_css(palette.quiet)}; background: transparent; font-size: {px}px; }}
    QLabel#question {{ color: {_css(palette.ink)}; font-size: {title}px; }}
    QMenu {{
        color: {_css(palette.ink)}; background: {_css(raised)}; border: 1px solid {_css(over)};
        padding: 8px; font-size: {px}px;
    }}
    QMenu::item {{ padding: {round(10 * text_scale)}px {round(20 * text_scale)}px; border-radius: 8px; }}
    QMenu::item:selected {{ background: {_css(over)}; }}
    QMenu::item:checked {{ color: {_css(palette.warmth_text)}; }}
    QMenu::separator {{ height: 1px; background: {_css(over)}; margin: 6px 8px; }}
    """


def restyle(widget: QWidget, name: str, value: bool) -> None:
    """Set a property that the sheet asks for, and let it look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _css(colour: QColor) -> str:
    return colour.name(QColor.NameFormat.HexRgb)
