import { InputError } from '../../errors.ts'
import { faultKinds } from '../../faults/index.ts'

/** Within what an adversary chooses the faults of a synchronous execution. */
export interface FaultModel {
  readonly kind: 'crash' | 'omission' | 'byzantine'
  /** How many processors may fail. */
  readonly most: number
  /** Of omissions, whether messages are not sent, not heard, or either. */
  readonly omits: 'send' | 'receive' | 'general'
  /** As faults are spelled. */
  readonly spec: string
}

/** Reads what is to be chosen: `crash:f=2`, `omission:f=1,kind=general`, `byzantine:f=1`. Throws an InputError. */
export function faultModel(spec: string, n: number): FaultModel {
  const { parts, spec: canonical } = faultKinds.at(spec, n)
  const [part] = parts
  if (part === undefined || parts.length > 1)
    throw new InputError(
      `faults ${spec}: all choices of one kind of faults are gone through, such as crash:f=1, omission:f=1 or byzantine:f=1`,
    )
  const { entry, given, values } = part
  const kind = kinds.find((one) => one === entry.name)
  if (kind === undefined)
    throw new InputError(
      `faults ${spec}: choices are gone through of crash, omission and byzantine, whose processors fail`,
    )
  const chosen = Object.keys(given).find((key) => key !== 'f' && key !== 'kind')
  if (chosen !== undefined)
    throw new InputError(
      `faults ${spec}: who fails, when and how is chosen in every way; leave out ${chosen}, and say only how many: ${kind}:f=1`,
    )
  const most = entry.faulty(values)
  if (most > n)
    throw new InputError(`faults ${spec}: ${most} processors are to fail, but there are only ${n}`)
  return { kind, most, omits: (values.kind as FaultModel['omits'] | undefined) ?? 'send', spec: canonical }
}

const kinds = ['crash', 'omission', 'byzantine'] as const
