using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Quotations;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Quotations;

/// <summary>Documents for the tests of this room, made or read from the repository's corpus.</summary>
internal static partial class QuotedDocuments
{
    /// <summary>A document whose paragraphs are separated by blank lines.</summary>
    public static CorpusDocument Document(string id, string text, params QuotationRecord[] records)
    {
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            var number = paragraphs.Count + 1;
            paragraphs.Add(new Paragraph($"p{number}", number, new TextSpan(start, end), ParagraphKind.Text));
            start = end + 2;
        }

        return new CorpusDocument
        {
            Id = new DocumentId(id),
            Path = id + ".md",
            Digest = new string('0', 64),
            Metadata = new DocumentMetadata
            {
                Title = "Title of " + id,
                Type = "other",
                Date = ArchiveDate.None,
                Language = "en",
                Quotations = [.. records],
            },
            Markdown = text,
            Text = text,
            Paragraphs = paragraphs.ToImmutable(),
        };
    }

    /// <summary>
    /// The prose of the repository's corpus, without citations, names of paragraphs and link targets; and some invented documents,
    /// so that a working copy without documents has sentences too.
    /// </summary>
    public static IReadOnlyList<CorpusDocument> Corpus { get; } =
    [
        .. Enumerable.Range(0, 20).Select(static i => Document($"R{i}", Invented(new Random(i)))),
        .. Directory.EnumerateFiles(Repository.PathOf("corpus"), "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Where(static file => Path.GetFileName(file) != "README.md")
            .Select(static (file, i) => Document($"D{i}", Prose(File.ReadAllText(file)))),
    ];

    private static string Invented(Random random)
    {
        string[] words =
        [
            "the", "of", "not", "never", "no", "police", "congress", "delegates", "Wien", "Söderman", "naïve", "great", "bureau", "1923", "138",
            "20", "commission", "telegraph", "forged", "notes", "extradition", "Straße", "archive", "president", "letter", "journal", "radio",
        ];
        var sentences = Enumerable.Range(0, 40).Select(_ =>
            "Meanwhile, " + string.Join(' ', Enumerable.Range(0, random.Next(8, 25)).Select(_ => words[random.Next(words.Length)])) + " stood.");
        return string.Join("\n\n", sentences.Chunk(5).Select(static paragraph => string.Join(' ', paragraph)));
    }

    private static string Prose(string markdown)
    {
        var body = markdown[(markdown.IndexOf("\n---\n", 4, StringComparison.Ordinal) + 5)..];
        body = Noise().Replace(body, "");
        body = Links().Replace(body, "$1");
        var paragraphs = body.Split("\n\n").Select(static p => p.Trim()).Where(static p => p.Length > 0 && p[0] is not ('#' or '|' or '-' or '>'));
        return string.Join("\n\n", paragraphs);
    }

    /// <summary>The sentences of a text, roughly.</summary>
    public static IEnumerable<string> Sentences(string text) =>
        text.Split("\n\n").SelectMany(static p => SentenceEnd().Split(p)).Select(static s => s.Trim());

    [GeneratedRegex(@" ?\[S\d+[^\]]*\]| ?\{#[^}]*\}|\*+")]
    private static partial Regex Noise();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"(?<=[.!?])\s+(?=\p{Lu})")]
    private static partial Regex SentenceEnd();
}

/// <summary>Candidates by a loop over documents: what every index must answer.</summary>
internal sealed class CandidatesInMemory(IEnumerable<CorpusDocument> documents) : IQuotationCandidates
{
    private readonly (CorpusDocument Document, HashSet<string> Words)[] _documents =
        [.. documents.Select(static d => (d, WordCutter.Cut(d.Text).Select(static w => w.Exact).ToHashSet()))];

    public Task<QuotationCandidates> FindCandidatesAsync(
        ImmutableArray<string> words, int least, int most, CancellationToken cancellationToken)
    {
        var found = _documents
            .Select(d => (d.Document, Count: words.Count(d.Words.Contains)))
            .Where(d => d.Count >= least)
            .OrderByDescending(static d => d.Count)
            .ThenBy(static d => d.Document.Id)
            .ToList();
        return Task.FromResult(new QuotationCandidates(
            [.. found.Take(most).Select(static d => d.Document)], found.Count, _documents.Length, "1"));
    }
}
