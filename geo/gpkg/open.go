package gpkg

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// Limits of one value in a file, in bytes: a text of 50 MB fits several
// times over, a file that claims more is not believed.
const maxValue = 256 << 20

const (
	applicationID = 0x47504B47 // "GPKG"
	userVersion   = 10300      // 1.3.0
)

// DB is an open GeoPackage. It is not safe for concurrent use.
type DB struct {
	*sqlite.Conn
	path     string
	readOnly bool
	closed   bool
}

// Options of [Open].
type Options struct {
	ReadOnly bool
	Wait     time.Duration // how long to wait for another program's lock; 0: 5 s
}

// Open opens the GeoPackage at path and looks at its header. Nothing that the
// file brings along is run. Journals that a crash left are played back by SQLite
// on the first read.
func Open(path string, o Options) (*DB, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, Explain(path, err)
	}
	if !info.Mode().IsRegular() {
		return nil, &Error{path, ErrDamaged, "this is no file", nil}
	}
	if info.Size() == 0 {
		return nil, &Error{path, ErrDamaged, "the file is empty; open a copy of it if you have one", nil}
	}
	flags := sqlite.OpenReadWrite
	if o.ReadOnly {
		flags = sqlite.OpenReadOnly
	}
	conn, err := sqlite.OpenConn(path, flags)
	if err != nil {
		return nil, Explain(path, err)
	}
	db := &DB{Conn: conn, path: path, readOnly: o.ReadOnly}
	if err := db.prepare(o); err != nil {
		return nil, errors.Join(Explain(path, err), conn.Close())
	}
	return db, nil
}

func (db *DB) prepare(o Options) error {
	wait := o.Wait
	if wait == 0 {
		wait = 5 * time.Second
	}
	db.SetBusyTimeout(wait)
	if err := db.harden(); err != nil {
		return err
	}
	id, err := db.Int("PRAGMA application_id")
	if err != nil {
		return err
	}
	version, err := db.Int("PRAGMA user_version")
	if err != nil {
		return err
	}
	if id != applicationID || version < 10200 || version >= 20000 {
		return &Error{db.path, ErrDamaged, "the file is no GeoPackage of version 1.2 or later", nil}
	}
	if db.readOnly {
		return nil
	}
	if err := db.leaveWAL(); err != nil {
		return err
	}
	// EXTRA also makes the removal of the journal last, which is what ends a
	// transaction.
	for _, p := range []string{"synchronous = EXTRA", "fullfsync = ON", "foreign_keys = ON"} {
		if err := sqlitex.ExecuteTransient(db.Conn, "PRAGMA "+p, nil); err != nil {
			return err
		}
	}
	db.SetBusyTimeout(wait)
	return nil
}

// leaveWAL brings a file that another program put in write-ahead mode back to a
// rollback journal. While that program has it open, that cannot be: QGIS does
// this to every file that it edits, and the file can be used all the same.
func (db *DB) leaveWAL() error {
	db.SetBusyTimeout(0)
	err := sqlitex.ExecuteTransient(db.Conn, "PRAGMA journal_mode = DELETE", nil)
	if code := sqlite.ErrCode(err).ToPrimary(); code == sqlite.ResultBusy || code == sqlite.ResultLocked {
		return nil
	}
	return err
}

// Close closes the file, in one piece if no other program has it open. Closing
// it again does nothing.
func (db *DB) Close() error {
	if db.closed {
		return nil
	}
	db.closed = true
	if !db.readOnly {
		_ = db.leaveWAL() // if not, whoever has it open does it later, or the next opening
	}
	return db.Conn.Close()
}

// harden limits what a file can make SQLite do.
func (db *DB) harden() error {
	db.Limit(sqlite.LimitLength, maxValue)
	db.Limit(sqlite.LimitAttached, 0)
	db.Limit(sqlite.LimitTriggerDepth, 8)
	if err := db.SetDefensive(true); err != nil {
		return err
	}
	for _, p := range []string{"cell_size_check = ON", "mmap_size = 0", "temp_store = MEMORY", "cache_size = -16000"} {
		if err := sqlitex.ExecuteTransient(db.Conn, "PRAGMA "+p, nil); err != nil {
			return err
		}
	}
	return registerFunctions(db.Conn)
}

// Path is where the file is, absolute.
func (db *DB) Path() string { return db.path }

// ReadOnly reports whether the file was opened for reading only.
func (db *DB) ReadOnly() bool { return db.readOnly }

// Int is the integer that a query of one value gives; 0 without a row.
func (db *DB) Int(query string, args ...any) (n int64, err error) {
	err = sqlitex.Execute(db.Conn, query, &sqlitex.ExecOptions{Args: args, ResultFunc: func(s *sqlite.Stmt) error {
		n = s.ColumnInt64(0)
		return nil
	}})
	return n, err
}

// Exec runs one statement that gives no rows. Statements are kept prepared.
func (db *DB) Exec(query string, args ...any) error {
	return sqlitex.Execute(db.Conn, query, &sqlitex.ExecOptions{Args: args})
}

// Query calls row for every row that the query gives.
func (db *DB) Query(query string, row func(*sqlite.Stmt) error, args ...any) error {
	return sqlitex.Execute(db.Conn, query, &sqlitex.ExecOptions{Args: args, ResultFunc: row})
}

// Write runs f in one transaction: when Write returns nil, everything that f
// wrote is on the disk, otherwise nothing is.
func (db *DB) Write(f func() error) (err error) {
	if db.readOnly {
		return &Error{db.path, ErrReadOnly, "the file or its folder can only be read; save the document in another folder to go on", nil}
	}
	if err := sqlitex.Execute(db.Conn, "BEGIN IMMEDIATE", nil); err != nil {
		return Explain(db.path, err)
	}
	defer func() {
		if err != nil {
			db.rollBack()
		}
	}()
	if err := f(); err != nil {
		return Explain(db.path, err)
	}
	return Explain(db.path, sqlitex.Execute(db.Conn, "COMMIT", nil))
}

// rollBack ends a failed transaction; some errors (a full disk) have ended it
// already.
func (db *DB) rollBack() {
	if !db.AutocommitEnabled() {
		_ = sqlitex.Execute(db.Conn, "ROLLBACK", nil)
	}
}

// Extend makes a feature layer's extent in gpkg_contents cover the box, and
// Touch notes when a layer was changed.
func (db *DB) Extend(table string, minX, minY, maxX, maxY float64) error {
	return db.Exec(`UPDATE gpkg_contents SET
		min_x = min(coalesce(min_x, ?2), ?2), min_y = min(coalesce(min_y, ?3), ?3),
		max_x = max(coalesce(max_x, ?4), ?4), max_y = max(coalesce(max_y, ?5), ?5) WHERE table_name = ?1`,
		table, minX, minY, maxX, maxY)
}

// Touch notes the time at which the layers were changed.
func (db *DB) Touch(at time.Time, tables ...string) error {
	for _, t := range tables {
		if err := db.Exec("UPDATE gpkg_contents SET last_change = ?2 WHERE table_name = ?1", t, Time(at)); err != nil {
			return err
		}
	}
	return nil
}

// Time is t as the standard's DATETIME: UTC, to the millisecond.
func Time(t time.Time) string {
	t = t.UTC()
	if y := t.Year(); y < 0 || y > 9999 {
		t = time.Date(min(max(y, 0), 9999), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.UTC)
	}
	return t.Format("2006-01-02T15:04:05.000Z")
}
