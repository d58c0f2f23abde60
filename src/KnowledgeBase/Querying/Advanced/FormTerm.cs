using KnowledgeBase.Querying.Reading;

namespace KnowledgeBase.Querying.Advanced;

/// <summary>A word or phrase that a reader typed into a field of the form.</summary>
/// <param name="Content">The word, or what stands between the quotation marks.</param>
/// <param name="IsPhrase">Whether it stands between quotation marks.</param>
/// <param name="IsSpelled">Whether case and accents count.</param>
/// <param name="Suffix">Empty, or <c>~</c> and a number.</param>
internal sealed record FormTerm(string Content, bool IsPhrase, bool IsSpelled, string Suffix)
{
    /// <summary>The term as it stands in a query, whatever stands before and behind it.</summary>
    public string Text => Protect((IsSpelled ? "=" : "") + (IsPhrase ? $"\"{Content}\"" : Word) + Suffix);

    /// <summary>The term between the quotation marks of a longer phrase.</summary>
    public string InPhrase => IsPhrase ? Content : Content + Suffix;

    /// <summary>A word that would be read as an operator gets a backslash, which is no part of any word.</summary>
    private string Word => FormTerms.IsOperator(Content) ? "\\" + Content : Content;

    /// <summary>In brackets where a question mark at the end of the query would be taken for the end of a question.</summary>
    private string Protect(string text) =>
        !IsPhrase && Suffix.Length == 0 && QuestionMarks.EndsSentence(FormTerms.Decode(Content)) ? $"({text})" : text;
}
