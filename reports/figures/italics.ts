/**
 * The quantities of a network, where they stand alone: n in “n = 64”, “G(n, p)” and “2m − n”, but neither in “bin” nor in
 * “n-1.txt”.
 */
const variable = /(?<![\p{L}_./=&’'-]\d*)[nmpD](?![\p{L}\p{N}_.=’'-])/gu

/** A drawing in which variables are set in italics, as in a book. */
export const italicVariables = (svg: string): string =>
  svg.replace(/(<text[^>]*>)(.*?)(<\/text>)/gs, (whole, open: string, content: string, close: string) =>
    open.includes('font-style="italic"')
      ? whole
      : open + content.replace(/(^|>)([^<]+)/g, (_, end: string, text: string) => end + set(text)) + close,
  )

const set = (text: string): string => text.replace(variable, '<tspan font-style="italic">$&</tspan>')
