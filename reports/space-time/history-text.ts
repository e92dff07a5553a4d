import type { History } from '../../engine/index.ts'
import { type Bar, layOutBars } from './history-bars.ts'

/**
 * A short history in characters: a line for each processor, `├─ read → 1 ─┤` for an operation, `├─ write(1) ┄` for one
 * without an answer, `• a of p_0` for a delivery. What is broader than `columns` goes on below.
 */
export function historyLines(history: History, columns: number): string[] {
  const { bars, lanes, width } = layOutBars(history, { widthOf: (text) => text.length, gap: 2, padding: 3 })
  const names = lanes.map(({ processor }) => `p_${processor}`)
  const margin = Math.max(...names.map(({ length }) => length)) + 2
  const breadth = Math.max(20, columns - margin)
  const rows = lanes.flatMap(({ processor, rows }, lane) =>
    Array.from({ length: rows }, (_, row) => ({
      name: row === 0 ? names[lane]! : '',
      text: rowText(
        bars.filter((bar) => bar.processor === processor && bar.row === row),
        width + 1,
      ),
    })),
  )
  const cuts = cutsOf(bars, width + 1, breadth)
  return cuts.slice(1).flatMap((end, band) => [
    ...(band === 0 ? [] : ['']),
    ...rows.flatMap(({ name, text }) => {
      const part = text.slice(cuts[band], end).trimEnd()
      return part === '' && cuts.length > 2 ? [] : [`${name.padEnd(margin)}${part}`]
    }),
  ])
}

/** Where bands begin and end: between bars, where that can be. */
function cutsOf(bars: readonly Bar[], width: number, breadth: number): number[] {
  const cuts = [0]
  while (width - cuts.at(-1)! > breadth) {
    const last = cuts.at(-1)! + breadth
    let cut = last
    while (cut > cuts.at(-1)! && bars.some(({ start, end }) => start < cut && cut <= end)) cut--
    cuts.push(cut > cuts.at(-1)! ? cut : last)
  }
  return [...cuts, width]
}

function rowText(bars: readonly Bar[], width: number): string {
  const characters: string[] = new Array(width).fill(' ')
  for (const bar of bars)
    for (const [i, character] of [...barText(bar)].entries()) characters[bar.start + i] = character
  return characters.join('')
}

function barText({ kind, text, start, end }: Bar): string {
  if (kind === 'output') return `• ${text}`
  if (kind === 'pending') return `├─ ${text} ┄┄`
  const inner = end - start - 1
  return `├─ ${text} ${'─'.repeat(Math.max(0, inner - text.length - 3))}┤`
}
