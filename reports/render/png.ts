import { Resvg } from '@resvg/resvg-js'
import { faces, fontFile } from './fonts.ts'
import type { Drawing } from './svg.ts'
import { isDrawable } from './text-width.ts'

/** The drawing in pixels, `scale` for each of its own. */
export function drawPng({ svg }: Drawing, scale = 2): Buffer {
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map((match) => plainText(match[1]!))
  return new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    background: '#ffffff',
    font: {
      fontFiles: Object.values(faces).map(({ file }) => fontFile(`${file}.ttf`)),
      defaultFontFamily: 'Source Sans 3',
      // Only a text in letters that our font does not have makes the picture depend on the machine's fonts.
      loadSystemFonts: !texts.every(isDrawable),
    },
  })
    .render()
    .asPng()
}

const plainText = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'",
  )
