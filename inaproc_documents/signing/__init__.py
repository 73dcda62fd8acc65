"""Signatures on documents: keys made on the signer's machine, signing, and what a signed file is worth."""
