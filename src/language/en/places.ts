type Summer = "none" | "eu" | "us" | "au" | "nz" | "cl";
interface Row {
  readonly standard: number;
  readonly summer: Summer;
}

const table = new Map<string, Row>();
const put = (hours: number, summer: Summer, places: string): void => {
  for (const place of places.split("|")) table.set(place, { standard: Math.round(hours * 60), summer });
};

put(
  0,
  "eu",
  "london|dublin|lisbon|edinburgh|belfast|manchester|cardiff|glasgow|england|scotland|wales|britain|united kingdom|uk|ireland|portugal",
);
put(
  0,
  "none",
  "reykjavik|iceland|accra|ghana|dakar|senegal|abidjan|ivory coast|bamako|mali|ouagadougou|burkina faso|freetown|sierra leone|monrovia|liberia|banjul|gambia|conakry|guinea|lome|togo",
);
put(
  1,
  "eu",
  "paris|france|berlin|germany|bonn|frankfurt|munich|rome|italy|milan|vatican city|madrid|spain|barcelona|brussels|belgium|amsterdam|the hague|netherlands|luxembourg|geneva|zurich|bern|switzerland|vienna|austria|prague|czech republic|bratislava|slovakia|warsaw|poland|budapest|hungary|belgrade|serbia|zagreb|croatia|ljubljana|slovenia|sarajevo|bosnia|skopje|north macedonia|pristina|kosovo|tirana|albania|podgorica|montenegro|oslo|norway|stockholm|sweden|copenhagen|denmark|valletta|malta|monaco|strasbourg|marseille|hamburg",
);
put(
  1,
  "none",
  "algiers|algeria|tunis|tunisia|lagos|abuja|nigeria|kinshasa|luanda|angola|yaounde|cameroon|niamey|niger|ndjamena|chad|libreville|gabon|bangui|brazzaville|cotonou|benin",
);
put(
  2,
  "eu",
  "athens|greece|helsinki|finland|kyiv|kiev|ukraine|kharkiv|odesa|odessa|lviv|dnipro|mariupol|zaporizhzhia|kherson|sofia|bulgaria|bucharest|romania|tallinn|estonia|riga|latvia|vilnius|lithuania|chisinau|moldova|nicosia|cyprus",
);
put(
  2,
  "none",
  "johannesburg|pretoria|cape town|south africa|harare|zimbabwe|lusaka|zambia|maputo|mozambique|gaborone|botswana|lilongwe|malawi|kigali|rwanda|bujumbura|burundi|tripoli|libya|khartoum|sudan|windhoek|namibia|kaliningrad|juba|south sudan",
);
put(
  3,
  "none",
  "moscow|russia|st petersburg|minsk|belarus|istanbul|ankara|turkey|baghdad|iraq|riyadh|jeddah|saudi arabia|kuwait city|kuwait|doha|qatar|manama|bahrain|sanaa|aden|yemen|nairobi|kenya|addis ababa|ethiopia|mogadishu|somalia|kampala|uganda|dar es salaam|tanzania|djibouti|asmara|eritrea|antananarivo|damascus|syria|amman|jordan|aleppo|sochi|simferopol|sevastopol",
);
put(3.5, "none", "tehran|iran");
put(
  4,
  "none",
  "dubai|abu dhabi|united arab emirates|muscat|oman|baku|azerbaijan|tbilisi|georgia|yerevan|armenia|stepanakert|port louis",
);
put(4.5, "none", "kabul|afghanistan|kandahar");
put(
  5,
  "none",
  "islamabad|karachi|lahore|peshawar|pakistan|tashkent|uzbekistan|ashgabat|turkmenistan|dushanbe|tajikistan|yekaterinburg|astana|almaty|kazakhstan",
);
put(5.5, "none", "new delhi|delhi|mumbai|bombay|kolkata|calcutta|chennai|bangalore|srinagar|india|colombo|sri lanka");
put(5.75, "none", "kathmandu|katmandu|nepal");
put(6, "none", "dhaka|bangladesh|bishkek|kyrgyzstan|thimphu|bhutan|omsk");
put(6.5, "none", "yangon|rangoon|myanmar|burma|naypyidaw");
put(
  7,
  "none",
  "bangkok|thailand|hanoi|ho chi minh city|saigon|vietnam|phnom penh|cambodia|vientiane|laos|jakarta|novosibirsk",
);
put(
  8,
  "none",
  "beijing|shanghai|china|hong kong|taipei|taiwan|singapore|kuala lumpur|malaysia|manila|philippines|perth|ulan bator|ulaanbaatar|mongolia|macau|guangzhou|lhasa|urumqi",
);
put(9, "none", "tokyo|osaka|hiroshima|japan|seoul|south korea|pyongyang|north korea|dili");
put(9.5, "au", "adelaide");
put(9.5, "none", "darwin");
put(10, "au", "sydney|melbourne|canberra|hobart");
put(10, "none", "brisbane|port moresby|papua new guinea|vladivostok|guam");
put(11, "none", "honiara|solomon islands|noumea|port vila");
put(12, "nz", "wellington|auckland|christchurch|new zealand");
put(12, "none", "suva|fiji");
put(13, "none", "apia|samoa|nukualofa|tonga");
put(-10, "none", "honolulu|hawaii");
put(-9, "us", "anchorage|juneau|alaska");
put(
  -8,
  "us",
  "los angeles|san francisco|sacramento|san diego|seattle|portland|las vegas|california|oregon|washington state|vancouver|tijuana",
);
put(-7, "us", "denver|salt lake city|albuquerque|boise|colorado|utah|new mexico|montana|wyoming|calgary|edmonton");
put(-7, "none", "phoenix|tucson|arizona");
put(
  -6,
  "us",
  "chicago|dallas|houston|austin|san antonio|new orleans|st louis|minneapolis|milwaukee|kansas city|memphis|nashville|oklahoma city|little rock|texas|illinois|iowa|des moines|wisconsin|minnesota|louisiana|alabama|mississippi|winnipeg",
);
put(
  -6,
  "none",
  "mexico city|mexico|guatemala city|guatemala|san salvador|el salvador|tegucigalpa|honduras|managua|nicaragua|san jose|costa rica|belize city",
);
put(
  -5,
  "us",
  "new york|washington|washington dc|boston|philadelphia|miami|atlanta|detroit|cleveland|pittsburgh|baltimore|charlotte|orlando|tampa|buffalo|richmond|columbus|cincinnati|indianapolis|united nations|new jersey|virginia|florida|ohio|michigan|pennsylvania|massachusetts|connecticut|maryland|toronto|ottawa|montreal|quebec city|nassau|port-au-prince|haiti|havana|cuba|guantanamo bay",
);
put(-5, "none", "bogota|colombia|lima|peru|quito|guayaquil|ecuador|panama city|panama|kingston|jamaica");
put(-4, "us", "halifax|hamilton|bermuda");
put(
  -4,
  "none",
  "caracas|venezuela|la paz|bolivia|santo domingo|dominican republic|san juan|puerto rico|georgetown|guyana|manaus",
);
put(-4, "cl", "santiago|chile");
put(-3.5, "us", "st john's|newfoundland");
put(
  -3,
  "none",
  "buenos aires|argentina|brasilia|rio de janeiro|sao paulo|brazil|montevideo|uruguay|asuncion|paraguay|paramaribo",
);

/**
 * Cities and countries of one zone with their offset and summer-time rule, for datelines. Lands of several zones stand
 * with their capital's only where the dateline names the city. Sources: the IANA time zone database's current rules.
 * Places whose rules change by law from year to year (Egypt, Morocco, Lebanon, Israel, Gaza) are left out on purpose.
 */
export const ZONES: ReadonlyMap<string, Row> = table;
