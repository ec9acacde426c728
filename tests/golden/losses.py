"""The lesson's losses, written a second time in PyTorch and on purpose without a look at src/losses.

Each entry: the function of a float64 tensor of parameters, the settings that go into the experiment,
the start, and a learning rate that suits gradient descent.
"""

import math
from typing import Callable, NamedTuple

import torch


class Loss(NamedTuple):
    name: str
    settings: dict
    value: Callable
    start: list
    rate: float


def bump(x, y, center_x, center_y):
    """The narrow hill (or, with a minus, well) shared by twoWells and hills."""
    return torch.exp(-((x - center_x) ** 2 + (y - center_y) ** 2) / 0.2)


def two_wells(p):
    x, y = p
    return x**2 + y**2 - 2 * bump(x, y, 1, 0) - 3 * bump(x, y, -1, 0)


def hills(p):
    x, z = p[0], 1.4 * p[1]
    return x**2 + z**2 + 2 * bump(x, z, 1, 0) + 6 * bump(x, z, -1, 0) - 2 * bump(x, z, 1, -1)


def ripples(p):
    r = 10 * torch.sqrt(p[0] ** 2 + p[1] ** 2) + 0.01
    return -torch.sin(r) / r + 0.01 * r**2


def rastrigin(p):
    return 20 + (p**2 - 10 * torch.cos(2 * math.pi * p)).sum()


def shifted(center):
    return lambda p: (p[0] - center) ** 2


def absolute_error(measurements):
    data = torch.tensor(measurements, dtype=torch.float64)
    return lambda p: (p[0] - data).abs().sum()


def squared_error(measurements):
    data = torch.tensor(measurements, dtype=torch.float64)
    return lambda p: ((p[0] - data) ** 2).sum()


def ellipse(steepness):
    return lambda p: p[0] ** 2 + steepness * p[1] ** 2


def ravine(a, b):
    return lambda p: a * p[0] ** 2 + b * p[1] ** 2


def rosenbrock(b):
    return lambda p: (1 - p[0]) ** 2 + b * (p[1] - p[0] ** 2) ** 2


def quartic(p):
    x = p[0]
    return 5 * x**4 - x**3 - 5 * x**2 + 2 * x - 9


def himmelblau(p):
    x, y = p
    return (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2


def line(data, score, mean=False, standardize=False):
    """The loss of b + w·x over samples. With the indices of a batch it is the batch's estimate of that."""
    x, y = torch.tensor(data, dtype=torch.float64).T
    if standardize:
        x = (x - x.mean()) / x.std(correction=0)

    def value(p, batch=None):
        chosen = slice(None) if batch is None else batch
        scores = score(p[0] + p[1] * x[chosen], y[chosen])
        return scores.mean() if mean else scores.sum() * (len(x) / len(scores))

    return value


def squared(z, y):
    return (z - y) ** 2


def absolute(z, y):
    return (z - y).abs()


def cross_entropy(z, y):
    return torch.nn.functional.binary_cross_entropy_with_logits(z, y, reduction="none")


def perceptron(z, y):
    return (torch.sign(z) - (2 * y - 1)) ** 2


PENGUINS = [[0.0, 332.0], [2.0, 353.0], [6.0, 419.0]]
EIGHT = [[-3.0, 0.0], [-2.0, 0.0], [-1.5, 0.0], [-0.5, 1.0], [0.5, 0.0], [1.0, 1.0], [2.0, 1.0], [3.0, 1.0]]
TEN = [[0.3, 1.9], [-0.8, 0.1], [2.4, 4.7], [1.1, 3.6], [2.9, 7.7], [-0.2, -0.6], [0.9, 3.3], [1.7, 3.9], [2.2, 6.1], [-0.5, 1.2]]

THREE = [17.0, 19.0, 24.0]
SIX = [1.5, 2.0, 2.5, 4.0, 7.0, 7.25]

LOSSES = [
    # one parameter
    Loss("bowl", {}, lambda p: p[0] ** 2, [5.0], 0.1),
    Loss("shiftedBowl", {"center": 3.0}, shifted(3.0), [8.0], 0.1),
    Loss("shiftedBowl", {"center": -1.75}, shifted(-1.75), [2.0], 0.3),
    Loss("quartic", {}, quartic, [0.0], 0.01),
    Loss("quartic", {}, quartic, [1.1], 0.01),
    Loss("doubleWell", {}, lambda p: p[0] ** 4 - 2 * p[0] ** 2 + 0.3 * p[0], [2.0], 0.05),
    Loss("doubleWell", {}, lambda p: p[0] ** 4 - 2 * p[0] ** 2 + 0.3 * p[0], [-2.0], 0.05),
    Loss("wavy", {}, lambda p: p[0] * torch.cos(0.15 * math.pi * p[0]), [10.0], 0.5),
    Loss("cosh", {}, lambda p: torch.cosh(p[0] / 2), [10.0], 0.2),
    Loss("absolute", {}, lambda p: p[0].abs(), [2.3], 0.3),
    Loss("plateau", {}, lambda p: 1 - torch.exp(-(p[0] ** 2)), [3.0], 0.1),
    Loss("lopsided", {}, lambda p: torch.exp(p[0]) - p[0], [-8.0], 0.1),
    Loss("lopsided", {}, lambda p: torch.exp(p[0]) - p[0], [3.0], 0.1),
    Loss("absoluteError", {"measurements": THREE}, absolute_error(THREE), [24.5], 1.0),
    Loss("absoluteError", {"measurements": SIX}, absolute_error(SIX), [9.1], 0.3),
    Loss("squaredError", {"measurements": THREE}, squared_error(THREE), [24.5], 0.1),
    Loss("squaredError", {"measurements": SIX}, squared_error(SIX), [9.1], 0.05),
    # two parameters
    Loss("roundBowl", {}, lambda p: p[0] ** 2 + p[1] ** 2, [2.5, 2.0], 0.1),
    Loss("ellipse", {"steepness": 4.0}, ellipse(4.0), [-3.0, 2.0], 0.1),
    Loss("ellipse", {"steepness": 12.5}, ellipse(12.5), [-3.0, 2.0], 0.05),
    Loss("ravine", {"a": 0.1, "b": 2.0}, ravine(0.1, 2.0), [-5.0, -2.0], 0.4),
    Loss("ravine", {"a": 1.5, "b": 0.25}, ravine(1.5, 0.25), [-5.0, -2.0], 0.4),
    Loss("rosenbrock", {"b": 20.0}, rosenbrock(20.0), [-1.5, 1.5], 0.004),
    Loss("rosenbrock", {"b": 5.0}, rosenbrock(5.0), [-1.5, 1.5], 0.01),
    Loss("rosenbrock", {"b": 100.0}, rosenbrock(100.0), [-1.5, 1.5], 0.001),
    Loss("banana", {}, lambda p: (1 - p[0]) ** 2 + 20 * (3 * p[1] - p[0] ** 2) ** 2, [-1.21, 0.853], 0.003),
    Loss("himmelblau", {}, himmelblau, [-0.15, 0.67], 0.01),
    Loss("twoWells", {}, two_wells, [1.5, 1.5], 0.02),
    Loss(
        "trigBowl",
        {},
        lambda p: 3 * torch.sin(2 * p[0]) * torch.cos(2 * p[1]) + p[0] ** 2 + p[1] ** 2,
        [-0.5, 1.0],
        0.1,
    ),
    Loss("saddle", {}, lambda p: p[0] ** 2 - p[1] ** 2 + 0.05 * p[1] ** 4, [2.0, 0.0], 0.1),
    Loss("saddle", {}, lambda p: p[0] ** 2 - p[1] ** 2 + 0.05 * p[1] ** 4, [2.0, 0.01], 0.1),
    Loss("stall", {}, lambda p: torch.sin(p[0]) + p[1] ** 2, [1.5, 1.5], 0.001),
    Loss("ripples", {}, ripples, [1.5, 1.5], 0.01),
    Loss("rastrigin", {}, rastrigin, [-2.0, 3.5], 0.002),
    Loss("hills", {}, hills, [1.5, 1.5], 0.02),
    # data
    Loss("regression", {}, line(PENGUINS, squared), [350.0, 10.0], 0.01),
    Loss("regression", {"residual": "absolute"}, line(PENGUINS, absolute), [350.0, 10.0], 0.1),
    Loss(
        "regression",
        {"reduction": "mean", "standardize": True, "data": TEN},
        line(TEN, squared, mean=True, standardize=True),
        [-1.0, 4.0],
        0.2,
    ),
    Loss("logistic", {}, line(EIGHT, cross_entropy), [-4.0, -2.0], 0.1),
    Loss("logistic", {"reduction": "mean"}, line(EIGHT, cross_entropy, mean=True), [3.0, 5.0], 0.5),
    Loss("perceptron", {}, line(EIGHT, perceptron), [-4.0, -2.0], 0.1),
]
