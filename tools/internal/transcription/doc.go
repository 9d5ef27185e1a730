// Package transcription holds tests only: of the schemas that the repository has in transcriptions of its own.
package transcription
