# Minimise (x - 7)² from 0.
# Three lines are to be completed.
x = 0.0
alpha = 0.15

for step in range(1, 26):
    gradient = 0  # slope of (x - 7)² at x
    x = x  # one step downhill
    loss = 0  # loss at the new x
    if step % 5 == 0:
        print(f"{x:.4f} {loss:.4f}")
