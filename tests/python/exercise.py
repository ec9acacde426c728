# A solution of the challenge `exercise`: (x - 7)² from 0, told every five steps.
x = 0.0
alpha = 0.15

for step in range(1, 26):
    gradient = 2 * (x - 7)
    x = x - alpha * gradient
    loss = (x - 7) ** 2
    if step % 5 == 0:
        print(f"{x:.4f} {loss:.4f}")
