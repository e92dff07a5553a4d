import { parentPort } from 'node:worker_threads'
import { drawPdf } from './pdf.ts'
import type { PdfAnswer, PdfQuestion } from './pdf-thread.ts'

parentPort!.on('message', async ({ id, drawing, unit, words }: PdfQuestion) => {
  const answer = await drawPdf(drawing, unit, words).then(
    (pdf): PdfAnswer => ({ id, pdf }),
    (error): PdfAnswer => ({ id, error }),
  )
  parentPort!.postMessage(answer)
})
