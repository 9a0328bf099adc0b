package tiles

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// cache keeps tiles as files FOLDER/PROVIDER/z/x/y, the layout of go-staticmaps,
// whose fetcher can read it too. The time of a file is when it was fetched.
type cache struct {
	root  string
	limit int64

	mu   sync.Mutex
	size int64 // of all files; -1: not counted yet
}

func openCache(dir, provider string, limit int64) (*cache, error) {
	if !filepath.IsLocal(filepath.FromSlash(provider)) { // empty, or out of the folder
		return nil, fmt.Errorf("%q cannot be the name of a cache folder", provider)
	}
	root := filepath.Join(dir, filepath.FromSlash(provider))
	if err := os.MkdirAll(root, 0o755); err != nil {
		return nil, fmt.Errorf("the tile cache cannot be kept in %s: %w", root, err)
	}
	return &cache{root: root, limit: limit, size: -1}, nil
}

func (c *cache) name(id tileID) string {
	return filepath.Join(c.root, strconv.Itoa(id.z), strconv.Itoa(id.x), strconv.Itoa(id.y))
}

func (c *cache) read(id tileID) (data []byte, fetched time.Time, err error) {
	name := c.name(id)
	info, err := os.Stat(name)
	if err != nil {
		return nil, time.Time{}, err
	}
	if info.Size() > maxTileBytes || !info.Mode().IsRegular() {
		return nil, time.Time{}, fs.ErrInvalid
	}
	data, err = os.ReadFile(name)
	return data, info.ModTime(), err
}

// write stores a tile: a file is there whole or not at all.
func (c *cache) write(id tileID, data []byte, fetched time.Time) error {
	name := c.name(id)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // after the renaming there is nothing left to remove
	_, err = f.Write(data)
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Chtimes(f.Name(), fetched, fetched)
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return err
	}
	return c.grown(int64(len(data)))
}

// grown counts what was added; over the limit the oldest tiles go, until a tenth
// of the room is free.
func (c *cache) grown(by int64) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.size >= 0 && c.size+by <= c.limit {
		c.size += by
		return nil
	}
	type file struct {
		name string
		size int64
		time time.Time
	}
	var files []file
	c.size = 0
	err := filepath.WalkDir(c.root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return nil // it may be gone by now
		}
		info, err := d.Info()
		if err != nil {
			return nil
		}
		if strings.HasPrefix(d.Name(), ".new-") { // being written, or left by a crash
			return nil
		}
		files = append(files, file{name, info.Size(), info.ModTime()})
		c.size += info.Size()
		return nil
	})
	if err != nil || c.size <= c.limit {
		return err
	}
	slices.SortFunc(files, func(a, b file) int {
		return cmp.Or(a.time.Compare(b.time), cmp.Compare(a.name, b.name))
	})
	for _, f := range files {
		if c.size <= c.limit/10*9 {
			break
		}
		if err := os.Remove(f.name); err == nil {
			c.size -= f.size
		}
	}
	return nil
}
