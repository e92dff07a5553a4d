import {
  type History,
  isPending,
  type HistoryOperation as Operation,
  operationsOf,
  type SequentialObject,
} from '../../../engine/index.ts'

/**
 * The definitions, word by word: some of the pending operations, with all others, in some order in which every object
 * answers as it should, and in which no operation comes after one that has to come later.
 */
function hasOrder(
  history: History,
  object: SequentialObject,
  comesFirst: (a: Operation, b: Operation) => boolean,
): boolean {
  const operations = operationsOf(history)
  const pending = operations.filter(isPending)
  for (let chosen = 0; chosen < 2 ** pending.length; chosen++) {
    const left = operations.filter(
      (each) => !isPending(each) || ((chosen >> pending.indexOf(each)) & 1) === 1,
    )
    for (const order of permutations(left))
      if (respects(order, comesFirst) && isLegal(order, object)) return true
  }
  return false
}

export const isLinearizable = (history: History, object: SequentialObject): boolean =>
  hasOrder(history, object, (a, b) => a.responded < b.invoked)

export const isSequentiallyConsistent = (history: History, object: SequentialObject): boolean =>
  hasOrder(history, object, (a, b) => a.processor === b.processor && a.responded < b.invoked)

function* permutations<T>(items: readonly T[]): Generator<readonly T[]> {
  if (items.length === 0) yield []
  for (const [i, item] of items.entries())
    for (const rest of permutations([...items.slice(0, i), ...items.slice(i + 1)])) yield [item, ...rest]
}

const respects = (
  order: readonly Operation[],
  comesFirst: (a: Operation, b: Operation) => boolean,
): boolean => order.every((a, i) => order.slice(i + 1).every((b) => !comesFirst(b, a)))

function isLegal(order: readonly Operation[], object: SequentialObject): boolean {
  const states = new Map<string, unknown>()
  return order.every((each) => {
    const state = states.has(each.object) ? states.get(each.object) : object.initial
    const step = object.apply(state, each.operation, each.argument, each.processor)
    states.set(each.object, step.state)
    if (isPending(each) || step.result === undefined) return true
    return JSON.stringify(step.result ?? null) === JSON.stringify(each.result ?? null)
  })
}
