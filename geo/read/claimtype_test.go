package read

import (
	"os"
	"strings"
	"testing"
)

// What kind of claim a clause makes, and whether it says that it holds; all
// clauses invented. A line is "kind polarity clause"; several kinds may do.
func TestKindsOfClaims(t *testing.T) { readKinds(t, kindsOfClaims, 100) }

// Further lots, in testdata/kinds.txt.
func TestFurtherKindsOfClaims(t *testing.T) {
	b, err := os.ReadFile("testdata/kinds.txt")
	if err != nil {
		t.Fatal(err)
	}
	readKinds(t, string(b), 100)
}

// A third lot, hard on purpose, in testdata/situations.txt: as many of a hundred are
// read rightly as the last change of the reader reached.
func TestKindsOfSituations(t *testing.T) {
	b, err := os.ReadFile("testdata/situations.txt")
	if err != nil {
		t.Fatal(err)
	}
	readKinds(t, string(b), 76)
}

// readKinds reads the clauses of a list, of which so many of a hundred must be right.
func readKinds(t *testing.T, list string, least int) {
	t.Helper()
	r := reader(t)
	wrong, all := 0, 0
	for line := range strings.Lines(list) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		all++
		want, rest, _ := strings.Cut(line, " ")
		polarity, clause, _ := strings.Cut(rest, " ")
		text := "Officers near Lyman said on Monday that " + clause + "."
		got := r.Read(article(t, text))
		if len(got.Claims) == 0 {
			t.Logf("%s: no claim", line)
			wrong++
			continue
		}
		c := got.Claims[0]
		p := "+"
		if c.Polarity.String() == "negated" {
			p = "-"
		}
		ok := false
		for _, k := range strings.Split(want, ",") {
			ok = ok || k == c.Type.String()
		}
		if !ok || p != polarity && polarity != "=" {
			t.Logf("%s: got %s %s", line, c.Type, p)
			wrong++
		}
	}
	t.Logf("%d of %d right", all-wrong, all)
	if (all-wrong)*100 < all*least {
		t.Errorf("%d of %d are read rightly, want %d in a hundred", all-wrong, all, least)
	}
}

const kindsOfClaims = `
# attack
attack + the enemy struck the village with two glide bombs
attack + a volley of Grad rockets landed between the church and the school
attack + the town had been shelled eleven times since dawn
attack + Russian aviation worked over the southern outskirts
attack + the occupiers dropped explosives from a drone on the market
attack + three kamikaze drones went for the same power line
attack + the adversary stormed the brickworks twice
attack + infantry in buggies tried to slip past the checkpoint
attack + our gunners are hitting the crossing every night
attack + an explosive device went off under a police car
attack + sirens wailed for five hours
attack + the enemy is putting pressure on the flank
attack + a column was ambushed on the forest road
attack + a first-person-view drone chased a minibus
attack - there had been no strikes on the town overnight
attack - nobody had fired on the bridge
attack - not a single shell had fallen on the centre
attack - the night went by without shelling
attack + the enemy stepped up its use of guided bombs
attack,damage + saboteurs blew up a relay cabinet
# captured
captured + the last trench before the village was taken on Sunday
captured + the settlement came under the control of the marines
captured + the flag was raised over the town hall
captured + paratroopers seized the grain elevator
captured + the village had passed into Russian hands
captured + the enemy has occupied two streets
captured + our men won back the mine
captured + the hamlet was lost in August
captured + the town fell after a month of fighting
captured + the whole of the settlement was cleared
captured - the village had not been captured
captured - the enemy failed to take the station
captured - no settlement had been lost
captured - the reports that the town had been taken were untrue
# control
control + the brigade still controls the western half
control + the northern quarter remained in Ukrainian hands
control + the village was firmly under their control
control + the town was still Ukrainian
control + both banks are held by the marines
control - the enemy did not control a single street
control - there were no Russian soldiers in the town
control,fighting + the grey zone begins behind the school
# encircled
encircled + the garrison was surrounded
encircled + all roads into the town had been cut
encircled + the defenders were trapped between two rivers
encircled + a pocket was forming east of the railway
encircled + the group had been cut off from supplies
encircled - there was no encirclement
encircled,control + the road out of the town was open
# advance
advance + the enemy moved forward by 800 metres
advance + assault groups reached the first houses
advance + small groups seeped into the northern streets
advance + Russian infantry gained a foothold by the canal
advance + our units improved their positions along the river
advance + the line had shifted two kilometres to the west
advance + the enemy is creeping towards the road
advance + they pushed the enemy out of a tree line
advance + tanks broke through to the quarry
advance - the front line had not moved
advance - the enemy had made no progress
advance - there had been no breakthrough
advance - the Russians had not got into the town
# defended
defended + the attack was beaten back
defended + all assaults had been stopped
defended + our soldiers are holding the line
defended + the garrison withstood six assaults
defended + fourteen of sixteen drones were shot down
defended + air defence destroyed two cruise missiles
defended + the enemy was thrown back to its starting positions
defended + the enemy's attempt to cross the river failed
defended + attackers were forced to turn round
defended + electronic warfare brought down nine drones
# fighting
fighting + fierce battles are going on for the station
fighting + there was fighting in the streets
fighting + clashes went on all night
fighting + the village was being contested house by house
fighting,attack + gunfire could be heard from the quarry
fighting + three engagements were still going on
fighting,other + the situation around the mine was tense
fighting + the two sides exchanged fire across the river
# withdrawal
withdrawal + troops had pulled back to a second line
withdrawal + the battalion left the village at night
withdrawal + units were moved to better positions
withdrawal + the commanders had abandoned their men
withdrawal + the defenders gave up the hill
withdrawal - nobody had withdrawn
withdrawal - our soldiers did not leave their positions
withdrawal - no order to retreat had been given
# casualties
casualties + two women were killed and a boy was hurt
casualties + a man of 63 died on the spot
casualties + doctors fought for the life of a girl
casualties + the number of victims had risen to nine
casualties + five miners were treated for burns
casualties + rescuers found a body under the rubble
casualties + the enemy lost 300 men in a day
casualties + a policeman stepped on a mine
casualties + a teenager lost a leg
casualties + his unit had suffered heavy losses
casualties - nobody was injured
casualties - there were no victims
casualties - everyone in the building survived
casualties - the crew was unharmed
# evacuation
evacuation + forty children were taken to Dnipro
evacuation + residents were fleeing by the hundred
evacuation + the last families had been brought out
evacuation + people were told to leave
evacuation + a bus with pensioners left for Poltava
evacuation + mandatory evacuation began in four villages
evacuation + most of the inhabitants had gone
evacuation - nobody wanted to leave
evacuation - the evacuation had been suspended
# damage
damage + the roof of the school burned out
damage + four houses were destroyed
damage + the town had no electricity
damage + a gas pipe was severed
damage + windows were blown out in two blocks
damage + the bridge had collapsed
damage + a warehouse was ablaze
damage + the water supply was cut
damage + the hospital was in ruins
damage + a substation was put out of action
damage + the market had burnt to the ground
damage + cracks ran through the dam
damage - the plant had not been damaged
damage - no infrastructure was affected
damage,other + power was restored in half of the town
# ceasefire, territory, demands, forecasts
ceasefire - there had been no truce
ceasefire + the guns would fall silent at midnight
territory_claimed + the region had always been Russian
territory_claimed + the republic is part of Russia for ever
withdrawal_demanded + Ukraine must pull its army out of the region
withdrawal_demanded + Kyiv should give up the rest of the region
forecast + the town could fall within weeks
forecast,attack + the enemy would try again in spring
forecast + the loss of the town would open the road to the river
forecast + the next blow might come from the north
forecast + the garrison would be forced to retreat
# other
other + about 600 people remained in the village
other + the photograph was taken in another town
other + the bakery was open again
other + a curfew had been brought in
other + a man had been arrested for passing on coordinates
other + schools would teach online

# a second lot
attack + two Molniya drones slammed into a dormitory
attack + the garrison town was under mortar fire all morning
attack + enemy aircraft launched guided bombs at the crossing
attack + tanks fired at the hospital from across the river
attack + Russian troops are storming the slag heap
attack + a missile came down in a field behind the school
attack + the shelling has not stopped for three days
attack + the occupiers resumed their assaults at noon
attack + drones keep flying over the road
attack - the enemy had not attacked since Friday
attack - there had been no shelling for a week
attack,damage + a gas station was hit by an Iskander
captured + Russian soldiers hoisted a flag on the water tower
captured + the settlement is now ours
captured + the enemy took the station and the bridge
captured + Ukrainian forces recaptured the forest
captured + Ukrainian marines have retaken the lock
captured - the village has not changed hands
captured - the enemy did not manage to capture the heights
control - the Russians do not hold the heights
control,defended + the bridgehead is being held
control,defended + our fighters remain in the ruins of the plant
encircled + the ring around the town has closed
encircled + the garrison is cut off from the rest of the army
encircled - the defenders are not encircled
advance + the Russians have crept up to the railway embankment
advance + the enemy is already in the outskirts
advance + sabotage groups had filtered into the residential area
advance + the occupiers have moved a kilometre closer
advance - the enemy had not advanced
advance - the Russians failed to advance
defended + the paratroopers foiled an attempt to break through
defended + the raid was cut short by artillery
defended + our lines are holding
defended + the assault was repelled with heavy losses
defended + nine drones were neutralised over the region
fighting + house-to-house fighting continues
fighting + the village is in the grey zone
withdrawal + they abandoned the trenches without a fight
withdrawal + Ukrainian command pulled the brigade out
withdrawal + our men fell back to the river
withdrawal - there was no withdrawal
casualties + a crew of medics was wounded
casualties + the strike claimed four lives
casualties + the body of a woman was pulled from the ruins
casualties + three railway workers ended up in hospital
casualties + a child is in a critical condition
casualties + the regiment lost half its men
casualties + six people are missing
casualties - there were no fatalities
casualties - nobody lost their life
evacuation + a hundred people left on Friday alone
evacuation + volunteers brought out nine pensioners
evacuation + the authorities announced a forced evacuation
evacuation + trains took away four hundred people
evacuation - people refuse to be evacuated
damage + a shell ripped the wall off a block of flats
damage + thirty private houses lost their roofs
damage + the boiler house was smashed
damage + half the district sits in the dark
damage + mobile communication was lost
damage + fire engulfed a sawmill
damage + traffic on the bridge had been halted
damage + two locomotives were wrecked
damage + nothing is left of the market hall
attack,damage - the depot was not hit
forecast + Kostiantynivka could be next
forecast + the enemy may try to cross the river
forecast + losing the hill would put the road under fire
withdrawal_demanded + Ukrainian troops must leave the city
ceasefire + a truce would begin on Monday
other + the head of the village had been dismissed
other + the children were studying in a shelter

# a third lot: how people speak, analysts, aid workers, diplomats
attack + they hit us with everything they have
attack + they come every morning in groups of three
attack + it rained shells from five o'clock
attack,damage + everything that moves on the road gets burned
attack + they drop grenades on people at the bus stop
attack + the Russians keep trying to cross the canal
attack + Russian forces conducted ground assaults west of the town
attack + Russian forces counterattacked from the forest
attack + Ukrainian drones struck an oil terminal
attack + humanitarian vehicles came under attack twice
captured + we took the dryer and two streets beside it
captured + geolocated footage shows that Russian forces seized the farm
captured,control + they are in our village now
captured + we lost the hill on Tuesday
control,defended + we are still in the town
control,defended + we stand where we stood in May
control + Russian forces maintain positions in the northern part
control + the western bank is ours
encircled + they have closed every road but one
encircled + supplies only get in at night
advance + they are six hundred metres from the road
advance + Russian forces made marginal gains near the quarry
advance + the Russians got into the first row of houses
advance + we moved up to the edge of the wood
advance - Russian forces did not make confirmed advances
defended,attack + we burned every column that came
defended,attack + they tried five times and got nowhere
defended + the boys are holding on
fighting + we fight for every cellar
fighting + shooting goes on day and night
withdrawal + we had to leave the school
withdrawal + Russian units had left the airfield
withdrawal + they were pulled out last night
control,defended + we are not going anywhere
casualties + my neighbour was killed by a drone
casualties + we buried nine people in a week
casualties + at least eleven civilians lost their lives
casualties + many of the wounded do not reach us in time
casualties + they lose two hundred men a day
evacuation + we took our mother out in March
evacuation + about 4,000 people were displaced
evacuation + most families have left for the west
evacuation - the old people will not go
damage + there is no gas and no light
damage + my house is gone
damage + not a window is whole
damage + the clinic has been out of action since May
damage + the pumping station stands idle
damage + a third of the housing stock has been destroyed
ceasefire + both sides agreed to stop firing
ceasefire - the Russians never kept the truce
territory_claimed + this land is ours by law
territory_claimed - we will never recognise the annexation
withdrawal_demanded + Ukraine should withdraw from the whole of the region
withdrawal_demanded + Russia must take its troops off the plant
forecast + if the town falls the road to the river is open
forecast + it will get worse in winter
forecast,attack + they will come back in spring
# attack
attack + guided aerial bombs rained on the brick factory for an hour
attack + the enemy made eleven attempts to dislodge our defenders
attack + a Lancet drone dived at an ambulance
attack + the occupiers are levelling the settlement house by house
attack + a minibus carrying workers came under fire
attack + the invaders terrorise the riverside with drones
attack + missile carriers fired at the port from the sea
attack,damage + two tankers were set alight by naval drones
attack + assault groups keep coming at our trenches
attack - there were no enemy assaults during the day
attack - no alarm was sounded all night
attack,damage + an oil depot caught fire after a drone raid
# captured
captured + the settlement passed into enemy hands
captured,control + our flag flies again over the town hall
captured + the assault ended with the hill being taken
captured - the enemy has not managed to take a single settlement
captured + the whole left bank of the stream has been cleansed of the enemy
captured + the paratroopers wrested the mine from the enemy
captured + the loss of the town was confirmed
captured - reports of the fall of the town are false
# control
control + two thirds of the town is in our possession
control + Ukrainian units keep a presence on the southern outskirts
fighting,control + the grey zone now covers most of the village
advance,control - the enemy has no foothold on this bank
control + the garrison is in place
control - Russia does not hold the entire region
control + the defenders retain the heights
# encircled
encircled + the garrison is practically in a ring
encircled + the logistics routes are under fire control
encircled - there is no threat of encirclement
encircled + the group in the factory has no way out
# advance
advance + the line of contact has shifted two kilometres westward
advance + small groups are leaking through the gaps between our positions
advance + the tip of the wedge has reached the railway
advance + Russian forces recently moved forward in the centre of the town
advance - the situation at the front has not changed
advance + Russian soldiers were seen west of the quarry
advance + Russian units have stalled short of the river
# defended
defended + all the attackers were eliminated on the approaches
defended + the offensive has run out of steam
defended + the enemy was met with fire and rolled back
defended + electronic warfare suppressed nine drones
# fighting
fighting + street battles continue in the residential quarter
fighting + six combat engagements are still in progress
fighting + the heaviest battles of the month are being waged for the station
fighting + positions change hands several times a day
# withdrawal
withdrawal + the order to pull back came too late
withdrawal + the brigade was rotated out to the second line
withdrawal - not one of our units has abandoned its post
withdrawal + the defenders slipped away under cover of fog
# casualties
casualties + the body of a pensioner was pulled from the ruins
casualties + doctors are fighting for the life of a teenager
casualties + a tractor driver was blown up by a mine
casualties + the death toll has grown to nine
casualties + shrapnel injured a postwoman
casualties - fortunately nobody was hurt
casualties + enemy manpower losses exceeded 300
casualties + five people were taken to hospital with burns
# evacuation
evacuation + buses took the last pensioners out of the town
evacuation + parents with children must leave the settlement
evacuation + a mandatory evacuation has been announced
evacuation + nobody is left in the village
evacuation + 60 people arrived at the transit centre
evacuation + only a handful agreed to go
# damage
damage + the blast wave knocked out windows in forty flats
damage + a gas pipe was pierced
damage + half of the district is without light
damage + the bridge has collapsed
damage + boilers are idle and pipes have frozen
damage + the school burned to the ground
damage + the roof of the clinic was torn off
damage + drinking water is delivered by lorry
# ceasefire
ceasefire + the guns have been quiet since Sunday
ceasefire - the enemy broke the truce within an hour
ceasefire + a local lull was agreed for the repair of the line
# territory claimed
territory_claimed + the peninsula belongs to Ukraine
territory_claimed - the region will never be part of Russia
territory_claimed + the four regions are in the constitution of the Russian Federation
# withdrawal demanded
withdrawal_demanded + Kyiv has to pull its troops out of the region
withdrawal_demanded + a Ukrainian pullout from the region is a condition of peace
withdrawal_demanded + all foreign forces must quit the plant
# forecast
forecast + the enemy is preparing a new offensive
forecast + a push on the town is to be expected in the spring
forecast + the garrison will not last until the winter
forecast + the Russian command intends to seize the crossroads by May
forecast + losing the hill would open the way to the town
forecast + the enemy is massing reserves for a strike
# other
other + the mayor has resigned
other + the brigade has received new drones
other + talks will resume next week
other + children are learning online
other + prices have doubled since the autumn
other + the market is open twice a week
# wordings of monitors and drafts
control + there are still men of ours in the boiler house
control + their soldiers spent the night in the village
defended + the raiders had been stopped at the canal
damage - the pumping station was not affected
territory_claimed + recognition of Lyman as Russian will be a condition
withdrawal_demanded + the draft requires that Ukraine withdraw its troops from the region
defended + electronic warfare units disabled four drones
`
