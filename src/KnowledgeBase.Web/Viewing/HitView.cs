using KnowledgeBase.Documents;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Highlighting;

namespace KnowledgeBase.Web.Viewing;

/// <summary>Whose words the marked ones of a passage are.</summary>
/// <param name="Speaker">Who said them.</param>
/// <param name="IsWhole">Whether the passage is nothing but the quotation: only then is all of it the speaker's.</param>
/// <param name="IsConfirmed">Whether an archivist recorded the quotation; otherwise rules found it.</param>
internal sealed record PassageSpeech(string Speaker, bool IsWhole, bool IsConfirmed);

/// <summary>A document found, as the results show it.</summary>
internal sealed record HitView(SearchHit Hit, SearchUrl Url)
{
    /// <summary>The document, at its first hit where it has one.</summary>
    public string Address => DocumentUrl.Of(Hit.Id, Url, Hit.Rank, Hit.MatchCount > 0 ? "hit-1" : "");

    /// <summary>The document, its paragraphs without hits left out.</summary>
    public string OnlyHits => DocumentUrl.Of(Hit.Id, Url, Hit.Rank, "text", "only=hits");

    /// <summary>How the document is cited.</summary>
    public string Cite => DocumentUrl.Of(Hit.Id, Url, Hit.Rank, "cite");

    /// <summary>Why it was found; empty for an empty query.</summary>
    public string Why => WhyLine.Of(Hit.Reasons);

    /// <summary>Summaries are in the document's language.</summary>
    public string SummaryLanguage => Hit.Metadata.Language;

    /// <summary>The document, at a passage.</summary>
    public string AddressOf(Snippet passage) => DocumentUrl.Of(Hit.Id, Url, Hit.Rank, passage.ParagraphId);

    /// <summary>The quotation that all of a passage that matched stands in; null when it does not, or the speaker is not known.</summary>
    public PassageSpeech? SpeechIn(Snippet passage)
    {
        if (passage.Marks.IsEmpty)
        {
            return null;
        }

        var matched = new TextSpan(passage.Marks[0].Start, passage.Marks[^1].End);
        var quotation = Hit.Metadata.Quotations.FirstOrDefault(q => q.Span.Length > 0 && q.Span.Contains(matched));
        return quotation is null || quotation.Speaker.Length == 0
            ? null
            : new PassageSpeech(quotation.Speaker, quotation.Span.Contains(passage.Span), quotation.IsConfirmed);
    }
}
