package project

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"contested/geo"
)

// encodeCorrection is the correction as JSON, without the fields that say
// nothing.
func encodeCorrection(k geo.Correction) (string, error) {
	// A list that is there but empty ("no place") must not become null.
	if k.Places != nil && *k.Places == nil {
		k.Places = &[]geo.PlaceRef{}
	}
	if k.Span != nil && *k.Span == nil {
		k.Span = &[]geo.Span{}
	}
	whole, err := json.Marshal(k)
	if err != nil {
		return "", err
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(whole, &fields); err != nil {
		return "", err
	}
	for name, v := range fields {
		if s := string(v); s == "null" || s == "false" || s == `""` {
			delete(fields, name)
		}
	}
	short, err := json.Marshal(fields)
	return string(short), err
}

func decodeCorrection(s string) (k geo.Correction, err error) {
	err = json.Unmarshal([]byte(s), &k)
	_, offset := k.At.Zone()
	k.At = inZone(k.At, offset)
	if k.Added != nil {
		for _, t := range []*geo.Interval{&k.Added.When} {
			t.From, t.To = parseTime(formatTime(t.From)), parseTime(formatTime(t.To))
		}
	}
	return k, err
}

// standsIn reports why the correction cannot belong to the document.
func (s *state) standsIn(k *geo.Correction) error {
	fid, ok := s.fid[k.Article]
	if !ok {
		return errors.New("its article is not in the document")
	}
	a, _ := s.article(fid)
	if len(k.Content) == 0 {
		return errors.New("it does not say which claim it is about")
	}
	lists := [][]geo.Span{k.Content}
	if k.Span != nil {
		lists = append(lists, *k.Span)
	}
	for _, list := range lists {
		for _, span := range list {
			if err := span.In(a.Text); err != nil {
				return err
			}
		}
	}
	if k.Places != nil {
		for _, p := range *k.Places {
			if p.Place == "" {
				return errors.New("it names no place")
			}
			if p.Span.In(a.Text) != nil {
				return errors.New("the words that name the place are not in the text")
			}
		}
	}
	if k.Added != nil {
		if err := k.Added.Validate(a); err != nil {
			return err
		}
		for _, p := range k.Added.Places { // which Validate passes over in a claim made by hand
			if p.Span.In(a.Text) != nil {
				return errors.New("the words that name the place are not in the text")
			}
		}
	}
	return nil
}

// Describe says in words what the correction does, for the table and for the
// history where the caller gave no name.
func Describe(k geo.Correction) string {
	var out []string
	add := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	if k.Added != nil {
		add("claim added")
	}
	if k.Reject {
		add("rejected")
	}
	if k.Accept {
		add("accepted")
	}
	if k.Places != nil {
		ids := make([]string, len(*k.Places))
		for i, p := range *k.Places {
			ids[i] = string(p.Place) + " (" + p.Precision.String() + ")"
		}
		if len(ids) == 0 {
			ids = []string{"none"}
		}
		add("place: %s", strings.Join(ids, ", "))
	}
	if k.Source != nil {
		add("source: %s (%s)", k.Source.Name, k.Source.Party)
	}
	if k.Type != nil {
		add("type: %s", *k.Type)
	}
	if k.Polarity != nil {
		add("polarity: %s", *k.Polarity)
	}
	if k.Modality != nil {
		add("modality: %s", *k.Modality)
	}
	if k.Status != nil {
		add("status: %s", *k.Status)
	}
	if k.Span != nil {
		add("words changed")
	}
	return strings.Join(out, "; ")
}

// Correct adds corrections, as one action. A status that is set to confirmed
// needs a reason ([ErrReason]); a correction of an article that the document
// does not have, or of words that are not in it, is refused. Corrections without
// an ID or a time get them.
func (p *Project) Correct(name string, corrections ...geo.Correction) error {
	if len(corrections) == 0 {
		return nil
	}
	return p.act(Action, name, func(w *writer) error {
		for i, k := range corrections {
			k = complete(k)
			if k.Reason == "" && (k.Status != nil && *k.Status == geo.Confirmed || k.Added != nil && k.Added.Status == geo.Confirmed) {
				return fmt.Errorf("say why the claim counts as confirmed: %w", ErrReason)
			}
			if err := w.p.state.standsIn(&k); err != nil {
				return fmt.Errorf("the correction %q cannot be made: %w", Describe(k), err)
			}
			if err := w.correct(k, i); err != nil {
				return err
			}
		}
		return nil
	})
}

// complete is the correction with what follows from the rest of it filled in.
func complete(k geo.Correction) geo.Correction {
	if len(k.Content) == 0 {
		return k
	}
	k.Places = grounded(k.Places, k.Content)
	if k.Added != nil {
		added := *k.Added
		added.Article, added.Content, added.Manual = k.Article, k.Content, true
		k.Added, added.Places = &added, *grounded(&added.Places, k.Content)
	}
	return k
}

// grounded gives places that the user named without pointing at words the
// claim's own words: nothing stands in a document without a span.
func grounded(places *[]geo.PlaceRef, content []geo.Span) *[]geo.PlaceRef {
	if places == nil {
		return nil
	}
	out := slices.Clone(*places)
	for i := range out {
		if out[i].Span == (geo.Span{}) {
			out[i].Span = content[0]
		}
	}
	return &out
}

// correct writes one correction, the i-th of its action.
func (w *writer) correct(k geo.Correction, i int) error {
	if k.ID == "" {
		k.ID = fmt.Sprintf("%d.%d", w.seq, i+1)
	}
	if k.At.IsZero() {
		k.At = w.at.UTC()
	}
	if k.Reason != "" && w.reason == "" {
		w.reason = k.Reason
	}
	data, err := encodeCorrection(k)
	if err != nil {
		return err
	}
	fid := w.p.state.fid[k.Article]
	err = w.p.db.Exec("INSERT INTO corrections (correction_id, article, claim_id, at, what, reason, data) VALUES (?, ?, ?, ?, ?, ?, ?)",
		k.ID, fid, string(geo.NewClaimID(k.Article, k.Content)), dateTime(k.At), Describe(k), k.Reason, data)
	if err != nil {
		return err
	}
	w.touched.corrections[w.p.db.LastInsertRowID()] = true
	w.dirty[fid] = true
	return nil
}
