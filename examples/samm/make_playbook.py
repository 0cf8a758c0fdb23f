"""Make a playbook of a maturity model that is kept in the form of OWASP SAMM core.

    python examples/samm/make_playbook.py MODEL FOLDER

MODEL is the folder with `business_functions`, `security_practices`, `streams`, `activities`, `questions` and the other
parts of the model, or the one that contains it as `model`. FOLDER is where the playbook is written. The texts are those
of the model; none of it is kept here.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import yaml

CHECK = "maturity-check"
"""The id of the self-check."""
CONFIG = Path(__file__).with_name("site_config.yml")
INTRO = """\
Answer for what is done today, not for what is planned. The list below a question says what has to be true for any
answer but the first. Page by page, a security practice at a time; you may stop and go on later."""
AFTERWARDS = """\
Take the two security practices that matter most for what you build, and the next level of each. Ask again in half a
year."""
PARTS = ("business_functions", "security_practices", "streams", "maturity_levels", "practice_levels", "activities")
ASKED = ("questions", "answer_sets")
Part: TypeAlias = Mapping[str, Any]
"""A file of the model. All its plain values are text; `file` is the name of the file without its ending."""
Entry: TypeAlias = Mapping[str, Any]
Content: TypeAlias = Mapping[str, Any]
"""The files of a playbook: what each holds, by its path."""


class Model:
    """The parts of a model by their ids, in the order of their files."""

    def __init__(self, folder: Path) -> None:
        # The parts lie in `model/` of the repository in which the model is kept.
        folder = folder / "model" if (folder / "model").is_dir() else folder
        for name in (*PARTS, *ASKED):
            if not (folder / name).is_dir():
                raise SystemExit(f"{folder} is no model: there is no folder `{name}` in it")
        self.parts = {name: _read(folder / name) for name in (*PARTS, *ASKED)}

    def all(self, name: str) -> Sequence[Part]:
        """The parts of one sort."""
        return tuple(self.parts[name].values())

    def of(self, name: str, part_id: str) -> Part:
        """One part, by its id."""
        return self.parts[name][part_id]


def _read(folder: Path) -> Mapping[str, Part]:
    found: dict[str, Part] = {}
    for path in sorted(folder.glob("*.yml")):
        data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # so that `No` is an answer
        found[data["id"]] = {**data, "file": path.stem}
    return found


def playbook(model: Model) -> Content:
    """The content of the playbook."""
    return {
        "sources.yml": {"model": _source()},
        "functions.yml": dict(_functions(model)),
        "security-practices.yml": dict(_practices(model)),
        "streams.yml": dict(_streams(model)),
        "maturity-levels.yml": dict(_levels(model)),
        "activities.yml": dict(_activities(model)),
        "scales.yml": dict(_scales(model)),
        "assessments.yml": {CHECK: _check(model)},
    }


def _source() -> Entry:
    return {
        "title": "The maturity model",
        "summary": "The model that this playbook was made of, with its functions, practices, activities and questions.",
        "keywords": ["OWASP SAMM core", "licence", "attribution"],
        "author": "not stated here",
        "work": "A maturity model in the form of OWASP SAMM core",
        "year": "not stated here",
        "describes": "The texts of the functions, practices, streams, activities and questions are those of the model.",
        "gives": [
            "The business functions, security practices, streams, levels and activities.",
            "The questions and answers.",
        ],
        "missing": ["What has not been written yet in the model, such as its metrics."],
    }


def _entry(title: str, summary: str, where: str, **fields: object) -> Entry:
    """An entry of the model, with the place in it that it comes from. Fields without a value are left out."""
    common = {"title": title, "summary": _short(summary), "sources": [{"source": "model", "where": where}]}
    return {**common, **{name: value for name, value in fields.items() if value not in ("", [], None)}}


def _functions(model: Model) -> Iterator[tuple[str, Entry]]:
    for part in model.all("business_functions"):
        text = _prose(part["description"])
        yield _id(part["name"]), _entry(part["name"], _first(text), part["name"], order=part["order"], description=text)


def _practices(model: Model) -> Iterator[tuple[str, Entry]]:
    for part in model.all("security_practices"):
        levels = [level for level in model.all("practice_levels") if level["practice"] == part["id"]]
        aims = {model.of("maturity_levels", level["maturityLevel"])["number"]: level["objective"] for level in levels}
        yield (
            _id(part["name"]),
            _entry(
                part["name"],
                part["shortDescription"],
                part["file"],
                function=_id(model.of("business_functions", part["function"])["name"]),
                order=part["order"],
                code=part["shortName"],
                description=_prose(part["longDescription"]),
                aims=[f"Level {number}: {_line(aim)}" for number, aim in sorted(aims.items())],
            ),
        )


def _streams(model: Model) -> Iterator[tuple[str, Entry]]:
    for part in model.all("streams"):
        practice = model.of("security_practices", part["practice"])
        text = _prose(part["description"])
        about = f"Stream {part['letter']} of {practice['name']}: what each level adds, one activity after another."
        yield (
            part["file"].lower(),
            _entry(
                part["name"],
                about,
                part["file"],
                practice=_id(practice["name"]),
                order=part["order"],
                description=text,
            ),
        )


def _levels(model: Model) -> Iterator[tuple[str, Entry]]:
    for part in model.all("maturity_levels"):
        number, text = part["number"], _prose(part["description"])
        title = f"Level {number}"
        others = [part["number"] for part in model.all("maturity_levels") if part["number"] != number]
        links = {
            "use": [{"to": CHECK, "why": f"See which security practices have come to level {number}."}],
            "next": [
                {"to": _id(f"Level {other}"), "why": f"See what changes between level {number} and level {other}."}
                for other in others
            ],
        }
        yield _id(title), _entry(title, _first(text), title, order=number, description=text, links=links)


def _activities(model: Model) -> Iterator[tuple[str, Entry]]:
    names = {part["id"]: part["file"].lower() for part in model.all("activities")}
    criteria = {part["activity"]: part["quality"] for part in model.all("questions")}
    for part in model.all("activities"):
        stream = model.of("streams", part["stream"])
        level = model.of("maturity_levels", model.of("practice_levels", part["level"])["maturityLevel"])
        yield (
            names[part["id"]],
            _entry(
                part["title"],
                part["shortDescription"],
                part["file"],
                keywords=[part["file"]],
                practice=_id(model.of("security_practices", stream["practice"])["name"]),
                stream=stream["file"].lower(),
                level=_id(f"Level {level['number']}"),
                order=f"{level['number']}{stream['order']}",
                benefit=_line(part["benefit"]),
                description=_prose(part["longDescription"]),
                criteria=[_line(one) for one in criteria.get(part["id"], ())],
                builds_on=[names[one] for one in part.get("relatedActivities") or () if one in names],
                references=re.findall(r"^\s*- (\[.*\]\(.*\))\s*$", part.get("notes") or "", re.MULTILINE),
            ),
        )


def _scales(model: Model) -> Iterator[tuple[str, Entry]]:
    for part in model.all("answer_sets"):
        options = [{"value": _number(one["value"]), "label": _line(one["text"])} for one in part["values"]]
        yield f"answers-{part['file'].lower()}", {"options": options}


def _check(model: Model) -> Entry:
    items = list(_items(model))
    functions = [_id(one["name"]) for one in _ordered(model.all("business_functions"))]
    return {
        "title": "How mature are we?",
        "summary": f"{len(items)} questions, a score for each security practice and business function.",
        "origin": "assembled",
        "sources": [{"source": "model", "where": "all questions"}],
        "group": "work",
        "edition": 1,
        "minutes": max(1, len(items) * 2 // 3),
        "subject": "your organisation",
        "intro": _line(INTRO),
        "scale": items[0]["scale"],
        "per_page": max(Counter(item["dimension"] for item in items).values()),
        "items": items,
        "dimensions": list(_dimensions(model)),
        "total": {"method": "mean", "of": functions, "decimals": 2},
        "afterwards": _line(AFTERWARDS),
        "basis": {
            "items": "source",
            "scale": "source",
            "scoring": {"of": "source", "note": "Each answer counts half, so a security practice goes from 0 to 3."},
            "bands": {"of": "own", "note": "There are none: the scores speak for themselves."},
        },
    }


def _items(model: Model) -> Iterator[Entry]:
    """The questions by business function, security practice, level and stream."""
    asked = {part["activity"]: part for part in model.all("questions")}
    for function in _ordered(model.all("business_functions")):
        for practice in _ordered(model.all("security_practices"), function=function["id"]):
            streams = {part["id"] for part in _ordered(model.all("streams"), practice=practice["id"])}
            for activity in model.all("activities"):  # in the order of their files: by level, then by stream
                question = asked.get(activity["id"])
                if question and activity["stream"] in streams:
                    name = activity["file"].lower()
                    yield {
                        "id": name,
                        "text": _line(question["text"]),
                        "criteria": [_line(one) for one in question["quality"]],
                        "scale": f"answers-{model.of('answer_sets', question['answerSet'])['file'].lower()}",
                        "dimension": _id(practice["name"]),
                        "weight": 0.5,
                        "about": name,
                        "recommends": [{"to": name, "why": _line(activity["benefit"])}],
                    }


def _dimensions(model: Model) -> Iterator[Entry]:
    for function in _ordered(model.all("business_functions")):
        practices = _ordered(model.all("security_practices"), function=function["id"])
        names = [_id(practice["name"]) for practice in practices]
        yield {"id": _id(function["name"]), "title": function["name"], "method": "mean", "of": names, "decimals": 2}
        for name, practice in zip(names, practices, strict=True):
            yield {"id": name, "title": practice["name"], "method": "weighted", "decimals": 2}


def _ordered(parts: Sequence[Part], **having: str) -> Sequence[Part]:
    """The parts that have these values, by their `order`."""
    found = (part for part in parts if all(part[name] == value for name, value in having.items()))
    return sorted(found, key=lambda part: int(part["order"]))


def _id(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _number(text: str) -> float | int:
    return int(text) if text.isdigit() else float(text)


def _line(text: str) -> str:
    return " ".join(text.split())


def _first(text: str) -> str:
    """The first sentence of a text."""
    return re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0]


def _short(text: str, most: int = 160) -> str:
    """A text as a summary: on one line, cut at a word where it is too long."""
    line = _line(text)
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _prose(text: str) -> str:
    """A text with an empty line before each list and without spaces at the ends of lines."""
    lines: list[str] = []
    for line in map(str.rstrip, text.strip().split("\n")):
        is_item, after_item = (bool(re.match(r"\s*[*-] ", one)) for one in (line, lines[-1] if lines else ""))
        if is_item and lines and lines[-1] and not after_item:
            lines.append("")
        lines.append(line)
    return "\n".join(lines)


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as they are read."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, "|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def written(data: object) -> str:
    """Data as a file of the playbook."""
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)


def main(model: Path, folder: Path) -> None:
    """Write the playbook of a model into a folder."""
    content = playbook(Model(model))
    (folder / "content").mkdir(parents=True, exist_ok=True)
    (folder / "site_config.yml").write_text(CONFIG.read_text(encoding="utf-8"), encoding="utf-8")
    for name, data in content.items():
        (folder / "content" / name).write_text(written(data), encoding="utf-8")
    print(f"{sum(map(len, content.values()))} entries and scales in {folder}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
