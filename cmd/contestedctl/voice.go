package main

import (
	"fmt"
	"strings"

	"contested/geo/export"
	"contested/geo/ingest"
	"contested/geo/read"
)

// How this program speaks:
//
//   - Results go to standard output, everything said about them to standard
//     error, so that a pipe carries results alone.
//   - A message is one line: "contestedctl: what happened; what to do". It has
//     no capital at its beginning and no full stop at its end.
//   - Success is silent, except where something was made or counted that the
//     user cannot see otherwise.
//   - Only the functions of this file print messages.

func (p *program) errorf(format string, args ...any) {
	fmt.Fprintf(p.stderr, "contestedctl: %s\n", oneLine(fmt.Sprintf(format, args...)))
}

func (p *program) warnf(format string, args ...any) {
	fmt.Fprintf(p.stderr, "contestedctl: warning: %s\n", oneLine(fmt.Sprintf(format, args...)))
}

// hintf says what to do next, on a line of its own.
func (p *program) hintf(format string, args ...any) {
	fmt.Fprintf(p.stderr, "contestedctl: hint: %s\n", oneLine(fmt.Sprintf(format, args...)))
}

// donef says what was made.
func (p *program) donef(format string, args ...any) {
	fmt.Fprintf(p.stderr, "%s\n", oneLine(fmt.Sprintf(format, args...)))
}

// oneLine keeps a message to its line, and foreign names from steering the
// terminal.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return ' '
		}
		return r
	}, s)
}

// items tells what of a report did not come in. Files of a folder that are no
// articles are told only when all is asked for.
func (p *program) items(r ingest.Report, all bool) {
	for _, it := range r.Items {
		switch {
		case it.Err != nil:
			p.errorf("%v", it)
		case it.Skipped != "" && (all || !strings.HasPrefix(it.Skipped, "not a kind")):
			p.warnf("%v", it)
		case it.Note != "":
			p.warnf("%v", it)
		case all:
			p.donef("%v", it)
		}
	}
}

// count words a number of things.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func (p *program) printVersion() error {
	_, err := fmt.Fprintf(p.stdout, "contestedctl %s (reader %s)\n", version, read.Version)
	return err
}

// help prints the usage of the program or of one command.
func (p *program) help(args []string) error {
	if len(args) > 0 {
		for _, c := range commands {
			if c.name == args[0] {
				return c.run(p, c, []string{"--help"})
			}
		}
		return usageError{text: fmt.Sprintf("there is no command %q", args[0])}
	}
	var b strings.Builder
	b.WriteString("Contested reads news articles and maps who claims what, where.\n\nUsage:\n\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "  contestedctl %-9s %s\n", c.name, c.about)
	}
	b.WriteString(`  contestedctl help      say more about a command
  contestedctl version   print the version

INPUT is a file (.txt .md .html .mhtml .eml .pdf .docx .odt .xml .rss .atom
.jsonl .json .csv .urls), a folder, a web address, "-" for standard input, a
project (.gpkg), or a picture that Contested made (.png). A .jsonl file has one article a line:

  {"id", "title", "date", "publisher": {"name", "party"}, "text"}

Messages go to standard error. The exit status is 0, 1 (failed) or 2 (wrong
usage). A failed command leaves no output file.
`)
	_, err := p.stdout.Write([]byte(b.String()))
	return err
}

// commandHelp prints the usage of one command with its flags.
func (p *program) commandHelp(o *options) {
	fmt.Fprintf(p.stdout, "Usage: contestedctl %s %s\n\n%s.\n\n", o.cmd.name, o.cmd.args, strings.ToUpper(o.cmd.about[:1])+o.cmd.about[1:])
	for _, l := range o.lines {
		fmt.Fprintln(p.stdout, l)
	}
	if o.Lookup("format") != nil {
		fmt.Fprintf(p.stdout, "\nFormats:\n\n")
		for _, f := range export.Formats() {
			fmt.Fprintf(p.stdout, "  %-12s %-14s %s\n", f.Name, f.Extension, f.About)
		}
	}
}
