from dataclasses import FrozenInstanceError, fields

import pytest

from kindtimer.core.licences import Licence


def test_a_licence_is_four_texts_that_stay() -> None:
    assert [one.name for one in fields(Licence)] == ["name", "licence", "holder", "where"]
    one = Licence("jeepney", "MIT", "Thomas Kluyver", "https://gitlab.com/takluyver/jeepney")
    with pytest.raises(FrozenInstanceError):
        one.name = "other"  # type: ignore[misc]
