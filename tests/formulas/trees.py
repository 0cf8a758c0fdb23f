"""Formulas made by chance, as trees, and values for them."""

from __future__ import annotations

from hypothesis import strategies as st

from generator.formulas.tree import Tree

NAMES = ("won", "proposals", "goal", "rise")

numbers = st.one_of(
    st.integers(-1000, 1000),
    st.floats(-1e12, 1e12, allow_nan=False),
    st.sampled_from([0, 0.5, 1.5, -2.5, 0.1, 1e-300, 5e-324, 0.49999999999999994, 1e15]),
)


def _operations(children: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    two = st.sampled_from(["+", "-", "*", "/", "**", "<", "<=", ">", ">=", "==", "!=", "min", "max"])
    one = st.sampled_from(["neg", "floor", "ceil", "abs", "round"])
    return st.one_of(
        st.tuples(two, children, children),
        st.tuples(one, children),
        st.tuples(st.just("round"), children, st.integers(0, 6)),
        st.tuples(st.just("**"), children, st.integers(0, 70)),
        st.tuples(st.sampled_from(["min", "max"]), children, children, children),
        st.tuples(st.just("if"), children, children, children),
    )


trees: st.SearchStrategy[Tree] = st.recursive(st.one_of(numbers, st.sampled_from(NAMES)), _operations, max_leaves=12)
values = st.fixed_dictionaries({name: st.one_of(st.none(), numbers.map(float)) for name in NAMES})
