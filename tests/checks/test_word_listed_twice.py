from generator.checks import avoided_word, word_listed_twice
from tests.checks.small_playbook import SITE, report_of

CHANGES = {
    "content/text-checks/before-sending.yml": """\
lists:
  - id: hollow
    title: Words that say nothing
    why: They fill a sentence.
    see: slow-down
    words:
      - {find: [brand-new, Brand New], instead: new}
      - {find: ["--"], instead: a word}
      - {find: [touch-base], instead: talk}
persons:
  writer: [we]
  reader: [you, We]
  meaning: Say more about them.
""",
}


def test_words_are_compared_as_a_text_check_compares_them() -> None:
    site = SITE.model_copy(update={"avoided_words": {"touch base": "talk"}})
    lines = report_of(word_listed_twice.RULE, CHANGES, site).splitlines()
    assert [line for line in lines if line.startswith("content/")] == [
        "content/text-checks/before-sending.yml:7:28: error[word-listed-twice]: `Brand New` is listed twice",
        "content/text-checks/before-sending.yml:8:17: error[word-listed-twice]: `--` has no letters or digits, so it is never found",
        "content/text-checks/before-sending.yml:9:17: error[word-listed-twice]: `touch-base` is listed in "
        "`site_config.yml`, too, under `avoided_words`",
        "content/text-checks/before-sending.yml:12:17: error[word-listed-twice]: `We` is listed twice",
    ]


def test_the_faultless_entries_have_none() -> None:
    assert report_of(word_listed_twice.RULE) == ""


def test_what_a_text_check_looks_for_may_be_said_there() -> None:
    site = SITE.model_copy(update={"avoided_words": {"brand-new": "new", "amazing": "new", "bicycle": "bike"}})
    changes = {"content/text-checks/before-sending.yml": "example: A brand-new bicycle.\npurpose: For a bicycle.\n"}
    report = report_of(avoided_word.RULE, changes, site)
    assert report.count("before-sending.yml") == report.count("before-sending.yml:2:") == 1
