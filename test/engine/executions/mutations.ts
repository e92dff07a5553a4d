/** Ways to spoil the record of an execution. */
export const mutations = [
  'an event moved',
  'an event dropped',
  'an event duplicated',
  'a time lowered',
  'an arrival lowered',
  'a payload changed',
  'a channel changed',
  'a message processed twice',
  'a message not processed',
  'a termination changed',
  'a wake-up changed',
  'a count changed',
] as const

type Mutation = (typeof mutations)[number]

interface Line {
  t: number
  p: number
  wakes?: boolean
  in?: number[]
  out?: [number, unknown, number?][]
  terminates?: boolean
}

interface Mutated {
  readonly lines: string[]
  /** The first line that is not as it was. */
  readonly line: number
  /** How many lines later the checker may notice, at most. */
  readonly within: number
}

/** The lines after a mutation at a place that `choice` determines; null if there is nothing to mutate. */
export function mutate(lines: readonly string[], mutation: Mutation, choice: number): Mutated | null {
  const events = lines.length - 2
  const index = 1 + (choice % events)
  const copy = [...lines]
  const edit = (change: (line: Line) => boolean): Mutated | null => {
    // The first event from the chosen one on that can be changed so.
    for (let i = index; i <= events; i++) {
      const line = JSON.parse(copy[i]!) as Line
      if (!change(line)) continue
      copy[i] = JSON.stringify(line)
      return { lines: copy, line: i + 1, within: 0 }
    }
    return null
  }
  switch (mutation) {
    case 'an event moved': {
      const to = 1 + (Math.floor(choice / events) % events)
      if (to === index) return null
      copy.splice(to, 0, copy.splice(index, 1)[0]!)
      return { lines: copy, line: Math.min(index, to) + 1, within: 0 }
    }
    case 'an event dropped':
      copy.splice(index, 1)
      return { lines: copy, line: index + 1, within: 0 }
    case 'an event duplicated':
      copy.splice(index, 0, copy[index]!)
      return { lines: copy, line: index + 2, within: 0 }
    case 'a time lowered':
      return edit((line) => {
        if (line.t === 0) return false
        line.t *= 0.999
        return true
      })
    case 'an arrival lowered': {
      const mutated = edit(({ t, out = [] }) => {
        const last = out.at(-1)
        if (last?.[2] === undefined) return false
        last[2] = t + (last[2] - t) * 0.999
        return true
      })
      // The message is then due before its event, which shows at the latest there.
      return mutated && { ...mutated, within: events }
    }
    case 'a payload changed':
      return edit(({ out = [] }) => {
        const sending = out.find(([, content]) => typeof content === 'object')
        if (sending === undefined) return false
        sending[1] = { ...(sending[1] as object), value: -1 }
        return true
      })
    case 'a channel changed':
      return edit(({ out = [] }) => {
        if (out.length === 0) return false
        out[0]![0]++
        return true
      })
    case 'a message processed twice':
      return edit((line) => {
        if (line.in === undefined) return false
        line.in.push(line.in[0]!)
        return true
      })
    case 'a message not processed':
      return edit((line) => line.in?.pop() !== undefined)
    case 'a termination changed':
      return edit((line) => {
        line.terminates = !line.terminates
        return true
      })
    case 'a wake-up changed':
      return edit((line) => {
        line.wakes = !line.wakes
        return true
      })
    case 'a count changed': {
      const { end } = JSON.parse(copy.at(-1)!)
      const field = (['events', 'messages', 'time', 'delay_max'] as const)[choice % 4]!
      copy[copy.length - 1] = JSON.stringify({ end: { ...end, [field]: end[field] + 1 } })
      return { lines: copy, line: copy.length, within: 0 }
    }
  }
}
