from __future__ import annotations

from generator.checks import times_do_not_add_up
from generator.config.settings import SiteConfig
from generator.model.values import Written
from tests.checks.small_playbook import SITE, report_of

TALK = "content/conversations/mineral-rights.yml"
SHEET = "content/worksheets/meeting-sheet.yml"
PATH = "content/paths/week-one.yml"

STEP = """\
  - title: A step
{minutes}    purpose: You know.
    ask: [What?, How?, When?]
    listen_for: [What they say twice.]
    traps: [Answering.]
    move_on: When they nod.
"""


def talk(minutes: int | None, *steps: int | None) -> str:
    head = f"minutes: {minutes}\n" if minutes else ""
    parts = (STEP.format(minutes=f"    minutes: {step}\n" if step else "") for step in steps)
    return report_of(times_do_not_add_up.RULE, {TALK: f"{head}steps:\n{''.join(parts)}"})


def station(minutes: int | None, read: str = "[]", more: str = "", practice: str = "", site: SiteConfig = SITE) -> str:
    given = f"    minutes: {minutes}\n" if minutes else ""
    text = f"""\
{more}stations:
  - id: meet
    title: Meet
    at: Day 1
    why: It starts here.
{given}    read: {read}
    do: Ring.
  - id: ask
    title: Ask
    at: Day 2
    why: It goes on.
    minutes: 10
    do: Ask.
"""
    changes = {PATH: text} | ({"content/practices/slow-down.yml": practice} if practice else {})
    return report_of(times_do_not_add_up.RULE, changes, site)


def test_a_playbook_whose_times_agree_is_left_alone() -> None:
    assert report_of(times_do_not_add_up.RULE) == ""


def test_the_steps_of_a_conversation_add_up_to_it() -> None:
    assert talk(30, 10, 20) == ""
    assert talk(30, None, None) == ""
    found = talk(30, 10, 15)
    assert "warning[times-do-not-add-up]: the steps add up to 25 minutes, not to 30" in found
    assert "hint: write `minutes: 25`, or correct the steps" in found
    assert f"{TALK}:1:10:" in found


def test_either_all_steps_have_minutes_or_none() -> None:
    found = talk(30, 10, None)
    assert "1 of the 2 steps have no `minutes`" in found
    assert "hint: give all steps some; they have 20 minutes left" in found


def test_a_conversation_whose_steps_have_minutes_has_them_as_well() -> None:
    changed = {TALK: "steps:\n" + STEP.format(minutes="    minutes: 10\n") * 2}
    found = report_of(times_do_not_add_up.RULE, changed)
    assert "the steps add up to 20 minutes, " in found
    assert "write `minutes: 20`" in found


def test_a_session_takes_at_least_the_time_to_fill_in_the_sheet() -> None:
    session = "facilitator:\n  copies: {each: person}\n  notes: [Look.]\n  debrief: ['What?']\n  timings: [{minutes: 8, what: All.}]\n"
    assert report_of(times_do_not_add_up.RULE, {SHEET: f"minutes: 8\n{session}"}) == ""
    found = report_of(times_do_not_add_up.RULE, {SHEET: f"minutes: 9\n{session}"})
    assert "it takes 9 minutes to fill in, but the session has 8" in found


def test_the_stations_of_a_path_add_up_to_it() -> None:
    assert station(5, more="minutes: 15\n") == ""
    assert station(None, more="minutes: 99\n") == ""
    assert "the stations add up to 15 minutes, not to 20" in station(5, more="minutes: 20\n")


def test_a_station_has_the_time_for_what_is_read_and_filled_in_there() -> None:
    long = f"why: {'word ' * 1000}\n"
    found = station(6, "[slow-down, meeting-sheet]", practice=long)
    assert (
        "what is read and done here takes 10 minutes, not 6: 5 to read at 200 words a minute, 5 for `meeting-sheet`"
        in found
    )
    assert "hint: write `minutes: 10`, use less, or mark what is used only in part with `in_part: true`" in found
    assert station(10, "[slow-down, meeting-sheet]", practice=long) == ""
    slow = SITE.model_copy(update={"checks": {"times-do-not-add-up": Written.of({"words_a_minute": "100"})}})
    found = station(6, "[slow-down, meeting-sheet]", practice=long, site=slow)
    assert "takes 16 minutes, not 6: 11 to read at 100 words a minute, 5 for `meeting-sheet`" in found
    assert station(None, "[slow-down, meeting-sheet]", practice=long) == ""


def test_what_is_used_in_part_or_read_before_takes_no_time() -> None:
    long = f"why: {'word ' * 1000}\n"
    assert station(6, "[slow-down, {to: meeting-sheet, in_part: true}]", practice=long) == ""
    assert station(5, "[slow-down, meeting-sheet]", more="read_before: true\n", practice=long) == ""


def test_what_does_not_exist_is_left_to_others() -> None:
    assert station(1, "[nowhere]") == ""


PLAY = "content/role-plays/late-question.yml"
PLAN = "content/session-plans/half-an-hour.yml"


def test_the_rounds_of_a_role_play_and_its_debrief_add_up_to_it() -> None:
    found = report_of(times_do_not_add_up.RULE, {PLAY: "debrief_minutes: 12\n"})
    assert "the rounds and the debrief add up to 17 minutes, not to 15" in found


def test_the_blocks_of_a_session_add_up_to_it() -> None:
    found = report_of(times_do_not_add_up.RULE, {PLAN: "minutes: 45\n"})
    assert "the blocks add up to 30 minutes, not to 45" in found
    assert "hint: write `minutes: 30`, or correct the blocks" in found


def block(uses: str, minutes: int = 4) -> str:
    text = f"""\
minutes: {minutes + 10}
blocks:
  - id: write
    title: Write
    minutes: {minutes}
    do: Write.
    uses: {uses}
  - id: talk
    title: Talk
    minutes: 10
    do: Talk.
"""
    return report_of(times_do_not_add_up.RULE, {PLAN: text})


def test_a_block_has_the_time_of_the_session_that_its_sheet_takes() -> None:
    assert "what is read and done here takes 15 minutes, not 4: 15 for `meeting-sheet`" in block("[meeting-sheet]")
    assert "takes 30 minutes, not 4: 15 for `meeting-sheet`, 15 for `late-question`" in block(
        "[meeting-sheet, late-question]"
    )
    assert block("[meeting-sheet]", 15) == ""
    assert block("[{to: meeting-sheet, in_part: true}]") == ""


def test_what_is_told_in_a_block_takes_the_time_that_the_facilitator_gives_it() -> None:
    assert block("[slow-down, nowhere]", 1) == ""
