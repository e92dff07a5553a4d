import { InputError } from '../../engine/index.ts'
import { readBytes } from '../files/read-file.ts'

/** Where the password of a server may stand instead of in its address, which others see in lists of processes. */
const passwordVariable = 'ADMISSIBLE_CLUSTER_PASSWORD'
const fileVariable = 'ADMISSIBLE_CLUSTER_PASSWORD_FILE'

/** The address of a server, with the password that goes with it. Throws an InputError if it is none. */
export function parseAddress(address: string, environment: NodeJS.ProcessEnv = process.env): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !/^(rediss?|postgres(ql)?):$/.test(url.protocol) || url.hostname === '')
    throw new InputError(
      `“${address}” is no address of a cluster; it must be like redis://localhost:6379 or postgres://user:password@localhost/database`,
    )
  const database = url.pathname.slice(1)
  if (!isPostgres(url) && !/^\d{0,9}$/.test(database))
    throw new InputError(
      `${withoutPassword(url)}: “${database}” is no database of Redis; they have numbers, from 0`,
    )
  if (url.password === '') url.password = passwordIn(environment)
  return url
}

/** The password that the environment has, or a file that it names; else an empty one. */
function passwordIn(environment: NodeJS.ProcessEnv): string {
  const password = environment[passwordVariable]
  if (password) return encodeURIComponent(password)
  const file = environment[fileVariable]
  if (!file) return ''
  return encodeURIComponent(
    readBytes(file)
      .toString()
      .replace(/\r?\n$/, ''),
  )
}

export const isPostgres = ({ protocol }: URL): boolean => protocol.startsWith('postgres')

/** An address as it is shown. */
export function withoutPassword(url: URL): string {
  const shown = new URL(url.href)
  if (shown.password !== '') shown.password = '***'
  return shown.href
}
