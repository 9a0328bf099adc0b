package tiles

import (
	"fmt"

	sm "github.com/flopp/go-staticmaps"
)

// Provider is an online service of raster tiles: a provider of go-staticmaps and
// what it does not say.
type Provider struct {
	sm.TileProvider
	Title            string
	MinZoom, MaxZoom int
	Terms            string // where its rules of use are; to be agreed to before the first request
}

// Providers are services that answer today without a key and allow a program like
// this one to show their tiles. None may be used to fetch whole regions ahead.
//
// go-staticmaps lists more; several are gone (Stamen, Wikimedia, OpenCycleMap),
// and its address of OpenStreetMap is an old one.
func Providers() []Provider {
	osm := *sm.NewTileProviderOpenStreetMaps()
	osm.URLPattern = "https://tile.openstreetmap.org/%[2]d/%[3]d/%[4]d.png"
	osm.Shards = nil
	osm.Attribution = "© OpenStreetMap contributors (ODbL)"

	topo := *sm.NewTileProviderOpenTopoMap()
	topo.URLPattern = "https://%[1]s.tile.opentopomap.org/%[2]d/%[3]d/%[4]d.png"
	topo.Attribution = "© OpenTopoMap (CC BY-SA), © OpenStreetMap contributors (ODbL), SRTM"

	light, dark := *sm.NewTileProviderCartoLight(), *sm.NewTileProviderCartoDark()
	for _, p := range []*sm.TileProvider{&light, &dark} {
		p.Attribution = "© CARTO, © OpenStreetMap contributors (ODbL)"
	}
	return []Provider{
		{osm, "OpenStreetMap", 0, 19, "https://operations.osmfoundation.org/policies/tiles/"},
		{topo, "OpenTopoMap", 0, 17, "https://opentopomap.org/about"},
		{light, "CARTO light", 0, 20, "https://carto.com/legal"},
		{dark, "CARTO dark", 0, 20, "https://carto.com/legal"},
	}
}

// url is the address of a tile.
func (p *Provider) url(z, x, y int) string {
	shard := ""
	if n := len(p.Shards); n > 0 {
		shard = p.Shards[(x+y)%n]
	}
	return fmt.Sprintf(p.URLPattern, shard, z, x, y, p.APIKey)
}
