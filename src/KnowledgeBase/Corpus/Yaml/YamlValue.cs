using System.Collections.Immutable;

namespace KnowledgeBase.Corpus.Yaml;

/// <summary>A value of a YAML file; every scalar is text.</summary>
/// <param name="Line">Where it begins, from 1.</param>
internal abstract record YamlValue(int Line)
{
    /// <summary>Text.</summary>
    public sealed record Scalar(int Line, string Text) : YamlValue(Line);

    /// <summary>A list.</summary>
    public sealed record List(int Line, ImmutableArray<YamlValue> Items) : YamlValue(Line);

    /// <summary>Named values in the order of the file; no name stands twice.</summary>
    public sealed record Map(int Line, ImmutableArray<YamlEntry> Entries) : YamlValue(Line);
}

/// <summary>A named value.</summary>
internal sealed record YamlEntry(string Name, int Line, YamlValue Value);
