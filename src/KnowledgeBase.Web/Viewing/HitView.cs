using KnowledgeBase.Documents;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Highlighting;

namespace KnowledgeBase.Web.Viewing;

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

    /// <summary>Who says the words, where all of the passage that matched is one quotation; empty otherwise.</summary>
    public string SpeakerOf(Snippet passage)
    {
        if (passage.Marks.IsEmpty)
        {
            return "";
        }

        var matched = new TextSpan(passage.Marks[0].Start, passage.Marks[^1].End);
        var quotation = Hit.Metadata.Quotations.FirstOrDefault(q => q.Span.Length > 0 && q.Span.Contains(matched));
        return quotation is null || quotation.Speaker.Length == 0 ? "" : quotation.Speaker + ": ";
    }
}
