// Written by `npm run train` from the topics of training/. Do not edit.

const table = `
3 abolished absolutely accident account accuracy act address adult ahead alive amount angle
3 anti anymore apart arithmetic assumed audit august automatic baby bag bake balance
3 beer belong bike binary blame boiler border born borrow bot bother boy
3 brake buck builder bulk bullet bullying cable calm careful carry cash century
3 certain certainly chat china cleaner clearly click client coin collapsed collect collector
3 column comfortable committee common commute completely condition conference confidence confident construction consultant
3 consultation contact context corrected counting cousin cup current curve customer cutting cycle
3 damn daughter dealer decade december deer definition delay deploy desk developer dialogue
3 difficult director display distance division downtown dozen draft drew dumb dutch dying
3 ear earn easter edition emergency employer entire equivalent europe event exact exemption
3 export extension eye fall fan farmer fat feature february felt filled finally
3 finance firmware fish flag flip foot forest forward fourth frame frankly french
3 fund garage garden git giving grandfather granted grid growing grown hall halved
3 harder hat head headline hearing heavy helpful hired holiday host hurt ignoring
3 imo index infection insurance jar judge junior jury keyboard killing lake language
3 laptop large largest league legal lifetime likely linux listen listing load loan
3 logged lucky lunch magic majority mandatory manual map meaningless meanwhile measure memory
3 menu merge merged message method mid midnight migration milk minus misleading modern
3 module monitoring moral mortgage moving museum natural negative neighbouring nicer nil noise
3 nonsense norway november older online ordinary ought panel parking parliament parser path
3 pencil pension permit phase pizza placebo planet plastic plenty plug police pool
3 pot practical prefer printed probe profile proper properly protection protest protocol provide
3 proxy pulled pulling pump punishment pupil purpose quality quiet quote quoted range
3 rarely recall register release remove rental repair replace replaced request retired reviewer
3 rich ring row sake salt san scan scared scratch screw selling sensor
3 series shoe shortage shouting skipped slower slowly smell smoke solution solve son
3 soon space speak spoke spray star sticky stock stolen stranger stretch string
3 stuck suggested sum super supply surprised switch taking target tech teenager tenant
3 tho ticket timing title toilet touched trail trained treated treatment trip truck
3 typical understood upgrade uphill utc visit visitor volunteer voter wage wash watched
3 weigh welcome whatsoever width wolf wonder wonderful wow zone
4 academic afford afterward agency alcohol alternative among announced apply arguing arrived article
4 assume attached attack autumn badly bakery ban basically bed began benefit beside
4 bet bite bottleneck bridge broke bug bus cap carbon card cent chair
4 changing chart clean closer color compared computer conclude consent contract crash crime
4 cross damage dangerous date dear depend depending describe died direction discount discussion
4 dose drug dry editor eighteen eighty electric engine equal estimate everywhere except
4 experience experiment face favor fed fight file filter finish firm floor fold
4 food fun gap gas gate generation girl glad government guard haha hang
4 harm heard heart held higher hiring history illegal improve include including increase
4 insane inside july landlord lasted learning lease leaving leg lesson limit lock
4 locked logic lowest luck mail manager math median member mentioned miss missing
4 network north opened opening opposite orange overnight pack pain passed pdf perfectly
4 pessimistic player politics position press prison private product promised putting quietly race
4 random rating reader recommend reference region regulator relevant research restaurant revenue ride
4 roof salary sample scheme section senior sensible sent separate serious sharp shift
4 shorter sister slightly sloppy smaller soft solar spare spending spread square standing
4 strip strong sub suggest supermarket supposed swapped tape tested tiny today topic
4 track tree turned update useful user using vienna volume voted wanted waste
4 watch wear website weight wet white wide window yesterday
5 able advice allowed application april avoid bar base begin beginner bill blind
5 boring boss broken button cause center charge christmas climate club coffee cold
5 coming community complain council couple cover debate decide decided default delete deserve
5 design disagree dollar driver economy election email ended engineer entry example expensive
5 fact fake fence fewer film finding finished forgot forum gain game garbage
5 grow health healthy hide husband income industry interest kept key kind label
5 lawyer lead leak letter library license lived living loss low main meant
5 meeting met metre mile minimum monday mother net ninety nowhere objection october
5 odd option outside party patient paying period posted pressure property propose quick
5 quit raised raw reach regional reported return rise safety saved scale season
5 security september server several sharing ship shoot simple simply software sort summer
5 taste term thin together tonight tool trade treat trouble tuesday twelve ugly
5 union unpaid valley video watching weak weird wife wish withdraw working written
6 across actual along bigger block bought brain burn camera capital cat clear
6 compare comparing corner county dad deal death decision district doctor doubled early
6 easier edge euro evidence expected fail farm fast fifth fifty fill fit
6 fourteen friend grant happy hardly hire hope hospital join kitchen late level
6 link literally lovely making measured meet missed needed northern often park pass
6 patch plan play poor pretty program project prove record red reply respect
6 running sale sat saturday sentence setting settle short shot showed skip sold
6 split spreadsheet staff standard student teach teacher terrible text till tip trust
6 unit won worker worry wrote yep young
7 agreed animal bank battery bottom break budget catch comparison complaint differently drive
7 edit empty error expect faster feel figure follow ground hold hole housing
7 human impossible january june knew known lab local log loud love middle
7 mind national neighbor note notice opinion owner past picked picture plant policy
7 quarter queue ran remember remote save saw score seat self sense share
7 speed step straight stuff taken talking themselve theory thinking thirty total touch
7 train understand usually waiting war
8 accept alone anyway app author billion board building business called cheaper check
8 choice claim class clock counted court dead decent degree dog door double
8 doubt easy field fire honest idea learned model nurse otherwise plus probably
8 pull risk roughly safe site size sleep somewhere source spent storage store
8 survey throw trial value view win
9 admit box brother built car correct dropped effect evening exist fell friday
9 front high honestly land learn lower mistake offer phone photo power public
9 push raise reading review screen send signed stand state stopped story sunday
9 table team tried vote weekend world
10 age asking average changed code control explain form hear hit house later
10 law market means million near order parent service shop spring thread top
10 training word worst zero
11 add another anybody bring comment copy data die eat light list longer
11 lose man moment normal pick rent rest result set spend started street
11 tax test
12 actually ago asked behind build came child city company family fix great
12 group kill little morning move nice office paid report saying school sell
12 sign sit slow sound study thought twenty useless
13 book care country course drop fixed guy hard hundred lost night road
13 seven support turn wait water worth
14 different far help looked looking march name paper system town twice version
14 walk winter write
15 cheap close closed eight eleven flat guess life lol machine mostly nearly
15 page person rate small try
16 around big cut full hand happen happened job real room sorry stay
16 talk thousand told
17 answer bad believe forty gone line live seen worked worse
18 difference least nine place problem round rule single
19 ask buy free moved percent price question start
20 away count enough everybody find found gave left lot matter open
21 already argument bit change goe leave less part show side took
22 call post true
23 end fair mean
24 case hour mine reason third
25 agree home read run stop
26 best exactly minute old use used
27 said wrong
28 fine number
29 five kid long next tell thank
30 money six
31 pay point went whole
32 let ten
33 keep way
34 come give look new
35 month
36 back
37 second
38 cost day four
39 first put
40 better
43 week
44 good want
45 time
46 half last never take work
50 right think
51 know three
56 need
64 people
69 year
71 two
`;

/** In how many of our topics a word occurs, in its normal form; rarer words are not here. */
export const everydayWords: ReadonlyMap<string, number> = new Map(
  table
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [count, ...words] = line.split(" ");
      return words.map((word) => [word, Number(count)] as const);
    }),
);
