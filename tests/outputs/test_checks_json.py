"""What scripts are given of self-checks: a file for each, which belongs to no page."""

import json

from generator.kinds.assessment import Assessment
from tests.hashed_names import without_hashes
from tests.playbooks import REAL_PLAYBOOK, built, reading


def test_each_check_has_a_file_and_its_advice_leads_to_pages_of_the_site() -> None:
    found, folder = built(REAL_PLAYBOOK)
    addresses = {page.url for page in found.pages}
    files = {
        without_hashes(file.name).removeprefix("check.").removesuffix(".json"): json.loads(file.read_bytes())
        for file in (folder / "assets/data").glob("check.*.json")
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
