"""The colours: three palettes, what is derived from them, and the choice between them (product §4).

Pure values. Scenes, the ground and the style sheet take them; nothing here paints. Main thread.
"""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from kindtimer.core.settings import Theme


@dataclass(frozen=True)
class Palette:
    """Colour tokens. The plain ones fill shapes; those ending in `_text` carry small text (≥ 4.5:1).

    `dark` says whether light is added to a dark ground or laid as colour on a light one.
    """

    name: str
    dark: bool
    ground_top: QColor
    ground_bottom: QColor
    ink: QColor
    quiet: QColor
    breath_in: QColor
    breath_out: QColor
    warmth: QColor
    leaf: QColor
    bloom: QColor
    in_text: QColor
    out_text: QColor
    warmth_text: QColor
    leaf_text: QColor
    bloom_text: QColor

    # What windows are made of, from the tokens above. Tests hold each pair that is used to its contrast.

    @property
    def ground(self) -> QColor:
        """The ground in the middle of its gradient: what a page lies on."""
        return mixed(self.ground_top, self.ground_bottom, 0.5)

    @property
    def side(self) -> QColor:
        """The sidebar: the ground, four parts in a hundred darker."""
        ground = self.ground
        hue, lightness = max(0.0, ground.hslHueF()), max(0.0, ground.lightnessF() - 0.04)
        return QColor.fromHslF(hue, ground.hslSaturationF(), lightness)

    @property
    def raised(self) -> QColor:
        """What stands out from the ground without a border: tiles, buttons, fields."""
        return mixed(self.ground, self.ink, 0.08) if self.dark else mixed(self.ground, PAPER, 0.62)

    @property
    def over(self) -> QColor:
        """The same, under the pointer."""
        return mixed(self.ground, self.ink, 0.15) if self.dark else mixed(self.ground, self.ink, 0.07)

    @property
    def chosen(self) -> QColor:
        """The same, where it is the one that was chosen: a breath of the in-breath's colour."""
        return mixed(self.ground, self.breath_in, 0.19 if self.dark else 0.09)

    @property
    def line(self) -> QColor:
        """An outline that carries meaning: a field, a switch that is off."""
        return mixed(self.quiet, self.ground, 0.12)

    @property
    def focus(self) -> QColor:
        """The ring about what has the keyboard."""
        return self.breath_in

    @property
    def accent(self) -> QColor:
        """The fill of the one thing a page is there for, and of a switch that is on."""
        return self.in_text

    @property
    def accent_over(self) -> QColor:
        """The same, under the pointer."""
        return mixed(self.accent, self.ink, 0.18)

    @property
    def on_accent(self) -> QColor:
        """Text on the accent."""
        return self.ground_top


PAPER = QColor("#FDFBF7")
"""As light as a surface gets; pure white is glaring."""


def _palette(name: str, dark: bool, *colours: str) -> Palette:
    return Palette(name, dark, *(QColor(colour) for colour in colours))


DUSK = _palette(
    "dusk",
    True,
    *("#12191F", "#1B2630", "#EAF0EE", "#9FB3B0"),
    *("#8FD3C4", "#7FA8D9", "#F2B880", "#8DBF7F", "#E7A6B8"),
    *("#8FD3C4", "#7FA8D9", "#F2B880", "#8DBF7F", "#E7A6B8"),
)
DAWN = _palette(
    "dawn",
    False,
    *("#F7F3EC", "#EFE8DC", "#26302E", "#5A6762"),
    *("#2F7F76", "#3C6AA5", "#A8552C", "#4E7F45", "#A94F6B"),
    *("#2A7168", "#3C6AA5", "#9C4B26", "#47733E", "#9E4562"),
)
CONTRAST = _palette(
    "contrast",
    True,
    *("#0A0E11", "#0D1216", "#F6F8F4", "#DCE5E1"),
    *("#A6F2DF", "#A9CDFF", "#FFC27A", "#AEE89C", "#FFB9CD"),
    *("#A6F2DF", "#A9CDFF", "#FFC27A", "#AEE89C", "#FFB9CD"),
)


def palette_for(theme: Theme, dark: bool, high_contrast: bool) -> Palette:
    """The palette for a chosen theme on a desktop that is `dark` or asks for `high_contrast`.

    High contrast asked of the desktop is a need, not a taste: it leads over every theme.
    """
    if high_contrast or theme is Theme.CONTRAST:
        return CONTRAST
    if theme is Theme.SYSTEM:
        return DUSK if dark else DAWN
    return DAWN if theme is Theme.DAWN else DUSK


def luminance(colour: QColor) -> float:
    """Relative luminance 0–1 (WCAG 2.2)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two opaque colours, 1–21 (WCAG 2.2)."""
    light, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dim + 0.05)


def mixed(one: QColor, other: QColor, part: float, alpha: float = 1.0) -> QColor:
    """`part` 0–1 of the way from one colour to the other, with an `alpha` 0–1 of its own."""
    rest = 1.0 - part
    return QColor.fromRgbF(
        min(1.0, max(0.0, one.redF() * rest + other.redF() * part)),
        min(1.0, max(0.0, one.greenF() * rest + other.greenF() * part)),
        min(1.0, max(0.0, one.blueF() * rest + other.blueF() * part)),
        min(1.0, max(0.0, alpha)),
    )
