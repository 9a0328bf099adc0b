package ingest

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// input reads one input, of whatever sort it is.
func (r *run) input(in string) {
	lower := strings.ToLower(in)
	switch {
	case in == "-":
		r.stdin()
	case strings.HasPrefix(lower, "http://"), strings.HasPrefix(lower, "https://"):
		r.fetch(in)
	case strings.HasPrefix(lower, "file://"):
		r.path(in, in[len("file://"):])
	case strings.Contains(in, "://"):
		r.add(Item{Input: in, Err: errors.New("only addresses that begin with http:// or https:// are fetched")})
	default:
		r.path(in, in)
	}
}

func (r *run) stdin() {
	const name = "standard input"
	if r.o.Stdin == nil {
		r.add(Item{Input: name, Err: errors.New("there is none here; name a file")})
		return
	}
	// Collections of any length come through a pipe: look at the beginning,
	// then stream or read.
	head := make([]byte, 4096)
	n, err := io.ReadFull(r.o.Stdin, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		r.add(Item{Input: name, Err: fmt.Errorf("reading it failed: %w", err)})
		return
	}
	head = head[:n]
	all := io.MultiReader(strings.NewReader(string(head)), r.o.Stdin)
	d := document{input: name, kind: sniff(head)}
	if d.kind == jsonLines {
		r.lines(d, all)
		return
	}
	if d.data, err = readAll(all, d.limit()); err != nil {
		r.add(Item{Input: name, Err: d.readError(err)})
		return
	}
	r.document(d)
}

// path reads a file or folder of the disk.
func (r *run) path(in, path string) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e := errors.New("there is no such file or folder; check the name")
		if strings.HasPrefix(in, "www.") {
			e = errors.New("there is no such file; a web address begins with https://")
		}
		r.add(Item{Input: in, Err: e})
	case errors.Is(err, fs.ErrPermission):
		r.add(Item{Input: in, Err: errors.New("it may not be read by this user; change its permissions or copy it elsewhere")})
	case err != nil:
		r.add(Item{Input: in, Err: plain(err)})
	case info.IsDir():
		r.folder(in, path)
	default:
		r.file(in, path, info, true)
	}
}

// folder reads the files of a folder and of those below it in order of names.
func (r *run) folder(in, root string) {
	files, read := 0, len(r.report.Items)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if r.stopped() != nil {
			return fs.SkipAll
		}
		name := d2name(path, d)
		switch {
		case err != nil:
			r.add(Item{Input: path, Err: plain(err)})
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case path == root:
			return nil
		case strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$"):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			if rel, err := filepath.Rel(root, path); err == nil && strings.Count(rel, string(filepath.Separator)) >= MaxDepth {
				r.add(Item{Input: path, Err: fmt.Errorf("it lies more than %d folders deep; name it by itself", MaxDepth)})
				return fs.SkipDir
			}
			return nil
		}
		if files++; files > MaxFiles {
			r.add(Item{Input: in, Err: fmt.Errorf("it holds more than %d files, the rest was not read; name its folders one by one", MaxFiles)})
			return fs.SkipAll
		}
		info, err := os.Stat(path) // through symbolic links to files; those to folders could loop
		switch {
		case err != nil:
			r.add(Item{Input: path, Err: plain(err)})
		case info.IsDir():
			r.add(Item{Input: path, Skipped: "it is a link to a folder; name that folder itself to read it"})
		default:
			r.file(path, path, info, false)
		}
		return nil
	})
	if err != nil {
		r.add(Item{Input: in, Err: plain(err)})
	}
	if len(r.report.Items) == read && r.stopped() == nil {
		r.add(Item{Input: in, Skipped: "the folder holds no files that are read"})
	}
}

func d2name(path string, d fs.DirEntry) string {
	if d == nil {
		return filepath.Base(path)
	}
	return d.Name()
}

// file reads one file. Files that the user did not name, but that stand in a
// folder, are passed over when their name says that they are no articles.
func (r *run) file(in, path string, info fs.FileInfo, named bool) {
	d := document{input: in, name: filepath.Base(path), path: path, kind: kindOfName(path)}
	switch {
	case !info.Mode().IsRegular():
		r.add(Item{Input: in, Err: errors.New(`it is no regular file; pipe its content in and name "-"`)})
		return
	case d.kind == refused:
		ext := strings.ToLower(filepath.Ext(path))
		r.add(Item{Input: in, Err: fmt.Errorf("%s files are not read; %s", ext, advice[ext])})
		return
	case d.kind == unknownKind && !named:
		r.add(Item{Input: in, Skipped: "not a kind of file that holds articles"})
		return
	case d.kind == addresses && !named:
		r.add(Item{Input: in, Skipped: listNotNamed})
		return
	case info.Size() == 0:
		r.add(Item{Input: in, Err: errors.New("the file is empty")})
		return
	}
	f, err := os.Open(path)
	if err != nil {
		r.add(Item{Input: in, Err: plain(err)})
		return
	}
	defer f.Close()
	switch d.kind {
	case jsonLines:
		r.lines(d, f)
		return
	case table:
		r.table(d, f)
		return
	}
	if size, limit := info.Size(), d.limit(); size > limit {
		r.add(Item{Input: in, Err: tooLarge(size, limit, d.advice())})
		return
	}
	if d.data, err = readAll(f, d.limit()); err != nil {
		r.add(Item{Input: in, Err: d.readError(err)})
		return
	}
	if d.kind == plainText && onlyAddresses(d.data) {
		if !named {
			r.add(Item{Input: in, Skipped: listNotNamed})
			return
		}
		d.kind = addresses
	}
	r.document(d)
}

const listNotNamed = "a list of web addresses is fetched only when it is named itself"

// document is an input whose bytes are at hand.
type document struct {
	input string // for the report
	name  string // of the file, without folders; may be empty
	path  string // of the file, may be empty
	kind  kind
	label string // of the character set, as a server gave it; may be empty
	url   string // where it was fetched from; may be empty
	data  []byte
}

func (d document) limit() int64 {
	if d.kind == portableDoc || d.kind == wordDoc || d.kind == savedPage || d.kind == mailMessage {
		return MaxDocument
	}
	return MaxText
}

func (d document) advice() string {
	if d.kind == plainText || d.kind == unknownKind {
		return "split it into single articles, or make it a .jsonl file with one article a line"
	}
	return "save the article alone, or as text"
}

// readError words the failure to read the document's bytes.
func (d document) readError(err error) error {
	if errors.Is(err, errLimit) {
		return tooLarge(-1, d.limit(), d.advice())
	}
	return plain(err)
}

// document reads an input whose bytes are at hand, by its kind, and reports it.
func (r *run) document(d document) {
	it := Item{Input: d.input}
	seen := sniff(d.data)
	switch {
	case d.kind == unknownKind,
		// Bytes that begin like these are nothing else, whatever the name says.
		seen == portableDoc, seen == wordDoc && d.kind != savedPage,
		(d.kind == plainText || d.kind == feed) && seen == page,
		d.kind == page && (seen == feed || seen == mailMessage):
		d.kind = seen
	}
	if d.kind == page && seen == mailMessage {
		d.kind = savedPage
	}
	var drafts []draft
	var err error
	func() {
		// The parsers are tested not to panic; the libraries under them are not
		// ours. A bad file costs its item, never the run.
		defer func() {
			if v := recover(); v != nil {
				if e, ok := v.(runtime.Error); ok {
					err = fmt.Errorf("the file is damaged and cannot be read (%v); save the article anew, or as text", e)
				} else {
					err = errors.New("the file is damaged and cannot be read; save the article anew, or as text")
				}
			}
		}()
		drafts, it.Note, err = r.parse(d)
	}()
	switch {
	case err != nil:
		it.Err = err
		r.add(it)
		return
	case d.kind == addresses || d.kind == jsonLines || d.kind == table:
		return // they report by themselves
	}
	drafts = slices.DeleteFunc(drafts, func(x draft) bool { return strings.TrimSpace(x.Text) == "" && len(drafts) > 1 })
	for _, x := range drafts {
		if x.Path == "" {
			x.Path = d.path
		}
		if x.Ref == "" {
			x.Ref = d.name
		}
		if x.Ref == "" {
			x.Ref = d.url
		}
		if x.URL == "" {
			x.URL = webAddress(d.url)
		}
		one := Item{Input: d.input}
		r.take(x, &one)
		switch {
		case len(drafts) == 1:
			it.Skipped, it.Err = one.Skipped, one.Err
		case one.Err != nil:
			one.Note = x.Title
			r.add(one)
		}
		it.Articles = append(it.Articles, one.Articles...)
		if r.failed != nil {
			return
		}
	}
	if len(it.Articles) == 0 && it.Err == nil && it.Skipped == "" {
		it.Skipped = "nothing new in it"
	}
	r.add(it)
}

// parse reads the bytes of a document by its kind.
func (r *run) parse(d document) (drafts []draft, note string, err error) {
	var one draft
	switch d.kind {
	case page:
		one, note, err = parsePage(d.data, d.label, d.url)
	case savedPage, mailMessage:
		one, note, err = parseMail(d.data, d.kind == savedPage)
	case portableDoc:
		one, err = parsePDF(d.data)
	case wordDoc:
		one, err = parseWord(d.data)
	case feed:
		drafts, err = parseFeed(d.data, d.label, d.url)
		return drafts, "", err
	case jsonFile:
		return parseJSON(d.data)
	case jsonLines:
		r.lines(d, strings.NewReader(string(d.data)))
		return nil, "", nil
	case table:
		r.table(d, strings.NewReader(string(d.data)))
		return nil, "", nil
	case addresses:
		r.addresses(d)
		return nil, "", nil
	default:
		one, note, err = parseText(d.data, d.label)
	}
	return []draft{one}, note, err
}

// plain takes the operation and the path, which the report names already, off
// an error of the file system.
func plain(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return fmt.Errorf("it cannot be read: %w", pe.Err)
	}
	return fmt.Errorf("it cannot be read: %w", err)
}
