import { analyse, type Results } from '../../reports/index.ts'
import { makeAlgorithm, makeClaim, makeManifest, makeRow, range } from './samples.ts'

/** Results in which every text that a user can choose is this one. */
export function hostileResults(hostile: string): Results {
  const claim = makeClaim({ formula: 'n', when: hostile, where: { x: hostile }, source: hostile })
  const names = [hostile, `${hostile}2`]
  const rows = names.flatMap((algorithm) =>
    [16, 32, 64].flatMap((n) =>
      range(3).map((replicate) =>
        makeRow({
          algorithm,
          topology: `file:${hostile}`,
          inputs: `ids=${hostile}`,
          wakeup: hostile,
          delay: hostile,
          n,
          replicate,
          seed: replicate,
          messages: n + replicate,
          messages_claim: n,
          messages_verdict: replicate === 0 ? 'held' : 'violated',
          detail: hostile,
          shows: [claim],
        }),
      ),
    ),
  )
  const algorithms = names.map((name) => ({
    ...makeAlgorithm(name, name, [claim]),
    summary: hostile,
    source: hostile,
  }))
  const manifest = makeManifest(rows, algorithms)
  const experiment = { ...manifest.experiment, name: hostile, title: hostile, question: hostile }
  return analyse(rows, { ...manifest, experiment, command: hostile })
}
