using System.Collections.Immutable;
using KnowledgeBase.Documents;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Corpus.Formats.Markdown;

/// <summary>Turns Markdig's tree into page parts.</summary>
internal sealed class PageBuilder
{
    /// <summary>Deeper emphasis and links than any writer needs; it bounds the stack.</summary>
    private const int DeepestInline = 100;

    private readonly List<PagePart> _parts = [];

    private PageBuilder()
    {
    }

    /// <summary>Whether the tree is too deep for a page.</summary>
    private bool IsTooDeep { get; set; }

    /// <summary>The parts of the page; null when the tree is too deep.</summary>
    public static ImmutableArray<PagePart>? Build(MarkdownDocument document)
    {
        var builder = new PageBuilder();
        builder.AddBlocks(document, ParagraphKind.Text);
        return builder.IsTooDeep ? null : [.. builder._parts];
    }

    private void AddBlocks(ContainerBlock container, ParagraphKind kind)
    {
        foreach (var block in container)
        {
            AddBlock(block, kind);
        }
    }

    private void AddBlock(Block block, ParagraphKind kind)
    {
        switch (block)
        {
            case HeadingBlock heading:
                AddInlines(heading, ParagraphKind.Heading, Math.Clamp(heading.Level, 2, 6));
                break;
            case ParagraphBlock paragraph:
                AddInlines(paragraph, kind, 0);
                break;
            case CodeBlock code:
                AddCode(code);
                break;
            case ThematicBreakBlock:
                _parts.Add(new PagePart.Rule());
                break;
            case ListBlock list:
                AddContainer(list, list.IsOrdered ? "ol" : "ul", ParagraphKind.ListItem, FirstNumber(list));
                break;
            case ListItemBlock item:
                AddContainer(item, "li", ParagraphKind.ListItem);
                break;
            case QuoteBlock quote:
                AddContainer(quote, "blockquote", ParagraphKind.Quotation);
                break;
            case Table table:
                AddTable(table);
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case ContainerBlock other:
                AddBlocks(other, kind);
                break;
            case LeafBlock leaf:
                AddInlines(leaf, kind, 0);
                break;
        }
    }

    private void AddContainer(ContainerBlock block, string tag, ParagraphKind kind, int? start = null)
    {
        _parts.Add(new PagePart.Open(tag, start));
        AddBlocks(block, kind);
        _parts.Add(new PagePart.Close(tag));
    }

    private static int? FirstNumber(ListBlock list) =>
        list.IsOrdered
        && int.TryParse(list.OrderedStart, System.Globalization.CultureInfo.InvariantCulture, out var first)
        && first != 1
            ? first
            : null;

    private void AddCode(CodeBlock code)
    {
        var runs = new RunBuilder();
        runs.AppendVerbatim(code.Lines.ToString());
        _parts.Add(new PagePart.Leaf(ParagraphKind.Preformatted, 0, null, code.Line + 1, runs.Finish()));
    }

    private void AddInlines(LeafBlock block, ParagraphKind kind, int headingLevel)
    {
        var runs = new RunBuilder();
        var name = NameAtEnd(block.Inline);
        AddInline(runs, block.Inline, name, 0);
        _parts.Add(new PagePart.Leaf(kind, headingLevel, name?.Name, block.Line + 1, runs.Finish()));
    }

    private void AddTable(Table table)
    {
        _parts.Add(new PagePart.Open("table"));
        string? part = null;
        foreach (var row in table.OfType<TableRow>())
        {
            var wanted = row.IsHeader ? "thead" : "tbody";
            if (part != wanted)
            {
                ClosePart(part);
                _parts.Add(new PagePart.Open(wanted));
                part = wanted;
            }

            AddRow(table, row);
        }

        ClosePart(part);
        _parts.Add(new PagePart.Close("table"));
    }

    private void ClosePart(string? part)
    {
        if (part is not null)
        {
            _parts.Add(new PagePart.Close(part));
        }
    }

    private void AddRow(Table table, TableRow row)
    {
        var runs = new RunBuilder();
        string? name = null;
        for (var i = 0; i < row.Count; i++)
        {
            var alignment = i < table.ColumnDefinitions.Count ? table.ColumnDefinitions[i].Alignment : null;
            runs.OpenCell(i == 0, row.IsHeader, alignment?.ToString().ToLowerInvariant());
            foreach (var leaf in ((TableCell)row[i]).OfType<LeafBlock>())
            {
                var inlineName = NameAtEnd(leaf.Inline);
                name = inlineName?.Name ?? name;
                AddInline(runs, leaf.Inline, inlineName, 0);
            }

            runs.CloseCell(row.IsHeader);
        }

        _parts.Add(new PagePart.Leaf(ParagraphKind.TableRow, 0, name, row.Line + 1, runs.Finish()));
    }

    /// <summary>The name that ends a paragraph; white space may follow it.</summary>
    private static ParagraphNameInline? NameAtEnd(ContainerInline? inlines)
    {
        var last = inlines?.LastChild;
        while (last is LiteralInline { Content.IsEmpty: true } or LineBreakInline
            || last is LiteralInline literal && literal.Content.AsSpan().IsWhiteSpace())
        {
            last = last.PreviousSibling;
        }

        return last as ParagraphNameInline;
    }

    private void AddInline(RunBuilder runs, Inline? inline, ParagraphNameInline? name, int depth)
    {
        if (depth > DeepestInline)
        {
            IsTooDeep = true;
            return;
        }

        switch (inline)
        {
            case null:
                break;
            case LiteralInline literal:
                runs.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                runs.Open(new Run.Open("code"));
                runs.Append(code.Content);
                runs.Close();
                break;
            case LineBreakInline { IsHard: true }:
                runs.Break();
                break;
            case LineBreakInline:
                runs.Append("\n");
                break;
            case HtmlEntityInline entity:
                runs.Append(entity.Transcoded.AsSpan());
                break;
            case CitationInline citation:
                runs.Cite(citation.Keys);
                break;
            case ParagraphNameInline other:
                runs.Append(ReferenceEquals(other, name) ? " " : $"{{#{other.Name}}}");
                break;
            case AutolinkInline autolink:
                runs.Open(new Run.OpenLink((autolink.IsEmail ? "mailto:" : "") + autolink.Url));
                runs.Append(autolink.Url);
                runs.Close();
                break;
            case HtmlInline html:
                runs.Append(html.Tag);
                break;
            case ContainerInline container:
                AddContainer(runs, container, name, depth);
                break;
        }
    }

    private void AddContainer(RunBuilder runs, ContainerInline container, ParagraphNameInline? name, int depth)
    {
        Run? open = container switch
        {
            EmphasisInline emphasis => new Run.Open(emphasis.DelimiterCount == 2 ? "strong" : "em"),
            // The archive shows no pictures; a picture's description is read as text.
            LinkInline { IsImage: false } link => new Run.OpenLink(link.GetDynamicUrl?.Invoke() ?? link.Url ?? ""),
            _ => null,
        };
        if (open is not null)
        {
            runs.Open(open);
        }

        foreach (var child in container)
        {
            AddInline(runs, child, name, depth + 1);
        }

        if (open is not null)
        {
            runs.Close();
        }
    }
}
