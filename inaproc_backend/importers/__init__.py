"""Importing published data: RUP packages and budget lines, products, satker, K/L/PD, regions.

One file streams through ``reading`` (bytes to lines), ``records`` (lines to records), an importer (records to
rows of the database) and ``run`` (batches, transactions, counts). An importer is a class with ``read`` and
``store``; ``kinds`` finds the one that a file needs. Every import is safe to run twice.
"""
