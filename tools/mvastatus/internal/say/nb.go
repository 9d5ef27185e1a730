// The catalogue: every message in both languages, by theme.

package say

import "slices"

func entries() []entry {
	return slices.Concat(calls(), refusals(), system(), files(), reports(), batches(), commands(), settings(), secrets())
}

func system() []entry {
	return []entry{
		{en: "%s: %s", nb: "%s: %s"},
		{en: "there is no such file or folder", nb: "filen eller mappen finnes ikke"},
		{en: "it is there already", nb: "den finnes fra før"},
		{en: "access is denied", nb: "ingen tilgang"},
		{en: "the disk is full", nb: "disken er full"},
		{en: "the space on the disk that this user may use is full", nb: "den plassen brukeren har på disken, er full"},
		{en: "a file may not become as large here", nb: "en fil kan ikke bli så stor her"},
		{en: "it is a folder, a file is expected", nb: "det er en mappe, og en fil ventes"},
		{en: "a part of the path is no folder", nb: "en del av stien er ikke en mappe"},
		{en: "the reader has gone away", nb: "mottakeren er borte"},
		{en: "it ends in the middle", nb: "den slutter midt i"},
		{en: "the time is up", nb: "tiden er ute"},
		{en: "there is no such program", nb: "programmet finnes ikke"},
		{en: "the links lead in a circle", nb: "lenkene går i ring"},
	}
}
