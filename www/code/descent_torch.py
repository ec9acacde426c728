# PyTorch, the slope by autograd.
import torch

theta = torch.tensor([5.0, -3.0, 2.0], requires_grad=True)
optimizer = torch.optim.SGD([theta], lr=0.1)

for step in range(25):
    optimizer.zero_grad()
    loss = (theta**2).sum()
    loss.backward()
    optimizer.step()

print(theta.detach())
