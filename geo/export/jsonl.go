package export

import (
	"encoding/json"
	"io"
)

func writeJSONL(w io.Writer, d *Document) error {
	enc := json.NewEncoder(w)
	for e := range d.Entries {
		if err := enc.Encode(map[string]any{"id": e.Article.Ref, "unit": "byte"}); err != nil {
			return err
		}
	}
	return nil
}
