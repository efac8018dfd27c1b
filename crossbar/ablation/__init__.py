"""What each non-ideality costs: an experiment taken apart into a ladder, each rung one non-ideality more.

`ladder` makes the experiments, `ablate` trains them over seeds in a store; docs/theory.md (14).
"""

from crossbar.ablation.ladder import Ladder, Rung, ladder
from crossbar.ablation.run import ablate

__all__ = ["Ladder", "Rung", "ablate", "ladder"]
