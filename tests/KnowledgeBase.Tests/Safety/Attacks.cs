using System.Globalization;

namespace KnowledgeBase.Tests.Safety;

/// <summary>Queries that have brought other search systems down, and those that would hit this one where it is slowest.</summary>
internal static class Attacks
{
    private static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
        ["question marks after a star"] = "*a????????????????",
        ["stars and question marks"] = "*" + Repeat("?", 900) + "*a*b*c*d*",
        ["stars inside words"] = Repeat("*e*r* *a*n* ", 80),
        ["different stars"] = string.Join(' ', Pairs().Select(static pair => $"*{pair}*").Take(190)),
        ["different stars joined by OR"] = string.Join(" OR ", Pairs().Select(static pair => $"*{pair}*").Take(64)),
        ["different stars in a phrase"] = "\"" + string.Join(' ', Pairs().Select(static pair => $"*{pair}*").Take(190)) + "\"",
        ["different stars in a window"] = "\"" + string.Join(' ', Pairs().Select(static pair => $"*{pair}*").Take(20)) + "\"~50",
        ["different stars in choices"] = "\"" + string.Join(' ', Pairs().Chunk(2).Select(static pair => $"(*{pair[0]}* OR *{pair[1]}*)").Take(40)) + "\"",
        ["a regular expression"] = "/(a|b)*a(a|b){16}/ /w{1000}{1000}/",
        ["500 brackets"] = Repeat("(", 500) + "police" + Repeat(")", 500),
        ["30,000 brackets"] = Repeat("(", 30_000),
        ["30,000 brackets and minus signs"] = Repeat("-(", 30_000) + "police",
        ["500 fuzzy words"] = string.Join(' ', Enumerable.Range(0, 500).Select(static n => string.Create(CultureInfo.InvariantCulture, $"w{n}~2"))),
        ["1,100 words joined by OR"] = string.Join(" OR ", Enumerable.Range(0, 1_100).Select(static n => string.Create(CultureInfo.InvariantCulture, $"a{n}"))),
        ["common words near each other"] = string.Join(" NEAR/50 ", "the of and in to a the of and in to a".Split(' ')),
        ["common words in choices near each other"] = string.Join(" NEAR/50 ", Enumerable.Repeat("(the OR of OR and OR in)", 9)),
        ["common words in a window"] = "\"the of and in to a the of and in to a the of and in to a\"~50",
        ["common choices in a window"] = "\"" + Repeat("(the of OR of the OR in) ", 20) + "\"~50",
        ["common words and stars in a phrase"] = "\"" + Repeat("the * ", 150) + "\"",
        ["misspelt words"] = "teh fo adn polce congrss",
        ["misspelt words among many"] = "congrss polce extraditoin Shober Vieena " + string.Join(' ', Pairs().Select(static pair => pair + "e").Take(58)),
        ["misspelt words near common ones"] = "congrss NEAR/50 polce NEAR/50 the NEAR/50 of NEAR/50 teh NEAR/50 and NEAR/50 adn NEAR/50 to NEAR/50 fo",
        ["misspelt words in a window of common ones"] = "\"congrss polce teh adn fo the of and in to a the of and in to a the of and\"~50",
        ["misspelt words among choices near each other"] = string.Join(" NEAR/50 ", "(the OR congrss) (of OR teh) (and OR adn) (in OR fo) (to OR polce)".Split(") (").Select(static side => $"({side.Trim('(', ')')})")) + " congrss",
        ["names near each other"] = "\"IKPK Wien Paris Lyon Schober Interpol Berlin SDN FBI Gestapo Louwage Dressler Monaco Brussels\"~50",
        ["names in NEAR"] = string.Join(" NEAR/50 ", "IKPK Wien ICPC Vienna IKPO Berlin Schober Paris Interpol".Split(' ')),
        ["a long word that is two"] = Repeat("police", 6) + " " + Repeat("congress", 4),
        ["a quotation of common words"] = "quote:\"" + Repeat("the of and in to a ", 33) + "\"",
        ["many quotations"] = Repeat("quote:\"the congress of the police in Vienna was the first\" OR ", 15),
        ["many similar documents"] = string.Join(" OR ", Enumerable.Range(1, 60).Select(static n => string.Create(CultureInfo.InvariantCulture, $"like:IPA-1923-{n:0000}"))),
        ["many speakers"] = string.Join(" OR ", Enumerable.Repeat("(said:* the NEAR/50 of)", 60)),
        ["a very long word"] = Repeat("a", 60_000),
        ["accents without end"] = "e" + Repeat("\u0301", 1_000),
        ["half a character"] = Repeat("\uD83D ", 500),
        ["nothing visible"] = Repeat("\u202E\0\u200F\uFEFF", 250),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static string Text(string name) => All[name];

    private static IEnumerable<string> Pairs() => from a in "etaoinsrhldc" from b in "etaoinsrhldcumfpgwyb" select $"{a}{b}";

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
