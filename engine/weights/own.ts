import { InputError } from '../errors.ts'
import { counted } from '../topology/notes.ts'
import type { WeightFamily } from './weight-family.ts'

/** The weights that the network brings with it: those in its file, or those of its construction. */
export const own: WeightFamily<'own'> = {
  name: 'own',
  summary: 'those that the network brings with it: of its file, or of its construction',
  title: 'weights of the network’s own',
  named: { file: '' },
  random: false,
  parameters: {},
  create({ graph: { n, m, details } }) {
    const { weighted } = details
    if (weighted === undefined)
      throw new InputError(
        'weights own: this network brings none (a file does with a third column, or an attribute weight, for every channel); others are distinct, uniform and unit',
      )
    const { u, v, weights } = weighted
    const missing = weights.reduce((sum, weight) => sum + (Number.isNaN(weight) ? 1 : 0), 0)
    if (missing > 0)
      throw new InputError(
        `weights own: ${counted(missing, 'channel')} of ${m} ${missing === 1 ? 'has' : 'have'} no weight in the file; give all of them one`,
      )
    const bad = weights.findIndex((weight) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY))
    if (bad >= 0)
      throw new InputError(
        `weights own: the channel between ${nameOf(u[bad]!)} and ${nameOf(v[bad]!)} weighs ${weights[bad]}; weights are 0 or more`,
      )
    const keys = Float64Array.from(u, (p, i) => Math.min(p, v[i]!) * n + Math.max(p, v[i]!))
    return Uint32Array.from(keys, (_, i) => i)
      .sort((i, j) => keys[i]! - keys[j]!)
      .reduce((sorted, i, place) => {
        sorted[place] = weights[i]!
        return sorted
      }, new Float64Array(m))

    function nameOf(p: number): string {
      return details.labels?.at(p) ?? `p_${p}`
    }
  },
}
