package export_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/piprate/json-gold/ld"
	"github.com/santhosh-tekuri/jsonschema/v6"
	_ "github.com/twpayne/go-kml/v3" // for the schema that comes with it

	"contested/geo/witness"
)

// TestExportsFitTheirSchemas: a JSON Schema validator takes every JSON form.
func TestExportsFitTheirSchemas(t *testing.T) {
	for _, format := range []string{"geojson", "csl", "annotations", "jsonld"} {
		t.Run(format, func(t *testing.T) {
			c := jsonschema.NewCompiler()
			c.AssertFormat()
			schema, err := c.Compile(filepath.Join("testdata", "schemas", format+".json"))
			if err != nil {
				t.Fatal(err)
			}
			text := write(t, format, sample(t))
			value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(value); err != nil {
				t.Errorf("%v", err)
			}
			// The schema is one that something can fail.
			spoiled := bytes.Replace(text, []byte(`"type":"`), []byte(`"type":"x`), 1)
			if format == "jsonld" {
				spoiled = bytes.Replace(text, []byte(`"@type":"Claim"`), []byte(`"@type":"Clam"`), 1)
			}
			if value, err = jsonschema.UnmarshalJSON(bytes.NewReader(spoiled)); err != nil || schema.Validate(value) == nil {
				t.Error("the schema takes anything")
			}
		})
	}
}

// contexts gives the two JSON-LD contexts from files, and nothing else.
type contexts struct{}

func (contexts) LoadDocument(address string) (*ld.RemoteDocument, error) {
	name, ok := map[string]string{"https://schema.org": "schemaorg.jsonld", "http://www.w3.org/ns/anno.jsonld": "anno.jsonld"}[address]
	if !ok {
		return nil, fmt.Errorf("%s is not to be fetched", address)
	}
	raw, err := os.ReadFile(filepath.Join("testdata", "schemas", name))
	if err != nil {
		return nil, err
	}
	var doc any
	if err := json.Unmarshal(raw, &doc); err != nil {
		return nil, err
	}
	return &ld.RemoteDocument{DocumentURL: address, Document: doc}, nil
}

// TestLinkedDataIsUnderstood: a JSON-LD processor makes statements of the JSON-LD
// forms, drops nothing, and finds at every claim what it was said to be.
func TestLinkedDataIsUnderstood(t *testing.T) {
	const a, oa, schema = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", "<http://www.w3.org/ns/oa#", "<https://schema.org/"
	for _, c := range []struct {
		format, kind string
		says         []string // of each thing of the kind
	}{
		{"jsonld", a + " " + schema + "Claim>", []string{schema + "text>", schema + "appearance>"}},
		{"annotations", a + " " + oa + "Annotation>", []string{oa + "hasTarget>", oa + "hasBody>", oa + "motivatedBy> " + oa + "classifying>"}},
	} {
		t.Run(c.format, func(t *testing.T) {
			doc := sample(t)
			want := 0
			for e := range doc.Entries {
				want += len(e.Claims)
			}
			var value any
			if err := json.Unmarshal(write(t, c.format, doc), &value); err != nil {
				t.Fatal(err)
			}
			o := ld.NewJsonLdOptions("")
			o.DocumentLoader, o.Format, o.SafeMode = contexts{}, "application/n-quads", true
			out, err := ld.NewJsonLdProcessor().ToRDF(value, o)
			if err != nil {
				t.Fatal(err)
			}
			statements := out.(string)
			things := map[string]bool{}
			for line := range strings.Lines(statements) {
				if subject, rest, _ := strings.Cut(line, " "); strings.HasPrefix(rest, c.kind) {
					things[subject] = true
				}
			}
			if len(things) != want || want == 0 {
				t.Errorf("%d claims are found, there are %d", len(things), want)
			}
			for thing := range things {
				for _, says := range c.says {
					if !strings.Contains(statements, thing+" "+says) {
						t.Errorf("%s does not say %s", thing, says)
					}
				}
			}
		})
	}
}

// TestKMLFitsItsSchema holds KML to the schema that OGC publishes.
func TestKMLFitsItsSchema(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/twpayne/go-kml/v3").Output()
	if err != nil {
		t.Fatalf("the module with OGC's schema is not there: %v", err)
	}
	schema, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "xsd", "ogckml22.xsd"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"ogckml22.xsd": strings.Replace(string(schema), "http://docs.oasis-open.org/election/external/xAL.xsd", "xal.xsd", 1),
		// What the export does not use is left empty.
		"atom-author-link.xsd": `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2005/Atom"><element name="author"/><element name="link"/></schema>`,
		"xal.xsd":              `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:oasis:names:tc:ciq:xsdschema:xAL:2.0"><element name="AddressDetails"/></schema>`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	xsd := filepath.Join(dir, "ogckml22.xsd")
	witness.Run(t, "xmllint", "--noout", "--nonet", "--schema", xsd, exported(t, "kml"))
	// The schema is one that something can fail.
	spoiled := filepath.Join(dir, "spoiled.kml")
	text := bytes.Replace(write(t, "kml", sample(t)), []byte("<TimeSpan>"), []byte("<TimeSpam>"), 1)
	text = bytes.Replace(text, []byte("</TimeSpan>"), []byte("</TimeSpam>"), 1)
	if err := os.WriteFile(spoiled, text, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := exec.Command("xmllint", "--noout", "--nonet", "--schema", xsd, spoiled).Run(); err == nil {
		t.Error("xmllint takes an element that KML does not have")
	}
}
