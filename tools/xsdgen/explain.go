// This file holds xsdgen explain.

package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/mvainnsyn/mvainnsyn/tools/internal/diff"
	"github.com/mvainnsyn/mvainnsyn/tools/internal/rules"
)

func explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain RULE...",
		Short: "Explain a rule that a message names",
		Long: `Say what a rule demands, where the standard has it, and what usually helps. Messages name rules in brackets, such as
[cvc-complex-type.2.4.a]; what xsdgen diff finds has rules of its own. Without RULE, all names are listed.`,
		Example: `  xsdgen explain cos-nonambig
  xsdgen explain cvc-complex-type.2.4.a element-removed`,
		RunE: func(cmd *cobra.Command, names []string) error { return explain(cmd.OutOrStdout(), names) },
	}
}

func explain(out io.Writer, names []string) error {
	if len(names) == 0 {
		_, err := fmt.Fprintln(out, strings.Join(ruleNames(), "\n"))
		return err
	}
	for i, name := range names {
		text, err := explanation(strings.Trim(name, "[]"))
		if err != nil {
			return err
		}
		if i > 0 {
			text = "\n" + text
		}
		if _, err := io.WriteString(out, text); err != nil {
			return err
		}
	}
	return nil
}

func ruleNames() []string {
	names := rules.Names()
	for _, rule := range diff.Rules() {
		names = append(names, rule.ID)
	}
	slices.Sort(names)
	return names
}

// explanation is the text on one rule.
func explanation(name string) (string, error) {
	if rule, ok := rules.Explain(name); ok {
		return fmt.Sprintf("%s (%s)\n%s\nRemedy: %s\n", rule.Name, rule.Section, rule.Demand, rule.Remedy), nil
	}
	for _, rule := range diff.Rules() {
		if rule.ID == name {
			return fmt.Sprintf("%s (a rule of xsdgen diff)\n%s.\nxsdgen diff --rules says what such a change does to readers, writers and Go source.\n", rule.ID, strings.TrimSuffix(rule.What, ".")), nil
		}
	}
	if near := nearestName(name, ruleNames()); near != "" {
		return "", fmt.Errorf("there is no rule %s; did you mean %s?", name, near)
	}
	return "", fmt.Errorf("there is no rule %s; xsdgen explain lists them", name)
}

// nearestName returns the name that begins like the one given, or holds it.
func nearestName(name string, names []string) string {
	for _, fits := range []func(a, b string) bool{strings.HasPrefix, strings.Contains} {
		for _, candidate := range names {
			if len(name) > 2 && fits(strings.ToLower(candidate), strings.ToLower(name)) {
				return candidate
			}
		}
	}
	return ""
}
