// The catalogue of batches and organisation numbers.

package say

func batches() []entry {
	return []entry{
		{en: "not asked: the run was interrupted", nb: "ikke spurt: kjøringen ble avbrutt"},
		{en: "run the same command again: it continues where it stopped", nb: "kjør samme kommando igjen: kjøringen fortsetter der den stanset"},
		{en: "correct the row and run again", nb: "rett raden og kjør på nytt"},
		{en: "not asked: the answers cannot be kept", nb: "ikke spurt: svarene kan ikke tas vare på"},
		{en: "make room on the disk and run again", nb: "rydd plass på disken og kjør på nytt"},
		{en: "it failed earlier today", nb: "det mislyktes tidligere i dag"},
		{en: "the organisation number is missing", nb: "organisasjonsnummeret mangler"},
		{en: "%q is no organisation number: nine digits are expected, such as 974 761 076", nb: "%q er ikke et organisasjonsnummer: det skal ha ni sifre, for eksempel 974 761 076"},
		{en: "%q is no organisation number: it has %s digits, nine are expected", nb: "%q er ikke et organisasjonsnummer: det har %s sifre og skal ha ni"},
		{en: "%s fails the check digit: is it mistyped?", nb: "%s har feil kontrollsiffer: er det en skrivefeil?"},

		{en: "mva_result", nb: "mva_resultat"},
		{en: "mva_open_terms", nb: "mva_åpne_terminer"},
		{en: "mva_overdue", nb: "mva_frist_ute"},
		{en: "mva_next_deadline", nb: "mva_neste_frist"},
		{en: "mva_days_left", nb: "mva_dager_til_frist"},
		{en: "mva_terms", nb: "mva_terminer"},
		{en: "mva_changes", nb: "mva_endringer"},
		{en: "mva_asked", nb: "mva_spurt"},
		{en: "mva_note", nb: "mva_merknad"},
		{en: "ok", nb: "ok"},
		{en: "error", nb: "feil"},
		{en: "not asked", nb: "ikke spurt"},
		{en: "the answer departed from the description, and was understood", nb: "svaret var ikke helt som beskrevet, men er forstått"},
		{en: "new", nb: "ny"},
		{en: "delivered", nb: "levert"},
		{en: "new deadline", nb: "ny frist"},
	}
}
