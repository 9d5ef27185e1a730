// What to do about a difference: how source that used the old declaration is changed.

package goapi

import (
	"fmt"
	"strings"
)

// Remedy says how to change source that meets the difference; empty for what only adds.
func (d Difference) Remedy() string {
	if d.Effect == Adds {
		return ""
	}
	switch d.Rule {
	case PackageRemoved:
		return fmt.Sprintf("import another package than %s", d.Name)
	case TypeRemoved, ConstantRemoved:
		return fmt.Sprintf("use something else in place of %s", d.Name)
	case KindChanged, FieldTypeChanged, VariableTypeChange:
		return fmt.Sprintf("convert what you put into %s, and what you take out of it, from %s to %s", d.Name, d.Old, d.New)
	case FieldShapeChanged:
		return d.shapeRemedy()
	case RequiredFieldAdded:
		return fmt.Sprintf("set %s wherever you write such a value", d.Name)
	case FieldRemoved:
		return fmt.Sprintf("remove what reads or sets %s", d.Name)
	case MethodRemoved:
		return fmt.Sprintf("do without the call of %s", d.Name)
	case BranchRemoved:
		return fmt.Sprintf("remove the case for what is gone among %s", d.Name)
	case ConstructorChanged:
		return fmt.Sprintf("pass %s what it takes now: %s", d.Name, d.New)
	case ConstructorRemoved:
		return fmt.Sprintf("write a literal in place of the call of %s", d.Name)
	case ComparabilityLost:
		return fmt.Sprintf("compare values of %s with reflect.DeepEqual or go-cmp instead of ==", d.Name)
	case DefaultChanged:
		return fmt.Sprintf("look at what your code does where %s was left unsaid, and write the value out where the old one is meant", d.Name)
	case ConstantChanged, FieldNameChanged:
		return fmt.Sprintf("look at each use of %s: it means something else", d.Name)
	}
	return fmt.Sprintf("look at each use of %s", d.Name)
}

// shapeRemedy is that of a value, pointer or slice that is another of these.
func (d Difference) shapeRemedy() string {
	switch {
	case strings.HasPrefix(d.New, "[]"):
		return fmt.Sprintf("append to %s, and range over it", d.Name)
	case strings.HasPrefix(d.New, "*") && strings.HasPrefix(d.Old, "[]"):
		return fmt.Sprintf("set %s to new(value) or nil, and look whether it is nil in place of ranging over it", d.Name)
	case strings.HasPrefix(d.New, "*"):
		return fmt.Sprintf("set %s to new(value), and look whether it is nil before you read it", d.Name)
	case strings.HasPrefix(d.Old, "[]"):
		return fmt.Sprintf("set %s to the one value, and read it without a range", d.Name)
	}
	return fmt.Sprintf("set %s to the value itself: write x for new(x) and for *x", d.Name)
}
