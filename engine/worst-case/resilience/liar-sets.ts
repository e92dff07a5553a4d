/** All sets of at most so many of n processors, the smallest first. */
export function liarSets(n: number, most: number): number[][] {
  let sets: number[][] = [[]]
  for (let p = 0; p < n; p++) sets = [...sets, ...sets.map((set) => [...set, p])]
  return sets.filter((set) => set.length <= most).sort((a, b) => a.length - b.length)
}
