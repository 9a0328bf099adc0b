package tiles

import (
	"fmt"
	"hash/fnv"
	"net/url"
	"strings"

	sm "github.com/flopp/go-staticmaps"
)

// Open opens what a user names: a map file, a provider of [Providers] by its
// name, or the address of a tile server with {z}, {x} and {y} in it. The options
// are those of online sources. Naming a provider or server is the user's consent
// to ask it.
func Open(name string, o Options) (Source, error) {
	if strings.Contains(name, "://") {
		p, err := Template(name)
		if err != nil {
			return nil, err
		}
		return openOnline(p, o)
	}
	for _, p := range Providers() {
		if name == p.Name {
			return openOnline(p, o)
		}
	}
	return OpenFile(name)
}

// openOnline keeps a nil pointer out of the interface.
func openOnline(p Provider, o Options) (Source, error) {
	s, err := NewOnline(p, o)
	if err != nil {
		return nil, err
	}
	return s, nil
}

// Template is the provider behind an address such as
// https://example.org/{z}/{x}/{y}.png. Its attribution is its host, for want of a
// better one: who shows its tiles has to know its terms.
func Template(address string) (Provider, error) {
	u, err := url.Parse(strings.NewReplacer("{", "", "}", "").Replace(address))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return Provider{}, fmt.Errorf("%q is no address of a tile server: it has to begin with https://", address)
	}
	pattern := strings.ReplaceAll(address, "%", "%%")
	for part, verb := range map[string]string{"{z}": "%[2]d", "{x}": "%[3]d", "{y}": "%[4]d"} {
		if !strings.Contains(pattern, part) {
			return Provider{}, fmt.Errorf("%q is no address of tiles: it needs {z}, {x} and {y} where their numbers belong, as https://example.org/{z}/{x}/{y}.png", address)
		}
		pattern = strings.ReplaceAll(pattern, part, verb)
	}
	if strings.ContainsAny(pattern, "{}") {
		return Provider{}, fmt.Errorf("%q has a part in braces that is not known; {z}, {x} and {y} are", address)
	}
	h := fnv.New64a()
	_, _ = h.Write([]byte(address)) // in memory it cannot fail
	return Provider{
		TileProvider: sm.TileProvider{
			Name: fmt.Sprintf("other-%016x", h.Sum64()), Attribution: u.Host, TileSize: 256, URLPattern: pattern,
		},
		Title: u.Host, MaxZoom: 19,
	}, nil
}
