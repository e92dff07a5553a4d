/** Which processors wake by themselves in which round: the first that does not begin before their time. */
export function wakeRounds(wakeTimes: ArrayLike<number>): Map<number, number[]> {
  const rounds = new Map<number, number[]>()
  for (let p = 0; p < wakeTimes.length; p++) {
    if (wakeTimes[p] === Number.POSITIVE_INFINITY) continue
    const round = Math.ceil(wakeTimes[p]!)
    const group = rounds.get(round)
    if (group === undefined) rounds.set(round, [p])
    else group.push(p)
  }
  return rounds
}
