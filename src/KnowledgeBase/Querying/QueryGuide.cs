using System.Text;

namespace KnowledgeBase.Querying;

/// <summary>The guide to the query language: <c>README.md</c> beside this file, as part of the program.</summary>
public static class QueryGuide
{
    private const string Resource = "querying/guide.md";

    /// <summary>The guide in Markdown, lines ended by <c>\n</c>. The first cell of a row of its tables holds an example that can be run.</summary>
    public static string Markdown { get; } = Read();

    /// <summary>The guide below its title.</summary>
    public static string Body { get; } = Markdown[(Markdown.IndexOf('\n', StringComparison.Ordinal) + 1)..].TrimStart();

    private static string Read()
    {
        using var stream = typeof(QueryGuide).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program was built without {Resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
