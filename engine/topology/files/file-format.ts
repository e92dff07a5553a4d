import type { RawNetwork } from './raw-network.ts'
import type { Source } from './source.ts'

/** A format of network files. To add one: a file that exports it, a line in the catalogue (formats.ts), its line in the docs. */
export interface FileFormat<Name extends string = string> {
  /** The value of `format=`. */
  readonly name: Name
  /** For “read as …”. */
  readonly title: string
  /** Endings of names that speak for the format, whatever the content. */
  readonly endings: readonly string[]
  /** Whether the beginning of a file speaks for it; where `continues` is set, more of it follows. */
  recognises(beginning: Source): boolean
  /** Only edge lists are read piece by piece: others need not fit into memory less than once. */
  read(pieces: Iterable<Source>): RawNetwork
}
