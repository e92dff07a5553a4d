import { distinct } from '../group-by.ts'
import { growthVerdicts } from '../growth/index.ts'
import type { Results } from '../statistics/groups.ts'
import { capitalised } from '../wording/capitalised.ts'
import { labelOf } from '../wording/dimensions.ts'
import { exponentWords } from '../wording/exponent.ts'
import { classWords } from '../wording/growth-predicate.ts'
import { measureWords } from '../wording/measures.ts'
import { acrossNetworks, variedIn } from './settings-words.ts'

/**
 * The verdicts on growth in a line each, with the class and the exponent alone: “Messages of Flooding (Ring) grow like n:
 * n^0.99 [0.99, 1.00] for n from 16 to 16,384”. What all of them share is not said.
 */
export function growthLines(results: Results): string[] {
  const { manifest } = results
  const verdicts = growthVerdicts(results)
  const alone = verdicts.filter(({ topologies }) => topologies.length === 1)
  const varied = variedIn(alone.map(({ key }) => key))
  return verdicts
    .filter(({ assessment }) => assessment !== null)
    .map((verdict) => {
      const { key, topologies, measure } = verdict
      const together = topologies.length > 1
      const settings = varied
        .filter((dimension) => dimension !== 'topology' || !together)
        .map((dimension) => labelOf(key, dimension, manifest))
      const place = settings.length === 0 ? '' : ` (${settings.join(', ')})`
      const across = together ? ` ${acrossNetworks(distinct(topologies).length)}` : ''
      const exponent = exponentWords(verdict)
      return `${capitalised(measureWords(measure))} of ${labelOf(key, 'algorithm', manifest)}${place} ${classWords(verdict)}${across}${exponent === null ? '' : `: ${exponent}`}`
    })
}
