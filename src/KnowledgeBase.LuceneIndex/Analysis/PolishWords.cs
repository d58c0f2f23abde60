using System.Collections.Frozen;

namespace KnowledgeBase.LuceneIndex.Analysis;

/// <summary>Polish, for which the library has neither stemmer nor stop list: the endings of nouns and adjectives come off.</summary>
/// <remarks>
/// Inflection only: an ending that makes another word (<c>-anie</c>, <c>-acja</c>) stays, because it has forms of its own and all of
/// them must meet. A consonant that changes before some endings gets one shape (<c>prezydencie</c> with <c>prezydent</c>, <c>Polacy</c>
/// with <c>Polak</c>); a word that has the changed shape in every form keeps company with itself, so nothing is lost by it.
/// </remarks>
internal static class PolishWords
{
    private const int ShortestStem = 3;

    /// <summary>Beside each ending with accents stands the one a reader types without.</summary>
    private static readonly string[] Endings = OrderedByLength(
        "owych owego owemu owymi owej owym owie owi ową owa owe owy ość ości ością ościom ościami ościach osc osci oscia osciom osciami osciach "
        + "iach iami iom iów iow iego iemu iej iem imi ich im ia ią ie ię iu i "
        + "ach ami ego emu ych ymi ów ow om em ej ym ą ę a e o u y");

    public static FrozenSet<string> StopWords { get; } = (
        "a aby ach aj albo ale ani az azeby bardzo bez bo bowiem by byc byl byla byli bylo byly bym byt caly chce choc co cos czego czemu czy "
        + "czyli dla dlaczego do dosc gdy gdyby gdyz gdzie go i ich iz ile im inna inne inny innych iz ja ja jak jaka jakie jaki jako je jeden "
        + "jedna jednak jedno jego jej jemu jesli jest jestem jeszcze jezeli juz kazdy kiedy kogo komu kto ktora ktore ktorego ktorej ktory ktorych "
        + "ktorym ktorzy ku lecz lub ma maja mam mi miala mial miedzy mna mnie moga moj moja moje moze mozna mu my na nad nam nami nas nasz nasza "
        + "nasze nawet nia nich nie niech niego niej niemu nigdy nim nimi niz no o obok od ode on ona one oni ono oraz pan pani po pod podczas "
        + "poniewaz poza przed przede przez przy rowniez sa sam sama sie skad soba sobie sposob swoje swoj swoja ta tak taka taki takie takze tam "
        + "te tego tej temu ten tez to toba tobie totez tu tutaj twoj ty tych tylko tym u w wam wami was we wiec wlasnie wszystko wtedy wy z za "
        + "zaden zas ze zeby zostal zostala zostalo zostaly").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static string Stem(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return Hard(word[..^ending.Length], isSoft: ending[0] == 'i');
            }
        }

        return WithoutFleetingVowel(Hard(word, isSoft: false));
    }

    /// <summary>The consonant at the end as it is before most endings.</summary>
    /// <param name="stem">Without its ending.</param>
    /// <param name="isSoft">Whether an <c>i</c> stood behind it.</param>
    private static string Hard(string stem, bool isSoft) => stem switch
    {
        [.. var rest, 'c'] when isSoft => rest + "t",
        [.. var rest, 'd', 'z'] when isSoft => rest + "d",
        [.. var rest, 'd', 'z'] => rest + "g",
        [.. var rest, 'c'] => rest + "k",
        [.. var rest, 'ć'] => rest + "t",
        [.. var rest, 'd', 'ź'] => rest + "d",
        [.. var rest, 'r', 'z'] => rest + "r",
        _ => stem,
    };

    /// <summary><c>Wiedeń</c>, <c>Wiedniu</c>; <c>początek</c>, <c>początku</c>. After an <c>i</c> the vowel stays: <c>człowieka</c>.</summary>
    private static string WithoutFleetingVowel(string word) =>
        word.Length > ShortestStem && word[^2] == 'e' && word[^1] is ('k' or 'ń') && word[^3] != 'i' ? word[..^2] + word[^1] : word;

    private static string[] OrderedByLength(string endings) =>
        [.. endings.Split(' ').OrderByDescending(static ending => ending.Length).ThenBy(static ending => ending, StringComparer.Ordinal)];
}
