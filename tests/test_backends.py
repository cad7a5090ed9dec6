"""One test for all ways in, through and out: reader × engine × writer give the rows that ``extract`` gives."""

from __future__ import annotations

import contextlib
import csv
import os
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import psutil
import pyarrow.parquet as pq
import pytest

from packed import make_tar, make_zip
from parts import need
from unionie import Report, extract, extract_archive, extract_many
from unionie.run.export import export
from unionie.run.tables import RUN_TABLES

READERS = ("folder", "zip", "tar.gz")
ENGINES = ("one process", "two processes", "spark")
COUNT = 12
SHARD_BYTES = 1_000
Rows = list[tuple[str, ...]]

pytestmark = [
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas"),
    pytest.mark.usefixtures("warm_workers"),
]


def make_text(number: int) -> str:
    return f"青山区第{number}小学总结\n今年招收学生{number + 100}人，增长{number}.5%，周晓曼获云州市五一劳动奖章。\n"


FILES = {f"{number % 3}/{number:02d}.txt": make_text(number).encode("gb18030") for number in range(COUNT)}


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """A Spark session on a cluster of two executors, each a process with one core."""
    need("java")
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").config("spark.executor.memory", "1g")
    session = builder.config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "2").getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="session")
def run(tmp_path_factory, request) -> Callable[[str, str], Path]:
    """The records of each reader by each engine, made once."""

    @cache
    def make(reader: str, engine: str) -> Path:
        if engine == "spark":
            request.getfixturevalue("spark")
        folder = tmp_path_factory.mktemp("run")
        source = folder / "archive" if reader == "folder" else folder / f"archive.{reader}"
        if reader == "folder":
            for name, data in FILES.items():
                (source / name).parent.mkdir(parents=True, exist_ok=True)
                (source / name).write_bytes(data)
        else:
            source.write_bytes((make_zip if reader == "zip" else make_tar)(FILES.items()))
        options = {"engine": "spark"} if engine == "spark" else {"workers": 1 + (engine == "two processes")}
        extract_archive(source, folder / "records", shard_bytes=SHARD_BYTES, **options)
        return folder / "records"

    return make


def strip(source: str) -> str:
    return source.split("/", 1)[1] if source.startswith("archive.") else source


def read_parquet(records: Path) -> Rows:
    rows = [row for path in (records / "facts").iterdir() for row in pq.read_table(path).to_pylist()]
    return sorted((strip(row["source"]), row["id"], row["indicator"], f"{row['value']:f}") for row in rows)


def read_csv(records: Path) -> Rows:
    with (export(records, "csv") / "facts.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return sorted((strip(row["source"]), row["id"], row["indicator"], row["value"]) for row in rows)


def read_duckdb(records: Path) -> Rows:
    with duckdb.connect(str(records / "records.duckdb"), read_only=True) as connection:
        rows = connection.execute("SELECT source, id, indicator, value FROM facts").fetchall()
    return sorted((strip(source), name, indicator, f"{value:f}") for source, name, indicator, value in rows)


@cache
def expect() -> Rows:
    rows = []
    for name, data in FILES.items():
        for fact in extract(data.decode("gb18030")).facts:
            rows.append((name, fact.id, fact.indicator, f"{fact.value:.10f}"))  # noqa: PERF401
    return sorted(rows)


def read_files(records: Path) -> dict[str, bytes]:
    return {f"{table}/{path.name}": path.read_bytes() for table in RUN_TABLES for path in (records / table).iterdir()}


@pytest.mark.parametrize("engine", ENGINES)
def test_every_way_gives_the_same_rows(run, engine):
    """One test an engine: what runs the tests side by side would start Spark once for each of its processes."""
    for reader in READERS:
        for read in (read_parquet, read_csv, read_duckdb):
            assert read(run(reader, engine)) == expect(), (reader, read.__name__)
    assert len(expect()) > COUNT
    assert read_files(run("folder", engine)) == read_files(run("folder", "one process"))


def test_a_dataframe_of_texts_on_spark(spark):
    from unionie.run.spark import explode
    from unionie.run.spark import extract as extract_frame

    texts = [make_text(number) for number in range(6)]
    rows = [(number, text, "2019-01-25") for number, text in enumerate([*texts, None])]
    frame = spark.createDataFrame(rows, "number int, text string, day string")
    result = extract_frame(frame, published="day")
    found = {row["number"]: row.asDict(recursive=True) for row in result.collect()}
    local = list(extract_many([Report(text, published="2019-01-25") for text in texts]))
    assert found[6]["extraction"]["status"] == "failed"
    for number, extraction in enumerate(local):
        assert found[number]["text"] == texts[number]
        facts = found[number]["extraction"]["facts"]
        assert [(fact["id"], fact["value"]) for fact in facts] == [(fact.id, fact.value) for fact in extraction.facts]
        assert facts[0]["mentions"][0] == extraction.facts[0].mentions[0].to_dict()
        assert [award["award"] for award in found[number]["extraction"]["awards"]] == ["云州市五一劳动奖章"]
    exploded = explode(result, "facts", keep=["number"])
    assert exploded.count() == sum(len(extraction.facts) for extraction in local)
    assert {"number", "indicator", "value"} <= set(exploded.columns)


def test_an_executor_that_is_killed_costs_nothing(spark, run, tmp_path):
    """Last, for what it does to the cluster: the executor's shards are made by the other one, or its successor."""
    import threading

    expected = read_files(run("folder", "one process"))
    archive = run("folder", "one process").parent / "archive"
    records = tmp_path / "records"
    killed: list[int] = []

    def kill() -> None:
        while not killed:
            if list((records / "_run" / "done").glob("*.json")):
                victim = next(process for process in list_executors())
                victim.kill()
                killed.append(victim.pid)
            threading.Event().wait(0.05)

    threading.Thread(target=kill, daemon=True).start()
    before = {process.pid for process in list_executors()}
    assert len(before) == 2
    extract_archive(archive, records, shard_bytes=SHARD_BYTES, engine="spark")
    assert killed
    assert killed[0] in before
    assert read_files(records) == expected


def list_executors() -> list[psutil.Process]:
    """The executors of the test's cluster that run."""
    found = []
    for process in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):  # it ended meanwhile
            if "CoarseGrainedExecutorBackend" in " ".join(process.cmdline()):
                found.append(process)
    return found
