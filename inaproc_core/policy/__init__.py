"""Dated rule book: thresholds, limits, rates and deadlines are data with validity dates."""

from __future__ import annotations

from inaproc_core.policy.book import PolicyBook, PolicyError
from inaproc_core.policy.policy import (
    Deadline,
    LimitBasis,
    PaguExceeded,
    Policy,
    Rounding,
    TaxLayer,
    ThresholdBasis,
    Withholding,
)
from inaproc_core.policy.ratio import Ratio
from inaproc_core.policy.threshold import ExecutorVerdict, executor_for

__all__ = [
    "Deadline",
    "ExecutorVerdict",
    "LimitBasis",
    "PaguExceeded",
    "Policy",
    "PolicyBook",
    "PolicyError",
    "Ratio",
    "Rounding",
    "TaxLayer",
    "ThresholdBasis",
    "Withholding",
    "executor_for",
]
