using System.Collections.Immutable;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.Quotations;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Quotations;

/// <summary>
/// A real index of the repository's corpus, as it is read for readers, with what the rules find; and of some invented documents, so
/// that a working copy without documents has sentences too.
/// </summary>
public sealed partial class CorpusIndex : IDisposable
{
    private readonly TempFolder _folder = new();

    public CorpusIndex()
    {
        Documents =
        [
            .. Enumerable.Range(0, 20).Select(static i => QuotedDocuments.Document($"R{i}", QuotedDocuments.Invented(new Random(i)))),
            .. SomeIndex.ReadCorpus(Repository.PathOf("corpus")).Select(QuotationRules.AddFound),
        ];
        Index = SomeIndex.Of(_folder, Documents);
        Finder = new QuoteFinder(Index);
        SentencesByLanguage = Documents
            .SelectMany(static document => Sentences(document).Select(sentence => (document.Metadata.Language, sentence)))
            .GroupBy(static pair => pair.Language, static pair => pair.sentence, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(static group => group.Key, static group => group.Distinct(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>What is indexed.</summary>
    internal ImmutableArray<CorpusDocument> Documents { get; }

    /// <summary>The index.</summary>
    internal LuceneSearchIndex Index { get; }

    /// <summary>The quote finder over it.</summary>
    internal QuoteFinder Finder { get; }

    /// <summary>Sentences of 7 to 60 words from the texts, by the language of their document.</summary>
    internal ImmutableSortedDictionary<string, ImmutableArray<string>> SentencesByLanguage { get; }

    public void Dispose()
    {
        Index.Dispose();
        _folder.Dispose();
    }

    private static IEnumerable<string> Sentences(CorpusDocument document) => document.Paragraphs
        .Where(static paragraph => paragraph.Kind is ParagraphKind.Text or ParagraphKind.ListItem or ParagraphKind.Quotation)
        .SelectMany(paragraph => SentenceEnd().Split(paragraph.Span.In(document.Text)))
        .Select(static sentence => sentence.Trim())
        .Where(static sentence => sentence.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length is >= 7 and <= 60)
        .Where(static sentence => QuotedText.Parse(sentence).Refusal is null);

    /// <summary>Scripts without capitals too.</summary>
    [GeneratedRegex(@"(?<=[.!?؟])\s+(?=[\p{Lu}\p{Lo}])")]
    private static partial Regex SentenceEnd();
}
