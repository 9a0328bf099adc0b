// Package tiles gives map tiles: pictures from an online provider with a cache of
// our own, pictures or geometry from an .mbtiles or a .pmtiles file.
//
// Tiles are numbered as in every slippy map: at zoom z the world is 2^z tiles
// wide, x grows eastwards, y grows southwards.
package tiles

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // tiles come in these forms
	_ "image/png"
	"io"
	"os"
	"strings"

	"github.com/paulmach/orb"
	_ "golang.org/x/image/webp"
)

// Source is where tiles come from. It is safe for concurrent use until it is
// closed.
type Source interface {
	// Tile is one tile. A tile that the source does not have is [ErrMissing];
	// what is below it stays visible. The picture may be shared: it is
	// read-only.
	Tile(ctx context.Context, z, x, y int) (image.Image, error)
	// Info says what the source holds; it never changes.
	Info() Info
	// Close ends the source. Tiles that are asked for afterwards are errors.
	Close() error
}

// Info describes a source.
type Info struct {
	Name             string
	Attribution      string // plain text, to be shown wherever tiles are
	MinZoom, MaxZoom int
	TileSize         int       // dp that a tile covers, 256 or 512
	Bound            orb.Bound // lon, lat
	Vector           bool      // tiles are geometry, not pictures: Tile gives ErrVector
	Online           bool      // tiles come from a server, which is not to be burdened
}

// Credit is what has to be said of the source in a picture: its attribution, or
// its name where it has none.
func (i Info) Credit() string {
	if i.Attribution != "" {
		return i.Attribution
	}
	return i.Name
}

var (
	// ErrMissing means that the source has no such tile: nothing is wrong.
	ErrMissing = errors.New("there is no such tile")
	// ErrOffline means that a tile is not in the cache and may not be fetched.
	ErrOffline = errors.New("the tile is not in the cache, and the network is not to be used")
	// ErrVector means that a tile holds geometry and is no picture.
	ErrVector = errors.New("the map holds vector tiles, which are no pictures")
	// ErrClosed means that the source has been closed.
	ErrClosed = errors.New("the map has been closed")
)

const (
	maxTileBytes = 4 << 20 // of a packed picture; honest ones have under 200 kB
	maxTileSide  = 2048    // pixels
)

// OpenFile opens a map file by what it holds, whatever its name is.
func OpenFile(name string) (Source, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	head := make([]byte, 16)
	n, err := io.ReadFull(f, head)
	f.Close()
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, err
	}
	// The comma keeps a nil pointer out of the interface.
	switch head = head[:n]; {
	case bytes.HasPrefix(head, []byte("PMTiles")):
		p, err := OpenPMTiles(name)
		if err != nil {
			return nil, err
		}
		return p, nil
	case bytes.HasPrefix(head, []byte("SQLite format 3\x00")):
		m, err := OpenMBTiles(name)
		if err != nil {
			return nil, err
		}
		return m, nil
	}
	return nil, fmt.Errorf("%s is no map file: it is neither .pmtiles nor .mbtiles", name)
}

// decode turns bytes into a picture. Its size is looked at before it is unpacked.
func decode(data []byte) (image.Image, error) {
	c, form, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("the tile is no picture: %w", err)
	}
	if c.Width < 1 || c.Height < 1 || c.Width > maxTileSide || c.Height > maxTileSide {
		return nil, fmt.Errorf("the tile is a %s picture of %d×%d pixels, more than %d×%[5]d is not accepted", form, c.Width, c.Height, maxTileSide, maxTileSide)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("the tile is a broken picture: %w", err)
	}
	return img, nil
}

// valid reports whether a tile exists in the world at all.
func valid(z, x, y int) bool {
	return z >= 0 && z <= 30 && x >= 0 && y >= 0 && x < 1<<z && y < 1<<z
}

// plain makes a line of text of an attribution that may be HTML: tags are left
// out, a few entities are understood.
func plain(s string) string {
	var out []rune
	tag := false
	for _, r := range s {
		switch {
		case r == '<':
			tag = true
		case r == '>' && tag:
			tag = false
		case !tag && r >= ' ':
			out = append(out, r)
		}
		if len(out) > 400 {
			break
		}
	}
	return entities.Replace(string(out))
}

var entities = strings.NewReplacer("&copy;", "©", "&amp;", "&", "&quot;", `"`, "&#39;", "’", "&lt;", "‹", "&gt;", "›", "&nbsp;", " ")
