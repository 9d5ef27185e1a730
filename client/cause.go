// This file says why calls fail: the list of causes, which programs match on and put into words of their own.

package client

// Cause says why a call failed, more closely than its [Stage]. Its constants are the whole list today; a later version may add to
// it, so a program that words causes falls back on the Error's own Message and Remedy. A Cause is an error itself, to be matched
// with errors.Is(err, client.CauseTimedOut).
type Cause string

// What the program gave, of StageRequest.
const (
	CauseSettings   Cause = "settings"    // the client was made with settings that no call can work with
	CauseNoClient   Cause = "no-client"   // a nil or zero client or token source was used
	CauseClosed     Cause = "closed"      // the token source was closed
	CauseArgument   Cause = "argument"    // an argument is missing or not allowed by the schema
	CauseQueue      Cause = "queue"       // no earlier call ended before the time allowed did
	CauseNotAsked   Cause = "not-asked"   // not sent at all: what failed before it would fail for this one too
	CauseGrant      Cause = "grant"       // the grant asked for cannot be put to Maskinporten
	CauseCancelled  Cause = "cancelled"   // the program ended the call, at any stage
	CauseDeadline   Cause = "deadline"    // the time the program allowed for the whole call ran out, at any stage
	CauseNoToken    Cause = "no-token"    // the token source answered with no token, at StageToken or StageMaskinporten
	CauseTokenOther Cause = "token-other" // the token source failed in a way of its own, at StageToken
)

// The key, of StageKey.
const (
	CauseKeyMissing       Cause = "key-missing"       // no key, or no private one, where one was expected
	CauseKeyUnreadable    Cause = "key-unreadable"    // damaged, or in a form that is not read
	CauseKeyEncrypted     Cause = "key-encrypted"     // encrypted, and no password was given
	CauseKeyPassword      Cause = "key-password"      // the password is wrong
	CauseKeyKind          Cause = "key-kind"          // no RSA key, too short, or for an algorithm that is not accepted
	CauseKeyName          Cause = "key-name"          // neither a key id nor a certificate names the key
	CauseKeyMismatch      Cause = "key-mismatch"      // the certificate belongs to another key
	CauseKeySigning       Cause = "key-signing"       // the signer failed
	CauseCertificateEnded Cause = "certificate-ended" // the key's certificate is no longer valid
	CauseCertificateEarly Cause = "certificate-early" // the key's certificate is not valid yet
)

// The way to a server and back, of StageNetwork for the service and of StageMaskinporten or StageToken for the token.
const (
	CauseRefused     Cause = "connection-refused"    // nothing listens at the address
	CauseBroken      Cause = "connection-broken"     // the connection ended in the middle of the exchange
	CauseTimedOut    Cause = "timed-out"             // no answer came in the time of one attempt
	CauseHostUnknown Cause = "host-unknown"          // the host name does not exist
	CauseNameServer  Cause = "name-lookup"           // no name server answered
	CauseUnreachable Cause = "unreachable"           // there is no way to the address
	CauseTLS         Cause = "tls"                   // the two ends could not agree on an encrypted connection
	CauseUntrusted   Cause = "certificate-untrusted" // the server's certificate comes from an authority that is not trusted
	CauseCertificate Cause = "certificate-invalid"   // the server's certificate is for another host, has ended, or is damaged
	CauseProxy       Cause = "proxy"                 // the proxy in between refused or was not reached
	CauseRedirect    Cause = "redirect"              // the server sent the call to another place, where it may not go
	CauseProtocol    Cause = "protocol"              // what came back is no answer of HTTP to the request: 101, other 1xx, garbage
	CauseNetwork     Cause = "network"               // anything else on the way
)

// What the service answered, of StageService.
const (
	CauseRequestWrong  Cause = "request-wrong"  // 400: the service does not take the request
	CauseTokenRefused  Cause = "token-refused"  // 401: the token is not for this
	CauseForbidden     Cause = "forbidden"      // 403: no access to this organisation or API
	CauseConsent       Cause = "consent"        // the organisation's consent is missing or has ended
	CauseAddress       Cause = "address"        // 404: there is no such endpoint
	CauseUnknown       Cause = "unknown"        // 404 or a code: the service does not know the organisation
	CauseNothingFound  Cause = "nothing-found"  // a code: the service holds nothing about the organisation
	CauseNotAcceptable Cause = "not-acceptable" // 406: the service does not answer in the format asked for
	CauseTooMany       Cause = "too-many"       // 429: more calls than the service allows
	CauseUnavailable   Cause = "unavailable"    // 502, 503, 504: passes with time
	CauseServer        Cause = "server"         // 500 and other faults of the service
	CauseService       Cause = "service"        // any other answer that is no success
)

// A success that cannot be used, of StageDocument.
const (
	CauseEmpty      Cause = "empty"       // no body
	CauseWebPage    Cause = "web-page"    // a page for people, such as of a proxy or a log-in
	CauseNoDocument Cause = "no-document" // neither XML nor JSON, or a document of something else
	CauseTooLarge   Cause = "too-large"   // longer or deeper than allowed
	CauseDeviates   Cause = "deviates"    // not valid by the schema, where [Strict] was asked for
	CauseOther      Cause = "other"       // about another organisation than was asked
)

// What Maskinporten refused, of StageMaskinporten; the codes are in Error.Code.
const (
	CauseGrantMalformed  Cause = "grant-malformed"   // MP-011
	CauseGrantUsed       Cause = "grant-used"        // MP-012
	CauseClientUnknown   Cause = "client-unknown"    // MP-100
	CauseAudience        Cause = "audience"          // MP-110
	CauseKeyCertificate  Cause = "key-certificate"   // MP-120: the key's certificate is not accepted
	CauseKeyExpired      Cause = "key-expired"       // MP-121
	CauseKeyOrganisation Cause = "key-organisation"  // MP-122
	CauseKeyChain        Cause = "key-chain"         // MP-123
	CauseSignature       Cause = "signature"         // MP-124
	CauseGrantExpired    Cause = "grant-expired"     // MP-130
	CauseScopeMissing    Cause = "scope-missing"     // MP-200: the client does not have the scope
	CauseScopeKind       Cause = "scope-kind"        // MP-201: the scope is not for Maskinporten
	CauseScopeNotGranted Cause = "scope-not-granted" // MP-250: the organisation has no access to the scope
	CauseNotDelegated    Cause = "not-delegated"     // MP-251
	CauseDetailsType     Cause = "details-type"      // MP-301: the type in authorization_details
	CauseDetailsField    Cause = "details-field"     // MP-302: a field there
	CauseSystemUser      Cause = "system-user"       // MP-303: a value there, or no such system user
	CauseClock           Cause = "clock"             // the local clock is off by more than Maskinporten tolerates
	CauseKeyUnknown      Cause = "key-unknown"       // no key with this id on the client
	CauseTokenServer     Cause = "token-server"      // 5xx or 429: passes with time
	CauseGrantRefused    Cause = "grant-refused"     // any other refusal
)

// Error is the constant's text.
func (c Cause) Error() string { return string(c) }

// Causes are all causes there are, in the order above, for tests of programs that word them.
func Causes() []Cause {
	return []Cause{
		CauseSettings, CauseNoClient, CauseClosed, CauseArgument, CauseQueue, CauseNotAsked, CauseGrant, CauseCancelled,
		CauseDeadline, CauseNoToken, CauseTokenOther,
		CauseKeyMissing, CauseKeyUnreadable, CauseKeyEncrypted, CauseKeyPassword, CauseKeyKind, CauseKeyName, CauseKeyMismatch,
		CauseKeySigning, CauseCertificateEnded, CauseCertificateEarly,
		CauseRefused, CauseBroken, CauseTimedOut, CauseHostUnknown, CauseNameServer, CauseUnreachable, CauseTLS, CauseUntrusted,
		CauseCertificate, CauseProxy, CauseRedirect, CauseProtocol, CauseNetwork,
		CauseRequestWrong, CauseTokenRefused, CauseForbidden, CauseConsent, CauseAddress, CauseUnknown, CauseNothingFound,
		CauseNotAcceptable, CauseTooMany, CauseUnavailable, CauseServer, CauseService,
		CauseEmpty, CauseWebPage, CauseNoDocument, CauseTooLarge, CauseDeviates, CauseOther,
		CauseGrantMalformed, CauseGrantUsed, CauseClientUnknown, CauseAudience, CauseKeyCertificate, CauseKeyExpired,
		CauseKeyOrganisation, CauseKeyChain, CauseSignature, CauseGrantExpired, CauseScopeMissing, CauseScopeKind,
		CauseScopeNotGranted, CauseNotDelegated, CauseDetailsType, CauseDetailsField, CauseSystemUser, CauseClock,
		CauseKeyUnknown, CauseTokenServer, CauseGrantRefused,
	}
}

// ForAll tells whether a cause does not depend on the organisation asked about: the next call will fail as this one did, so a
// program that asks for many organisations should stop ([Many] does, after five in a row). A refusal of one organisation, and what
// passes with time, are not of that kind.
func (c Cause) ForAll() bool {
	switch c {
	case CauseSettings, CauseNoClient, CauseClosed,
		CauseKeyMissing, CauseKeyUnreadable, CauseKeyEncrypted, CauseKeyPassword, CauseKeyKind, CauseKeyName, CauseKeyMismatch,
		CauseKeySigning, CauseCertificateEnded, CauseCertificateEarly,
		CauseHostUnknown, CauseTLS, CauseUntrusted, CauseCertificate, CauseProxy, CauseRedirect,
		CauseClientUnknown, CauseAudience, CauseKeyCertificate, CauseKeyExpired, CauseKeyOrganisation, CauseKeyChain,
		CauseSignature, CauseScopeMissing, CauseScopeKind, CauseClock, CauseKeyUnknown:
		return true
	}
	return false
}
