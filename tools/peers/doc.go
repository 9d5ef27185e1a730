// This file says what the module is for.

// Package peers holds what we write to the judgement of other people's libraries, and runs the scripts of xsdgen. It is a
// module of its own: nobody who uses or builds the rest needs those libraries. Its tests are run by make peers.
package peers
