using System.Collections.Frozen;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Quotations;

/// <summary>How a compared word is written with the one beside it.</summary>
internal enum ContractedForm : byte
{
    /// <summary>By itself.</summary>
    None,

    /// <summary>The verb of <c>isn’t</c>.</summary>
    ShortVerb,

    /// <summary>The <c>n’t</c> of <c>isn’t</c>.</summary>
    ShortNot,

    /// <summary>The verb of <c>cannot</c>.</summary>
    JoinedVerb,

    /// <summary>The <c>not</c> of <c>cannot</c>.</summary>
    JoinedNot,
}

/// <summary>
/// English contractions with <c>not</c>, as two words: compared with <c>is not</c>, <c>isn’t</c> has the same sense and another form;
/// compared with <c>is</c> it has a negation more.
/// </summary>
internal static class Contractions
{
    private const string Cannot = "cannot";
    private const string Apostrophes = "'’‘ʼ`´＇";

    /// <summary>What stands before the apostrophe: words are cut there.</summary>
    private static readonly FrozenDictionary<string, string> Verbs = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["isn"] = "is",
        ["aren"] = "are",
        ["wasn"] = "was",
        ["weren"] = "were",
        ["don"] = "do",
        ["doesn"] = "does",
        ["didn"] = "did",
        ["hasn"] = "has",
        ["haven"] = "have",
        ["hadn"] = "had",
        ["can"] = "can",
        ["couldn"] = "could",
        ["won"] = "will",
        ["wouldn"] = "would",
        ["shan"] = "shall",
        ["shouldn"] = "should",
        ["mayn"] = "may",
        ["mightn"] = "might",
        ["mustn"] = "must",
        ["needn"] = "need",
        ["oughtn"] = "ought",
        ["daren"] = "dare",
        ["ain"] = "is",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Auxiliaries = Verbs.Values.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a form is the second half of a word.</summary>
    public static bool IsNot(this ContractedForm form) => form is ContractedForm.ShortNot or ContractedForm.JoinedNot;

    /// <summary>
    /// Whether the words have another form in a document that says the same: no document can be passed over for lacking them.
    /// </summary>
    public static bool MayBeWrittenOtherwise(ComparedWord[] words, int at) =>
        words[at].Form is not ContractedForm.None
        || (IsPlainNot(words, at) && at > 0 && Auxiliaries.Contains(words[at - 1].Exact))
        || (Auxiliaries.Contains(words[at].Exact) && at + 1 < words.Length && IsPlainNot(words, at + 1));

    /// <summary>Adds a word of a text; one that is a contraction, with the words before it, becomes two.</summary>
    public static void Add(List<ComparedWord> words, string text, ComparedWord word)
    {
        if (word.Exact == Cannot && !word.IsBroken && word.Span.Length == Cannot.Length)
        {
            var middle = word.Span.Start + "can".Length;
            words.Add(word with { Span = new TextSpan(word.Span.Start, middle), Raw = word.Raw[..3], Exact = "can", Form = ContractedForm.JoinedVerb });
            words.Add(new ComparedWord(new TextSpan(middle, word.Span.End), word.Raw[3..], "not", false, new WordGap("", false, false))
            {
                Form = ContractedForm.JoinedNot,
            });
            return;
        }

        if (word.Exact == "t" && words.Count > 0 && IsInside(word.Before) && !IsElided(text, word.Span.End)
            && words[^1] is { Form: ContractedForm.None, IsBroken: false } verb && Verbs.TryGetValue(verb.Exact, out var whole))
        {
            words[^1] = verb with { Exact = whole, Form = ContractedForm.ShortVerb };
            words.Add(word with { Exact = "not", Form = ContractedForm.ShortNot });
            return;
        }

        words.Add(word);
    }

    /// <summary>The words by which the half of a contraction is found in an index, which knows nothing of them; none for the <c>not</c> of <c>cannot</c>.</summary>
    public static string IndexedAs(ComparedWord word) => word.Form switch
    {
        ContractedForm.None => word.Exact,
        ContractedForm.JoinedVerb => Cannot,
        ContractedForm.JoinedNot => "",
        _ => TextFolding.Fold(word.Raw),
    };

    private static bool IsPlainNot(ComparedWord[] words, int at) => words[at] is { Exact: "not", Form: ContractedForm.None };

    /// <summary>An apostrophe, or the space that a machine reading left of one.</summary>
    private static bool IsInside(WordGap gap) => !gap.HasLineBreak && (gap.HasSpace
        ? gap.Punctuation.Length == 0
        : gap.Punctuation.Length == 1 && Apostrophes.Contains(gap.Punctuation[0], StringComparison.Ordinal));

    /// <summary>The French <c>t’</c>: <c>le don t’est offert</c>.</summary>
    private static bool IsElided(string text, int end) =>
        end + 1 < text.Length && Apostrophes.Contains(text[end], StringComparison.Ordinal) && char.IsLetter(text[end + 1]);
}
