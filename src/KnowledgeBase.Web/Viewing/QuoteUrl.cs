using KnowledgeBase.Documents;
using KnowledgeBase.Querying;
using KnowledgeBase.Quotations;

namespace KnowledgeBase.Web.Viewing;

/// <summary>Addresses around the quote finder.</summary>
internal static class QuoteUrl
{
    /// <summary>Of the words of a long quotation so many characters from its beginning are marked in the document …</summary>
    private const int Head = 600;

    /// <summary>… and so many from its end.</summary>
    private const int Tail = 300;

    /// <summary>A quotation, with room for the field before it, that the search box of a document takes whole.</summary>
    private const int Longest = QueryLimits.QuoteCharacters - 20;

    /// <summary>The answer to a quotation; the empty form for none.</summary>
    public static string Check(string text) => text.Length == 0 ? "/quote" : "/quote?text=" + SearchUrl.Escape(text);

    /// <summary>The answer to a quotation, at the verdict: on a phone the form alone fills the screen.</summary>
    public static string Verdict(string text) => Check(text) + "#verdict";

    /// <summary>The document, at the words, which are marked.</summary>
    /// <param name="id">The document.</param>
    /// <param name="quoted">The words that were looked for: found again in the document, they are at the same place.</param>
    /// <param name="stored">The words as the document has them; their ends are marked where the words looked for are too many.</param>
    /// <param name="check">The quotation to whose check the document leads back; empty for none.</param>
    public static string OfWords(DocumentId id, string quoted, string stored, string check = "")
    {
        var find = quoted.Length <= Longest ? quoted : Ends(stored);
        return $"{DocumentUrl.Of(id)}?find={SearchUrl.Escape(QueryWriter.Write(new QueryNode.Quote(find)))}{WayBack(check)}&hit=1#hit-1";
    }

    /// <summary>The document, at a quotation it records or in which a rule found one.</summary>
    /// <param name="quotation">The quotation.</param>
    /// <param name="check">The quotation to whose check the document leads back; empty for none.</param>
    public static string OfQuotation(ListedQuotation quotation, string check = "")
    {
        var words = quotation.Record.Text;
        return QuotedText.Parse(words).Refusal is null ? OfWords(quotation.Id, words, words, check)
            // What is too short for a verdict is found as a phrase.
            : $"{DocumentUrl.Of(quotation.Id)}?find={SearchUrl.Escape($"\"{words}\"")}{WayBack(check)}#{Uri.EscapeDataString(quotation.ParagraphId)}";
    }

    private static string WayBack(string check) => check.Length == 0 ? "" : "&check=" + SearchUrl.Escape(check);

    private static string Ends(string text)
    {
        if (text.Length <= Head + Tail)
        {
            return text;
        }

        var head = text.LastIndexOf(' ', Head);
        var tail = text.IndexOf(' ', text.Length - Tail);
        return $"{text[..(head > 0 ? head : Head)]} … {text[(tail > 0 ? tail + 1 : text.Length - Tail)..]}";
    }
}
