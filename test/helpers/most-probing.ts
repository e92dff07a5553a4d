/**
 * The most messages that an election of Hirschberg and Sinclair can take on n processors, the announcement aside: the
 * oracle for declared and for searched worst cases. By recursion over who is the largest of those between two larger
 * ones; a probe is followed channel by channel.
 */
export function mostProbing(n: number): number {
  let winner = 2 * n
  for (let reach = 1; reach < n; reach *= 2) winner += 4 * reach
  return winner + mostBetween(n - 1)
}

const known = new Map<number, number>([[0, 0]])

/** The most that `count` processors in a row between two larger ones can cause. */
function mostBetween(count: number): number {
  let most = known.get(count)
  if (most === undefined) {
    const costs = Array.from({ length: count }, (_, place) => {
      const [toLeft, toRight] = [place + 1, count - place]
      return causedBy(toLeft, toRight) + mostBetween(place) + mostBetween(count - 1 - place)
    })
    most = Math.max(...costs)
    known.set(count, most)
  }
  return most
}

/** What a processor causes whose next larger ones are so far away. */
function causedBy(toLeft: number, toRight: number): number {
  let messages = 0
  for (let phase = 0; ; phase++) {
    let replies = 0
    for (const larger of [toLeft, toRight]) {
      let hops = 0
      while (hops < larger && hops < 2 ** phase) hops++
      // Swallowed by the larger one, or answered all the way back.
      if (hops < larger) replies++
      messages += hops < larger ? 2 * hops : hops
    }
    if (replies < 2) return messages
  }
}
