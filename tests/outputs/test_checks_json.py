"""What scripts are given of self-checks: a file for each, which belongs to no page."""

import json
import re

from generator.kinds.assessment import Assessment
from tests.playbooks import REAL_PLAYBOOK, reading, site


def test_each_check_has_a_file_and_its_advice_leads_to_pages_of_the_site() -> None:
    found = site(REAL_PLAYBOOK)
    addresses = {page.url for page in found.pages}
    files = {
        name[1]: json.loads(file.content)
        for file in found.artifacts
        if (name := re.fullmatch(r"assets/data/check\.(.*)\.json", file.path))
    }
    assert files.keys() == {located.id for located in reading(REAL_PLAYBOOK).graph.of_kind("assessment")}
    for check, data in files.items():
        entry = reading(REAL_PLAYBOOK).graph.entries[check].entry
        assert isinstance(entry, Assessment)
        assert (data["id"], data["edition"]) == (check, entry.edition)
        targets = data["texts"]["targets"].values()
        assert targets
        assert {target["url"] for target in targets} <= addresses
        assert not [
            text for text in (str(data["texts"]["items"]), str(data["texts"]["whys"])) if "<" in text or "&amp;" in text
        ]
