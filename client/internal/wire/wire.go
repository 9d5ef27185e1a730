// This file holds the rules about URLs and redirects that keep secrets on encrypted connections to the host they are for.

// Package wire holds what the client and its token sources share about HTTP: which URLs may be called, redirects,
// Retry-After, bounded bodies, and text from outside made fit to print.
package wire

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
)

// ParseEndpoint reads a URL that secrets will be sent to: absolute, https or else on loopback, without user, query or
// fragment.
func ParseEndpoint(raw string) (*url.URL, error) {
	if raw == "" {
		return nil, errors.New("the URL is empty")
	}
	u, err := url.Parse(raw)
	if err != nil {
		return nil, errors.New("the URL cannot be parsed") // the cause would quote a password in it
	}
	switch {
	case u.User != nil:
		return nil, errors.New("the URL holds a user name or password")
	case u.Hostname() == "":
		return nil, fmt.Errorf("%q has no host", raw)
	case u.RawQuery != "" || u.ForceQuery || u.Fragment != "":
		return nil, fmt.Errorf("%q has a query or fragment", raw)
	case u.Scheme == "https":
		return u, nil
	case u.Scheme == "http" && Loopback(u.Hostname()):
		return u, nil
	case u.Scheme == "http":
		return nil, fmt.Errorf("%q is not encrypted: http is for loopback only, use https", raw)
	}
	return nil, fmt.Errorf("%q is no https URL", raw)
}

// Loopback tells whether a host is this machine by name or address, without asking DNS.
func Loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// RedirectError refuses a redirect that would carry a secret elsewhere.
type RedirectError struct{ From, To string }

// Error names both places.
func (e *RedirectError) Error() string {
	return fmt.Sprintf("%s redirects to %s, where the request may not go", e.From, e.To)
}

// KeepToHost returns a copy of h that follows redirects only within the scheme, host and port first asked, and at most ten of
// them. net/http would carry the Authorization header on to subdomains.
func KeepToHost(h *http.Client) *http.Client {
	kept := *h
	callers := h.CheckRedirect
	kept.CheckRedirect = func(next *http.Request, via []*http.Request) error {
		first := via[0].URL
		if next.URL.Scheme != first.Scheme || next.URL.Host != first.Host || len(via) > 10 {
			return &RedirectError{From: origin(first), To: origin(next.URL)}
		}
		if callers != nil {
			return callers(next, via)
		}
		return nil
	}
	return &kept
}

// KeepToURL returns a copy of h that follows no redirect at all: what is sent is for this URL only.
func KeepToURL(h *http.Client) *http.Client {
	kept := *h
	kept.CheckRedirect = func(next *http.Request, via []*http.Request) error {
		return &RedirectError{From: origin(via[0].URL), To: origin(next.URL)}
	}
	return &kept
}

// origin is the part of a URL that cannot hold a secret.
func origin(u *url.URL) string { return u.Scheme + "://" + u.Host }
