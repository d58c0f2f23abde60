using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Corpus.Yaml;

/// <summary>The fields of one record, checked against its rules.</summary>
internal sealed partial class FieldReader
{
    private readonly Dictionary<string, YamlEntry> _entries = new(StringComparer.Ordinal);
    private readonly ProblemList _problems;
    private readonly string _prefix;

    /// <summary>Checks the record and reports all that is wrong with it.</summary>
    /// <param name="map">The record.</param>
    /// <param name="rules">The fields it may have.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="prefix">What stands before a field's name in a problem, such as <c>quotations[1].</c>; may be empty.</param>
    public FieldReader(YamlValue.Map map, IReadOnlyList<FieldRule> rules, ProblemList problems, string prefix = "")
    {
        (_problems, _prefix) = (problems, prefix);
        foreach (var entry in map.Entries)
        {
            var rule = rules.FirstOrDefault(rule => rule.Name == entry.Name);
            if (rule is null)
            {
                problems.Add(
                    "front_matter.unknown_field", entry.Line, prefix + entry.Name,
                    $"There is no such field. The fields are: {string.Join(", ", rules.Select(static r => r.Name))}.");
            }
            else if (HasRightShape(entry, rule))
            {
                _entries.TryAdd(entry.Name, entry);
            }
        }

        foreach (var rule in rules.Where(rule => rule.Shape == FieldShape.Required && !map.Entries.Any(e => e.Name == rule.Name)))
        {
            problems.Add("front_matter.missing_field", map.Line, prefix + rule.Name, "This field is required and is not there.");
        }
    }

    /// <summary>The text of a field, its white space made single; null when it is not there or was reported.</summary>
    public string? Text(string name) => _entries.TryGetValue(name, out var entry) ? Clean(entry.Value) : null;

    /// <summary>The texts of a list, each once; empty when it is not there.</summary>
    public ImmutableArray<string> Texts(string name) =>
        _entries.TryGetValue(name, out var entry) && entry.Value is YamlValue.List list
            ? [.. list.Items.Select(Clean).Distinct(StringComparer.Ordinal)]
            : [];

    /// <summary>The records of a list; empty when it is not there.</summary>
    public IEnumerable<YamlValue.Map> Records(string name) =>
        _entries.TryGetValue(name, out var entry) && entry.Value is YamlValue.List list ? list.Items.OfType<YamlValue.Map>() : [];

    /// <summary>The named texts of a map; empty when it is not there.</summary>
    public ImmutableSortedDictionary<string, string> Map(string name) =>
        _entries.TryGetValue(name, out var entry) && entry.Value is YamlValue.Map map
            ? map.Entries.DistinctBy(static e => e.Name).ToImmutableSortedDictionary(static e => e.Name, static e => Clean(e.Value), StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The line of a field; 0 when it is not there.</summary>
    public int Line(string name) => _entries.TryGetValue(name, out var entry) ? entry.Line : 0;

    private bool HasRightShape(YamlEntry entry, FieldRule rule) => rule.Shape switch
    {
        FieldShape.Required or FieldShape.Optional => IsText(entry, rule),
        // A field with nothing behind it is an empty list.
        _ when entry.Value is YamlValue.Scalar { Text: "" } => true,
        FieldShape.List => IsListOfTexts(entry, rule),
        FieldShape.Records => IsListOfRecords(entry),
        _ => IsMap(entry),
    };

    private bool IsText(YamlEntry entry, FieldRule rule)
    {
        if (entry.Value is not YamlValue.Scalar)
        {
            return Report("front_matter.shape", entry.Line, entry.Name, "This field holds one text, not a list or a map.");
        }

        var text = Clean(entry.Value);
        if (text.Length == 0)
        {
            var advice = rule.Shape == FieldShape.Required ? "write a value" : "write a value or leave the field away";
            return Report("front_matter.empty", entry.Line, entry.Name, $"This field is empty; {advice}.");
        }

        return IsAccepted(text, entry.Value.Line, entry.Name, rule);
    }

    private bool IsListOfTexts(YamlEntry entry, FieldRule rule)
    {
        if (entry.Value is not YamlValue.List list || !list.Items.All(static item => item is YamlValue.Scalar))
        {
            return Report("front_matter.shape", entry.Line, entry.Name, "This field is a list of texts, written [a, b] or one item a line after \"- \".");
        }

        var isGood = true;
        foreach (var item in list.Items)
        {
            var text = Clean(item);
            isGood &= text.Length > 0
                ? IsAccepted(text, item.Line, entry.Name, rule)
                : Report("front_matter.empty", item.Line, entry.Name, "An item of this list is empty; remove it.");
        }

        return isGood;
    }

    private bool IsListOfRecords(YamlEntry entry) =>
        (entry.Value is YamlValue.List list && list.Items.All(static item => item is YamlValue.Map))
        || Report("front_matter.shape", entry.Line, entry.Name, "This field is a list of records: each begins with \"- \" and has fields of its own.");

    private bool IsMap(YamlEntry entry) =>
        (entry.Value is YamlValue.Map map && map.Entries.All(static e => e.Value is YamlValue.Scalar))
        || Report("front_matter.shape", entry.Line, entry.Name, "This field is a map from names to texts, such as wikidata: Q8475.");

    private bool IsAccepted(string text, int line, string name, FieldRule rule) =>
        rule.Check?.Invoke(text) is not { } problem || Report("front_matter.value", line, name, problem);

    private bool Report(string code, int line, string name, string message)
    {
        _problems.Add(code, line, _prefix + name, message);
        return false;
    }

    private static string Clean(YamlValue value) => WhiteSpace().Replace(((YamlValue.Scalar)value).Text, " ").Trim(' ');

    [GeneratedRegex(@"[ \t\r\n]+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();
}
