/** How one of several series is drawn, so that it is told from the others by more than its hue. */
export interface SeriesLook {
  /** Of lines, points and areas. */
  readonly colour: string
  /** The same hue, fit to be read as text. */
  readonly text: string
  /** A Vega symbol. */
  readonly shape: string
}

/** Everything in which figures of one theme differ from those of another. Lengths are in the look's own unit. */
export interface Look {
  /** The name of the theme. */
  readonly name: string
  /** A pixel of a screen, or a point of paper: 1/72 of an inch. */
  readonly unit: 'px' | 'pt'
  /**
   * The whole figure, and what is left free at its edges. A height of null is what the figure takes, up to the tallest
   * that the page has room for, if any.
   */
  readonly page: {
    readonly width: number
    readonly height: number | null
    readonly tallest?: number
    readonly padding: number
  }
  /** Whether title and subtitle stand in the figure; where not, its caption says what they say. */
  readonly titled: boolean
  /** Strokes, marks and gaps in units of those of the look for screens, whose scale is 1. Areas go by its square. */
  readonly scale: number
  /** Sizes of fonts. */
  readonly sizes: {
    readonly title: number
    readonly subtitle: number
    readonly header: number
    readonly axisTitle: number
    readonly axis: number
    readonly legend: number
    readonly label: number
  }
  readonly ink: {
    readonly text: string
    readonly muted: string
    /** Of bounds on more than one series. */
    readonly bound: string
    readonly axis: string
    readonly grid: string
    /** Of what breaks a claim. */
    readonly violated: string
    /** What is behind everything. */
    readonly paper: string
  }
  /** In the order in which series get them: eight. */
  readonly series: readonly SeriesLook[]
  /** The colours of small to large values, whose lightness changes in one direction. */
  readonly ramp: readonly string[]
  /** How many panels stand side by side, and how high each is. */
  readonly panels: (count: number) => { readonly columns: number; readonly height: number }
}
