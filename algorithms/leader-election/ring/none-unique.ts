/** The probability that of n draws among k identities no identity is drawn once, by one identity after the other. */
export function noneUnique(n: number, k: number): number {
  /** By number of draws: the probability for so many draws among the identities so far. */
  let none: readonly number[] = Array.from({ length: n + 1 }, (_, draws) => (draws === 1 ? 0 : 1))
  for (let identities = 2; identities <= k; identities++) {
    const before = none
    none = before.map((_, draws) => {
      // How many of the draws are the last of the identities.
      let [probability, sum] = [(1 - 1 / identities) ** draws, 0]
      for (let t = 0; t <= draws; t++) {
        if (t !== 1) sum += probability * before[draws - t]!
        probability *= (draws - t) / ((t + 1) * (identities - 1))
      }
      return sum
    })
  }
  return none[n]!
}
