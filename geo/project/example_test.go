package project_test

import (
	"fmt"
	"os"
	"path/filepath"

	"contested/geo"
	"contested/geo/project"
)

// A document is on the disk after every action, and every action can be undone.
func Example() {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		return
	}
	defer os.RemoveAll(dir)
	doc, err := project.Create(filepath.Join(dir, "november.gpkg"), project.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer doc.Close()
	article, err := geo.NewArticle(geo.Article{Title: "An invented article", Text: "The mayor said that the bridge still stands."})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := doc.Import("import 1 article", []geo.Article{article}, nil); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("undo would take back:", doc.UndoName())
	if _, err := doc.Undo(); err != nil {
		fmt.Println(err)
		return
	}
	now, _ := doc.Contents()
	fmt.Println(len(now.Articles), "articles; redo would do again:", doc.RedoName())
	for _, e := range doc.History() {
		fmt.Println(e.Seq, e.Name)
	}
	// Output:
	// undo would take back: import 1 article
	// 0 articles; redo would do again: import 1 article
	// 1 import 1 article
	// 2 Undo import 1 article
}

// Check finds nothing in a document that is as it was left.
func ExampleCheck() {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		return
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "november.gpkg")
	doc, err := project.Create(path, project.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := doc.Close(); err != nil {
		fmt.Println(err)
		return
	}
	findings, err := project.Check(path)
	fmt.Println(len(findings), "findings,", err)
	// Output: 0 findings, <nil>
}
