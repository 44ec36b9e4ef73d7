from kindtimer.core.scene_names import SCENE_NAMES


def test_the_two_pictures_there_are() -> None:
    assert dict(SCENE_NAMES) == {"flower": "Flower", "words": "Words"}
