using System.Collections.Frozen;
using System.Collections.Immutable;
using KnowledgeBase.Analysis;

namespace KnowledgeBase.Querying.Names;

/// <summary>Looks names up: which records a typed name belongs to, and what else they are called.</summary>
/// <remarks>Immutable. Names are compared without case, accents and punctuation; umlauts also written out (<c>ö</c> as <c>oe</c>).</remarks>
public sealed class NameTable
{
    /// <summary>Most other names that one typed name stands for; the preferred names come first.</summary>
    public const int MostOthers = 24;

    private readonly FrozenDictionary<string, ImmutableArray<NameRecord>> _byName;
    private readonly FrozenDictionary<string, ImmutableArray<NameRecord>> _bySurname;
    private readonly FrozenDictionary<string, ImmutableArray<NameRecord>> _byMisspelling;

    /// <summary>The words of all names, made when a spelling is first asked for.</summary>
    private readonly Lazy<ImmutableArray<(string Word, string Folded, string Kind)>> _words;

    /// <param name="records">The records of all authority files.</param>
    public NameTable(IEnumerable<NameRecord> records)
    {
        Records = [.. records];
        _byName = Index(Records.SelectMany(static record => record.AllNames.SelectMany(NameKey.AllOf).Select(key => (key, record))));
        _byMisspelling = Index(Records.SelectMany(static record => record.Misspellings.Select(NameKey.Of).Select(key => (key, record))));
        _bySurname = Index(Records
            .Where(static record => Surname(record) is not null)
            .SelectMany(static record => NameKey.AllOf(Surname(record)!).Select(key => (key, record))));
        _words = new Lazy<ImmutableArray<(string Word, string Folded, string Kind)>>(() => [.. Records
            .SelectMany(static record => record.AllNames.SelectMany(WordCutter.Cut).Select(word => (Word: word.Raw, Folded: word.Exact, record.Kind)))
            .DistinctBy(static word => (word.Folded, word.Kind))]);
        LongestName = _byName.Keys.Select(static key => key.Count(static c => c == ' ') + 1).DefaultIfEmpty(0).Max();
    }

    /// <summary>No names.</summary>
    public static NameTable Empty { get; } = new([]);

    /// <summary>The records in the order given.</summary>
    public ImmutableArray<NameRecord> Records { get; }

    /// <summary>Words of the longest name.</summary>
    public int LongestName { get; }

    /// <summary>What else a name is called; null when it is the name of nothing, or of nothing with another name.</summary>
    /// <param name="typed">A name, a variant, or the surname of one person only.</param>
    /// <param name="kinds">Where to look: some of <see cref="NameRecord.Kind"/>.</param>
    public OtherNames? Others(string typed, IReadOnlyCollection<string> kinds)
    {
        var key = NameKey.Of(typed);
        var records = Of(_byName, key, kinds);
        var names = records.SelectMany(static record => record.AllNames);
        if (records.IsEmpty)
        {
            // A surname says the same as the other spellings of that one word: Schober is Шобер, but not Johann Schober.
            records = Of(_bySurname, key, kinds);
            names = records.Length == 1 ? Spellings(records[0]) : [];
        }
        else if (!key.Contains(' ', StringComparison.Ordinal))
        {
            // The other way round: Шобер, the variant of a whole name, is Schober.
            names = names.Concat(records.Select(Surname).OfType<string>().Where(surname => IsSurnameOfOne(surname, kinds)));
        }

        var others = names
            .SelectMany(static name => new[] { name, NameKey.WriteOutUmlauts(name) })
            .Where(name => !string.Equals(NameKey.Of(name), key, StringComparison.Ordinal))
            .DistinctBy(NameKey.Of, StringComparer.Ordinal)
            .Take(MostOthers)
            .ToImmutableArray();
        return others.IsEmpty
            ? null
            : new OtherNames(string.Join(" / ", records.Select(static r => r.Name).Distinct(StringComparer.Ordinal)), others);
    }

    /// <summary>The records that have a name, a variant or, when it is of one person only, a surname.</summary>
    public ImmutableArray<NameRecord> Named(string name, IReadOnlyCollection<string> kinds)
    {
        var key = NameKey.Of(name);
        var records = Of(_byName, key, kinds);
        return records.IsEmpty && Of(_bySurname, key, kinds) is [var only] ? [only] : records;
    }

    /// <summary>The names that a typed misspelling stands for; empty for a name that exists.</summary>
    public ImmutableArray<NameOffer> Meant(string typed)
    {
        var key = NameKey.Of(typed);
        return _byName.ContainsKey(key) || _bySurname.ContainsKey(key) || !_byMisspelling.TryGetValue(key, out var records)
            ? []
            : [.. records.Select(record => new NameOffer(typed, record.Name, record.Kind))];
    }

    /// <summary>The words of names that are spelled much like a word, the nearest first.</summary>
    /// <param name="word">One word.</param>
    /// <param name="edits">Most edits, as <see cref="EditDistance.OfTyped"/> counts them.</param>
    /// <param name="kinds">Where to look: some of <see cref="NameRecord.Kind"/>.</param>
    /// <returns>Each word once, as it is spelled in a name; the word itself is not among them.</returns>
    public ImmutableArray<(string Word, int Edits)> WordsLike(string word, int edits, IReadOnlyCollection<string> kinds)
    {
        var folded = TextFolding.Fold(word);
        return
        [
            .. _words.Value
                .Where(known => kinds.Contains(known.Kind) && known.Folded != folded)
                .Select(known => (known.Word, known.Folded, Edits: EditDistance.OfTyped(folded, known.Folded, edits)))
                .Where(known => known.Edits <= edits)
                .DistinctBy(static known => known.Folded)
                .OrderBy(static known => known.Edits)
                .ThenBy(static known => known.Word, StringComparer.Ordinal)
                .Select(static known => (known.Word, known.Edits)),
        ];
    }

    /// <summary>The last word of a person's name of several words, from four letters on.</summary>
    private static string? Surname(NameRecord record) =>
        record.Kind == "person" && record.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words
        && words[^1].Length >= 4 && char.IsUpper(words[^1], 0)
            ? words[^1]
            : null;

    private static IEnumerable<string> Spellings(NameRecord record) =>
        record.Variants.Where(static variant => NameKey.Words(variant).Count == 1).Prepend(Surname(record)!);

    private bool IsSurnameOfOne(string surname, IReadOnlyCollection<string> kinds) => Of(_bySurname, NameKey.Of(surname), kinds).Length == 1;

    private static ImmutableArray<NameRecord> Of(
        FrozenDictionary<string, ImmutableArray<NameRecord>> index, string key, IReadOnlyCollection<string> kinds) =>
        index.TryGetValue(key, out var records) ? [.. records.Where(record => kinds.Contains(record.Kind))] : [];

    private static FrozenDictionary<string, ImmutableArray<NameRecord>> Index(IEnumerable<(string Key, NameRecord Record)> pairs) => pairs
        .Where(static pair => pair.Key.Length > 0)
        .GroupBy(static pair => pair.Key, static pair => pair.Record, StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, static group => group.Distinct().ToImmutableArray(), StringComparer.Ordinal);
}

/// <summary>What else a typed name is called.</summary>
/// <param name="Authority">The preferred names of the records it belongs to, separated by <c> / </c>.</param>
/// <param name="Names">The other names, each once.</param>
public sealed record OtherNames(string Authority, ImmutableArray<string> Names);
