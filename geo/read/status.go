package read

import (
	"errors"
	"fmt"

	"contested/geo"
)

// statusPattern is a line of verification.tsv.
type statusPattern struct {
	status geo.Status
	all    bool
}

// addCheck reads "status scope pattern".
func (l *lexicon) addCheck(col []string) error {
	if len(col) != 3 {
		return errors.New("want a status, a scope and a pattern")
	}
	var s statusPattern
	if err := s.status.UnmarshalText([]byte(col[0])); err != nil {
		return err
	}
	switch col[1] {
	case "near":
	case "all":
		s.all = true
	default:
		return fmt.Errorf("there is no scope %q", col[1])
	}
	l.checks = append(l.checks, s)
	return l.addPattern(statusSet, col[2], int32(len(l.checks)-1), false)
}

// findStatus finds what the text says of the verification of its claims.
func (d *document) findStatus() {}
