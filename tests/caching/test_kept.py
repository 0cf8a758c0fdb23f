"""What is kept comes back as it was put there, or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.caching.kept import ENDING, Kept
from generator.parallel import Forks


def test_what_was_put_there_comes_back(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "cache")
    assert kept.get("a") is None
    kept.put("a", b"one")
    kept.put("b", b"")
    kept.put("a", b"two")
    assert (kept.get("a"), kept.get("b"), kept.get("c")) == (b"two", b"", None)
    kept.keep_only({"b"})
    assert (kept.get("a"), kept.get("b")) == (None, b"")
    assert sorted(path.name for path in (tmp_path / "cache").iterdir()) == [".gitignore", f"b{ENDING}"]


@given(st.binary(max_size=40), st.data())
def test_any_change_of_a_file_is_noticed(content: bytes, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        kept = Kept(Path(folder))
        kept.put("key", content)
        path = Path(folder) / f"key{ENDING}"
        whole = path.read_bytes()
        at = data.draw(st.integers(0, len(whole) - 1))
        spoilt = data.draw(
            st.sampled_from(
                [whole[:at], whole + b"x", whole[:at] + bytes([whole[at] ^ 0x40]) + whole[at + 1 :], b"", whole[1:]]
            )
        )
        path.write_bytes(spoilt)
        assert kept.get("key") is None


def test_a_content_under_another_key_is_noticed(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.put("a", b"one")
    (tmp_path / f"a{ENDING}").rename(tmp_path / f"b{ENDING}")
    assert kept.get("b") is None


def test_what_cannot_be_written_or_read_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    Kept(tmp_path / "file").put("a", b"one")
    assert Kept(tmp_path / "file").get("a") is None
    folder = Kept(tmp_path)
    (tmp_path / f"a{ENDING}").mkdir()
    folder.put("a", b"one")
    assert folder.get("a") is None
    assert sorted(path.name for path in tmp_path.iterdir()) == [".gitignore", f"a{ENDING}", "file"]


def test_the_newest_stay(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    for age, key in enumerate("dbca"):
        kept.put(key, key.encode())
        os.utime(tmp_path / f"{key}{ENDING}", (1000 - age, 1000 - age))
    kept.keep_newest(2)
    assert [kept.get(key) for key in "abcd"] == [None, b"b", None, b"d"]


def test_a_content_made_in_parts_is_read_in_pieces(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    assert kept.opened("a") is None
    kept.put_parts("a", (bytes([number]) * 3 for number in range(4)))
    assert kept.get("a") == bytes([0] * 3 + [1] * 3 + [2] * 3 + [3] * 3)
    opened = kept.opened("a")
    assert opened is not None
    kept.put("a", b"another")
    assert opened.read(2, 5) == bytes([0, 1, 1, 1, 2])  # of the file that was opened

    path = tmp_path / f"a{ENDING}"
    path.write_bytes(path.read_bytes()[:-1])
    assert kept.opened("a") is None


@pytest.mark.usefixtures("all_cores")
def test_forks_write_to_the_same_file(tmp_path: Path) -> None:
    disk = Kept(tmp_path / "cache").disk()
    assert disk is not None
    pieces = [bytes([number]) * (number * 1000) for number in range(60)]
    places = Forks().share(lambda part: [disk.append(piece) for piece in part], pieces)
    assert [disk.read(at, len(piece)) for at, piece in zip(places, pieces, strict=True)] == pieces
    assert [path.name for path in (tmp_path / "cache").iterdir()] == [".gitignore"]


def test_without_a_folder_there_is_no_disk(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert Kept(tmp_path / "file").disk() is None
