import fc from "fast-check";
import { expect, test } from "vitest";
import { identify } from "../../src/text/language.ts";

test.each([
  ["en", "The council said on Monday that the bridge would be closed after the flood."],
  ["de", "Der Rat sagte am Montag, dass die Brücke nach der Flut geschlossen werde und nicht vor Mai öffne."],
  ["fr", "Le conseil a déclaré lundi que le pont serait fermé après la crue et ne rouvrirait pas avant mai."],
  ["es", "El consejo dijo el lunes que el puente se cerrará tras la crecida y que no abrirá hasta mayo."],
  ["it", "Il consiglio ha detto lunedì che il ponte sarà chiuso dopo la piena e che non riaprirà prima di maggio."],
  ["pt", "O conselho disse na segunda-feira que a ponte será fechada após a cheia e que não abrirá até maio."],
  ["nl", "De raad zei maandag dat de brug na de vloed gesloten wordt en niet voor mei weer open is."],
  ["pl", "Rada powiedziała w poniedziałek, że most będzie zamknięty po powodzi i nie zostanie otwarty przed majem."],
  ["cs", "Rada v pondělí řekla, že most bude po povodni uzavřen a že se neotevře před květnem."],
  ["sk", "Rada v pondelok povedala, že most bude po povodni uzavretý a že sa neotvorí pred májom."],
  ["ro", "Consiliul a spus luni că podul va fi închis după inundație și că nu se va deschide până în mai."],
  ["hu", "A tanács hétfőn azt mondta, hogy a hidat az árvíz után lezárják, és nem nyitják meg május előtt."],
  ["sv", "Rådet sade på måndagen att bron stängs efter översvämningen och att den inte öppnar före maj."],
  ["da", "Rådet sagde mandag, at broen bliver lukket efter oversvømmelsen, og at den ikke åbner før maj."],
  ["fi", "Neuvosto sanoi maanantaina, että silta suljetaan tulvan jälkeen eikä se ole auki ennen toukokuuta."],
  ["tr", "Konsey pazartesi günü köprünün selden sonra kapatılacağını ve mayısa kadar açılmayacağını söyledi."],
  ["hr", "Vijeće je u ponedjeljak reklo da će most nakon poplave biti zatvoren i da se neće otvoriti prije svibnja."],
  ["ru", "Совет сообщил в понедельник, что мост будет закрыт после наводнения и не откроется до мая."],
  ["uk", "Рада повідомила в понеділок, що міст буде закрито після повені і він не відкриється до травня."],
  ["be", "Савет паведаміў у панядзелак, што мост будзе закрыты пасля паводкі і не адкрыецца да мая."],
  ["bg", "Съветът съобщи в понеделник, че мостът ще бъде затворен след наводнението и няма да отвори до май."],
  ["sr", "Савет је у понедељак рекао да ће мост након поплаве бити затворен и да се неће отворити пре маја."],
  ["ar", "قال المجلس يوم الاثنين إن الجسر سيغلق بعد الفيضان ولن يفتح قبل مايو في المدينة."],
  ["fa", "شورا روز دوشنبه گفت که این پل پس از سیل بسته می‌شود و تا ماه مه باز نخواهد شد."],
  ["ur", "کونسل نے پیر کو کہا کہ یہ پل سیلاب کے بعد بند رہے گا اور مئی سے پہلے نہیں کھلے گا۔"],
  ["he", "המועצה אמרה ביום שני כי הגשר ייסגר לאחר השיטפון."],
  ["el", "Το συμβούλιο είπε τη Δευτέρα ότι η γέφυρα θα κλείσει μετά την πλημμύρα."],
  ["zh", "市议会周一表示,洪水过后大桥将关闭。"],
  ["ja", "市議会は月曜日、洪水の後に橋が閉鎖されると述べた。"],
  ["ko", "시의회는 월요일 홍수 후에 다리가 폐쇄될 것이라고 말했다."],
])("%s", (code, text) => {
  expect(identify(text)).toMatchObject({ code });
});

test("English news with foreign quotations stays English", () => {
  const text =
    "The council of Tarn said on Monday that it would not reopen the bridge. «Мост закрыт», its head wrote, and a banner on the wall read “La ciudad es de los que la cuidan”. The harbour office did not answer.";
  const found = identify(text);
  expect(found.code).toBe("en");
  expect(found.confidence).toBeGreaterThan(0.5);
});

test("a short headline gets a guess, a text without letters none", () => {
  expect(identify("Bridge closed after flood").code).toBe("en");
  expect(identify("Tarn Vell Orlan").confidence).toBeLessThan(0.5);
  for (const text of ["", " \n", "12.5 % — 2014", "🙂🙂"]) expect(identify(text).code).toBe("und");
});

test("any text gets an answer between 0 and 1", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const { confidence } = identify(text);
      expect(confidence >= 0 && confidence <= 1).toBe(true);
    }),
  );
});
