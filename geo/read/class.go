package read

// class is a set of word classes. A word's classes come from
// lexicon/words*.tsv, one class a line by the names below.
type class uint64

// The word classes. Closed ones first, then what words mean for the reader.
const (
	detWord        class = 1 << iota // the, a, some, every
	possWord                         // his, their, our
	demWord                          // this, those
	subjPron                         // he, they, who speaks: can be a subject
	objPron                          // him, them
	whWord                           // who, which, what, how
	prepWord                         // in, of, near
	coordWord                        // and, or, but
	subordWord                       // while, because, if
	beWord                           // is, were, been
	haveWord                         // has, had
	doWord                           // did
	modalWord                        // will, could
	negWord                          // not, never
	advWord                          // already, still, also
	numWord                          // two, dozens
	weekdayWord                      // Monday
	monthWord                        // November, Nov
	timeWord                         // yesterday, week, overnight
	nounWord                         // nouns that look like verbs or adjectives otherwise
	adjWord                          // adjectives
	abbreviation                     // a full stop after it ends no sentence
	starter                          // starts sentences rather than names
	captionWord                      // Photo, Caption
	titleWord                        // President, Mr, Minister before a name
	rankWord                         // General, Lt, Colonel
	roleWord                         // spokesman, officials: people who speak for something
	orgWord                          // ministry, staff, brigade: bodies that speak
	docWord                          // statement, report, briefing: things that speak
	witnessWord                      // resident, doctor
	mediaWord                        // channel, newspaper, blogger
	demonymWord                      // Russian, Ukrainian …
	enemyWord                        // enemy, occupiers: in Ukrainian speech, Russia
	sayWord                          // any form of a verb that can attribute direct speech
	cueWord                          // any form of any reporting verb
	verbWord                         // any form of any verb
	claimNoun                        // claim, statement, denial, report that …
	hedgeWord                        // reportedly, allegedly, likely
	weaponWord                       // drone, missile, shell: what hits
	settlementWord                   // town, city, village
	hubWord                          // hub, junction, stronghold, garrison
	regionWord                       // region, oblast
	areaWord                         // direction, sector, axis
	firstName                        // given names
	assaultWord                      // attack, attempt, push: what is repelled
	peopleWord                       // residents, families: who is hurt or leaves
	buildingWord                     // house, school, bridge: what is damaged
	troopsWord                       // troops, infantry, marines: who holds and advances
	unitWord                         // brigade, battalion
	compassWord                      // north, eastern
	maleWord                         // he, Mr, Oleh
	femaleWord                       // she, Mrs, Iryna
	uaName                           // Oleksandr: leans to Ukraine
	ruName                           // Aleksandr: leans to Russia
	labelWord                        // Details, Background, Quote: before a colon
	ourWord                          // what only the Ukrainian side says: the enemy, the occupiers
	theirWord                        // what only the Russian side says: Kiev regime, liberated
	namingWord                       // call, label, dub: any form
	vehicleWord                      // car, bus, train: what is hit besides buildings
)

// classNames are the names by which word lists call the classes.
var classNames = map[string]class{
	"det": detWord, "poss": possWord, "dem": demWord, "subjpron": subjPron, "objpron": objPron, "wh": whWord,
	"prep": prepWord, "coord": coordWord, "subord": subordWord, "be": beWord, "have": haveWord, "do": doWord,
	"modal": modalWord, "neg": negWord, "adv": advWord, "num": numWord, "weekday": weekdayWord, "month": monthWord,
	"time": timeWord, "noun": nounWord, "adj": adjWord, "abbr": abbreviation, "starter": starter, "caption": captionWord,
	"title": titleWord, "rank": rankWord, "role": roleWord, "org": orgWord, "doc": docWord, "witness": witnessWord,
	"media": mediaWord, "demonym": demonymWord, "enemy": enemyWord, "claimnoun": claimNoun, "hedge": hedgeWord,
	"settlement": settlementWord, "hub": hubWord, "region": regionWord, "area": areaWord,
	"firstname": firstName, "weapon": weaponWord,
	"assault": assaultWord, "people": peopleWord, "building": buildingWord, "troops": troopsWord, "unit": unitWord,
	"compass": compassWord, "naming": namingWord, "vehicle": vehicleWord,
	"label": labelWord, "our": ourWord, "their": theirWord, "male": maleWord, "female": femaleWord, "uaname": uaName, "runame": ruName,
}
