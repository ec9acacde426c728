# Walk down f(x) = x² from 5.
# Change lr and run it again.
x = 5.0
lr = 0.1

trail = [x]
for step in range(25):
    gradient = 2 * x
    x = x - lr * gradient
    trail.append(x)

largest = max(abs(point) for point in trail)
print("final x:", x)
print("largest |x| seen:", largest)
print("|x| < 1e-3:", abs(x) < 1e-3)
