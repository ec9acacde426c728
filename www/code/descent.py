# Pure Python, the slope by hand.
x = 5.0
alpha = 0.1

for step in range(25):
    gradient = 2 * x
    x = x - alpha * gradient

print(f"{x:.5f}")
