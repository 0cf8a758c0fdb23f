"""Errors of the system are sentences; other errors are faults of the program."""

from __future__ import annotations

import errno
import os

import pytest

from generator.system.refusal import REMEDIES, Refused, cannot_write, refusal_of


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO, errno.EFBIG, errno.EMFILE])
def test_the_path_the_reason_and_the_remedy_are_said(number: int) -> None:
    said = refusal_of(OSError(number, os.strerror(number), "content/x.yml"))
    assert str(said) == f"content/x.yml cannot be used: {os.strerror(number)}. {REMEDIES[number]}."
    assert str(cannot_write("x.yml", OSError(number, "No"), "Nothing was changed.")) == (
        f"x.yml cannot be written: No. {REMEDIES[number]}. Nothing was changed."
    )


def test_the_cause_of_an_error_counts() -> None:
    wrapped = RuntimeError("a template")
    wrapped.__cause__ = OSError(errno.ENOSPC, "No space left on device")
    assert str(refusal_of(wrapped)).startswith("A file or the output cannot be used: No space left on device. Free")
    assert str(refusal_of(MemoryError())).startswith("There is not enough memory.")
    told = Refused("so")
    assert refusal_of(told) is told


OTHERS = (ValueError("x"), OSError(errno.EBADF, "Bad"), OSError(errno.EINVAL, "Invalid"), OSError())


@pytest.mark.parametrize("error", OTHERS)
def test_other_errors_are_faults_of_the_program(error: Exception) -> None:
    assert refusal_of(error) is None
