package session

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"

	"contested/geo/project"
)

// Waiver is the user's word that a finding may pass.
type Waiver struct {
	Reason string `json:"reason"`
}

// waiverKey is the prefix of the settings that keep waivers.
const waiverKey = "waiver/"

// Waive keeps the user's reason for which a finding may pass, in the document, as
// an action that can be undone. An empty reason is refused.
func (s *Session) Waive(f Finding, reason string) error {
	if reason = strings.TrimSpace(reason); reason == "" {
		return fmt.Errorf("say why this may pass; the reason is kept with the document: %w", project.ErrReason)
	}
	return s.act(func(p *project.Project) error { return p.Change("Let pass: "+f.Text, f.key(), Waiver{reason}) })
}

// Waived is a state in which findings may pass for a reason, where no document is
// at hand to keep it.
func (s *State) Waived(reason string, found ...Finding) *State {
	next := *s
	next.waivers = maps.Clone(s.waivers)
	if next.waivers == nil {
		next.waivers = map[string]Waiver{}
	}
	for _, f := range found {
		next.waivers[f.key()] = Waiver{reason}
	}
	return &next
}

// Unwaive takes a waiver back.
func (s *Session) Unwaive(f Finding) error {
	return s.act(func(p *project.Project) error { return p.Change("Look at again: "+f.Text, f.key(), nil) })
}

// waivers are those among a document's settings. One that cannot be read does not
// let anything pass.
func waivers(settings map[string]json.RawMessage) map[string]Waiver {
	var out map[string]Waiver
	for key, raw := range settings {
		if !strings.HasPrefix(key, waiverKey) {
			continue
		}
		var w Waiver
		if err := json.Unmarshal(raw, &w); err == nil && w.Reason != "" {
			if out == nil {
				out = map[string]Waiver{}
			}
			out[key] = w
		}
	}
	return out
}
