package project

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

func init() {
	children["work"] = work
	children["make"] = makeMany
}

// makeMany makes documents in the folder args[0] and copies of them, one after
// the other, for ever.
func makeMany(args []string) error {
	var t quiet
	for i := 0; ; i++ {
		path := filepath.Join(args[0], fmt.Sprintf("%d.gpkg", i))
		p, err := Create(path, options())
		if err != nil {
			return err
		}
		fmt.Println("made")
		list, readings := articles(&t, i, 3, 8)
		for n := range 3 { // the third replaces the second
			if err := p.Import("import", list[n:n+1], readings[n:n+1]); err != nil {
				return err
			}
			if err := p.SaveAs(filepath.Join(args[0], fmt.Sprintf("copy %d.gpkg", max(n, 1)))); err != nil && n < 2 {
				return err
			}
		}
		if err := p.Close(); err != nil {
			return err
		}
	}
}

// TestKilledWhileMaking kills a process that makes and copies documents: a
// half-written one must not come to exist.
func TestKilledWhileMaking(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for range 8 {
		dir := t.TempDir()
		cmd := child(t, "make", dir)
		out, err := cmd.StdoutPipe()
		ok(t, err)
		ok(t, cmd.Start())
		said := bufio.NewScanner(out)
		for n := r.IntN(3); n >= 0 && said.Scan(); n-- {
		}
		time.AfterFunc(time.Duration(r.IntN(40000))*time.Microsecond, func() { cmd.Process.Kill() })
		for said.Scan() {
		}
		_ = cmd.Wait()
		list, err := filepath.Glob(filepath.Join(dir, "*.gpkg"))
		ok(t, err)
		for _, path := range list {
			p, err := Open(path, options())
			if err != nil {
				t.Error(err)
				continue
			}
			ok(t, p.Close())
			clean(t, path)
		}
		// What was left of those that came to exist in the end is swept away.
		hidden, err := filepath.Glob(filepath.Join(dir, ".*.tmp"))
		ok(t, err)
		for _, tmp := range hidden {
			for _, path := range list {
				if strings.HasPrefix(filepath.Base(tmp), "."+filepath.Base(path)+".") {
					t.Errorf("%s was left", tmp)
				}
			}
		}
	}
}

// work opens the document args[0] and does one action after another, for ever.
// After each that is done it says so: "done ENTRIES HASH".
func work(args []string) error {
	seed, err := strconv.ParseUint(args[1], 10, 64)
	if err != nil {
		return err
	}
	p, err := Open(args[0], options())
	if err != nil {
		return err
	}
	var t quiet
	r := rand.New(rand.NewPCG(seed, 2))
	for {
		c, err := p.Contents()
		if err != nil {
			return err
		}
		fmt.Println("done", len(p.History()), hashOf(c))
		switch n := r.IntN(8); {
		case n == 0 && p.UndoName() != "":
			_, err = p.Undo()
		case n == 1 && p.RedoName() != "":
			_, err = p.Redo()
		case n == 2 && len(p.undo) > 2:
			err = p.Revert(p.undo[r.IntN(len(p.undo))].seq)
		case n == 3:
			list, readings := articles(&t, r.IntN(1000), 20, 6)
			err = p.Import("import", list, readings)
		default:
			randomAction(&t, p, r)
		}
		if err != nil {
			return err
		}
	}
}

// quiet lets the helpers of tests run without one.
type quiet struct{ testing.TB }

func (*quiet) Helper()           {}
func (*quiet) Fatal(args ...any) { panic(fmt.Sprint(args...)) }

func hashOf(c *Contents) string {
	b, err := json.Marshal(c)
	if err != nil {
		panic(err)
	}
	return fmt.Sprintf("%x", sha256.Sum256(b))
}

// TestKilled kills a working process at any moment, again and again. Each time
// the document must open, hold every action that was said to be done and at most
// the one that was being done, whole; and be clean. CONTESTED_KILLS says how
// often; 1000 take some minutes.
func TestKilled(t *testing.T) {
	kills := 60
	if testing.Short() {
		kills = 10
	}
	if s := os.Getenv("CONTESTED_KILLS"); s != "" {
		var err error
		kills, err = strconv.Atoi(s)
		ok(t, err)
	}
	r := rand.New(rand.NewPCG(9, 9))
	path, during := "", 0
	for round := range kills {
		if round%10 == 0 {
			path = filepath.Join(t.TempDir(), "killed.gpkg")
			p, err := Create(path, options())
			ok(t, err)
			ok(t, p.Close())
		}
		entries, hash := killOne(t, path, uint64(round), r)
		if t.Failed() {
			return
		}
		_, err := os.Stat(path + "-journal")
		if err == nil {
			during++
		}
		survived(t, path, entries, hash)
		if t.Failed() {
			t.Fatalf("after kill %d", round)
		}
	}
	t.Logf("%d kills, %d of them in the middle of a transaction", kills, during)
	if kills >= 60 && during == 0 {
		t.Error("no kill came in the middle of a transaction: the test does not test")
	}
}

// killOne starts a worker, kills it some time after it has done something, and
// returns the last thing that it said to be done.
func killOne(t *testing.T, path string, seed uint64, r *rand.Rand) (entries int, hash string) {
	t.Helper()
	cmd := child(t, "work", path, strconv.FormatUint(seed, 10))
	out, err := cmd.StdoutPipe()
	ok(t, err)
	cmd.Stderr = os.Stderr
	ok(t, cmd.Start())
	acts := 1 + r.IntN(6)
	said := bufio.NewScanner(out)
	for n := 0; said.Scan(); n++ {
		if _, err := fmt.Sscanf(said.Text(), "done %d %s", &entries, &hash); err != nil {
			t.Error(said.Text())
		}
		if n == acts {
			// The moment is what is random here, nothing waits for it.
			time.AfterFunc(time.Duration(r.IntN(12000))*time.Microsecond, func() { cmd.Process.Kill() })
		}
	}
	_ = cmd.Wait()
	if hash == "" {
		t.Error("the worker did nothing")
	}
	return entries, hash
}

func survived(t *testing.T, path string, entries int, hash string) {
	t.Helper()
	p, err := Open(path, options())
	if err != nil {
		t.Error(err)
		return
	}
	defer p.Close()
	clean(t, path)
	history := p.History()
	switch len(history) - entries {
	case 0:
	case 1: // what was being done is done
		switch history[entries].Kind {
		case Undone:
			_, err = p.Redo()
			if history[entries].Name != "Undo "+p.UndoName() { // several steps at once
				return
			}
		case Redone:
			_, err = p.Undo()
		default:
			_, err = p.Undo()
		}
		if err != nil {
			t.Error(err)
		}
	default:
		t.Errorf("the history has %d entries; %d were done", len(history), entries)
	}
	c, err := p.Contents()
	if err != nil {
		t.Error(err)
		return
	}
	if got := hashOf(c); got != hash {
		t.Errorf("the contents are not those of the last action that was done (%d entries, %d known)", len(history), entries)
	}
}
