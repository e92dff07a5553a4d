import { gammaln } from 'simple-statistics'

/** P(T > t) for Student's t with so many degrees of freedom, which need not be whole. */
export function tTail(t: number, degrees: number): number {
  // P(|T| > t) is the incomplete beta function of degrees / (degrees + t²) (Abramowitz & Stegun 1964, formula 26.7.1).
  const both = incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5)
  return t >= 0 ? both / 2 : 1 - both / 2
}

/** The 97.5% quantile. */
export function tQuantile975(degrees: number): number {
  // Bisection over the angle whose tangent is t.
  let [low, high] = [0, Math.PI / 2]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (tTail(Math.tan(middle), degrees) > 0.025) low = middle
    else high = middle
  }
  return Math.tan((low + high) / 2)
}

/** The regularised incomplete beta function I_x(a, b). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  // The continued fraction converges fast on one side of the mean; the other side is its complement.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(
    gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log1p(-x) - Math.log(a),
  )
  return front * continuedFraction(x, a, b)
}

/** Formula 26.5.8, by Lentz's method. */
function continuedFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m <= 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    let factor = 1
    for (const term of [even, odd]) {
      d = 1 / away(1 + term * d)
      c = away(1 + term / c)
      factor = c * d
      value *= factor
    }
    if (Math.abs(factor - 1) < 1e-14) break
  }
  return value
}

/** Away from 0, by which nothing can be divided. */
const away = (x: number): number => (Math.abs(x) < 1e-300 ? 1e-300 : x)
