// This file writes a model for PlantUML, for those who have it draw their documents.

package doc

import (
	"fmt"
	"strings"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/doc/diagram"
)

func plantUMLFiles(r Request) ([]File, error) {
	return drawn(r, ".puml", func(d *diagram.Diagram, _ func(*diagram.Class) string) string { return plantUML(d) })
}

func plantUML(d *diagram.Diagram) string {
	var b strings.Builder
	b.WriteString("@startuml\nleft to right direction\nhide circle\nhide empty members\n")
	names := map[*diagram.Class]string{}
	for i, c := range d.Classes {
		names[c] = fmt.Sprintf("C%d", i+1)
		stereotype := ""
		if len(c.Notes) > 0 {
			stereotype = " <<" + strings.Join(c.Notes, ", ") + ">>"
		}
		fmt.Fprintf(&b, "class \"%s\" as %s%s {\n", umlText(c.Name), names[c], stereotype)
		for _, r := range c.Rows {
			fmt.Fprintf(&b, "  {field} %s : %s [%s]%s\n", umlText(r.Name), umlText(r.Type), r.Occurs, marked(r.Mark))
		}
		for _, constraint := range c.Constraints {
			fmt.Fprintf(&b, "  {field} {%s} %s\n", constraint.Mark, umlText(strings.Join(constraint.Branches, " | ")))
		}
		b.WriteString("}\n")
	}
	for i, t := range d.DataTypes {
		fmt.Fprintf(&b, "class \"%s\" as D%d <<%s>> {\n", umlText(t.Name), i+1, t.Kind)
		for _, row := range t.Rows {
			fmt.Fprintf(&b, "  {field} %s\n", umlText(row.Text))
		}
		b.WriteString("}\n")
	}
	for _, l := range d.Links {
		switch l := l.(type) {
		case *diagram.Association:
			fmt.Fprintf(&b, "%s --> \"%s\" %s : %s%s\n", names[l.From], l.Occurs, names[l.To], umlText(l.Role), marked(l.Mark))
		case *diagram.Generalisation:
			fmt.Fprintf(&b, "%s --|> %s\n", names[l.Special], names[l.General])
		}
	}
	b.WriteString("@enduml\n")
	return b.String()
}

func marked(mark string) string {
	if mark == "" {
		return ""
	}
	return " {" + mark + "}"
}

// umlText writes text on one line, without what PlantUML takes for its own: quotes, markup in angle brackets, commands.
func umlText(text string) string {
	return strings.NewReplacer("\n", " ", "\r", " ", `"`, "'", "<", "‹", ">", "›", "~", "-", `\`, "/", "@", "~@", "!", "~!").Replace(text)
}
