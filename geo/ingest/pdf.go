package ingest

import "errors"

func parsePDF(b []byte) (draft, error) { return draft{}, errors.New("PDF is not read yet") }
