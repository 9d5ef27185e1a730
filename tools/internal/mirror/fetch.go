// Fetching over HTTP, within bounds: only from hosts that are allowed, only so much, only so long, and never what the lock says is another document.

package mirror

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// Fetcher reads documents from the network. It is not safe for concurrent use.
type Fetcher struct {
	// Hosts are those that may be asked, as in a URL: with the port where there is one.
	Hosts []string
	// MaxBytes bounds each document.
	MaxBytes int64
	// Timeout bounds the time for each document, redirects included.
	Timeout time.Duration
	// Lock and Folder are those of an earlier run: what is there as locked is not fetched again. A nil Lock fetches everything.
	Lock   Lock
	Folder fs.FS
	// Tell is told of each address before it is asked, and of redirects.
	Tell func(message string)
}

// maxRedirects is as many as browsers follow in a row, and some.
const maxRedirects = 10

// Fetch returns the document at an address.
func (f *Fetcher) Fetch(address string) ([]byte, error) {
	file, sum, locked := f.Lock.Named(address)
	if locked {
		if data, err := fs.ReadFile(f.Folder, file); err == nil && sumOf(data) == sum {
			return data, nil
		}
	}
	data, err := f.get(address)
	if err == nil && locked && sumOf(data) != sum {
		return nil, fmt.Errorf("its sha256 is %s, but %s says %s; if the change is meant, use --update", sumOf(data), LockName, sum)
	}
	return data, err
}

func (f *Fetcher) get(address string) ([]byte, error) {
	parsed, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	if err := f.allowed(parsed); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), f.Timeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Accept", "application/xml, text/xml, */*;q=0.1")
	f.Tell("fetching " + address)
	client := http.Client{CheckRedirect: f.redirect}
	response, err := client.Do(request)
	if err != nil {
		return nil, f.reason(err)
	}
	defer response.Body.Close() //nolint:errcheck // it was read
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("the server answered %s", response.Status)
	}
	data, err := io.ReadAll(io.LimitReader(response.Body, f.MaxBytes+1))
	if err != nil {
		return nil, f.reason(err)
	}
	if int64(len(data)) > f.MaxBytes {
		return nil, fmt.Errorf("it is larger than %d bytes; raise --max-bytes if that is right", f.MaxBytes)
	}
	return data, nil
}

// redirect follows a redirect, to allowed hosts alone.
func (f *Fetcher) redirect(next *http.Request, before []*http.Request) error {
	f.Tell(fmt.Sprintf("%s redirects to %s", before[len(before)-1].URL, next.URL))
	if len(before) > maxRedirects {
		return fmt.Errorf("more than %d redirects", maxRedirects)
	}
	return f.allowed(next.URL)
}

func (f *Fetcher) allowed(address *url.URL) error {
	if address.Scheme != "http" && address.Scheme != "https" {
		return fmt.Errorf("only http and https addresses are fetched, and this is %s", address.Scheme)
	}
	if !slices.ContainsFunc(f.Hosts, func(host string) bool { return strings.EqualFold(host, address.Host) }) {
		return fmt.Errorf("the host %s is not on the list of hosts that may be asked; add --host %s if you trust it", address.Host, address.Host)
	}
	return nil
}

// reason is what went wrong, without the address, which the message names anyway.
func (f *Fetcher) reason(err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("no complete answer within %s; raise --timeout if the server is slow", f.Timeout)
	}
	var asked *url.Error
	if errors.As(err, &asked) {
		return asked.Err
	}
	return err
}
