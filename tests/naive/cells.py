"""What stands at the cross-points of an array: several devices a cell, write noise; and the array made of them.

    w = sum_k share_k v_k + noise z

A pulse acts on a state v_k by the law of that device; z is drawn anew by each write on the cell.
Routes: "first" (one device), "by sign" (up raises device 0, down raises device 1), "both" (up raises 0 and lowers 1,
down the reverse), "in turn" (write number t goes to device t mod N; Boybat et al. 2018).
"""
from .philox import C2C, REFRESH, WRITE_NOISE, normal
from .pulses import counts, plan
from .tiles import Array


class Cell:
    """The states v[k][i][j] under devices[k]; range_of(k, i, j) is taken from the device's own bounds."""

    def __init__(self, v, devices, shares=(1.0,), route="first", noise=0.0, refresh_at=0.0, reset_std=0.0, budget=0):
        self.v = [[[float(s) for s in row] for row in state] for state in v]
        self.devices, self.shares, self.route, self.noise = devices, shares, route, noise
        self.refresh_at, self.reset_std, self.budget, self.turn = refresh_at, reset_std, budget, 0
        self.drawn = [[0.0] * len(row) for row in self.v[0]]

    def targets(self, up):
        """Which devices a coincidence pulses, and in which direction."""
        return {"first": [(0, up)], "by sign": [(0 if up else 1, True)], "both": [(0, up), (1, not up)],
                "in turn": [(self.turn % len(self.v), up)]}[self.route]

    def weight(self, i, j):
        return sum(share * v[i][j] for share, v in zip(self.shares, self.v, strict=True)) + self.drawn[i][j]

    def bounds(self, k, i, j):
        """Lower and upper bound of a state."""
        inf = float("inf")
        return self.devices[k].clip(i, j, -inf), self.devices[k].clip(i, j, inf)

    def beyond(self, k, i, j):
        """Whether a state wants a refresh; never of a stuck device, whose bounds are a rounding apart (2^-23)."""
        low, high = self.bounds(k, i, j)
        stuck = high - low < 2**-22 * max(abs(low), abs(high))
        return not stuck and self.v[k][i][j] > low + self.refresh_at * (high - low)

    def refresh(self, i, j, place):
        """Both devices to their lower bound (within reset_std), then one is raised; the device, how many pulses."""
        v, number = self.v, i * len(self.v[0][0]) + j
        wanted = v[0][i][j] - v[1][i][j]
        for k in (0, 1):
            reset = self.bounds(k, i, j)[0] + self.reset_std * normal(place, REFRESH, 4 * number, k)
            v[k][i][j] = self.devices[k].clip(i, j, reset)
        up = 0 if wanted > 0 else 1
        n = 0
        while n < self.budget and v[up][i][j] - v[1 - up][i][j] < abs(wanted):
            z = normal(place, REFRESH, 4 * number, 2 + n)
            v[up][i][j] = self.devices[up].pulse(i, j, v[up][i][j], True, z)
            n += 1
        return up, n


class CrossPoints(Array):
    """An array of such cells.  clock, half: of ageing.py and half_select.py, or None.

    pulses[k][i][j]: [up, down] on every device; events: (step, i, j, signed pulses, weight after them).
    """

    def __init__(self, cell, s0, scheme, clock=None, half=None):
        self.cell, self.clock, self.half = cell, clock, half
        n_in, n_out = len(cell.v[0]), len(cell.v[0][0])
        super().__init__([[cell.weight(i, j) for j in range(n_out)] for i in range(n_in)], cell.devices[0], s0, scheme)
        self.pulses = [[[[0, 0] for _ in range(n_out)] for _ in range(n_in)] for _ in cell.v]
        self.events, self.refreshes = [], 0

    def learn(self, x, d, rate, place):
        """The rank-one update, cell by cell in row-major order; then what the lines did that fired alone."""
        wish = plan(x, d, rate, self.s0, self.scheme, place)
        if wish is None:
            return
        m = 0
        for i, row in enumerate(counts(wish, self.scheme, place)):
            for j, n in enumerate(row):
                if n > 0:
                    self.write(i, j, float(x[i]) * float(d[j]) < 0, n, m, place)
                m += n
        self.cell.turn += 1
        self.saturated += wish.k > self.scheme.max_length
        if self.half is not None:
            self.half.disturb(self.cell, wish, place)
            self.show()

    def fire(self, t, counts, place):
        """counts[j] whole pulses on cell (t, j), up where positive; then what the lines did that fired alone."""
        if not any(counts):
            return
        m = 0
        for j, n in enumerate(counts):
            if n != 0:
                self.write(t, j, n > 0, abs(n), m, place)
            m += abs(n)
        self.cell.turn += 1
        if self.half is not None:
            self.half.disturb_row(self.cell, t, counts, place)
            self.show()

    def write(self, i, j, up, n, m, place):
        """n coincidences on a cell, before which there were m in this update."""
        cell = self.cell
        for part, (k, raised) in enumerate(cell.targets(up)):
            for p in range(n):
                z = normal(place, C2C, m + p, part)
                cell.v[k][i][j] = cell.devices[k].pulse(i, j, cell.v[k][i][j], raised, z)
            self.count(k, i, j, raised, n)
        if cell.refresh_at and all(cell.beyond(k, i, j) for k in (0, 1)):
            k, more = cell.refresh(i, j, place)
            self.count(k, i, j, True, more)
            self.refreshes += 1
            self.touch(1 - k, i, j)
        if cell.noise:
            cell.drawn[i][j] = cell.noise * normal(place, WRITE_NOISE, 4 * (i * len(self.w[0]) + j))
        self.w[i][j] = cell.weight(i, j)
        self.events.append((place.step, i, j, n if up else -n, self.w[i][j]))

    def count(self, k, i, j, up, n):
        self.pulses[k][i][j][0 if up else 1] += n
        self.up, self.down = self.up + (n if up else 0), self.down + (0 if up else n)
        self.touch(k, i, j)

    def touch(self, k, i, j):
        if self.clock is not None:
            self.clock.since[k][i][j] = 0

    def grow_old(self, place):
        """One sample of time."""
        if self.clock is not None:
            self.clock.age(self.cell, place)
            self.show()

    def show(self):
        self.w = [[self.cell.weight(i, j) for j in range(len(row))] for i, row in enumerate(self.w)]
