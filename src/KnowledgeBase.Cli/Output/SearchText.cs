using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KnowledgeBase.Documents;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Highlighting;

namespace KnowledgeBase.Cli.Output;

/// <summary>A page of results as text: title, what it is, passages.</summary>
internal sealed class SearchText(Terminal terminal, bool explain)
{
    private readonly Style _style = Style.For(terminal);

    /// <summary>How many documents were found, and which are shown.</summary>
    public static string Summary(SearchPage page)
    {
        if (page.Hits.IsEmpty && page.Total == 0)
        {
            var words = string.Join(", ", page.WordCounts.Select(static count =>
                string.Create(CultureInfo.InvariantCulture, $"{Printable.OneLine(count.Word)}: {count.Documents}")));
            return words.Length == 0 ? "No document matches." : $"No document matches. Documents with each word: {words}.";
        }

        var found = Printable.Count(page.Total, "document", "documents");
        var partial = page.PartialTotal > 0
            ? string.Create(CultureInfo.InvariantCulture, $", and {page.PartialTotal:#,0} with some of the words")
            : "";
        var shown = page.Hits.IsEmpty
            ? "none on this page"
            : string.Create(CultureInfo.InvariantCulture, $"showing {page.Hits[0].Rank}-{page.Hits[^1].Rank}");
        return $"{(page.TotalIsExact ? "" : "at least ")}{found}{partial}; {shown}.";
    }

    public void Write(SearchPage page)
    {
        foreach (var hit in page.Hits)
        {
            WriteHit(hit);
        }

        foreach (var facet in page.Facets.Where(static facet => !facet.Values.IsEmpty))
        {
            var values = facet.Values.Select(static value =>
                string.Create(CultureInfo.InvariantCulture, $"{Printable.OneLine(value.Value)} ({value.Count})"));
            terminal.Out.WriteLine($"{_style.AsTitle(facet.Facet)}: {string.Join(", ", values)}");
        }
    }

    private void WriteHit(SearchHit hit)
    {
        var title = _style.AsTitle(Marked(hit.Metadata.Title, hit.TitleMarks, 0));
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{hit.Rank}. {title}"));
        var about = $"{hit.Id} · {hit.Metadata.Date.AsWritten} · {hit.Metadata.Type} · {hit.Metadata.Language}";
        terminal.Out.WriteLine("   " + _style.AsFaint(Printable.OneLine(about)));
        if (!hit.IsFullMatch)
        {
            terminal.Out.WriteLine("   " + Printable.OneLine($"without: {string.Join(", ", MatchInWords.Lacking(hit))}"));
        }

        if (Matched(hit) is { Length: > 0 } matched)
        {
            terminal.Out.WriteLine("   " + _style.AsFaint(Printable.OneLine(matched)));
        }

        foreach (var passage in hit.Passages)
        {
            terminal.Out.WriteLine("   " + WritePassage(passage));
        }

        if (explain)
        {
            var parts = hit.ScoreParts.Select(static part => string.Create(CultureInfo.InvariantCulture, $"{part.Name} {part.Value:0.000}"));
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   score {hit.Score:0.000}: {string.Join(", ", parts)}"));
        }

        terminal.Out.WriteLine();
    }

    /// <summary>
    /// The other names for which a document was found, each once, and how a quotation stands there; empty when what was typed matched
    /// itself.
    /// </summary>
    private static string Matched(SearchHit hit) => string.Join("; ", hit.Reasons
        .Where(static reason => reason.Kind is MatchKind.Variant or MatchKind.Quotation)
        .Select(MatchInWords.WithDetail).Distinct(StringComparer.Ordinal));

    private string WritePassage(Snippet passage) =>
        $"{_style.AsFaint(string.Create(CultureInfo.InvariantCulture, $"¶{passage.ParagraphNumber}"))} {(passage.BeginsInside ? "… " : "")}{Marked(passage.Text, passage.Marks, passage.Span.Start)}{(passage.EndsInside ? " …" : "")}";

    /// <summary>The text with its marks, on one line. A mark ends where the words do, so a title goes on in its own style.</summary>
    private string Marked(string text, ImmutableArray<TextSpan> marks, int origin)
    {
        if (_style == Style.Plain)
        {
            return Printable.OneLine(text);
        }

        var marked = new StringBuilder();
        var at = 0;
        foreach (var mark in marks.Select(mark => mark.Shift(-origin)))
        {
            marked.Append(Printable.OneLine(text[at..mark.Start])).Append(_style.Mark).Append(Printable.OneLine(mark.In(text))).Append(_style.End);
            at = mark.End;
        }

        return marked.Append(Printable.OneLine(text[at..])).ToString();
    }
}
