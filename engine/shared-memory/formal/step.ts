import { ModelError } from '../../errors.ts'
import { sameValue } from '../../histories/same-value.ts'
import type { Finding } from '../../model/index.ts'
import { doesNotOffer, mayNotRead, mayNotWrite, noSuchLine, outOfRange } from '../memory/faults.ts'
import type { VariableLayout } from '../memory/layout.ts'
import { placeOf } from '../memory/program.ts'
import type { LineFunction } from '../memory/undeclared.ts'
import {
  type AccessKind,
  isSharedObject,
  type LineNumber,
  type ObjectCall,
  type ObjectState,
  operationNames,
  type ReadModifyWrite,
} from '../model/index.ts'
import {
  declarationsOf,
  type Section,
  type SharedConfiguration,
  type SharedProcessorState,
} from './configuration.ts'
import { type DescribedAccess, describe, lineAfter } from './describe.ts'

/** A step of a processor, and what it did. */
export interface SharedStep {
  readonly processor: number
  /** The sections before and after it. */
  readonly from: Section
  readonly to: Section
  /** The operation that it belongs to: `acquire`, `scan`. */
  readonly operation: string
  /** Where the processor was, and where it is. */
  readonly line: LineNumber
  readonly next: LineNumber
  readonly kind: AccessKind
  /** The variable, by its number in the order of declaration, and its value before and after; of a coin, what came up. */
  readonly variable: number
  readonly before: unknown
  readonly after: unknown
  /** An `await` whose condition did not hold. */
  readonly inVain: boolean
  /** What an operation of an object is asked with, at its first step, and what it answers, at its last one; null for nothing. */
  readonly argument?: unknown
  readonly answer?: unknown
}

/** Whether a step of a processor is applicable, or the reason why not. All are, but those of who wants to enter no more. */
export function sharedApplicable({ processors }: SharedConfiguration, processor: number): Finding {
  const own = processors[processor]
  if (own === undefined) return `there is no p_${processor} among ${processors.length} processors`
  if (own.section === 'remainder' && own.passagesLeft === 0) return `p_${processor} has made all its passages`
  return true
}

/** The operation that is under way at a processor or comes next. */
export function operationUnderWay(
  { system: { algorithm, calls }, processors }: SharedConfiguration,
  processor: number,
): string {
  const { section, call } = processors[processor]!
  if (isSharedObject(algorithm))
    return operationNames(algorithm)[callOf(calls!, processor, call!)!.operation]!
  return section === 'remainder' || section === 'entry' ? 'acquire' : 'release'
}

/** The access that a processor makes next, on a copy of its state. Throws a ModelError that names the line. */
export function nextAccess(
  configuration: SharedConfiguration,
  processor: number,
): { readonly access: DescribedAccess; readonly state: object; readonly operation: string } {
  const { system } = configuration
  const { line, state: given } = configuration.processors[processor]!
  const operation = operationUnderWay(configuration, processor)
  const state = structuredClone(given)
  const access = describe(linesOf(system.algorithm, operation)[line]!, state, declarationsOf(system))
  return { access, state, operation }
}

/**
 * A step: the configuration that it results in, and what it did. If it flips a coin, `told` comes up. Throws a ModelError that
 * names the line.
 */
export function sharedStep(
  configuration: SharedConfiguration,
  processor: number,
  told = 0,
): { readonly configuration: SharedConfiguration; readonly step: SharedStep } {
  const { system, variables, processors, values } = configuration
  const before = processors[processor]!
  const { section: from, line } = before
  const { access, state, operation } = nextAccess(configuration, processor)
  const fail = (reason: string): never => {
    throw new ModelError(`${placeOf(system.algorithm.name, processor, operation, line)} ${reason}`)
  }
  const variable = variables.findIndex(({ name }) => name === access.variable)
  if (variable < 0) return fail(`uses ${access.variable}, which is not declared`)
  const layout = variables[variable]!
  assertMay(layout, processor, access, fail)
  if (access.kind !== 'flip' && told !== 0) return fail(`flips no coin, but is told ${told}`)
  const flips = access.kind === 'flip'
  const value = flips ? told : values[variable]!
  const after = valueAfter(access, value)
  if (!isValue(layout, after))
    return fail(
      flips ? `flips ${layout.name}, which does not show ${told}` : outOfRange(layout, after as number),
    )
  const inVain = access.kind === 'await' && !access.condition(value)
  const next = inVain ? line : lineAfter(access, value)
  if (next !== 0 && linesOf(system.algorithm, operation)[next] === undefined)
    return fail(noSuchLine(next, operation))
  const { own, ...interfaced } = moved(configuration, processor, next, state)
  return {
    configuration: {
      ...configuration,
      processors: processors.with(processor, own),
      values: flips ? values : values.with(variable, after),
    },
    step: {
      ...{ processor, from, to: own.section, operation, line, next: own.line },
      ...{ kind: access.kind, variable, before: value, after, inVain },
      ...interfaced,
    },
  }
}

const linesOf = ({ operations }: SharedConfiguration['system']['algorithm'], operation: string) =>
  (operations as Readonly<Record<string, Readonly<Record<LineNumber, LineFunction>>>>)[operation]!

/** The state of a processor after a step that leads to a line, and what crossed the interface. */
function moved(
  { system: { algorithm, calls }, processors }: SharedConfiguration,
  processor: number,
  next: LineNumber,
  state: object,
): { readonly own: SharedProcessorState } & Pick<SharedStep, 'argument' | 'answer'> {
  const { section, passagesLeft, call } = processors[processor]!
  const over = next === 0
  const line = over ? 1 : next
  if (!isSharedObject(algorithm)) {
    const enters = section === 'remainder' || section === 'entry'
    const to = enters ? (over ? 'critical' : 'entry') : over ? 'remainder' : 'exit'
    const left = to === 'remainder' ? passagesLeft - 1 : passagesLeft
    return { own: { section: to, line, state, passagesLeft: left } }
  }
  const { argument, answer } = state as ObjectState
  const invoked = section === 'remainder' ? { argument } : {}
  if (!over) return { own: { section: 'operation', line, state, passagesLeft, call: call! }, ...invoked }
  const left = passagesLeft - 1
  const turn = (call! + 1) % calls![processor]!.length
  const asked = left > 0 ? callOf(calls!, processor, turn).argument : null
  const rested = { ...state, argument: asked, answer: null }
  const own = { section: 'remainder', line, state: rested, passagesLeft: left, call: turn } as const
  return { own, ...invoked, answer }
}

const callOf = (calls: readonly (readonly ObjectCall[])[], processor: number, call: number): ObjectCall =>
  calls[processor]![call]!

/** What an access leaves in its variable. */
function valueAfter(access: DescribedAccess, before: unknown): unknown {
  switch (access.kind) {
    case 'read':
    case 'await':
    case 'flip':
      return before
    case 'write':
    case 'swap':
      return access.value
    case 'testAndSet':
      return 1
    case 'fetchAndAdd':
      return Number(before) + access.amount
    case 'compareAndSwap':
      return sameValue(before, access.expected) ? access.value : before
    case 'modify':
      return access.change(before)
  }
}

function assertMay(
  layout: VariableLayout,
  p: number,
  { kind }: DescribedAccess,
  fail: (reason: string) => never,
): void {
  if (kind === 'flip') return
  const reads = kind !== 'write'
  const writes = kind !== 'read' && kind !== 'await'
  if (reads && layout.readers !== null && !layout.readers.includes(p)) fail(mayNotRead(layout))
  if (writes && layout.writers !== null && !layout.writers.includes(p)) fail(mayNotWrite(layout))
  const isRmw = reads && writes
  if (isRmw && !layout.offers.includes(kind as ReadModifyWrite)) fail(doesNotOffer(layout, kind))
}

const isValue = ({ min, max, holdsData }: VariableLayout, value: unknown): boolean =>
  holdsData || (Number.isInteger(value) && Number(value) >= min && Number(value) <= max)
