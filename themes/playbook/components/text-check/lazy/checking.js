// What stands in a text: words of lists, questions and statements, words for the writer and the reader. Pure. One pass
// over the words of the text, with at most as many steps at each as the longest phrase has words.

/** @typedef {{ start: number, end: number }} Place From which character of the text to before which, in UTF-16 units. */
/** @typedef {Place & { word: string }} Token A word of the text, in the form in which words are compared. */
/** @typedef {{ phrase: number | null, next: Map<string, Node> }} Node A place in the tree of phrases, and the phrase that ends there. */

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const APART = /[.!?;:…。！？؟]/u; // what stands between words that belong to no one phrase
const WIDEST = 4; // characters between two words of a phrase
const MARKS = /[.!?…。！？؟]+["'”’»)\]]*|\n\s*\n/gu;
const ENDS_ANYWHERE = /[。！？]/u; // scripts without spaces
const ASKS = /[?？؟]/u;

/**
 * The words of a text.
 * @param {string} text
 * @returns {Token[]}
 */
const tokens = (text) =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word: word.normalize("NFKC").toLowerCase(),
    start: index,
    end: index + word.length,
  }));

/**
 * The tree of phrases: each by its number, in all of its forms.
 * @param {string[][]} phrases
 */
function treeOf(phrases) {
  /** @type {Node} */
  const root = { phrase: null, next: new Map() };
  phrases.forEach((forms, phrase) => {
    for (const form of forms) {
      let node = root;
      for (const { word } of tokens(form)) {
        const next = node.next.get(word) ?? { phrase: null, next: new Map() };
        node.next.set(word, next);
        node = next;
      }
      if (node !== root) node.phrase ??= phrase; // listed twice: the first list counts
    }
  });
  return root;
}

/**
 * Whether two words may belong to one phrase, by what stands between them.
 * @param {string} text
 * @param {Token} one
 * @param {Token} other
 */
const areTogether = (text, { end }, { start }) => start - end <= WIDEST && !APART.test(text.slice(end, start));

/**
 * Where each phrase stands. Of phrases that begin at one word, the longest counts.
 * @param {string} text
 * @param {string[][]} phrases the forms of each
 * @returns {Map<number, Place[]>} by the number of the phrase, in the order of the text
 */
export function phrasesIn(text, phrases) {
  const [words, root] = [tokens(text), treeOf(phrases)];
  /** @type {Map<number, Place[]>} */
  const found = new Map();
  for (let at = 0; at < words.length; ) {
    const longest = longestAt(text, words, at, root);
    if (longest) {
      const places = found.get(longest.phrase) ?? [];
      places.push(longest.place);
      found.set(longest.phrase, places);
    }
    at = longest ? longest.next : at + 1;
  }
  return found;
}

/**
 * @param {string} text
 * @param {Token[]} words
 * @param {number} first
 * @param {Node} root
 */
function longestAt(text, words, first, root) {
  let longest = null;
  let node = root.next.get(words[first].word);
  for (let at = first; node; at += 1) {
    if (node.phrase !== null) {
      longest = { phrase: node.phrase, next: at + 1, place: { start: words[first].start, end: words[at].end } };
    }
    const [here, after] = [words[at], words[at + 1]];
    node = after && areTogether(text, here, after) ? node.next.get(after.word) : undefined;
  }
  return longest;
}

/**
 * How many sentences of a text ask, and how many state. A sentence ends with its mark, or with an empty line.
 * @param {string} text
 */
export function sentencesIn(text) {
  const count = { questions: 0, statements: 0 };
  let start = 0;
  const ends = [...text.matchAll(MARKS)].map(({ 0: mark, index }) => ({ mark, at: index, after: index + mark.length }));
  for (const { mark, at, after } of [...ends, { mark: "", at: text.length, after: text.length }]) {
    const isEnd = after === text.length || /\s/.test(mark + text[after]) || ENDS_ANYWHERE.test(mark);
    if (!isEnd) continue; // as in 3.5 or example.org
    if (/[\p{L}\p{N}]/u.test(text.slice(start, at))) count[ASKS.test(mark) ? "questions" : "statements"] += 1;
    start = after;
  }
  return count;
}

/**
 * How often words for the writer and words for the reader stand in a text.
 * @param {string} text
 * @param {string[]} writer
 * @param {string[]} reader
 */
export function personsIn(text, writer, reader) {
  const found = phrasesIn(text, [writer, reader]);
  return { writer: found.get(0)?.length ?? 0, reader: found.get(1)?.length ?? 0 };
}
