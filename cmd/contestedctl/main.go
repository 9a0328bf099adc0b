// Command contestedctl reads news articles and says who claims what, where. It
// is the engine of Contested without its window: see "contestedctl help".
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"contested/assets"
	"contested/geo/session"
)

// version is set when the program is built (-ldflags "-X main.version=…").
var version = "development"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	p := &program{ctx: ctx, stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv, now: time.Now}
	status := p.main(os.Args[1:])
	stop()
	os.Exit(status)
}

// program is one run of the command and what it has of the outside world.
type program struct {
	ctx            context.Context
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
	now            func() time.Time
	overwrite      bool            // files that are there already may be replaced
	engine         *session.Engine // of the built-in assets; made by start
}

// command is one subcommand.
type command struct {
	name  string
	args  string // synopsis behind the name
	about string
	run   func(*program, *command, []string) error
}

// commands is filled in by init: the functions refer to the table for usage.
var commands []*command

func init() {
	commands = []*command{
		{"read", "[--format NAME] [-o FILE] INPUT…", "write the claims found in articles", (*program).read},
		{"snapshot", "[-o map.png] [--size 1920x1080] [--scale 1] [--bbox w,s,e,n] [--title T] INPUT…", "draw the map of the claims into a picture", (*program).snapshot},
		{"compare", "[--format text|json] BEFORE AFTER", "say which claims were added, are gone or changed between two pictures or projects", (*program).compare},
		{"import", "PROJECT.gpkg INPUT…", "add articles to a project, which is made when it is not there", (*program).importInto},
		{"feeds", "[--remove] PROJECT.gpkg [ADDRESS…]", "list, add or remove the feeds of a project", (*program).feeds},
		{"refresh", "PROJECT.gpkg [ADDRESS…]", "ask the feeds of a project for new articles", (*program).refresh},
		{"add-context", "[--name N] [--publisher P] [--licence L] PROJECT.gpkg FILE|ADDRESS…", "add events that others published to a project, beside its claims", (*program).addContext},
		{"export", "PROJECT.gpkg|PICTURE.png -o FILE [--format NAME]", "write a project's claims in another format", (*program).export},
		{"diff", "[--version N] PROJECT.gpkg [ARTICLE]", "say what changed between the versions of an article", (*program).diff},
		{"check", "PROJECT.gpkg|PICTURE.png…", "check every quote against its text, and the file against its format", (*program).check},
		{"fetch-map", "[--bbox w,s,e,n] [--zooms 0-12] [--size-only] ADDRESS -o FILE.pmtiles", "keep a region of a .pmtiles map on the web as a file", (*program).fetchMap},
		{"place", "[--add UA.txt] NAME…", "look places up in the gazetteer, or add places to it", (*program).place},
	}
}

// main runs the command line and returns the exit status: 0, 1 (failed) or 2
// (wrong usage).
func (p *program) main(args []string) int {
	err := p.dispatch(args)
	var usage usageError
	switch {
	case err == nil:
		return 0
	case errors.Is(err, flag.ErrHelp):
		return 0
	case errors.As(err, &usage):
		p.errorf("%v", err)
		p.hintf("%s", usage.hint())
		return 2
	case errors.Is(err, syscall.EPIPE):
		return 1 // the reader of a pipe went away: nobody is there to tell
	case p.ctx.Err() != nil && errors.Is(err, p.ctx.Err()):
		p.errorf("interrupted")
		return 1
	case errors.Is(err, errReported):
		return 1
	}
	p.errorf("%v", err)
	return 1
}

// errReported is returned when what went wrong was told already, line by line.
var errReported = errors.New("reported")

func (p *program) dispatch(args []string) error {
	if len(args) == 0 {
		return usageError{text: "no command is given"}
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		return p.help(args[1:])
	case "version", "-version", "--version":
		return p.printVersion()
	}
	for _, c := range commands {
		if c.name == args[0] {
			return c.run(p, c, args[1:])
		}
	}
	return usageError{text: fmt.Sprintf("there is no command %q", args[0])}
}

// start makes the engine. It is cheap: what it needs of the assets is loaded
// when first asked for.
func (p *program) start() *session.Engine {
	if p.engine == nil {
		p.engine = session.NewEngine(assets.FS, p.dataDir())
		p.engine.Told = func(l session.LeftOutList) { p.warnf("%s", l) }
	}
	return p.engine
}

// usageError is a command line that cannot be understood.
type usageError struct {
	cmd  *command
	text string
}

func (e usageError) Error() string { return e.text }

func (e usageError) hint() string {
	if e.cmd == nil {
		return `"contestedctl help" lists the commands`
	}
	return fmt.Sprintf(`"contestedctl help %s" says how it is used`, e.cmd.name)
}

// options are the flags of one subcommand. Flags may stand before, between and
// behind the other arguments; "--" ends them.
type options struct {
	*flag.FlagSet
	cmd   *command
	lines []string // of help

	overwrite *bool // of a command that writes a file
}

func newOptions(c *command) *options {
	o := &options{FlagSet: flag.NewFlagSet(c.name, flag.ContinueOnError), cmd: c}
	o.SetOutput(io.Discard)
	return o
}

// text adds a flag with a value. names are "output o": the long name, then an
// optional short one.
func (o *options) text(names, value, what, usage string) *string {
	p := new(string)
	*p = value
	o.note(names, " "+what, usage)
	for n := range strings.FieldsSeq(names) {
		o.StringVar(p, n, value, usage)
	}
	return p
}

// target adds the flag that names the file to be written, and the one without
// which no file is replaced.
func (o *options) target(value, usage string) *string {
	file := o.text("output o", value, "FILE", usage)
	o.overwrite = o.yes("overwrite", "replace a file that is there already")
	return file
}

// yes adds a flag without a value.
func (o *options) yes(names, usage string) *bool {
	p := new(bool)
	o.note(names, "", usage)
	for n := range strings.FieldsSeq(names) {
		o.BoolVar(p, n, false, usage)
	}
	return p
}

func (o *options) note(names, what, usage string) {
	long, short, ok := strings.Cut(names, " ")
	left := "    --" + long + what
	if ok {
		left = "-" + short + ", --" + long + what
	}
	o.lines = append(o.lines, fmt.Sprintf("  %-26s %s", left, usage))
}

// parse reads the command line and returns the arguments that are no flags.
func (o *options) parse(p *program, args []string) ([]string, error) {
	rest, err := o.split(p, args)
	p.overwrite = o.overwrite != nil && *o.overwrite
	return rest, err
}

func (o *options) split(p *program, args []string) ([]string, error) {
	var rest []string
	for {
		if err := o.Parse(args); errors.Is(err, flag.ErrHelp) {
			p.commandHelp(o)
			return nil, err
		} else if err != nil {
			return nil, usageError{o.cmd, err.Error()}
		}
		left := o.Args()
		if len(left) == 0 {
			return rest, nil
		}
		if n := len(args) - len(left); n > 0 && args[n-1] == "--" {
			return append(rest, left...), nil
		}
		rest = append(rest, left[0])
		args = left[1:]
	}
}
