// Words: how text is cut into them, and which forms count as the same word. The twin of generator/outputs/search/words.py,
// which explains it; a test compares the two.
/** @param {string} text */
const split = (text) => text.trim().split(/\s+/);

export const CAPITALS = /^\p{Lu}[\p{Lu}\p{N}]+$/u; // an acronym

export const STOP_WORDS = new Set(split(`
  a about after all also am an and any are arent as at be because been but by can cant could did didnt do does
  doesnt doing done dont each for from get gets getting got had has hasnt have havent having he her here hers
  him his how i id if ill im in into is isnt it its ive just like lot make many may me might more most much must
  my need of on one or other our ours out over really shall she should shouldnt so some something than that
  thats the their theirs them then there these they theyre this those through to too up us very want wants was
  wasnt way we well were weve what whats when where which while who whom whose why will with wont would you your
  youre yours
`));

// A word and its forms that no rule brings back to it.
const IRREGULAR = new Map(`
  lose lost loss losses loser|sell sold sale sales|buy bought|say said|write wrote written
  speak spoke spoken|leave left leaves|give gave given|meet met|pay paid|win won winner winners|keep kept|tell told
  go went gone goes going|know knew known|feel felt|hear heard|bring brought|think thought thoughts|take took taken
  forget forgot forgotten|break broke broken|choose chose chosen choice choices|person people|hide hidden hid
  angry anger angrily|decide decision decisions|see seen saw|mistake mistaken|become became|begin began begun
  drive drove driven|speech speeches|teach taught|spend spent|send sent|build built|stand stood|understand understood
  hold held|find found|fall fell fallen|grow grew grown growth|show shown|draw drew drawn|fly flew|run ran
  assume assumption assumptions|explain explanation explanations|perceive perception perceptions
  solve solution solutions
  loyal loyalty|respond response responses|apply applied applies|receive receipt|bad worse worst|business businesses
  agree agreed|colour color colors|favour favor favors|honour honor|complain complaint complaints|lie lied lies lying
  make made|bother bothers bothered bothering|mention mentions mentioned mentioning|present presents
  realise realised realising realize realized realizing
  customise customised customising customisation customize customized
  generate generated generating generation|personal personally|presentation presentations|director directors
  candidate candidates|department departments|successor successors|worker workers|tender tenders|evening evenings
  format formats|three threes|nobody noone|anybody anyone|everybody everyone|somebody someone
  personalise personalised personalising personalisation personalize personalized personalization
  fail failure failures|fight fought|catch caught|steal stole stolen|beat beaten|blow blew blown|deal dealt deals
  eat ate eaten|freeze froze frozen|lead led leads leading|mean meant|ring rang rung|rise rose risen|seek sought
  sit sat|sleep slept|stick stuck|strike struck|throw threw thrown|wake woke woken|wear wore worn
  withdraw withdrew withdrawn|shake shook shaken|ride rode ridden|swear swore sworn|tear tore torn
  misunderstand misunderstood|overcome overcame|lend lent|hang hung|perform performs performed performing performance
  rely relies relied relying reliable reliably reliability reliance
  differ differs different differently difference differences|confident confidence confidently|silent silence silently
  curious curiosity|anxious anxiety|strong stronger strongest strength strengths|warm warmth|patient patience
  success succeed succeeds succeeded succeeding
  compete competes competing competition competitor competitors competitive
  criticise criticises criticised criticising criticism criticisms criticize|advise advice|prove proof
  please pleasure|prefer preference preferences|avoid avoidance|resist resistance
  accept acceptance|consult consultant consultants|introduce introduction introductions|reduce reduction reductions
  describe description|persuade persuasion persuasive|maintain maintenance
  behave behaviour behaviours behavior behaviors|analyse analyze analysed analyzed analysing analysis
  centre center centres centers|fulfil fulfill fulfills|practice practise practised practising practises
  licence license|defence defense|important importance|honest honesty|proud pride|expand expansion
`.trim().split(/[|\n]/).map(split).flatMap(([word, ...forms]) => forms.map((form) => /** @type {const} */ ([form, word]))));

// Words that look like forms of other words.
const KEPT = new Set(split(`
  authority bother business candidate counter customise department director early evening formal format former generate
  informal integrity international matter mention mission news number order other paper passion personal personalise
  presentation quite realise really successor tender three worker
`));

// Three rounds of: an ending, how many letters must stand before it, and what takes its place.
const ROUNDS = [`
  sses 2 ss, xes 2 x, ches 2 ch, shes 2 sh, ies 2 y, ie 3 y, ss 1 ss, us 1 us, is 1 is, s 3`, `
  ingly 3, edly 3, ational 4, ional 4, ation 4, ition 4 it, tion 2 t, sion 2 s, ment 4, ness 4, ful 4, ally 4,
  ly 4, ing 3, eed 1 eed, ied 2 y, ed 3, ity 4, al 4`, `
  isat 4, izat 4, ise 4, ize 4, is 4, iz 4, ate 4, at 4, ery 4, er 4, or 4, our 4, mme 3 m, e 4, y 5, y 2 i`,
].map((round) => round.split(",").map((rule) => {
  const [ending, least, instead = ""] = split(rule);
  return { ending, least: Number(least), instead };
}));

const DOUBLE = /([bdfgklmnprtz])\1$/;
const SHORT = /^[^aeiou][aeiouy][^aeiouwxy]$/;

// What people type for Latin letters that Unicode does not take apart. Each group begins with what is typed.
const LETTERS = `
  aɑᶏⱥ aaꜳ aeæ aoꜵ auꜷ avꜹꜻ ayꜽ bƀƃɓᵬᶀꞗ cƈȼɕꞓꞔ dðđƌȡɖɗᵭᶁᶑꟈ eǝɇəɛᶒⱸꬴ etꝫ fƒᵮᶂꞙ gǥɠɣᶃꞡ hħɦⱨꞕ hvƕ iıɨɩᶖ
  isꝭ jȷɉʝ kĸƙᶄⱪꝁꝃꝅꞣ lłƚȴɫɬɭᶅⱡꝉꞎꬷꬸꬹ mɱᵯᶆꬺ nŋƞȵɲɳᵰᶇꞑꞥꬻ oøɔⱺꝋꝍ oeœ oiƣ ooꝏ ouȣ pƥᵱᵽᶈꝑꝓꝕ qɋʠꝗꝙ rɍɼɽɾᵲᵳᶉꞧꭉ
  sȿʂʃᵴᶊꞩꟊ ssß tŧƫƭȶʈᵵⱦ thþᵺ tzꜩ uʊᶙꞹꭎꭒ ueᵫ uiꭐ umꝸ uoꭣ vʋᶌⱱⱴꝟ vyꝡ wƿⱳ xᶍꭖꭗꭘꭙ yƴɏỿꭚ zƶȥɀʐʑʒᵶᶎⱬ
`;
const BASE = new Map(
  [...LETTERS.matchAll(/([a-z]+)([^a-z\s]+)/g)].flatMap(([, base, letters]) =>
    [...letters].map((letter) => /** @type {const} */ ([letter, base])),
  ),
);

const THOUSANDS = /(?<![0-9])[0-9]{1,3}([,. ])[0-9]{3}(?:\1[0-9]{3}){0,9}(?![0-9])/g;
const PERCENT = /(?<=[0-9])\s?(?:%|(?:per ?cent|prozent)(?![\p{L}\p{N}]))/gu;
const WORD = /[0-9]+:[0-9]+|[0-9]+%|[\p{L}\p{N}]+/gu;

// The letters of scripts that put no space between words: Thai, Lao, Burmese, Khmer, Japanese and Chinese.
const UNSPACED =
  "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff" +
  "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const RUN = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, "gu");
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");

/**
 * Whether a word is of a script without spaces.
 * @param {string} word
 */
export const isUnspaced = (word) => IS_UNSPACED.test(word);

/** @param {string} text */
export function fold(text) {
  const letters = text.replace(/[’'`´]/g, "").normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  return letters.replace(/[\u0080-\uffff]/g, (letter) => BASE.get(letter) ?? letter);
}

/**
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  const numbers = fold(text).replace(THOUSANDS, (number, separator) => number.replaceAll(separator, ""));
  const found = numbers.replace(PERCENT, "%").match(WORD) ?? [];
  return found.flatMap((word) => (word.match(RUN) ?? []).flatMap(pairs));
}

/**
 * @param {string} run
 * @returns {string[]}
 */
function pairs(run) {
  const letters = [...run];
  if (letters.length < 2 || !isUnspaced(run)) return [run];
  return letters.slice(1).map((letter, at) => letters[at] + letter);
}

/**
 * What the forms of a word have in common.
 * @param {string} form
 */
export function stem(form) {
  let word = IRREGULAR.get(form) ?? form;
  if (word.length < 4 || KEPT.has(word) || !/^[a-z]+$/.test(word)) return word;
  let whole = true;
  ROUNDS.forEach((rules, round) => {
    if (round === 2) word = rounded(word, whole);
    const rule = rules.find(({ ending, least }) => word.length - ending.length >= least && word.endsWith(ending));
    if (rule) word = word.slice(0, word.length - rule.ending.length) + rule.instead;
    whole = !rule;
  });
  return word;
}

/**
 * What two rounds left of a word, which is `whole` if the second took nothing.
 * @param {string} word
 * @param {boolean} whole
 */
function rounded(word, whole) {
  return !whole && SHORT.test(word) ? `${word}e` : word.replace(DOUBLE, "$1");
}
