// This file says what the module is for.

// Package interop lets an OAuth server that is not ours judge our assertions: zitadel/oidc's op with the JWT profile grant,
// on loopback. It is a module of its own, so that nobody who uses the client depends on a server.
package interop
