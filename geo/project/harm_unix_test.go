//go:build unix

package project

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"contested/geo"
	"contested/geo/gpkg"
)

func init() {
	children["fill"] = fill
	children["shut out"] = shutOut
	children["hold"] = hold
}

// fill imports into the document args[0] until the disk is full, or, with
// args[1] "limit", until files may not grow any more, and reports what it was
// told then.
func fill(args []string) error {
	p, err := Open(args[0], options())
	if err != nil {
		return err
	}
	defer p.Close()
	if args[1] == "limit" {
		signal.Ignore(syscall.SIGXFSZ)
		limit := syscall.Rlimit{Cur: 700 << 10, Max: 700 << 10}
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
			return err
		}
	}
	var t quiet
	for i := 0; i < 10000; i += 5 {
		list, readings := articles(&t, i, 5, 20)
		before, _ := p.Contents()
		entries := len(p.History())
		err := p.Import("import", list, readings)
		if err == nil {
			continue
		}
		after, _ := p.Contents()
		if before != after || len(p.History()) != entries || p.UndoName() != "import" {
			return errors.New("the failed import left something behind")
		}
		if !errors.Is(err, ErrFull) {
			return fmt.Errorf("the error is of another kind: %w", err)
		}
		fmt.Println("told:", err)
		// There is a way to go on: less, or elsewhere.
		if args[1] != "limit" {
			elsewhere := filepath.Join(args[2], "elsewhere.gpkg")
			if err := p.SaveAs(filepath.Join(filepath.Dir(args[0]), "copy.gpkg")); !errors.Is(err, ErrFull) {
				return fmt.Errorf("a copy on the full disk: %w", err)
			}
			if err := p.SaveAs(elsewhere); err != nil {
				return err
			}
			if err := p.Import("import", list, readings); err != nil {
				return err
			}
		}
		return nil
	}
	return errors.New("the disk never filled up")
}

func TestDiskFull(t *testing.T) {
	t.Run("no file may grow", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "a.gpkg")
		fillUp(t, path, "limit", "")
	})
	t.Run("a small disk", func(t *testing.T) {
		dir := t.TempDir()
		if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", dir).CombinedOutput(); err != nil {
			t.Skipf("no small disk can be made here: %s", out)
		}
		t.Cleanup(func() { _ = exec.Command("umount", dir).Run() })
		elsewhere := t.TempDir()
		fillUp(t, filepath.Join(dir, "a.gpkg"), "disk", elsewhere)
		clean(t, filepath.Join(elsewhere, "elsewhere.gpkg"))
		rest, _ := filepath.Glob(filepath.Join(dir, "*"))
		if hidden, _ := filepath.Glob(filepath.Join(dir, ".*")); len(rest)+len(hidden) != 1 {
			t.Errorf("left on the full disk: %q %q", rest, hidden)
		}
	})
}

func fillUp(t *testing.T, path, how, elsewhere string) {
	t.Helper()
	p, err := Create(path, options())
	ok(t, err)
	ok(t, p.Close())
	out, err := child(t, "fill", path, how, elsewhere).CombinedOutput()
	if err != nil || !strings.Contains(string(out), "told:") {
		t.Fatalf("%v: %s", err, out)
	}
	if !strings.Contains(string(out), "save the document on another disk") || !strings.Contains(string(out), "a.gpkg") {
		t.Errorf("the message names no file or no next step: %s", out)
	}
	clean(t, path)
	p, err = Open(path, options())
	ok(t, err)
	defer p.Close()
	if len(contents(t, p).Articles) == 0 {
		t.Error("what was imported before the disk was full is lost")
	}
	if _, err = p.Undo(); err != nil && !(how == "disk" && errors.Is(err, ErrFull)) { // undo needs room too
		t.Error(err)
	}
}

// shutOut opens a document for which it has no right to write, and saves it in
// the folder args[1].
func shutOut(args []string) error {
	p, err := Open(args[0], options())
	if err != nil {
		return err
	}
	defer p.Close()
	if !p.ReadOnly() {
		return errors.New("the document is not said to be read-only")
	}
	c, _ := p.Contents()
	if len(c.Articles) != 2 {
		return fmt.Errorf("%d articles", len(c.Articles))
	}
	var t quiet
	list, readings := articles(&t, 50, 1, 2)
	err = p.Import("import", list, readings)
	if !errors.Is(err, ErrReadOnly) || !strings.Contains(err.Error(), "save the document in another folder") {
		return fmt.Errorf("an import into a read-only document: %v", err)
	}
	if err := p.SaveAs(filepath.Join(filepath.Dir(args[0]), "copy.gpkg")); !errors.Is(err, ErrReadOnly) {
		return fmt.Errorf("a copy in a read-only folder: %v", err)
	}
	if _, err := Create(filepath.Join(filepath.Dir(args[0]), "new.gpkg"), options()); !errors.Is(err, ErrReadOnly) {
		return fmt.Errorf("a new document in a read-only folder: %v", err)
	}
	if err := p.SaveAs(filepath.Join(args[1], "copy.gpkg")); err != nil {
		return err
	}
	if p.ReadOnly() {
		return errors.New("the copy is read-only")
	}
	if _, err := p.Undo(); err != nil {
		return err
	}
	return p.Import("import", list, readings)
}

func TestReadOnlyFolder(t *testing.T) {
	dir, elsewhere := t.TempDir(), t.TempDir()
	path := filepath.Join(dir, "a.gpkg")
	p, err := Create(path, options())
	ok(t, err)
	list, readings := articles(t, 0, 2, 3)
	ok(t, p.Import("one", list[:1], readings[:1]))
	ok(t, p.Import("two", list[1:], readings[1:]))
	ok(t, p.Close())
	for _, mode := range []os.FileMode{0o444, 0o644} {
		ok(t, os.Chmod(path, mode))
		ok(t, os.Chmod(dir, 0o555))
		cmd := child(t, "shut out", path, elsewhere)
		if os.Getuid() == 0 { // to whom nothing is forbidden
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
			for d := dir; len(d) > 1; d = filepath.Dir(d) {
				if info, err := os.Stat(d); err == nil && d != dir {
					ok(t, os.Chmod(d, info.Mode()|0o011))
				}
			}
			ok(t, os.Chmod(elsewhere, 0o777))
			self, err := os.ReadFile(cmd.Path)
			ok(t, err)
			cmd.Path = filepath.Join(elsewhere, "test.exe")
			ok(t, os.WriteFile(cmd.Path, self, 0o755))
		}
		out, err := cmd.CombinedOutput()
		ok(t, os.Chmod(dir, 0o755))
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		clean(t, filepath.Join(elsewhere, "copy.gpkg"))
		ok(t, os.Remove(filepath.Join(elsewhere, "copy.gpkg")))
	}
}

func TestDeletedWhileOpen(t *testing.T) {
	for name, harm := range map[string]func(path string) error{
		"deleted": os.Remove,
		"moved":   func(path string) error { return os.Rename(path, path+".old") },
		"replaced": func(path string) error {
			if err := os.WriteFile(path+".new", []byte("something else"), 0o600); err != nil {
				return err
			}
			return os.Rename(path+".new", path)
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := create(t, options())
			path := p.Path()
			list, readings := articles(t, 0, 2, 4)
			ok(t, p.Import("one", list[:1], readings[:1]))
			before := contents(t, p)
			ok(t, harm(path))
			err := p.Import("two", list[1:], readings[1:])
			if !errors.Is(err, ErrGone) || !strings.Contains(err.Error(), "save the document under a name") {
				t.Fatalf("an import after the file was %s: %v", name, err)
			}
			if _, err := p.Undo(); !errors.Is(err, ErrGone) {
				t.Fatal(err)
			}
			if contents(t, p) != before || p.UndoName() != "one" {
				t.Error("the work is not there any more")
			}
			to := path // the same name again
			if name == "moved" {
				to = filepath.Join(t.TempDir(), "saved.gpkg")
			}
			ok(t, p.SaveAs(to))
			ok(t, p.Import("two", list[1:], readings[1:]))
			_, err = p.Undo()
			ok(t, err)
			_, err = p.Undo()
			ok(t, err)
			clean(t, to)
		})
	}
}

// TestUnreadableWhileOpen: the file's contents are lost while it is open, as when
// a disk is pulled out. What is known of the document is saved.
func TestUnreadableWhileOpen(t *testing.T) {
	p := create(t, options())
	list, readings := articles(t, 0, 40, 8)
	ok(t, p.Import("import", list, readings))
	ok(t, p.Correct("deny", correction(&readings[0].Claims[0])))
	ok(t, p.SaveFilter("mine", &geo.Filter{Words: "x"}))
	before := contents(t, p)
	ok(t, os.Truncate(p.Path(), 4096*2))
	if err := p.Import("more", list[:1], nil); err != nil && !errors.Is(err, ErrDamaged) && !errors.Is(err, gpkg.ErrIO) {
		t.Errorf("an import into what is left: %v", err)
	}
	to := filepath.Join(t.TempDir(), "rescued.gpkg")
	ok(t, p.SaveAs(to))
	if d := difference(contents(t, p), before); d != "" {
		t.Errorf("what was saved has other %s", d)
	}
	if h := p.History(); len(h) != 1 || h[0].Kind != Note {
		t.Errorf("the history is %+v", h)
	}
	clean(t, to)
}

func TestTwoWindows(t *testing.T) {
	p := create(t, options())
	path := p.Path()
	inUse := func(who string, err error) {
		t.Helper()
		if !errors.Is(err, ErrInUse) || !strings.Contains(err.Error(), "another window; go on there") {
			t.Errorf("%s: %v", who, err)
		}
	}
	_, err := Open(path, options())
	inUse("the same program", err)
	link := filepath.Join(t.TempDir(), "link.gpkg")
	ok(t, os.Symlink(path, link))
	_, err = Open(link, options())
	inUse("by another name", err)
	q, err := Create(filepath.Join(t.TempDir(), "b.gpkg"), options())
	ok(t, err)
	defer q.Close()
	inUse("saving over an open document", q.SaveAs(path))

	other := filepath.Join(t.TempDir(), "c.gpkg")
	c, err := Create(other, options())
	ok(t, err)
	ok(t, c.Close())
	cmd := child(t, "hold", other)
	in, err := cmd.StdinPipe()
	ok(t, err)
	out, err := cmd.StdoutPipe()
	ok(t, err)
	ok(t, cmd.Start())
	said := bufio.NewScanner(out)
	if !said.Scan() {
		t.Fatal("the other window did not open it")
	}
	_, err = Open(other, options())
	inUse("another program", err)
	clean(t, other) // looking is free
	in.Close()
	ok(t, cmd.Wait())
	c, err = Open(other, options())
	ok(t, err)
	ok(t, c.Close())
	if rest, _ := filepath.Glob(filepath.Join(filepath.Dir(other), ".*")); len(rest) != 0 {
		t.Errorf("left behind: %q", rest)
	}
}

// hold keeps the document args[0] open until its input ends.
func hold(args []string) error {
	p, err := Open(args[0], options())
	if err != nil {
		return err
	}
	fmt.Println("open")
	_, _ = os.Stdin.Read(make([]byte, 1))
	return p.Close()
}
