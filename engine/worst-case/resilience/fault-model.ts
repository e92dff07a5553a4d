import { InputError } from '../../errors.ts'
import { faultKinds } from '../../faults/index.ts'

/** Within what an adversary chooses the faults of a synchronous execution. */
export interface FaultModel {
  readonly kind: 'crash' | 'omission' | 'byzantine'
  /** How many processors may fail. */
  readonly most: number
  /** Of omissions, whether messages are not sent, not heard, or either. */
  readonly omits: 'send' | 'receive' | 'general'
  /** Whether processors begin in arbitrary states. */
  readonly arbitrary: boolean
  /** As faults are spelled. */
  readonly spec: string
}

/**
 * Reads what is to be chosen: `crash:f=2`, `omission:f=1,kind=general`, `byzantine:f=1`, `arbitrary-state+byzantine:f=1`.
 * Throws an InputError.
 */
export function faultModel(spec: string, n: number): FaultModel {
  const { parts, spec: canonical } = faultKinds.at(spec, n)
  const chosen = parts.flatMap(({ given }) => Object.keys(given)).find((key) => key !== 'f' && key !== 'kind')
  const others = parts.filter(({ entry }) => entry.name !== 'arbitrary-state')
  const arbitrary = others.length < parts.length
  const [part] = others
  if (others.length > 1 || (part === undefined && !arbitrary))
    throw new InputError(
      `faults ${spec}: all choices of one kind of faults are gone through, such as crash:f=1, omission:f=1 or byzantine:f=1`,
    )
  const kind = part === undefined ? 'byzantine' : kinds.find((one) => one === part.entry.name)
  if (kind === undefined || (arbitrary && kind !== 'byzantine'))
    throw new InputError(
      `faults ${spec}: choices are gone through of crash, omission and byzantine, whose processors fail, and of arbitrary-state, alone or with byzantine`,
    )
  if (chosen !== undefined)
    throw new InputError(
      `faults ${spec}: who fails, when and how is chosen in every way; leave out ${chosen}, and say only how many: ${kind}:f=1`,
    )
  const most = part?.entry.faulty(part.values) ?? 0
  if (most > n)
    throw new InputError(`faults ${spec}: ${most} processors are to fail, but there are only ${n}`)
  const omits = (part?.values.kind as FaultModel['omits'] | undefined) ?? 'send'
  return { kind, most, omits, arbitrary, spec: canonical }
}

const kinds = ['crash', 'omission', 'byzantine'] as const
