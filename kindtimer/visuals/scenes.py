"""Which scenes there are, by id. A new scene is one line here. `sync` is the doctor's, and stands apart."""

from collections.abc import Mapping
from types import MappingProxyType

from kindtimer.visuals.flower_scene import FlowerScene
from kindtimer.visuals.scene import Scene
from kindtimer.visuals.sync_scene import SyncScene
from kindtimer.visuals.words_scene import WordsScene

FLOWER: Scene = FlowerScene()
WORDS: Scene = WordsScene()
SYNC: Scene = SyncScene()

SCENES: Mapping[str, Scene] = MappingProxyType({scene.id: scene for scene in (FLOWER, WORDS)})
"""Those a person chooses from, the first being the usual one."""


def next_scene(scene: Scene) -> Scene:
    """The scene after this one, round and round; the first where this one is none of them."""
    ids = list(SCENES)
    at = ids.index(scene.id) + 1 if scene.id in ids else 0
    return SCENES[ids[at % len(ids)]]
