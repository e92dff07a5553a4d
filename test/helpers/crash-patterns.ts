/** What one processor may do: not crash, or crash in one of `rounds` rounds and still send to some of the others. */
function crashesOf(p: number, n: number, rounds: number): (string | null)[] {
  const others = Array.from({ length: n }, (_, q) => q).filter((q) => q !== p)
  const crashes: (string | null)[] = [null]
  for (let round = 0; round < rounds; round++)
    for (let subset = 0; subset < 2 ** others.length; subset++)
      crashes.push(`${p}@${round}${others.map((q, i) => (subset & (1 << i) ? `/${q}` : '')).join('')}`)
  return crashes
}

/** All ways in which at most `most` of n processors crash, each as it is spelled. */
export function crashPatterns(n: number, most: number, rounds: number): string[] {
  let all: string[][] = [[]]
  for (let p = 0; p < n; p++)
    all = all.flatMap((begun) =>
      crashesOf(p, n, rounds).flatMap((crash) => {
        if (crash === null) return [begun]
        return begun.length === most ? [] : [[...begun, crash]]
      }),
    )
  return all.map((crashes) => (crashes.length === 0 ? 'none' : `crash:given=${crashes.join('+')}`))
}
