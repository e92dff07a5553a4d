import type { AnyAlgorithm } from '../../engine/index.ts'

/** The first of two to hear of the other decides, for both; each decides the input of the other. */
export const firstDecides = {
  name: 'first',
  requires: { shape: 'complete' },
  terminates: false,
  initially: ({ value }: { value: number }) => ({ value, decided: null as number | null }),
  uponStart: (p: { sendToAll(message: object): void }, { value }: { value: number }) =>
    p.sendToAll({ type: 'mine', value }),
  uponReceiving: {
    mine: (_: unknown, s: { decided: number | null }, { value }: { value: number }) => {
      s.decided ??= value
    },
  },
} as unknown as AnyAlgorithm
