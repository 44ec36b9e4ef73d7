import base64
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kindtimer.core.hold import Hold, Reading
from kindtimer.desktop.hold_video_streams import server_path, told_by, video_streams
from tests.desktop.one_answer import answering

NODE, LINK, CLIENT = (f"PipeWire:Interface:{kind}" for kind in ("Node", "Link", "Client"))

# What PipeWire 0.3.65 told of its nodes, links and clients: a picture of a screen that nobody looks at, and
# one that a program is given.
ALONE = zlib.decompress(
    base64.b85decode(
        "c-rk(O>fjN5OoTr6`utOX$1(DLQxTH$ZiYT_DY37NN6PxAfX;oXK0NQJ8~S#{tJ%$6pkGEIX(6UPBPAiQJ|`F*h*OPu4"
        "eK)9>00E6G8}iPlz*5iq_ZtqVA`$|I&@rY|~b2xKlO%68aZ)&tl#~|D5hUhmhL_=QQWJj(%hRbPBtNu_i2rcTB?O3$8$"
        "Z^eJq<5&@KWlf!o_f0MJxN$h+As@w!5^Fth$`A6ddcMfemgA#J;vY_xA+|aAmnc1;qLNYaV1Ia#vBxg)KPdEL47HzJRb"
        "-5n_=5qo4TWJ(c2V2Ep<f*UMzKpn@#nX+Bc=~Z%o;JGWX}Ixso-U*RnFQG10|;we8NLoR2Y1mvu=u*!!q>HSzMh5*xU$"
        "9>-o9G#7mvu>+OWWxbw(mcLnvv>*OBv!_7%gM&Tn7m=f+YfK}ASxUJLht`%3dt@>PyYfVy!xO{LGZ^^sTOw}DS9yvfV6"
        ">e0aOw&Ry<yiX}4NvZ#oOGuPtR6$UW@5gb-s9uxcbvcmp_&lrGBut|nl)@bTtRU{ts?)8Gb@1)DIvD-eK^Ho>`lk;1AK"
        "*(Yq}r~Z3#%>X!t$(~3y)_`54l87njS9U^W8)ZLO<nnZ!mPdV%~|a&3(i@x9W7Kqx<y0x=-hiTK^}_`qNxwRsBocdXwk"
        ";o(v$NlEoPr|Kg$TeqBJn4g|of^EHBi`7RB8U6cCz%3BtIc=TGNl0to-J!siyE3>lC#<RE2#wT!}8U9`}9=u^u^&(b$6"
        "F3iBz9WcL&jqx914OsK6a"
    )
)
WATCHED = zlib.decompress(
    base64.b85decode(
        "c-rk)T~8D-6z!r2@e?&BM2#Yff#}Z8F1x_;Dlrm`A;Bn#F>&Zzp*qt}IvtUJ;iEsrM<4w;Jo2WUnRY%(sw-KO#n_~~>D"
        "|-Y+jH)1XBHuZwh(HJqrA<?eo^+*s{fD;RmQr_S8%5)_9<nbls)y?RQ561ryB^}(YQu^og2!o$KM<Icv|_|AQ8MG99Gw"
        "<0RGOyu=<?&P~de8Uyb;6%sM8v{T{GzV&KFJ)V$Q*S;=wd)L5<{7~gk@pW8LA?UwsY#}Oxt6S433oO}e1&S-zGZ1Vf88"
        "dDjpL%k4GJQtLGEeXT@=2|{k@iZg%KC5uk22VGK#M8Iq^3)$LPwoD%dAh9Zk2%2JE<jM>O7nFnIk>0B2L@laEPP$J^Yt"
        "hoK!q_+^Y+>BKRF<8i|rhz_Zc!j380`Y+egN)8eh@8$@unUd``rfV3-BS<TW=psV5{a1z*Ly7_bu+%ar-K*zLF#erx!o"
        "#Ot_RLysDM$Bv&e@gBwy$3^}pltU~y!2<lMe=mvxg5{nVt)>GyuYON8+X#|yTcyI7`j}I=Lqn(AL(YRQ$IXMz|2!B*9$"
        "Y(`2Q#nXQ^dG<Q#}{vE$71QsGJMEk;{iHMNe8jTvEU9#G)B^3B|k3w&UjOZb)qw6z++k)7>H6rw7J;IzFiWOLhHmmSm;"
        "=1+H7?IlCu)h%qNoO2+Sau-&f{$}SxN(DHl@!6%-B15avFeO`G<d|<6jmT(N!I(uNLv$+wev+n5Kzuo13tj^v_Z5}Gzm"
        "Z8)AA=Mdb9Iwv0odN4?`R~-34R5QrtIED9ICx=eokodhWyM$OoIZm%mb#e#bH1Mu`r!!QD~8{RLHX_u_@2-oP#3qZOCW"
        "=FSRy1XPI~Dh6Tei?{|rxP0WWZUyWdp9BYt~UzZty1t<>L7T9)&1VN}k?(R&W*^-kdVsQG(JsQ-e5<%?=wlMUDMKMOMS"
        ")OGd~cxrav"
    )
)


def asked(*answers: bytes) -> dict[Hold, Reading]:
    with TemporaryDirectory(prefix="kt-") as folder, answering(Path(folder) / "pipewire-0", *answers):
        return dict(video_streams(f"{folder}/pipewire-0"))


def test_a_picture_that_nobody_looks_at_is_not_shown() -> None:
    assert asked(ALONE) == {Hold.SHARING: Reading.NO, Hold.CALL: Reading.NO}


def test_a_picture_of_a_screen_that_is_given_to_a_program_is_shown() -> None:
    assert asked(WATCHED) == {Hold.SHARING: Reading.YES, Hold.CALL: Reading.NO}


def test_a_list_that_does_not_end_and_nonsense_raise(tmp_path: Path) -> None:
    for said in (b"", WATCHED[:200], b"\0" * 64):
        with pytest.raises(ValueError, match="did not end"):
            asked(said)
    with pytest.raises(OSError, match="No such file"):
        video_streams(str(tmp_path / "nobody"))


def things(role: str | None, giver: str, owner: str) -> dict[str, dict[str, dict[str, str]]]:
    """One node that gives pictures, one that takes them, and the link between them."""
    source = {"media.class": giver} | ({"media.role": role} if role else {})
    return {
        NODE: {"1": source, "2": {"media.class": "Stream/Input/Video", "client.id": "9"}},
        LINK: {"3": {"link.output.node": "1", "link.input.node": "2"}},
        CLIENT: {"9": {"application.name": owner}},
    }


@pytest.mark.parametrize(
    ("role", "giver", "owner", "shared", "filmed"),
    [
        (None, "Stream/Output/Video", "OBS", True, False),
        (None, "Video/Source", "OBS", True, False),
        ("Camera", "Video/Source", "Firefox", False, True),
        (None, "Audio/Source", "Firefox", False, False),
        (None, "Stream/Output/Video", "plasmashell", False, False),
    ],
)
def test_what_a_link_means(role: str | None, giver: str, owner: str, shared: bool, filmed: bool) -> None:
    told = told_by(things(role, giver, owner))
    assert told[Hold.SHARING] is (Reading.YES if shared else Reading.NO)
    assert told[Hold.CALL] is (Reading.YES if filmed else Reading.NO)


def test_a_link_to_what_is_gone_and_a_camera_nobody_uses_mean_nothing() -> None:
    found = things("Camera", "Video/Source", "Firefox")
    nothing = {Hold.SHARING: Reading.NO, Hold.CALL: Reading.NO}
    assert told_by({**found, LINK: {}}) == nothing
    assert told_by({LINK: found[LINK]}) == nothing
    assert told_by({}) == nothing


@pytest.mark.parametrize(
    ("environ", "path"),
    [
        ({"XDG_RUNTIME_DIR": "/run/user/1"}, "/run/user/1/pipewire-0"),
        ({"XDG_RUNTIME_DIR": "/run/user/1", "PIPEWIRE_REMOTE": "other"}, "/run/user/1/other"),
        ({"PIPEWIRE_RUNTIME_DIR": "/p", "XDG_RUNTIME_DIR": "/run/user/1"}, "/p/pipewire-0"),
        ({"PIPEWIRE_REMOTE": "/there/pw"}, "/there/pw"),
        ({}, ""),
    ],
)
def test_where_the_server_listens(environ: dict[str, str], path: str) -> None:
    assert server_path(environ) == path
