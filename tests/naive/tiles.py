"""What an array, or a pair of arrays, does with each sample: SGD, and Tiki-Taka (Gokmen & Haensch 2020)."""
from .mvm import backward, forward, read
from .philox import TRANSFER_NOISE, A, C, Place, shuffled
from .update import fire_row, update


class Array:
    """Weights (n_in, n_out) on one device, written by one pulse scheme; counts what it was sent."""

    def __init__(self, w, device, s0, scheme):
        self.w = [[float(v) for v in row] for row in w]
        self.device, self.s0, self.scheme = device, s0, scheme
        self.up = self.down = self.saturated = 0

    def learn(self, x, d, rate, place):
        """W <- W - rate x d^T in pulses."""
        self.w, stats = update(self.w, self.device, x, d, rate, self.s0, self.scheme, place)
        self.up, self.down = self.up + stats.up, self.down + stats.down
        self.saturated += stats.saturated

    def fire(self, t, counts, place):
        """counts[j] whole pulses on cell (t, j), up where positive."""
        self.w, stats = fire_row(self.w, self.device, t, counts, place)
        self.up, self.down = self.up + stats.up, self.down + stats.down

    def grow_old(self, place):
        """What a sample of time does to it: nothing; cells.py has arrays that age."""


class Sgd:
    """One array C that is read and written: C <- C - rate x d^T."""

    def __init__(self, key, layer, c, rate, forward, backward):
        self.key, self.layer, self.c, self.rate = key, layer, c, rate
        self.forward_periphery, self.backward_periphery = forward, backward

    def place(self, step, array=C, slot=0):
        return Place(self.key, step, self.layer, array, slot)

    def weights(self):
        """What the network sees."""
        return self.c.w

    def forward(self, step, x):
        """y = x W, every stage of it in the Trace."""
        return forward(self.weights(), x, self.forward_periphery, self.place(step))

    def backward(self, step, d):
        """e = W d, every stage of it in the Trace."""
        return backward(self.weights(), d, self.backward_periphery, self.place(step))

    def learn(self, step, x, d):
        self.c.learn(x, d, self.rate, self.place(step))
        self.c.grow_old(self.place(step))


class TikiTaka(Sgd):
    """Array A takes the gradient, rows of A are read and written to C; seen is W = gamma A + C."""

    def __init__(self, key, layer, a, c, rate, forward, backward, transfer, *,
                 transfer_rate, ns=1, gamma=0.0, rows_per_transfer=1, permuted=False):
        super().__init__(key, layer, c, rate, forward, backward)
        self.a, self.transfer_rate, self.ns, self.gamma = a, transfer_rate, ns, gamma
        self.transfer_periphery = transfer._replace(noise_management="none")
        self.rows_per_transfer, self.permuted, self.visits = rows_per_transfer, permuted, 0

    def weights(self):
        """gamma A + C, one combined current before one ADC."""
        pairs = zip(self.a.w, self.c.w, strict=True)
        return [[self.gamma * a + c for a, c in zip(*rows, strict=True)] for rows in pairs]

    def learn(self, step, x, d):
        """A <- A - rate x d^T; then, after every ns samples, transfer the next rows."""
        self.collect(step, x, d)
        if (step + 1) % self.ns == 0:
            for slot in range(self.rows_per_transfer):
                self.transfer(step, slot, self.next_row())
        self.c.grow_old(self.place(step))
        self.a.grow_old(self.place(step, A))

    def collect(self, step, x, d):
        """The gradient of a sample onto A."""
        self.a.learn(x, d, self.rate, self.place(step, A))

    def next_row(self):
        """0, 1, ... n-1, 0, ... or, sweep by sweep, a new permutation."""
        n = len(self.a.w)
        sweep, t = divmod(self.visits, n)
        self.visits += 1
        return shuffled(self.place(sweep, A), n)[t] if self.permuted else t

    def transfer(self, step, slot, t):
        """C_t <- C_t + transfer_rate A_t: x = one-hot(t), d = -(A_t as read).

        slot: which row of this transfer it is, 0, 1, ...; part of the address of its random numbers.
        """
        seen = self.read_row(step, slot, t)
        self.c.learn(self.one_hot(t), [-v for v in seen], self.transfer_rate, self.place(step, C, slot))

    def one_hot(self, t):
        return [float(i == t) for i in range(len(self.c.w))]

    def read_row(self, step, slot, t, array=A):
        """Row t of A, or of array number `array` of `held`, as its word line is read."""
        w, place = self.held(array).w, self.place(step, array, slot)
        return read(w, self.one_hot(t), self.transfer_periphery, place, TRANSFER_NOISE).y

    def held(self, array):
        """The array of that number."""
        return {C: self.c, A: self.a}[array]
