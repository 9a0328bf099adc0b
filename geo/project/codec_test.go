package project

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"contested/geo"
)

// fillRandom sets every field of v, so that a field which the codec forgets
// is noticed when it is added.
func fillRandom(r *rand.Rand, v reflect.Value) {
	if v.Type() == reflect.TypeOf(time.Time{}) {
		v.Set(reflect.ValueOf(inZone(time.Unix(r.Int64N(1<<33), r.Int64N(1e9)), 900*(r.IntN(40)-20))))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name == "Checked" {
				continue // only a correction says so
			}
			fillRandom(r, v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1+r.IntN(3), 4))
		for i := range v.Len() {
			fillRandom(r, v.Index(i))
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillRandom(r, v.Elem())
	case reflect.Array:
		for i := range v.Len() {
			fillRandom(r, v.Index(i))
		}
	case reflect.String:
		v.SetString([]string{"", "one", "два", "трі\x00", "four"}[r.IntN(5)])
	case reflect.Int:
		v.SetInt(int64(r.IntN(2000) - 500))
	case reflect.Uint8: // an enumeration
		for n := r.IntN(16); ; n /= 2 {
			v.SetUint(uint64(n))
			if _, err := v.Interface().(interface{ MarshalText() ([]byte, error) }).MarshalText(); err == nil {
				return
			}
		}
	case reflect.Float64:
		v.SetFloat(r.Float64())
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	default:
		panic("no values for " + v.Type().String())
	}
}

func TestReadingRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for round := range 200 {
		var want geo.Reading
		fillRandom(r, reflect.ValueOf(&want).Elem())
		for i := range want.Claims {
			want.Claims[i].Article = want.Article
		}
		b := encodeReading(&want)
		got, err := decodeReading(b, want.Article, newShared())
		ok(t, err)
		if !reflect.DeepEqual(got, &want) {
			t.Fatalf("it came back as\n%+v\ninstead of\n%+v", got, want)
		}
		if round > 10 {
			continue
		}
		for i := range b { // cut short it is damage, not something else
			if _, err := decodeReading(b[:i], want.Article, newShared()); err == nil {
				t.Fatalf("the first %d of %d bytes were taken for a whole reading", i, len(b))
			}
		}
	}
}

func TestCorrectionRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	for range 200 {
		var want geo.Correction
		v := reflect.ValueOf(&want).Elem()
		for i := range v.NumField() {
			if r.IntN(2) == 0 {
				fillRandom(r, v.Field(i))
			}
		}
		s, err := encodeCorrection(want)
		ok(t, err)
		got, err := decodeCorrection(s)
		ok(t, err)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%s\ncame back as\n%+v\ninstead of\n%+v", s, got, want)
		}
	}
	// No place is something else than nothing said about the place.
	for _, places := range []*[]geo.PlaceRef{nil, {}, new([]geo.PlaceRef)} {
		s, err := encodeCorrection(geo.Correction{Places: places})
		ok(t, err)
		got, err := decodeCorrection(s)
		ok(t, err)
		if (got.Places == nil) != (places == nil) {
			t.Errorf("%v came back as %v (%s)", places, got.Places, s)
		}
	}
}

// FuzzReading: whatever bytes a file has for a reading, decoding ends, and what
// comes out can be sliced out of the text and encoded again.
func FuzzReading(f *testing.F) {
	for i := range 3 {
		_, r := article(f, i, 4)
		f.Add(encodeReading(r))
	}
	a, _ := article(f, 0, 4)
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := decodeReading(b, a.ID, newShared())
		if err != nil {
			return
		}
		again, err := decodeReading(encodeReading(r), a.ID, newShared())
		if x, y := marshal(r), marshal(again); err != nil || x != y {
			t.Fatalf("encoded again it is another reading: %v\n%s\n%s", err, x, y)
		}
		cleanReading(r, &a)
		for _, m := range r.Mentions {
			_ = m.Span.Of(a.Text)
		}
		for _, c := range r.Claims {
			_ = excerptValues(&c, &a, 1)
			for _, w := range c.Why {
				_ = w.Span.Of(a.Text)
			}
		}
	})
}

// marshal compares values in which there may be a NaN.
func marshal(r *geo.Reading) string {
	for i := range r.Claims {
		if c := &r.Claims[i].Confidence; *c != *c || *c > 1e300 || *c < -1e300 {
			*c = 0
		}
	}
	b, err := json.Marshal(r)
	if err != nil {
		return err.Error()
	}
	return string(b)
}
