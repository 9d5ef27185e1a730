// This file tells what an exchange over HTTP failed of, from the errors of net, crypto/tls and net/http.

package wire

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"slices"
	"strings"
)

// Fault is what an exchange failed of.
type Fault uint8

// The faults on the way to a server and back.
const (
	FaultOther Fault = iota
	FaultRedirect
	FaultProxy       // the proxy was not reached, and may be later
	FaultProxyRefuse // the proxy refused
	FaultUntrusted
	FaultCertificate
	FaultTLS
	FaultHostUnknown
	FaultNameServer
	FaultTimeout
	FaultRefused
	FaultUnreachable
	FaultProtocol
	FaultBroken
)

// FaultOf is the fault that an error of http.Client.Do, or of reading a body, tells of. The order matters: the cause of a failed
// connection to a proxy is a failed connection.
func FaultOf(err error) Fault {
	for _, rule := range faultRules {
		if rule.matches(err) {
			return rule.fault
		}
	}
	return FaultOther
}

var faultRules = []struct {
	fault   Fault
	matches func(error) bool
}{
	{FaultRedirect, has[*RedirectError]},
	{FaultProxyRefuse, proxyRefused},
	{FaultProxy, proxyTrouble},
	{FaultUntrusted, untrusted},
	{FaultCertificate, badCertificate},
	{FaultTLS, noEncryption},
	{FaultHostUnknown, func(err error) bool { dns, ok := find[*net.DNSError](err); return ok && dns.IsNotFound }},
	{FaultNameServer, has[*net.DNSError]},
	{FaultTimeout, timedOut},
	{FaultRefused, func(err error) bool { return oneOf(err, errRefused) }},
	{FaultUnreachable, func(err error) bool { return oneOf(err, errUnreachable) }},
	{FaultProtocol, noHTTP},
	{FaultBroken, func(err error) bool {
		return oneOf(err, errReset) || oneOf(err, []error{io.EOF, io.ErrUnexpectedEOF, net.ErrClosed, io.ErrClosedPipe})
	}},
}

func find[E error](err error) (found E, ok bool) {
	ok = errors.As(err, &found)
	return found, ok
}

func has[E error](err error) bool {
	_, ok := find[E](err)
	return ok
}

func oneOf(err error, targets []error) bool {
	return slices.ContainsFunc(targets, func(target error) bool { return errors.Is(err, target) })
}

func operation(err error, names ...string) bool {
	op, ok := find[*net.OpError](err)
	return ok && slices.Contains(names, op.Op)
}

// proxyRefused tells whether the proxy answered that it will not, now or ever.
func proxyRefused(err error) bool {
	status, ok := proxyStatus(err)
	return ok && status < 500
}

func proxyTrouble(err error) bool {
	_, answered := proxyStatus(err)
	return answered || operation(err, "proxyconnect", "socks connect")
}

// proxyStatus is the status that a proxy refused to connect with. For transports that are not ours net/http tells it by an error
// that is the reason phrase and nothing else.
func proxyStatus(err error) (status int, ok bool) {
	if proxy, ours := find[*ProxyError](err); ours {
		return proxy.Status, true
	}
	text := innermost(err).Error()
	for status := 400; status < 600; status++ {
		if text == http.StatusText(status) && text != "" {
			return status, true
		}
	}
	return 0, false
}

func untrusted(err error) bool {
	return has[x509.UnknownAuthorityError](err) || has[x509.SystemRootsError](err)
}

func badCertificate(err error) bool {
	return has[*tls.CertificateVerificationError](err) || has[x509.HostnameError](err) || has[x509.CertificateInvalidError](err)
}

// noEncryption tells whether the ends did not agree on TLS. Some of its errors have no type, but all begin alike.
func noEncryption(err error) bool {
	return has[tls.RecordHeaderError](err) || has[tls.AlertError](err) || errors.Is(err, http.ErrSchemeMismatch) ||
		operation(err, "remote error", "local error") || strings.HasPrefix(innermost(err).Error(), "tls: ")
}

func timedOut(err error) bool {
	timeout, ok := find[net.Error](err)
	return ok && timeout.Timeout() || errors.Is(err, context.DeadlineExceeded) || errors.Is(err, os.ErrDeadlineExceeded)
}

// noHTTP tells whether what came back is not HTTP. The errors of net/http about that have no exported type.
func noHTTP(err error) bool {
	text := innermost(err).Error()
	return errors.Is(err, ErrInformational) || strings.Contains(text, "malformed") || strings.Contains(text, "1xx informational")
}

func innermost(err error) error {
	for {
		next := errors.Unwrap(err)
		if next == nil {
			return err
		}
		err = next
	}
}
