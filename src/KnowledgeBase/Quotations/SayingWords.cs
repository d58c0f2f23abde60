using System.Collections.Frozen;

namespace KnowledgeBase.Quotations;

/// <summary>The words by which a language says that somebody speaks; all without case and accents.</summary>
/// <param name="Verbs">Forms of verbs of saying.</param>
/// <param name="Auxiliaries">Words that may stand between a name and its verb: <c>a</c> in <c>Schober a déclaré</c>.</param>
/// <param name="According">Words that stand for a verb before a name: <c>so Schober</c>, <c>selon Schober</c>.</param>
/// <param name="Titles">Words before a name that are not part of it.</param>
/// <param name="NotNames">Words with a capital letter, at a sentence's beginning for one, that begin no name.</param>
/// <param name="NounsHaveCapitals">Whether a capital letter says nothing about a name.</param>
internal sealed record SayingWords(
    FrozenSet<string> Verbs,
    FrozenSet<string> Auxiliaries,
    FrozenSet<string> According,
    FrozenSet<string> Titles,
    FrozenSet<string> NotNames,
    bool NounsHaveCapitals)
{
    private static readonly SayingWords English = new(
        Words(
            "said says say told tells declared declares stated states wrote writes added adds announced announces argued argues asked asks",
            "answered answers replied replies remarked remarks recalled recalls remembered explained explains warned warns insisted insists",
            "noted notes observed observes concluded concludes exclaimed commented comments emphasised emphasized stressed quipped joked"),
        Words("has had then later also once"),
        Words("according"),
        Words(
            "president secretary general chief minister chancellor commissioner director inspector superintendent mr mrs ms miss dr prof",
            "professor sir lord lady prince princess king captain colonel police interior federal vice senator judge lawyer historian author"),
        Words(
            "the a an in on at he she it they we i you but and or when as for from his her its their this that these those there then",
            "after before while if so to of by with what who which nobody everyone one"),
        false);

    private static readonly SayingWords German = new(
        Words(
            "sagte sagt erklarte erklart schrieb schreibt meinte meint betonte betont fragte fragt antwortete antwortet rief erinnerte",
            "ausserte aussert kundigte warnte warnt forderte versicherte versichert urteilte urteilt bemerkte bemerkt erzahlte erzahlt",
            "berichtete berichtet resumierte resumiert hielt"),
        Words("hat hatte dann spater auch einst"),
        Words("so laut"),
        Words(
            "prasident prasidentin polizeiprasident polizeiprasidentin generalsekretar generalsekretarin minister ministerin innenminister",
            "bundesminister kanzler bundeskanzler bundeskanzlerin direktor direktorin kommissar kriminalrat hofrat herr frau dr prof professor",
            "oberst hauptmann furst konig general der die das ehemalige damalige neue osterreichs"),
        Words("der die das ein eine er sie es im in am und aber als wenn dort hier dann doch auch so wer was wie man"),
        true);

    private static readonly SayingWords French = new(
        Words(
            "dit declare declara affirme affirma ecrit ecrivit ajoute ajouta explique expliqua repond repondit rappelle rappela",
            "souligne souligna conclut annonce annonca demande demanda precise precisa raconte raconta confie confia lance lanca assure",
            "assura avertit remarque remarqua note estime observe"),
        Words("a avait ont avaient"),
        Words("selon"),
        Words(
            "president presidente secretaire general ministre directeur directrice commissaire m mme mlle dr prof professeur prince roi",
            "capitaine colonel le la prefet inspecteur juge"),
        Words("le la les un une il elle ils elles on en au aux dans et mais ce cette ces son sa ses pour par sur de du des quand qui que"),
        false);

    private static readonly FrozenDictionary<string, SayingWords> ByLanguage = new Dictionary<string, SayingWords>(StringComparer.Ordinal)
    {
        ["en"] = English,
        ["de"] = German,
        ["fr"] = French,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words of a language; null when there are no rules for it.</summary>
    public static SayingWords? Of(string language) => ByLanguage.GetValueOrDefault(language.Split('-')[0].ToLowerInvariant());

    private static FrozenSet<string> Words(params string[] lists) =>
        lists.SelectMany(static list => list.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
