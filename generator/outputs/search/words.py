"""Words: how text is cut into them, and which forms count as the same word.

`themes/playbook/components/search/lazy/stems.js` does the same in the browser; the tests compare the two.
The stemmer is light: it only has to bring the forms of a word together, not to name its root.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from types import MappingProxyType

_STOP_WORDS = """
a about after all also am an and any are arent as at be because been but by can cant could did didnt do does doesnt
doing done dont each for from get gets getting got had has hasnt have havent having he her here hers him his how i id
if ill im in into is isnt it its ive just like lot make many may me might more most much must my need of on one or
other our ours out over really shall she should shouldnt so some something than that thats the their theirs them then
there these they theyre this those through to too up us very want wants was wasnt way we well were weve what whats
when where which while who whom whose why will with wont would you your youre yours
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words that say little about what a text is about. They count where nothing else does."""

_FORMS = """
lose lost loss losses loser|sell sold sale sales|buy bought|say said|write wrote written
speak spoke spoken|leave left leaves|give gave given|meet met|pay paid|win won winner winners|keep kept|tell told
go went gone goes going|know knew known|feel felt|hear heard|bring brought|think thought thoughts|take took taken
forget forgot forgotten|break broke broken|choose chose chosen choice choices|person people|hide hidden hid
angry anger angrily|decide decision decisions|see seen saw|mistake mistaken|become became|begin began begun
drive drove driven|speech speeches|teach taught|spend spent|send sent|build built|stand stood|understand understood
hold held|find found|fall fell fallen|grow grew grown growth|show shown|draw drew drawn|fly flew|run ran
assume assumption assumptions|explain explanation explanations|perceive perception perceptions|solve solution solutions
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
eat ate eaten|freeze froze frozen|lead led leads leading|mean meant|ring rang rung|rise rose risen|seek sought|sit sat
sleep slept|stick stuck|strike struck|throw threw thrown|wake woke woken|wear wore worn|withdraw withdrew withdrawn
shake shook shaken|ride rode ridden|swear swore sworn|tear tore torn|misunderstand misunderstood|overcome overcame
lend lent|hang hung|perform performs performed performing performance
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
centre center centres centers|fulfil fulfill fulfills|practice practise practised practising practises|licence license
defence defense|important importance|honest honesty|proud pride|expand expansion
"""
IRREGULAR = MappingProxyType(
    {form: word for word, *forms in map(str.split, _FORMS.replace("|", "\n").split("\n")[1:-1]) for form in forms}
)
"""Forms that no rule brings back to their word."""

_KEPT = """
authority bother business candidate counter customise department director early evening formal format former generate
informal integrity international matter mention mission news number order other paper passion personal personalise
presentation quite realise really successor tender three worker
"""
KEPT = frozenset(_KEPT.split())
"""Words that look like forms of other words."""

RULES: tuple[tuple[str, int, str], ...] = (
    ("sses", 2, "ss"), ("xes", 2, "x"), ("ches", 2, "ch"), ("shes", 2, "sh"), ("ies", 2, "y"), ("ie", 3, "y"),
    ("ss", 1, "ss"), ("us", 1, "us"), ("is", 1, "is"), ("s", 3, ""),
    ("|", 0, ""),
    ("ingly", 3, ""), ("edly", 3, ""), ("ational", 4, ""), ("ional", 4, ""), ("ation", 4, ""), ("ition", 4, "it"),
    ("tion", 2, "t"), ("sion", 2, "s"), ("ment", 4, ""), ("ness", 4, ""), ("ful", 4, ""), ("ally", 4, ""),
    ("ly", 4, ""), ("ing", 3, ""), ("eed", 1, "eed"), ("ied", 2, "y"), ("ed", 3, ""), ("ity", 4, ""), ("al", 4, ""),
    ("|", 0, ""),
    ("isat", 4, ""), ("izat", 4, ""), ("ise", 4, ""), ("ize", 4, ""), ("is", 4, ""), ("iz", 4, ""),
    ("ate", 4, ""), ("at", 4, ""), ("ery", 4, ""), ("er", 4, ""), ("or", 4, ""), ("our", 4, ""), ("mme", 3, "m"),
    ("e", 4, ""), ("y", 5, ""), ("y", 2, "i"),
)  # fmt: skip
"""Endings, how many letters must precede each, and its replacement. In each of the three rounds, which `|`
divides, the first that fits is used. After two rounds a doubled consonant at the end becomes one, and three letters
that "ing" or "ed" left get back the "e" that keeps them apart from another word: "noted" is "note" and not "not"."""

_LETTERS = """
aɑᶏⱥ aaꜳ aeæ aoꜵ auꜷ avꜹꜻ ayꜽ bƀƃɓᵬᶀꞗ cƈȼɕꞓꞔ dðđƌȡɖɗᵭᶁᶑꟈ eǝɇəɛᶒⱸꬴ etꝫ fƒᵮᶂꞙ gǥɠɣᶃꞡ hħɦⱨꞕ hvƕ iıɨɩᶖ
isꝭ jȷɉʝ kĸƙᶄⱪꝁꝃꝅꞣ lłƚȴɫɬɭᶅⱡꝉꞎꬷꬸꬹ mɱᵯᶆꬺ nŋƞȵɲɳᵰᶇꞑꞥꬻ oøɔⱺꝋꝍ oeœ oiƣ ooꝏ ouȣ pƥᵱᵽᶈꝑꝓꝕ qɋʠꝗꝙ rɍɼɽɾᵲᵳᶉꞧꭉ
sȿʂʃᵴᶊꞩꟊ ssß tŧƫƭȶʈᵵⱦ thþᵺ tzꜩ uʊᶙꞹꭎꭒ ueᵫ uiꭐ umꝸ uoꭣ vʋᶌⱱⱴꝟ vyꝡ wƿⱳ xᶍꭖꭗꭘꭙ yƴɏỿꭚ zƶȥɀʐʑʒᵶᶎⱬ
"""  # noqa: RUF001
_BASE = {ord(letter): base for base, letters in re.findall(r"([a-z]+)([^a-z\s]+)", _LETTERS) for letter in letters}
"""What people type for Latin letters that Unicode does not take apart. Each group begins with what is typed."""

_DOUBLE = re.compile(r"([bdfgklmnprtz])\1$")
_SHORT = re.compile(r"[^aeiou][aeiouy][^aeiouwxy]")
_PLAIN = re.compile(r"[a-z]+")
_APOSTROPHE = re.compile(r"[’'`\u00b4]")
_HAS_DIGIT = re.compile(r"[0-9]")
_THOUSANDS = re.compile(r"(?<![0-9])[0-9]{1,3}([,. ])[0-9]{3}(?:\1[0-9]{3}){0,9}(?![0-9])")
_PERCENT = re.compile(r"(?<=[0-9])\s?(?:%|(?:per ?cent|prozent)(?![^\W_]))")
_WORD = re.compile(r"[0-9]+:[0-9]+|[0-9]+%|[^\W_]+")

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""The letters of scripts that put no space between words: Thai, Lao, Burmese, Khmer, Japanese and Chinese."""

_RUN = re.compile(f"[{UNSPACED}]+|[^{UNSPACED}]+")
_IS_UNSPACED = re.compile(f"[{UNSPACED}]")


def fold(text: str) -> str:
    """Text in lower case, without accents and apostrophes. Latin letters become those of an English keyboard."""
    text = _APOSTROPHE.sub("", text)
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text).lower()
    return "".join(letter for letter in decomposed if not unicodedata.category(letter).startswith("M")).translate(_BASE)


def words(text: str) -> list[str]:
    """The words of a text: runs of letters and digits.

    Numbers are one word however they are written (1,250,000 and 1 250 000; 20 % and 20 percent), and so are ratios and
    times (1:1). What is written in a script without spaces becomes pairs of neighbouring letters, so that any part of
    it is found.
    """
    folded = fold(text)
    if _HAS_DIGIT.search(folded):
        folded = _THOUSANDS.sub(_without_separators, folded)
        folded = _PERCENT.sub("%", folded)
    found = _WORD.findall(folded)
    if folded.isascii() or not _IS_UNSPACED.search(folded):
        return found
    return [part for word in found for run in _RUN.findall(word) for part in _pairs(run)]


def _without_separators(number: re.Match[str]) -> str:
    return number[0].replace(number[1], "")


def _pairs(run: str) -> list[str]:
    if len(run) < 2 or not _IS_UNSPACED.match(run):
        return [run]
    return [run[at : at + 2] for at in range(len(run) - 1)]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What the forms of a word have in common."""
    word = IRREGULAR.get(word, word)
    if len(word) < 4 or word in KEPT or not _PLAIN.fullmatch(word):
        return word
    using, rounds = True, 0
    for ending, least, instead in RULES:
        if ending == "|":
            rounds += 1
            word, using = _rounded(word, using) if rounds == 2 else word, True
        elif using and word.endswith(ending) and len(word) - len(ending) >= least:
            word, using = word[: len(word) - len(ending)] + instead, False
    return word


def _rounded(word: str, whole: bool) -> str:
    """What two rounds left of a word, which is `whole` if the second took nothing."""
    return f"{word}e" if not whole and _SHORT.fullmatch(word) else _DOUBLE.sub(r"\1", word)
