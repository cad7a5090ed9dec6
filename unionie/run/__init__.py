"""Many reports at once.

Enters: iterables of str or Report, or the path of an archive. ``worker`` makes the records of one item, whatever
happens; ``crew`` runs it in processes. Leaves: Extractions in order, or a folder of records.

``local``      an iterable → Extractions
``inventory``  an archive → Documents with their hashes
``shards``     Documents → Shards: the plan
``store``      Shards → Parquet files and markers in a folder, whole or absent
``archive``    all of that: plan, what is done, what is to do, summary; ``orders`` are the shards under way
``spark``      the same orders, or a DataFrame of texts, on a cluster
``datasets``   rows of a Hugging Face dataset → the same with their extractions
``export``     a folder of records → DuckDB views, CSV, XLSX
``progress``   bars
"""
