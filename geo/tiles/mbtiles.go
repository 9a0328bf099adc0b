package tiles

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/paulmach/orb"
	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// MBTiles is a file of tiles in SQLite (MBTiles 1.3). It is only read.
type MBTiles struct {
	info Info
	mu   sync.Mutex
	conn *sqlite.Conn // nil when closed
}

// OpenMBTiles opens an .mbtiles file.
func OpenMBTiles(name string) (*MBTiles, error) {
	conn, err := sqlite.OpenConn(name, sqlite.OpenReadOnly)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be opened as a map file: %w", name, err)
	}
	m := &MBTiles{conn: conn}
	if err := m.readInfo(); err != nil {
		conn.Close()
		return nil, fmt.Errorf("%s is no map file of MBTiles: %w", name, err)
	}
	return m, nil
}

func (m *MBTiles) readInfo() error {
	meta := map[string]string{}
	err := sqlitex.ExecuteTransient(m.conn, "SELECT name, value FROM metadata LIMIT 1000", &sqlitex.ExecOptions{
		ResultFunc: func(s *sqlite.Stmt) error {
			if s.ColumnLen(1) < 1<<16 { // "json" of vector tiles may be long and is not needed
				meta[s.ColumnText(0)] = s.ColumnText(1)
			}
			return nil
		},
	})
	if err != nil {
		return err
	}
	m.info = Info{
		Name: plain(meta["name"]), Attribution: plain(meta["attribution"]), TileSize: 256,
		Bound:  orb.Bound{Min: orb.Point{-180, -85.06}, Max: orb.Point{180, 85.06}},
		Vector: meta["format"] == "pbf" || meta["format"] == "mvt",
	}
	if parts := strings.Split(meta["bounds"], ","); len(parts) == 4 {
		var v [4]float64
		ok := true
		for i, p := range parts {
			f, err := strconv.ParseFloat(strings.TrimSpace(p), 64)
			v[i], ok = f, ok && err == nil
		}
		if ok && v[0] < v[2] && v[1] < v[3] && v[0] >= -180 && v[2] <= 180 {
			m.info.Bound = orb.Bound{Min: orb.Point{v[0], v[1]}, Max: orb.Point{v[2], v[3]}}
		}
	}
	// The index answers this at once; the metadata may lack it or be wrong.
	m.info.MinZoom, m.info.MaxZoom = -1, -1
	err = sqlitex.ExecuteTransient(m.conn, "SELECT min(zoom_level), max(zoom_level) FROM tiles", &sqlitex.ExecOptions{
		ResultFunc: func(s *sqlite.Stmt) error {
			if s.ColumnType(0) == sqlite.TypeInteger {
				m.info.MinZoom, m.info.MaxZoom = s.ColumnInt(0), s.ColumnInt(1)
			}
			return nil
		},
	})
	if err != nil {
		return err
	}
	if m.info.MinZoom < 0 || m.info.MaxZoom > 30 {
		return errors.New("it holds no tiles")
	}
	return nil
}

// Info implements [Source].
func (m *MBTiles) Info() Info { return m.info }

// Close implements [Source].
func (m *MBTiles) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.conn == nil {
		return nil
	}
	err := m.conn.Close()
	m.conn = nil
	return err
}

// Tile implements [Source].
func (m *MBTiles) Tile(ctx context.Context, z, x, y int) (image.Image, error) {
	if m.info.Vector {
		return nil, ErrVector
	}
	data, err := m.bytes(ctx, z, x, y)
	if err != nil {
		return nil, err
	}
	return decode(data)
}

func (m *MBTiles) bytes(ctx context.Context, z, x, y int) ([]byte, error) {
	if !valid(z, x, y) {
		return nil, ErrMissing
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.conn == nil {
		return nil, ErrClosed
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	defer m.conn.SetInterrupt(m.conn.SetInterrupt(ctx.Done()))
	data, found := []byte(nil), false
	err := sqlitex.Execute(m.conn, "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?", &sqlitex.ExecOptions{
		Args: []any{z, x, 1<<z - 1 - y}, // rows are counted from the south
		ResultFunc: func(s *sqlite.Stmt) error {
			if n := s.ColumnLen(0); n > maxTileBytes {
				return fmt.Errorf("a tile has %d MB", n>>20)
			}
			var err error
			data, err = io.ReadAll(s.ColumnReader(0))
			found = true
			return err
		},
	})
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, fmt.Errorf("the map file cannot be read: %w", err)
	case !found || len(data) == 0:
		return nil, ErrMissing
	}
	return data, nil
}
