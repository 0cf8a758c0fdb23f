"""JavaScript functions that tests run with the theme's modules, in Node.js and in Chromium. `load` gives a module."""

from __future__ import annotations

EVALUATE = """async (load, cases) => {
  const { evaluate } = await load("formula/formula.js");
  const bits = (value) => value === null ? null
    : [...new Uint8Array(new Float64Array([value]).buffer)].map((b) => b.toString(16).padStart(2, "0")).join("");
  return cases.map(([tree, values]) => bits(evaluate(tree, new Map(Object.entries(values)))));
}"""
"""The bits of the values of formulas."""

SCORE = """async (load, cases) => {
  const { score } = await load("assessment-scoring/lazy/assessment-scoring.js");
  return cases.map(([questionnaire, answers]) => {
    const result = score(questionnaire, new Map(Object.entries(answers)));
    return { ...result, scores: Object.fromEntries(result.scores) };
  });
}"""
"""What answers to questionnaires come to."""

WORK_OUT = """async (load, [program, cases]) => {
  const { work, resultIn, cells, band } = await load("calculator/lazy/reckoning.js");
  const { numeral } = await load("calculator/lazy/numerals.js");
  const shown = (output, value) => [value, numeral(value, output.decimals, output.sign), band(output, value)];
  return cases.map((one) => {
    const given = new Map(Object.entries(one));
    const values = work(program, given);
    const outputs = (from) => program.outputs.map((output) => shown(output, from.get(output.name)));
    const tables = program.tables.map((table) => cells(program, given, table));
    return [outputs(values), outputs(resultIn(program, values)), tables];
  });
}"""
"""The values of a calculator for many numbers, those that it shows as its result, and its tables."""

DRAW_CARDS = """async (load, [ids, centre, seeds]) => {
  const { card } = await load("bingo/lazy/bingo-cards.js");
  return seeds.map((seed) => card(ids, centre, 5, seed));
}"""
"""The bingo cards of many seeds."""

THERE_AND_BACK = """async (load, batch) => {
  const { toLink, fromLink } = await load("share-link/share-link.js");
  return batch.map((one) => {
    const link = toLink({ ...one, answers: new Map(Object.entries(one.answers)) });
    const back = fromLink(link);
    return [link, { ...back, answers: Object.fromEntries(back.answers) }];
  });
}"""
"""Links that carry answers, and the answers that they carry."""

OPEN = """async (load, links) => {
  const { fromLink } = await load("share-link/share-link.js");
  const { LinkFault } = await load("share-link/packed.js");
  const before = Object.getOwnPropertyNames(Object.prototype).length;
  const found = links.map((link) => {
    try {
      const { answers, ...rest } = fromLink(link);
      return { ...rest, answers: Object.fromEntries(answers) };
    } catch (fault) {
      if (!(fault instanceof LinkFault)) throw fault;
      return fault.reason;
    }
  });
  if (Object.getOwnPropertyNames(Object.prototype).length !== before) throw new Error("every object gained a field");
  return found;
}"""
"""The answers that links carry, or why they cannot be opened."""

PLAY = """async (load, [lines, you, steps]) => {
  const { started, next, back, reveal, isLast, isYourTurn } = await load("dialogue/lazy/playing.js");
  const acts = { next: (playing) => next(playing, lines), back, reveal };
  let playing = started(you);
  return steps.map((step) => {
    playing = acts[step](playing);
    return [playing.at, isYourTurn(playing, lines), isLast(playing, lines)];
  });
}"""
"""How far a dialogue is played after each step: the line, whether it is still to be said, whether it is the last."""

SESSIONS_SCHEDULED = """async (load, sessions) => {
  const { schedule } = await load("session/lazy/schedule.js");
  return sessions.map((session) => schedule(session));
}"""
"""The schedules of sessions."""

SESSIONS_COMPILED = """async (load, [data, choices]) => {
  const { compiled, libraryOf } = await load("session/lazy/compiled.js");
  const library = libraryOf(data);
  return choices.map((choice) => {
    const { session, missing } = compiled(choice, library);
    return { session, missing };
  });
}"""
"""The sessions of choices, and what the playbook does not have of them."""

SESSION_LINKS = """async (load, [choices, links]) => {
  const { toLink, fromLink } = await load("session/lazy/session-link.js");
  const { LinkFault } = await load("share-link/packed.js");
  const read = (link) => {
    try {
      return fromLink(link);
    } catch (fault) {
      if (!(fault instanceof LinkFault)) throw fault;
      return fault.reason;
    }
  };
  return { written: choices.map(toLink), read: links.map(read) };
}"""
"""Links that carry choices, and the choices that links carry, or why they cannot be opened."""
