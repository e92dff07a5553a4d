/**
 * The 97.5% quantile of Student's t distribution, by which the half width of a 95% confidence interval of a mean is
 * the standard error times. `degrees` is a positive integer.
 */
export function studentT975(degrees: number): number {
  // Bisection over the angle θ = arctan(t / √degrees), in which the probability is a finite sum.
  let low = 0
  let high = Math.PI / 2
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (centralProbability(middle, degrees) < 0.95) low = middle
    else high = middle
  }
  return Math.tan((low + high) / 2) * Math.sqrt(degrees)
}

/** P(−t < T < t) for t = √degrees · tan θ (Abramowitz & Stegun 1964, formulas 26.7.3 and 26.7.4). */
function centralProbability(theta: number, degrees: number): number {
  const cosine = Math.cos(theta)
  const odd = degrees % 2 === 1
  let term = odd ? cosine : 1
  let sum = degrees === 1 ? 0 : term
  for (let k = odd ? 3 : 2; k <= degrees - 2; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine
    sum += term
  }
  return odd ? (2 / Math.PI) * (theta + Math.sin(theta) * sum) : Math.sin(theta) * sum
}
