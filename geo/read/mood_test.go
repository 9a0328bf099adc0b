package read

import "testing"

// What a negation reaches. Invented.
func TestScopeOfNegation(t *testing.T) {
	checkSpoken(t, []string{
		"The sergeant said that no more than a quarter of Toretsk was in Russian hands.\n> no more than a quarter | UA control affirmed | Toretsk",
		"Nobody doubts that Selydove has fallen, the General Staff in Kyiv said.\n> Selydove has fallen | UA captured affirmed | Selydove",
		"The men in the cellar do not know that Krynky is surrounded, said Colonel Petro Hlek of Ukraine's 38th Brigade.\n> Krynky is surrounded | UA encircled affirmed | Krynky",
		"Ukrainian officers said that drones had struck a bus in Bilozerka whose driver had refused to stop.\n> drones had struck | UA attack affirmed | Bilozerka",
		"The governor of Sumy region said that the evacuation from Bilopillia remained halted.\n> the evacuation from Bilopillia | UA evacuation negated | Bilopillia",
		"The General Staff in Kyiv said that without the bridge its soldiers had left Krynky on foot.\n> its soldiers had left Krynky | UA withdrawal affirmed | Krynky",
		"The governor of Sumy region said that drones had hit Bilopillia without hurting anyone.\n> drones had hit Bilopillia | UA attack affirmed | Bilopillia",
		"\"Many refuse to be evacuated from Kupiansk,\" said Petro Hlek, the town's mayor.\n> Many refuse | UA evacuation negated | Kupiansk",
		"A generator had failed at the hospital in Sumy, the governor of Sumy region said.\n> A generator had failed | UA damage affirmed | Sumy",
		"The General Staff in Kyiv said that its air defences had failed to stop a missile over Poltava.\n> its air defences had failed | UA defended negated | Poltava",
		"The General Staff in Kyiv said that the enemy had withdrawn from Stepne after failing to cross the river.\n> the enemy had withdrawn | UA withdrawal affirmed | Stepne",
		"Colonel Petro Hlek of Ukraine's 38th Brigade said that Siversk had yet to fall.\n> Siversk had yet | UA captured negated | Siversk",
		"The governor of Sumy region said that the Russians had stopped shelling Krasnopillia.\n> the Russians had stopped | UA attack negated | Krasnopillia",
		"The governor of Sumy region said that the Russians had not stopped shelling Krasnopillia.\n> the Russians had not stopped | UA attack affirmed | Krasnopillia",
	})
}
