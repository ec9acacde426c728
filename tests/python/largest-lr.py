# A solution of the challenge `largest-lr`: the largest rate by halving the range in which it must lie.
def run(lr):
    x, trail = 5.0, [5.0]
    for step in range(25):
        x = x - lr * 2 * x
        trail.append(x)
    return trail


lr, above = 0.5, 1.0
for turn in range(40):
    middle = (lr + above) / 2
    if abs(run(middle)[-1]) < 1e-3:
        lr = middle
    else:
        above = middle

lr = int(lr * 10_000) / 10_000
trail = run(lr)
print("lr:", lr, "gives |x| =", abs(trail[-1]))
