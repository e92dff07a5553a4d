import { ModelError } from '../../errors.ts'
import type { Finding } from '../../model/index.ts'
import { doesNotOffer, mayNotRead, mayNotWrite, noSuchLine, outOfRange } from '../memory/faults.ts'
import type { VariableLayout } from '../memory/layout.ts'
import { placeOf } from '../memory/program.ts'
import type { AccessKind, LineNumber, ReadModifyWrite } from '../model/index.ts'
import type { Section, SharedConfiguration, SharedProcessorState } from './configuration.ts'
import { type DescribedAccess, describe, lineAfter } from './describe.ts'

/** A step of a processor, and what it did. */
export interface SharedStep {
  readonly processor: number
  /** The sections before and after it. */
  readonly from: Section
  readonly to: Section
  /** Where the processor was, and where it is. */
  readonly line: LineNumber
  readonly next: LineNumber
  readonly kind: AccessKind
  /** The variable, by its number in the order of declaration, and its value before and after. */
  readonly variable: number
  readonly before: number
  readonly after: number
  /** An `await` whose condition did not hold. */
  readonly inVain: boolean
}

/** Whether a step of a processor is applicable, or the reason why not. All are, but those of who wants to enter no more. */
export function sharedApplicable({ processors }: SharedConfiguration, processor: number): Finding {
  const own = processors[processor]
  if (own === undefined) return `there is no p_${processor} among ${processors.length} processors`
  if (own.section === 'remainder' && own.passagesLeft === 0) return `p_${processor} has made all its passages`
  return true
}

/** The access that a processor makes next, on a copy of its state. Throws a ModelError that names the line. */
export function nextAccess(
  { system: { algorithm, n }, processors }: SharedConfiguration,
  processor: number,
): { readonly access: DescribedAccess; readonly state: object; readonly operation: 'acquire' | 'release' } {
  const { section, line, state: given } = processors[processor]!
  const operation = section === 'remainder' || section === 'entry' ? 'acquire' : 'release'
  const state = structuredClone(given)
  const access = describe(algorithm.operations[operation][line]!, state, algorithm.variables({ n }))
  return { access, state, operation }
}

/** A step: the configuration that it results in, and what it did. Throws a ModelError that names the line. */
export function sharedStep(
  configuration: SharedConfiguration,
  processor: number,
): { readonly configuration: SharedConfiguration; readonly step: SharedStep } {
  const { system, variables, processors, values } = configuration
  const { section: from, line, passagesLeft } = processors[processor]!
  const { access, state, operation } = nextAccess(configuration, processor)
  const fail = (reason: string): never => {
    throw new ModelError(`${placeOf(system.algorithm.name, processor, operation, line)} ${reason}`)
  }
  const variable = variables.findIndex(({ name }) => name === access.variable)
  if (variable < 0) return fail(`uses ${access.variable}, which is not declared`)
  const layout = variables[variable]!
  assertMay(layout, processor, access, fail)
  const before = values[variable]!
  const after = valueAfter(access, before)
  if (!isValue(layout, after)) return fail(outOfRange(layout, after))
  const inVain = access.kind === 'await' && !access.condition(before)
  const next = inVain ? line : lineAfter(access, before)
  if (next !== 0 && system.algorithm.operations[operation][next] === undefined)
    return fail(noSuchLine(next, operation))
  const over = next === 0
  const to = operation === 'acquire' ? (over ? 'critical' : 'entry') : over ? 'remainder' : 'exit'
  const own: SharedProcessorState = {
    section: to,
    line: over ? 1 : next,
    state,
    passagesLeft: to === 'remainder' ? passagesLeft - 1 : passagesLeft,
  }
  return {
    configuration: {
      ...configuration,
      processors: processors.with(processor, own),
      values: values.with(variable, after),
    },
    step: { processor, from, to, line, next: own.line, kind: access.kind, variable, before, after, inVain },
  }
}

/** What an access leaves in its variable. */
function valueAfter(access: DescribedAccess, before: number): number {
  switch (access.kind) {
    case 'read':
    case 'await':
      return before
    case 'write':
    case 'swap':
      return access.value
    case 'testAndSet':
      return 1
    case 'fetchAndAdd':
      return before + access.amount
    case 'compareAndSwap':
      return before === access.expected ? access.value : before
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
  const reads = kind !== 'write'
  const writes = kind !== 'read' && kind !== 'await'
  if (reads && layout.readers !== null && !layout.readers.includes(p)) fail(mayNotRead(layout))
  if (writes && layout.writers !== null && !layout.writers.includes(p)) fail(mayNotWrite(layout))
  const isRmw = reads && writes
  if (isRmw && !layout.offers.includes(kind as ReadModifyWrite)) fail(doesNotOffer(layout, kind))
}

const isValue = ({ min, max }: VariableLayout, value: number): boolean =>
  Number.isInteger(value) && value >= min && value <= max
