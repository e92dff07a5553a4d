import { InputError } from '../errors.ts'
import type { Service, Value } from '../model/index.ts'
import { isFollowUp } from '../services/index.ts'
import { assertChannels, readChannels } from './given-channels.ts'
import { assertOperation } from './what.ts'
import type { Request, WorkloadFamily } from './workload.ts'

interface Given extends Request {
  readonly processor: number
}

/** The operations named, each at its time, or as soon after it as its processor has answered the one before. */
export const given: WorkloadFamily<'given'> = {
  name: 'given',
  summary: 'the operations named, such as 0.acquire@0+0.release@2.5+1.write(7)@1',
  title: 'given operations',
  parameters: {
    list: {
      kind: 'text',
      description:
        'PROCESSOR.OPERATION@TIME, or PROCESSOR.OPERATION(NUMBER)@TIME, or, asked with channels, PROCESSOR.OPERATION(0/2)@TIME, separated by +',
    },
  },
  positional: 'list',
  check(service, { values }) {
    read(service, values.list)
  },
  create({ service, n, degree, root, values }) {
    const asked = read(service, values.list)
    const outside = asked.find(({ processor }) => processor >= n)
    if (outside !== undefined)
      throw new InputError(
        `workload given: p_${outside.processor} is asked for ${outside.operation}, but the processors are p_0 to p_${n - 1}`,
      )
    assertTheirs(service, asked, root)
    assertChannels(asked, degree)
    const lists = Array.from({ length: n }, (_, p) => asked.filter(({ processor }) => processor === p))
    return {
      next(processor, time) {
        const one = lists[processor]!.shift()
        return one === undefined ? null : { ...one, time: Math.max(time, one.time) }
      },
    }
  },
}

/** Throws an InputError if a processor is asked for what it is not there for. */
function assertTheirs(service: Service, asked: readonly Given[], root: number): void {
  for (const { processor, operation } of asked) {
    const { only } = service.operations[operation]!
    if (only === 'root' && processor !== root)
      throw new InputError(
        `workload given: p_${processor} is asked for ${operation}, but only the root is, p_${root}; choose it with inputs root=${processor}`,
      )
    if (only === 'others' && processor === root)
      throw new InputError(
        `workload given: p_${processor} is asked for ${operation}, but all are but the root, p_${root}`,
      )
  }
}

/** The operations in the order of time. Throws an InputError where one cannot come after those before it. */
function read(service: Service, list: unknown): Given[] {
  if (list === undefined)
    throw new InputError('workload given needs a list: write given:0.acquire@0+0.release@2')
  const all = String(list)
    .split('+')
    .map((part) => readOne(service, part.trim()))
    .sort((a, b) => a.time - b.time)
  const expected = new Map<number, string | undefined>()
  for (const { processor, operation } of all) {
    const next = expected.get(processor)
    if (next === undefined ? isFollowUp(service, operation) : operation !== next)
      throw new InputError(
        `workload given: p_${processor} is asked for ${operation} ${next === undefined ? 'with nothing before it that it follows' : `where ${next} must come next`}`,
      )
    expected.set(processor, service.operations[operation]!.followedBy)
  }
  assertToldApart(service, all)
  assertValues(service, all)
  return all
}

/** Throws an InputError unless operations that are told apart by their arguments all have one of their own. */
function assertToldApart(service: Service, all: readonly Given[]): void {
  const seen = new Set<Value>()
  for (const { processor, operation, argument } of all) {
    if (!service.operations[operation]!.toldApart) continue
    if (argument === undefined)
      throw new InputError(
        `workload given: ${processor}.${operation} has no value; write ${processor}.${operation}(7)@0`,
      )
    if (seen.has(argument))
      throw new InputError(
        `workload given: ${operation}(${argument}) stands there twice, but ${service.name} tells one ${operation} from another by its value`,
      )
    seen.add(argument)
  }
}

/** Throws an InputError where an operation is asked with nothing but needs something, or with what it does not know. */
function assertValues(service: Service, all: readonly Given[]): void {
  for (const { processor, operation, argument } of all) {
    const kind = service.operations[operation]!.argument
    if (typeof kind !== 'object') continue
    const value = Number(argument)
    if (Number.isInteger(value) && value >= 0 && value < kind.below) continue
    const given = argument === undefined ? 'nothing' : String(argument)
    throw new InputError(
      `workload given: ${processor}.${operation} has ${given}; it must have a value from 0 to ${kind.below - 1}`,
    )
  }
}

function readOne(service: Service, part: string): Given {
  const [, processor, operation = '', argument, time] =
    /^(\d+)\.([\w-]+)(?:\((-?\d+(?:\.\d+)?|\d+(?:\/\d+)+)\))?@(\d+(?:\.\d+)?)$/.exec(part) ?? []
  if (operation === '')
    throw new InputError(
      `workload given: “${part}” is not PROCESSOR.OPERATION@TIME, such as 0.acquire@0 or 1.write(7)@2.5`,
    )
  assertOperation(service, operation, `workload given: ${part}`, Object.keys(service.operations))
  const asked = { processor: Number(processor), operation, time: Number(time) }
  if (service.operations[operation]!.argument === 'channels')
    return { ...asked, argument: readChannels(argument, part) }
  if (argument === undefined) return asked
  if (argument.includes('/'))
    throw new InputError(`workload given: ${part}: ${operation} is asked with one number at most`)
  return { ...asked, argument: Number(argument) }
}
