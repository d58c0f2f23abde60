using System.Buffers;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Querying.Reading;

/// <summary>A run of characters without space to words, wildcards and fuzzy words.</summary>
internal static class WordReader
{
    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789.");

    /// <summary>What the run stands for: nothing, an element, or a phrase of them when it is cut into several words.</summary>
    /// <param name="decoded">The run, from <see cref="TypedText.Decode"/>.</param>
    /// <param name="form">How its words are compared.</param>
    /// <param name="source">Where it was typed.</param>
    /// <param name="context">The query that is read.</param>
    public static QueryNode? Read(string decoded, WordForm form, TextSpan source, ReadingContext context)
    {
        if (decoded.Length > 1 && decoded[^1] == '=')
        {
            context.Report(QueryProblems.SpelledBehind(TypedText.Restore(decoded), source));
        }

        var elements = Elements(WithoutBoost(decoded, source, context), form, source, context);
        if (elements.Count == 0)
        {
            context.Report(QueryProblems.NoWord(TypedText.Restore(decoded), source));
            return null;
        }

        if (!context.TakeClause(source))
        {
            return null;
        }

        if (elements.Count > QueryLimits.PhraseWords)
        {
            context.Report(QueryProblems.LongPhrase(QueryLimits.PhraseWords, source));
            elements.RemoveRange(QueryLimits.PhraseWords, elements.Count - QueryLimits.PhraseWords);
        }

        return elements is [var only] ? only : new QueryNode.Phrase([.. elements]) { Source = source };
    }

    /// <summary>The elements of the run in order; empty when there is no word in it.</summary>
    public static List<QueryNode> Elements(string decoded, WordForm form, TextSpan source, ReadingContext context)
    {
        var (text, edits) = SplitFuzzy(decoded, source, context);
        if (text.AsSpan().ContainsAny(TypedText.Star, TypedText.Mark))
        {
            if (edits > 0)
            {
                context.Report(QueryProblems.Contradiction("a wildcard", "~", source));
            }

            return WildcardReader.Read(text, form, source, context);
        }

        if (edits > 0 && form is WordForm.AsSpelled)
        {
            context.Report(QueryProblems.Contradiction("~", "=", source));
        }

        var elements = new List<QueryNode>();
        foreach (var word in context.Words(text))
        {
            elements.Add(edits > 0 ? Fuzzy(word, edits, form, source, context) : new QueryNode.Word(word, form) { Source = source });
        }

        return elements;
    }

    private static QueryNode Fuzzy(string word, int edits, WordForm form, TextSpan source, ReadingContext context)
    {
        if (word.EnumerateRunes().Count() < QueryLimits.FuzzyLength)
        {
            context.Report(QueryProblems.ShortFuzzy(word, source));
        }
        else if (!context.TakeFuzzy())
        {
            context.Report(QueryProblems.ManyFuzzy(word, source));
        }
        else
        {
            return new QueryNode.Fuzzy(word, edits) { Source = source };
        }

        return new QueryNode.Word(word, form) { Source = source };
    }

    /// <summary>Splits off <c>~</c>, <c>~1</c> or <c>~2</c>; 0 edits when there is none.</summary>
    private static (string Text, int Edits) SplitFuzzy(string decoded, TextSpan source, ReadingContext context)
    {
        var tilde = decoded.LastIndexOf(TypedText.Tilde);
        if (tilde <= 0 || decoded.AsSpan(tilde + 1).ContainsAnyExcept(NumberSigns))
        {
            return (decoded, 0);
        }

        var number = decoded[(tilde + 1)..];
        var edits = number switch
        {
            "" or "1" => 1,
            "2" => 2,
            "0" => 0,
            _ when number.Contains('.', StringComparison.Ordinal) => 1,
            _ => QueryLimits.FuzzyEdits,
        };
        if (number is not ("" or "0" or "1" or "2"))
        {
            context.Report(QueryProblems.FuzzyEdits(TypedText.Restore(decoded), edits, source));
        }

        return (decoded[..tilde], edits);
    }

    /// <summary>Takes away a weight such as <c>^2</c>.</summary>
    private static string WithoutBoost(string decoded, TextSpan source, ReadingContext context)
    {
        var caret = decoded.LastIndexOf(TypedText.Caret);
        if (caret <= 0 || caret + 1 == decoded.Length || decoded.AsSpan(caret + 1).ContainsAnyExcept(NumberSigns))
        {
            return decoded;
        }

        context.Report(QueryProblems.Boost(TypedText.Restore(decoded[caret..]), source));
        return decoded[..caret];
    }
}
