// Package read reads articles: it finds the places, the sources, the
// attributions and the claims of a text, each with the byte spans it stands on
// and the ids of the rules that found it.
//
// # The way of a text
//
//	tokens → sentences → blocks → tags → mentions (places) → speakers and
//	attributions → claims → the document as a whole → geo.Reading
//
// Every stage fills its part of the document and reads only what the stages
// before it have filled. Nothing is trained and nothing is random: the result
// depends on the text, the gazetteer and the lexicons alone, and the work grows
// linearly with the text.
//
// Ukrainian and Russian share tokens, blocks and places with English. From there they go a
// way of their own (slavic*.go), without tags: by patterns, marks and the forms of words.
//
// # Lexicons
//
// What the reader knows of words stands in plain tab-separated files
// ("lexicon/*.tsv", described in their README); see [New] for how further files are added.
package read
