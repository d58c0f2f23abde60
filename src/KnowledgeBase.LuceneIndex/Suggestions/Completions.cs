using System.Collections.Immutable;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex.Facets;
using KnowledgeBase.LuceneIndex.Quoting;
using KnowledgeBase.LuceneIndex.Snapshots;
using KnowledgeBase.Querying.Names;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Phrases;
using Lucene.Net.Util;

namespace KnowledgeBase.LuceneIndex.Suggestions;

/// <summary>What can be offered of one state of the index: its names, its phrases and the titles of its segments.</summary>
/// <remarks>
/// Titles are kept with their segments and phrases with their file, so that a commit makes only what is new; names are counted anew.
/// </remarks>
internal sealed class Completions
{
    private readonly Dictionary<string, CountedTexts> _names;
    private readonly (SegmentTitles Titles, IBits? Live)[] _titles;
    private readonly int _generation;
    private readonly long _change;
    private readonly string? _phraseFile;
    private readonly CountedTexts _phrases;

    private Completions(int generation, Snapshot snapshot, Completions? before)
    {
        (_generation, _change) = (generation, snapshot.Reader.Version);
        var all = snapshot.Segments.Select(static segment => segment.AllLive()).ToArray();
        _names = SuggestionKinds.Names.Concat(SuggestionKinds.Codes).ToDictionary(
            static kind => kind,
            kind => CountedTexts.OfNames(FacetCounter.Count(snapshot, all, kind, int.MaxValue).Values.Select(static value => (value.Value, value.Count))),
            StringComparer.Ordinal);
        _names.Add(SuggestionKinds.Speaker, CountedTexts.OfNames(Speakers(snapshot)));
        _titles = [.. snapshot.Segments.Select(static segment => (SegmentTitles.Of(segment.Columns), segment.Live))];
        _phraseFile = PhraseFiles.Files.NameIn(snapshot.Reader.IndexCommit.UserData);
        _phrases = before is not null && before._phraseFile == _phraseFile && before._generation == _generation
            ? before._phrases
            : ReadPhrases(snapshot, _phraseFile);
    }

    /// <param name="generation">Number of the generation.</param>
    /// <param name="snapshot">The state.</param>
    /// <param name="before">Those of another state, for what both have; null for none.</param>
    public static Completions Of(int generation, Snapshot snapshot, Completions? before) => new(generation, snapshot, before);

    /// <summary>Whether they are of this state, or of a later one.</summary>
    public bool Cover(IndexState state) => (_generation, _change).CompareTo((state.Generation, state.Reader.Version)) >= 0;

    /// <summary>For each beginning and each kind the best that fits.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="now">The newest state: a title of a document that it has no more is not offered.</param>
    public ImmutableArray<Suggestion> Suggest(SuggestionRequest request, IndexState now)
    {
        var found = ImmutableArray.CreateBuilder<Suggestion>();
        var seen = new HashSet<(string, string)>();
        for (var number = 0; number < request.Beginnings.Length; number++)
        {
            foreach (var kind in request.Kinds)
            {
                found.AddRange(Find(request, number, kind).Where(suggestion => !seen.Contains((kind, suggestion.Text)) && IsThere(suggestion, now))
                    .Take(request.Count).ToList().Where(suggestion => seen.Add((kind, suggestion.Text))));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Who is quoted, each with the documents that do so.</summary>
    private static IEnumerable<(string Speaker, long Documents)> Speakers(Snapshot snapshot) =>
        from segment in snapshot.Segments
        from document in SegmentQuotations.Of(segment.Reader).ByDocument
        where segment.IsLive(document.Key)
        from speaker in document.Value.Select(static quotation => quotation.Record.Speaker).Where(static name => name.Length > 0).Distinct()
        group speaker by speaker into same
        select (same.Key, (long)same.Count());

    private static CountedTexts ReadPhrases(Snapshot snapshot, string? file)
    {
        try
        {
            var phrases = file is null ? [] : PhraseModel.Read(snapshot.Reader.Directory, file).Phrases;
            return CountedTexts.OfPhrases(phrases
                .Where(static phrase => phrase.Documents >= new PhraseLimits().FewestDocuments)
                .Select(static phrase => (phrase.Text, (long)phrase.Documents)));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or ObjectDisposedException)
        {
            // Another commit has taken the place of this one meanwhile; its own phrases are next.
            return CountedTexts.OfPhrases([]);
        }
    }

    private IEnumerable<Suggestion> Find(SuggestionRequest request, int number, string kind)
    {
        var beginning = request.Beginnings[number];
        return kind switch
        {
            SuggestionKinds.Title => FindTitles(beginning, number, request.Count),
            SuggestionKinds.Phrase => _phrases.Find(beginning).Select(found => new Suggestion(found.Text, kind, found.Documents, number)),
            _ when _names.TryGetValue(kind, out var names) => FindNames(names, kind, beginning, number, request),
            _ => [],
        };
    }

    /// <summary>Names by themselves and by their variants; what is typed in full first, then those of most documents.</summary>
    private static IEnumerable<Suggestion> FindNames(CountedTexts names, string kind, string beginning, int number, SuggestionRequest request)
    {
        var byThemselves = names.FindExact(beginning.TrimEnd()).Concat(names.Find(beginning).Take(request.Count)).Distinct()
            .Select(found => new Suggestion(found.Text, kind, found.Documents, number)).ToList();
        var byVariants = request.Names
            .Where(name => name.Beginning == number && name.Kind == kind && names.Count(name.Name) > 0 && byThemselves.TrueForAll(own => own.Text != name.Name))
            .Select(name => new Suggestion(name.Name, kind, names.Count(name.Name), number) { Variant = name.Variant });
        return byThemselves.Concat(byVariants)
            .OrderBy(suggestion => NameKey.Of(suggestion.Variant ?? suggestion.Text) == beginning.TrimEnd() ? 0 : 1)
            .ThenByDescending(static suggestion => suggestion.Documents)
            .ThenBy(static suggestion => suggestion.Text, StringComparer.Ordinal);
    }

    /// <summary>Titles that begin so first, then those of most documents; a title may stand in several segments.</summary>
    private IEnumerable<Suggestion> FindTitles(string beginning, int number, int count) => _titles
        .SelectMany(segment => segment.Titles.Find(beginning, doc => segment.Live?.Get(doc) ?? true).Take(count))
        .GroupBy(static found => found.Title, StringComparer.Ordinal)
        .Select(same => new Suggestion(same.Key, SuggestionKinds.Title, same.Sum(static found => found.Documents), number)
        {
            Id = same.Sum(static found => found.Documents) == 1 ? new DocumentId(same.First().FirstId) : null,
        })
        .OrderBy(suggestion => NameKey.Of(suggestion.Text).StartsWith(beginning, StringComparison.Ordinal) ? 0 : 1)
        .ThenByDescending(static suggestion => suggestion.Documents)
        .ThenBy(static suggestion => suggestion.Text, StringComparer.Ordinal);

    private bool IsThere(Suggestion suggestion, IndexState now) =>
        suggestion.Id is not { } id || Cover(now) || LivingDocuments.Find(now.Reader, id.Value) is not null;
}
