"""Registration in three stages: identitas digital, profil, akses. Rules and words, no I/O."""
