/** The files that the program has in a folder of results. Those of the user are never lost; it throws InputErrors. */
export interface ResultFiles {
  /** Those that are there, from the folder. */
  readonly names: readonly string[]
  /** Writes a file whole or not at all. One of the user that is in the way makes room. */
  write(name: string, chunks: Iterable<string | Uint8Array>): void
  /** Removes a file that is as it was written; any other stays. */
  remove(name: string): void
  /** Ends the writing, and tells what made room. */
  save(onNotice?: (text: string) => void): void
}
