export { defineTheme, isOwnTheme, type ThemeDefinition } from './define-theme.ts'
export type { Look, SeriesLook } from './look.ts'
export { defaultTheme, type ThemeName, themes } from './stock.ts'
