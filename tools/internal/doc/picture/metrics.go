// This file measures text. The widths are those of Liberation Sans, which Arial, Helvetica and Arimo have too.

package picture

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// face is the widths of the characters from space to tilde, in thousandths of the size.
type face [95]int

var regular = face{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
}

var bold = face{
	278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
	975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
	333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
}

// slack is what a font may be wider than the one measured, so that a browser's choice of font does no harm.
const slack = 1.04

// width is how wide a text is at most, in pixels.
func width(text string, f *face, size float64) float64 {
	sum := 0
	for _, r := range norm.NFD.String(text) {
		switch {
		case r >= ' ' && r <= '~':
			sum += f[r-' ']
		case norm.NFD.PropertiesString(string(r)).CCC() != 0: // an accent above or below a letter
		case r == '«' || r == '»' || r == '·' || r == '…':
			sum += 1000
		case utf8.RuneLen(r) > 2:
			sum += 1100
		default:
			sum += 1000
		}
	}
	return float64(sum) / 1000 * size * slack
}
