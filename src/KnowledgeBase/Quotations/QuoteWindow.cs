namespace KnowledgeBase.Quotations;

/// <summary>Passes over texts that cannot have a quotation, before the costly comparison.</summary>
internal static class QuoteWindow
{
    /// <summary>
    /// Whether some stretch of a text, as long as the quotation can become by the allowed changes, has as many of its words as these
    /// changes leave. A text without such a stretch has the quotation nowhere, however misquoted it may be.
    /// </summary>
    public static bool MayStandIn(QuotedText quote, ComparedWord[] stored, int mostOperations)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in quote.Words)
        {
            ids.TryAdd(word.Exact, ids.Count);
        }

        // What an ellipsis stands for may have any length.
        var length = quote.PartCount > 1 ? stored.Length : quote.Words.Length + mostOperations;
        var least = ids.Count - mostOperations;
        var inside = new int[ids.Count];
        var distinct = 0;
        for (var i = 0; i < stored.Length; i++)
        {
            if (ids.TryGetValue(stored[i].Exact, out var enters) && inside[enters]++ == 0)
            {
                distinct++;
            }

            if (i >= length && ids.TryGetValue(stored[i - length].Exact, out var leaves) && --inside[leaves] == 0)
            {
                distinct--;
            }

            if (distinct >= least)
            {
                return true;
            }
        }

        return false;
    }
}
