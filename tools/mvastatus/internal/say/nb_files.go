// The catalogue of spreadsheets and other files.

package say

func files() []entry {
	return []entry{
		{en: "the file is larger than 256 MiB: split it", nb: "filen er større enn 256 MiB: del den opp"},
		{en: "there is no row below the header: nothing would be checked", nb: "det er ingen rader under overskriften: ingenting ville blitt kontrollert"},
		{en: "the file is empty: a line with column names is expected, and a row per organisation below it", nb: "filen er tom: det ventes en linje med kolonnenavn og under den en rad per organisasjon"},
		{en: "the file is an old Excel workbook (.xls), or one with a password: open it in Excel and save it as .xlsx without a password, or as \"CSV UTF-8\"", nb: "filen er en gammel Excel-arbeidsbok (.xls) eller en med passord: åpne den i Excel og lagre den som .xlsx uten passord eller som «CSV UTF-8»"},
		{en: "the file is a PDF, not a spreadsheet: export the list as .xlsx or CSV instead", nb: "filen er en PDF, ikke et regneark: eksporter listen som .xlsx eller CSV i stedet"},
		{en: "the file is a web page or XML, whatever its name says: open it in Excel and save it as .xlsx or \"CSV UTF-8\"", nb: "filen er en nettside eller XML, uansett hva navnet sier: åpne den i Excel og lagre den som .xlsx eller «CSV UTF-8»"},
		{en: "the file is a text document (RTF), not a spreadsheet: export the list as .xlsx or CSV instead", nb: "filen er et tekstdokument (RTF), ikke et regneark: eksporter listen som .xlsx eller CSV i stedet"},
		{en: "the file is JSON, not a spreadsheet: export the list as .xlsx or CSV instead", nb: "filen er JSON, ikke et regneark: eksporter listen som .xlsx eller CSV i stedet"},
		{en: "the file is a compressed archive: unpack it first", nb: "filen er et komprimert arkiv: pakk det ut først"},
		{en: "the file is an OpenDocument spreadsheet (.ods): open it in LibreOffice or Excel and save it as .xlsx or CSV", nb: "filen er et OpenDocument-regneark (.ods): åpne det i LibreOffice eller Excel og lagre det som .xlsx eller CSV"},
		{en: "the file is a binary Excel workbook (.xlsb): open it in Excel and save it as .xlsx or \"CSV UTF-8\"", nb: "filen er en binær Excel-arbeidsbok (.xlsb): åpne den i Excel og lagre den som .xlsx eller «CSV UTF-8»"},
		{en: "the file is a Numbers document (.numbers): open it in Numbers and export it as .xlsx or CSV", nb: "filen er et Numbers-dokument (.numbers): åpne det i Numbers og eksporter det som .xlsx eller CSV"},
		{en: "the file is no text: export the list as .xlsx or CSV", nb: "filen er ikke tekst: eksporter listen som .xlsx eller CSV"},
		{en: "the encoding of the file lacks %q: leave out --same to write UTF-8", nb: "tegnsettet i filen mangler %q: utelat --same for å skrive UTF-8"},
		{en: "a quotation mark is opened and not closed", nb: "et anførselstegn er åpnet og ikke lukket"},
		{en: "line %s: more than one column may hold the organisation numbers, %q and %q: say which with --column", nb: "linje %s: flere kolonner kan inneholde organisasjonsnumrene, %q og %q: oppgi hvilken med --column"},
		{en: "there is no column %q: a first line with the names of the columns is missing", nb: "kolonnen %q finnes ikke: det mangler en første linje med kolonnenavn"},
		{en: "there is no column %q, the file has %s: say which holds the organisation numbers with --column", nb: "kolonnen %q finnes ikke, filen har %s: oppgi hvilken som har organisasjonsnumrene, med --column"},
		{en: "%q is a rounded number: the spreadsheet lost the digits; format the column as text, and fill it in again", nb: "%q er et avrundet tall: regnearket har mistet sifrene; formater kolonnen som tekst og fyll den ut på nytt"},
		{en: "a cell goes over several lines and holds %s, which is read as no row: is a quotation mark missing?", nb: "en celle går over flere linjer og inneholder %s, som ikke er lest som noen rad: mangler det et anførselstegn?"},
		{en: "the workbook is damaged: open it in Excel and save it again, or as \"CSV UTF-8\"", nb: "arbeidsboken er skadet: åpne den i Excel og lagre den på nytt, eller som «CSV UTF-8»"},
		{en: "the file is an archive, but no .xlsx workbook: save the list as .xlsx or \"CSV UTF-8\"", nb: "filen er et arkiv, men ikke en .xlsx-arbeidsbok: lagre listen som .xlsx eller «CSV UTF-8»"},
		{en: "the workbook unpacks to more than a list of organisations needs: save the list alone as a new workbook, or as \"CSV UTF-8\"", nb: "arbeidsboken pakkes ut til mer enn en liste over organisasjoner trenger: lagre bare listen som en ny arbeidsbok eller som «CSV UTF-8»"},
		{en: "there is no worksheet %q: the workbook has %s", nb: "arket %q finnes ikke: arbeidsboken har %s"},
		{en: "the worksheet %q holds organisation numbers too and is not read: name it with --sheet", nb: "arket %q inneholder også organisasjonsnumre og blir ikke lest: oppgi det med --sheet"},
	}
}
