"""The catalogue: searching products, handing out the whole of it as a pack, and regions for addresses.

Whoever changes products or penyedia calls ``changes.products_changed`` (or ``vendors_changed``) in the same
transaction: it moves the catalogue's sequence on and keeps the search index true.
"""
