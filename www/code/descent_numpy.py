# NumPy, three parameters at once.
import numpy as np

theta = np.array([5.0, -3.0, 2.0])
alpha = 0.1

for step in range(25):
    gradient = 2 * theta
    theta = theta - alpha * gradient

print(np.round(theta, 4))
