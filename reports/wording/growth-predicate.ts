import type { GrowthVerdict } from '../growth/index.ts'
import { isCounted } from './measures.ts'

/** “grow like n log n”, “grow like n or n log n”. */
export function classWords({ measure, assessment }: GrowthVerdict): string {
  const { kind, contenders, doubt } = assessment!
  const s = isCounted(measure) ? '' : 's'
  const texts = contenders.map(({ text }) => text)
  if (kind === 'none' || doubt === 'bent') return `fit${s} none of the classes tried`
  if (doubt !== null) return `come${s} nearest to ${texts[0]}`
  if (kind === 'grows') return texts[0] === '1' ? `stay${s} constant` : `grow${s} like ${texts[0]}`
  if (texts.length === 1) return `grow${s} perhaps like ${texts[0]}`
  const growing = texts.filter((text) => text !== '1')
  const classes = [growing.slice(0, -1).join(', '), growing.at(-1)].filter((text) => text !== '').join(' or ')
  return `${texts.includes('1') ? `stay${s} constant or ` : ''}grow${s} like ${classes}`
}

/** What keeps a class from being named. */
export function remark({ assessment }: GrowthVerdict): string {
  const { kind, doubt, contenders } = assessment!
  if (kind !== 'undecided' || doubt === 'bent') return ''
  if (doubt !== null) return ', but it is not sure that this class fits'
  return contenders.length > 1 ? '; these sizes do not tell which' : ''
}
