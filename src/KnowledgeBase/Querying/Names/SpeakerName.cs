using System.Collections.Immutable;
using KnowledgeBase.Analysis;

namespace KnowledgeBase.Querying.Names;

/// <summary>The words of a speaker's name as they were typed: <c>Johann Scho*</c>, <c>Schober~2</c>.</summary>
public static class SpeakerName
{
    /// <summary>Whether a word of the name stands for several, so that the name is not that of a record.</summary>
    public static bool HasPatterns(string speaker) => speaker.AsSpan().ContainsAny('*', '?', '~');

    /// <summary>The name as one string, from which <see cref="Words"/> reads the same words.</summary>
    /// <param name="words">Words, wildcards and fuzzy words; anything else is passed over.</param>
    public static string Of(IEnumerable<QueryNode> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return string.Join(' ', words.Select(static word => word switch
        {
            QueryNode.Word plain => plain.Text,
            // What stands beside a star is not composed yet, as a letter before it and an accent after it are two.
            QueryNode.Wildcard wildcard => TextFolding.Compose(wildcard.Pattern),
            QueryNode.Fuzzy fuzzy => fuzzy.Text + (fuzzy.Edits == 1 ? "~" : "~2"),
            _ => "",
        }).Where(static word => word.Length > 0));
    }

    /// <summary>What each word of a name asks for: a <see cref="QueryNode.Word"/>, <see cref="QueryNode.Wildcard"/> or <see cref="QueryNode.Fuzzy"/>.</summary>
    /// <param name="speaker">A name, also of a record.</param>
    /// <param name="isAsSpelled">Whether capitals and accents count; if not, plain words come without them.</param>
    public static ImmutableArray<QueryNode> Words(string speaker, bool isAsSpelled)
    {
        ArgumentNullException.ThrowIfNull(speaker);
        if (!HasPatterns(speaker))
        {
            return [.. Plain(speaker, isAsSpelled)];
        }

        return
        [
            .. speaker.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word =>
                word.EndsWith("~2", StringComparison.Ordinal) ? [new QueryNode.Fuzzy(word[..^2], 2)]
                : word.EndsWith('~') ? [new QueryNode.Fuzzy(word[..^1], 1)]
                : HasPatterns(word) ? [new QueryNode.Wildcard(word, isAsSpelled ? WordForm.AsSpelled : WordForm.Verbatim)]
                : Plain(word, isAsSpelled)),
        ];
    }

    private static IEnumerable<QueryNode> Plain(string name, bool isAsSpelled) => isAsSpelled
        ? WordCutter.OneForEachPlace(name).Select(static word => new QueryNode.Word(word, WordForm.AsSpelled))
        : NameKey.Words(name).Select(static word => new QueryNode.Word(word, WordForm.Verbatim));
}
