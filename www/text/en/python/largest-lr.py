# Find the largest lr, to four decimals,
# with |x| < 0.001 after 25 steps.
lr = 0.5

x = 5.0
trail = [x]
for step in range(25):
    x = x - lr * 2 * x
    trail.append(x)

print("|x| after 25 steps:", abs(x))
print("below 0.001:", abs(x) < 1e-3)
