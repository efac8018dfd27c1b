"""What an experiment will do, before it is run: pulses, trains, memories, rates, reads, and what is known to fail.

docs/theory.md (15).  signals -> trains -> what A holds -> what a read sees -> what C gets -> figures and doubts.
"""

from crossbar.explain.explanation import Explanation, explain_experiment

__all__ = ["Explanation", "explain_experiment"]
