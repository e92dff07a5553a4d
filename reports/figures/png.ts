import { crc32 } from 'node:zlib'
import { renderAsync } from '@resvg/resvg-js'
import { faces, fontFile } from '../fonts/fonts.ts'
import { isDrawable } from '../fonts/text-width.ts'
import { type Drawing, textsIn } from './svg.ts'

/** Pixels of a screen in an inch, as SVG has it. */
const screenDpi = 96

/**
 * The drawing in pixels, `scale` for each 1/96 of an inch or pixel of its own; the file says how large it is. Another
 * thread draws it.
 */
export async function drawPng({ svg }: Drawing, scale = 2): Promise<Buffer> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: scale },
    dpi: screenDpi,
    background: '#ffffff',
    font: {
      fontFiles: Object.values(faces).map(({ file }) => fontFile(`${file}.ttf`)),
      defaultFontFamily: 'Report Sans 3',
      // Only a text in letters that our font does not have makes the picture depend on the machine's fonts.
      loadSystemFonts: !textsIn(svg).every(isDrawable),
    },
  })
  return withDensity(image.asPng(), scale * screenDpi)
}

/** The same picture for so many dots per inch: a chunk pHYs, in pixels per metre, behind the header of 33 bytes. */
function withDensity(png: Buffer, dpi: number): Buffer {
  const chunk = Buffer.alloc(21)
  chunk.writeUInt32BE(9, 0)
  chunk.write('pHYs', 4, 'latin1')
  const density = Math.round(dpi / 0.0254)
  chunk.writeUInt32BE(density, 8)
  chunk.writeUInt32BE(density, 12)
  chunk.writeUInt8(1, 16)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17)
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)])
}
