package project

import "contested/geo/gpkg"

// The tables. Their version is one more than there are [migrations]; it is kept in
// contested_document, because the header's user_version belongs to the standard. A
// change to the tables needs a step in migrations.
const (
	tArticles    = "articles"
	tCorrections = "corrections"
	tHistory     = "history"
	tClaims      = "claims"
	tExcerpts    = "excerpts"
	tSources     = "sources"
	tPlaces      = "places"
	tRegions     = "regions"
	tLayers      = "context_layers"
	tContext     = "context"
	tLines       = "context_lines"
	tAreas       = "context_areas"
	tReadings    = "contested_readings"
	tOthers      = "contested_context"
	tSettings    = "contested_settings"
	tChanges     = "contested_changes"
	tDocument    = "contested_document"
)

// recorded are the tables whose changes make up an action.
var recorded = []string{tArticles, tReadings, tCorrections, tSettings, tOthers}

const frozenArticle = "An article never changes once it is stored. Import the changed article in Contested: it is kept beside this one."

// voiceColumns count the claims of each voice, in the order of geo.Voices.
var voiceColumns = []gpkg.Column{
	{Name: "russia", Type: "INTEGER"}, {Name: "ukraine", Type: "INTEGER"}, {Name: "analysts", Type: "INTEGER"},
	{Name: "press", Type: "INTEGER"}, {Name: "international", Type: "INTEGER"}, {Name: "unattributed", Type: "INTEGER"},
}

var placeColumns = append([]gpkg.Column{
	{Name: "place_id", Type: "TEXT", Rule: "NOT NULL UNIQUE"},
	{Name: "name", Type: "TEXT"}, {Name: "name_uk", Type: "TEXT"}, {Name: "name_ru", Type: "TEXT"},
	{Name: "kind", Type: "TEXT"}, {Name: "approximate", Type: "BOOLEAN"},
	{Name: "voice", Type: "TEXT"}, {Name: "claims", Type: "INTEGER"},
}, voiceColumns...)

var schema = &gpkg.Schema{
	Extension:  "contested_document",
	Definition: "What the program Contested needs beside the layers: readings (contested_readings), others' events as they came (contested_context), settings (contested_settings), recorded changes for undo (contested_changes) and the version of the tables (contested_document). Readers may ignore them; writers leave them alone.",
	Layers: []gpkg.Layer{
		{
			Table: tAreas, Title: "Context: areas", Geometry: gpkg.MultiPolygon,
			Description: "Areas that others published as events; context, not claims",
			Columns:     contextColumns, Indexes: []string{"layer"}, Style: contextAreaStyle(),
		},
		{
			Table: tLines, Title: "Context: lines", Geometry: gpkg.MultiLineString,
			Description: "Lines that others published as events; context, not claims",
			Columns:     contextColumns, Indexes: []string{"layer"}, Style: contextLineStyle(),
		},
		{
			Table: tContext, Title: "Context: events", Geometry: gpkg.Point,
			Description: "Events that others published; context, not claims. Publisher and licence stand in context_layers",
			Columns:     contextColumns, Indexes: []string{"layer"}, Style: contextPointStyle(),
		},
		{
			Table: tLayers, Title: "Context layers", Description: "Who published the events of the layers of context, and on what terms",
			Columns: []gpkg.Column{
				{Name: "layer_id", Type: "TEXT", Rule: "NOT NULL UNIQUE"}, {Name: "name", Type: "TEXT"}, {Name: "publisher", Type: "TEXT"},
				{Name: "licence", Type: "TEXT"}, {Name: "attribution", Type: "TEXT"}, {Name: "origin", Type: "TEXT"}, {Name: "format", Type: "TEXT"},
				{Name: "fetched", Type: "TEXT"}, {Name: "hidden", Type: "BOOLEAN"}, {Name: "events", Type: "INTEGER"},
			},
		},
		{
			Table: tRegions, Title: "Regions", Geometry: gpkg.MultiPolygon,
			Description: "Regions and countries that a quote names, with the number of claims by voice",
			Columns:     placeColumns, Style: regionStyle(),
		},
		{
			Table: tPlaces, Title: "Places", Geometry: gpkg.Point,
			Description: "Settlements and other points that claims are about, with the number of claims by voice",
			Columns:     append(placeColumns[:len(placeColumns):len(placeColumns)], gpkg.Column{Name: "lon", Type: "DOUBLE"}, gpkg.Column{Name: "lat", Type: "DOUBLE"}),
			Style:       placeStyle(),
		},
		{
			Table: tClaims, Title: "Claims", Geometry: gpkg.Point,
			Description: "One row for each place of each claim, after corrections; coloured by who says it, patterned by how sure it is",
			Columns:     claimColumns, Unique: []string{"claim_id", "n"}, Indexes: []string{"article", "place_id", "source_key"},
			Style: claimStyle(),
		},
		{
			Table: tExcerpts, Title: "Excerpts", Description: "The words in which each claim stands, and where in the article's text (bytes, UTF-8)",
			Columns: []gpkg.Column{
				{Name: "claim_id", Type: "TEXT", Rule: "NOT NULL UNIQUE"}, {Name: "article", Type: "INTEGER", Rule: "NOT NULL"},
				{Name: "quote", Type: "TEXT"}, {Name: "content", Type: "TEXT"}, {Name: "prefix", Type: "TEXT"}, {Name: "suffix", Type: "TEXT"},
				{Name: "start_byte", Type: "INTEGER"}, {Name: "end_byte", Type: "INTEGER"}, {Name: "text_hash", Type: "TEXT"}, {Name: "rules", Type: "TEXT"},
			},
			Indexes: []string{"article"},
		},
		{
			Table: tSources, Title: "Sources", Description: "Who speaks",
			Columns: []gpkg.Column{
				{Name: "source_key", Type: "TEXT", Rule: "NOT NULL UNIQUE"}, {Name: "name", Type: "TEXT"},
				{Name: "party", Type: "TEXT"}, {Name: "class", Type: "TEXT"}, {Name: "voice", Type: "TEXT"}, {Name: "claims", Type: "INTEGER"},
			},
		},
		{
			Table: tArticles, Title: "Articles", Description: "The articles as they came; excerpts point into text",
			Columns: []gpkg.Column{
				{Name: "article_id", Type: "TEXT", Rule: "NOT NULL UNIQUE"}, {Name: "title", Type: "TEXT"}, {Name: "publisher", Type: "TEXT"},
				{Name: "party", Type: "TEXT"}, {Name: "published", Type: "TEXT"}, {Name: "published_from", Type: "DATETIME"}, {Name: "published_to", Type: "DATETIME"},
				{Name: "published_exact", Type: "TEXT"}, {Name: "language", Type: "TEXT"}, {Name: "url", Type: "TEXT"}, {Name: "path", Type: "TEXT"},
				{Name: "ref", Type: "TEXT"}, {Name: "fetched", Type: "TEXT"}, {Name: "example", Type: "BOOLEAN"},
				{Name: "text_hash", Type: "TEXT"}, {Name: "text", Type: "TEXT"},
			},
			Frozen: []string{"fid", "article_id", "title", "publisher", "party", "published", "published_from", "published_to", "published_exact",
				"language", "url", "path", "ref", "fetched", "example", "text_hash", "text"},
			FrozenWhy: frozenArticle,
		},
		{
			Table: tCorrections, Title: "Corrections", Description: "The user's word on claims, in order",
			Columns: []gpkg.Column{
				{Name: "correction_id", Type: "TEXT"}, {Name: "article", Type: "INTEGER", Rule: "NOT NULL"}, {Name: "claim_id", Type: "TEXT"},
				{Name: "at", Type: "DATETIME"}, {Name: "what", Type: "TEXT"}, {Name: "reason", Type: "TEXT"}, {Name: "data", Type: "TEXT"},
			},
			Indexes:   []string{"article"},
			Frozen:    []string{"fid", "correction_id", "article", "claim_id", "at", "what", "reason", "data"},
			FrozenWhy: "A correction never changes once it is made. Correct the claim again.",
		},
		{
			Table: tHistory, Title: "History", Description: "Every action, in order; undone ones stay",
			Columns: []gpkg.Column{
				{Name: "at", Type: "DATETIME"}, {Name: "name", Type: "TEXT"}, {Name: "reason", Type: "TEXT"},
				{Name: "kind", Type: "TEXT"}, {Name: "undone", Type: "BOOLEAN"},
			},
			Frozen: []string{"fid", "at", "name", "reason", "kind"}, FrozenWhy: "The history cannot be changed.",
		},
	},
	Tables: []gpkg.Table{
		{Name: tReadings, Columns: "article INTEGER PRIMARY KEY NOT NULL, reader TEXT NOT NULL, data BLOB NOT NULL"},
		{Name: tOthers, Columns: "layer INTEGER PRIMARY KEY NOT NULL, meta TEXT NOT NULL, data BLOB NOT NULL"},
		{Name: tSettings, Columns: "key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL"},
		{Name: tChanges, Columns: "id INTEGER PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, data BLOB NOT NULL"},
		{Name: tDocument, Columns: "key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL"},
	},
}

// contextColumns are the columns of the layers of context.
var contextColumns = []gpkg.Column{
	{Name: "layer", Type: "INTEGER", Rule: "NOT NULL"}, // fid in context_layers
	{Name: "layer_name", Type: "TEXT"}, {Name: "publisher", Type: "TEXT"},
	{Name: "title", Type: "TEXT"}, {Name: "description", Type: "TEXT"}, {Name: "kind", Type: "TEXT"},
	{Name: "happened", Type: "TEXT"}, {Name: "happened_from", Type: "DATETIME"}, {Name: "happened_to", Type: "DATETIME"},
	{Name: "link", Type: "TEXT"}, {Name: "ref", Type: "TEXT"},
}

// claimColumns are the columns of the layer of claims. Those marked with a *
// are taken over when another program changes them, as is the geometry.
var claimColumns = []gpkg.Column{
	{Name: "claim_id", Type: "TEXT", Rule: "NOT NULL"},
	{Name: "n", Type: "INTEGER", Rule: "NOT NULL DEFAULT 0"}, // which of the claim's places
	{Name: "voice", Type: "TEXT"},
	{Name: "speaker", Type: "TEXT"},  // *
	{Name: "party", Type: "TEXT"},    // *
	{Name: "type", Type: "TEXT"},     // *
	{Name: "polarity", Type: "TEXT"}, // *
	{Name: "modality", Type: "TEXT"}, // *
	{Name: "status", Type: "TEXT"},   // *
	{Name: "place", Type: "TEXT"},
	{Name: "place_id", Type: "TEXT"},  // *
	{Name: "precision", Type: "TEXT"}, // *
	{Name: "publisher", Type: "TEXT"},
	{Name: "said", Type: "TEXT"},
	{Name: "said_from", Type: "DATETIME"},
	{Name: "said_to", Type: "DATETIME"},
	{Name: "happened", Type: "TEXT"},
	{Name: "excerpt", Type: "TEXT"},
	{Name: "via", Type: "TEXT"},
	{Name: "actor", Type: "TEXT"},
	{Name: "source_class", Type: "TEXT"},
	{Name: "source_key", Type: "TEXT"},
	{Name: "confidence", Type: "DOUBLE"},
	{Name: "manual", Type: "BOOLEAN"},
	{Name: "article", Type: "INTEGER"},
	{Name: "lon", Type: "DOUBLE"}, // where the program put the point
	{Name: "lat", Type: "DOUBLE"},
}
