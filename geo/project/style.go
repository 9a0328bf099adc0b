package project

import (
	"encoding/xml"
	"fmt"
	"strings"

	"contested/geo"
)

// The layers carry a style for QGIS (QML, as QGIS 3 writes it): hue and letter
// say who, pattern says how sure (DESIGN section 7). Styles are written when a
// document is made; what the user makes of them in QGIS stays.

// voiceStyle is how a voice looks.
var voiceStyle = map[geo.Voice]struct{ label, letter, hue string }{
	geo.RussianVoice:       {"Russia", "R", "170,14,12,255"},
	geo.UkrainianVoice:     {"Ukraine", "U", "0,45,152,255"},
	geo.AnalystVoice:       {"Analysts", "A", "176,147,0,255"},
	geo.PressVoice:         {"Press and witnesses", "P", "2,129,106,255"},
	geo.InternationalVoice: {"International", "I", "139,122,192,255"},
	geo.UnattributedVoice:  {"Unattributed", "?", "50,26,37,255"},
}

// looks are the patterns, with the rows of the layer of claims that have them.
var looks = []struct{ label, filter, pattern string }{
	{"denied", `"polarity" = 'negated'`, "struck"},
	{"confirmed", `"polarity" <> 'negated' AND "status" = 'confirmed'`, "solid"},
	{"disputed", `"polarity" <> 'negated' AND "status" = 'disputed'`, "cross"},
	{"claimed, not verified", `"polarity" <> 'negated' AND ("status" IS NULL OR "status" NOT IN ('confirmed', 'disputed'))`, "hatch"},
}

const (
	paper = "255,255,255,255"
	ink   = "50,50,50,255"
)

// qml builds a style.
type qml struct{ strings.Builder }

func attr(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder does not fail
	return b.String()
}

// layer writes one symbol layer; inner, if not nil, writes its sub-symbol.
func (q *qml) layer(class string, props [][2]string, inner func()) {
	fmt.Fprintf(q, `<layer class="%s" enabled="1" locked="0" pass="0">`, class)
	for _, p := range props {
		fmt.Fprintf(q, `<prop k="%s" v="%s"/>`, p[0], attr(p[1]))
	}
	if inner != nil {
		inner()
	}
	q.WriteString("</layer>\n")
}

func (q *qml) symbol(kind, name string, layers func()) {
	fmt.Fprintf(q, `<symbol type="%s" name="%s" alpha="1" clip_to_extent="1" force_rhr="0">`+"\n", kind, name)
	layers()
	q.WriteString("</symbol>\n")
}

func (q *qml) fill(hue, style, outline string) {
	q.layer("SimpleFill", [][2]string{{"color", hue}, {"style", style}, {"outline_color", outline}, {"outline_width", "0.5"}, {"outline_width_unit", "MM"}, {"outline_style", "solid"}, {"joinstyle", "miter"}}, nil)
}

// hatch writes parallel lines; name is that of the line's sub-symbol.
func (q *qml) hatch(hue, angle, distance, width, name string) {
	q.layer("LinePatternFill", [][2]string{{"angle", angle}, {"distance", distance}, {"distance_unit", "MM"}, {"color", hue}, {"line_width", width}, {"line_width_unit", "MM"}}, func() {
		q.symbol("line", name, func() {
			q.layer("SimpleLine", [][2]string{{"line_color", hue}, {"line_width", width}, {"line_width_unit", "MM"}, {"line_style", "solid"}, {"capstyle", "flat"}}, nil)
		})
	})
}

// marker is a claim: a disc with a pattern in the hue of the voice, and its letter.
func (q *qml) marker(id int, hue, letter, pattern string) {
	name := fmt.Sprint(id)
	q.symbol("marker", name, func() {
		q.layer("FilledMarker", [][2]string{{"name", "circle"}, {"size", "6"}, {"size_unit", "MM"}, {"scale_method", "diameter"}, {"color", hue}}, func() {
			q.symbol("fill", "@"+name+"@0", func() {
				switch pattern {
				case "solid":
					q.fill(hue, "solid", hue)
				default:
					q.fill(paper, "solid", hue)
				}
				if pattern == "hatch" || pattern == "cross" {
					q.hatch(hue, "45", "1.1", "0.45", "@@"+name+"@0@1")
				}
				if pattern == "cross" {
					q.hatch(hue, "135", "1.1", "0.45", "@@"+name+"@0@2")
				}
			})
		})
		if pattern == "struck" {
			q.layer("SimpleMarker", [][2]string{{"name", "line"}, {"angle", "45"}, {"size", "7"}, {"size_unit", "MM"}, {"outline_color", hue}, {"outline_width", "0.6"}, {"outline_width_unit", "MM"}, {"color", hue}}, nil)
		}
		// The letter stands on a small disc, so that no pattern runs through it.
		disc, text := paper, hue
		if pattern == "solid" {
			disc, text = hue, paper
		}
		q.layer("SimpleMarker", [][2]string{{"name", "circle"}, {"size", "3.4"}, {"size_unit", "MM"}, {"color", disc}, {"outline_style", "no"}}, nil)
		q.layer("FontMarker", [][2]string{{"chr", letter}, {"font", "Noto Sans"}, {"font_style", "Bold"}, {"size", "2.8"}, {"size_unit", "MM"}, {"color", text}, {"outline_width", "0"}, {"horizontal_anchor_point", "1"}, {"vertical_anchor_point", "1"}, {"offset", "0,0"}, {"offset_unit", "MM"}}, nil)
	})
}

const qmlHead = `<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|MapTips|Temporal"%s>
`

// claimStyle has a rule for each voice and, under it, one for each pattern.
// Claims about the same place are spread around it.
func claimStyle() string {
	q := &qml{}
	fmt.Fprintf(q, qmlHead, "")
	q.WriteString(`<temporal mode="2" enabled="0" startField="said_from" endField="said_to" fixedDuration="0" durationUnit="d" accumulate="0" startExpression="" endExpression="" durationField="" limitMode="0"/>` + "\n")
	q.WriteString(`<renderer-v2 type="pointDisplacement" tolerance="0.01" toleranceUnit="MM" toleranceUnitScale="3x:0,0,0,0,0,0" placement="1" circleWidth="0" circleColor="255,255,255,0" circleRadiusAddition="0" labelDistanceFactor="0.5" maxLabelScaleDenominator="-1" labelAttributeName="" forceraster="0" enableorderby="0" symbollevels="0">` + "\n")
	q.WriteString(`<renderer-v2 type="RuleRenderer" forceraster="0" enableorderby="0" symbollevels="0">` + "\n<rules key=\"{claims}\">\n")
	id := 0
	for _, v := range geo.Voices() {
		fmt.Fprintf(q, `<rule key="{%s}" label="%s" filter="%s">`+"\n", v, attr(voiceStyle[v].label), attr(fmt.Sprintf(`"voice" = '%s'`, v)))
		for _, l := range looks {
			fmt.Fprintf(q, `<rule key="{%s-%s}" symbol="%d" label="%s" filter="%s"/>`+"\n", v, l.pattern, id, attr(l.label), attr(l.filter))
			id++
		}
		q.WriteString("</rule>\n")
	}
	q.WriteString("</rules>\n<symbols>\n")
	id = 0
	for _, v := range geo.Voices() {
		for _, l := range looks {
			q.marker(id, voiceStyle[v].hue, voiceStyle[v].letter, l.pattern)
			id++
		}
	}
	q.WriteString("</symbols>\n</renderer-v2>\n")
	q.symbol("marker", "centerSymbol", func() {
		q.layer("SimpleMarker", [][2]string{{"name", "circle"}, {"size", "1"}, {"size_unit", "MM"}, {"color", ink}, {"outline_style", "no"}}, nil)
	})
	q.WriteString("</renderer-v2>\n")
	q.WriteString(`<mapTip>&lt;b&gt;[% "speaker" %]&lt;/b&gt; · [% "publisher" %], [% "said" %]&lt;br/&gt;“[% "excerpt" %]”</mapTip>` + "\n</qgis>\n")
	return q.String()
}

// labels writes a label from the column name, with a light edge.
func (q *qml) labels(size, placement, distance string) {
	fmt.Fprintf(q, `<labeling type="simple"><settings calloutType="simple"><text-style fieldName="name" isExpression="0" fontFamily="Noto Sans" fontSize="%s" fontSizeUnit="Point" textColor="%s" textOpacity="1" fontWeight="50" namedStyle="Regular"><text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="%s" bufferOpacity="1"/></text-style><placement placement="%s" dist="%s" distUnits="MM" priority="5"/><rendering obstacle="1" drawLabels="1" scaleVisibility="0"/></settings></labeling>`+"\n",
		size, ink, paper, placement, distance)
}

// placeStyle is a small dot with the name; the claims stand on it.
func placeStyle() string {
	q := &qml{}
	fmt.Fprintf(q, qmlHead, ` labelsEnabled="1"`)
	q.WriteString(`<renderer-v2 type="RuleRenderer" forceraster="0" enableorderby="0" symbollevels="0"><rules key="{places}">` + "\n")
	q.WriteString(`<rule key="{known}" symbol="0" label="Place" filter="ELSE"/>` + "\n")
	q.WriteString(`<rule key="{approximate}" symbol="1" label="Place, approximate" filter="&quot;approximate&quot;"/>` + "\n</rules>\n<symbols>\n")
	for i, edge := range []string{"solid", "dot"} {
		q.symbol("marker", fmt.Sprint(i), func() {
			q.layer("SimpleMarker", [][2]string{{"name", "circle"}, {"size", "2"}, {"size_unit", "MM"}, {"color", paper}, {"outline_color", ink}, {"outline_width", "0.3"}, {"outline_width_unit", "MM"}, {"outline_style", edge}}, nil)
		})
	}
	q.WriteString("</symbols>\n</renderer-v2>\n")
	q.labels("9", "0", "4")
	q.WriteString("</qgis>\n")
	return q.String()
}

// contextGrey is the colour of what is context: no voice has it.
const contextGrey = "112,112,112,255"

// contextStyle draws others' events with one quiet grey symbol.
func contextStyle(kind string, layers func(*qml)) string {
	q := &qml{}
	fmt.Fprintf(q, qmlHead, "")
	q.WriteString(`<renderer-v2 type="singleSymbol" forceraster="0" enableorderby="0" symbollevels="0">` + "\n<symbols>\n")
	q.symbol(kind, "0", func() { layers(q) })
	q.WriteString("</symbols>\n</renderer-v2>\n")
	q.WriteString(`<mapTip>&lt;b&gt;Context, not a claim&lt;/b&gt; · [% "publisher" %]&lt;br/&gt;[% "title" %], [% "happened" %]</mapTip>` + "\n</qgis>\n")
	return q.String()
}

func contextPointStyle() string {
	return contextStyle("marker", func(q *qml) {
		q.layer("SimpleMarker", [][2]string{{"name", "diamond"}, {"size", "2.2"}, {"size_unit", "MM"}, {"color", paper}, {"outline_color", contextGrey}, {"outline_width", "0.35"}, {"outline_width_unit", "MM"}}, nil)
	})
}

func contextLineStyle() string {
	return contextStyle("line", func(q *qml) {
		q.layer("SimpleLine", [][2]string{{"line_color", contextGrey}, {"line_width", "0.35"}, {"line_width_unit", "MM"}, {"line_style", "dot"}, {"capstyle", "flat"}}, nil)
	})
}

func contextAreaStyle() string {
	return contextStyle("fill", func(q *qml) {
		q.layer("SimpleFill", [][2]string{{"color", contextGrey}, {"style", "no"}, {"outline_color", contextGrey}, {"outline_width", "0.35"}, {"outline_width_unit", "MM"}, {"outline_style", "dot"}}, nil)
	})
}

// regionStyle outlines and hatches a region in the hue of the voice that names
// it, or in grey where several do. It is never filled.
func regionStyle() string {
	q := &qml{}
	fmt.Fprintf(q, qmlHead, ` labelsEnabled="1"`)
	q.WriteString(`<renderer-v2 type="categorizedSymbol" attr="voice" forceraster="0" enableorderby="0" symbollevels="0"><categories>` + "\n")
	type category struct{ value, label, hue string }
	var list []category
	for _, v := range geo.Voices() {
		list = append(list, category{v.String(), voiceStyle[v].label + " names the region", voiceStyle[v].hue})
	}
	list = append(list, category{"several", "Several name the region", "110,110,110,255"})
	for i, c := range list {
		fmt.Fprintf(q, `<category value="%s" symbol="%d" label="%s" render="true" type="string"/>`+"\n", c.value, i, attr(c.label))
	}
	q.WriteString("</categories>\n<symbols>\n")
	for i, c := range list {
		q.symbol("fill", fmt.Sprint(i), func() {
			q.hatch(c.hue, "45", "4", "0.2", fmt.Sprintf("@%d@0", i))
			q.fill(c.hue, "no", c.hue)
		})
	}
	q.WriteString("</symbols>\n</renderer-v2>\n")
	q.labels("11", "1", "0")
	q.WriteString("</qgis>\n")
	return q.String()
}
