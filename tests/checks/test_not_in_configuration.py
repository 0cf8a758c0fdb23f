from generator.checks import not_in_configuration
from generator.config.settings import Owner, Status
from tests.checks.small_playbook import SITE, report_of

KNOWING = SITE.model_copy(
    update={"owners": {"sales": Owner(name="The sales team")}, "statuses": {"tried": Status(label="Tried")}}
)


def test_owners_and_statuses_that_the_configuration_lacks_are_errors() -> None:
    changes = {"content/practices/slow-down.yml": "owner: seles\nstatus: checked\n"}
    assert (
        report_of(not_in_configuration.RULE, changes, KNOWING)
        == """\
content/practices/slow-down.yml:1:8: error[not-in-configuration]: the configuration has no owner `seles`
   1 | owner: seles
     |        ^^^^^
   hint: did you mean `sales`?

content/practices/slow-down.yml:2:9: error[not-in-configuration]: the configuration has no status `checked`
   2 | status: checked
     |         ^^^^^^^
   hint: known: `tried`; add it there: `statuses:`, and below it, indented by two spaces, `checked: {label: checked}`
"""
    )


def test_what_the_configuration_calls_them_leads_to_their_names() -> None:
    changes = {"content/practices/slow-down.yml": "owner: The sales team\nstatus: tried and true\n"}
    called = KNOWING.model_copy(update={"statuses": {"tried": Status(label="Tried and true")}})
    assert (
        report_of(not_in_configuration.RULE, changes, called)
        == """\
content/practices/slow-down.yml:1:8: error[not-in-configuration]: the configuration has no owner `The sales team`
   1 | owner: The sales team
     |        ^^^^^^^^^^^^^^
   hint: that is what `sales` is called: write `sales`

content/practices/slow-down.yml:2:9: error[not-in-configuration]: the configuration has no status `tried and true`
   2 | status: tried and true
     |         ^^^^^^^^^^^^^^
   hint: that is what `tried` is called: write `tried`
"""
    )


def test_sites_that_the_configuration_lacks_are_errors() -> None:
    changes = {"content/practices/slow-down.yml": "only_in: [partners]\nhidden_from: [public]\n"}
    said = report_of(not_in_configuration.RULE, changes)
    assert "slow-down.yml:1:11: error[not-in-configuration]: the configuration has no site `partners`" in said
    assert "slow-down.yml:2:15: error[not-in-configuration]: the configuration has no site `public`" in said


def test_a_configuration_without_owners_has_none_to_suggest() -> None:
    changes = {"content/practices/slow-down.yml": "owner: sales\n"}
    assert "hint: add it there: `owners:`, and below it, indented by two spaces, `sales: {name: sales}`" in report_of(
        not_in_configuration.RULE, changes
    )


def test_what_the_configuration_has_is_right_and_so_is_nothing() -> None:
    changes = {"content/practices/slow-down.yml": "owner: sales\nstatus: tried\n"}
    assert report_of(not_in_configuration.RULE, changes, KNOWING) == report_of(not_in_configuration.RULE) == ""
