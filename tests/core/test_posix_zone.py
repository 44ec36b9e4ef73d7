import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindtimer.core.posix_zone import posix_zone, zone_of_key

RULES = [
    "<+03>-3",
    "EST5",
    "UTC0",
    "IST-5:30",
    "CET-1CEST,M3.5.0,M10.5.0/3",
    "EST5EDT4,M3.2.0,M11.1.0",
    "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
    "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
    "AEST-10AEDT,M10.1.0,M4.1.0/3",
    "IRST-3:30IRDT,J79/24,J263/24",
    "ABC+11:22:33",
]

AS_THE_C_LIBRARY = (
    "import sys, time\n"
    "for at in range(1_700_000_000, 1_950_000_000, 777_777):\n"
    "    told = time.localtime(at); print(at, told.tm_gmtoff, told.tm_zone)"
)


@pytest.mark.parametrize("rule", RULES)
def test_it_tells_the_time_the_c_library_tells(rule: str) -> None:
    zone = posix_zone(rule)
    assert zone is not None
    asked = [sys.executable, "-c", AS_THE_C_LIBRARY]
    done = subprocess.run(asked, env={**os.environ, "TZ": rule}, capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines():
        at, offset, name = line.split()
        local = datetime.fromtimestamp(int(at), UTC).astimezone(zone)
        assert (local.utcoffset(), local.tzname()) == (timedelta(seconds=int(offset)), name)


def test_it_is_the_same_zone_each_time_and_known_by_its_rule() -> None:
    zone = posix_zone("<+03>-3")
    assert zone is not None
    assert zone is posix_zone("<+03>-3") is zone_of_key(zone.key)


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "nonsense",
        "CET-1CEST",
        "XYZ-99",
        "UTC24",
        "XYZ-23:30ABC,M3.5.0,M10.5.0",
        "CET-1CEST,M13.1.0,M1.1.0",
        "CET-1CEST,J0,J5",
        "CET-1CEST,J400,J5",
        "XYZ3ABC,80,263/2",
        "CET-1CEST,M3.5.0",
        "ab5",
        "<+03>-3\nEST5",
        "Europe/Berlin",
        "<" + "x" * 500 + ">1",
    ],
)
def test_what_is_no_rule_is_none(rule: str) -> None:
    assert posix_zone(rule) is None


@given(st.text(st.sampled_from("<>+-:,./ABCMJ0123456789"), max_size=30), st.datetimes())
def test_whatever_it_is_a_zone_tells_every_time(rule: str, when: datetime) -> None:
    zone = posix_zone(rule)
    assert zone is None or abs(zone.utcoffset(when) or timedelta()) < timedelta(days=1)


def test_a_key_is_a_name_or_a_rule() -> None:
    assert zone_of_key("Asia/Kolkata") is not None
    assert zone_of_key("Europe") is None
    assert zone_of_key("../etc/passwd") is None
