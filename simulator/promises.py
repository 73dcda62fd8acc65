"""The promises that are checked, numbered as in the sync protocol (section 3.1)."""

from __future__ import annotations

from collections.abc import Mapping

PROMISES: Mapping[str, str] = {
    "1": "reserved and committed totals of a RUP never exceed its pagu, and are the sum of its orders",
    "2": "one command has at most one effect, and identical result bytes for every delivery",
    "3": "order numbers are unique; one termin is paid at most once",
    "4": "a command seen as saved is for ever in outbox or journal, never both; refusals also in the tray",
    "5": "what the person was last told about a command equals the backend's outcome",
    "6": "commands of one device on one order are decided in the order they were made; no number twice",
    "7": "nothing is written on a revision other than the one that is named",
    "8": "after healing all machines hold the backend's rows of their scopes, byte for byte",
    "9": "after healing every outbox is empty or holds only cards; no order waits for another",
    "10": "own confirmed work is never shown as missing; revisions never go backwards within a history",
    "11": "confirmed rows are one state of the backend: nothing optimistic, no half of a transaction",
    "12": "feed numbers are 1, 2, 3 … per scope; every decided command has exactly one ack row",
    "14": "every effect was allowed by an access valid at the moment of its commit",
    "15": "who buys is not who approves, by person",
    "16": "the total fits the role that buys",
    "17": "every change of state is a row of the transition table",
    "18": "no row reaches a machine whose person has not its scope; revoked ones are gone with the next pull",
    "19": "totals recomputed independently are equal",
    "20": "negotiation rounds alternate; a reply after the deadline never counts",
    "21": "the audit chain verifies and has one row per decision",
    "22": "confirmed rows thrown away and fetched again are the same; the outbox survives",
    "27": "a signature that counts names a stored and verified revision",
    "29": "the rules give the same verdict here and there for the same order",
    "30": "after a restart everything can be read without a network",
    "drafts": "machines of one person hold the same drafts; nothing that was typed and kept is lost",
    "work": "a draft is for ever a draft or a command",
    "fault": "nothing fails that no rule and no fault explains",
}
"""Number of the promise (words for those without one) to what it says."""
