"""Runs whose steps look at a batch of the samples: the order of the samples a second time, and what PyTorch does in it.

The order is the one the core promises: Durstenfeld's shuffle of 0 … n − 1 for each epoch, with a PCG32 (O'Neill, 2014)
whose seed is SplitMix64's mix of the mixed seed plus the epoch, and Lemire's draw below a bound.
"""

import torch

from losses import EIGHT, PENGUINS, TEN, absolute, cross_entropy, line, squared

STEPS = 25
U32, U64 = 2**32 - 1, 2**64 - 1


def mix(number):
    number = (number + 0x9E3779B97F4A7C15) & U64
    number = ((number ^ number >> 30) * 0xBF58476D1CE4E5B9) & U64
    number = ((number ^ number >> 27) * 0x94D049BB133111EB) & U64
    return number ^ number >> 31


class Pcg32:
    def __init__(self, seed):
        self.state, self.increment = 0, (1442695040888963407 << 1 | 1) & U64
        self.draw()
        self.state = (self.state + seed) & U64
        self.draw()

    def draw(self):
        old = self.state
        self.state = (old * 6364136223846793005 + self.increment) & U64
        word, turn = ((old >> 18 ^ old) >> 27) & U32, old >> 59
        return (word >> turn | word << (-turn & 31)) & U32

    def below(self, bound):
        while True:
            product = self.draw() * bound
            if product & U32 >= (U32 + 1 - bound) % bound:
                return product >> 32


def order(count, seed, epoch, shuffle):
    places = list(range(count))
    if shuffle:
        random = Pcg32(mix((mix(seed) + epoch) & U64))
        for end in range(count - 1, 0, -1):
            other = random.below(end + 1)
            places[end], places[other] = places[other], places[end]
    return places


def batch_of(step, count, size, seed, shuffle):
    epoch, place = divmod(step, -(-count // size))
    return order(count, seed, epoch, shuffle)[place * size : (place + 1) * size]


METHODS = {"gradientDescent": torch.optim.SGD, "adam": torch.optim.Adam, "momentum": lambda p, lr: torch.optim.SGD(p, lr, momentum=0.9)}


def batched(settings, value, count, method, rate, start, **batching):
    """One row: every step descends on its batch, and the losses are those of all samples."""
    point = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer = METHODS[method]([point], lr=rate)
    points, losses = [point.tolist()], [value(point).item()]
    for step in range(STEPS):
        chosen = batch_of(step, count, batching["batch"], batching.get("seed", 0), batching.get("shuffle", True))
        optimizer.zero_grad()
        value(point, torch.tensor(chosen)).backward()
        optimizer.step()
        points.append(point.tolist())
        losses.append(value(point).item())
    experiment = {
        "loss": settings,
        "optimizer": {"name": method, "learningRate": rate},
        "start": start,
        "steps": STEPS,
        **batching,
    }
    return {"experiment": experiment, "points": points, "losses": losses, "later": None}


def batched_rows():
    ten = {"name": "regression", "reduction": "mean", "data": TEN}
    mean = line(TEN, squared, mean=True)
    penguins = {"name": "regression", "residual": "absolute"}
    for method, rate in (("gradientDescent", 0.05), ("momentum", 0.01), ("adam", 0.1)):
        yield batched(ten, mean, 10, method, rate, [-1.0, 4.0], batch=3, shuffle=False)
        yield batched(ten, mean, 10, method, rate, [-1.0, 4.0], batch=4, seed=7)
        yield batched({"name": "logistic"}, line(EIGHT, cross_entropy), 8, method, rate, [-4.0, -2.0], batch=1, seed=1)
        yield batched(penguins, line(PENGUINS, absolute), 3, method, rate, [350.0, 10.0], batch=2, seed=2**53 - 1)
