// What somebody chose to print, as it stands in the address, and how often each sheet is needed. Pure.

export const MOST_PEOPLE = 60;
const MOST_SEED = 99_999;
const PAPERS = ["a4", "letter"];
const SHARED_BY = { person: 1, pair: 2, trio: 3, table: 6 };

const whole = (text, most, otherwise) => (/^[1-9]\d{0,4}$/.test(text ?? "") && Number(text) <= most ? Number(text) : otherwise);

/** The choice that `#paper=a4&people=12&sheets=bingo,plan` stands for, or the same with `?`. Unknown sheets are left out. */
export function choiceIn(fragment, known) {
  const found = new URLSearchParams(fragment.slice(0, 4000).replace(/^[#?]/, ""));
  const sheets = (found.get("sheets") ?? "").split(",").filter((id) => known.has(id));
  return {
    paper: PAPERS.includes(found.get("paper")) ? found.get("paper") : "a4",
    people: whole(found.get("people"), MOST_PEOPLE, 12),
    seed: whole(found.get("seed"), MOST_SEED, 1),
    notes: found.get("notes") === "yes",
    sheets: [...new Set(sheets)],
  };
}

/** The fragment for a choice. */
export function fragmentOf({ paper, people, seed, notes, sheets }) {
  const seeded = seed === 1 ? "" : `&seed=${seed}`;
  return `#paper=${paper}&people=${people}${seeded}${notes ? "&notes=yes" : ""}&sheets=${sheets.join(",")}`;
}

/** How many sheets so many people need. Draws level with Copies.for_people of generator/kinds/worksheet.py. */
export function copiesFor(people, each, number) {
  return number * Math.ceil(people / (SHARED_BY[each] ?? people));
}

/** `list` with the item at `place` one place earlier. */
export function earlier(list, place) {
  if (place < 1) return list;
  return [...list.slice(0, place - 1), list[place], list[place - 1], ...list.slice(place + 1)];
}
