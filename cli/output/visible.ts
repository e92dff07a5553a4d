/** Characters that move the cursor, change what a terminal shows, or turn the direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unseen = /\x1b\[[\d;]*m|[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

/** Where our own lines begin that change on a terminal. */
const renewal = '\r\x1b[2K'

/**
 * A text as it may go to a terminal: colours and line ends stay, every other control character is shown as its code,
 * such as \u001b. Names and messages come from files and from users' algorithms, and may hold anything.
 */
function visible(text: string): string {
  const start = text.startsWith(renewal) ? renewal : ''
  return (
    start + text.slice(start.length).replace(unseen, (found) => (found.endsWith('m') ? found : code(found)))
  )
}

const code = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** From now on, whatever is written to a stream as text is written as it can be seen. */
export function showControls(stream: NodeJS.WriteStream): void {
  const write = stream.write.bind(stream) as (chunk: string | Uint8Array, ...more: never[]) => boolean
  stream.write = (chunk: string | Uint8Array, ...more: never[]) =>
    write(typeof chunk === 'string' ? visible(chunk) : chunk, ...more)
}
