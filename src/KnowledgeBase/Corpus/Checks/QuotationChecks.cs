using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Analysis;
using KnowledgeBase.Corpus.Formats.Markdown;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus.Checks;

/// <summary>A quotation is recorded once in the archive, and no quotation in a text is longer than a record may be.</summary>
internal static partial class QuotationChecks
{
    private const int MostWords = 30;

    /// <summary>Quotations recorded more than once, in the same words but for case, accents and punctuation.</summary>
    public static IEnumerable<CorpusFinding> Repeated(IEnumerable<CheckedDocument> documents)
    {
        var first = new Dictionary<string, CheckedDocument>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            foreach (var quotation in document.Metadata.Quotations)
            {
                var key = NoWord().Replace(TextFolding.Fold(quotation.Text), " ").Trim();
                if (!first.TryAdd(key, document))
                {
                    yield return document.Error(
                        "quotations.repeated", document.LineOf("quotations", quotation.Text),
                        $"quotations: \"{quotation.Text}\" is already recorded in {first[key].Document.Path}; a quotation is recorded once.");
                }
            }
        }
    }

    /// <summary>Words in quotation marks, and block quotations, that are longer than a record may be.</summary>
    public static IEnumerable<CorpusFinding> TooLong(CheckedDocument document)
    {
        foreach (var (paragraph, line) in document.Paragraphs)
        {
            var text = paragraph.Span.In(document.Document.Text);
            var words = paragraph.Kind == ParagraphKind.Quotation
                ? FrontMatterFields.CountWords(text)
                : InMarks(text).Select(static span => span.Length).DefaultIfEmpty(0).Max() is 0
                    ? 0
                    : InMarks(text).Max(span => FrontMatterFields.CountWords(span.In(text)));
            if (words > MostWords)
            {
                yield return document.Error(
                    "quotations.too_long", line, string.Create(CultureInfo.InvariantCulture, $"A quotation of {words} words stands in the text; at most {MostWords} are quoted."));
            }
        }
    }

    /// <summary>The stretches of a text between quotation marks of any language.</summary>
    public static IEnumerable<TextSpan> InMarks(string text) =>
        Quoted().Matches(text).Select(static match => new TextSpan(match.Index, match.Index + match.Length));

    [GeneratedRegex("“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex NoWord();
}
