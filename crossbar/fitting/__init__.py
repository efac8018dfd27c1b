"""Measured pulse curves -> a device: maximum likelihood, intervals, ranking, doubts.  docs/theory.md (10)."""

from crossbar.fitting.curves import Curve, Curves
from crossbar.fitting.fit import Fit, ModelFit, fit
from crossbar.fitting.models import MODELS
from crossbar.fitting.population import Estimate
from crossbar.fitting.reading import read_curves

__all__ = ["MODELS", "Curve", "Curves", "Estimate", "Fit", "ModelFit", "fit", "read_curves"]
