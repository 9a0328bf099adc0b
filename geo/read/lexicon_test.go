package read

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"contested/assets"
)

// TestListsAreDescribed holds the README of the lists to the lists there are.
func TestListsAreDescribed(t *testing.T) {
	text, err := fs.ReadFile(assets.FS, "lexicon/README.md")
	if err != nil {
		t.Fatal(err)
	}
	var described []string
	for _, m := range regexp.MustCompile("`([a-z_]+\\.tsv)`").FindAllStringSubmatch(string(text), -1) {
		described = append(described, m[1])
	}
	files, err := fs.Glob(assets.FS, "lexicon/*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range files {
		files[i] = strings.TrimPrefix(f, "lexicon/")
	}
	slices.Sort(described)
	if !slices.Equal(described, files) {
		t.Errorf("described are %q,\nthere are %q", described, files)
	}
}
