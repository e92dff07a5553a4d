import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TopLevelSpec } from 'vega-lite'
import { drawPng } from '../../../reports/figures/png.ts'
import { specText } from '../../../reports/figures/spec-text.ts'
import { drawSvg, standalone } from '../../../reports/figures/svg.ts'
import fc from '../../helpers/property.ts'

const specOf = (title: string): TopLevelSpec => ({
  title,
  data: { values: [{ x: 1 }, { x: 2 }] },
  mark: 'point',
  encoding: { x: { field: 'x', type: 'quantitative' } },
})

test('a drawing that stands alone embeds the faces that it uses and no other', async () => {
  const { faces, ...drawing } = await drawSvg(specOf('A title'), 'plain')
  assert.deepEqual(faces, ['regular', 'semibold'])
  const file = standalone({ faces, ...drawing })
  assert.equal(file.match(/@font-face/g)!.length, 2)
  assert.doesNotMatch(file, /https?:\/\/(?!www\.w3\.org)/)
})

test('whatever Vega-Lite warns of is an error that names the chart', async () => {
  const log = {
    ...specOf('x'),
    encoding: { x: { field: 'x', type: 'quantitative', scale: { type: 'log', domain: [0, 1] } } },
  }
  await assert.rejects(drawSvg(log as TopLevelSpec, 'zeros'), /the chart zeros is not drawn as specified/)
})

test('a picture has a multiple of the drawing’s pixels, and the same bytes twice', async () => {
  const drawing = await drawSvg(specOf('A title'), 'plain')
  const png = await drawPng(drawing, 3)
  assert.deepEqual(png.subarray(1, 4).toString('latin1'), 'PNG')
  assert.equal(png.readUInt32BE(16), Math.ceil(drawing.width * 3))
  assert.ok(png.equals(await drawPng(drawing, 3)))
})

test('a picture has the text of its drawing in it', async () => {
  // The same drawing with its letters taken out: without a font both would be blank alike.
  const drawing = await drawSvg(specOf('A title'), 'plain')
  const mute = { ...drawing, svg: drawing.svg.replace(/(<text[^>]*>)[^<]*/g, '$1') }
  assert.ok(!(await drawPng(drawing)).equals(await drawPng(mute)))
})

test('the text of a specification reads back as the specification', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.dictionary(
          fc.string(),
          fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true })),
        ),
      ),
      (values) => {
        const spec = { ...specOf('{ "a\n" }'), data: { values } } as TopLevelSpec
        assert.equal(JSON.stringify(JSON.parse(specText(spec))), JSON.stringify(spec))
      },
    ),
  )
})
