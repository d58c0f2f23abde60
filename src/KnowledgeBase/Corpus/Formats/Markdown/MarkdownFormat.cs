using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus.Formats.Markdown;

/// <summary>Reads a Markdown file with front matter; the contract is <c>corpus/README.md</c>.</summary>
public static class MarkdownFormat
{
    private const string Fence = "---";

    /// <summary>Reads a file's text. Never throws on what it holds.</summary>
    /// <param name="path">The file, relative to the corpus folder, with forward slashes.</param>
    /// <param name="digest">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
    /// <param name="content">Its text.</param>
    /// <param name="limits">How much is read.</param>
    public static ReadResult Read(string path, string digest, string content, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        var problems = new ProblemList(path);
        var lines = content.ReplaceLineEndings("\n");
        if (!TrySplit(lines, limits, problems, out var yaml, out var body, out var bodyLine)
            || FrontMatter.Read(yaml, problems) is not { } front)
        {
            return new ReadResult(null, problems.ToImmutable());
        }

        var text = MarkdownText.Read(body);
        foreach (var (line, message) in text.Problems)
        {
            problems.Add("text.paragraph_name", bodyLine + line - 1, null, message);
        }

        var quotations = Locate(front.Metadata.Quotations, text.Text, problems);
        if (problems.Count > 0)
        {
            return new ReadResult(null, problems.ToImmutable());
        }

        return new ReadResult(
            new CorpusDocument
            {
                Id = front.Id,
                Path = path,
                Digest = digest,
                Metadata = front.Metadata with { Quotations = quotations },
                Markdown = body,
                Text = text.Text,
                Paragraphs = text.Paragraphs,
            },
            []);
    }

    /// <summary>Finds the two lines <c>---</c>.</summary>
    private static bool TrySplit(
        string text, ReadLimits limits, ProblemList problems, out string yaml, out string body, out int bodyLine)
    {
        (yaml, body, bodyLine) = ("", "", 0);
        if (!text.StartsWith(Fence + "\n", StringComparison.Ordinal))
        {
            problems.Add("front_matter.missing", 1, null, "The file does not begin with a line --- and its front matter.");
            return false;
        }

        var end = text.IndexOf("\n" + Fence + "\n", Fence.Length, StringComparison.Ordinal);
        var bodyStart = end + Fence.Length + 2;
        if (end < 0 && text.EndsWith("\n" + Fence, StringComparison.Ordinal))
        {
            end = text.Length - Fence.Length - 1;
            bodyStart = text.Length;
        }

        if (end < 0)
        {
            problems.Add("front_matter.unclosed", 1, null, "The front matter is not closed; write a line --- after its last field.");
            return false;
        }

        yaml = end > Fence.Length ? text[(Fence.Length + 1)..(end + 1)] : "";
        if (yaml.Length > limits.LargestFrontMatterCharacters)
        {
            problems.Add("front_matter.too_long", 1, null, string.Create(
                CultureInfo.InvariantCulture,
                $"The front matter has {yaml.Length:N0} characters; at most {limits.LargestFrontMatterCharacters:N0} are accepted."));
            return false;
        }

        body = text[bodyStart..];
        bodyLine = text.AsSpan(0, bodyStart).Count('\n') + 1;
        return true;
    }

    private static ImmutableArray<QuotationRecord> Locate(
        ImmutableArray<QuotationRecord> quotations, string text, ProblemList problems)
    {
        if (quotations.IsEmpty)
        {
            return quotations;
        }

        var located = ImmutableArray.CreateBuilder<QuotationRecord>(quotations.Length);
        var place = new QuotationPlace(text);
        for (var i = 0; i < quotations.Length; i++)
        {
            if (place.Find(quotations[i].Text) is { } span)
            {
                located.Add(quotations[i] with { Span = span });
            }
            else
            {
                problems.Add(
                    "quotation.not_in_text", 0, string.Create(CultureInfo.InvariantCulture, $"quotations[{i + 1}].text"),
                    $"These words do not stand in the text word for word: \"{quotations[i].Text}\". Mend the one or the other; […] marks what is left out.");
            }
        }

        return located.ToImmutable();
    }
}
