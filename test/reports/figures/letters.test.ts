import assert from 'node:assert/strict'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { writeReport } from '../../../reports/index.ts'
import { textsIn } from '../../helpers/pdf-text.ts'
import { around, reportOn, scratch } from '../../helpers/report-on.ts'
import { makeAlgorithm, makeManifest, makeRow, range } from '../../helpers/samples.ts'

after(() => rmSync(scratch, { recursive: true, force: true }))

/** Two algorithms with these titles, with one figure. */
function titled(first: string, second: string) {
  const rows = ['a', 'b'].flatMap((algorithm) =>
    [16, 32, 64].flatMap((n) =>
      range(2).map((replicate) => makeRow({ algorithm, n, replicate, seed: replicate, messages: n })),
    ),
  )
  const manifest = makeManifest(rows, [makeAlgorithm('a', first), makeAlgorithm('b', second)])
  const experiment = { ...manifest.experiment, charts: ['messages-against-n'] }
  return { rows, manifest: { ...manifest, experiment } } as never
}

/** What a report says beside the files that it writes, and its figure. */
async function report(first: string, second: string) {
  const folder = await reportOn('letters', titled(first, second))
  const notices: string[] = []
  await writeReport(folder, { ...around(folder), onNotice: (text) => notices.push(text) })
  const read = (ending: string) => readFileSync(join(folder, `charts/messages-against-n.${ending}`))
  return { notices, svg: read('svg').toString(), pdf: textsIn(read('pdf')).join('\n') }
}

test('a decomposed ö is drawn as the letter that it is', async () => {
  const { notices, svg, pdf } = await report('Ko\u0308ln', 'Łódź')
  assert.deepEqual(notices, [])
  assert.ok(svg.includes('Köln') && !svg.includes('\u0308'))
  assert.match(pdf, /Köln/)
})

test('characters that the font lacks are named, each once, in one message', async () => {
  const { notices, svg } = await report('中文 中', 'مرحبا')
  assert.equal(notices.length, 1)
  assert.match(
    notices[0]!,
    /^the font of the figures has no 中 文 م ر ح ب ا: SVG and PNG show them in another font/,
  )
  assert.ok(svg.includes('中文'))
})
