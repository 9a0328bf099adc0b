// Command mkassets builds the data in the folder assets from the packages that
// hold its sources. Only its output is committed.
//
//	go run ./cmd/mkassets [-work DIR] [-assets DIR] ground|gazetteer|fonts|icon|all
//
// Packages are fetched into the work folder through the ordinary clients (go,
// apt-get, npm); what is there already is not fetched again.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

// step builds one folder of assets. work is where packages are unpacked, out is
// the folder assets.
type step struct {
	name string
	run  func(work, out string) error
}

// steps in the order in which "all" runs them. Those of the gazetteer and of the
// ground add themselves, in the order of their files' names: the ground names the
// gazetteer's settlements.
var steps = []step{
	{"fonts", buildFonts},
}

func main() {
	work := flag.String("work", defaultWork(), "folder for fetched and unpacked `packages`")
	out := flag.String("assets", "assets", "the folder assets that is written to")
	flag.Usage = func() {
		fmt.Fprint(flag.CommandLine.Output(), "usage: mkassets [-work DIR] [-assets DIR] STEP…\nsteps:")
		for _, s := range steps {
			fmt.Fprint(flag.CommandLine.Output(), " ", s.name)
		}
		fmt.Fprintln(flag.CommandLine.Output(), " all")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() == 0 {
		flag.Usage()
		os.Exit(2)
	}
	for _, arg := range flag.Args() {
		found := false
		for _, s := range steps {
			if arg != s.name && arg != "all" {
				continue
			}
			found = true
			if err := s.run(*work, *out); err != nil {
				fmt.Fprintf(os.Stderr, "mkassets %s: %v\n", s.name, err)
				os.Exit(1)
			}
		}
		if !found {
			fmt.Fprintf(os.Stderr, "mkassets: there is no step %q\n", arg)
			os.Exit(2)
		}
	}
}

func defaultWork() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	return filepath.Join(dir, "contested-mkassets")
}
