"""One measured figure, with what is to be reached. Benches return lists of these; nothing asserts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`value` and `reach` share `unit`; `at_most` says which side of `reach` is wanted."""

    name: str
    value: float
    unit: str
    reach: float | None = None
    at_most: bool = True

    @property
    def reached(self) -> bool | None:
        """Whether the figure is where it is wanted; None where it is only told."""
        if self.reach is None:
            return None
        return self.value <= self.reach if self.at_most else self.value >= self.reach
