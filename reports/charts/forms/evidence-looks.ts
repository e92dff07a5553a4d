import type { Look } from '../../themes/look.ts'
import type { Key } from '../sheet/key.ts'

/** What a mark can stand for, in the order of the legend. */
export const legendOrder = ['sampled', 'searched', 'forced', 'exact', 'explored in part'] as const

export type EvidenceKind = (typeof legendOrder)[number]

/** How each kind of evidence is drawn: told apart by shape, size and darkness as well as by hue. */
export const evidenceLooks: Readonly<
  Record<
    EvidenceKind,
    { readonly colour: (look: Look) => string; readonly shape: string; readonly size: number }
  >
> = {
  sampled: { colour: ({ series }) => series[0]!.colour, shape: 'circle', size: 22 },
  searched: { colour: ({ series }) => series[1]!.colour, shape: 'triangle-up', size: 130 },
  forced: { colour: ({ series }) => series[2]!.colour, shape: 'square', size: 70 },
  exact: { colour: ({ ink }) => ink.text, shape: 'diamond', size: 48 },
  'explored in part': { colour: ({ series }) => series[3]!.colour, shape: 'cross', size: 70 },
}

/** The area of a mark. Where two kinds meet, the larger shows behind the smaller. */
export const sizeOf = (kind: EvidenceKind, { scale }: Look): number => evidenceLooks[kind].size * scale ** 2

/** What marks of these kinds stand for; a line goes with what was sampled if it is drawn as one. */
export const evidenceKey = (
  kinds: readonly EvidenceKind[],
  look: Look,
  { line = false }: { readonly line?: boolean } = {},
): Key =>
  kinds.map((kind) => {
    const { colour, shape } = evidenceLooks[kind]
    return [{ text: kind, colour: colour(look), shape, ...(line && kind === 'sampled' ? { dash: [] } : {}) }]
  })
