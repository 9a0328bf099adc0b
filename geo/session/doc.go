// Package session is the program without a window: it opens a document, brings
// articles in, has them read, keeps what follows from them as one immutable
// [State], and makes scenes, pictures and exports of it.
//
// The way of the data is one straight line: inputs → ingest → read → project →
// State → Scene → render. Values go down this line; nothing comes back up it but
// the user's actions, each of which is one method of [Session].
//
// A Session is safe for concurrent use. Its methods that change the document
// return when the change is on disk. Subscribers are told of every new State in
// order, on the goroutine that made the change: they must not block. What is shown
// is gathered for a picture beforehand when there are any.
package session
