"""The local files of one person: work file, catalogue, keys and secrets."""
