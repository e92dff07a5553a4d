import type { Channel } from './channel.ts'

/**
 * The classes of failure detectors. All but Ω say whom to suspect, and come to suspect for good whoever has crashed (strong
 * completeness). P suspects nobody before it crashes, S never suspects some correct processor; ◇P and ◇S do so from some
 * time on. Ω names a leader, from some time on everywhere the same correct one. Chandra & Toueg 1996; Chandra, Hadzilacos &
 * Toueg 1996.
 */
export type DetectorClass = 'P' | '◇P' | 'S' | '◇S' | 'Ω'

/** What a failure detector says in one event: whom to suspect, as channels; or who leads, null: the processor itself. */
export type Detected = { readonly suspects: readonly Channel[] } | { readonly leader: Channel | null }
