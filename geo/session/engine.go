package session

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/basemap"
	"contested/geo/gazetteer"
	"contested/geo/read"
	"contested/geo/render"
)

// Engine is what every session shares and nobody changes: the ground, the
// gazetteer, the reader and the painter, each made of the embedded assets when it
// is first asked for. It is safe for concurrent use.
type Engine struct {
	Ground    func() (*basemap.Ground, error)
	Gazetteer func() (*gazetteer.Gazetteer, error)
	Reader    func() (*read.Reader, error)
	Painter   func() (*render.Painter, error)

	// Told is called with every word list of the user's that is left out, when the reader
	// is first asked for. It may be nil.
	Told func(LeftOutList)

	assets  fs.FS
	dataDir string
	example func() *readExample
	asRead  func() (exampleAsRead, error)
	places  func() map[geo.PlaceID]geo.Place // of the example; nil where the user has added places, which win
	words   func() addedWords
	loaded  atomic.Bool // the gazetteer
}

// NewEngine prepares an engine over the assets. dataDir is the user's data
// folder, in which added place names are looked for; empty: none.
func NewEngine(assets fs.FS, dataDir string) *Engine {
	e := &Engine{assets: assets, dataDir: dataDir}
	e.Ground = sync.OnceValues(func() (*basemap.Ground, error) { return basemap.Load(assets) })
	e.Gazetteer = sync.OnceValues(e.loadGazetteer)
	e.example = sync.OnceValue(e.loadReadExample)
	e.asRead = sync.OnceValues(e.readTheExample)
	e.places = sync.OnceValue(e.examplePlaces)
	e.words = sync.OnceValue(func() addedWords { return findAddedWords(assets, dataDir) })
	e.Painter = sync.OnceValues(func() (*render.Painter, error) { return render.NewPainter(assets) })
	e.Reader = sync.OnceValues(func() (*read.Reader, error) {
		g, err := e.Gazetteer()
		if err != nil {
			return nil, err
		}
		return e.loadReader(g)
	})
	return e
}

// studio is the painter, and the ground that it paints on.
func (e *Engine) studio() (*render.Painter, *basemap.Ground, error) {
	painter, err := e.Painter()
	if err != nil {
		return nil, nil, err
	}
	ground, err := e.Ground()
	return painter, ground, err
}

// AddedPlaces is the file in the user's data folder that holds place names
// added with `contestedctl place --add`, in the form of a GeoNames country file.
const AddedPlaces = "places.txt"

func (e *Engine) loadGazetteer() (*gazetteer.Gazetteer, error) {
	defer e.loaded.Store(true)
	g, err := gazetteer.Load(e.assets)
	if err != nil || e.dataDir == "" {
		return g, err
	}
	path := filepath.Join(e.dataDir, AddedPlaces)
	f, err := os.Open(path)
	if os.IsNotExist(err) {
		return g, nil
	}
	if err != nil {
		return nil, fmt.Errorf("your added places cannot be read: %w", err)
	}
	defer f.Close()
	if _, _, err := g.AddGeoNames(f); err != nil {
		return nil, fmt.Errorf("your added places in %s: %w", path, err)
	}
	return g, nil
}

// HasGazetteer reports whether the gazetteer has been loaded, so that asking it
// takes no time.
func (e *Engine) HasGazetteer() bool { return e.loaded.Load() }

// Place looks a place up in the gazetteer; ok is false when the gazetteer could
// not be loaded, too. Places of the built-in example are known without it.
func (e *Engine) Place(id geo.PlaceID) (geo.Place, bool) {
	if p, ok := e.places()[id]; ok {
		return p, true
	}
	g, err := e.Gazetteer()
	if err != nil {
		return geo.Place{}, false
	}
	return g.Place(id)
}

func (e *Engine) examplePlaces() map[geo.PlaceID]geo.Place {
	x := e.example()
	if x == nil {
		return nil
	}
	if e.dataDir != "" {
		if _, err := os.Stat(filepath.Join(e.dataDir, AddedPlaces)); err == nil {
			return nil
		}
	}
	m := make(map[geo.PlaceID]geo.Place, len(x.Places))
	for _, p := range x.Places {
		m[p.ID] = p
	}
	return m
}

// near is the settlement at a point: a claim's point that was moved in another
// program onto a town is a claim about that town.
func (e *Engine) near(p orb.Point) (geo.Place, bool) {
	g, err := e.Gazetteer()
	if err != nil {
		return geo.Place{}, false
	}
	for _, place := range g.Near(p, 2) {
		if place.Kind == geo.Settlement {
			return place, true
		}
	}
	return geo.Place{}, false
}

// Assets is the file system that the engine was made of.
func (e *Engine) Assets() fs.FS { return e.assets }
