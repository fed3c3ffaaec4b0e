/** What a language looks like in writing: its commonest little words, and letters that few others use. */
export interface LanguageProfile {
  readonly code: string;
  readonly name: string;
  readonly script: "latin" | "cyrillic" | "arabic";
  readonly words: string;
  readonly letters: string;
}

/** Languages told apart by their words. Written by hand, from grammar, for this project. */
export const PROFILES: readonly LanguageProfile[] = [
  {
    code: "en",
    name: "English",
    script: "latin",
    words:
      "the of and to in a is that for was on with he she they his her its it as said by from at be have has had were are an this not but who which will would after been their about more than into over against i you we my your says say new up out could may how why what when where us can no more all two first people year years state government police president minister war talks deal court news man woman killed dies found calls wins win asks just off down back get make take could should must does do did don't isn't won't under between before through",
    letters: "",
  },
  {
    code: "de",
    name: "German",
    script: "latin",
    words:
      "der die das und den von zu mit sich des auf für ist im dem nicht ein eine einer einen als auch es an werden aus er hat dass sie nach wird bei noch wie über so um sind war wurde oder vor zum zur haben sei kann ich wir aber nur unter durch gegen",
    letters: "äöüß",
  },
  {
    code: "fr",
    name: "French",
    script: "latin",
    words:
      "le la les de des du et un une en est dans que qui pour au aux par sur pas il elle ne se ce cette avec plus son sa ses sont ont été être mais ou nous vous leur lors après selon ainsi depuis comme était fait avait je sans même",
    letters: "éèêàçùûîôœë",
  },
  {
    code: "es",
    name: "Spanish",
    script: "latin",
    words:
      "el la los las de del que y en un una es se por con para su al lo como más pero sus le ha este esta fue o entre cuando muy sin sobre también hasta desde ya son no han tras según contra porque dijo está había ser",
    letters: "ñáéíóú¿¡",
  },
  {
    code: "it",
    name: "Italian",
    script: "latin",
    words:
      "il lo la gli le di del della dei delle che e un una in per con non è si da al alla ha dal dalla nel nella sono come più ma anche su sul sulla i ed era essere suo sua questo questa dopo stato hanno contro tra degli",
    letters: "àèéìòù",
  },
  {
    code: "pt",
    name: "Portuguese",
    script: "latin",
    words:
      "o os a as de do da dos das que e em um uma no na nos nas para com por não se ao à foi mais como mas é são seu sua pelo pela ou ser quando muito já também após entre está ele ela disse até sobre contra",
    letters: "ãõçáéíóúâêô",
  },
  {
    code: "nl",
    name: "Dutch",
    script: "latin",
    words:
      "de het een en van in is dat op te zijn met voor niet aan er om ook als dan bij door over maar naar uit tot hij ze zij wordt werd was heeft hebben had deze die dit nog wel kan geen na onder volgens tegen meer worden",
    letters: "ĳ",
  },
  {
    code: "pl",
    name: "Polish",
    script: "latin",
    words:
      "i w na z do nie się to że jest o jak po od za przez dla ale oraz co są ten tego tym która które który być było był była przy jego jej ich czy już może tylko także ze we pod przed powiedział po roku lub został",
    letters: "ąćęłńśźżó",
  },
  {
    code: "cs",
    name: "Czech",
    script: "latin",
    words:
      "a v se na je že z do o s to k i ve pro za by ale jako po tak jsou od který která které podle však jeho jejich při jen už bylo byl byla být než nebo u mezi také má před ze svou není aby řekl kteří",
    letters: "ěščřžýůďťň",
  },
  {
    code: "sk",
    name: "Slovak",
    script: "latin",
    words:
      "a v sa na je že z do o s to k aj vo pre za by ale ako po tak sú od ktorý ktorá ktoré podľa však jeho ich pri len už bolo bol bola byť než alebo u medzi má pred zo nie aby povedal ktorí",
    letters: "ľĺŕôäčšžťňď",
  },
  {
    code: "ro",
    name: "Romanian",
    script: "latin",
    words:
      "și şi în de la a al ale cu nu pe un o este sunt că din pentru mai care se fi fost ca au prin după sau dar lui ei lor această acest între până către fără despre va am ce iar unei unui îi",
    letters: "ăâîșțşţ",
  },
  {
    code: "hu",
    name: "Hungarian",
    script: "latin",
    words:
      "a az és hogy nem is egy volt van ez de csak meg ha már mint azt el vagy még lesz ki fel után szerint ezt aki amely majd pedig nagy minden lehet között miatt több így be ami sem kell alatt által",
    letters: "őűáéíóöúü",
  },
  {
    code: "sv",
    name: "Swedish",
    script: "latin",
    words:
      "och i att det som en på är av för med till den har de inte om ett men var jag sig från vi så kan när han hon efter under vid mot eller också alla mycket skulle enligt ska över säger hade där",
    letters: "åäö",
  },
  {
    code: "da",
    name: "Danish",
    script: "latin",
    words:
      "og i at det er en til på som med for den af de ikke har der et han var men sig fra vi kan om så skal efter også ved mod eller blev hun havde vil siger over når meget ud være bliver",
    letters: "æøå",
  },
  {
    code: "no",
    name: "Norwegian",
    script: "latin",
    words:
      "og i at det er en til på som med for den av de ikke har et han var men seg fra vi kan om så skal etter også ved mot eller ble hun hadde vil sier over når mye ut være blir jeg noe etter",
    letters: "æøå",
  },
  {
    code: "fi",
    name: "Finnish",
    script: "latin",
    words:
      "ja on ei että oli se hän mutta kun joka ovat ole mukaan myös kuin jo tai sen niin sekä vain ollut jälkeen nyt kanssa sitä tämä ne olisi mitä vielä josta ennen hänen voi jos siitä koko ollaan",
    letters: "äö",
  },
  {
    code: "tr",
    name: "Turkish",
    script: "latin",
    words:
      "ve bir bu için da de ile çok olarak daha olan gibi sonra kadar en ne o ise var ancak değil göre her ya mi dedi oldu olduğu olduğunu edildi tarafından ama iki yeni tüm karşı bin böyle diye",
    letters: "ğışçöüİ",
  },
  {
    code: "hr",
    name: "Croatian",
    script: "latin",
    words:
      "i je u na se da su za od s o koji koja koje kao ali ne bi će što iz to nije kako sve po do te ili biti bio bila bilo nakon prema tako samo još već između rekao kada zbog",
    letters: "čćđšž",
  },
  {
    code: "sl",
    name: "Slovene",
    script: "latin",
    words:
      "in je v na se da so za z ki pa bi s o ne tudi kot po iz ali še lahko od do pri kar ko ni bil bila bilo več med pred po njegov zaradi vendar dejal",
    letters: "čšž",
  },
  {
    code: "lt",
    name: "Lithuanian",
    script: "latin",
    words: "ir į kad yra iš su ne tai bet buvo kaip po už jau apie dėl per jo prie nuo tik būti šis bus taip pat savo",
    letters: "ąčęėįšųūž",
  },
  {
    code: "lv",
    name: "Latvian",
    script: "latin",
    words: "un ir ka no uz ar par kas tas bija pēc nav arī bet lai kā pie vai tika tiek līdz savu jau gan tika esot šo",
    letters: "āčēģīķļņšūž",
  },
  {
    code: "et",
    name: "Estonian",
    script: "latin",
    words:
      "ja on ei et see oli ka kui mis aga oma ta kes või pärast juba ning seda nii ole selle välja võib meie sõnul",
    letters: "õäöü",
  },
  {
    code: "sq",
    name: "Albanian",
    script: "latin",
    words: "të e në dhe për një me që nga është ka u i së si nuk më janë do kanë tha po ishte pas por edhe ky kjo mund",
    letters: "ëç",
  },
  {
    code: "ca",
    name: "Catalan",
    script: "latin",
    words:
      "el la els les de del que i en un una és per amb al com més però ha no seu seva s'ha també dels aquest aquesta ser han ja són entre",
    letters: "àèéíòóúç·",
  },
  {
    code: "id",
    name: "Indonesian",
    script: "latin",
    words:
      "yang dan di ini itu dengan untuk dari dalam pada tidak akan ke oleh telah juga sebagai kata ada bahwa adalah mereka karena tersebut lebih saat setelah para bisa",
    letters: "",
  },
  {
    code: "vi",
    name: "Vietnamese",
    script: "latin",
    words:
      "và của là các một trong có được cho không người với này đã những để khi đến từ ở về nhiều theo sau ông bà cũng trên tại",
    letters: "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
  },
  {
    code: "ru",
    name: "Russian",
    script: "cyrillic",
    words:
      "и в не на что с по он это как а из к за от о для было был его но так все же у которые который до также они она сообщил сказал после при будет том быть только время году или еще во со",
    letters: "ыэъё",
  },
  {
    code: "uk",
    name: "Ukrainian",
    script: "cyrillic",
    words:
      "і в у не на що з та до це як за від про для було був його але так та які який також вони вона після при буде бути лише року або ще із й є зі повідомив сказав під час щоб проти",
    letters: "іїєґ",
  },
  {
    code: "be",
    name: "Belarusian",
    script: "cyrillic",
    words:
      "і ў у не на што з да гэта як за ад пра для было быў яго але так якія які таксама яны яна пасля пры будзе быць толькі года або яшчэ паведаміў сказаў",
    letters: "ўі",
  },
  {
    code: "bg",
    name: "Bulgarian",
    script: "cyrillic",
    words:
      "и на за да се от в с че е са по не като това до които който която към при след ще беше или но със между му има още само този каза бъде",
    letters: "ъщ",
  },
  {
    code: "sr",
    name: "Serbian",
    script: "cyrillic",
    words:
      "и у је на се да су за од са који која које као али не би ће што из то није како све по до или бити био била након према рекао",
    letters: "ђћљњџј",
  },
  {
    code: "mk",
    name: "Macedonian",
    script: "cyrillic",
    words:
      "и на во да се од за е што со не ќе го ја ги тоа како по кој која кои но беше биде или при има рече меѓу дека",
    letters: "ѓќѕљњџј",
  },
  {
    code: "ar",
    name: "Arabic",
    script: "arabic",
    words:
      "في من على إلى أن عن التي الذي هذا هذه مع كان ما لا قال بعد بين كما قد لم أو وقال ذلك خلال إن كانت حول هو هي وأضاف قبل",
    letters: "ةىأإؤئ",
  },
  {
    code: "fa",
    name: "Persian",
    script: "arabic",
    words:
      "و در به از که این را با است برای آن یک خود شده شد بر تا هم او اما ها می کرد گفت بود پس هر دو نیز یا های کرده",
    letters: "پچژگکی",
  },
  {
    code: "ur",
    name: "Urdu",
    script: "arabic",
    words: "کے کی میں ہے اور سے کا کو نے پر ہیں کہ یہ اس بھی کہا تھا نہیں ایک وہ جو تو ان ہو گیا کر لیے بعد",
    letters: "ٹڈڑںھہےۓ",
  },
];

/** Languages told by their script alone: a test of one character, and the language. */
export const SCRIPTS: readonly (readonly [pattern: RegExp, code: string, name: string])[] = [
  [/\p{Script=Hebrew}/u, "he", "Hebrew"],
  [/\p{Script=Greek}/u, "el", "Greek"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja", "Japanese"],
  [/\p{Script=Hangul}/u, "ko", "Korean"],
  [/\p{Script=Han}/u, "zh", "Chinese"],
  [/\p{Script=Devanagari}/u, "hi", "Hindi"],
  [/\p{Script=Bengali}/u, "bn", "Bengali"],
  [/\p{Script=Thai}/u, "th", "Thai"],
  [/\p{Script=Georgian}/u, "ka", "Georgian"],
  [/\p{Script=Armenian}/u, "hy", "Armenian"],
  [/\p{Script=Ethiopic}/u, "am", "Amharic"],
  [/\p{Script=Tamil}/u, "ta", "Tamil"],
];
