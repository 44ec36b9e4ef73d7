"""Licences: whose work KindTimer stands on, and under which terms. Values alone.

The rows are data (`assets/licences.toml`, read by `store/licence_store.py`); *Settings* shows them.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Licence:
    """One work: its name, the licence's name, who holds the rights, and where the text can be read.

    `name` is the distribution's name for what is installed by name, else the work's own. None is empty.
    """

    name: str
    licence: str
    holder: str
    where: str
