package project

import (
	"fmt"
	"runtime"
	"sync"

	"contested/geo"

	"zombiezen.com/go/sqlite"
)

// readingRow is one row of readings on its way in.
type readingRow struct {
	fid     int64
	article *geo.Article
	reader  string
	data    []byte
	reading *geo.Reading
	lost    int
	err     error
}

// row reads a row of readings; nil if it belongs to no article.
func (s *state) readingRow(r *sqlite.Stmt) *readingRow {
	fid := r.ColumnInt64(0)
	a, ok := s.article(fid)
	if !ok {
		s.problem(tReadings, fid, "reading", "a reading has no article; it is left out")
		return nil
	}
	row := &readingRow{fid: fid, article: a, reader: r.ColumnText(1), data: make([]byte, r.ColumnLen(2))}
	r.ColumnBytes(2, row.data)
	return row
}

func (row *readingRow) decode(memory *shared) {
	row.reading, row.err = skimReading(row.data, row.article, memory)
	if row.data = nil; row.err == nil {
		row.lost = cleanReading(row.reading, row.article)
	}
}

func (s *state) keepReading(row *readingRow) {
	title := clip(row.article.Title)
	if row.err != nil {
		s.problem(tReadings, row.fid, "reading", title+": "+row.err.Error())
		return
	}
	if row.lost > 0 {
		s.problem(tReadings, row.fid, "quote", fmt.Sprintf("%s: %d claims do not stand in its text and are left out; read the article again", title, row.lost))
	}
	s.Readings[row.article.ID], s.Readers[row.article.ID] = row.reading, s.memory.word([]byte(row.reader))
}

// Whole is everything that was read of an article of the document, or nil: the
// claims with their evidence, and what [Contents] leaves out because it is long and
// seldom asked for. It is read from the file each time; of an article that is not
// in it any more, it is what Contents held of it.
func (p *Project) Whole(a *geo.Article, held *geo.Reading) *geo.Reading {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed || held == nil {
		return held
	}
	return p.whole(a, held)
}

// whole is Whole for who holds the lock, or is inside a transaction.
func (p *Project) whole(a *geo.Article, held *geo.Reading) *geo.Reading {
	var packed []byte
	err := p.db.Query("SELECT data FROM contested_readings WHERE article = (SELECT fid FROM articles WHERE article_id = ?)", func(r *sqlite.Stmt) error {
		packed = make([]byte, r.ColumnLen(0))
		r.ColumnBytes(0, packed)
		return nil
	}, string(a.ID))
	if err != nil || packed == nil {
		return held
	}
	r, err := decodeReading(packed, a.ID, newShared())
	if err != nil {
		return held
	}
	cleanReading(r, a)
	return r
}

func (s *state) putReading(r *sqlite.Stmt) error {
	if row := s.readingRow(r); row != nil {
		row.decode(s.memory)
		s.keepReading(row)
	}
	return nil
}

const decodeBatch = 256 // readings handed to a decoder at once

// loadReadings reads all readings. Decoding them is most of the work of opening
// a document, so every processor takes a part; the result does not depend on
// which takes what.
func (p *Project) loadReadings(s *state) error {
	var rows []*readingRow
	batches := make(chan []*readingRow, 4)
	var decoders sync.WaitGroup
	for range min(8, runtime.GOMAXPROCS(0)) {
		decoders.Go(func() {
			memory := newShared()
			for batch := range batches {
				for _, row := range batch {
					row.decode(memory)
				}
			}
		})
	}
	sent := 0
	err := p.db.Query(selectReadings+" ORDER BY article", func(r *sqlite.Stmt) error {
		if row := s.readingRow(r); row != nil {
			rows = append(rows, row)
		}
		if len(rows)-sent == decodeBatch {
			batches <- rows[sent:]
			sent = len(rows)
		}
		return nil
	})
	batches <- rows[sent:]
	close(batches)
	decoders.Wait()
	for _, row := range rows {
		s.keepReading(row)
	}
	return err
}
