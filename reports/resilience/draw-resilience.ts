import type { Drawing } from '../figures/svg.ts'
import { fontFamily } from '../fonts/fonts.ts'
import { textWidth } from '../fonts/text-width.ts'
import { html, type Markup } from '../markup.ts'
import { defaultTheme } from '../themes/index.ts'

/** What is known of one system, as it is drawn. */
export interface ResilienceTile {
  readonly n: number
  readonly f: number
  /** Whether a property is broken, else in how many executions none is, and whether these are all. */
  readonly broken: string | null
  readonly executions: number
  readonly exhaustive: boolean
  /** How many of the searched ones were cut, since they went on and on. */
  readonly cut: number
  /** Whether the algorithm promises something here. */
  readonly promised: boolean
}

/** The map of one algorithm. */
export interface ResiliencePanel {
  readonly title: string
  readonly subtitle: string
  readonly tiles: readonly ResilienceTile[]
}

const { ink, sizes, series } = defaultTheme
const tile = { width: 74, height: 26 } as const
const [left, top, gap, below] = [50, 112, 44, 50] as const
/** No more panels stand side by side. */
const abreast = 4

/** Maps over n and f, side by side: which systems are safe, as far as is known. */
export function drawResilience(panels: readonly ResiliencePanel[]): Drawing {
  const tiles = panels.flatMap((panel) => panel.tiles)
  const sizesOf = distinct(tiles.map(({ n }) => n))
  const bounds = distinct(tiles.map(({ f }) => f))
  const columns = Math.min(abreast, panels.length)
  const breadth = Math.max(
    sizesOf.length * tile.width,
    ...panels.map(({ title, subtitle }) =>
      Math.max(textWidth(title, sizes.title), textWidth(subtitle, sizes.legend)),
    ),
  )
  const tall = bounds.length * tile.height + below + 54
  const width = Math.ceil(Math.max(left + columns * (breadth + gap), legendBreadth()) + 18)
  const height = Math.ceil(50 + Math.ceil(panels.length / columns) * tall)
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}" font-size="${sizes.label}" fill="${ink.text}">
<rect width="${width}" height="${height}" fill="#ffffff"/>
${legend()}
${panels.map((panel, i) => {
  const [x, y] = [left + (i % columns) * (breadth + gap), top + Math.floor(i / columns) * tall]
  return html`<g transform="translate(${x} ${y})">${panelMarkup(panel, sizesOf, bounds)}</g>`
})}
</svg>`
  return { svg: svg.text, width, height, faces: ['regular', 'semibold'] }
}

function panelMarkup(
  { title, subtitle, tiles }: ResiliencePanel,
  sizesOf: readonly number[],
  bounds: readonly number[],
): Markup {
  const xOf = (n: number) => sizesOf.indexOf(n) * tile.width
  const yOf = (f: number) => (bounds.length - 1 - bounds.indexOf(f)) * tile.height
  const foot = bounds.length * tile.height
  return html`<text x="0" y="-32" font-size="${sizes.axisTitle}" font-weight="600">${title}</text><text x="0" y="-13" font-size="${sizes.legend}" fill="${ink.muted}">${subtitle}</text>
${tiles.map((one) => tileMarkup(one, xOf(one.n), yOf(one.f)))}
<path d="${edgesOf(tiles, sizesOf, bounds)}" fill="none" stroke="${ink.text}" stroke-width="2.6" stroke-linecap="square"/>
${sizesOf.map((n) => html`<text x="${xOf(n) + tile.width / 2}" y="${foot + 18}" text-anchor="middle">${String(n)}</text>`)}
${bounds.map((f) => html`<text x="-9" y="${yOf(f) + tile.height / 2 + 4}" text-anchor="end">${String(f)}</text>`)}
<text x="${(sizesOf.length * tile.width) / 2}" y="${foot + 37}" text-anchor="middle" font-size="${sizes.axisTitle}" font-style="italic">n</text>
<text x="-32" y="${foot / 2 + 4}" text-anchor="middle" font-size="${sizes.axisTitle}" font-style="italic">f</text>`
}

/** Where what the algorithm promises ends: between systems of which it holds and all others. */
function edgesOf(
  tiles: readonly ResilienceTile[],
  sizesOf: readonly number[],
  bounds: readonly number[],
): string {
  const promised = (column: number, line: number): boolean =>
    tiles.some(({ n, f, promised }) => promised && n === sizesOf[column] && f === bounds[line])
  const columns = sizesOf.flatMap((_, column) => bounds.map((_, line) => [column, line] as const))
  return columns
    .flatMap(([column, line]) => {
      const [x, y] = [column * tile.width, (bounds.length - 1 - line) * tile.height]
      const here = promised(column, line)
      const right = column + 1 < sizesOf.length && promised(column + 1, line) !== here
      const above = line + 1 < bounds.length && promised(column, line + 1) !== here
      return [
        right ? `M${x + tile.width} ${y}v${tile.height}` : [],
        above ? `M${x} ${y}h${tile.width}` : [],
      ].flat()
    })
    .join('')
}

function tileMarkup({ broken, executions, exhaustive, cut }: ResilienceTile, x: number, y: number): Markup {
  const look = looks[broken !== null ? 'broken' : exhaustive ? 'safe' : cut > 0 ? 'cut' : 'searched']
  const text = broken ?? (cut > 0 ? `${counted(cut)} of ${counted(executions)}` : counted(executions))
  return html`<rect x="${x + 1}" y="${y + 1}" width="${tile.width - 2}" height="${tile.height - 2}" fill="${look.fill}"/><text x="${x + tile.width / 2}" y="${y + tile.height / 2 + 4}" text-anchor="middle" font-size="${sizes.legend}" fill="${look.text}">${text}</text>`
}

const looks = {
  safe: { fill: series[0]!.colour, text: '#ffffff', words: 'safe in all executions, so many' },
  searched: { fill: '#cfe3f3', text: ink.text, words: 'safe in so many searched executions' },
  cut: { fill: '#f0e2b6', text: ink.text, words: 'safe, but some of those searched have no end in sight' },
  broken: { fill: ink.violated, text: '#ffffff', words: 'broken: what does not hold' },
} as const
const promisedWords = 'line: the end of what is promised'

const legendBreadth = (): number =>
  [...Object.values(looks).map(({ words }) => words), promisedWords].reduce(
    (sum, words) => sum + 44 + textWidth(words, sizes.legend),
    18,
  )

function legend(): Markup {
  let x = 18
  const entry = (fill: string, words: string): Markup => {
    const at = x
    x += 44 + textWidth(words, sizes.legend)
    return html`<rect x="${at}" y="18" width="18" height="14" fill="${fill}"/><text x="${at + 25}" y="29.5" font-size="${sizes.legend}">${words}</text>`
  }
  const line = (words: string): Markup =>
    html`<path d="M${x} 25h18" stroke="${ink.text}" stroke-width="2.6"/><text x="${x + 25}" y="29.5" font-size="${sizes.legend}">${words}</text>`
  return html`${Object.values(looks).map(({ fill, words }) => entry(fill, words))}${line(promisedWords)}`
}

/** A number that fits in a tile. */
function counted(value: number): string {
  if (value < 1e6) return value.toLocaleString('en')
  const exponent = Math.floor(Math.log10(value))
  return `${(value / 10 ** exponent).toFixed(1)}·10${[...String(exponent)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`
}

const distinct = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b)
