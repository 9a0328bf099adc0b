package session

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"contested/geo/export"
	"contested/geo/ingest"
)

// A sheet that has no room for every quote names a table, and the table is there.
func TestSheetWritesTheTableThatItNames(t *testing.T) {
	s := open(t, Config{Example: true})
	dir := t.TempDir()
	p := Picture{Width: 1200, Height: 675, Layout: SheetLayout}
	files, err := s.SavePicture(context.Background(), filepath.Join(dir, "a.svg"), p, Beside{Alt: true, Claims: true})
	if err != nil || len(files) != 4 {
		t.Fatalf("%v, %v", files, err)
	}
	picture, _ := os.ReadFile(files[0])
	table := filepath.Base(files[3])
	if !strings.HasPrefix(table, "claims-") || !bytes.Contains(picture, []byte(table)) {
		t.Errorf("the sheet does not name %s", table)
	}
	rows, _ := os.ReadFile(files[3])
	for _, c := range s.State().Shown() {
		if !bytes.Contains(rows, []byte(c.ID)) {
			t.Errorf("%s is missing in the table", c.ID)
		}
	}
	alt, _ := os.ReadFile(files[1])
	if !bytes.Contains(picture, bytes.TrimSpace(alt)[:40]) {
		t.Errorf("the description beside it is another: %s", alt)
	}
	if side, err := OpenSnapshot(files[2]); err != nil || !strings.Contains(table, side.Code) {
		t.Errorf("the side file: %v", err)
	}
	// A PDF has further pages for them.
	files, err = s.SavePicture(context.Background(), filepath.Join(dir, "a.pdf"), p, Beside{})
	if err != nil || len(files) != 1 {
		t.Fatalf("%v, %v", files, err)
	}
	if b, _ := os.ReadFile(files[0]); bytes.Count(b, []byte("/Type /Page ")) < 2 {
		t.Error("the PDF has one page")
	}
	if got := Existing(append(files, filepath.Join(dir, "none"))); len(got) != 1 {
		t.Errorf("there are %v", got)
	}
}

// What is read for a picture alone draws the same file as a document with it.
func TestGatherDrawsWhatADocumentDraws(t *testing.T) {
	s := open(t, Config{Example: true})
	st, r := engine().Gather(context.Background(), nil, true, ingest.Options{})
	if r.Err != nil || r.New != len(s.State().Articles) {
		t.Fatalf("%+v", r)
	}
	p := Picture{Width: 500, Height: 400, Appearance: Appearance{Legend: true}}
	if !bytes.Equal(paint(t, st, p), paint(t, s.State(), p)) {
		t.Error("the files differ")
	}
	path := write(t, "a.txt", "Invented\n\nRussia's Defence Ministry said its troops had captured Myrnohrad.\n")
	st, r = engine().Gather(context.Background(), []string{path, path, path + ".none"}, false, ingest.Options{})
	if len(st.Articles) != 1 || r.New != 1 || r.Failed() != 1 || st.CountShown() != r.Claims {
		t.Errorf("%d articles, %+v", len(st.Articles), r)
	}
}

// A web page begins with the map of the claims on it.
func TestExportedPageHasItsMap(t *testing.T) {
	s := open(t, Config{Example: true})
	f, _ := export.Named("html")
	var b bytes.Buffer
	if err := engine().Export(context.Background(), &b, s.State(), f); err != nil {
		t.Fatal(err)
	}
	if page := b.String(); !strings.Contains(page, `src="data:image/png;base64,`) || !strings.Contains(page, `alt="Map of who claims what`) {
		t.Error("there is no picture on the page")
	}
}

// The as-of line has date, time as far as it is known, and zone; one's own words go
// before.
func TestAsOfLine(t *testing.T) {
	st := open(t, Config{Example: true}).State()
	for l, want := range map[Appearance]string{
		{}:                        "As of 30 November 2025 (UTC)",
		{Language: "uk"}:          "Станом на 30 листопада 2025 р. (UTC)",
		{Language: "ru"}:          "По состоянию на 30 ноября 2025 г. (UTC)",
		{AsOf: "As of noon, CET"}: "As of noon, CET",
	} {
		if got := st.asOfLine(l); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
