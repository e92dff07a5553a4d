/** The mean number of phases of n processors, 2.4417 for many. */
export function meanPhases(n: number): number {
  const mean = [0, 0]
  for (let a = 2; a <= n; a++) {
    // The binomial probability of k candidates of a, each with probability 1/a.
    let probability = (1 - 1 / a) ** a
    const none = probability
    let others = 1
    for (let k = 1; k < a && probability > 0; k++) {
      probability *= (a - k + 1) / (k * (a - 1))
      others += probability * mean[k]!
    }
    mean.push(others / (1 - none - a ** -a))
  }
  return mean[n]!
}
