"""One model fitted to one device: the search, and what the data cannot say taken out of it."""

from dataclasses import replace

import numpy as np

from crossbar.fitting.likelihood import Data, follow
from crossbar.fitting.models import Model, Parameter
from crossbar.fitting.restricted import unbiased
from crossbar.fitting.search import Optimum, Problem, best, search
from crossbar.fitting.starts import binned_steps, starts

LEAST = 1.92  # log-likelihood that a bound must be worth at least: the 95 % point of chi square with one degree, halved
NOTHING = 0.02  # log-likelihood that is no reason to tell two values apart


def fit_device(model: Model, data: Data) -> Optimum:
    """The most probable parameters of one device."""
    if model.nodes:
        model = replace(model, typical=max(float(np.median(np.abs(binned_steps(data)[1]))), 1e-6))
    free = tuple(replace(p, least=max(p.least, data.floor)) if p.name == "w_min" else p for p in model.parameters)
    found = best(Problem(model, data, free, {}), starts(model, data))
    for bound in ("w_max", "w_min") if model.clips else ():
        found = _without_unseen(found, bound)
    return unbiased(_settled(found))


def _settled(found: Optimum) -> Optimum:
    """Puts onto its limit what the likelihood does not hold off it: noise to 0, a bound to where it is not felt."""
    for name in ("c2c", "read_noise", "w_max", "w_min"):
        k = next((k for k, p in enumerate(found.problem.free) if p.name == name), None)
        if k is None or name in found.at_limit:
            continue
        limit = found.problem.free[k].limits[0 if name in ("c2c", "read_noise") else 1]
        z = found.z.copy()
        z[k] = limit
        if -found.problem(z) > found.log_likelihood - NOTHING:
            again = _at_limit(found.problem, z, k)
            found = again if again.log_likelihood > found.log_likelihood - NOTHING else found
    return found


def _at_limit(problem: Problem, z: np.ndarray, k: int) -> Optimum:
    """The optimum with parameter k left on the limit where it is."""
    name = problem.free[k].name
    rest = search(problem.without(name, problem.values(z)[name]), np.delete(z, k))
    z = np.insert(rest.z, k, z[k])
    return Optimum(problem, z, -problem(z), problem.score(z)[1], rest.converged, (*rest.at_limit, name))


def _without_unseen(found: Optimum, bound: str) -> Optimum:
    """Holds a bound that the curves never felt at the end of what they reached, and clips nothing there.

    Felt is a bound whose number BIC grants, as it does those of models.
    """
    problem = found.problem
    worth = max(0.5 * float(np.log(problem.data.counted.sum())), LEAST)
    edge = _edge(found, bound)
    loose = replace(problem.without(bound, edge), unseen=problem.unseen | {bound})
    here = loose.at({**found.values, bound: edge})
    if -loose(here) < found.log_likelihood - worth:
        again = search(loose, here)
        if again.log_likelihood < found.log_likelihood - worth:
            return found
        return again
    return search(loose, here)


def _edge(found: Optimum, bound: str) -> float:
    problem = found.problem
    means = follow(problem.model, found.values, problem.data, problem.unseen | {bound})[2]
    return max(1.0, float(means.max())) if bound == "w_max" else min(-1.0, float(means.min()))


def missed(found: Optimum) -> tuple[Parameter, ...]:
    """The parameters that the search left at a limit which is no answer."""
    return tuple(p for k, p in enumerate(found.problem.free) if p.name in found.at_limit
                 and int(np.argmin(np.abs(np.array(p.limits) - found.z[k]))) not in p.ends)  # fmt: skip
