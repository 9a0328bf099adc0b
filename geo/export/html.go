package export

import (
	"encoding/base64"
	"html/template"
	"io"

	"contested/geo"
)

// page is the web page of the claims: no script, nothing loaded from elsewhere,
// colour always with the name of the voice beside it.
var page = template.Must(template.New("page").Parse(`{{define "head"}}<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{.Title}}</title>
<style>
body{font:1rem/1.5 "Noto Sans",sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin:2.2rem 0 .2rem}
.of{color:#555;margin:0}.claim{border-left:.4rem solid;padding:.1rem 0 .1rem .8rem;margin:1rem 0}
.claim p{margin:.2rem 0}blockquote{margin:.3rem 0;font-style:italic}small{color:#555}mark{background:#fff3b0;color:inherit}
{{range .Voices}}.{{.Name}}{border-color:#{{.Colour}}}
{{end}}</style>
<h1>{{.Title}}</h1>
<p>Each claim stands with the sentence it was read from. It is the claim of the source named; nothing here says who is right.</p>
{{if .Picture}}<p><img src="{{.Picture}}" alt="{{.Alt}}" style="max-width:100%"></p>
{{end}}{{end}}{{define "article"}}<h2>{{.Title}}</h2>
<p class="of">{{.Of}}{{if .Example}} · example written for this program{{end}}{{if .URL}} · <a href="{{.URL}}" rel="noreferrer">{{.URL}}</a>{{end}}</p>
{{range .Claims}}<div class="claim {{.Voice}}"><p><b>{{.Speaker}}</b> <small>({{.VoiceName}})</small> · {{if .Places}}{{.Places}}{{else}}no place named{{end}} · {{.Said}}</p><blockquote>“{{range .Excerpt}}{{if .Claim}}<mark>{{.Text}}</mark>{{else}}{{.Text}}{{end}}{{end}}”</blockquote></div>
{{else}}<p>No claims found.</p>
{{end}}{{end}}`))

func writeHTML(w io.Writer, d *Document) error {
	type voice struct {
		Name   geo.Voice
		Colour template.CSS
	}
	head := struct {
		Title   string
		Voices  []voice
		Picture template.URL
		Alt     string
	}{Title: d.Title, Alt: d.Alt}
	if head.Alt == "" {
		head.Alt = "Map of the claims listed below, coloured by who makes them"
	}
	if len(d.Picture) > 0 {
		head.Picture = template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(d.Picture))
	}
	if head.Title == "" {
		head.Title = "Who claims what, where"
	}
	for _, v := range geo.Voices() {
		head.Voices = append(head.Voices, voice{v, template.CSS(voiceStyles[v].colour)})
	}
	if err := page.ExecuteTemplate(w, "head", head); err != nil {
		return err
	}
	type claim struct {
		Voice                            geo.Voice
		VoiceName, Speaker, Places, Said string
		Excerpt                          []segment
	}
	for e := range d.Entries {
		a := e.Article
		data := struct {
			Title, Of, URL string
			Example        bool
			Claims         []claim
		}{Title: visible(a.Title), Of: a.Published.String(), URL: a.URL, Example: a.Example}
		if data.Title == "" {
			data.Title = articleRef(a)
		}
		if a.Publisher.Name != "" {
			data.Of = visible(a.Publisher.Name) + ", " + data.Of
		}
		for i := range e.Claims {
			c := &e.Claims[i]
			v := c.Source.Voice()
			data.Claims = append(data.Claims, claim{v, voiceStyles[v].name, visible(speaker(a, c)), d.where(c), said(c), segments(a, c)})
		}
		if err := page.ExecuteTemplate(w, "article", data); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, "</html>\n")
	return err
}
