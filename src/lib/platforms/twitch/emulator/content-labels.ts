/** What viewers can be told before they watch; a streamer chooses none that is `ofCategory`. @see https://dev.twitch.tv/docs/api/reference/#get-content-classification-labels */
export const emulatedLabels = [
	{
		id: 'DebatedSocialIssuesAndPolitics',
		name: 'Politics and Sensitive Social Issues',
		description: 'Arguments about elections, rights, war and other matters that divide people.'
	},
	{
		id: 'DrugsIntoxication',
		name: 'Drugs, Intoxication, or Excessive Tobacco Use',
		description: 'Drinking a lot, smoking or vaping much, legal drugs, or talk that makes them look good.'
	},
	{ id: 'Gambling', name: 'Gambling', description: 'Games for real money, in person or online.' },
	{ id: 'MatureGame', name: 'Mature-rated Game', description: 'A game made for adults.', ofCategory: true },
	{
		id: 'ProfanityVulgarity',
		name: 'Significant Profanity or Vulgarity',
		description: 'Rough language for most of the stream.'
	},
	{ id: 'SexualThemes', name: 'Sexual Themes', description: 'What is about bodies and desire.' },
	{ id: 'ViolentGraphic', name: 'Violent and Graphic Depictions', description: 'Realistic violence, wounds or death.' }
] as const;
