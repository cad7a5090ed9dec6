"""A batch run killed at random moments and taken up again: ``python tests/killing.py --reports 2000 --kills 10``.

The default suite does the same with fewer reports and kills. Checked is that every report is in the records exactly
once, and that the tables are those of an undisturbed run, byte for byte.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TABLES = ("facts", "awards", "people", "organizations", "entities", "reports", "failures")
UNITS = ("小学", "中学", "医院", "工会", "车间", "街道", "支行", "书店")


def make_reports(folder: Path, count: int, seed: int = 1) -> None:
    """Write short invented reports; one in fifty cannot be read."""
    chance = random.Random(seed)
    for number in range(count):
        path = folder / f"{number % 7}" / f"{number:05d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = [f"青山区第{number}{chance.choice(UNITS)}工作总结"]
        for month in range(1, chance.randrange(2, 8)):
            share = chance.randrange(1, 300) / 10
            lines.append(f"{month}月，新增会员{chance.randrange(1, 9000)}人，比上年同期增长{share}%，投入{share}万元。")
        data = "\n".join(lines).encode(chance.choice(("utf-8", "gb18030")))
        path.write_bytes(b"\xef\xbb\xbf\xff" + data if number % 50 == 7 else data)


def start_run(archive: Path, records: Path, workers: int) -> subprocess.Popen[bytes]:
    """Start the command in a process group of its own."""
    command = [sys.executable, "-m", "unionie", "archive", archive, "-o", records, "--workers", str(workers)]
    command += ["--shard-bytes", "10000"]  # some twenty reports
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def read_tables(records: Path) -> dict[str, bytes]:
    """Return the files of the tables."""
    return {f"{table}/{path.name}": path.read_bytes() for table in TABLES for path in (records / table).iterdir()}


def kill_and_resume(folder: Path, *, reports: int, kills: int, seed: int = 1, workers: int = 2) -> list[int]:
    """Check the promise in ``folder``; return how many shards stood at each kill."""
    archive, whole, broken = folder / "archive", folder / "whole", folder / "broken"
    make_reports(archive, reports)
    start = time.monotonic()
    assert start_run(archive, whole, workers).wait() == 1  # some cannot be read
    duration = time.monotonic() - start
    chance = random.Random(seed)
    stood = []
    for kill in range(kills):
        process = start_run(archive, broken, workers)
        time.sleep(chance.uniform(0.02, 1.0) * duration * 2 / (kills + 1))
        if kill % 2:
            os.killpg(process.pid, signal.SIGKILL)  # with its workers
        else:
            process.kill()  # alone: they notice
        process.wait()
        stood.append(len(list((broken / "_run" / "done").glob("*.json"))) if broken.exists() else 0)
    assert start_run(archive, broken, workers).wait() == 1
    assert read_tables(broken) == read_tables(whole)
    assert not list((broken / "_run" / "new").iterdir())
    check_counts(archive, broken)
    return stood


def check_counts(archive: Path, records: Path) -> None:
    """Check that every report is in the records exactly once."""
    import pyarrow.parquet as pq

    found = [
        source
        for table in ("reports", "failures")
        for path in (records / table).iterdir()
        for source in pq.read_table(path)["source"].to_pylist()
    ]
    assert sorted(found) == sorted(path.relative_to(archive).as_posix() for path in archive.rglob("*.txt"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=2_000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        stood = kill_and_resume(Path(name), reports=given.reports, kills=given.kills, seed=given.seed)
    sys.stdout.write(f"{given.reports} reports, killed {given.kills} times with {stood} shards done: same bytes\n")
