"""Spark: the same work on the machines of a cluster.

Enters: orders of an archive, or a DataFrame of texts. Leaves: the same files as on one machine, or a DataFrame with
an ``extraction`` column. Next: ``archive``; the user's own queries. An extra: ``pip install 'unionie[spark]'``.

Spark ships functions, not programs: unionie must be installed where the executors run. For archives, they must see
the archive and the folder of records under the same paths (a shared file system), since executors read documents and
write shards themselves; what travels through Spark is one row a shard.
"""

from __future__ import annotations

import pickle
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unionie.errors import DependencyError, InputError
from unionie.io.arrow import make_table_of
from unionie.io.nested import EXTRACTION, make_nested_row
from unionie.io.rows import get_columns
from unionie.run.crew import Crew
from unionie.run.inventory import Document
from unionie.run.orders import Limits, Order, fill_here, make_task
from unionie.run.settings import Settings
from unionie.run.store import Store
from unionie.run.worker import extract_item, make_report

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame, SparkSession

__all__ = ["explode", "extract", "fill_on_spark"]

_KNOWN = ("source", "published", "region", "publisher")
_TASKS = 4  # for each core of the cluster: a lost one costs little, and none waits long for the last
_POLL = 1.0  # seconds between looks at what is finished


def extract(
    df: DataFrame,
    text: str = "text",
    *,
    source: str | None = None,
    published: str | None = None,
    region: str | None = None,
    publisher: str | None = None,
) -> DataFrame:
    """Return ``df`` with a column ``extraction``: a struct of status, error, title … and lists of records.

    ``text`` and the others name columns. A missing or broken text gives an extraction with status "failed".
    ``explode(df, "facts")`` makes one row a fact of it. Raises InputError for columns that are not there.
    """
    columns = {"text": text} | {
        name: column
        for name, column in zip(_KNOWN, (source, published, region, publisher), strict=True)
        if column is not None
    }
    missing = [column for column in columns.values() if column not in df.columns]
    if missing:
        raise InputError(f"the DataFrame has no column {missing[0]!r}; it has {', '.join(df.columns)}")
    if "extraction" in df.columns:
        raise InputError("the DataFrame has a column 'extraction' already: rename it")
    _check_installed()
    from pyspark.sql.pandas.types import from_arrow_schema
    from pyspark.sql.types import StructType

    struct: Any = from_arrow_schema(make_table_of((EXTRACTION,), []).schema)
    schema = StructType([*df.schema.fields, *struct.fields])

    def work(frames: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        for frame in frames:
            yield _extract_frame(frame, columns)

    return df.mapInPandas(work, schema)


def explode(df: DataFrame, table: str, keep: Sequence[str] = ()) -> DataFrame:
    """Return one row a record of ``table`` ("facts", "awards" …) of a DataFrame that ``extract`` gave.

    ``keep`` names columns of it to go with each record.
    """
    from pyspark.sql import functions

    twice = [column for column in keep if column in {field.name for field in get_columns(table)}]
    if twice:
        raise InputError(f"{table} have a column {twice[0]!r} of their own: rename that of the DataFrame")
    rows = df.select(*keep, functions.explode(f"extraction.{table}").alias("record"))
    exploded: DataFrame = rows.select(*keep, "record.*")
    return exploded


def fill_on_spark(orders: list[Order], spark: SparkSession | None = None) -> Iterator[tuple[Document, bool]]:
    """Fill orders by the current Spark session, a task a shard; yield documents as their shards are finished."""
    if not orders:
        return
    session = spark or _get_session()
    sending = [(order.shard.id, bytearray(pickle.dumps(order))) for order in orders]
    tasks = min(len(sending), _TASKS * session.sparkContext.defaultParallelism)
    frame = session.createDataFrame(session.sparkContext.parallelize(sending, tasks), "shard string, work binary")
    job = frame.mapInPandas(_fill_frames, "shard string")
    waiting = {order.shard.id: order for order in orders}
    store = Store(Path(orders[0].folder))
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(job.collect)
        while not running.done():
            time.sleep(_POLL)
            finished = [shard for shard in waiting if store.is_done(shard)]
            for shard in finished:
                yield from _list_done(waiting.pop(shard), store)
        running.result()
    for order in waiting.values():
        yield from _list_done(order, store)


def _list_done(order: Order, store: Store) -> Iterator[tuple[Document, bool]]:
    failed = store.read_marker(order.shard.id).failed
    return ((document, document.key in failed) for document in order.missing)


def _fill_frames(frames: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """Fill the orders in each frame, in an executor, by its worker process, and yield the names of their shards."""
    for frame in frames:
        for work in frame["work"]:
            order: Order = pickle.loads(bytes(work))  # noqa: S301  our own driver made it
            if not Store(Path(order.folder)).is_done(order.shard.id):  # by a task that was lost after that
                _fill_order(order)
        yield frame[["shard"]]


# Of this executor's Python process, which does task after task.
_CREWS: dict[tuple[Limits, Settings], Crew[Document, Any]] = {}


def _fill_order(order: Order) -> None:
    terms = order.limits, order.settings
    crew = _CREWS.get(terms)
    if crew is None:
        crew = _CREWS[terms] = Crew(make_task(*terms), 1).start()
    try:
        for _ in fill_here([order], crew):
            pass
    except BaseException:  # also a task that is called off: what the worker is at belongs to nobody
        _CREWS.pop(terms).stop()
        raise


def _extract_frame(frame: pd.DataFrame, columns: dict[str, str]) -> pd.DataFrame:
    rows = []
    for cells in frame[list(columns.values())].itertuples(index=False):
        given = dict(zip(columns, cells, strict=True))
        report = make_report(_make_item(given))
        rows.append({"extraction": make_nested_row(extract_item(report))})
    nested: list[Any] = make_table_of((EXTRACTION,), rows)["extraction"].to_pylist()
    result: pd.DataFrame = frame.assign(extraction=nested)
    return result


def _make_item(given: dict[str, Any]) -> Any:
    """Return the row as a Report where its text is one; pandas' missing values are None."""
    from unionie.records import Report

    text = given.pop("text")
    if not isinstance(text, str):
        return text
    known: Any = {name: str(value) for name, value in given.items() if value is not None and value == value}  # noqa: PLR0124
    return Report(text, **known)


def _get_session() -> SparkSession:
    _check_installed()
    from pyspark.sql import SparkSession

    return SparkSession.builder.appName("unionie").getOrCreate()


def _check_installed() -> None:
    if find_spec("pyspark") is None:
        raise DependencyError("the engine spark needs pyspark and Java 17: pip install 'unionie[spark]'")
