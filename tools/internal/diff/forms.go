// Defaults of form: where a document says otherwise which local elements or attributes are qualified, that is one change, and not one for each of them.

package diff

import "strings"

// formDefault is an attribute that gives a default of form, and the rule for its change.
type formDefault struct {
	attribute, rule string
	ofAttributes    bool
}

var formDefaults = []formDefault{
	{"elementFormDefault", "element-form-default-changed", false},
	{"attributeFormDefault", "attribute-form-default-changed", true},
}

// joinForms replaces the changes of form that follow from another default in the first documents by one of that default.
func (c *comparer) joinForms(findings []*finding) []*finding {
	if len(c.sources.old) == 0 || len(c.sources.new) == 0 {
		return findings
	}
	for _, d := range formDefaults {
		before, _ := c.sources.old[0].Root.Token(d.attribute)
		after, _ := c.sources.new[0].Root.Token(d.attribute)
		if before != after {
			findings = c.joinForm(findings, d, before, after)
		}
	}
	return findings
}

// joinForm makes the first change of form the one of the default, with its answers, and leaves the others out.
func (c *comparer) joinForm(findings []*finding, d formDefault, before, after string) []*finding {
	var joined *finding
	var rest []*finding
	for _, f := range findings {
		switch {
		case f.change.Rule.ID != "form-changed" || strings.Contains(f.change.Path, "/attribute/") != d.ofAttributes:
			rest = append(rest, f)
		case joined == nil:
			joined = f
			rest = append(rest, f)
		default:
			joined.change.Affects++
		}
	}
	if joined == nil {
		return findings
	}
	change := joined.change
	change.Rule, change.Path = byID[d.rule], schemaPath
	change.Message = d.attribute + " is \"" + after + "\" and was \"" + before + "\""
	change.Old, change.New = sourcePlace(c.sources.old[0].Root, d.attribute+" "+before), sourcePlace(c.sources.new[0].Root, d.attribute+" "+after)
	return rest
}
