// The table of rules.

package rules

var table = []Rule{
	{
		"cvc-elt.1", "XSD 1.0 Part 1, section 3.3.4",
		"The root of a document is one of the global elements of the schema.",
		"Look at the namespace and the letter case of the root, and whether all schema documents were given.",
	},
	{
		"cvc-elt.2", "XSD 1.0 Part 1, section 3.3.4",
		"An abstract element never occurs in a document; a member of its substitution group does.",
		"Write one of the members.",
	},
	{
		"cvc-elt.3", "XSD 1.0 Part 1, section 3.3.4",
		"Only a nillable element may have xsi:nil, and one that is nil is empty and has no fixed value.",
		"Leave xsi:nil out, or the content.",
	},
	{
		"cvc-elt.4", "XSD 1.0 Part 1, section 3.3.4",
		"xsi:type names a type of the schema that is derived from the declared one by steps that are not blocked.",
		"Declare the prefix, name a type that is derived, or leave xsi:type out.",
	},
	{
		"cvc-elt.5", "XSD 1.0 Part 1, section 3.3.4",
		"An element with a fixed value has that value or is empty.",
		"Write the fixed value, or nothing.",
	},
	{
		"cvc-type", "XSD 1.0 Part 1, section 3.3.4",
		"An element is of its type. A simple type allows no attributes but xsi:type, xsi:nil and the schema locations, and no elements.",
		"Remove what the type does not allow, or name another type with xsi:type.",
	},
	{
		"cvc-type.2", "XSD 1.0 Part 1, section 3.3.4",
		"The type of an element is not abstract.",
		"Name a type that is derived from it with xsi:type.",
	},
	{
		"cvc-complex-type", "XSD 1.0 Part 1, section 3.4.4",
		"Content and attributes of an element are what its complex type allows.",
		"See the clause that the message names.",
	},
	{
		"cvc-complex-type.2.1", "XSD 1.0 Part 1, section 3.4.4",
		"An element with empty content has neither elements nor text, not even white space.",
		"Write it as an empty tag.",
	},
	{
		"cvc-complex-type.2.2", "XSD 1.0 Part 1, section 3.4.4",
		"An element with simple content holds text and no elements.",
		"Remove the elements.",
	},
	{
		"cvc-complex-type.2.3", "XSD 1.0 Part 1, section 3.4.4",
		"Between the elements of element-only content there is white space and no other text.",
		"Remove the text.",
	},
	{
		"cvc-complex-type.2.4", "XSD 1.0 Part 1, section 3.4.4",
		"The child elements follow the content model: each is allowed at its place, and none is missing.",
		"Compare order, names and namespaces with what the message expects.",
	},
	{
		"cvc-complex-type.3", "XSD 1.0 Part 1, section 3.4.4",
		"Each attribute is declared for the type, or let in by its attribute wildcard.",
		"Remove the attribute, or correct its name or namespace: an attribute without prefix is in no namespace.",
	},
	{
		"cvc-complex-type.4", "XSD 1.0 Part 1, section 3.4.4",
		"Required attributes are there.",
		"Add the attribute.",
	},
	{
		"cvc-complex-type.5", "XSD 1.0 Part 1, section 3.4.4",
		"An element has at most one attribute of type xs:ID.",
		"Keep one of them.",
	},
	{
		"cvc-attribute", "XSD 1.0 Part 1, section 3.2.4",
		"An attribute has a value of its type, and its fixed value where there is one.",
		"Correct the value.",
	},
	{
		"cvc-simple-type", "XSD 1.0 Part 1, section 3.14.4",
		"A value is of its simple type; names of entities are declared in the document type declaration.",
		"Correct the value.",
	},
	{
		"cvc-id", "XSD 1.0 Part 1, section 3.15.4",
		"A value of type xs:ID occurs once in a document, and each xs:IDREF names one that occurs.",
		"Correct the reference, or rename one of two equal identifiers.",
	},
	{
		"cvc-identity-constraint", "XSD 1.0 Part 1, section 3.11.4",
		"Values of xs:key and xs:unique stand once below their element, keys are complete, and each xs:keyref finds its value.",
		"Correct the value that occurs twice, is missing, or refers to nothing.",
	},
	{
		"cvc-datatype-valid", "XSD 1.0 Part 2, section 4.1.4",
		"A text is in the lexical space of its built-in type, of the items of its list, or of a member of its union.",
		"Write the value as the type has it: dates as 2025-01-31, decimals with a point, booleans as true or false.",
	},
	{
		"cvc-length-valid", "XSD 1.0 Part 2, section 4.3",
		"A value has exactly as many characters, bytes or items as the type says (length).",
		"Correct the value, or ask the schema's publisher whether the limit is meant.",
	},
	{
		"cvc-minLength-valid", "XSD 1.0 Part 2, section 4.3",
		"A value has no fewer characters, bytes or items than the type says (minLength).",
		"Correct the value, or ask the schema's publisher whether the limit is meant.",
	},
	{
		"cvc-maxLength-valid", "XSD 1.0 Part 2, section 4.3",
		"A value has no more characters, bytes or items than the type says (maxLength).",
		"Correct the value, or ask the schema's publisher whether the limit is meant.",
	},
	{
		"cvc-pattern-valid", "XSD 1.0 Part 2, section 4.3",
		"A value matches one of the patterns of each step of derivation (pattern).",
		"Correct the value, or ask the schema's publisher whether the limit is meant.",
	},
	{
		"cvc-enumeration-valid", "XSD 1.0 Part 2, section 4.3",
		"A value is one of the values that the type lists (enumeration).",
		"Correct the value, or ask the schema's publisher whether the limit is meant.",
	},
	{
		"cvc-minInclusive-valid", "XSD 1.0 Part 2, section 4.3",
		"A value is not below the bound (minInclusive).",
		"Correct the value, or ask the schema's publisher whether the limit is meant.",
	},
	{
		"cvc-minExclusive-valid", "XSD 1.0 Part 2, section 4.3",
		"A value is above the bound (minExclusive).",
		"Correct the value, or ask the schema's publisher whether the limit is meant.",
	},
	{
		"cvc-maxInclusive-valid", "XSD 1.0 Part 2, section 4.3",
		"A value is not above the bound (maxInclusive).",
		"Correct the value, or ask the schema's publisher whether the limit is meant.",
	},
	{
		"cvc-maxExclusive-valid", "XSD 1.0 Part 2, section 4.3",
		"A value is below the bound (maxExclusive).",
		"Correct the value, or ask the schema's publisher whether the limit is meant.",
	},
	{
		"cvc-totalDigits-valid", "XSD 1.0 Part 2, section 4.3",
		"A value has no more digits than the type says (totalDigits).",
		"Correct the value, or ask the schema's publisher whether the limit is meant.",
	},
	{
		"cvc-fractionDigits-valid", "XSD 1.0 Part 2, section 4.3",
		"A value has no more digits after the point than the type says (fractionDigits).",
		"Correct the value, or ask the schema's publisher whether the limit is meant.",
	},
	{
		"src-resolve", "XSD 1.0 Part 1, section 3.15.3",
		"What a schema refers to by name is defined in it, in a document that it includes, or in one that it imports.",
		"Correct the name; give the document that defines it with --schema or in a catalog.",
	},
	{
		"src-resolve.4", "XSD 1.0 Part 1, section 3.15.3",
		"A document imports each namespace that it refers to; that another document imports it does not count.",
		"Add the xs:import.",
	},
	{
		"src-import", "XSD 1.0 Part 1, section 4.2.3",
		"xs:import names another namespace than the document's own, and leads to a document of that namespace.",
		"Correct namespace or schemaLocation; use xs:include within one namespace.",
	},
	{
		"src-include", "XSD 1.0 Part 1, section 4.2.1",
		"What is included has the same target namespace, or none.",
		"Use xs:import for another namespace.",
	},
	{
		"src-redefine", "XSD 1.0 Part 1, section 4.2.2",
		"xs:redefine leads to a document of the same namespace, and each component in it is derived from the one it replaces.",
		"Derive it from itself by extension or restriction, or use another name.",
	},
	{
		"src-expredef", "XSD 1.0 Part 1, section 4.2.2",
		"What is redefined is in the redefined document.",
		"Correct the name.",
	},
	{
		"sch-props-correct", "XSD 1.0 Part 1, section 3.15.6",
		"Components of one kind have different names.",
		"Rename one, or remove the document that is read twice under different content.",
	},
	{
		"xsd-1.1", "XSD 1.1",
		"Schemas are read as XSD 1.0. Assertions, alternatives, open content and the like are of version 1.1.",
		"Ask the publisher for a version in XSD 1.0, or mark the constructs with vc:minVersion=\"1.1\" beside alternatives for 1.0.",
	},
	{
		"s4s-att-invalid-value", "XSD 1.0 Part 1, section appendix A",
		"An attribute of a schema document has a value of its type.",
		"Correct the value.",
	},
	{
		"s4s-att-must-appear", "XSD 1.0 Part 1, section appendix A",
		"Elements of a schema document have their required attributes.",
		"Add the attribute.",
	},
	{
		"s4s-att-not-allowed", "XSD 1.0 Part 1, section appendix A",
		"Elements of a schema document have the attributes that the standard gives them, and others of foreign namespaces.",
		"Remove the attribute, or correct its name.",
	},
	{
		"s4s-elt-character", "XSD 1.0 Part 1, section appendix A",
		"Text is allowed in xs:documentation and xs:appinfo only.",
		"Remove the text.",
	},
	{
		"s4s-elt-must-match", "XSD 1.0 Part 1, section appendix A",
		"Elements of a schema document contain what the standard allows, in its order.",
		"Move or remove the element; annotations come first, attributes after the content.",
	},
	{
		"src-attribute", "XSD 1.0 Part 1, section 3.2.3",
		"An attribute has either default or fixed, either ref or name, either a type attribute or a type inside; one with a default is optional.",
		"Keep one of the two.",
	},
	{
		"src-element", "XSD 1.0 Part 1, section 3.3.3",
		"An element has either default or fixed, either ref or name, either a type attribute or a type inside.",
		"Keep one of the two.",
	},
	{
		"src-ct", "XSD 1.0 Part 1, section 3.4.3",
		"Complex content is derived from complex types, simple content from simple types or complex types with simple content.",
		"Use the other of xs:simpleContent and xs:complexContent, or another base.",
	},
	{
		"src-list-itemType-or-simpleType", "XSD 1.0 Part 1, section 3.14.3",
		"xs:list has itemType or a type inside, not both.",
		"Keep one.",
	},
	{
		"src-restriction-base-or-simpleType", "XSD 1.0 Part 1, section 3.14.3",
		"xs:restriction has base or a type inside, not both.",
		"Keep one.",
	},
	{
		"src-union-memberTypes-or-simpleTypes", "XSD 1.0 Part 1, section 3.14.3",
		"xs:union has memberTypes or types inside.",
		"Name at least one member.",
	},
	{
		"src-single-facet-value", "XSD 1.0 Part 2, section 4.3",
		"A facet occurs once in a restriction, except pattern and enumeration.",
		"Keep one.",
	},
	{
		"src-pattern-value", "XSD 1.0 Part 2, section 4.3.4",
		"A pattern is a regular expression of XSD; it matches the whole value, and knows no anchors and no lookaround.",
		"Correct the expression.",
	},
	{
		"a-props-correct", "XSD 1.0 Part 1, section 3.2.6",
		"A default or fixed value of an attribute is of its type, and an xs:ID has none.",
		"Correct the value.",
	},
	{
		"ag-props-correct", "XSD 1.0 Part 1, section 3.6.6",
		"An attribute group has each attribute once, and one xs:ID at most.",
		"Remove one.",
	},
	{
		"au-props-correct", "XSD 1.0 Part 1, section 3.5.6",
		"Where an attribute is fixed in its declaration, a use of it has the same value.",
		"Write the same value, or none.",
	},
	{
		"e-props-correct", "XSD 1.0 Part 1, section 3.3.6",
		"A default is of the element's type; members of a substitution group are of types derived from the head's, and no group leads back to itself.",
		"Correct the value, the type or the substitutionGroup.",
	},
	{
		"ct-props-correct", "XSD 1.0 Part 1, section 3.4.6",
		"No type is derived from itself; a type has each attribute once, and one xs:ID at most.",
		"Break the circle, or remove an attribute.",
	},
	{
		"st-props-correct", "XSD 1.0 Part 1, section 3.14.6",
		"No simple type is derived from itself or from one that is final for it.",
		"Break the circle, or derive from another type.",
	},
	{
		"st-restrict-facets", "XSD 1.0 Part 1, section 3.14.6",
		"A facet that is fixed keeps its value.",
		"Write the same value, or leave the facet out.",
	},
	{
		"cos-st-restricts", "XSD 1.0 Part 1, section 3.14.6",
		"Lists are of atomic types or unions of them, and a type is derived in ways that its base does not forbid.",
		"Choose another item, member or base type.",
	},
	{
		"cos-applicable-facets", "XSD 1.0 Part 1, section 3.14.6",
		"A type has the facets that its primitive type knows.",
		"Remove the facet.",
	},
	{
		"cos-valid-default", "XSD 1.0 Part 1, section 3.3.6",
		"A default is of the element's type; elements can't have one, but for mixed content that may be empty.",
		"Correct or remove the default.",
	},
	{
		"cos-ct-extends", "XSD 1.0 Part 1, section 3.4.6",
		"An extension adds after the content of its base, to a base that is not final for it, and both are mixed or neither is. Simple content is extended by attributes alone.",
		"Give both the same mixed, or choose another base.",
	},
	{
		"derivation-ok-restriction", "XSD 1.0 Part 1, section 3.4.6",
		"A restriction allows nothing that its base does not: its content and its attributes are narrower, and what is required stays.",
		"Compare with the base at the position that the message names.",
	},
	{
		"mg-props-correct", "XSD 1.0 Part 1, section 3.8.6",
		"No group contains itself.",
		"Break the circle.",
	},
	{
		"cos-all-limited", "XSD 1.0 Part 1, section 3.8.6",
		"xs:all is the whole content of a type, and its elements occur once at most.",
		"Use xs:sequence or xs:choice.",
	},
	{
		"cos-element-consistent", "XSD 1.0 Part 1, section 3.8.6",
		"Elements of one name in one content model are of one type.",
		"Give both the same named type.",
	},
	{
		"cos-nonambig", "XSD 1.0 Part 1, section 3.8.6",
		"A content model says of each element, without looking ahead, which particle it is (Unique Particle Attribution).",
		"Put what two alternatives have in common before them, or narrow the wildcard.",
	},
	{
		"p-props-correct", "XSD 1.0 Part 1, section 3.9.6",
		"minOccurs is not above maxOccurs.",
		"Correct one.",
	},
	{
		"cos-particle-restrict", "XSD 1.0 Part 1, section 3.9.6",
		"Each particle of a restriction stands for one of the base's, in the same order.",
		"Write the content like the base's, with what is left out removed.",
	},
	{
		"rcase-NameAndTypeOK", "XSD 1.0 Part 1, section 3.9.6",
		"An element restricts the element of its name: no more often, of a derived type, with the same fixed value, and nillable only where the base is.",
		"Compare with the base at the position that the message names.",
	},
	{
		"rcase-NSCompat", "XSD 1.0 Part 1, section 3.9.6",
		"An element restricts a wildcard that allows its namespace, and occurs no more often.",
		"Compare with the base at the position that the message names.",
	},
	{
		"rcase-NSSubset", "XSD 1.0 Part 1, section 3.9.6",
		"A wildcard restricts a wildcard that allows as much, occurs as often and checks no more.",
		"Compare with the base at the position that the message names.",
	},
	{
		"rcase-NSRecurseCheckCardinality", "XSD 1.0 Part 1, section 3.9.6",
		"A group restricts a wildcard that allows each of its elements, and as many.",
		"Compare with the base at the position that the message names.",
	},
	{
		"rcase-Recurse", "XSD 1.0 Part 1, section 3.9.6",
		"A sequence restricts a sequence, and all an all: particle by particle, in order.",
		"Compare with the base at the position that the message names.",
	},
	{
		"rcase-RecurseLax", "XSD 1.0 Part 1, section 3.9.6",
		"A choice restricts a choice: its alternatives are some of the base's, in order.",
		"Compare with the base at the position that the message names.",
	},
	{
		"rcase-RecurseUnordered", "XSD 1.0 Part 1, section 3.9.6",
		"A sequence restricts an all: particle by particle, in any order.",
		"Compare with the base at the position that the message names.",
	},
	{
		"rcase-MapAndSum", "XSD 1.0 Part 1, section 3.9.6",
		"A sequence restricts a choice that repeats: each particle is one of its alternatives.",
		"Compare with the base at the position that the message names.",
	},
	{
		"c-props-correct", "XSD 1.0 Part 1, section 3.11.6",
		"xs:keyref refers to a key or unique with as many fields.",
		"Correct refer, or the fields.",
	},
	{
		"c-selector-xpath", "XSD 1.0 Part 1, section 3.11.6",
		"A selector is a path of child steps, perhaps after .//, without predicates.",
		"Write it as a/b or .//a/b.",
	},
	{
		"c-fields-xpaths", "XSD 1.0 Part 1, section 3.11.6",
		"A field is a path like a selector's that may end in an attribute.",
		"Write it as a/b or a/@b.",
	},
	{
		"no-xmlns", "XSD 1.0 Part 1, section 3.2.6",
		"No attribute is called xmlns.",
		"Rename it.",
	},
	{
		"no-xsi", "XSD 1.0 Part 1, section 3.2.6",
		"No schema declares attributes of the xsi namespace.",
		"Remove the declaration.",
	},
	{
		"enumeration-required-notation", "XSD 1.0 Part 2, section 3.2.19",
		"xs:NOTATION is used through types with an enumeration.",
		"Derive a type that lists the notations.",
	},
	{
		"enumeration-valid-restriction", "XSD 1.0 Part 2, section 4.3.5",
		"The values of an enumeration are values of the base type.",
		"Correct the value.",
	},
	{
		"length-minLength-maxLength", "XSD 1.0 Part 2, section 4.3.1",
		"length occurs beside minLength and maxLength only where these are inherited and agree.",
		"Keep one of them.",
	},
	{
		"minLength-less-than-equal-to-maxLength", "XSD 1.0 Part 2, section 4.3.2",
		"minLength is not above maxLength.",
		"Correct one.",
	},
	{
		"fractionDigits-totalDigits", "XSD 1.0 Part 2, section 4.3.12",
		"fractionDigits is not above totalDigits.",
		"Correct one.",
	},
	{
		"length-valid-restriction", "XSD 1.0 Part 2, section 4.3",
		"A derived type narrows length and never widens it.",
		"Write a narrower value than the base's.",
	},
	{
		"minLength-valid-restriction", "XSD 1.0 Part 2, section 4.3",
		"A derived type narrows minLength and never widens it.",
		"Write a narrower value than the base's.",
	},
	{
		"maxLength-valid-restriction", "XSD 1.0 Part 2, section 4.3",
		"A derived type narrows maxLength and never widens it.",
		"Write a narrower value than the base's.",
	},
	{
		"minInclusive-valid-restriction", "XSD 1.0 Part 2, section 4.3",
		"A derived type narrows minInclusive and never widens it.",
		"Write a narrower value than the base's.",
	},
	{
		"minExclusive-valid-restriction", "XSD 1.0 Part 2, section 4.3",
		"A derived type narrows minExclusive and never widens it.",
		"Write a narrower value than the base's.",
	},
	{
		"maxInclusive-valid-restriction", "XSD 1.0 Part 2, section 4.3",
		"A derived type narrows maxInclusive and never widens it.",
		"Write a narrower value than the base's.",
	},
	{
		"maxExclusive-valid-restriction", "XSD 1.0 Part 2, section 4.3",
		"A derived type narrows maxExclusive and never widens it.",
		"Write a narrower value than the base's.",
	},
	{
		"totalDigits-valid-restriction", "XSD 1.0 Part 2, section 4.3",
		"A derived type narrows totalDigits and never widens it.",
		"Write a narrower value than the base's.",
	},
	{
		"fractionDigits-valid-restriction", "XSD 1.0 Part 2, section 4.3",
		"A derived type narrows fractionDigits and never widens it.",
		"Write a narrower value than the base's.",
	},
	{
		"whiteSpace-valid-restriction", "XSD 1.0 Part 2, section 4.3",
		"A derived type narrows whiteSpace and never widens it.",
		"Write a narrower value than the base's.",
	},
	{
		"minInclusive-less-than-equal-to-maxInclusive", "XSD 1.0 Part 2, section 4.3",
		"minInclusive is not above maxInclusive.",
		"Correct one.",
	},
	{
		"minExclusive-less-than-equal-to-maxExclusive", "XSD 1.0 Part 2, section 4.3",
		"minExclusive is not above maxExclusive.",
		"Correct one.",
	},
	{
		"minInclusive-less-than-maxExclusive", "XSD 1.0 Part 2, section 4.3",
		"minInclusive is below maxExclusive.",
		"Correct one.",
	},
	{
		"minExclusive-less-than-maxInclusive", "XSD 1.0 Part 2, section 4.3",
		"minExclusive is below maxInclusive.",
		"Correct one.",
	},
	{
		"maxInclusive-maxExclusive", "XSD 1.0 Part 2, section 4.3",
		"A type has one of maxInclusive and maxExclusive.",
		"Keep one.",
	},
	{
		"minInclusive-minExclusive", "XSD 1.0 Part 2, section 4.3",
		"A type has one of minInclusive and minExclusive.",
		"Keep one.",
	},
}
