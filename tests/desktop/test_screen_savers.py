from kindtimer.desktop.screen_savers import SAVERS


def test_each_stands_once_and_its_path_is_its_name() -> None:
    assert len(set(SAVERS)) == len(SAVERS)
    assert [path for _name, path in SAVERS] == ["/" + name.replace(".", "/") for name, _path in SAVERS]
