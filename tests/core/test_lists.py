from kindtimer.core.lists import pattern_document, pattern_line, scenes, sounds
from kindtimer.core.pattern import Pattern, Phases

SIGH = Pattern(
    "sigh", "Sigh", Phases(2.5, 1.0, 0.0, 6.5), 2, default_minutes=3, cap_minutes=5, purpose="Air out."
)


def test_a_pattern_as_a_document() -> None:
    assert pattern_document(SIGH) == {
        "id": "sigh",
        "name": "Sigh",
        "phases": {"in": 2.5, "top_up": 1.0, "hold": 0.0, "out": 6.5, "rest": 0.0},
        "bpm": 6.0,
        "tier": 2,
        "default_minutes": 3,
        "cap_minutes": 5,
    }


def test_a_pattern_as_a_line() -> None:
    words = pattern_line(SIGH).split()
    assert words[:3] == ["sigh", "2.5–1–6.5", "6"]
    assert words[-3:] == ["Sigh.", "Air", "out."]


def test_every_scene_and_sound_has_id_and_name() -> None:
    for one in (*scenes(), *sounds()):
        assert one["id"]
        assert one["name"]
    ids = [one["id"] for one in sounds()]
    assert len(set(ids)) == len(ids)
