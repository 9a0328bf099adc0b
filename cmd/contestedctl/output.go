package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"contested/geo/export"
	"contested/geo/session"
)

// format finds the format of an output: by name if one is given, else by the
// extension of the file, else fallback.
func format(c *command, name, file, fallback string) (export.Format, error) {
	if name == "" && file != "" && file != "-" {
		f, ok := export.ForFile(file)
		if !ok {
			return f, usageError{c, fmt.Sprintf("no format is known for %q; give --format", filepath.Base(file))}
		}
		return f, nil
	}
	if name == "" {
		name = fallback
	}
	f, ok := export.Named(name)
	if !ok {
		var names []string
		for _, f := range export.Formats() {
			names = append(names, f.Name)
		}
		return f, usageError{c, fmt.Sprintf("there is no format %q; the formats are %s", name, strings.Join(names, ", "))}
	}
	return f, nil
}

// output calls write with where the results go. A file is made only when write
// succeeds, and is replaced in one step; standard output gets its first byte
// when write has made more than fits a buffer, or has succeeded.
func (p *program) output(file string, write func(io.Writer) error) error {
	if file != "" && file != "-" {
		if err := p.mayWrite(file); err != nil {
			return err
		}
		return session.WriteFile(file, write)
	}
	late := &lateWriter{w: p.stdout}
	if err := write(late); err != nil {
		return err
	}
	return late.flush()
}

// mayWrite refuses targets that replacing would destroy.
func (p *program) mayWrite(file string) error {
	info, err := os.Stat(file)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("%s is a folder; name a file in it", file)
	case err == nil && !info.Mode().IsRegular():
		return fmt.Errorf("%s is no regular file; write to standard output with -o - and redirect it", file)
	case err == nil && !p.overwrite:
		return fmt.Errorf("%s is there already and is kept; name another file with -o, or replace it with --overwrite", file)
	}
	if dir := filepath.Dir(file); err != nil {
		if d, err := os.Stat(dir); err != nil || !d.IsDir() {
			return fmt.Errorf("there is no folder %s; make it first", dir)
		}
	}
	return nil
}

// lateWriter holds the beginning of an output back, so that a command which
// fails early writes nothing at all.
type lateWriter struct {
	w    io.Writer
	held bytes.Buffer
	open bool
}

const holdBack = 256 << 10

func (l *lateWriter) Write(b []byte) (int, error) {
	if l.open {
		return l.w.Write(b)
	}
	l.held.Write(b)
	if l.held.Len() > holdBack {
		if err := l.flush(); err != nil {
			return 0, err
		}
	}
	return len(b), nil
}

func (l *lateWriter) flush() error {
	l.open = true
	_, err := l.held.WriteTo(l.w)
	return err
}
