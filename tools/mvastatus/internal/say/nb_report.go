// The catalogue of what is shown of organisations.

package say

func reports() []entry {
	return []entry{
		{en: "line %s", nb: "linje %s"},
		{en: "internal error: %s", nb: "intern feil: %s"},
		{en: "please report it, with this trace: %s", nb: "meld gjerne fra og legg ved dette sporet: %s"},
		{en: "there is no format %q: use one of %s", nb: "formatet %q finnes ikke: bruk ett av %s"},

		{en: "ORG. NO.", nb: "ORGNR"},
		{en: "TERM", nb: "TERMIN"},
		{en: "CATEGORY", nb: "KATEGORI"},
		{en: "DEADLINE", nb: "FRIST"},
		{en: "STATUS", nb: "STATUS"},
		{en: "NOT CHECKED", nb: "IKKE KONTROLLERT"},
		{en: "not told", nb: "ikke oppgitt"},
		{en: "all of %s", nb: "hele %s"},
		{en: "%d days left", nb: "%d dager til frist", en1: "%d day left", nb1: "%d dag til frist"},
		{en: "due today", nb: "frist i dag"},
		{en: "OVERDUE by %d days", nb: "FRISTEN ER UTE (%d dager)", en1: "OVERDUE by %d day", nb1: "FRISTEN ER UTE (%d dag)"},
		{en: "nothing open", nb: "ingen åpne terminer"},
		{en: "%d other deadlines do not speak of VAT and are not shown", nb: "%d andre frister gjelder ikke mva og er ikke vist", en1: "%d other deadline does not speak of VAT and is not shown", nb1: "%d annen frist gjelder ikke mva og er ikke vist"},
		{en: "no deadlines ahead", nb: "ingen frister framover"},
		{en: "has never delivered a VAT return before", nb: "har aldri levert mva-melding før"},
		{en: "the answer deviates from the schema at %s (%s)", nb: "svaret avviker fra skjemaet ved %s (%s)"},

		{en: "%d open terms", nb: "%d åpne terminer", en1: "%d open term", nb1: "%d åpen termin"},
		{en: "%s overdue", nb: "%s der fristen er ute"},
		{en: "%s due within %d days", nb: "%s med frist innen %d dager", en1: "%s due within %d day", nb1: "%s med frist innen %d dag", count: 2},
		{en: "%d of %d could not be checked", nb: "%d av %d kunne ikke kontrolleres"},
		{en: "This service tells deadlines ahead only: whether something is overdue (–) is not known.", nb: "Tjenesten oppgir bare frister framover: om noen frist er ute (–), er ukjent."},
		{en: "This service tells no deadlines (–): whether something is due or overdue is not known.", nb: "Tjenesten oppgir ingen frister (–): om noe har frist snart eller fristen er ute, er ukjent."},

		{en: "organisation number", nb: "organisasjonsnummer"},
		{en: "term", nb: "termin"},
		{en: "category", nb: "kategori"},
		{en: "deadline", nb: "frist"},
		{en: "days left", nb: "dager til frist"},
		{en: "status", nb: "status"},
		{en: "note", nb: "merknad"},
		{en: "not checked", nb: "ikke kontrollert"},

		{en: "VAT deadlines", nb: "Mva-frister"},
		{en: "VAT not checked: %s", nb: "Mva ikke kontrollert: %s"},
		{en: "VAT return %s: %s", nb: "Mva-melding %s: %s"},
		{en: "VAT deadline %s", nb: "Mva-frist %s"},
		{en: "The service does not tell the deadline.", nb: "Tjenesten oppgir ikke fristen."},

		{en: "asked, but the run was killed before the answer was there", nb: "spurt, men kjøringen ble drept før svaret kom"},
		{en: "ask again with --again=failed", nb: "spør på nytt med --again=failed"},
		{en: "%s is no ordinary file, and cannot keep a journal: name one with --journal", nb: "%s er ingen vanlig fil og kan ikke brukes som journal: angi en med --journal"},
		{en: "another run is using %s: wait until it has ended", nb: "en annen kjøring bruker %s: vent til den er ferdig"},
		{en: "the journal cannot be written: %s", nb: "journalen kan ikke skrives: %s"},
	}
}
