import type { ClaimData } from '../../experiments/cell/claim-data.ts'
import type { Manifest } from '../../experiments/cell/manifest.ts'
import type { Row } from '../../experiments/cell/row.ts'
import { answer } from '../../reports/answer/answer.ts'
import { analyse } from '../../reports/index.ts'
import { type GivenRow, makeAlgorithm, makeClaim, makeManifest, makeRow, range } from './samples.ts'

export const nPlusOne = makeClaim({ formula: 'n + 1' })

/** Runs of one algorithm that send so many messages; time is 5.5 in every one, and they are held to n + 1. */
export function runs(
  algorithm: string,
  messages: (n: number, replicate: number) => number,
  {
    sizes = [16, 64],
    replicates = 6,
    ...given
  }: GivenRow & { readonly sizes?: readonly number[]; readonly replicates?: number } = {},
): Row[] {
  return sizes.flatMap((n) =>
    range(replicates).map((replicate) =>
      makeRow({
        algorithm,
        n,
        replicate,
        messages: messages(n, replicate),
        messages_claim: n + 1,
        messages_verdict: messages(n, replicate) === n + 1 ? 'held' : 'violated',
        shows: [nPlusOne],
        ...given,
      }),
    ),
  )
}

/** The answer to rows of algorithms a, b …, which are called A, B …; without claims, nothing is held to any; `asked` is of the experiment. */
export function answerTo(
  given: readonly Row[],
  claims: readonly ClaimData[] = [nPlusOne],
  asked: Partial<Manifest['experiment']> = {},
) {
  const rows = claims.length > 0 ? given : given.map((row) => ({ ...row, verdicts: [] }))
  const names = [...new Set(rows.map(({ algorithm }) => algorithm))]
  const algorithms = names.map((name) => makeAlgorithm(name, name.toUpperCase(), claims))
  const manifest = makeManifest(rows, algorithms)
  return answer(analyse(rows, { ...manifest, experiment: { ...manifest.experiment, ...asked } }))
}
