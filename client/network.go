// This file says what failed on the way to a server and back, for the service and for sources of tokens alike.

package client

import (
	"github.com/mvainnsyn/mvainnsyn/client/internal/wire"
)

// wayRule is what is known about a cause on the way.
type wayRule struct {
	message string // what happened
	remedy  string // what to do next, in a program's terms
	again   bool   // another attempt may help
}

var wayRules = map[Cause]wayRule{
	CauseRefused: {"the connection was refused", "check host and port, and that the server runs", true},
	CauseBroken:  {"the connection ended in the middle", "call again; a firewall in between may be the reason if it stays so", true},
	CauseTimedOut: {
		"no answer came in time", "call again later, or allow an attempt more with WithTimeout", true,
	},
	CauseHostUnknown: {"the host name does not exist", "check the URL for typing errors", false},
	CauseNameServer:  {"no name server answered", "check the network of this machine, then call again", true},
	CauseUnreachable: {"there is no way to the address", "check the network of this machine, then call again", true},
	CauseTLS: {
		"no encrypted connection could be agreed on",
		"check that the URL's port speaks TLS, and whether a proxy or firewall in between breaks it up", false,
	},
	CauseUntrusted: {
		"the server's certificate is from an authority that is not trusted",
		"check the URL; behind a proxy that breaks up TLS, give its authority to WithHTTPClient in a tls.Config with RootCAs", false,
	},
	CauseCertificate: {
		"the server's certificate is not valid for this host and time",
		"check the URL and the clock of this machine; do not accept such a certificate", false,
	},
	CauseProxy: {
		"the proxy in between did not let the call through",
		"check HTTPS_PROXY, HTTP_PROXY and NO_PROXY, or give WithHTTPClient a transport with the right proxy", true,
	},
	CauseRedirect: {
		"the server sent the call to another place",
		"set the URL to the place that it now has, once you know that it is theirs", false,
	},
	CauseProtocol: {
		"what came back is no answer of HTTP",
		"check the URL's port, and whether something in between answers in the server's place", false,
	},
	CauseNetwork: {"the exchange failed", "check the network and the URL, then call again", true},
}

var causesOfFaults = map[wire.Fault]Cause{
	wire.FaultOther: CauseNetwork, wire.FaultRedirect: CauseRedirect, wire.FaultProxy: CauseProxy, wire.FaultProxyRefuse: CauseProxy,
	wire.FaultUntrusted: CauseUntrusted, wire.FaultCertificate: CauseCertificate, wire.FaultTLS: CauseTLS,
	wire.FaultHostUnknown: CauseHostUnknown, wire.FaultNameServer: CauseNameServer, wire.FaultTimeout: CauseTimedOut,
	wire.FaultRefused: CauseRefused, wire.FaultUnreachable: CauseUnreachable, wire.FaultProtocol: CauseProtocol,
	wire.FaultBroken: CauseBroken,
}

// Unreached judges an error of http.Client.Do, or of reading an answer's body: which cause it tells of, what that means, what to do
// about it, and whether another attempt may help. It is for token sources that make requests of their own; err stays in the chain.
func Unreached(stage Stage, err error) (e *Error, again bool) {
	fault := wire.FaultOf(err)
	cause := causesOfFaults[fault]
	rule := wayRules[cause]
	e = &Error{Stage: stage, Cause: cause, Message: rule.message, Remedy: rule.remedy, Err: err}
	return e, rule.again && fault != wire.FaultProxyRefuse
}

// isWay tells whether an error, of a source that is not ours, is about the way to a server.
func isWay(err error) bool { return wire.FaultOf(err) != wire.FaultOther }
