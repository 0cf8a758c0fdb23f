"""A worksheet with every type of block that can be filled in."""

BLOCKS = """\
blocks:
  - {type: lines, id: question, label: My question, lines: 2}
  - {type: blanks, id: who, label: Who, blanks: [{id: name, label: Name}]}
  - type: table
    id: parts
    label: Parts
    rows: [{id: close, head: The close}]
    empty: 1
    columns:
      - {id: part, title: Part}
      - {id: leads, title: Who leads}
      - {id: sure, title: Sure, tick: true}
      - {id: when, title: When, choices: [before, after]}
  - {type: table, id: said, label: Said, entries: [price-based], columns: [{id: sign, title: Sign}, {id: words, title: Words}]}
  - type: ticks
    id: one
    label: One of these
    one: true
    options: [{id: first, text: First}, {id: until, text: Until, blank: true}]
  - {type: ticks, id: items, label: Done, items_of: meeting-checklist}
  - {type: canvas, id: map, label: Map, boxes: [{id: left, label: Left}]}
  - {type: two-columns, id: sides, label: Sides, left: {id: us, label: Us}, right: {id: them, label: Them}, lines: 1}
  - {type: scale, id: trust, label: Trust, lowest: 1, highest: 5, lowest_is: none, highest_is: full, ratings: [{id: now, text: Now}]}
  - {type: text, id: read, label: Read, text: Something.}
  - {type: bingo, id: card, label: Card, letters: AB, squares: [{id: s1, text: One}, {id: s2, text: Two}, {id: s3, text: Three}, {id: s4, text: Four}, {id: s5, text: Five}]}
"""
