using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.LuceneIndex.Ranking;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex;

/// <summary>A document of the corpus to a document of Lucene, and back.</summary>
internal sealed class DocumentMapping(ITextAnalyzer analyzer)
{
    private static readonly FieldType Words = new()
    {
        IsIndexed = true,
        IsTokenized = true,
        OmitNorms = true,
        IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS,
    };

    private static readonly FieldType Counted = new()
    {
        IsIndexed = true,
        IsTokenized = true,
        OmitNorms = true,
        IndexOptions = IndexOptions.DOCS_AND_FREQS,
    };

    /// <summary>The stored part that is neither text nor body.</summary>
    private sealed record StoredMetadata(DocumentMetadata Metadata, ImmutableArray<Paragraph> Paragraphs);

    /// <summary>The term by which a document is replaced and removed.</summary>
    public static Term Key(DocumentId id) => new(IndexFields.Id, id.Value);

    public Document ToLucene(CorpusDocument document)
    {
        var target = new Document();
        AddStored(target, document);
        AddProse(target, document);
        AddNames(target, document);
        AddFacets(target, document.Metadata);
        AddNumbers(target, document.Metadata);
        if (!document.Metadata.Quotations.IsEmpty)
        {
            target.Add(new StringField(IndexFields.HasQuotations, IndexFields.Yes, Field.Store.NO));
        }

        return target;
    }

    public static CorpusDocument FromLucene(Document stored)
    {
        var rest = ReadStoredMetadata(stored);
        return new CorpusDocument
        {
            Id = new DocumentId(Read(stored, IndexFields.Id)),
            Path = Read(stored, IndexFields.Path),
            Digest = Read(stored, IndexFields.Digest),
            Metadata = rest.Metadata,
            Markdown = Read(stored, IndexFields.Markdown),
            Text = Read(stored, IndexFields.Text),
            Paragraphs = rest.Paragraphs,
        };
    }

    /// <summary>The front matter alone.</summary>
    public static DocumentMetadata ReadMetadata(Document stored) => ReadStoredMetadata(stored).Metadata;

    /// <summary>The plain text alone.</summary>
    public static string ReadText(Document stored) => Read(stored, IndexFields.Text);

    private static StoredMetadata ReadStoredMetadata(Document stored) =>
        JsonSerializer.Deserialize<StoredMetadata>(Read(stored, IndexFields.Metadata))
        ?? throw new InvalidDataException("The metadata of a stored document is empty.");

    /// <summary>Where the words of a prose field stand in its text.</summary>
    public static PositionMap ReadPlaces(Document stored, string field) =>
        stored.GetBinaryValue(IndexFields.Places(field)) is { } bytes ? PositionMap.Read(bytes) : PositionMap.Empty;

    private static string Read(Document stored, string field) =>
        stored.GetField(field)?.GetStringValue(CultureInfo.InvariantCulture)
        ?? throw new InvalidDataException($"A stored document has no field '{field}'.");

    /// <summary>The values of a field of names and codes.</summary>
    public static IEnumerable<string> NameValues(CorpusDocument document, string field)
    {
        var metadata = document.Metadata;
        return field switch
        {
            "person" => metadata.People,
            "organisation" => metadata.Organisations,
            "place" => metadata.Places,
            "subject" => metadata.Subjects,
            "source" => [.. metadata.Creators, .. metadata.Publishers, .. metadata.Sources],
            "type" => [metadata.Type],
            "lang" => [metadata.Language],
            "ref" => [document.Id.Value],
            "status" => [metadata.Status],
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Not a field of names."),
        };
    }

    private static void AddStored(Document target, CorpusDocument document)
    {
        target.Add(new StringField(IndexFields.Id, document.Id.Value, Field.Store.YES));
        target.Add(new SortedDocValuesField(IndexFields.Id, new BytesRef(document.Id.Value)));
        target.Add(new StoredField(IndexFields.Path, document.Path));
        target.Add(new StoredField(IndexFields.Digest, document.Digest));
        target.Add(new StoredField(IndexFields.Text, document.Text));
        target.Add(new StoredField(IndexFields.Markdown, document.Markdown));
        target.Add(new StoredField(
            IndexFields.Metadata, JsonSerializer.Serialize(new StoredMetadata(document.Metadata, document.Paragraphs))));
    }

    private void AddProse(Document target, CorpusDocument document)
    {
        var chain = analyzer.ChainFor(document.Metadata.Language);
        target.Add(new SortedDocValuesField(IndexFields.Chain, new BytesRef(chain)));
        var text = FieldAnalysis.OfText(document, analyzer);
        var title = FieldAnalysis.OfValues([document.Metadata.Title], chain, analyzer);
        var summary = document.Metadata.Summary is { } stated ? FieldAnalysis.OfValues([stated], chain, analyzer) : null;
        AddProseField(target, "text", text, chain);
        AddProseField(target, "title", title, chain);
        if (summary is not null)
        {
            AddProseField(target, "summary", summary, chain);
        }

        AddGrams(target, title.Concat(summary ?? []).Concat(text), chain);
    }

    private void AddGrams(Document target, IEnumerable<TextToken> tokens, string chain)
    {
        var words = tokens.Select(static token => token.Exact).Where(word => !analyzer.IsStopWord(word, chain));
        var grams = CharacterGrams.Of(words);
        target.Add(new Field(IndexFields.Grams, WordStream.Unplaced(grams), Counted));
        target.Add(new NumericDocValuesField(IndexFields.GramCount, grams.Count));
    }

    private void AddProseField(Document target, string field, IReadOnlyList<TextToken> tokens, string chain)
    {
        target.Add(new Field(IndexFields.Stems(field), WordStream.Stems(tokens, chain), Words));
        target.Add(new Field(IndexFields.Exact(field), WordStream.Exact(tokens), Words));
        target.Add(new Field(IndexFields.Raw(field), WordStream.Raw(tokens), Words));
        target.Add(new StoredField(IndexFields.Places(field), PositionMap.Write(tokens)));
        target.Add(new NumericDocValuesField(
            IndexFields.Length(field), tokens.Count(token => !analyzer.IsStopWord(token.Exact, chain))));
    }

    private void AddNames(Document target, CorpusDocument document)
    {
        foreach (var field in QueryFields.Text.Except(QueryFields.Stemmed))
        {
            var tokens = FieldAnalysis.OfValues(NameValues(document, field), LanguageChain.Fallback, analyzer);
            target.Add(new Field(IndexFields.Exact(field), WordStream.Exact(tokens), Words));
            target.Add(new Field(IndexFields.Raw(field), WordStream.Raw(tokens), Words));
            target.Add(new NumericDocValuesField(IndexFields.Length(field), tokens.Count));
        }
    }

    private static void AddFacets(Document target, DocumentMetadata metadata)
    {
        AddFacet(target, "type", [metadata.Type]);
        AddFacet(target, "person", metadata.People);
        AddFacet(target, "organisation", metadata.Organisations);
        AddFacet(target, "place", metadata.Places);
        AddFacet(target, "subject", metadata.Subjects);
        AddFacet(target, "source", metadata.Publishers);
        AddFacet(target, "lang", [metadata.Language]);
        AddFacet(target, "status", [metadata.Status]);
        var years = FacetYears.Of(metadata.Date);
        AddFacet(target, "year", years.Select(static year => year.ToString("0000", CultureInfo.InvariantCulture)));
        AddFacet(target, "decade", years.Select(static year => string.Create(CultureInfo.InvariantCulture, $"{year / 10 * 10:0000}s")));
    }

    private static void AddFacet(Document target, string facet, IEnumerable<string> values)
    {
        var any = false;
        foreach (var value in values.Distinct(StringComparer.Ordinal).Where(static v => v.Length > 0))
        {
            target.Add(new SortedSetDocValuesField(IndexFields.Facet(facet), new BytesRef(WordStream.Cut(value))));
            any = true;
        }

        if (!any && facet is "year" or "decade")
        {
            target.Add(new SortedSetDocValuesField(IndexFields.Facet(facet), new BytesRef(Searching.FacetNames.Undated)));
        }
    }

    private static void AddNumbers(Document target, DocumentMetadata metadata)
    {
        target.Add(new NumericDocValuesField(IndexFields.FirstDay, metadata.Date.First?.DayNumber ?? IndexFields.OpenStart));
        target.Add(new NumericDocValuesField(IndexFields.LastDay, metadata.Date.Last?.DayNumber ?? IndexFields.OpenEnd));
        target.Add(new NumericDocValuesField(IndexFields.Added, metadata.Added?.DayNumber ?? IndexFields.OpenStart));
        target.Add(new SortedDocValuesField(IndexFields.ShownTitle, new BytesRef(WordStream.Cut(metadata.Title))));
        target.Add(new SortedDocValuesField(IndexFields.SortTitle, new BytesRef(WordStream.Cut(TextFolding.Fold(metadata.Title)))));
    }
}
