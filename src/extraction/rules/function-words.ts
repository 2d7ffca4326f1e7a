const table = `
de der die und das ist nicht ich zu sie es ein eine mit auf für auch den dem des dass sich von wir aber wie wenn oder noch man hat sind war nur bei als kann haben werden mehr einen
fr le la les de des et est un une que qui dans pour pas ne sur il elle je vous nous ce cette avec mais ou par au plus sont être on c'est d'un n'est qu'il aux leur comme tout
es el la los las de que y en un una es no se por con para su lo como más pero al del le ya o este sí porque esta son entre cuando muy sin sobre también me hay
it il la lo gli le di che e un una è non per con si del della da in sono come ma anche più nel questo ho ci mi alla dei delle se perché solo cosa essere
pt o a os as de que e um uma é não para com se por do da no na em mais mas como ao dos das ele foi são isso muito já também só pelo seu sua quando você
nl de het een en van is dat niet ik in te op zijn voor met die je aan er maar ook als om dan nog wel door naar hebben bij wat kan wordt deze heeft meer ze geen
sv och att det som en på är av för med den till inte jag om ett men har de så var kan han vi från eller när man sig hade vara ska bara även nu där
da og at det er en til på af for med den ikke jeg de som et har om så men kan der vi han var fra eller hvis når man skal vil også være dette bliver
no og det er på som en til av for med at den ikke jeg har de et om så men kan vi han var fra eller hvis når man skal vil også være dette blir å
fi ja on ei se että oli mutta kun niin hän en myös ovat kuin tai jos sen nyt vain mitä olla tämä minä ole joka voi mukaan siitä kanssa ne
pl nie się jest na to że do w z i jak co ale po tak od za dla czy tylko tym już może przez być ma są było ich który jeszcze bardzo
cs je se na to že a v s z do ale jako by jsem tak po pro jen co nebo když si už jsou bylo ještě má být podle které není
sk je sa na to že a v s z do ale ako by som tak po pre len čo alebo keď si už sú bolo ešte má byť podľa ktoré nie
ro și de la în nu este că un o cu pe din care mai pentru sunt se a fi dar sau ce cum au fost prin doar acest dacă când
hu a az és hogy nem is egy van de ez meg csak ha már volt mint vagy el még ki azt kell lehet nagyon akkor amit aki
tr ve bir bu da de için çok ne ama ile var daha gibi değil kadar mi o en olarak olan ben sonra her şey ki ya diye
id yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada bisa saya kita mereka atau sudah oleh lebih seperti orang
vi là của và có không một những được cho người trong với này các đã tôi để khi cũng từ như nhưng thì về nó ra đó
ca el la els les de que i en un una és no per amb es al del com més però ha són aquest aquesta també hi si ja
hr je i u na se da su za od s ne to kao što ali koji bi sam samo ili već može nije bilo jer kako više ako
et ja on ei et see oli kui aga ka ning mis nii siis oma ta ma või selle kas veel olla mitte väga seda
lt ir yra kad tai su iš bet kaip ne į apie tik jau dar būti buvo ar nuo už jis kuris gali labai
`;

/**
 * The commonest words of languages in Latin script, by ISO 639-1 code. Grammar words, so that the topic of a text
 * does not matter. English is told by `stopWords`.
 */
export const functionWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  table
    .trim()
    .split("\n")
    .map((line) => {
      const [language = "", ...words] = line.split(" ");
      return [language, new Set(words)];
    }),
);
