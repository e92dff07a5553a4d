"""
Adds the brackets of ceiling and floor to the chart font, made from its square brackets, and gives the result a name of
its own: the licence reserves the name of the original to the original. Needs fontTools (pip install fonttools).

    python scripts/add-brackets.py SourceSans3-Regular.ttf reports/fonts/ReportSans3-Regular.ttf

Then node dist/scripts/subset-fonts.js makes the small files.
"""

import sys

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

# A square bracket has eight corners. Each sign keeps those of its stem and of one bar; in place of the other bar its
# stem ends straight ("end"): on the line through the inner corners, as far down or up as the outer corner there.
LEFT_STEM, RIGHT_STEM = (4, 5), (3, 2)
SIGNS = {
    "⌈": ("[", LEFT_STEM, (0, 1, 2, 3, 4, "end"), 0),
    "⌊": ("[", LEFT_STEM, (0, 1, "end", 5, 6, 7), 1),
    "⌉": ("]", RIGHT_STEM, (3, 4, 5, 6, 7, "end"), 7),
    "⌋": ("]", RIGHT_STEM, (0, 1, 2, "end", 6, 7), 6),
}

font = TTFont(sys.argv[1], recalcTimestamp=False)
glyphs, widths, cmap = font["glyf"], font["hmtx"], font.getBestCmap()
name = {sign: f"uni{ord(sign):04X}" for sign in SIGNS}
font.setGlyphOrder(font.getGlyphOrder() + list(name.values()))

for sign, (bracket, stem, corners, outer) in SIGNS.items():
    original = cmap[ord(bracket)]
    points = list(glyphs[original].getCoordinates(glyphs)[0])
    (x, y), (x2, y2) = (points[corner] for corner in stem)
    level = points[outer][1]
    end = (round(x + (x2 - x) * (level - y) / (y2 - y)), level)
    outline = [end if corner == "end" else points[corner] for corner in corners]
    pen = TTGlyphPen(None)
    pen.moveTo(outline[0])
    for point in outline[1:]:
        pen.lineTo(point)
    pen.closePath()
    glyphs[name[sign]] = pen.glyph()
    widths[name[sign]] = (widths[original][0], min(x for x, _ in outline))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord(sign)] = name[sign]

COPYRIGHT_AND_TRADEMARK = (0, 7)
for record in font["name"].names:
    if record.nameID not in COPYRIGHT_AND_TRADEMARK:
        record.string = record.toUnicode().replace("Source Sans", "Report Sans").replace("SourceSans", "ReportSans")
font.save(sys.argv[2])
