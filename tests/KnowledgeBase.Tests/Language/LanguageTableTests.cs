using System.Text;

namespace KnowledgeBase.Tests.Language;

/// <summary>Every row of the query language, asked on every surface.</summary>
public sealed class LanguageTableTests(LanguageArchive archive) : IClassFixture<LanguageArchive>
{
    public static TheoryData<string> Queries => [.. LanguageTable.Rows.Select(static row => row.Typed)];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_query_means_what_the_language_says_on_every_surface(string typed)
    {
        var row = LanguageTable.Rows.Single(row => row.Typed == typed);

        var answer = await Surfaces.Ask(archive, typed);

        Assert.Equal(row.SearchedAs, answer.SearchedAs);
        Assert.Equal(row.Notes, answer.Notes);
        Assert.Equal(InOrder(row.Documents.Split(' ', StringSplitOptions.RemoveEmptyEntries), row), InOrder(answer.Documents, row));
        AssertPromise(row.PageSays, $"{answer.SearchedAs}. {answer.Notes}");
    }

    /// <summary>The names in one line; those whose order is left to the ranking are sorted.</summary>
    private static string InOrder(IEnumerable<string> documents, LanguageRow row) =>
        string.Join(' ', row.IsOrdered ? documents : documents.Order(StringComparer.Ordinal));

    /// <summary>
    /// The promised words stand in what is said, in their order. Which quotation marks, capitals and brackets are used is left to the page.
    /// </summary>
    private static void AssertPromise(string promised, string said)
    {
        var at = 0;
        var words = Words(said);
        foreach (var part in promised.Split('…').Select(Words).Where(static part => part.Length > 1))
        {
            var found = words.IndexOf(part, at, StringComparison.OrdinalIgnoreCase);
            Assert.True(found >= 0, $"“{said}” does not say “{promised}”.");
            at = found + part.Length - 1;
        }
    }

    /// <summary>The words of a sentence between single spaces, also at both ends.</summary>
    private static string Words(string sentence)
    {
        var words = new StringBuilder(" ");
        foreach (var c in sentence)
        {
            if (char.IsLetterOrDigit(c) || c is '–' or '-' or '~' or '*')
            {
                words.Append(c);
            }
            else if (words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words[^1] == ' ' ? words.ToString() : words.Append(' ').ToString();
    }
}
