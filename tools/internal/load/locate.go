// From a reference to a document: one that was given, then what the catalog says, then what schemaLocation says.

package load

import (
	"errors"
	"fmt"
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// find returns the file of the document that ref means, or the reason why there is none.
func (l *loader) find(doc *Document, ref *Reference) (f *file, why string) {
	places, why := l.places(doc, ref.Location)
	if why != "" {
		return nil, why
	}
	ref.Address = firstAddress(places)
	if f, why := l.inCatalog(ref, places); f != nil || why != "" {
		if f != nil {
			f.far = true
		}
		return f, why
	}
	if ref.Location == "" {
		return nil, "no schemaLocation is given; name the file there, with --schema, or for the namespace in a catalog"
	}
	for _, place := range places {
		if !doc.Elsewhere && !l.allowed(place) {
			return nil, place + " is not below " + l.opts.Within + ", and nothing outside is read; give it in a catalog"
		}
		if f := l.at(place, places); f != nil {
			f.far = f.far || doc.Elsewhere || isAddress(place)
			return f, ""
		}
	}
	return nil, l.notThere(ref, places)
}

// allowed reports whether a place is in the directory that schemaLocation may not lead out of; links are followed first. On the network there is
// no directory.
func (l *loader) allowed(place string) bool {
	if l.opts.Within == "" || isAddress(place) {
		return true
	}
	relative, err := filepath.Rel(l.resolvePath(l.opts.Within), l.resolvePath(place))
	return err == nil && filepath.IsLocal(relative)
}

// Place returns where the schema document is that an instance document at a path names by namespace and location: what the catalog says, else the
// location as seen from the document.
func Place(document, namespace, location string, opts Options) (string, error) {
	l := newLoader(opts)
	f, why := l.find(&Document{File: document}, &Reference{Kind: Import, Namespace: namespace, Location: location})
	if why != "" {
		return "", errors.New(why)
	}
	return f.path, nil
}

// inCatalog asks the catalog. A file that it names and that can't be read is a reason, not a reason to look elsewhere.
func (l *loader) inCatalog(ref *Reference, places []string) (f *file, why string) {
	if l.opts.Catalog == nil {
		return nil, ""
	}
	namespace := ""
	if ref.Kind == Import {
		namespace = ref.Namespace
	}
	place, ok := l.opts.Catalog.Find(ref.Location, places, namespace)
	if !ok {
		return nil, ""
	}
	asked := ref.Location
	if asked == "" {
		asked = namespace
	}
	if isAddress(place) {
		if f = l.at(place, places); f == nil {
			return nil, fmt.Sprintf("the catalog gives %s for %s, a network address, and nothing is fetched; let xsdgen vendor --fetch save it", place, asked)
		}
	} else {
		f = l.read(place)
	}
	if f.err != nil {
		return nil, fmt.Sprintf("the catalog gives %s for %s: %s; correct the catalog", l.opts.Prefix+place, asked, Reason(f.err))
	}
	if f.address == "" {
		f.address = firstAddress(places)
	}
	return f, ""
}

// at returns the file at a place; nil where there is none, or it is on the network and nothing is fetched.
func (l *loader) at(place string, places []string) *file {
	if isAddress(place) && l.opts.Fetch == nil {
		return nil
	}
	f := l.read(place)
	if f.err != nil {
		return nil
	}
	if f.address == "" {
		f.address = firstAddress(places)
	}
	return f
}

// notThere says why none of the places has the document, with what may have been meant.
func (l *loader) notThere(ref *Reference, places []string) string {
	place := places[0]
	if isAddress(place) && l.opts.Fetch == nil {
		return place + " is a network address, and nothing is fetched; give a file with --schema or in a catalog, or let xsdgen vendor --fetch save it"
	}
	reason := Reason(l.read(place).err)
	if near := l.nearName(place); near != "" {
		return fmt.Sprintf("%s: %s; did you mean %s?", l.opts.Prefix+place, reason, near)
	}
	if isAddress(place) {
		return fmt.Sprintf("%s: %s; give a file with --schema or in a catalog", place, reason)
	}
	return fmt.Sprintf("%s: %s; correct schemaLocation, or give the file with --schema or in a catalog", l.opts.Prefix+place, reason)
}

// places returns where a location may lead, the likeliest first: relative to the file that it stands in, and to the address that this file stands for.
func (l *loader) places(doc *Document, location string) (places []string, why string) {
	if location == "" {
		return nil, ""
	}
	inFS := l.opts.FS != nil
	place, ok := join(inFS, doc.File, location)
	if !ok {
		if strings.HasPrefix(location, "data:") {
			return nil, "schemaLocation is a data: address, which is not read; save the document in a file"
		}
		return nil, "schemaLocation " + location + " is not a URI reference; correct it"
	}
	places = append(places, place)
	if strings.Contains(location, `\`) {
		if other, ok := join(inFS, doc.File, strings.ReplaceAll(location, `\`, "/")); ok {
			places = append(places, other)
		}
	}
	if doc.Address != "" {
		if other, ok := join(inFS, doc.Address, location); ok && !slices.Contains(places, other) {
			places = append(places, other)
		}
	}
	return places, ""
}

func firstAddress(places []string) string {
	if i := slices.IndexFunc(places, isAddress); i >= 0 {
		return places[i]
	}
	return ""
}

// join returns location, a URI reference, as seen from the document at base, which is a path (slash-separated in an FS) or a network address.
func join(inFS bool, base, location string) (place string, ok bool) {
	reference, err := url.Parse(location)
	if err != nil || reference.Scheme == "data" {
		return "", false
	}
	switch {
	case isDriveLetter(reference.Scheme):
		return location, true
	case reference.Scheme == "file" && (reference.Host == "" || reference.Host == "localhost"):
		return reference.Path, true
	case reference.Scheme != "" || reference.Host != "" && !isAddress(base):
		return location, true
	case isAddress(base):
		from, err := url.Parse(base)
		if err != nil {
			return "", false
		}
		absolute := from.ResolveReference(reference)
		absolute.Fragment = ""
		return absolute.String(), true
	case reference.Path == "":
		return base, true // a bare fragment: the document itself
	case inFS:
		return path.Join(path.Dir(base), reference.Path), true
	}
	local := filepath.FromSlash(reference.Path)
	if filepath.IsAbs(local) {
		return local, true
	}
	return filepath.Join(filepath.Dir(base), local), true
}

// isAddress tells a network address from a path.
func isAddress(place string) bool {
	scheme, rest, found := strings.Cut(place, ":")
	if !found || isDriveLetter(scheme) || scheme == "" {
		return strings.HasPrefix(place, "//")
	}
	return !strings.ContainsAny(scheme, `/\. `) && (strings.HasPrefix(rest, "//") || scheme == "urn")
}

// isDriveLetter reports whether what looks like a URI scheme is a disk of Windows.
func isDriveLetter(scheme string) bool { return len(scheme) == 1 }

// amongGiven returns the given document that a reference means: that of the same namespace whose file has the name that the location ends in;
// where the location leads nowhere but to the network, any of an imported namespace. It returns nil where the location leads to a given file
// anyway.
func (l *loader) amongGiven(doc *Document, ref *Reference) *Document {
	places, _ := l.places(doc, ref.Location)
	if slices.ContainsFunc(places, func(p string) bool { return !isAddress(p) && l.givenAt[l.resolvePath(p)] }) {
		return nil
	}
	last := path.Base(strings.ReplaceAll(ref.Location, `\`, "/"))
	var alike *Document
	for _, given := range l.documents[:l.givens] {
		if given == doc || !given.fits(ref) {
			continue
		}
		if ref.Location != "" && filepath.Base(given.File) == last {
			return given
		}
		if alike == nil {
			alike = given
		}
	}
	if ref.Kind == Import && (ref.Location == "" || len(places) > 0 && isAddress(places[0])) {
		return alike
	}
	return nil
}

// fits reports whether a document has the namespace that a reference needs, or for an inclusion none.
func (d *Document) fits(ref *Reference) bool {
	if d.TargetNamespace == ref.Namespace {
		return true
	}
	return ref.Kind != Import && d.TargetNamespace == "" && !d.Embedded
}
