from kindtimer.core.settings import Settings
from kindtimer.visuals.scenes import FLOWER, SCENES, SYNC, WORDS, next_scene


def test_flower_and_words_are_offered_and_sync_is_not() -> None:
    assert list(SCENES) == ["flower", "words"]
    assert SYNC.id not in SCENES


def test_the_usual_scene_is_one_of_them() -> None:
    assert Settings().scene in SCENES


def test_the_next_scene_comes_round() -> None:
    assert next_scene(FLOWER) is WORDS
    assert next_scene(WORDS) is FLOWER
    assert next_scene(SYNC) is FLOWER
