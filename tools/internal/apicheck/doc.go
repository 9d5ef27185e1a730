// Package apicheck holds the exported API of the generated packages to what was published: a program that uses it, and a record of every
// exported name.
package apicheck
