using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus.Formats.Markdown;

/// <summary>Writes page parts as HTML, with marks. Everything that comes from the document is encoded here.</summary>
internal sealed class PageHtmlWriter(
    string text, ImmutableArray<Paragraph> paragraphs, MarkPlan marks, string documentPath, MarkdownHtmlOptions options,
    Func<string, CitationTarget?> resolveSource)
{
    /// <summary>Length in characters from which a piece of the page is handed out.</summary>
    private const int PieceLength = 16_000;

    /// <summary>More marks in one paragraph help nobody, and the sanitizer needs a second for every 25,000.</summary>
    private const int MostMarksInParagraph = 4_000;

    private readonly StringBuilder _html = new();
    private readonly Stack<string> _open = new();
    private readonly HashSet<int> _hitsWithId = [];
    private int _paragraph;
    private int _at;
    private int _links;
    private int _depth;
    private int _marks;

    /// <summary>Writes a page, piece by piece; no piece ends inside an element.</summary>
    /// <remarks>In pieces, because the sanitizer's time grows with the square of the siblings it sees.</remarks>
    public IEnumerable<string> Write(ImmutableArray<PagePart> parts)
    {
        foreach (var part in parts)
        {
            WritePart(part);
            if (_depth == 0 && _html.Length >= PieceLength)
            {
                yield return _html.ToString();
                _html.Clear();
            }
        }

        yield return _html.ToString();
    }

    private void WritePart(PagePart part)
    {
        switch (part)
        {
            case PagePart.Open open:
                _html.Append('<').Append(open.Tag);
                _html.Append(open.Start is { } start ? string.Create(CultureInfo.InvariantCulture, $" start=\"{start}\">\n") : ">\n");
                _depth++;
                break;
            case PagePart.Close close:
                _html.Append("</").Append(close.Tag).Append(">\n");
                _depth--;
                break;
            case PagePart.Rule:
                _html.Append("<hr>\n");
                break;
            case PagePart.Leaf leaf:
                WriteLeaf(leaf);
                break;
        }
    }

    /// <summary>An empty leaf is no paragraph, but its citations are shown.</summary>
    private void WriteLeaf(PagePart.Leaf leaf)
    {
        var paragraph = leaf.IsEmpty ? null : paragraphs[_paragraph++];
        if (paragraph is not null)
        {
            _at = paragraph.Span.Start;
            _marks = 0;
        }

        var (before, after) = TagsOf(leaf);
        _html.Append('<').Append(before);
        if (paragraph is not null)
        {
            _html.Append(" id=\"").Append(paragraph.Id).Append("\" dir=\"auto\"");
        }

        _html.Append('>');
        switch (leaf.Kind)
        {
            case ParagraphKind.TableRow:
                WriteRuns(leaf, paragraph);
                break;
            case ParagraphKind.Preformatted:
                WriteParagraphLink(paragraph);
                _html.Append("<pre><code>");
                WriteRuns(leaf, null);
                _html.Append("</code></pre>");
                break;
            default:
                WriteParagraphLink(leaf.Kind == ParagraphKind.Heading ? null : paragraph);
                WriteRuns(leaf, null);
                break;
        }

        _html.Append(after).Append('\n');
    }

    private static (string Before, string After) TagsOf(PagePart.Leaf leaf) => leaf.Kind switch
    {
        ParagraphKind.Heading => (string.Create(CultureInfo.InvariantCulture, $"h{leaf.HeadingLevel}"),
            string.Create(CultureInfo.InvariantCulture, $"</h{leaf.HeadingLevel}>")),
        ParagraphKind.TableRow => ("tr", "</tr>"),
        ParagraphKind.Preformatted => ("div class=\"preformatted\"", "</div>"),
        _ => ("p", "</p>"),
    };

    private void WriteParagraphLink(Paragraph? paragraph)
    {
        if (paragraph is not null && options.ParagraphHref is { } address)
        {
            _html.Append("<a class=\"paragraph-link\" href=\"");
            Encode(address(paragraph));
            _html.Append(CultureInfo.InvariantCulture, $"\" aria-label=\"Link to paragraph {paragraph.Number}\">¶ {paragraph.Number}</a> ");
        }
    }

    /// <param name="leaf">Whose runs to write.</param>
    /// <param name="linkInFirstCell">The paragraph whose link stands in the first cell; null when it stands elsewhere.</param>
    private void WriteRuns(PagePart.Leaf leaf, Paragraph? linkInFirstCell)
    {
        var cells = 0;
        for (var i = 0; i < leaf.Runs.Length; i++)
        {
            var run = leaf.Runs[i];
            switch (run)
            {
                case Run.Text words:
                    WriteText(words.Value, leaf.IsEmpty);
                    break;
                case Run.Break:
                    _html.Append("<br>");
                    break;
                case Run.Open { Tag: "code" } when cells == 1 && WriteExample(leaf, i):
                    _at += leaf.Runs[i + 1].PlainText.Length;
                    i += 2;
                    continue;
                case Run.Open open:
                    _html.Append('<').Append(open.Tag).Append('>');
                    _open.Push(open.Tag);
                    break;
                case Run.OpenLink link:
                    OpenLink(link.Target);
                    break;
                case Run.Close:
                    Close();
                    break;
                case Run.OpenCell cell:
                    OpenCell(cell);
                    cells++;
                    WriteParagraphLink(linkInFirstCell);
                    linkInFirstCell = null;
                    break;
                case Run.CloseCell cell:
                    _html.Append(cell.IsHeader ? "</th>" : "</td>");
                    break;
                case Run.Citation citation:
                    WriteCitation(citation.Keys);
                    break;
            }

            _at += run.PlainText.Length;
        }
    }

    /// <summary>Code that can be run, as a link; whether it was one.</summary>
    private bool WriteExample(PagePart.Leaf leaf, int code)
    {
        if (code + 2 >= leaf.Runs.Length || leaf.Runs[code + 1] is not Run.Text example || leaf.Runs[code + 2] is not Run.Close
            || options.ExampleHref(example.Value) is not { } href)
        {
            return false;
        }

        _html.Append("<a href=\"");
        Encode(href);
        _html.Append("\"><code>");
        Encode(example.Value);
        _html.Append("</code></a>");
        return true;
    }

    private void WriteText(string words, bool isOutsideText)
    {
        if (isOutsideText)
        {
            Encode(words);
            return;
        }

        foreach (var segment in marks.Cut(new TextSpan(_at, _at + words.Length)))
        {
            var hits = _marks < MostMarksInParagraph ? segment.Hits : [];
            _marks += hits.Length;
            foreach (var hit in hits)
            {
                _html.Append("<mark");
                if (_hitsWithId.Add(hit))
                {
                    _html.Append(CultureInfo.InvariantCulture, $" id=\"hit-{hit}\"");
                }

                _html.Append(hit == options.CurrentHit ? " class=\"current\"" : "");
                _html.Append(CultureInfo.InvariantCulture, $" data-hit=\"{hit}\">");
            }

            Encode(text.AsSpan(segment.Span.Start, segment.Span.Length));
            for (var i = 0; i < hits.Length; i++)
            {
                _html.Append("</mark>");
            }
        }
    }

    // SECURITY: the only places where an address of a document becomes an address of the page.
    private void OpenLink(string target)
    {
        var href = HrefOf(target, out var isExternal);
        if (href is null)
        {
            _html.Append("<span class=\"no-link\">");
            _open.Push("span");
            return;
        }

        _html.Append("<a href=\"");
        Encode(href);
        _html.Append(isExternal ? "\" rel=\"noopener\">" : "\">");
        _open.Push("a");
        _links++;
    }

    private string? HrefOf(string target, out bool isExternal)
    {
        isExternal = PageAddresses.IsExternal(target);
        if (isExternal)
        {
            return target;
        }

        return CorpusLink.TryParse(target, documentPath, out var link)
            ? link.IsSameDocument ? "#" + link.Paragraph : options.ResolveLink(link)
            : null;
    }

    private void Close()
    {
        var tag = _open.Pop();
        _links -= tag == "a" ? 1 : 0;
        _html.Append("</").Append(tag).Append('>');
    }

    private void OpenCell(Run.OpenCell cell)
    {
        _html.Append(cell.IsHeader ? "<th scope=\"col\"" : "<td");
        _html.Append(cell.Alignment is null ? ">" : $" class=\"align-{cell.Alignment}\">");
    }

    private void WriteCitation(ImmutableArray<string> keys)
    {
        _html.Append("<sup class=\"citation\">");
        for (var i = 0; i < keys.Length; i++)
        {
            _html.Append(i == 0 ? "" : ", ");
            var target = resolveSource(keys[i]);
            if (target is null || _links > 0)
            {
                _html.Append('[');
                Encode(target?.Label ?? keys[i]);
                _html.Append(']');
                continue;
            }

            _html.Append("<a href=\"");
            Encode(target.Href);
            if (target.Title is not null)
            {
                _html.Append("\" title=\"");
                Encode(target.Title);
            }

            _html.Append("\">[");
            Encode(target.Label);
            _html.Append("]</a>");
        }

        _html.Append("</sup>");
    }

    private void Encode(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            _ = c switch
            {
                '&' => _html.Append("&amp;"),
                '<' => _html.Append("&lt;"),
                '>' => _html.Append("&gt;"),
                '"' => _html.Append("&quot;"),
                '\'' => _html.Append("&#39;"),
                _ => _html.Append(c),
            };
        }
    }
}
