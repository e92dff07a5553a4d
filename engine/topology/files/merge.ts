import { ChannelList } from '../channel-list.ts'
import { counted } from '../notes.ts'

/** The channels without loops and, of parallel ones, all but the first. What was done is added to the notes. Linear. */
export function merged(n: number, channels: ChannelList, notes: string[]): ChannelList {
  const { u, v } = channels
  const { starts, order, uppers } = byLowerEnd(n, u, v)
  const kept = new Uint8Array(u.length)
  const metBy = new Int32Array(n).fill(-1)
  let loops = 0
  let parallel = 0
  for (let p = 0; p < n; p++)
    for (let k = starts[p]!; k < starts[p + 1]!; k++) {
      const q = uppers[k]!
      if (p === q) loops++
      else if (metBy[q] === p) parallel++
      else kept[order[k]!] = 1
      metBy[q] = p
    }
  if (loops > 0) notes.push(`dropped ${counted(loops, 'self-loop')}`)
  if (parallel > 0) notes.push(`merged ${counted(parallel, 'parallel channel')}`)
  if (loops + parallel === 0) return channels
  const simple = new ChannelList(u.length - loops - parallel)
  for (let i = 0; i < u.length; i++) if (kept[i] === 1) simple.push(u[i]!, v[i]!, channels.weightOf(i))
  return simple
}

/** The channels sorted by their lower end p, those of one p from starts[p] on and in their order: index, upper end. */
function byLowerEnd(n: number, u: Uint32Array, v: Uint32Array) {
  const starts = new Uint32Array(n + 1)
  for (let i = 0; i < u.length; i++) starts[Math.min(u[i]!, v[i]!) + 1]!++
  for (let p = 0; p < n; p++) starts[p + 1]! += starts[p]!
  const next = starts.slice()
  const order = new Uint32Array(u.length)
  const uppers = new Uint32Array(u.length)
  for (let i = 0; i < u.length; i++) {
    const place = next[Math.min(u[i]!, v[i]!)]!++
    order[place] = i
    uppers[place] = Math.max(u[i]!, v[i]!)
  }
  return { starts, order, uppers }
}
