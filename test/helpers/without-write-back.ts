import { abdRegisterOneWriter } from '../../algorithms/index.ts'

/** The register of Attiya, Bar-Noy and Dolev where reads are answered with the latest version that a majority has, and that is all. */
export const withoutWriteBack = {
  ...abdRegisterOneWriter,
  uponReceiving: {
    ...abdRegisterOneWriter.uponReceiving,
    current(p, state, { phase, version }) {
      if (phase !== state.phase) return
      if (version.time > state.latest.time) state.latest = version
      if (++state.answers === Math.floor((p.degree + 1) / 2) + 1) p.respond(state.latest.value)
    },
  },
} as typeof abdRegisterOneWriter
