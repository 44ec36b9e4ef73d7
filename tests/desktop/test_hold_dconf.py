import base64
import zlib
from pathlib import Path

import pytest

from kindtimer.desktop.hold_dconf import QUIET, booleans, quiet_by_dconf

GNOME, CINNAMON, MATE, PANTHEON = (QUIET[name][0] for name in ("gnome", "x-cinnamon", "mate", "pantheon"))

# Files as dconf 0.40 wrote them: GNOME's banners off and on; MATE's quiet on; Cinnamon's notifications on;
# and two keys that are no yes or no.
QUIETED = zlib.decompress(
    base64.b85decode(
        "c-n1}F-ROi6o$w1?sDf{&VU9YBp_&EGpvY+!9Ylp1U!gUAcR2XcK6QJyBXOXje!tIAYhTg(lTIYWuqZPECPX$E|4avBs"
        "LZn78W*o{=Yj{L|pjz|9#B7dGqEydaB|`X)D}!3+#1W*pVA9#@`I+23e4E<Q)Z2a$E-$(CgUzJUm)<IrE|_4xoqN-LJs"
        "`#_4m2A45;Tw>uv{Fduyd@d6GmgQWd1$Ft}wVo3}_hrsWxjA-Md@51_F=m?m2{<F$D=nIICLdU`6+3r8yhrS>2$IvP``"
        "5NyQMe6&I|0Q$|d|5gD%O1?RJQn%}-2FcFgmu#QAie@!1%KXe-Da=o%gFNyx(=qyMv?i~U3?R|4W?&SOYA9q7I}7{Kft"
        "}Uo)Y^<e-rEXp!-0+c(%sA(HF7)5PAgK`3G<LCP$gHZ+xsQXlT<4z4VP*%F<rEnKm}6N4~O=(TT@92oV^GuneNaF2=Ra"
        "+t)mv7lg^YH49$vrM)sxVasTbvth$!D-&NeBi)d7<y#ZG2|B(nf=&k3oz7FFZ5U%6i{k8D1Ies;C2LCSFiz6FHNR>6d0"
        "96x>K9|<vsh%}hL_G+XFgH%LQ}n#|J^IC-;cCbtTA`Ry*aPv`B#vA"
    )
)
ALLOWED = zlib.decompress(
    base64.b85decode(
        "c-n1}KS&%w6voHP-Q~QyoI(^7A_%dt8CHS>g8{KggdD^w5G0Vf-Mw@5Zbo(|{~!nk1R)kFue45Oqaj2r0)b#Bq)94Cni"
        "Lim7B<P{`)=ooge?5{zJ0uX^Y+cV`#{B!(pI=<1f2AB?c|_~@ihZ3fh@>5@{R&1Ij(>T7;x;qo0uxQnt4$bKcS~!<9K|"
        "OarzwM=g<rAacp~&_2?^z7jSSHB%M1so<&~~PsKR&I{31e5gk1AeaN4HPJ)|DM^*MgUqE~cIt^xiAAaZm&<`QL0Ih<H5"
        "Ak79r2Z=EKZdS=_glZdaRw`{j)lGiUtjHA<4oww$lrp#2Dd)V-e>>xMdY`kJ7Ctl?PvWRm%j_$2lp1=lsHrREb<SapTX"
        "^RvBde&4<r8s`UA*E58Ip@eLwO~p=Y3zpI_&loMqCv@v^d@p-n6F(mQG?OWVCOZERGJd}Sk}6OXlo2#iEn22o<4#I@et"
        "*F2sVgvqKkYu>;=-^xIREu%f|h7F%vnfR(1>4vN;-<sHM(D|GQdKEaAbf1!C^Gw#1)?u9BoJiX+#%J9gxl5OU-!%TJte"
        "Y6kv(k;}WqfGjhL`SHZ$HuWT2sA{fBje5zaMF>*kkTL|IK~<10_h1Xa"
    )
)


def environ(home: Path, desktop: str, **more: str) -> dict[str, str]:
    return {"HOME": str(home), "XDG_CURRENT_DESKTOP": desktop, **more}


def keep(folder: Path, file: bytes) -> None:
    (folder / "dconf").mkdir(parents=True)
    (folder / "dconf" / "user").write_bytes(file)


def test_every_yes_and_no_of_a_file_is_found() -> None:
    assert booleans(QUIETED) == {GNOME: False, MATE: True, CINNAMON: True}
    assert booleans(ALLOWED) == {GNOME: True, MATE: True, CINNAMON: True}


@pytest.mark.parametrize(
    ("desktop", "file", "quiet"),
    [
        ("GNOME", QUIETED, True),
        ("ubuntu:GNOME", QUIETED, True),
        ("GNOME", ALLOWED, False),
        ("X-Cinnamon", QUIETED, False),
        ("MATE", QUIETED, True),
        ("Pantheon", QUIETED, False),
        ("KDE", QUIETED, None),
        ("", QUIETED, None),
    ],
)
def test_each_desktop_has_its_switch(tmp_path: Path, desktop: str, file: bytes, quiet: bool | None) -> None:
    keep(tmp_path / ".config", file)
    assert quiet_by_dconf(environ(tmp_path, desktop)) is quiet


def test_the_file_may_stand_elsewhere(tmp_path: Path) -> None:
    keep(tmp_path / "elsewhere", QUIETED)
    told = environ(tmp_path, "GNOME", XDG_CONFIG_HOME=str(tmp_path / "elsewhere"))
    assert quiet_by_dconf(told) is True


def test_where_nothing_was_ever_changed_nobody_is_to_be_quiet(tmp_path: Path) -> None:
    for desktop in QUIET:
        assert quiet_by_dconf(environ(tmp_path, desktop)) is False


def test_another_profile_is_not_known(tmp_path: Path) -> None:
    keep(tmp_path / ".config", QUIETED)
    assert quiet_by_dconf(environ(tmp_path, "GNOME", DCONF_PROFILE="office")) is None


@pytest.mark.parametrize("file", [b"", b"nonsense", b"GVariant", QUIETED[:40], b"tnairaVG" + QUIETED[8:]])
def test_a_file_that_is_none_is_not_known(tmp_path: Path, file: bytes) -> None:
    keep(tmp_path / ".config", file)
    assert quiet_by_dconf(environ(tmp_path, "GNOME")) is None
    with pytest.raises(ValueError, match="dconf file"):
        booleans(file)


def test_a_file_that_is_damaged_anywhere_ends_nothing() -> None:
    for place in range(len(QUIETED)):
        damaged = QUIETED[:place] + b"\xff" + QUIETED[place + 1 :]
        try:
            found = booleans(damaged)
        except ValueError:
            continue
        assert all(isinstance(value, bool) for value in found.values())


def test_a_folder_in_its_place_is_not_known(tmp_path: Path) -> None:
    (tmp_path / ".config" / "dconf" / "user").mkdir(parents=True)
    assert quiet_by_dconf(environ(tmp_path, "GNOME")) is None
