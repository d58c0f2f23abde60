using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Analysis;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.LuceneIndex.Analysis;
using KnowledgeBase.Querying;
using KnowledgeBase.Quotations.Kwic;
using KnowledgeBase.Searching;
using KnowledgeBase.Tests.Contracts;
using KnowledgeBase.Tests.Support;

namespace KnowledgeBase.Tests.Quotations.Kwic;

/// <summary>
/// Pages, streams, windows, collocates and years of concordances, compared on archives made from seeds with what loops over the same
/// documents give. Which places match is judged elsewhere; what is made of them is judged here.
/// </summary>
public sealed class ConcordanceJudgeTests
{
    private static readonly LuceneTextAnalyzer Analyzer = new();

    private static readonly QueryNode[] Queries =
    [
        new QueryNode.Word("police"),
        new QueryNode.Word("the", WordForm.Verbatim),
        new QueryNode.Any([new QueryNode.Word("congress"), new QueryNode.Word("Vienna")]),
        new QueryNode.All([new QueryNode.Word("police"), new QueryNode.Word("criminal")]),
        new QueryNode.Phrase([new QueryNode.Word("police"), new QueryNode.Wildcard("*")]),
        new QueryNode.Near(new QueryNode.Word("international"), new QueryNode.Any([new QueryNode.Word("war"), new QueryNode.Word("not")]), 4, false),
        new QueryNode.Wildcard("int*"),
        new QueryNode.Everything(),
    ];

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task A_concordance_is_what_loops_over_the_documents_give(int seed)
    {
        var documents = new RandomArchive(seed).Documents(60);
        using var folder = new TempFolder();
        using var index = SomeIndex.Of(folder, documents);
        var random = new Random(seed);
        var seen = 0L;
        foreach (var query in Queries)
        {
            foreach (var (sort, _) in ConcordanceSorts.All)
            {
                var request = new ConcordanceRequest(new SearchRequest { Query = query })
                {
                    Sort = sort,
                    Descending = random.Next(2) == 0,
                    Left = random.Next(0, 6),
                    Right = random.Next(0, 6),
                    Near = random.Next(3) == 0 ? "criminal" : "",
                    Collocates = 1_000,
                    Count = 7,
                };
                seen += await Compare(index, documents, request, $"seed {seed}: {query}, {request}");
            }
        }

        Assert.True(seen > 500, $"Only {seen} lines were compared.");
    }

    private static async Task<long> Compare(
        LuceneSearchIndex index, ImmutableArray<CorpusDocument> documents, ConcordanceRequest request, string which)
    {
        var concordance = new Concordance(index, Analyzer);
        var lines = await LinesOf(index, request);
        var expected = Ordered(lines, request).Select(static line => line.Print).ToList();
        var paged = new List<string>();
        ConcordancePage page;
        do
        {
            page = await concordance.ReadAsync(request with { Offset = paged.Count }, CancellationToken.None);
            paged.AddRange(page.Lines.Select(Print));
        }
        while (!page.Lines.IsEmpty);

        Assert.True(expected.SequenceEqual(paged), $"{which}\nexpected {string.Join(' ', expected)}\nfound    {string.Join(' ', paged)}");
        Assert.Equal(expected, await concordance.StreamAsync(request, CancellationToken.None).Select(Print).ToListAsync());
        Assert.Equal((lines.Count, lines.Select(static line => line.Id).Distinct().Count()), (page.Total, page.Documents));
        Assert.Equal(lines.Count, page.Years.Sum(static year => year.Lines));
        Assert.Equal(CollocatesOf(lines, documents, request), page.Collocates.Select(static one =>
            string.Create(CultureInfo.InvariantCulture, $"{one.Word} {one.Near} {one.InAll} {one.LogLikelihood:0.000}")));
        return lines.Count;

        static string Print(ConcordanceLine line) => $"{line.Id}:{line.Span.Start}-{line.Span.End}";
    }

    /// <summary>The lines in the order they are found.</summary>
    private static async Task<List<Line>> LinesOf(LuceneSearchIndex index, ConcordanceRequest request)
    {
        var lines = new List<Line>();
        await foreach (var found in index.StreamAsync(request.Search with { IncludePartial = false }, CancellationToken.None))
        {
            foreach (var span in found.Matches.Select(static match => match.Span).Distinct().OrderBy(static s => s.Start).ThenBy(static s => s.End))
            {
                var words = WordsOf(found.Document, found.Document.Paragraphs.Single(p => p.Span.Contains(span)).Span);
                var line = new Line(
                    found.Document,
                    span,
                    [.. words.Where(word => word.Span.End <= span.Start).Reverse()],
                    [.. words.Where(word => word.Span.Start >= span.End)]);
                var window = line.Left.Take(request.Left).Concat(line.Right.Take(request.Right));
                if (request.Near.Length == 0 || window.Any(word => word.Word == request.Near))
                {
                    lines.Add(line);
                }
            }
        }

        return lines;
    }

    /// <summary>One word for each position; a word broken at a line's end is taken whole.</summary>
    private static List<(TextSpan Span, string Word)> WordsOf(CorpusDocument document, TextSpan paragraph) =>
    [
        .. Analyzer.Analyze(paragraph.In(document.Text), document.Metadata.Language)
            .GroupBy(static token => token.Position)
            .Select(static tokens => tokens.MaxBy(static token => token.Span.Length))
            .Select(token => (token.Span.Shift(paragraph.Start), token.Exact)),
    ];

    private static IEnumerable<Line> Ordered(List<Line> lines, ConcordanceRequest request)
    {
        var key = request.Sort switch
        {
            ConcordanceSort.Left1 => static line => Joined(line.Left, 0, 1, 2),
            ConcordanceSort.Left2 => static line => Joined(line.Left, 1, 2, 0),
            ConcordanceSort.Left3 => static line => Joined(line.Left, 2, 0, 1),
            ConcordanceSort.Right1 => static line => Joined(line.Right, 0, 1, 2),
            ConcordanceSort.Right2 => static line => Joined(line.Right, 1, 2, 0),
            ConcordanceSort.Right3 => static line => Joined(line.Right, 2, 0, 1),
            ConcordanceSort.Keyword => static line => TextFolding.Fold(line.Span.In(line.Document.Text).Replace('\n', ' ')) + '\u0001' + Joined(line.Right, 0, 1, 2),
            ConcordanceSort.Document => static line => line.Id,
            ConcordanceSort.Date when request.Descending => static line => Last(line.Document.Metadata.Date),
            ConcordanceSort.Date => static line => First(line.Document.Metadata.Date),
            _ => (Func<Line, string>)(static _ => ""),
        };
        if (request.Sort is ConcordanceSort.Found)
        {
            return lines;
        }

        var sorted = request.Descending && request.Sort is not ConcordanceSort.Date
            ? lines.OrderByDescending(key, StringComparer.Ordinal)
            : lines.OrderBy(key, StringComparer.Ordinal);
        var byDay = request.Sort is ConcordanceSort.Date ? sorted : sorted.ThenBy(static line => First(line.Document.Metadata.Date), StringComparer.Ordinal);
        return byDay.ThenBy(static line => line.Id, StringComparer.Ordinal).ThenBy(static line => line.Span.Start).ThenBy(static line => line.Span.End);
    }

    private static string Joined(List<(TextSpan Span, string Word)> words, params int[] order) =>
        string.Join('\u0001', order.Select(i => i < words.Count ? words[i].Word : ""));

    private static string First(ArchiveDate date) => date.IsUndated ? "~" : date.First?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? " ";

    /// <summary>The latest first, so the year is counted down; an open end is later than all.</summary>
    private static string Last(ArchiveDate date) => date.IsUndated ? "~"
        : date.Last is { } last ? (99_999_999 - int.Parse(last.ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).ToString("00000000", CultureInfo.InvariantCulture)
        : " ";

    private static IEnumerable<string> CollocatesOf(List<Line> lines, ImmutableArray<CorpusDocument> documents, ConcordanceRequest request)
    {
        var near = lines
            .SelectMany(line => line.Left.Take(request.Left).Concat(line.Right.Take(request.Right)).Select(word => (line.Document, word.Span, word.Word)))
            .DistinctBy(static word => (word.Document.Id, word.Span))
            .Where(word => !lines.Any(line => line.Document == word.Document && line.Span.Overlaps(word.Span)))
            .Where(static word => !Analyzer.IsStopWord(word.Word, word.Document.Metadata.Language))
            .ToList();
        var all = documents.SelectMany(static document => FieldAnalysis.OfText(document, Analyzer).Select(token => (document, token))).ToList();
        var allWords = all.Count(static one => !Analyzer.IsStopWord(one.token.Exact, one.document.Metadata.Language));
        return near.GroupBy(static word => word.Word)
            .Select(word => (Word: word.Key, Near: word.Count(), InAll: all.Count(one => one.token.Exact == word.Key)))
            .Where(word => word.Near >= 2 && word.Near * (double)allWords > near.Count * (double)word.InAll)
            .Select(word => (word.Word, word.Near, word.InAll, Strength: Strength(word.Near, near.Count, word.InAll, allWords)))
            .OrderByDescending(static word => word.Strength)
            .ThenBy(static word => word.Word, StringComparer.Ordinal)
            .Select(static word => string.Create(CultureInfo.InvariantCulture, $"{word.Word} {word.Near} {word.InAll} {word.Strength:0.000}"));
    }

    /// <summary>Twice the sum of observed · ln(observed / expected) over the four cells: the word or not, near or not.</summary>
    private static double Strength(double near, double allNear, double inAll, double all)
    {
        double Cell(double observed, double row, double column) => observed > 0 ? observed * Math.Log(observed / (row * column / all)) : 0;

        return 2 * (Cell(near, allNear, inAll) + Cell(allNear - near, allNear, all - inAll)
            + Cell(inAll - near, all - allNear, inAll) + Cell(all - allNear - inAll + near, all - allNear, all - inAll));
    }

    private sealed record Line(CorpusDocument Document, TextSpan Span, List<(TextSpan Span, string Word)> Left, List<(TextSpan Span, string Word)> Right)
    {
        public string Id => Document.Id.Value;

        public string Print => $"{Id}:{Span.Start}-{Span.End}";
    }
}
