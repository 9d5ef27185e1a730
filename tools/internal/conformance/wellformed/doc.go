// Package wellformed holds tests only: of which documents are well-formed.
package wellformed
