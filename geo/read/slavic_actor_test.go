package read

import "testing"

// TestSlavicActor holds who acts in a claim and by way of whom it is said. The
// texts are invented.
func TestSlavicActor(t *testing.T) {
	r := reader(t)
	for _, c := range []struct{ text, party, actor, via string }{
		{"Російські війська захопили Сіверськ, повідомив DeepState.", "PRESS", "RU", ""},
		{"Сіверськ захоплено російськими військами, повідомив DeepState.", "PRESS", "RU", ""},
		{"Речник ОСУВ Віктор Трегубов заявив, що ворог атакував Сіверськ.", "UA", "RU", ""},
		{"Речник ОСУВ Віктор Трегубов заявив, що наші захисники відбили атаку ворога біля Сіверська.", "UA", "UA", ""},
		{"Генштаб повідомив, що окупанти обстріляли Костянтинівку.", "UA", "RU", ""},
		{"Генштаб повідомив, що Костянтинівку обстріляли окупанти.", "UA", "RU", ""},
		{"Генштаб повідомив, що авіація вдарила по позиціях окупантів біля Костянтинівки.", "UA", "UNK", ""},
		{"За даними ОВА, у Краматорську загинули двоє людей, передає Укрінформ.", "UA", "UNK", "Ukrinform"},
		{"Дроны ВСУ ударили по Горловке, заявил Пушилин.", "RU", "UA", ""},
		{"Противник покинул Северск, сообщили в Минобороны РФ.", "RU", "UA", ""},
		{"Северск освобождён российскими войсками, сообщило Минобороны РФ.", "RU", "RU", ""},
		{"Российские войска заняли Северск, сообщает ТАСС со ссылкой на Минобороны.", "RU", "RU", "TASS"},
	} {
		g := r.Read(article(t, c.text))
		if len(g.Claims) != 1 {
			t.Errorf("%s: %d claims", c.text, len(g.Claims))
			continue
		}
		k, via := &g.Claims[0], ""
		if k.Via != nil {
			via = k.Via.Name
		}
		if k.Source.Party.String() != c.party || k.Actor.String() != c.actor || via != c.via {
			t.Errorf("%s\n by %s, actor %s, via %q; want %s, %s, %q", c.text, k.Source.Party, k.Actor, via, c.party, c.actor, c.via)
		}
	}
}
