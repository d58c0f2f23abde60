using KnowledgeBase.Querying.Names;
using KnowledgeBase.Searching.Completing;

namespace KnowledgeBase.LuceneIndex.Suggestions;

/// <summary>Names or phrases with how many documents have them, found by what they begin with.</summary>
internal sealed class CountedTexts
{
    private readonly (string Text, long Documents)[] _texts;
    private readonly PrefixTable _table;
    private readonly Dictionary<string, long> _counts;
    private readonly ILookup<string, (string Text, long Documents)> _byKey;

    private CountedTexts(IEnumerable<(string Text, long Documents)> texts, Func<string, IEnumerable<string>> keys, bool beginningsFirst)
    {
        _texts = [.. texts.OrderByDescending(static text => text.Documents).ThenBy(static text => text.Text, StringComparer.Ordinal)];
        _counts = _texts.ToDictionary(static text => text.Text, static text => text.Documents, StringComparer.Ordinal);
        _byKey = _texts.ToLookup(static text => NameKey.Of(text.Text), StringComparer.Ordinal);
        _table = new PrefixTable(_texts.Length, [.. _texts.SelectMany((text, number) => keys(text.Text).Select(key => (number, key)))], beginningsFirst);
    }

    /// <summary>Names: a surname typed is as good as a first name, and umlauts may be written out.</summary>
    public static CountedTexts OfNames(IEnumerable<(string Text, long Documents)> names) =>
        new(names, NameKey.AllOf, beginningsFirst: false);

    /// <summary>Phrases: what goes on as typed comes before what has it inside.</summary>
    public static CountedTexts OfPhrases(IEnumerable<(string Text, long Documents)> phrases) =>
        new(phrases, static phrase => [NameKey.Of(phrase)], beginningsFirst: true);

    /// <summary>The texts that have a word beginning so, best first.</summary>
    public IEnumerable<(string Text, long Documents)> Find(string beginning) => _table.Find(beginning).Select(number => _texts[number]);

    /// <summary>The texts of exactly these words: among ten thousand that begin so they would not be found.</summary>
    public IEnumerable<(string Text, long Documents)> FindExact(string words) => _byKey[words];

    /// <summary>How many documents have a text; 0 for one that is not among them.</summary>
    public long Count(string text) => _counts.GetValueOrDefault(text);
}
