using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Evaluation;

/// <summary>The documents of a judged set as documents of an archive, and the way back to the ids of the judgements.</summary>
public sealed class JudgedDocuments
{
    private readonly FrozenDictionary<string, string> _judgedIds;

    private JudgedDocuments(ImmutableArray<CorpusDocument> documents, FrozenDictionary<string, string> judgedIds)
    {
        Documents = documents;
        _judgedIds = judgedIds;
    }

    /// <summary>What is indexed.</summary>
    public ImmutableArray<CorpusDocument> Documents { get; }

    /// <summary>The id by which the judgements know a document.</summary>
    public string JudgedId(DocumentId id) => _judgedIds.GetValueOrDefault(id.Value, id.Value);

    /// <summary>Makes documents of an archive.</summary>
    /// <param name="set">What was judged.</param>
    /// <param name="language">Language of the texts where the set does not state it; null to tell it from their common words.</param>
    /// <param name="analyzer">Knows the common words of its languages.</param>
    public static JudgedDocuments Of(JudgedSet set, string? language, ITextAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(set);
        var languages = language is null ? CommonWordLanguages.Of(set.Documents, analyzer) : [];
        var documents = ImmutableArray.CreateBuilder<CorpusDocument>(set.Documents.Length);
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < set.Documents.Length; i++)
        {
            var judged = set.Documents[i];
            // An id that cannot be a reference code gets one in its place.
            var id = DocumentId.IsValid(judged.Id) ? judged.Id : string.Create(CultureInfo.InvariantCulture, $"judged-{i:0000000}");
            ids[id] = judged.Id;
            documents.Add(Document(judged, id, judged.Language ?? language ?? languages[i]));
        }

        return new JudgedDocuments(documents.ToImmutable(), ids.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static CorpusDocument Document(JudgedDocument judged, string id, string language) => new()
    {
        Id = new DocumentId(id),
        Path = id + ".md",
        Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{judged.Title}\0{judged.Text}"))),
        Metadata = new DocumentMetadata { Title = judged.Title, Type = "other", Date = ArchiveDate.None, Language = language },
        Markdown = judged.Text,
        Text = judged.Text,
        Paragraphs = Paragraphs(judged.Text),
    };

    private static ImmutableArray<Paragraph> Paragraphs(string text)
    {
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        for (var start = 0; start < text.Length;)
        {
            var blank = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            var end = blank < 0 ? text.Length : blank;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                var number = paragraphs.Count + 1;
                paragraphs.Add(new Paragraph(
                    string.Create(CultureInfo.InvariantCulture, $"p{number}"), number, new TextSpan(start, end), ParagraphKind.Text));
            }

            start = end + 2;
        }

        return paragraphs.ToImmutable();
    }
}
