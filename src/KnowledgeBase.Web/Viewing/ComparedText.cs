using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using KnowledgeBase.Quotations;
using Microsoft.AspNetCore.Html;

namespace KnowledgeBase.Web.Viewing;

/// <summary>A quotation compared with a document word by word, as HTML.</summary>
internal static class ComparedText
{
    /// <summary>
    /// The words of the document with what stands between them; struck out what only the quotation has, underlined what only the document has, in square brackets
    /// what an ellipsis leaves out. What the eye sees is also said to a reader who hears the page.
    /// </summary>
    public static IHtmlContent Html(ImmutableArray<ComparedPair> words)
    {
        // SECURITY: every piece of either text is encoded before a tag goes around it.
        var html = new StringBuilder();
        var lastStored = words.Length - 1;
        while (lastStored >= 0 && words[lastStored].Stored.Length == 0)
        {
            lastStored--;
        }

        for (var i = 0; i < words.Length; i++)
        {
            var pair = words[i];
            switch (pair.Relation)
            {
                case WordRelation.Same:
                    html.Append(Encode(pair.Stored));
                    break;
                case WordRelation.LeftOut:
                    html.Append("<span class=\"left-out\">[").Append(Encode(pair.Stored)).Append("]</span>");
                    break;
                default:
                    Append(html, "del", "only in the quotation", pair.Quoted);
                    html.Append(pair.Quoted.Length > 0 && pair.Stored.Length > 0 ? " " : "");
                    Append(html, "ins", "only in the document", pair.Stored);
                    break;
            }

            var isLast = i == words.Length - 1;
            html.Append(pair.Stored.Length > 0 && i < lastStored ? Encode(pair.After) : isLast ? "" : " ");
        }

        return new HtmlString(html.ToString());
    }

    private static void Append(StringBuilder html, string tag, string says, string words)
    {
        if (words.Length > 0)
        {
            html.Append('<').Append(tag).Append("><span class=\"visually-hidden\" lang=\"en\">").Append(says).Append(": </span>")
                .Append(Encode(words)).Append("</").Append(tag).Append('>');
        }
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
