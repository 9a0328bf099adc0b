package gazetteer

import (
	"errors"
	"fmt"
	"io"
	"sync"
)

// overlay is what was added to a gazetteer: a table of its own, whose places
// stand in for those of the same id in the base.
type overlay struct {
	*table
	file   []byte // as Encode wrote it
	grid   func() *grid
	merged sync.Map // key of a name to []Hit of base and overlay
}

func newOverlay(file []byte) (*overlay, error) {
	t, err := decode(file)
	if err != nil {
		return nil, err
	}
	o := &overlay{table: t, file: file}
	o.grid = sync.OnceValue(func() *grid { return newGrid(t) })
	return o, nil
}

// SaveAdded writes everything that [Gazetteer.AddGeoNames] added, in a form that
// [Gazetteer.LoadAdded] reads fast. It fails when nothing was added.
func (g *Gazetteer) SaveAdded(w io.Writer) error {
	o := g.added.Load()
	if o == nil {
		return errors.New("no place has been added to the gazetteer")
	}
	_, err := w.Write(o.file)
	return err
}

// LoadAdded takes back what [Gazetteer.SaveAdded] wrote, in place of what was
// added before. The file may be any bytes; a damaged one changes nothing.
func (g *Gazetteer) LoadAdded(r io.Reader) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	file, err := io.ReadAll(io.LimitReader(r, maxAdded))
	if err != nil {
		return fmt.Errorf("the added places cannot be read: %w", err)
	}
	o, err := newOverlay(file)
	if err != nil {
		return fmt.Errorf("the added places cannot be read: %w", err)
	}
	g.added.Store(o)
	g.additions.Add(1)
	return nil
}

const maxAdded = 64 << 20 // bytes of a file of added places
