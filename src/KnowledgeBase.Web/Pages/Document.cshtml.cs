using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Citing;
using KnowledgeBase.Corpus;
using KnowledgeBase.Corpus.Formats.Markdown;
using KnowledgeBase.Documents;
using KnowledgeBase.Quotations;
using KnowledgeBase.Searching;
using KnowledgeBase.Searching.Highlighting;
using KnowledgeBase.Web.Viewing;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KnowledgeBase.Web.Pages;

/// <summary>A document: its text with the hits marked, its sources, what surrounds it, how it is cited.</summary>
internal sealed class DocumentModel(ArchiveSearch search, ArchiveSources sources, SiteAddress site, TimeProvider clock) : PageModel
{
    private const int MostRelated = 40;

    /// <summary>The search that the reader came from; empty when none.</summary>
    public SearchUrl Search { get; private set; } = SearchUrl.Everything;

    /// <summary>The quotation whose check the reader came from; empty when none.</summary>
    public string Checked { get; private set; } = "";

    /// <summary>The document.</summary>
    public CorpusDocument Document { get; private set; } = null!;

    /// <summary>What the front matter says.</summary>
    public DocumentMetadata About => Document.Metadata;

    /// <summary>The text as HTML, with marks.</summary>
    public IHtmlContent Text { get; private set; } = HtmlString.Empty;

    /// <summary>What is looked for inside the document, as typed.</summary>
    public string Find { get; private set; } = "";

    /// <summary>The places that are marked, in the order of the text.</summary>
    public ImmutableArray<TextMatch> Hits { get; private set; } = [];

    /// <summary>The hit the reader has come to, from 1; 0 without hits.</summary>
    public int Hit { get; private set; }

    /// <summary>Whether paragraphs without hits are left out.</summary>
    public bool OnlyHits { get; private set; }

    /// <summary>Whether the reader cleared the marks.</summary>
    public bool MarksAreOff { get; private set; }

    /// <summary>Place among the results; null when the reader did not come from a search.</summary>
    public DocumentNeighbours? Neighbours { get; private set; }

    /// <summary>Related documents that are in the archive, in the order given.</summary>
    public ImmutableArray<CorpusDocument> Related { get; private set; } = [];

    /// <summary>Disputed questions about what this document says, with the paragraphs of this document that take a side.</summary>
    public ImmutableArray<(CorpusDocument Dispute, ImmutableArray<DisputedVersion> Here)> Disputes { get; private set; } = [];

    /// <summary>The sources, numbered.</summary>
    public ImmutableArray<SourceView> Sources { get; private set; } = [];

    /// <summary>The citations.</summary>
    public ImmutableArray<Citation> Citations { get; private set; } = [];

    /// <summary>Permanent address of the document, for print and citation.</summary>
    public Uri Permanent { get; private set; } = null!;

    /// <summary>The machine reading of the date in words; null when it says nothing more.</summary>
    public string? DateReading { get; private set; }

    /// <summary>Shows a document.</summary>
    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        if (await FindAsync(reference, cancellationToken) is not { } document)
        {
            // Codes are passed on by voice and in notes: small letters lead to the same document.
            return await FindAsync(reference.ToUpperInvariant(), cancellationToken) is { } meant
                ? LocalRedirect($"~{DocumentUrl.Of(meant.Id)}{Request.QueryString}")
                : NotFound();
        }

        Document = document;
        Search = SearchUrlReader.Read(Request.Query, out _);
        // SECURITY: only the words are read from the address; where they lead is this site's own page, whatever they are.
        Checked = Request.Query["check"].ToString() is { Length: <= QuotedText.MostCharacters } quoted ? quoted.Trim() : "";
        await FindHitsAsync(cancellationToken);
        if (NumberAt(Request.Query["at"].ToString()) is { } number)
        {
            return LocalRedirect("~" + AddressOfHit(number));
        }

        await FindSurroundingsAsync(cancellationToken);
        Sources = sources.Of(About.Sources);
        var options = new MarkdownHtmlOptions
        {
            CurrentHit = Hit > 0 ? Hit : null,
            ParagraphHref = paragraph => DocumentUrl.OfParagraph(Document.Id, paragraph.Id),
            ResolveLink = AddressOf,
            ResolveSource = TargetOf,
        };
        Text = new HtmlString(MarkdownHtml.Render(document, [.. Hits.Select(static (hit, i) => new MarkedHit(i + 1, hit.Marks))], options));
        Permanent = site.Absolute(HttpContext, DocumentUrl.Of(document.Id));
        Citations = CitationStyles.All(site.Cite(HttpContext, document, clock));
        DateReading = ReadingOf(About.Date);
        return Page();
    }

    /// <summary>This document, with the search kept and something else changed.</summary>
    public string Address(string more = "", string fragment = "") =>
        DocumentUrl.Of(Document.Id, Search, Neighbours?.Rank ?? 0, fragment, Join(FindParameter, CheckParameter, more));

    /// <summary>This document at a hit.</summary>
    public string AddressOfHit(int number) => Address(
        Join(OnlyHits ? "only=hits" : "", FormattableString.Invariant($"hit={number}")), FormattableString.Invariant($"hit-{number}"));

    /// <summary>The paragraph of the hit the reader has come to: what leads to another view of the text keeps the place.</summary>
    public string ParagraphOfHit => Document.Paragraphs.LastOrDefault(paragraph => Hit > 0 && paragraph.Span.Start <= Hits[Hit - 1].Span.Start)?.Id ?? "text";

    /// <summary>A neighbour among the results.</summary>
    public string AddressOf(SearchHit neighbour) => DocumentUrl.Of(neighbour.Id, Search, neighbour.Rank, "hit-1");

    /// <summary>Number of the source in the list; 0 when it is not there.</summary>
    public SourceView? SourceOf(string key) => Sources.FirstOrDefault(source => source.Key == key);

    /// <summary>The paragraph that a disputed version points to.</summary>
    public static string AddressOfVersion(string at)
    {
        var parts = at.Split('#', 2);
        return parts.Length == 2 ? $"/d/{Uri.EscapeDataString(parts[0])}#{Uri.EscapeDataString(parts[1])}" : $"/d/{Uri.EscapeDataString(parts[0])}";
    }

    /// <summary>The same paragraph in words: title and number of the paragraph, or its code when the document is not related.</summary>
    public string PlaceOf(string at)
    {
        var parts = at.Split('#', 2);
        var document = Related.FirstOrDefault(related => related.Id.Value == parts[0]);
        var paragraph = document?.Paragraphs.FirstOrDefault(known => parts.Length == 2 && known.Id == parts[1]);
        return document is null ? parts[0]
            : paragraph is null ? document.Metadata.Title
            : FormattableString.Invariant($"{document.Metadata.Title}, ¶\u00a0{paragraph.Number}");
    }

    /// <summary>Whether the reader followed a link to an occurrence that is not there any more.</summary>
    public bool IsOccurrenceGone => Request.Query.ContainsKey("at");

    /// <summary>The number of the hit at a place of the text, such as <c>120-126</c>; null when there is none.</summary>
    private int? NumberAt(string place)
    {
        var ends = place.Split('-');
        if (ends.Length != 2
            || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            || !int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out var end))
        {
            return null;
        }

        var index = Hits.Select(static hit => hit.Span).ToImmutableArray().IndexOf(new TextSpan(start, end));
        return index < 0 ? null : index + 1;
    }

    private string FindParameter => Request.Query.ContainsKey("find") ? "find=" + Uri.EscapeDataString(Find) : "";

    private string CheckParameter => Checked.Length > 0 ? "check=" + SearchUrl.Escape(Checked) : "";

    private static string Join(params ReadOnlySpan<string> parameters)
    {
        var present = new List<string>();
        foreach (var parameter in parameters)
        {
            if (parameter.Length > 0)
            {
                present.Add(parameter);
            }
        }

        return string.Join('&', present);
    }

    private async Task<CorpusDocument?> FindAsync(string reference, CancellationToken cancellationToken) =>
        DocumentId.IsValid(reference) ? await search.Index.GetDocumentAsync(new DocumentId(reference), cancellationToken) : null;

    private async Task FindHitsAsync(CancellationToken cancellationToken)
    {
        Find = Request.Query.ContainsKey("find") ? Request.Query["find"].ToString().Trim() : Search.Text;
        MarksAreOff = Request.Query["marks"] == "off";
        if (Find.Length == 0 || MarksAreOff)
        {
            return;
        }

        Hits = await search.Index.FindMatchesAsync(Document.Id, search.Read(Find).Query, cancellationToken) ?? [];
        var problems = ImmutableArray.CreateBuilder<ParameterProblem>();
        Hit = Hits.IsEmpty ? 0 : Math.Min(SearchUrlReader.ReadNumber("hit", Request.Query["hit"], 1, 1_000_000, 1, problems), Hits.Length);
        OnlyHits = Hits.Length > 0 && Request.Query["only"] == "hits";
    }

    private async Task FindSurroundingsAsync(CancellationToken cancellationToken)
    {
        var problems = ImmutableArray.CreateBuilder<ParameterProblem>();
        var rank = SearchUrlReader.ReadNumber("n", Request.Query["n"], 1, 100_000_000, 0, problems);
        if (rank > 0 || (!Search.IsEmpty && Search.View is not ResultView.Concordance))
        {
            Neighbours = await DocumentNeighbours.FindAsync(
                search.Index, Search, search.Read(Search.Text).Query, Document.Id, rank, cancellationToken);
        }

        var related = ImmutableArray.CreateBuilder<CorpusDocument>();
        foreach (var id in About.Related.Where(DocumentId.IsValid).Distinct(StringComparer.Ordinal).Take(MostRelated))
        {
            if (await search.Index.GetDocumentAsync(new DocumentId(id), cancellationToken) is { } document)
            {
                related.Add(document);
            }
        }

        Related = related.ToImmutable();
        var here = Document.Id.Value + "#";
        Disputes =
        [
            .. Related
                .Select(dispute => (dispute, dispute.Metadata.Versions
                    .Where(version => version.At.StartsWith(here, StringComparison.Ordinal)).ToImmutableArray()))
                .Where(static pair => pair.Item2.Length > 0),
        ];
    }

    /// <summary>A link by path is looked up among the related documents: the index knows documents by their codes only.</summary>
    private string? AddressOf(CorpusLink link)
    {
        var id = link.Id ?? Related.FirstOrDefault(document => document.Path == link.Path)?.Id;
        return id is null ? null : DocumentUrl.Of(id.Value) + (link.Paragraph is null ? "" : "#" + link.Paragraph);
    }

    private CitationTarget? TargetOf(string key) => SourceOf(key) is { } source
        ? new CitationTarget(
            source.Number.ToString(CultureInfo.InvariantCulture), "#" + source.Anchor,
            source.Publisher is null ? source.Title : $"{source.Publisher}: {source.Title}")
        : null;

    private static string? ReadingOf(ArchiveDate date) =>
        date.Edtf is not null && Edtf.TryParse(date.Edtf, out var read, out _) ? read.InWords : null;
}
