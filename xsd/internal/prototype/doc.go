// Package prototype is what generated code looks like, written by hand: the status schema of Skatteetaten, and one schema that
// has each construct once. The runtime is tested with it, and the emitter was made to its measure.
package prototype
