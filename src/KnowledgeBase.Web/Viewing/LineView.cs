using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.Quotations.Kwic;
using Microsoft.AspNetCore.Html;

namespace KnowledgeBase.Web.Viewing;

/// <summary>A line of a concordance, as the page shows it.</summary>
internal sealed record LineView(ConcordanceLine Line, SearchUrl Url)
{
    /// <summary>The document, at this occurrence.</summary>
    public string Address => AddressOf(Line, Url);

    /// <summary>The direction of the line for HTML.</summary>
    public string Direction => Line.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>What is read before the match; the word the lines are sorted by stands out.</summary>
    public IHtmlContent Before => MarkedText.Html(Line.Left, SortedBy(Line.Left, fromEnd: true, Url.Lines.Sort switch
    {
        ConcordanceSort.Left1 => 1,
        ConcordanceSort.Left2 => 2,
        ConcordanceSort.Left3 => 3,
        _ => 0,
    }), element: "b");

    /// <summary>What matched.</summary>
    public IHtmlContent Keyword => MarkedText.Html(Line.Keyword, Line.Marks);

    /// <summary>What is read after it.</summary>
    public IHtmlContent After => MarkedText.Html(Line.Right, SortedBy(Line.Right, fromEnd: false, Url.Lines.Sort switch
    {
        ConcordanceSort.Right1 => 1,
        ConcordanceSort.Right2 => 2,
        ConcordanceSort.Right3 => 3,
        _ => 0,
    }), element: "b");

    /// <summary>The document's page at an occurrence: it finds out itself which of its hits that is.</summary>
    public static string AddressOf(ConcordanceLine line, SearchUrl url) => DocumentUrl.Of(
        line.Id, url, more: string.Create(CultureInfo.InvariantCulture, $"at={line.Span.Start}-{line.Span.End}"));

    private static ImmutableArray<TextSpan> SortedBy(string context, bool fromEnd, int distance)
    {
        if (distance == 0)
        {
            return [];
        }

        var words = WordCutter.Cut(context).DistinctBy(static word => word.Position).ToList();
        var index = fromEnd ? words.Count - distance : distance - 1;
        return index >= 0 && index < words.Count ? [words[index].Span] : [];
    }
}
