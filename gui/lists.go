package gui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
)

// lists are the articles and the claims beside the map, with the box that
// filters both and the map. The list of claims gives the same information as
// the map, and more: it has the claims that name no place.
type lists struct {
	widget.BaseWidget

	value listsValue

	filter   *widget.Entry
	tabs     *container.AppTabs
	articleT *container.TabItem
	claimT   *container.TabItem
	articleL *widget.List
	claimL   *widget.List
	emptyA   *fyne.Container
	noneA    *fyne.Container
	emptyC   *fyne.Container
	box      *fyne.Container
	silent   bool // a selection is being shown, not made

	toReview *widget.Button
	filters  *widget.Button
	dates    *dateBar

	OnFilter  func(words string)
	OnReview  func()
	OnFilters func(at fyne.Position)
	OnArticle func(geo.ArticleID)
	OnClaim   func(geo.ClaimID)
}

func newLists() *lists {
	l := &lists{filter: widget.NewEntry()}
	l.filter.SetPlaceHolder("Filter by word, speaker or place")
	l.filter.OnChanged = func(s string) {
		if l.OnFilter != nil && !l.silent {
			l.OnFilter(s)
		}
	}
	l.articleL = widget.NewList(func() int { return len(l.value.Articles) }, func() fyne.CanvasObject { return newRow() }, func(i int, o fyne.CanvasObject) {
		o.(*row).set(articleRow(l.value.Article(i)))
	})
	l.articleL.OnSelected = func(i int) {
		if !l.silent && i < len(l.value.Articles) && l.OnArticle != nil {
			l.OnArticle(l.value.Articles[i])
		}
	}
	l.claimL = widget.NewList(func() int { return l.value.Claims }, func() fyne.CanvasObject { return newRow() }, func(i int, o fyne.CanvasObject) {
		o.(*row).set(claimRow(l.value.Claim(i)))
	})
	l.claimL.OnSelected = func(i int) {
		if !l.silent && i < l.value.Claims && l.OnClaim != nil {
			l.OnClaim(l.value.Claim(i).ID)
		}
	}
	l.noneA = emptyText("Nothing here passes the filter.")
	l.emptyA = emptyText("No article is open. Drop one on the window, or use File ▸ Import.")
	l.emptyC = emptyText("No claim passes the filter.")
	l.articleT = container.NewTabItem("Articles", container.NewStack(l.articleL, l.emptyA, l.noneA))
	l.claimT = container.NewTabItem("Claims", container.NewStack(l.claimL, l.emptyC))
	l.tabs = container.NewAppTabs(l.articleT, l.claimT)
	l.toReview = widget.NewButton("", func() { call(l.OnReview) })
	l.toReview.Hide()
	l.filters = widget.NewButtonWithIcon("", theme.MenuDropDownIcon(), func() {
		if l.OnFilters != nil {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(l.filters)
			l.OnFilters(at.AddXY(0, l.filters.Size().Height))
		}
	})
	l.dates = newDateBar()
	top := container.NewVBox(l.toReview, container.NewBorder(nil, nil, nil, l.filters, l.filter), l.dates)
	l.box = container.NewBorder(container.NewPadded(top), nil, nil, nil, l.tabs)
	l.ExtendBaseWidget(l)
	return l
}

func emptyText(s string) *fyne.Container {
	t := widget.NewLabel(s)
	t.Wrapping = fyne.TextWrapWord
	c := container.NewVBox(t)
	c.Hide()
	return c
}

func articleRow(a articleValue) rowValue {
	return rowValue{Title: a.Title, Below: [2]string{a.Publisher, a.Date + " · " + count(a.Claims, "claim", "claims")}, Strong: true, Voices: a.Voices}
}

func claimRow(c claimValue) rowValue {
	place := c.Places
	note := ""
	if !c.Placed {
		place, note = "no place", "not drawn"
	}
	head := c.Type
	if c.Manner != "" {
		head += " (" + c.Manner + ")"
	}
	return rowValue{Title: place + ": " + head + " – “" + c.Excerpt + "”", Below: [2]string{c.Speaker, c.Publisher + " · " + c.Day}, Note: note, Voices: []geo.Voice{c.Voice}}
}

// show shows other values. The selection is shown by the next call of mark.
func (l *lists) show(v listsValue) {
	l.value = v
	articles, claims := len(v.Articles), v.Claims
	l.articleT.Text = "Articles  " + thousands(articles)
	l.claimT.Text = "Claims  " + thousands(claims)
	visible(l.emptyA, articles == 0 && !v.Filtered)
	visible(l.noneA, articles == 0 && v.Filtered)
	visible(l.emptyC, claims == 0 && (v.Filtered || articles > 0))
	l.tabs.Refresh()
	l.articleL.Refresh()
	l.claimL.Refresh()
}

// review shows how many claims are to be checked, and leads there.
func (l *lists) review(label string, n int, hide bool) {
	visible(l.toReview, !hide)
	l.toReview.Importance = widget.LowImportance
	if n > 0 {
		l.toReview.Importance = widget.HighImportance
	}
	if l.toReview.Text != label {
		l.toReview.SetText(label)
	}
	l.toReview.Refresh()
}

// mark shows what is selected.
func (l *lists) mark(article geo.ArticleID, claim geo.ClaimID) {
	l.silent = true
	defer func() { l.silent = false }()
	l.articleL.UnselectAll()
	l.claimL.UnselectAll()
	if i := slices.Index(l.value.Articles, article); i >= 0 && article != "" {
		l.articleL.Select(i)
	}
	if claim != "" && l.value.ClaimIndex != nil {
		if i := l.value.ClaimIndex(claim); i >= 0 {
			l.claimL.Select(i)
		}
	}
}

// setFilter shows the words of the filter without reporting them.
func (l *lists) setFilter(words string) {
	if l.filter.Text != words {
		l.silent = true
		l.filter.SetText(words)
		l.silent = false
	}
}

func visible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

func (l *lists) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.box) }

// MinSize lets the shell choose the width.
func (l *lists) MinSize() fyne.Size { return fyne.NewSize(150, 8*theme.TextSize()) }
