import { InputError } from '../errors.ts'
import type { DelayContext, DelayFamily } from './delay-family.ts'
import { boundsOf, type DelayModel, type ObliviousModel } from './delay-model.ts'

/**
 * Partial synchrony. Dwork, Lynch & Stockmeyer 1988: from a time on, which processors do not know, delays are bounded. What
 * is sent before takes however long it takes, but is there by that time and the bound. Parameters of the two families are
 * separated by plus signs.
 */
export const gst: DelayFamily<'gst'> = {
  name: 'gst',
  title: 'partial synchrony',
  words: ({ values }) => `${values.before} until time ${values.at}, then ${values.after}`,
  summary: 'partial synchrony: one family until a time, a bounded one from then on',
  parameters: {
    at: {
      kind: 'number',
      default: 20,
      min: 0,
      description: 'the time from which delays are bounded',
      title: 'GST',
    },
    before: { kind: 'text', default: 'pareto', description: 'the delays of what is sent before that time' },
    after: {
      kind: 'text',
      default: 'uniform',
      description: 'the delays of what is sent from then on; they are bounded',
    },
  },
  create(context) {
    const [before, after] = [madeOf(context, 'before'), madeOf(context, 'after')]
    const bounds = boundsOf(after)
    if (bounds === null)
      throw new InputError(
        `delay gst: after=${context.values.after} has no bound, which it must have; take one that is bounded, such as uniform`,
      )
    return {
      kind: 'partially synchronous',
      bounded: false,
      gst: context.values.at as number,
      bound: bounds.max,
      before,
      after,
    }
  },
}

function madeOf({ values, made }: DelayContext, key: 'before' | 'after'): ObliviousModel {
  const model = made(String(values[key]).replaceAll('+', ','))
  if (isOblivious(model)) return model
  throw new InputError(
    `delay gst: ${key}=${values[key]} looks at what happens; take a family that does not, such as uniform or pareto`,
  )
}

/** Whether a model can be that of a part of an execution: it depends neither on what happens nor on the time. */
const isOblivious = (model: DelayModel): model is ObliviousModel =>
  model.kind === 'constant' ||
  model.kind === 'per channel' ||
  (model.kind === 'independent' && model.steps === undefined)
