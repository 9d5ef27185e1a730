// Package secondreading holds the test that reads each published schema a second time, with xgen's parser, and compares: two readings that
// were written apart seldom misread in the same way.
package secondreading
