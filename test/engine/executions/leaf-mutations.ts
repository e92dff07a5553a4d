type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** A whole number from 0 to below `count`. */
type Choose = (count: number) => number

/** A line with one value changed, and where that stands: `instance.ids[2]`, `end.claims[0].value`. */
export interface LeafMutation {
  readonly text: string
  readonly path: string
  readonly before: Json
  /** Undefined: the field or the item was taken out. */
  readonly after: Json | undefined
}

/** Changes or takes out one value of a line of JSON, as `choose` says. */
export function mutateLeaf(line: string, choose: Choose): LeafMutation {
  const root = JSON.parse(line) as Json
  let path = ''
  let parent = root as Json[] | { [key: string]: Json }
  for (;;) {
    const keys = Object.keys(parent)
    const key = keys[choose(keys.length)]!
    const slot = Array.isArray(parent) ? Number(key) : key
    const name = Array.isArray(parent) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    const before = (parent as Record<string | number, Json>)[slot]!
    const isLeaf = typeof before !== 'object' || before === null || Object.keys(before).length === 0
    if (!isLeaf && choose(8) > 0) {
      parent = before as typeof parent
      path = name
      continue
    }
    const after = isLeaf && choose(6) > 0 ? changed(before, choose) : undefined
    if (after !== undefined) (parent as Record<string | number, Json>)[slot] = after
    else if (Array.isArray(parent)) parent.splice(slot as number, 1)
    else delete parent[slot]
    return { text: JSON.stringify(root), path: name, before, after }
  }
}

/** Another value in place of one, often of the same type. */
function changed(value: Json, choose: Choose): Json {
  const strangers: readonly Json[] = [null, true, -1, 0.5, 7, 'x', [], {}]
  const others = [...likeIt(value), strangers[choose(strangers.length)]!]
  const different = others.filter((other) => JSON.stringify(other) !== JSON.stringify(value))
  return different[choose(different.length)]!
}

function likeIt(value: Json): readonly Json[] {
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'number') return [value + 1, value - 1, value * 1.5, value / 2, value + 0.01, 0]
  if (typeof value === 'string')
    return [
      `${value}x`,
      'synchronous',
      'asynchronous',
      'held',
      'violated',
      'budget',
      'terminated',
      'ring',
      'random',
    ]
  return [1, 2, 0]
}
