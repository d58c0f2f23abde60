using System.Collections.Immutable;

namespace KnowledgeBase.Analysis;

/// <summary>Text to words: the same for indexing, querying, marking and quoting.</summary>
/// <remarks>Safe for use by many callers at once.</remarks>
public interface ITextAnalyzer
{
    /// <summary>Changes when the same text would give other tokens; an index built with another version is rebuilt.</summary>
    string Version { get; }

    /// <summary>The languages with a chain of their own, as BCP 47 primary subtags; every other text gets a fallback.</summary>
    ImmutableArray<string> Languages { get; }

    /// <summary>The words of a text in order, positions from 0.</summary>
    /// <param name="text">Any text, also empty or malformed UTF-16.</param>
    /// <param name="language">A BCP 47 code; one that is not known gets the fallback.</param>
    IReadOnlyList<TextToken> Analyze(string text, string language);

    /// <summary>The stems of one folded or unfolded word in a language: one or two, never none.</summary>
    ImmutableArray<string> Stems(string word, string language);

    /// <summary>Whether the folded word is so common in the language that a list of words need not contain it.</summary>
    bool IsStopWord(string exact, string language);

    /// <summary>The chain that <see cref="Analyze"/> uses for a language: one of <see cref="Languages"/>, or <c>und</c>.</summary>
    string ChainFor(string language);
}
