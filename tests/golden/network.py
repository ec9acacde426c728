"""What PyTorch makes of the network on the first 32 digits, in float64: costs of ten steps of SGD with learning rate 1, and every
fiftieth number of the first gradient. Writes network.json beside itself.

    python tests/golden/network.py
"""

import json
import pathlib

import torch

HERE = pathlib.Path(__file__).parent
FILE = (HERE / "../../www/digits/digits.bin").read_bytes()
COUNT = 32

training, held_out = (FILE[at] + 256 * FILE[at + 1] for at in (8, 10))
halves = [half for byte in FILE[12:] for half in (byte >> 4, byte & 15)]
labels = torch.tensor(halves[:COUNT])
images = torch.zeros(COUNT, 784, dtype=torch.float64)
at = training + held_out
for image in range(COUNT):
    place = 0
    while place < 784:
        if halves[at]:
            images[image, place] = halves[at] / 15
            place, at = place + 1, at + 1
        else:
            place, at = place + halves[at + 1] + 1, at + 2

layers = [torch.nn.Linear(*shape, dtype=torch.float64) for shape in ((784, 16), (16, 16), (16, 10))]
network = torch.nn.Sequential(*(part for layer in layers for part in (layer, torch.nn.Sigmoid())))
parameters = list(network.parameters())
numbers = torch.tensor([index * 7919 % 513 / 1024 - 0.25 for index in range(13002)], dtype=torch.float64)
torch.nn.utils.vector_to_parameters(numbers, parameters)
wanted = torch.nn.functional.one_hot(labels, 10).double()
optimizer = torch.optim.SGD(parameters, lr=1)

costs = []
gradient = []
for step in range(10):
    optimizer.zero_grad()
    cost = ((network(images) - wanted) ** 2).sum(1).mean()
    cost.backward()
    costs.append(cost.item())
    gradient = gradient or torch.cat([each.grad.flatten() for each in parameters])[::50].tolist()
    optimizer.step()

golden = {"torch": torch.__version__, "costs": costs, "gradient": gradient}
(HERE / "network.json").write_text(json.dumps(golden, indent=1) + "\n")
