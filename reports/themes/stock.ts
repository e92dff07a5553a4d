import { blog } from './blog.ts'
import { blogDark } from './blog-dark.ts'
import type { Look } from './look.ts'
import { paper } from './paper.ts'
import { paperWide } from './paper-wide.ts'
import { slides } from './slides.ts'

/** The looks that figures can have, by name. */
export const themes = {
  blog,
  'blog-dark': blogDark,
  paper,
  'paper-wide': paperWide,
  slides,
} as const satisfies Readonly<Record<string, Look>>

/** The name of a theme, such as `paper`. */
export type ThemeName = keyof typeof themes

/** The look of figures unless another is asked for, and of those in the web report. */
export const defaultTheme: Look = themes.blog
