using AngleSharp.Html.Parser;

namespace KnowledgeBase.Tests.Language;

/// <summary>Limits are met with a sentence, and odd characters do no harm: on every surface alike, and never as an error.</summary>
public sealed class LanguageLimitsTests(CrowdedArchive archive) : IClassFixture<CrowdedArchive>
{
    /// <summary>A query over each limit by its name, and what is said of it.</summary>
    private static readonly Dictionary<string, (string Query, string Says)> Limits = new(StringComparer.Ordinal)
    {
        ["characters"] = ("police " + string.Join(' ', Enumerable.Repeat("bureau", 200)), "A query has at most 1,024 characters; what follows was not read."),
        ["characters that nobody sees"] = (new string('\0', 1_030) + "police", "A query has at most 1,024 characters; what follows was not read."),
        ["characters of a quotation"] = (
            $"quote:\"{string.Join(' ', Enumerable.Repeat("ministries", 210))}\"", "A query has at most 2,048 characters; what follows was not read."),
        ["words of a quotation"] = ($"quote:\"{Words(220, 6)}\"", "A quotation has at most 200 words; only the first 200 were used."),
        ["clauses"] = (Words(70, 6), "A query has at most 64 words and conditions; what follows was not read."),
        ["depth"] = (new string('(', 30) + "police" + new string(')', 30), "Brackets are read 20 deep; deeper ones were ignored."),
        ["thousands of brackets"] = (new string('(', 12_000), "A query has at most 1,024 characters; what follows was not read."),
        ["thousands of brackets around a word"] = (
            new string('(', 900) + "police" + new string(')', 12_000), "Brackets are read 20 deep; deeper ones were ignored."),
        ["words of a phrase"] = ($"\"{Words(220, 4)}\"", "Only the first 200 words of this phrase were used."),
        ["words of a window"] = ($"\"{Words(25, 6)}\"~5", "Only the first 20 words of this phrase were used."),
        ["words between"] = ("police NEAR/99 congress", "Words can be at most 50 words apart; read as 50."),
        ["words between, of any number"] = ("police NEAR/99999999999999999999 congress", "Words can be at most 50 words apart; read as 50."),
        ["NEAR in a row"] = (string.Join(" NEAR/3 ", Enumerable.Repeat("police", 12)), "At most 8 NEAR or BEFORE can follow one another; this NEAR/3 was read as AND."),
        ["wildcards of a word"] = ("p*o*l*i*c*e", "has more than 3 wildcards; searched as p*o*l*ice."),
        ["wildcards without end"] = ("*a" + new string('?', 16), "needs at least 2 letters beside its wildcards; searched as a."),
        ["letters beside a wildcard"] = ("p*", "“p*” needs at least 2 letters beside its wildcards; searched as p."),
        ["words with a wildcard"] = (
            "po* co* bu* mi* mo* vi* sc* dr* no*", "At most 8 words can have wildcards; those of “no*” and of what follows were ignored."),
        ["fuzzy words"] = ("police~ congress~ bureau~ ministry~ extradition~", "Other spellings are looked for of 4 words; “extradition” was searched as it is."),
        ["hundreds of fuzzy words"] = (
            string.Join(' ', Enumerable.Range(100, 500).Select(static n => $"word{n}~2")), "Other spellings are looked for of 4 words;"),
        ["letters of a fuzzy word"] = ("war~", "Other spellings are looked for from 4 letters on; “war” was searched as it is."),
        ["letters that differ"] = ("Schober~7", "“Schober~7”: a spelling can differ by 1 or 2 letters; read as ~2."),
        ["words a star stands for"] = ("kw*", "kw* (at least 1,100 words match, more than can be searched; searched were the most frequent, such as kw"),
        ["words all stars stand for"] = ("kw* OR kv* OR kx*", "kx* (at least "),
        ["words a tilde stands for"] = ("quartzite~", "quartzite (at least 76 words match, more than can be searched; searched were the most frequent, such as q"),
        ["an expression of other systems"] = ("/(a|b)*a(a|b){16}/", ""),
        ["a weight of other systems"] = ("police^4 congress", "Ignored: ^4 (words cannot be given a weight)."),
    };

    public static TheoryData<string> Names => [.. Limits.Keys];

    /// <summary>What a keyboard, a word processor or a web page makes of a query, and the query itself.</summary>
    public static TheoryData<string, string> Disguises => new()
    {
        { "“criminal police”", "\"criminal police\"" },
        { "”criminal police”", "\"criminal police\"" },
        { "«\u00A0criminal police\u00A0»", "\"criminal police\"" },
        { "「criminal police」", "\"criminal police\"" },
        { "＂criminal police＂", "\"criminal police\"" },
        { "„criminal police“～", "\"criminal police\"~" },
        { "（police OR gendarmerie） congress", "(police OR gendarmerie) congress" },
        { "title：congress", "title:congress" },
        { "ｔｉｔｌｅ：congress", "title:congress" },
        { "police NEAR／５ congress", "police NEAR/5 congress" },
        { "polic＊", "polic*" },
        { "wom？n", "wom?n" },
        { "police －military", "police -military" },
        { "police −military", "police -military" },
        { "date：１９１４", "date:1914" },
        { "date:1914–1923", "date:1914..1923" },
        { "\u200Fpolice\u200E congress\u202C", "police congress" },
        { "\u2067title:congress\u2069", "title:congress" },
        { "pol\u00ADice con\u200Bgress", "police congress" },
        { "\uFEFFpolice\u00A0congress", "police congress" },
        { "pol\0ice congress\0", "police congress" },
        { "\0\u202Epolice -\u200Fmilitary", "police -military" },
        { "police\r\n\tcongress", "police congress" },
        { "\"criminal\n police\"", "\"criminal police\"" },
        { "\"crim-\ninal police\"", "\"criminal police\"" },
        { "\u200F\0\u200E", "" },
    };

    /// <summary>Spellings of the same words: the sentence repeats what was typed.</summary>
    public static TheoryData<string, string> Spellings => new()
    {
        { "congre\u0300s", "congrès" },
        { "congres", "congrès" },
        { "CONGRÈS", "congrès" },
        { "ｐｏｌｉｃｅ　ｃｏｎｇｒｅｓｓ", "police congress" },
        { "Schobe\u0301r", "Schober" },
        { "po\u0336l\u0336i\u0336ce", "police" },
        { "police \uD800", "police" },
        { "police \uDC00\uD800", "police" },
        { "police \uFFFF", "police" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_limit_is_met_with_a_sentence(string name)
    {
        var (query, says) = Limits[name];

        var answer = await Surfaces.Ask(archive, query);

        Assert.Contains(says, $"{answer.SearchedAs}. {answer.Notes}", StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Disguises))]
    public async Task A_disguise_is_read_as_the_query_itself(string disguised, string plain)
    {
        var expected = await Surfaces.Ask(archive, plain);

        var answer = await Surfaces.Ask(archive, disguised);

        Assert.Equal(string.Join(' ', expected.Documents), string.Join(' ', answer.Documents));
        Assert.Equal(expected.SearchedAs, answer.SearchedAs);
        Assert.Equal(expected.Notes, answer.Notes);
        Assert.NotEmpty(answer.Documents);
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task A_spelling_finds_the_same(string spelled, string plain)
    {
        var expected = await Surfaces.Ask(archive, plain);

        var answer = await Surfaces.Ask(archive, spelled);

        Assert.Equal(string.Join(' ', expected.Documents), string.Join(' ', answer.Documents));
        Assert.NotEmpty(answer.Documents);
    }

    [Fact]
    public async Task A_year_finds_what_touches_it_and_says_so()
    {
        var answer = await Surfaces.Ask(archive, "date:1914");

        Assert.Equal(["circular", "monaco", "prefect"], answer.Documents.Order(StringComparer.Ordinal));
        Assert.Equal("date overlaps 1914", answer.SearchedAs);
        var page = new HtmlParser().ParseDocument(await archive.GetAsync("/?q=date:1914&sort=date"));
        var dates = page.QuerySelectorAll(".hit .meta bdi:first-child").Select(static date => date.TextContent).ToList();
        Assert.All(["April 1914", "c. 1914", "1913–1915"], date => Assert.Contains(date, dates));
        Assert.DoesNotContain("1941", dates);
        Assert.Contains("card", (await Surfaces.Ask(archive, "date:1941")).Documents);
    }

    /// <summary>Different words of a length, none of them in a text.</summary>
    private static string Words(int count, int length) =>
        string.Join(' ', Enumerable.Range(0, count).Select(i => FormattableString.Invariant($"z{i.ToString("D" + (length - 1), System.Globalization.CultureInfo.InvariantCulture)}")));
}
