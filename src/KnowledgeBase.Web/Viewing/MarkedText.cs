using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using KnowledgeBase.Documents;
using Microsoft.AspNetCore.Html;

namespace KnowledgeBase.Web.Viewing;

/// <summary>Text with marks, as HTML.</summary>
internal static class MarkedText
{
    /// <summary>Encodes a text and puts marks into it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="marks">What to mark, in order and disjoint; what does not lie in the text is left out.</param>
    /// <param name="origin">Where the text begins in what the marks are counted from.</param>
    /// <param name="element">The element around what is marked.</param>
    public static IHtmlContent Html(string text, ImmutableArray<TextSpan> marks, int origin = 0, string element = "mark")
    {
        // SECURITY: every piece is encoded before a mark goes around it; nothing of the text is ever written as it is.
        var html = new StringBuilder(text.Length + 32);
        var at = 0;
        foreach (var mark in marks.Select(mark => mark.Shift(-origin)))
        {
            if (mark.Start < at || mark.End > text.Length || mark.Length == 0)
            {
                continue;
            }

            html.Append(HtmlEncoder.Default.Encode(text[at..mark.Start]))
                .Append(CultureInfo.InvariantCulture, $"<{element}>{HtmlEncoder.Default.Encode(mark.In(text))}</{element}>");
            at = mark.End;
        }

        return new HtmlString(html.Append(HtmlEncoder.Default.Encode(text[at..])).ToString());
    }
}
