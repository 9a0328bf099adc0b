package session

import (
	"bytes"
	"context"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestSeries(t *testing.T) {
	st := open(t, Config{Example: true}).State()
	e, ctx := engine(), context.Background()
	p := Picture{Width: 320, Height: 240}
	k, err := e.Series(ctx, st, p, 7*24*time.Hour)
	if err != nil || len(k.Moments) < 3 {
		t.Fatalf("%v, %d moments", err, len(k.Moments))
	}
	if n := len(st.Until(k.Moments[len(k.Moments)-1]).Shown()); n != st.CountShown() {
		t.Errorf("the last picture shows %d claims of %d", n, st.CountShown())
	}
	shown := 0
	for _, m := range k.Moments {
		s := st.Until(m)
		if s.CountShown() < shown {
			t.Errorf("at %v there are fewer claims than before", m)
		}
		shown = s.CountShown()
		for _, c := range s.Shown() {
			if s.Article(c.Article).Published.From.After(m) {
				t.Errorf("at %v an article of %v is known", m, s.Article(c.Article).Published)
			}
		}
		for id, d := range s.Conflicts {
			for _, c := range d.Pair {
				if s.Claim(c) == nil {
					t.Errorf("at %v %s is contested by a claim that nobody has made yet", m, id)
				}
			}
		}
	}

	// The furniture stands in one place throughout, and says when it is.
	if k.picture.Room == nil || k.picture.Room.Signs == 0 {
		t.Errorf("no room is kept: %+v", k.picture.Room)
	}
	if _, first := k.at(0); first.AsOf == "" || !strings.HasSuffix(first.AsOf, ", 23:59 UTC") {
		t.Errorf("the first picture is %q", first.AsOf)
	}

	folder := filepath.Join(t.TempDir(), "frames")
	var kept, made int
	count := func(_ int, _ string, k bool) {
		if k {
			kept++
		} else {
			made++
		}
	}
	// Broken off after two pictures, and one of them is damaged: it goes on.
	broken, cancel := context.WithCancel(ctx)
	err = e.WriteFolder(broken, k, folder, func(i int, name string, k bool) {
		count(i, name, k)
		if i == 1 {
			cancel()
		}
	})
	if err == nil || made != 2 {
		t.Fatalf("%v after %d pictures", err, made)
	}
	files, _ := filepath.Glob(filepath.Join(folder, "*"))
	if len(files) != 2 {
		t.Fatalf("%v", files)
	}
	killed := filepath.Join(folder, "."+filepath.Base(files[0])+".123456")
	os.WriteFile(killed, []byte("half"), 0o600) // as a run that was killed leaves it
	b, _ := os.ReadFile(files[0])
	os.WriteFile(files[0], b[:len(b)/2], 0o644)
	kept, made = 0, 0
	if err := e.WriteFolder(ctx, k, folder, count); err != nil || kept != 1 || made != len(k.Moments)-1 {
		t.Errorf("%v: %d kept, %d made of %d", err, kept, made, len(k.Moments))
	}
	if _, err := os.Stat(killed); err == nil {
		t.Error("what a killed run left is still there")
	}
	if s, err := OpenSnapshot(files[0]); err != nil || len(s.Problems) > 0 || s.Picture.View.Zoom != k.picture.View.Zoom {
		t.Errorf("the mended picture: %v", err)
	}

	var a bytes.Buffer
	if err := e.WriteAnimation(ctx, &a, k, time.Second, nil); err != nil {
		t.Fatal(err)
	}
	if img, err := png.Decode(bytes.NewReader(a.Bytes())); err != nil || img.Bounds().Dx() != 320 {
		t.Errorf("as a picture without animation: %v", err)
	}
	if n := bytes.Count(a.Bytes(), []byte("fcTL")); n != len(k.Moments) {
		t.Errorf("%d frames of %d", n, len(k.Moments))
	}
}
