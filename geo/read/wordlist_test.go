package read

import (
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestWordsAreTokens holds that every word that tokens are compared with is one token,
// in small letters: no other would ever be found. A word that a list has twice was
// meant to be another one, and a list that there is already has a name.
func TestWordsAreTokens(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	r, set := reader(t), gotoken.NewFileSet()
	lists := map[string]gotoken.Pos{} // by their words
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			seen := map[string]bool{}
			words := comparedWords(n)
			if call, ok := n.(*ast.CallExpr); ok && isListOf(call) {
				slices.Sort(words)
				key := strings.Join(words, " ")
				if first, ok := lists[key]; ok {
					t.Errorf("%s: the list of %s once more", set.Position(n.Pos()), set.Position(first))
				}
				lists[key] = n.Pos()
			}
			for _, w := range words {
				if seen[w] {
					t.Errorf("%s: %q twice", set.Position(n.Pos()), w)
				}
				seen[w] = true
				before := "of "
				if strings.HasPrefix(w, "'") || strings.HasPrefix(w, "’") {
					before = "he" // a short verb
				}
				if d := r.parse(article(t, before+w)); len(d.toks) != 2 || d.word(1) != w {
					t.Errorf("%s: %q is no token", set.Position(n.Pos()), w)
				}
			}
			return true
		})
	}
}

// isListOf reports whether a call makes a list of words.
func isListOf(call *ast.CallExpr) bool {
	f, ok := call.Fun.(*ast.Ident)
	return ok && f.Name == "listOf"
}

// comparedWords lists the words that a call or a case of a switch compares a token with.
func comparedWords(n ast.Node) (words []string) {
	var from []ast.Expr
	switch n := n.(type) {
	case *ast.CallExpr:
		if isListOf(n) {
			from = n.Args
		} else if f, ok := n.Fun.(*ast.SelectorExpr); ok && (f.Sel.Name == "is" || f.Sel.Name == "isAny") {
			from = n.Args[1:]
		}
	case *ast.SwitchStmt:
		if call, ok := n.Tag.(*ast.CallExpr); ok {
			if f, ok := call.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "word" {
				for _, c := range n.Body.List {
					from = append(from, c.(*ast.CaseClause).List...)
				}
			}
		}
	}
	for _, x := range from {
		words = append(words, strings.Fields(literal(x))...)
	}
	return words
}

// literal is what a string says that is written in one piece or several.
func literal(x ast.Expr) string {
	switch x := x.(type) {
	case *ast.BasicLit:
		if x.Kind == gotoken.STRING {
			s, _ := strconv.Unquote(x.Value)
			return s
		}
	case *ast.BinaryExpr:
		return literal(x.X) + literal(x.Y)
	}
	return ""
}
