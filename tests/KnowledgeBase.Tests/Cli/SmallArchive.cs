using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Cli;

/// <summary>Three documents and their index, for tests that only read.</summary>
public sealed class SmallArchive : IDisposable
{
    private readonly TempFolder _temp = new();

    public SmallArchive()
    {
        Fill(_temp);
        Assert.Equal(0, KbProgram.Run(_temp.Path, "index", "--quiet").ExitCode);
    }

    public string Path => _temp.Path;

    public void Dispose() => _temp.Dispose();

    /// <summary>Writes the three documents.</summary>
    internal static void Fill(TempFolder folder)
    {
        folder.Write("corpus/vienna.md", Document("T-1", "The congress at Vienna", "Delegates of the police met at Vienna.\n\nThe police of Vienna was the host."));
        folder.Write("corpus/notes/monaco.md", Document("T-2", "The congress at Monaco", "The police of many countries met at Monaco."));
        folder.Write("corpus/notes/wien.md", Document("T-3", "Der Kongress in Wien", "Die Delegierten trafen sich in Wien.", "de"));
    }

    internal static string Document(string id, string title, string text, string language = "en") => $"""
        ---
        ref: {id}
        title: {title}
        type: other
        date: 1923
        edtf: 1923
        lang: {language}
        ---
        {text}

        """;
}
