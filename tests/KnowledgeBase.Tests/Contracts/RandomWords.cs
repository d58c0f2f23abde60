namespace KnowledgeBase.Tests.Contracts;

/// <summary>The words of random archives and queries: few, so that everything meets everything, and from every corner of the script.</summary>
internal static class RandomWords
{
    /// <summary>Some words of each language with a chain of its own, and of two without, in several of their forms.</summary>
    public static IReadOnlyList<(string Language, string[] Words)> ByLanguage { get; } =
    [
        ("en", ["policing", "congress", "congresses", "criminal", "criminals", "meeting", "meetings", "he", "said"]),
        ("de", ["Kongress", "Kongresse", "Polizei", "polizeiliche", "Behörde", "Behörden", "Straße", "STRASSE", "der", "die", "und", "nicht"]),
        ("fr", ["congrès", "policier", "policiers", "état", "états", "l’univers", "œuvre", "Népote", "le", "de", "et"]),
        ("es", ["congreso", "congresos", "policía", "policías", "año", "el", "de"]),
        ("it", ["polizia", "congressi", "congresso", "città", "il", "della"]),
        ("pt", ["polícia", "congressos", "ação", "ações", "não"]),
        ("nl", ["politie", "congressen", "congres", "het", "een"]),
        ("sv", ["polisen", "polisens", "kongressen", "Söderman", "och"]),
        ("da", ["politiet", "kongresser", "København", "og"]),
        ("nb", ["møter", "møtet", "politiets", "ikke"]),
        ("fi", ["poliisi", "poliisit", "kokous", "kokouksen", "ja"]),
        ("hu", ["rendőrség", "rendőrségek", "kongresszus", "és"]),
        ("ru", ["полиция", "полиции", "Шобер", "Шобера", "конгресс", "конгресса", "ёлка", "не"]),
        ("ro", ["poliția", "poliţia", "congresul", "congresului", "și"]),
        ("ar", ["الشرطة", "شرطة", "مُؤتمر", "المؤتمر", "ألمانيا", "في"]),
        ("pl", ["policja", "policji", "kongresowy", "kongresowego", "Łódź", "nie"]),
        ("he", ["משטרה", "שָׁלוֹם", "ועידה", "צה\"ל"]),
        ("zh-Hant", ["犯罪", "警察", "会"]),
    ];

    /// <summary>Words that stand in texts of every language.</summary>
    public static string[] Common { get; } =
    [
        "police", "Police", "POLICE", "congress", "the", "of", "and", "not", "Wien", "Vienna", "Vienne", "Soderman", "Soederman", "Schober", "Schrober",
        "C.I.P.C.", "CIPC", "IKPK", "inter-\nnational", "international", "mur-\nmur", "police-\nmen", "1923", "1,000", "war", "anti-anarchist", "ﬁle", "file",
        "e\u0301tat", "𝒱ienna", "𐐀𐐨", "don’t", "co\u00ADoperation", "wom\u200Dan", "Ｐｏｌｉｃｅ", "x\u0323\u0307", "№5",
    ];

    /// <summary>Everything.</summary>
    public static string[] All { get; } = [.. Common, .. ByLanguage.SelectMany(static language => language.Words)];

    /// <summary>What a word can be asked for by its parts.</summary>
    public static string[] Patterns { get; } =
    [
        "poli*", "con*ss", "*ment", "cr?minal", "*ber", "int*", "s?derman", "s*d*n", "congres*", "*gress*", "kongre??", "p*l*c*", "Шоб*", "מש*", "ét*", "19?3", "mu*r", "??file",
    ];

    /// <summary>Words from which others are one or two letters away.</summary>
    public static string[] Misspelled { get; } = ["police", "schober", "Vienna", "kongress", "congres", "polizia", "полици", "intenrational", "Sodermann"];
}
