import { Worker } from 'node:worker_threads'
import type { PdfWords } from './pdf.ts'
import type { Drawing } from './svg.ts'

export interface PdfQuestion {
  readonly id: number
  readonly drawing: Drawing
  readonly unit: 'px' | 'pt'
  readonly words: PdfWords
}

export type PdfAnswer =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly error: unknown }

interface Asked {
  readonly resolve: (pdf: Buffer) => void
  readonly reject: (error: unknown) => void
}

/** Draws PDFs as `drawPdf` does, on a thread beside whatever else is drawn: they take as long as all the rest. */
export class PdfThread {
  readonly #worker = new Worker(new URL('./pdf-worker.js', import.meta.url))
  readonly #waiting = new Map<number, Asked>()
  #asked = 0

  constructor() {
    this.#worker.on('message', (answer: PdfAnswer) => {
      const asked = this.#waiting.get(answer.id)!
      this.#waiting.delete(answer.id)
      if ('pdf' in answer) asked.resolve(Buffer.from(answer.pdf))
      else asked.reject(answer.error)
    })
    // Once the thread has broken, nobody will get an answer.
    this.#worker.on('error', (error) => {
      for (const asked of this.#waiting.values()) asked.reject(error)
      this.#waiting.clear()
    })
  }

  draw({ svg, width, height, faces }: Drawing, unit: 'px' | 'pt', words: PdfWords): Promise<Buffer> {
    const id = this.#asked++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage({
        id,
        drawing: { svg, width, height, faces },
        unit,
        words,
      } satisfies PdfQuestion)
    })
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}
