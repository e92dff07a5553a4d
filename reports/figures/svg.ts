import type { TopLevelSpec } from 'vega-lite'
import { type Face, faceOf, fontFaceRule } from '../fonts/fonts.ts'
import { textWidth } from '../fonts/text-width.ts'
import { italicVariables } from './italics.ts'
import { type Target, targetsIn } from './targets.ts'

/** A drawing, and the faces of the font that it is set in. */
export interface Drawing {
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly faces: readonly Face[]
}

/** A drawn chart knows where the marks are that stand for runs. */
export interface ChartDrawing extends Drawing {
  readonly targets: readonly Target[]
}

/**
 * Draws a Vega-Lite specification, with the metrics of the font that will be seen. The same specification gives the
 * same bytes. `id` sets the identifiers in it apart from those of other drawings on the same page. Throws on
 * whatever Vega-Lite or Vega warns of.
 */
export async function drawSvg(spec: TopLevelSpec, id: string): Promise<ChartDrawing> {
  const { vega, vegaLite } = await loadVega()
  const complain = (...messages: readonly unknown[]) => {
    throw new Error(`the chart ${id} is not drawn as specified: ${messages.join(' ')}`)
  }
  const silent = () => logger
  const logger = { level: () => 1, warn: complain, info: silent, debug: silent, error: complain } as never
  const compiled = vegaLite.compile(spec, { logger }).spec
  vega.resetSVGDefIds()
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logger })
  try {
    const svg = italicVariables(tidy(await view.toSVG()).replace(/clip\d+/g, `${id}-$&`))
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)!
    return {
      svg,
      width: Number(width),
      height: Number(height),
      faces: facesIn(svg),
      targets: targetsIn(view),
    }
  } finally {
    view.finalize()
  }
}

/**
 * What is seen of a drawing: minor ticks have no lines and no labels, which Vega draws all the same. An o and two dots
 * above it become one letter, which the font has.
 */
const tidy = (svg: string): string =>
  svg.normalize('NFC').replace(/<line [^>]*opacity="0"\/>|<text [^>]*\/>/g, '')

/** The drawing as a file of its own, with its font in it. */
export function standalone({ svg, faces }: Drawing): string {
  const style = `<style>${faces.map(fontFaceRule).join('')}</style>`
  return `${svg.replace(/^<svg[^>]*>/, `$&${style}`)}\n`
}

/** The texts in a drawing. */
export const textsIn = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map((match) => plainText(match[1]!.replace(/<[^>]*>/g, '')))

const plainText = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'",
  )

function facesIn(svg: string): Face[] {
  const used = [...svg.matchAll(/<(?:text|tspan)[^>]*>/g)].map(([tag]) =>
    faceOf(/font-weight="(\w+)"/.exec(tag)?.[1], /font-style="(\w+)"/.exec(tag)?.[1]),
  )
  return (['regular', 'semibold', 'italic'] as const).filter((face) => used.includes(face))
}

type Vega = { readonly vega: typeof import('vega'); readonly vegaLite: typeof import('vega-lite') }
let loaded: Promise<Vega> | undefined

/** Vega takes a third of a second to load, so it is loaded when the first chart is drawn. */
function loadVega(): Promise<Vega> {
  loaded ??= Promise.all([import('vega'), import('vega-lite')]).then(([vega, vegaLite]) => {
    type Item = {
      readonly fontSize?: number
      readonly fontWeight?: string | number
      readonly fontStyle?: string
    }
    type Measure = (item: Item, text: unknown) => number
    const { textMetrics } = vega as unknown as { textMetrics: { width: Measure; measureWidth: Measure } }
    textMetrics.width = textMetrics.measureWidth = ({ fontSize = 11, fontWeight, fontStyle }, text) =>
      textWidth(String(text ?? ''), fontSize, faceOf(fontWeight, fontStyle))
    return { vega, vegaLite }
  })
  return loaded
}
