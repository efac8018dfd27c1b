"""Stochastic gradient descent on the array itself."""

from typing import TYPE_CHECKING, Any, Literal

from crossbar.algorithms.algorithm import Algorithm
from crossbar.spec import field

if TYPE_CHECKING:
    from crossbar.site import Site


class SGD(Algorithm):
    """Stochastic gradient descent on the array itself: C <- C - learning_rate x d^T, pulsed."""

    kind: Literal["sgd"] = field("sgd", "the training algorithm")
    learning_rate: float = field(..., "learning rate on C", gt=0)

    def tile(self, site: "Site") -> Any:
        """The state of one tile, docs/theory.md (5.1)."""
        from kernels.tiles import Sgd

        return Sgd(site.array("c", self.c, site.initial_weights()), site.lines(), site.rule(), site.rates(self.rates))
