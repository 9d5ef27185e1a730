// This file makes reports by hand, from what changed in a published schema between May 2021 and January 2023.

package report

import (
	"fmt"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diag"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/xsd"
)

const namespace = "no:skatteetaten:fastsetting:avgift:mva:mvameldinginnsending:v1.0"

func oldAt(line, column int, text string) diff.Place {
	return diff.Place{Position: diag.Position{File: "old/mvameldinginnsending.xsd", Line: line, Column: column}, Text: text}
}

func newAt(line, column int, text string) diff.Place {
	return diff.Place{Position: diag.Position{File: "new/mvameldinginnsending.xsd", Line: line, Column: column}, Text: text}
}

func broken(reason string) diff.Judgement {
	return diff.Judgement{Verdict: diff.Breaking, Reason: reason}
}

// equal is a report on schemas that differ in nothing.
func equal() *diff.Report {
	return &diff.Report{
		Old: diff.Version{Name: "old", Files: []string{"old/mvameldinginnsending.xsd"}, TargetNamespace: namespace, Version: "1.0"},
		New: diff.Version{Name: "new", Files: []string{"new/mvameldinginnsending.xsd"}, TargetNamespace: namespace, Version: "1.0"},
	}
}

// cosmetic is a report on schemas that differ in nothing that anybody can notice.
func cosmetic() *diff.Report {
	r := equal()
	r.Changes = cosmeticChanges()
	return r
}

func cosmeticChanges() []*diff.Change {
	return []*diff.Change{
		{
			Rule: diff.RuleByID("documentation-changed"), Path: "type/Organisasjonsnummer", Message: "The documentation of the type Organisasjonsnummer changed.",
			Old: oldAt(140, 5, "type Organisasjonsnummer"), New: newAt(160, 2, "type Organisasjonsnummer"),
		},
		{
			Rule: diff.RuleByID("documentation-changed"), Path: "type/Tekst", Message: "The documentation of the type Tekst changed.",
			Old: oldAt(94, 5, "type Tekst"), New: newAt(104, 2, "type Tekst"),
		},
		{
			Rule: diff.RuleByID("content-model-equivalent"), Path: "type/Identifikator", Message: "The content of Identifikator is written in another way and allows the same.",
			Old: oldAt(60, 9, "sequence(choice(organisasjonsnummer, foedselsnummer))"), New: newAt(61, 3, "choice(organisasjonsnummer, foedselsnummer)"),
		},
	}
}

// full has one change of each group, and everything that a report can say.
func full() *diff.Report {
	r := equal()
	r.New.Files = append(r.New.Files, "new/common.xsd")
	r.Changes = append([]*diff.Change{optional(), branch(), category(), selector(), edited(), added(), moved()}, cosmeticChanges()...)
	r.Totals = [len(diff.Questions)]diff.Judgement{
		diff.Readers: {Verdict: diff.Breaking, Witness: optional().Answers[diff.Readers].Witness},
		diff.Writers: {Verdict: diff.Breaking, Witness: category().Answers[diff.Writers].Witness},
		diff.Go:      broken("3 declarations of the old package are gone or have another form"),
	}
	r.Expired = []diff.Acceptance{
		{Rule: "enum-value-removed", Path: "type/Meldingskategori", Reason: "nobody sends it", Until: "2022-12-31", Position: diag.Position{File: "xsdgen.yaml", Line: 6, Column: 5}},
		{Rule: "element-removed-optional", Path: "type/Vedlegg/element/merknad", Reason: "agreed", Position: diag.Position{File: "xsdgen.yaml", Line: 7, Column: 5}},
	}
	cause := r.Changes[2] // the removed value
	effect := &diff.Change{
		Rule: diff.RuleByID("go-field-type-changed"), Path: "type/Skjema/element/kategori", Message: "field Skjema.Kategori was Meldingskategori and is string", Cause: cause,
		Old: oldAt(30, 5, "Meldingskategori"), New: newAt(31, 2, "string"),
	}
	effect.Answers[diff.Go] = diff.Judgement{Verdict: diff.Breaking, Reason: effect.Message, Remedies: []string{"convert what you put into Skjema.Kategori"}}
	cause.Effects = []*diff.Change{effect}
	r.Changes = append(r.Changes, effect)
	r.Notes = []string{"Identity constraints that did not change are not considered."}
	return r
}

func optional() *diff.Change {
	document := `<mvaMeldingInnsending xmlns="` + namespace + `"><norskIdentifikator><foedselsnummer>00000000000</foedselsnummer></norskIdentifikator>` +
		`<skattleggingsperiode><periode><skattleggingsperiodeAar>aarlig</skattleggingsperiodeAar></periode><aar>2022</aar></skattleggingsperiode>` +
		`<meldingskategori>alminnelig</meldingskategori><instansstatus></instansstatus><opprettetAv></opprettetAv>` +
		`<opprettingstidspunkt>2022-01-01T00:00:00</opprettingstidspunkt></mvaMeldingInnsending>`
	violation := xsd.Violation{
		Path: "/mvaMeldingInnsending", Line: 1, Column: 364, Offset: 363, Rule: "cvc-complex-type.2.4.a",
		Message: "the element {" + namespace + "}instansstatus is not allowed here: expected {" + namespace + "}innsendingstype",
	}
	return &diff.Change{
		Rule: diff.RuleByID("min-occurs-decreased"), Path: "type/MvaMeldingInnsending/element/innsendingstype",
		Message: "The element innsendingstype is optional and was required.",
		Old:     oldAt(22, 13, "element innsendingstype: Innsendingstype, 1..1"), New: newAt(22, 4, "element innsendingstype: Innsendingstype, 0..1"),
		Answers: [len(diff.Questions)]diff.Judgement{
			diff.Readers: {Verdict: diff.Breaking, Witness: &diff.Witness{
				Accepted: document, Rejected: document, AcceptedBy: diff.NewSide, Violation: violation, Tolerant: &diff.Tolerance{Refused: true},
			}},
			diff.Go: broken("The field Innsendingstype of MvaMeldingInnsending is a pointer and was a value."),
		},
	}
}

func branch() *diff.Change {
	document := `<norskIdentifikator xmlns="` + namespace + `"><identifikasjonsnummer>0000000</identifikasjonsnummer></norskIdentifikator>`
	violation := xsd.Violation{
		Path: "/norskIdentifikator", Line: 1, Column: 94, Offset: 93, Rule: "cvc-complex-type.2.4.a",
		Message: "the element identifikasjonsnummer is not allowed here: organisasjonsnummer or foedselsnummer is expected",
	}
	return &diff.Change{
		Rule: diff.RuleByID("choice-branch-added"), Path: "type/Identifikator/element/identifikasjonsnummer",
		Message: "The choice has another branch, the element identifikasjonsnummer.",
		New:     newAt(56, 6, "element identifikasjonsnummer: Identifikasjonsnummer, 1..1"), Affects: 2,
		Answers: [len(diff.Questions)]diff.Judgement{
			diff.Readers: {Verdict: diff.Breaking, Witness: &diff.Witness{
				Accepted: document, Rejected: document, AcceptedBy: diff.NewSide, Violation: violation, Masked: true,
				Tolerant: &diff.Tolerance{Deviations: xsd.Violations{violation}, Lost: []string{"/norskIdentifikator/identifikasjonsnummer"}},
			}},
		},
	}
}

func category() *diff.Change {
	document := `<meldingskategori xmlns="` + namespace + `">merverdiavgift kompensasjon</meldingskategori>`
	return &diff.Change{
		Rule: diff.RuleByID("enum-value-removed"), Path: "type/Meldingskategori",
		Message: `The value "merverdiavgift kompensasjon" is no longer allowed.`,
		Old:     oldAt(88, 13, "enumeration merverdiavgift kompensasjon"), Affects: 1,
		Answers: [len(diff.Questions)]diff.Judgement{
			diff.Writers: {Verdict: diff.Breaking, Witness: &diff.Witness{
				Accepted: document, Rejected: `<meldingskategori xmlns="urn:other">merverdiavgift kompensasjon</meldingskategori>`, AcceptedBy: diff.OldSide,
				Violation: xsd.Violation{
					Path: "/meldingskategori", Line: 1, Column: 1, Rule: "cvc-enumeration-valid", Text: "merverdiavgift kompensasjon",
					Message: `"merverdiavgift kompensasjon" is not one of alminnelig, primaernaering, kompensasjon`,
				},
			}},
			diff.Go: broken("The constant MeldingskategoriMerverdiavgiftKompensasjon is gone."),
		},
	}
}

func selector() *diff.Change {
	undecided := diff.Judgement{Verdict: diff.Undecided, Reason: "whether two selectors find the same has no general answer"}
	return &diff.Change{
		Rule: diff.RuleByID("identity-selector-changed"), Path: "element/mvaMeldingInnsending/key/filnavn",
		Message: "The selector of the key filnavn changed: a|b`c` <100%>, [x](y).",
		Old:     oldAt(14, 5, "key filnavn: vedlegg"), New: newAt(14, 2, "key filnavn: vedlegg|*"),
		Answers: [len(diff.Questions)]diff.Judgement{diff.Readers: undecided, diff.Writers: undecided},
	}
}

func edited() *diff.Change {
	return &diff.Change{
		Rule: diff.RuleByID("same-namespace-edited"), Path: "schema", Message: "The schema was edited in place: both versions have the namespace " + namespace + ".",
		Old: oldAt(2, 1, "schema"), New: newAt(2, 1, "schema"),
	}
}

func added() *diff.Change {
	return &diff.Change{
		Rule: diff.RuleByID("type-added"), Path: "type/Identifikasjonsnummer", Message: "There is another type, Identifikasjonsnummer.",
		New: newAt(125, 2, "type Identifikasjonsnummer: Tekst"),
	}
}

func moved() *diff.Change {
	return &diff.Change{
		Rule: diff.RuleByID("type-removed-unreachable"), Path: "type/SkattleggingsperiodeType",
		Message: "The type SkattleggingsperiodeType, which no document could use, is gone.", Old: oldAt(70, 5, "type SkattleggingsperiodeType"),
		Answers: [len(diff.Questions)]diff.Judgement{diff.Go: broken("The type SkattleggingsperiodeType is gone.")},
		Accepted: &diff.Acceptance{
			Rule: "type-removed-unreachable", Path: "type/SkattleggingsperiodeType", Reason: "we do not use it", Until: "2027-01-31",
			Position: diag.Position{File: "xsdgen.yaml", Line: 5, Column: 5},
		},
	}
}

// many is a report with twelve values that went and are gone for Go too, eleven that are not, one of these beside them accepted, and ten that came.
func many() *diff.Report {
	r := equal()
	add := func(rule string, n int, j diff.Judgement) {
		for i := range n {
			r.Changes = append(r.Changes, &diff.Change{
				Rule: diff.RuleByID(rule), Path: fmt.Sprintf("type/Kode/enum/%s-%d", j.Verdict, i), Message: fmt.Sprintf("value %d was here", i),
				Old:     diff.Place{Position: diag.Position{File: "a/folder/with/a/name/that/is/long/mvameldinginnsending.xsd", Line: 8 + i, Column: 3}, Text: "type Kode"},
				Answers: [len(diff.Questions)]diff.Judgement{diff.Go: j},
			})
		}
	}
	add("enum-value-removed", 12, broken("The constant is gone."))
	add("enum-value-removed", 11, diff.Judgement{Verdict: diff.Undecided, Reason: "a limit was met"})
	add("enum-value-added", 10, broken("The constant is new."))
	r.Changes[0].Accepted = &diff.Acceptance{Reason: "nobody sends it", Position: diag.Position{File: "xsdgen.yaml", Line: 5, Column: 5}}
	r.Totals[diff.Go] = broken("12 constants are gone")
	return r
}
