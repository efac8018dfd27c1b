"""AGAD: a reference of A learnt on the fly."""

from typing import TYPE_CHECKING, Any, Literal

from crossbar.algorithms.chopped import Chopped
from crossbar.spec import field

if TYPE_CHECKING:
    from crossbar.site import Site


class AGAD(Chopped):
    """Chopped TTv2 with a digital reference Pref of every cell of A.  Rasch, Carta, Fagbohungbe & Gokmen 2024.

        a read of row t   H_tj <- H_tj + buffer_rate c_t k_j (A_tj - Pref_tj)
                          P_t <- (1 - reference_rate) P_t + reference_rate A_t
                          where a sign turns: Pref <- P

    P and Pref start at 0, as A does.  Nothing of a row goes to H before its first turn at or after read number
    `start_reads` (where rows have no chopper: before that read): until then Pref is not known.
    """

    kind: Literal["agad"] = field("agad", "the training algorithm")
    reference_rate: float = field(0.5, "beta: share of the last read in P, the mean of recent reads", gt=0, le=1)
    start_reads: int = field(5, "reads of a row before its first reference may be taken", "reads", ge=1)

    def tile(self, site: "Site") -> Any:
        """The state of one tile, docs/theory.md (5.6)."""
        from kernels.tiles import Agad, Learnt

        past, learnt = (site.zeros(site.n_in, site.n_out) for _ in range(2))
        reference = Learnt(past, learnt, site.scalar(self.reference_rate), self.start_reads, site.counters(site.n_in))
        return Agad(*[*self.parts(site), self.choppers(site), reference])
