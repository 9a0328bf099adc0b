// Package gazetteer finds places by name: through spellings, former names,
// Latin and Cyrillic script and Ukrainian and Russian case endings.
//
// A text is matched word by word. Each word is folded and hashed once with
// [HashWord] (case, accents, apostrophes, ё and ґ do not count); [Gazetteer.Longest]
// then finds the longest name that starts at a word, by hash look-ups alone.
// Words are what stands between spaces, hyphens and punctuation: "Ivano-Frankivsk"
// is two words, "Slov'yans'k" and "U.S." are one (see [Words]).
//
// # How it is stored
//
// [Encode] turns entries into a file and works out, by rule, the other spellings
// and the case forms of their names; loading the file hashes what it holds into
// one table of open addressing and makes no string. Places are columns of
// numbers, and a geo.Place is put together when it is asked for.
package gazetteer
