using System.Runtime.CompilerServices;
using KnowledgeBase.Querying.Names;

namespace KnowledgeBase.Searching.Completing;

/// <summary>Finds names by the beginnings of what else they are called: Vienna by <c>wie</c>, Söderman by <c>soeder</c>.</summary>
/// <remarks>Misspellings count too: a reader who types one is led to the name. Made once for each table of names.</remarks>
internal sealed class VariantTable
{
    /// <summary>Most names for one beginning.</summary>
    private const int Most = 20;

    private static readonly ConditionalWeakTable<NameTable, VariantTable> Made = [];

    private readonly (NameRecord Record, string Variant)[] _variants;
    private readonly PrefixTable _table;

    private VariantTable(NameTable names)
    {
        _variants =
        [
            .. names.Records.SelectMany(static record => record.Variants.Concat(record.Misspellings).Select(variant => (record, variant)))
                .OrderBy(static pair => pair.variant, StringComparer.Ordinal),
        ];
        var texts = _variants.SelectMany(static (pair, number) => NameKey.AllOf(pair.Variant).Select(text => (number, text))).ToList();
        _table = new PrefixTable(_variants.Length, texts, beginningsFirst: true);
    }

    public static VariantTable Of(NameTable names) => Made.GetValue(names, static table => new VariantTable(table));

    /// <summary>The names with a variant that begins so, each once.</summary>
    public IEnumerable<NameBeginning> Find(string beginning, int number, IReadOnlyCollection<string> kinds) => _table.Find(beginning)
        .Select(variant => _variants[variant])
        .Where(pair => kinds.Contains(pair.Record.Kind))
        .DistinctBy(static pair => pair.Record)
        .Take(Most)
        .Select(pair => new NameBeginning(pair.Record.Kind, pair.Record.Name, pair.Variant, number));
}
