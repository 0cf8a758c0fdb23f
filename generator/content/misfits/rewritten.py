"""Values of the wrong form, written as they should be: the ends of hints."""

from __future__ import annotations

import datetime
import re

from pydantic import BaseModel, ValidationError

from generator.content.misfits.misfit import Misfit
from generator.diagnostics.suggest import shortened
from generator.model.slug import slug
from generator.model.values import NAME_PATTERN

LONGEST = 60
"""The maximum number of characters of a value that a hint writes out."""


def in_digits_only(value: object, otherwise: str, *, with_point: bool = False) -> str:
    """How to write a number with a unit, a comma or spaces in it; `otherwise` if that is not certain."""
    found = re.fullmatch(r"(-?\d{1,9}(?:[ ,.'\u2019\u00a0\u202f]\d+)*)\s*[^\W\d_]*[.%€£$]?", str(value).strip())
    if not found:
        return otherwise
    written, thousands = found[1], re.sub(r"[ ,.'\u2019\u00a0\u202f](?=\d{3}(?!\d))", "", found[1])
    decimals = re.fullmatch(r"(-?\d+)[,.](\d+)", written)
    ways = [thousands] if thousands.lstrip("-").isdigit() else []
    if with_point and decimals:
        ways.append(f"{decimals[1]}.{decimals[2]}")
    return "write " + " or ".join(f"`{way}`" for way in ways) if ways else otherwise


def one_of_two(value: object, *, whole: bool = True) -> str | None:
    """The number in a list or before a comma, or the two of which one is to be written: the ends of a range, or the
    whole ones beside a fraction.
    """
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
        if isinstance(value, str) and value.isdecimal():
            return f"write `{value}` without brackets"
    if found := re.fullmatch(r"(-?\d{1,9})[,;.]", str(value).strip()):
        return f"write `{found[1]}`"
    if found := re.fullmatch(r"(\d{1,9}) ?(?:-|–|to) ?(\d{1,9})", str(value).strip()):
        return f"write one number: `{found[1]}` or `{found[2]}`"
    if whole and (found := re.fullmatch(r"(\d{1,8})[.,]\d{1,2}", str(value).strip())):
        return f"write `{found[1]}` or `{int(found[1]) + 1}`"
    return None


def in_order_of_time(value: str) -> str | None:
    """The day as year, month and day, if the value says with certainty which one is meant."""
    found = _DAY.fullmatch(value)
    if not found:
        return None
    first, second, third = (int(found[number]) for number in (1, 3, 4))
    if first > MOST_DAYS:
        orders = [(first, second, third)]
    elif third <= MOST_DAYS:
        return None
    else:
        orders = [(third, second, first)]
        if found[2] != ".":  # with other signs than points, some countries write the month first
            orders.append((third, first, second))
    days = {day for order in orders if (day := _day(*order))}
    return days.pop() if len(days) == 1 else None


_DAY = re.compile(r"(\d{1,4})([-./]) ?(\d{1,2})\2 ?(\d{1,4})")

MOST_DAYS = 31
"""A number above that is a year."""


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def as_list(value: object, *, of_links: bool = False) -> str:
    """How to write a list: in brackets if commas are in the text that stands there, else with hyphens."""
    items = (
        [item.strip() for item in re.split(r"[,;/|=]", value)] if isinstance(value, str) and "\n" not in value else []
    )
    below = "start each item on its own line with `- `"
    written = f"[{', '.join(items)}]"
    if len(items) == 1 and " " in items[0] and of_links:
        return "start each item on its own line with `- to:` and the id of an entry"
    if not items or not all(re.fullmatch(r"[\w-][\w '\u2019-]*", item) for item in items) or len(written) > LONGEST:
        return below
    return f"write `{written}`" + (f", or {below}" if len(items) > 1 else "")


def as_one_text(misfit: Misfit) -> str | None:
    """How to write a list of texts where one text belongs, or a list that is an item by itself."""
    value = misfit.value
    if not isinstance(value, list) or not value or not all(isinstance(one, str) and one for one in value):
        return None
    if isinstance(misfit.loc[-1], int):
        return f"one `- ` is too many: write `- {shortened(value[0], LONGEST)}`"
    before = misfit.document.text.split("\n")[misfit.document.span(misfit.route).line - 1].lstrip()
    joined = (" " if before.startswith("- ") else ", ").join(value)
    if len(joined) > LONGEST or ": " in joined:
        return f"write one text without hyphens and brackets, below `{misfit.loc[-1]}: >-`"
    return f"write one text: `{misfit.loc[-1]}: {joined}`"


def last_of_path(value: str) -> str:
    """The last part of an address or path, without the ending of a file."""
    if "/" not in value:
        return value
    last = value.strip("/ ").rpartition("/")[2]
    return re.sub(r"\.(ya?ml|html?|md)$", "", last) or value


def without_brackets(value: object) -> str | None:
    """How to write a text that stands alone in brackets, such as an id in two pairs of them."""
    if not isinstance(value, list):
        return None
    while isinstance(value, list) and len(value) == 1:
        value = value[0]
    is_word = isinstance(value, str) and re.fullmatch(r"[\w-]{1,64}", value)
    return f"write `{value}` without these brackets" if is_word else None


def quoted(misfit: Misfit) -> str | None:
    """How to write a text that YAML takes for a field, because a colon and a space are in it; None for other values."""
    value = misfit.value
    if not isinstance(value, dict) or len(value) != 1:
        return None
    ((name, rest),) = value.items()
    return quoted_text(str(name), rest) if isinstance(rest, str) else None


def quoted_text(name: str, rest: str) -> str:
    """How to write the text whose beginning, up to a colon, is taken for the name of a field."""
    text, less = f"{name}: {rest}".strip(), ""
    if re.fullmatch(r"[a-z_]+", name):
        less = f"; or leave out `{name}:`"  # it may be the name of a field that the list does not have
    if '"' in text or "\\" in text:
        return f"the colon makes a field of it: put the text in single quotes, or on the line below `>-`{less}"
    return f'the colon makes a field of it: put the text in quotes, `"{shortened(text, LONGEST)}"`{less}'


def as_taken(misfit: Misfit) -> str | None:
    """The value as the field takes it: an address with `https://` before it or a slash after it, an address of email
    without signs around it, a language with a hyphen, a name with underscores.
    """
    value, field = str(misfit.value), str(misfit.loc[-1])
    if field not in misfit.owner.model_fields or len(value) > LONGEST:
        return None
    begun = value if re.match(r"https?://", value) else "https://" + re.sub(r"^(?:https?:)?/*", "", value)
    mailbox = re.sub(r"^mailto:|[<>]", "", re.sub(r" ?[(\[]at[)\]] ?| at ", "@", value)).strip()
    as_name = slug(value).replace("-", "_") if misfit.context.get("pattern") == NAME_PATTERN else ""
    addresses = (begun, f"{begun}/") if " " not in value else ()
    ways = (*addresses, mailbox, value.replace("_", "-"), as_name)
    return next((way for way in ways if way and way != value and takes(misfit.owner, field, way)), None)


def takes(model: type[BaseModel], field: str, value: str) -> bool:
    """Whether a field of the model can have this value."""
    try:
        model.model_validate({field: value})
    except ValidationError as error:
        return all(problem["loc"][:1] != (field,) for problem in error.errors(include_url=False))
    return True
