import { blog } from './blog.ts'
import type { Look } from './look.ts'

export type { Look, SeriesLook } from './look.ts'

/** The looks that figures can have, by name; the first is the default, and the one of the web report. */
export const themes = { blog } as const satisfies Readonly<Record<string, Look>>

/** The look of figures unless another is asked for. */
export const defaultTheme: Look = themes.blog
