import { sealedLine } from '../../experiments/store/log-line.ts'

/** A log that was changed on purpose, with checksums that fit again: what is wrong then is what it says. */
export const resealed = (log: string): string =>
  log
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { crc32: _, ...content } = JSON.parse(line) as Record<string, unknown>
      return `${sealedLine(content)}\n`
    })
    .join('')
